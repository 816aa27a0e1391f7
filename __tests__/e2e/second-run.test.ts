import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { statusOf, warnedOf } from './status.ts';
import { before, lineIn, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 120_000);
afterAll(() => scene?.close());

test('one login a run; a second identical run plans nothing, changes nothing, and yet proves what serves', async () => {
  const jar = await scene.world.jars.backend('v1');
  const logins = async () =>
    Number(await scene.server.sh("journalctl -u ssh --no-pager | grep -c 'Accepted publickey' || true"));
  const loginsBefore = await logins();
  const first = await scene.run(scene.inputs(jar));
  expectSuccess(first);
  expect((await logins()) - loginsBefore).toBe(1);
  expect(first.outputs).toMatchObject({ changed: 'true', url: 'https://api.example.com:8014', 'health-status': '200' });

  const before = await stateOf(scene.server);
  const second = await scene.run(scene.inputs(jar));
  expectSuccess(second);
  expect(second.outputs).toMatchObject({ changed: 'false', release: first.outputs.release ?? '' });
  expect(second.log).toContain(`Nothing to change. Verified: ${first.outputs.release} is live.`);
  expect(await stateOf(scene.server)).toBe(before);

  // The same classes built again: other time stamps in the jar, and nothing else.
  const rebuilt = await scene.run(scene.inputs(await scene.world.jars.backend('v1-rebuilt')));
  expectSuccess(rebuilt);
  expect(rebuilt.outputs).toMatchObject({ changed: 'false', release: first.outputs.release ?? '' });
  expect(await stateOf(scene.server)).toBe(before);
}, 180_000);

test('what does not serve any more is repaired by the next run, though no input changed', async () => {
  const jar = await scene.world.jars.backend('v1');
  await scene.server.sh('systemctl stop nginx');
  const status = await statusOf(scene);
  expect(warnedOf(status)).toEqual(['NGINX_STOPPED']);
  expect(status.outputs).toMatchObject({ url: '', 'health-status': '200' });
  const repaired = await scene.run(scene.inputs(jar));
  expectSuccess(repaired);
  expect(repaired.outputs.changed).toBe('true');
  await scene.server.sh('docker rm -f mccm-server');
  const again = await scene.run(scene.inputs(jar));
  expectSuccess(again);
  expect(again.outputs).toMatchObject({ changed: 'true' });
}, 180_000);

test('a container that was stopped, or kept another name, is repaired by the next run and keeps its files', async () => {
  const { server } = scene;
  const jar = await scene.world.jars.backend('v1');
  const id = await server.sh("docker inspect -f '{{.Id}}' mccm-server");
  await server.sh('docker exec mccm-server touch /tmp/kept && docker stop mccm-server');
  const status = await statusOf(scene);
  expect(warnedOf(status)).toEqual(['CONTAINER_NOT_RUNNING']);
  expect(status.log).toContain('Container: mccm-server (exited)');
  expect(status.log).toContain('Exit code: 143');
  expect(status.log).toContain('nginx: routes to it at https://api.example.com:8014, which answers 502');
  expect(status.outputs).toMatchObject({ container: 'mccm-server', url: '', 'health-status': '' });
  const started = await scene.run(scene.inputs(jar));
  expectSuccess(started);
  expect(started.log).toContain('Start container mccm-server again');
  expect(started.log).not.toContain('docker build');
  expect(started.outputs).toMatchObject({ changed: 'true', 'health-status': '200' });
  await server.sh('docker exec mccm-server ls /tmp/kept');

  // As after a run that was cut short before it renamed it.
  await server.sh('docker rename mccm-server mccm-server-20261126T000000Z-local');
  const renamed = await scene.run(scene.inputs(jar));
  expectSuccess(renamed);
  expect(renamed.log).toContain('Name it mccm-server');
  expect(await server.sh("docker inspect -f '{{.Id}}' mccm-server")).toBe(id);
}, 180_000);

test('the same contents under another zip: sent again where the server has lost its jar; an ephemeral port is told', async () => {
  const { server } = scene;
  const lost = await server.sh('find /docker/app/MCCM-server/releases -name "*.jar" -print -delete | wc -l');
  expect(Number(lost)).toBeGreaterThan(0);
  // As tuning guides have it: no port is left that the kernel does not hand out to outgoing connections.
  // These settings are the server's own; the container that it is makes them read-only.
  await server.sh('mount -o remount,bind,rw /proc/sys && sysctl -q -w net.ipv4.ip_local_port_range="1024 65535"');
  const rebuilt = await scene.world.jars.backend('v1-rebuilt');
  const sent = await scene.run(scene.inputs(rebuilt, { env: 'ROUND=1' }));
  expectSuccess(sent);
  expect(sent.log).toContain('Upload ');
  const told = sent.annotations.find(({ title }) => title === 'PORT_EPHEMERAL');
  expect(told?.level).toBe('warning');

  // The cure as it is written, followed; from then on the port is safe.
  const [cure = ''] = /echo 'net[^\n]*/.exec(told?.message ?? '') ?? [];
  await server.sh(cure);
  const again = await scene.run(scene.inputs(rebuilt, { env: 'ROUND=2' }));
  expectSuccess(again);
  expect(again.log).toContain('from an earlier release');
  expect(again.annotations.map(({ title }) => title)).not.toContain('PORT_EPHEMERAL');
}, 240_000);

test('three runs at once: each in turn, told for whom it waits, and each finds what the one before it made', async () => {
  const start = (actor: string, line: RegExp, inputs: Readonly<Record<string, string>> = {}) => {
    const seen = lineIn(line);
    const run = deployStandIn(scene, '1', inputs, { onLine: seen.onLine, env: { GITHUB_ACTOR: actor } });
    return { run, seen: before(run, seen.seen) };
  };
  const first = start('first-pusher', /Folder of release/);
  await first.seen;
  const waits =
    /^Waiting for another run on MCCM-server: first-pusher, \S+\/octocat\/mccm-server\/actions\/runs\/8014, since \d{4}-/;
  const second = start('second-pusher', waits);
  await second.seen;
  const third = start('third-pusher', waits);
  const plan = deployStandIn(scene, '1', { command: 'plan' });
  await third.seen;
  const done = await first.run;
  expectSuccess(done);
  expect(done.outputs.changed).toBe('true');
  const others = [await second.run, await third.run];
  for (const other of others) {
    expectSuccess(other);
    // What it was told before it waited is not what it works with.
    expect(other.outputs).toMatchObject({ changed: 'false', release: done.outputs.release ?? '' });
    expect(other.log).toMatch(/MCCM-server is free: this run's turn after \d+ s\./);
  }
  expect(others[1]?.log).toMatch(/first-pusher, .* before this one: 1\.[\s\S]*second-pusher, .* before this one: 0\./);
  const planned = await plan;
  expectSuccess(planned);
  expect(planned.log).toMatch(/in progress \((first|second)-pusher /);
  expect(planned.log).not.toContain('Waiting for another run');
  expect(await versionServed(scene)).toBe('1');
}, 300_000);
