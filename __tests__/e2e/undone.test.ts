import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { occupyPort } from '../../practice/faults.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { domain, type Scene } from './scene.ts';
import { deployStandIn, openStandIn } from './stand-in.ts';
import { whileHeld } from './while-held.ts';
import { belongings, everythingSaid, expectRed, lineIn, versionServed } from './witness.ts';

// Version 1 serves, and goes on serving as it stands, whether the image cannot be built or the switch is undone.
let scene: Scene;
let standing: string;
beforeAll(async () => {
  scene = await openStandIn();
  standing = await belongings(scene);
}, 300_000);
afterAll(() => scene?.close());

/** Deploys what fails before the switch. */
async function failWith(code: string, inputs: Record<string, string>): Promise<RunResult> {
  const result = await scene.run(scene.inputs(await scene.world.jars.hollow(), inputs));
  expectRed(result, code);
  expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false' });
  expect(await versionServed(scene)).toBe('1');
  expect(await belongings(scene)).toBe(standing);
  return result;
}

test('a build that fails is told by its last lines, and leaves neither container nor image', async () => {
  // What a program of the Dockerfile says of a registry of its own is not about the base image.
  const words = 'echo npm error registry: connection refused, manifest unknown, i/o timeout; echo no such front end';
  const lines = ['FROM openjdk:8-jre-slim', 'COPY target/*.jar /app.jar', `RUN ${words}; exit 3`];
  writeFileSync(join(scene.workspace, 'Dockerfile'), [...lines, 'CMD ["java", "-jar", "/app.jar"]', ''].join('\n'));
  const result = await failWith('BUILD_FAILED', { dockerfile: 'Dockerfile' });
  expect(result.annotations.map(({ message }) => message).join('\n')).toContain('returned a non-zero code: 3');
  expect(result.log).toMatch(/Output that shows BUILD_FAILED[\s\S]*no such front end/);
}, 300_000);

test('a registry that refuses connections, or to which no route leads: unreachable, with cures in order', async () => {
  await scene.server.sh('echo 198.18.0.254 registry.example.com >>/etc/hosts');
  for (const [registry, cause] of [
    ['127.0.0.1:5999', /connection refused/],
    ['registry.example.com:5000', /no route to host|i\/o timeout|Client\.Timeout/],
  ] as const) {
    const result = await failWith('BASE_IMAGE_UNREACHABLE', {
      'base-image': `${registry}/library/eclipse-temurin:8-jre`,
    });
    const said = result.annotations.find(({ title }) => title === 'BASE_IMAGE_UNREACHABLE')?.message;
    expect(said).toMatch(cause);
    // A mirror is Docker Hub's; these registries are asked themselves.
    expect(said).toMatch(/1\. Check .*curl -v https:.*2\. Set `base-image`.*3\. .*docker save/s);
    expect(said).not.toContain('mirror');
  }
}, 300_000);

test('a tag that the registry does not have; nor the mirror, whatever Docker says of Docker Hub then', async () => {
  for (const registry of [`${scene.world.registry.address}/library/`, '']) {
    const image = `${registry}eclipse-temurin:8-jre-nonesuch`;
    const result = await failWith('BASE_IMAGE_UNKNOWN', { 'base-image': image });
    expect(result.log).toContain(`base image ${image}`);
    expect(result.log).not.toMatch(/^Upload /m);
  }
}, 300_000);

/** Deploys version 2 with scripts on the way. */
async function deployWithHooks(hooks: Record<string, string>, code: string): Promise<RunResult> {
  const result = await deployStandIn(scene, '2', { ...hooks, env: 'TOKEN=hunter2-of-the-shop' });
  expectRed(result, code);
  expect(result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)).toEqual([code]);
  expect(everythingSaid(result)).not.toContain('hunter2-of-the-shop');
  return result;
}

describe('before-switch fails: version 1 goes on, and all is undone', () => {
  const goesOn = async (): Promise<void> => {
    expect(await versionServed(scene)).toBe('1');
    expect(await belongings(scene)).toBe(standing);
  };

  test('a smoke test, which prints a secret, and what the runner and the action obey', async () => {
    const script = `curl -fsS "$CANDIDATE_URL/api/version"
docker inspect --format '{{json .Config.Env}}' "$(docker ps -q | head -n 1)"
printf '%s\\n' ::error::boo ::add-mask::deploy '::set-output name=url::https://evil.example' '@@fact hook_code 0'
sleep 300 &
curl -fsS "$CANDIDATE_URL/nonesuch"
touch /root/never`;
    const result = await deployWithHooks({ 'before-switch': script }, 'HOOK_FAILED');
    expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false', url: '' });
    expect(result.log).toMatch(/^\{"version":"2"\}$/m);
    expect(result.log).toMatch(/^::set-output name=url::https:\/\/evil\.example$/m);
    expect(result.log).toContain('TOKEN=***');
    expect(result.commands).not.toContain('set-output');
    expect(result.masks).not.toContain('deploy');
    expect(result.log).toMatch(/Output that shows HOOK_FAILED[\s\S]*curl: \(22\) .*404/);
    const undone = [...result.log.matchAll(/^Undone: (\S+)$/gm)].map(([, step]) => step);
    expect(undone.slice(0, 2)).toEqual(['container.start', 'image.build']);
    expect(await scene.server.sh('ls /root/never 2>/dev/null; pgrep -f "^sleep 300" || true')).toBe('');
    await goesOn();
  }, 300_000);

  test('one that hangs is ended at hook-timeout; one that bash cannot read, before anything is done', async () => {
    const hangs = { 'before-switch': 'echo waits; sleep 300', 'hook-timeout': '3' };
    const result = await deployWithHooks(hangs, 'HOOK_TIMEOUT');
    expect(result.log).toMatch(/^waits$/m);
    expect(await scene.server.sh('pgrep -f "^sleep 300" || true')).toBe('');
    await goesOn();
    const broken = await deployWithHooks({ 'after-deploy': 'if true; then\n' }, 'HOOK_SYNTAX');
    expect(broken.log).not.toContain('Build image');
    await goesOn();
  }, 300_000);
});

/** Deploys version 2 while `spoil` changes the server after the survey, before the switch has done anything. */
function deploySpoilt(spoil: () => Promise<unknown>, inputs: Record<string, string> = {}): Promise<RunResult> {
  return whileHeld(scene.server, 'begin container.baseline', () => deployStandIn(scene, '2', inputs), spoil);
}

async function expectUndone(result: RunResult, code: string): Promise<void> {
  expectRed(result, code);
  expect(result.outputs).toMatchObject({ 'rolled-back': 'true', changed: 'false' });
  expect(await versionServed(scene)).toBe('1');
  expect(await belongings(scene)).toBe(standing);
  expect(await scene.server.sh('tail -n 1 /docker/app/MCCM-server/deploy.log')).toMatch(/Z-1a2b3c4 undone/);
  expect(await scene.server.sh(`docker inspect --format '{{.HostConfig.RestartPolicy.Name}}' mccm-server`)).toBe(
    'unless-stopped',
  );
}

test('a port that is taken after the survey: nginx goes on with the old configuration, and all is undone', async () => {
  let free = async (): Promise<void> => {};
  const spoil = async (): Promise<void> => {
    free = await occupyPort(scene.server, 8015);
    await scene.server.sh(
      `echo '2026/01/01 00:00:00 [emerg] 1#1: unknown directive "of_an_earlier_deploy" in /etc/nginx/x.conf:1' >>/var/log/nginx/error.log`,
    );
  };
  const result = await deploySpoilt(spoil, { 'https-port': '8015' });
  await expectUndone(result, 'NGINX_NOT_SWITCHED');
  expect(result.log).toMatch(/bind\(\) to 0\.0\.0\.0:8015 failed \(98: /);
  expect(result.log).toMatch(/mccm-server\.conf:\d+ wants port 8015, which perl \(pid \d+\) holds/);
  expect(result.log).not.toContain('of_an_earlier_deploy');
  // In reverse.
  const undone = [...result.log.matchAll(/^undone: (\S+)$/gm)].map(([, step]) => step);
  expect(undone).toEqual(['site.swap', 'container.note-old', 'container.restart-policy']);
  await free();
}, 300_000);

test('a neighbour’s file that is broken after the survey: refused before anything is swapped', async () => {
  const neighbour = '/etc/nginx/conf.d/neighbour.conf';
  const result = await deploySpoilt(() =>
    scene.server.sh(`echo 'server { listen 8099; no_such_thing; }' >${neighbour}`),
  );
  await expectUndone(result, 'NGINX_REFUSED');
  expect(result.log).toMatch(/unknown directive "no_such_thing"/);
  expect(result.log).not.toMatch(/^done: site\.swap$/m);
  await scene.server.sh(`rm ${neighbour}`);
}, 300_000);

test('a snippet that answers in the application’s place: told at once, with its line and the status', async () => {
  const at: Record<string, number> = {};
  const onLine = (line: string): void => {
    const [, event] = /^(done: site\.reload|failed: site\.prove)/.exec(line) ?? [];
    if (event !== undefined) at[event] = Date.now();
  };
  // Not seen in the plan, since it answers some requests alone.
  const snippet = 'if ($http_user_agent = "") {\n  return 403;\n}';
  const result = await deployStandIn(scene, '2', { 'nginx-snippet': snippet }, { onLine });
  await expectUndone(result, 'NGINX_NOT_SWITCHED');
  expect(result.log).toMatch(/nginx answered 403 itself before .*; see \/etc\/nginx\/conf\.d\/mccm-server\.conf:\d+\./);
  expect((at['failed: site.prove'] ?? 0) - (at['done: site.reload'] ?? 0)).toBeLessThan(12_000);
}, 300_000);

describe('a neighbour comes to be on the port after the survey', () => {
  const file = '/etc/nginx/conf.d/neighbour.conf';
  const tls = 'ssl_certificate /etc/nginx/neighbour.pem; ssl_certificate_key /etc/nginx/neighbour.pem;';
  beforeAll(() =>
    scene.server.sh(
      'openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=n -days 2 -keyout /tmp/key -out /tmp/chain 2>/dev/null; cat /tmp/key /tmp/chain >/etc/nginx/neighbour.pem',
    ),
  );
  afterAll(() => scene.server.sh(`rm -f ${file} /etc/nginx/neighbour.pem; nginx -s reload`));

  test.each<[string, string, RegExp]>([
    [
      'with proxy_protocol',
      `server { listen 8015 ssl proxy_protocol; ${tls} }`,
      /A server on port 8015 listens with `proxy_protocol` \(\/etc\/nginx\/conf\.d\/neighbour\.conf:1\)/,
    ],
    [
      'with an address that wins',
      `server { listen 127.0.0.1:8015 ssl; ${tls} return 404; }`,
      /Another server of nginx answered with status 404; see \/etc\/nginx\/conf\.d\/neighbour\.conf:1\./,
    ],
  ])(
    '%s',
    async (_, server, told) => {
      const prepared = lineIn(/^::group::Build image/);
      void prepared.seen.then(() => scene.server.sh(`echo '${server}' >${file}`));
      const deploy = () => deployStandIn(scene, '2', { 'https-port': '8015' }, { onLine: prepared.onLine });
      const result = await whileHeld(scene.server, 'failed site.prove', deploy, `rm ${file}`);
      await expectUndone(result, 'NGINX_NOT_SWITCHED');
      expect(result.log).toMatch(told);
    },
    300_000,
  );
});

test('the next run finds nothing in its way; an after-deploy that fails makes it red, and undoes nothing', async () => {
  const hooks = {
    'before-switch': 'curl -fsS "$CANDIDATE_URL/api/version" | grep 2',
    'after-deploy': 'curl -fsS "$CANDIDATE_URL/api/version"; kill -KILL $$',
  };
  const result = await deployWithHooks(hooks, 'AFTER_DEPLOY_FAILED');
  expect(result.outputs).toMatchObject({ changed: 'true', 'rolled-back': 'false', url: `https://${domain}:8014` });
  expect(result.log).toContain('exit code 137 (signal 9)');
  expect(result.log).toContain(`${result.outputs.release} is live`);
  expect(await versionServed(scene)).toBe('2');
}, 300_000);
