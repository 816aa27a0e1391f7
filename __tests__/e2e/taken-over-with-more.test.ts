import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideFolder, setUpByGuide } from '../../practice/guide.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { until } from '../../practice/waiting.ts';
import { ask, askJson } from './client.ts';
import { expectRefused } from './refused.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';
import { whileHeld } from './while-held.ts';
import { versionOnceServed } from './witness.ts';

// A set-up by hand with all that the guide leaves out: variables, a network, files in the folder of the other case,
// another application's server in the same file, a command line of its own.
const secret = 'greeting-that-stays-on-the-server';
const lowerCase = '/docker/app/mccm-server/file-system';
const neighbour = `
    # 另一个应用
    server {
        listen 8014 ssl;
        server_name other.example.com;
        ssl_certificate /etc/nginx/ssl/${domain}_bundle.crt;
        ssl_certificate_key /etc/nginx/ssl/${domain}.key;
        return 200 "the neighbour's";
    }
`;

let scene: Scene;
let jar: string;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  jar = await scene.world.jars.backend('v1');
  await scene.server.sh(`docker network create shop && mkdir -p ${lowerCase} && echo lost >${lowerCase}/uploaded`);
  await setUpByGuide(scene.server, jar, scene.pair, domain, {
    run: `--network shop -e EXAMPLE_GREETING=${secret}`,
    servers: neighbour,
  });
}, 400_000);
afterAll(() => scene?.close(), 60_000);

const neighbourServed = (): Promise<string> =>
  scene.server.sh(
    `curl -s --cacert /etc/nginx/ssl/${domain}_bundle.crt -k --resolve other.example.com:8014:127.0.0.1 https://other.example.com:8014/`,
  );

function everythingPrinted(result: RunResult): string {
  const folder = join(result.temp, 'deployment-MCCM-server');
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return [result.log, result.summary, JSON.stringify(result.outputs), ...files].join('\n');
}

test('what a rendered Dockerfile would lose is named with the line to paste', async () => {
  expectRefused(await scene.run(scene.inputs(jar)), {
    codes: ['ADOPTION_LOSES'],
    says: ['--spring.profiles.active=test', '  spring-profile: test'],
    never: [secret],
  });
}, 120_000);

// The old container comes back and holds its port, or nginx has it by then: either way nothing is in the other's way.
test.each(['done adoption.stop', 'done site.swap-2'])(
  'power fails after "%s": every port answers after boot, and the next run begins anew',
  async (line) => {
    const killed = new AbortController();
    const inputs = scene.inputs(jar, { 'spring-profile': 'test' });
    await whileHeld(
      scene.server,
      line,
      () => scene.run(inputs, { signal: killed.signal }),
      async () => {
        killed.abort();
        await scene.server.reboot({ hard: true });
      },
    );
    expect(await versionOnceServed(scene)).toBe('1');
    await until('port 8004', 60, () => askJson(scene, '/api/version', { plain: true }));
    expect((await ask(scene, '/api/files/by-hand', { plain: true })).body).toBe('kept');
  },
  180_000,
);

test('with that line everything is taken over, and the folder of the other case is told of', async () => {
  const deployed = await scene.run(scene.inputs(jar, { 'spring-profile': 'test' }));
  expectSuccess(deployed);
  expect(deployed.log).toMatch(/The interrupted switch to \S+ has ended: undone\./);
  const warnings = deployed.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
  expect(warnings).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`${lowerCase} holds files that the application does not see`),
      expect.stringContaining('Port 8004 serves the application in plain http'),
    ]),
  );
  expect(await askJson(scene, '/api/version')).toEqual({ version: '1', profile: 'test', greeting: secret });
  expect((await ask(scene, '/api/files/by-hand')).body).toBe('kept');
  expect(await scene.server.sh(`cat ${lowerCase}/uploaded ${guideFolder}/file-system/by-hand`)).toBe('lost\nkept');
  expect(
    await scene.server.sh(
      "docker inspect -f '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' mccm-server",
    ),
  ).toBe('shop');
  expect(
    await scene.server.sh('stat -c %a /docker/app/MCCM-server/adopted.json /docker/app/MCCM-server/adopted.env'),
  ).toBe('600\n600');
  expect(await neighbourServed()).toBe("the neighbour's");
  expect(everythingPrinted(deployed)).not.toContain(secret);
}, 240_000);

test('what was taken over stays the default; an input merges over it', async () => {
  const again = await scene.run(scene.inputs(jar, { 'spring-profile': 'test' }));
  expectSuccess(again);
  expect(again.outputs.changed).toBe('false');

  const changed = await scene.run(
    scene.inputs(jar, { 'spring-profile': 'test', env: 'EXAMPLE_GREETING=of-the-input', 'publish-app-port': 'false' }),
  );
  expectSuccess(changed);
  expect(await askJson(scene, '/api/version')).toMatchObject({ greeting: 'of-the-input' });
  expect(await scene.server.sh("ss -Hltn 'sport = :8004' | wc -l")).toBe('0');
  expect((await ask(scene, '/api/files/by-hand')).body).toBe('kept');
  expect(await neighbourServed()).toBe("the neighbour's");
}, 240_000);
