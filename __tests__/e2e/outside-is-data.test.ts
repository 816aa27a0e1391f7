import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../../practice/run-action.ts';
import { expectRefused } from './refused.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';
import { whileHeld } from './while-held.ts';
import { expectRed } from './witness.ts';

/** What a build or an application may print, and no runner and no run may act on. */
const hostile = [
  '::stop-commands::x',
  '::add-mask::deploy',
  '  ::error::boo',
  'and ##[error]boo and ##[add-mask]deploy',
  '::group::fold',
  '##[group]fold',
  '::set-output name=url::https://evil.example',
  '@@failure DISK_FULL path=L2V2aWw= needed=MQ== available=MA==',
  '@@fact health OTk5',
  '@@answers eA==',
  'carriage\r::add-mask::deploy',
  '```\n</details> <img src=x> [press](https://evil.example)',
];

/** A Lua block, and a comment that reads like a heading of `nginx -T`: what nginx reads well. */
const neighbour = `# configuration file /etc/passwd:
server {
  listen 8081; server_name other.example.com;
  location / { content_by_lua_block { local t = { a = "}" } -- }
    ngx.say("of Lua " .. t.a) } }
# configuration file /etc/nginx/nginx.conf:
}
`;

/** Bash by which a container serves its health: in the background, unless `-f` follows. */
const serve = 'mkdir -p /tmp/actuator; echo UP >/tmp/actuator/health; busybox httpd -p 8004 -h /tmp';

const secret = 'hunter2-of-the-shop';

let scene: Scene;
let jar: string;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  jar = await scene.world.jars.hollow();
  const context = join(scene.workspace, 'context');
  mkdirSync(context);
  writeFileSync(join(context, 'hostile.txt'), `${hostile.join('\n')}\n`);
  await scene.server.sh(
    'apt-get update -qq && apt-get install -y -qq --no-install-recommends libnginx-mod-http-lua >/dev/null 2>&1',
  );
  await scene.server.sh('cat >/etc/nginx/conf.d/neighbour.conf; nginx -t 2>&1 && systemctl restart nginx', {
    input: neighbour,
  });
}, 400_000);
afterAll(() => scene?.close(), 60_000);

/** Inputs with a Dockerfile of its own that ends in these lines. */
function inputs(lines: readonly string[], more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const text = ['FROM eclipse-temurin:8-jre', 'COPY target/*.jar /app.jar', 'COPY hostile.txt /', ...lines, ''];
  writeFileSync(join(scene.workspace, 'Dockerfile'), text.join('\n'));
  return scene.inputs(jar, { dockerfile: 'Dockerfile', context: 'context', ...more });
}

function artifactOf(result: RunResult): ReadonlyMap<string, string> {
  const [folder = ''] = readdirSync(result.temp).filter((name) => /^(deployment|plan)-/.test(name));
  const files = readdirSync(join(result.temp, folder));
  return new Map(files.map((name) => [name, readFileSync(join(result.temp, folder, name), 'utf8')]));
}

/** Every byte of a run that leaves it, the commands that hide values aside. */
function bytesOf(result: RunResult): string {
  const lines = result.raw.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const outputs = Object.values({ ...result.outputs, ...result.state });
  return [...lines, result.summary, ...outputs, ...artifactOf(result).values()].join('\n');
}

/** The runner obeyed what the action itself says, and nothing else. */
function expectNothingObeyed(result: RunResult, code: string): void {
  expectRed(result, code);
  const errors = result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title);
  expect(errors).toEqual([code]);
  const own = ['add-mask', 'endgroup', 'error', 'group', 'stop-commands', 'warning'];
  expect(result.commands.filter((command) => !own.includes(command))).toEqual([]);
  expect(result.masks).not.toContain('deploy');
  expect(result.raw).not.toContain('##[');
  expect(result.log).toContain('::add-mask::deploy');
  expect(result.outputs).toMatchObject({ url: '', 'health-status': '' });
  // Outside of its fence, what was printed would be a picture and a link.
  const [, ...blocks] = result.summary.split('<details>');
  expect(blocks.some((block) => /\n\n(`{4,})\n[\s\S]*<img src=x>[\s\S]*\n\1\n/.test(block))).toBe(true);
  expect(result.summary.replace(/\n(`{4,})\n[\s\S]*?\n\1\n/g, '')).not.toMatch(/<img|\[press\]/);
}

test('what was set up by hand is told by names: no value of a command line, a variable or a file of nginx', async () => {
  const words = [
    `-Dspring.redis.url=redis://:${secret}@10.0.0.1`,
    '-Xmx512m',
    '-jar',
    '/x.jar',
    `--spring.datasource.url=jdbc:mysql://10.0.0.1/shop?user=a&password=${secret}`,
    `--spring.data.mongodb.uri=mongodb://user:${secret}@10.0.0.1/shop`,
  ];
  await scene.server.sh(
    `docker create --name mccm-server -p 8004:8004 -e TOKEN=${secret} --label key=${secret} eclipse-temurin:8-jre java ${words.map((word) => `'${word}'`).join(' ')}`,
  );
  await scene.server.sh('cat >/etc/nginx/conf.d/hand.conf; nginx -t 2>&1 && systemctl reload nginx', {
    input: `server { listen 8014; server_name ${domain}; # ${secret}
  location / { proxy_pass http://127.0.0.1:8004; proxy_set_header Authorization "Basic ${secret}"; proxy_set_header X-Key ${secret}; }
  location /sign { content_by_lua_block { ngx.say("${secret}") } }
  if ($http_x_key != "${secret}") { return 403; }
}
`,
  });
  const result = await scene.run(scene.inputs(jar, { command: 'plan' }));
  const look = "<docker inspect -f '{{.Args}}' mccm-server>";
  expectRefused(result, {
    codes: ['ADOPTION_LOSES', 'SERVER_BLOCK_LOSES'],
    says: [
      '-Dspring.redis.url=…; -Xmx512m; --spring.datasource.url=…; --spring.data.mongodb.uri=…',
      `SPRING_DATASOURCE_URL=${look}`,
      `SPRING_REDIS_URL=${look}`,
      'proxy_set_header Authorization …; proxy_set_header X-Key …;',
      'content_by_lua_block { … }',
      'if ($http_x_key != …)',
    ],
  });
  expect(bytesOf(result)).not.toContain(secret);
  await scene.server.sh('docker rm mccm-server; rm /etc/nginx/conf.d/hand.conf; systemctl reload nginx');
}, 120_000);

test('a build that prints commands of the runner, and marks of ours', async () => {
  const result = await scene.run(inputs(['RUN cat /hostile.txt && exit 3', 'CMD ["java", "-jar", "/app.jar"]']));
  expectNothingObeyed(result, 'BUILD_FAILED');
}, 300_000);

test('an application that prints them and is not well', async () => {
  const lines = ['CMD ["sh", "-c", "cat /hostile.txt; exec sleep 600"]'];
  const result = await scene.run(inputs(lines, { 'app-port': '8004', 'health-timeout': '5' }));
  expectNothingObeyed(result, 'APPLICATION_DOWN');
}, 300_000);

test('an application that prints them, in the log of a switch that is undone', async () => {
  const lines = ['STOPSIGNAL SIGKILL', `CMD ["sh", "-c", "${serve}; sleep 5; cat /hostile.txt; exec sleep 600"]`];
  const deploy = () => scene.run(inputs(lines, { 'app-port': '8004', 'https-port': '8015' }));
  // Its log is told where it is what does not answer.
  const dies = `id=$(docker ps -q | head -n 1); until docker logs "$id" 2>&1 | grep -q add-mask; do sleep 0.2; done; docker kill "$id"`;
  const result = await whileHeld(scene.server, 'done site.swap', deploy, dies);
  expectNothingObeyed(result, 'NGINX_NOT_SWITCHED');
}, 300_000);

test('values of options, snippet and build arguments go to the server whole, and are shown nowhere', async () => {
  const result = await scene.run(
    inputs(['ARG TOKEN', `CMD ["sh", "-c", "${serve} -f"]`], {
      'app-port': '8004',
      'nginx-snippet': `# ${secret}\nlocation /a { proxy_set_header Authorization "Basic ${secret}"; proxy_pass http://127.0.0.1:8081; }`,
      'docker-options': `--log-opt 'env-regex=^${secret}$' --log-opt max-size=1m --health-cmd "true ${secret}" --pids-limit 500`,
      'build-args': `TOKEN=${secret}`,
      env: `PIN=1234\nPUBLIC_HOST=${domain}\nSCHEME=https\nBASE=https://${domain}:8014\nTOKEN=p@ss/word with "quotes"`,
    }),
  );
  expectSuccess(result);
  expect(bytesOf(result)).not.toContain(secret);
  // Neither four characters nor what anybody may know is hidden in what is to be pasted.
  expect(result.masks).not.toEqual(expect.arrayContaining([domain]));
  for (const shown of [result.log, result.summary])
    for (const line of [`https://${domain}:8014`]) expect(shown).toContain(line);
  expect(result.summary).toContain(`\`wss://${domain}\``);
  expect(result.summary).not.toContain('***');
  expect(result.masks).toContain(encodeURIComponent('p@ss/word with "quotes"'));
  const artifact = artifactOf(result);
  expect(artifact.get('docker-run.sh')).toContain("--log-opt 'env-regex=…' --log-opt max-size=1m --health-cmd '…'");
  expect(artifact.get('docker-run.sh')).toContain('--pids-limit 500');
  expect(artifact.get('plan.txt')).toContain("--build-arg 'TOKEN=…'");
  expect(artifact.get('nginx-mccm-server.conf')).toContain('proxy_set_header Authorization …;');
  // As it lies on the server but for the snippet.
  const file = await scene.server.sh('cat /etc/nginx/conf.d/mccm-server.conf');
  expect(file).toContain(`proxy_set_header Authorization "Basic ${secret}";`);
  expect(artifact.get('nginx-mccm-server.conf')?.split('\n')[0]).toBe(file.split('\n')[0]);
  expect(await scene.server.sh('docker inspect mccm-server')).toContain(`env-regex": "^${secret}$`);
  expect(await scene.server.sh('curl -s -H "Host: other.example.com" http://127.0.0.1:8081/')).toBe('of Lua }');
  const again = await scene.run(scene.inputs(jar, { command: 'plan', 'app-port': '8004' }));
  expectSuccess(again);
  // The old file is a part of this plan's diff.
  expect(bytesOf(again)).not.toContain(secret);
  expect(again.log).toContain('proxy_set_header Authorization …;');
}, 300_000);
