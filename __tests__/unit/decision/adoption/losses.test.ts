import { parse } from 'yaml';
import { linesToPaste } from '../../../../src/decision/adoption/lines-to-paste.ts';
import { lossesOf } from '../../../../src/decision/adoption/losses.ts';
import type { ManualContainer } from '../../../../src/survey/manual-container.ts';
import { manualContainer } from '../../deployment/adoption/manual-container.ts';
import { settings } from '../../deployment/decision-inputs.ts';

function losses(changes: Partial<ManualContainer>, inputs: Readonly<Record<string, string>> = {}, dockerfile?: string) {
  return lossesIn(changes, inputs, dockerfile).map(({ what, keep }) => ({
    what,
    line: keep && `${keep.input}: ${keep.value}`,
  }));
}

function lossesIn(
  changes: Partial<ManualContainer>,
  inputs: Readonly<Record<string, string>> = {},
  dockerfile?: string,
) {
  return lossesOf(manualContainer(changes), {
    settings: settings(inputs),
    appPort: 8004,
    dockerfile,
    workingDirectory: '/docker/app/MCCM-server',
  });
}

const variable = (name: string, more = {}) => ({ name, ofImage: false, writable: true, ...more });
const java = (...words: string[]) => ({ command: ['java', ...words], imageCommand: ['java', ...words] });
const port = (port: number, more = {}) => ({ containerPort: port, protocol: 'tcp', address: '', port, ...more });

test('the guide’s container loses nothing', () => {
  expect(losses({})).toEqual([]);
});

/** What would be lost, the line that is told, and inputs beside which nothing is. */
const cases: readonly (readonly [
  what: string,
  container: Partial<ManualContainer>,
  line: string | undefined,
  inputs: Readonly<Record<string, string>>,
])[] = [
  [
    '--publish 9090:9090/tcp',
    { published: [port(8004), port(9090)] },
    'publish-app-port: true',
    { 'publish-app-port': 'true' },
  ],
  [
    '--publish 127.0.0.1:5000:8004/tcp',
    { published: [port(8004), port(8004, { address: '127.0.0.1', port: 5000 })] },
    'publish-app-port: true',
    { 'publish-app-port': 'false' },
  ],
  [
    '--env KEY',
    { environment: [variable('KEY', { writable: false })] },
    'env: KEY=<docker exec mccm-server printenv KEY>',
    { env: 'KEY=a' },
  ],
  [
    '--env SPRING_PROFILES_ACTIVE',
    { environment: [variable('SPRING_PROFILES_ACTIVE')] },
    'env: SPRING_PROFILES_ACTIVE=<docker exec mccm-server printenv SPRING_PROFILES_ACTIVE>',
    { 'spring-profile': 'prod' },
  ],
  [
    '--mount type=tmpfs,target=/cache',
    { mounts: [{ kind: 'tmpfs', source: '', destination: '/cache', readOnly: false }] },
    'docker-options: --tmpfs /cache',
    { 'docker-options': '--tmpfs /cache' },
  ],
  ['--network host', { networkMode: 'host' }, 'network: bridge', { network: 'bridge' }],
  [
    '--network-alias api',
    { networkMode: 'shop', networks: [{ name: 'shop', aliases: ['api'], fixedAddress: undefined }] },
    'network: shop',
    { network: 'shop' },
  ],
  [
    '--ip 172.20.0.9',
    { networkMode: 'shop', networks: [{ name: 'shop', aliases: [], fixedAddress: '172.20.0.9' }] },
    'network: shop',
    { network: 'shop' },
  ],
  [
    '--spring.profiles.active=test',
    java('-jar', 'x.jar', '--spring.profiles.active=test'),
    'spring-profile: test',
    { 'spring-profile': 'test' },
  ],
  [
    '--server.servlet.context-path=…',
    java('-jar', 'x.jar', '--server.servlet.context-path=/api'),
    "env: SERVER_SERVLET_CONTEXTPATH=<docker inspect -f '{{.Args}}' mccm-server>",
    { env: 'SERVER_SERVLET_CONTEXTPATH=/api' },
  ],
  ['-Xmx512m', java('-Xmx512m', '-jar', 'x.jar'), 'java-options: -Xmx512m', { 'java-options': '-Xmx512m' }],
  [
    'WORKDIR /srv',
    { workingDirectory: '/srv' },
    'docker-options: --workdir /srv',
    { 'docker-options': '--workdir /srv' },
  ],
  ['--memory 536870912', { host: { Memory: 536_870_912 } }, 'memory: 536870912', { memory: '1g' }],
  [
    '--cap-add NET_ADMIN',
    { host: { CapAdd: ['NET_ADMIN'] } },
    'docker-options: --cap-add NET_ADMIN',
    {
      'docker-options': '--cap-add NET_ADMIN',
    },
  ],
  [
    '--privileged',
    { host: { Privileged: true } },
    'docker-options: --privileged',
    {
      'docker-options': '--privileged',
    },
  ],
  ['--hostname mccm', { hostname: 'mccm' }, 'docker-options: --hostname mccm', { 'docker-options': '--hostname mccm' }],
  [
    '--tmpfs /run:size=1m',
    { host: { Tmpfs: { '/run': 'size=1m' } } },
    'docker-options: --tmpfs /run:size=1m',
    {
      'docker-options': '--tmpfs /run:size=1m',
    },
  ],
];

test.each(cases)(
  '%s is named with the line that keeps it, and an input about it settles it',
  (what, changes, line, inputs) => {
    expect(losses(changes)).toEqual([{ what, line }]);
    expect(losses(changes, inputs)).toEqual([]);
  },
);

describe('of a command line names are told, never values', () => {
  const secret = 'hunter2';
  const words = [
    `--spring.datasource.url=jdbc:mysql://db/shop?user=a&password=${secret}`,
    `--spring.data.mongodb.uri=mongodb://user:${secret}@db/shop`,
    `--spring.profiles.active={${secret}}`,
    `-Dspring.redis.url=redis://:${secret}@db`,
    `-Dhttps.proxyPassword=${secret}`,
    `-Dspring.x="${secret} --y=${secret}"`,
    `-javaagent:/agent.jar=token=${secret}`,
    `-XX:OnOutOfMemoryError=curl ${secret}`,
    `-Xlog:file=${secret}`,
    '-Xmx512m',
    '-XX:+UseG1GC',
    `-p${secret}`,
    secret,
  ];

  test('a rendered Dockerfile', () => {
    const found = losses(java('-jar', 'x.jar', ...words));
    expect(JSON.stringify(found)).not.toContain(secret);
    expect(found.map(({ what }) => what)).toEqual([
      '--spring.datasource.url=…',
      '--spring.data.mongodb.uri=…',
      '--spring.profiles.active=…',
      '-Dspring.redis.url=…',
      '-Dhttps.proxyPassword=…',
      '-Dspring.x=…',
      '-javaagent:/agent.jar=…',
      '-XX:OnOutOfMemoryError=…',
      '-Xlog:…',
      '-Xmx512m',
      '-XX:+UseG1GC',
    ]);
    const look = "<docker inspect -f '{{.Args}}' mccm-server>";
    expect(found[0]?.line).toBe(`env: SPRING_DATASOURCE_URL=${look}`);
    expect(found[3]?.line).toBe(`env: SPRING_REDIS_URL=${look}`);
    expect(found[4]?.line).toBe(`java-options: -Dhttps.proxyPassword=${look}`);
  });

  test('the same in one line for a shell, with quotes', () => {
    const line = ['exec java -jar x.jar', ...words.slice(0, 2).map((word) => `'${word} ${secret}'`)].join(' ');
    const found = losses({ command: ['sh', '-c', line], imageCommand: [] });
    expect(found.map(({ what }) => what)).toEqual(['--spring.datasource.url=…', '--spring.data.mongodb.uri=…']);
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  test('an own Dockerfile', () => {
    const found = losses({ command: [...words, ['sh -c "java', secret].join(' ')], imageCommand: [] }, {}, 'FROM x');
    expect(JSON.stringify(found)).not.toContain(secret);
    expect(found.map(({ what }) => what)).toEqual(expect.arrayContaining(['--spring.datasource.url=…', '-p…', '…']));
  });

  test('a property that a variable sets, or an option of java-options, is not lost', () => {
    const inputs = { env: 'SPRING_REDIS_URL=x', 'java-options': '-Dhttps.proxyPassword=y -Dshop.key=z' };
    const command = java('-Dspring.redis.url=a', '-Dhttps.proxyPassword=b', '-Dshop.key=c', '-jar', 'x.jar');
    expect(losses(command, inputs)).toEqual([]);
  });
});

test('an own Dockerfile says how to start: only what docker run said instead is lost', () => {
  const dockerfile = 'FROM x\nCMD ["java", "-jar", "x.jar", "--spring.profiles.active=test"]';
  const run = ['java', '-jar', 'x.jar', '--spring.profiles.active=test'];
  expect(losses({ command: run, imageCommand: run, workingDirectory: '/srv' }, {}, dockerfile)).toEqual([]);
  expect(losses({ command: [...run, '--debug'], imageCommand: run }, {}, dockerfile)).toEqual([
    { what: '--debug', line: undefined },
  ]);
});

test('a variable of the image is lost with a rendered Dockerfile alone', () => {
  const environment = [variable('SERVER_PORT', { ofImage: true })];
  expect(losses({ environment })).toHaveLength(1);
  expect(losses({ environment }, {}, 'FROM x')).toEqual([]);
});

describe('the lines that are told can be pasted as they are', () => {
  /** A container with something of everything, odd names among them. */
  const rich: Partial<ManualContainer> = {
    environment: [variable('KEY'), variable('OTHER'), variable('my var'), variable('a/b')].map((one) => ({
      ...one,
      writable: false,
    })),
    published: [port(8004), port(9090)],
    mounts: [{ kind: 'tmpfs', source: '', destination: '/cache: # x', readOnly: false }],
    ...java('-Xmx512m', '-XX:+UseG1GC', '-jar', 'x.jar', '--spring.profiles.active=a+b,c', '--server.port=1'),
    workingDirectory: '/srv',
    hostname: 'shop',
    host: {
      Memory: 33_554_432,
      CapAdd: ['NET_ADMIN'],
      ExtraHosts: ['db:10.0.0.2'],
      Links: ['/db:/mccm-server/mysql', '/cache:/mccm-server/redis'],
      SecurityOpt: ['seccomp={\n}', 'no-new-privileges'],
      Sysctls: { 'net.core.somaxconn': '1024' },
    },
  };

  test.each<[string, Readonly<Record<string, string>>]>([
    ['none', {}],
    ['some', { env: 'MINE=1', 'docker-options': "--log-opt 'tag=a b'", 'java-options': '-Dx=1' }],
  ])('beside %s that the step has', (_, given) => {
    const found = lossesIn(rich, given);
    const kept = found.flatMap(({ keep }) => (keep === undefined ? [] : [keep]));
    const lines = linesToPaste(kept, settings(given));
    const pasted = parse(lines.join('\n')) as Record<string, unknown>;
    const inputs = Object.fromEntries(Object.entries(pasted).map(([name, value]) => [name, String(value)]));
    if (given.env !== undefined) inputs.env = `${given.env}\n${inputs.env}`;
    const lost = found.filter(({ keep }) => keep === undefined).map(({ what }) => what);
    expect(lost).toEqual(['--env my var', '--env a/b', '--memory 33554432', '--security-opt seccomp=…']);
    // They are taken, and nothing is told any more that an input keeps.
    const left = lossesIn(rich, { ...given, ...inputs }).map(({ what }) => what);
    expect(lost).toEqual(expect.arrayContaining(left));
    if (given['docker-options'] !== undefined) expect(inputs['docker-options']).toContain("--log-opt 'tag=a b' ");
  });

  test('a link becomes a network, made and joined by commands that are told', () => {
    const [link] = lossesIn({ host: { Links: ['/db:/mccm-server/mysql'] } });
    expect(link).toEqual({
      what: '--link db:mysql',
      keep: {
        input: 'network',
        value: 'mccm-server-network',
        first: [
          'docker network inspect mccm-server-network >/dev/null 2>&1 || docker network create mccm-server-network',
          'docker network connect --alias mysql mccm-server-network db',
        ].join('\n'),
      },
    });
  });
});
