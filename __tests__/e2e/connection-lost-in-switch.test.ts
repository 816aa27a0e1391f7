import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutSessions, holdSwitch } from '../../practice/faults.ts';
import { type Link, openLink } from '../../practice/link.ts';
import { until } from '../../practice/waiting.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { ask, before, belongings, expectRed, lineIn, versionServed } from './witness.ts';

let scene: Scene;
/** What leads to the server's sshd and can be cut; fast, so that it takes no time of its own. */
let link: Link;
let through: Readonly<Record<string, string>>;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  const target = { host: scene.server.address, port: 22 };
  link = await openLink({ target, bytesPerSecond: 20e6, roundTripMs: 10 });
  through = { host: link.address, port: String(link.port) };
}, 300_000);
afterAll(async () => {
  await link?.close();
  await scene?.close();
});

test('the connection is cut while the jar is sent: the same run connects again and sends the rest', async () => {
  const jar = await scene.world.jars.backend('v1');
  const { size } = statSync(jar);
  link.cutAfter(size / 2);
  const result = await scene.run(scene.inputs(jar, through));
  expectSuccess(result);
  const { log } = result;
  expect(log).toContain('The connection is lost (CONNECTION_LOST). Connecting again; what was sent is kept.');
  expect(log).toContain('Connected again, with the lock of the application; continuing.');
  expect(log).toMatch(/going on from there\./);
  const { connections, bytesUp } = link.traffic();
  expect(connections).toBe(2);
  expect(bytesUp).toBeLessThan(size);
  expect(await versionServed(scene)).toBe('1');
}, 300_000);

test('the connection is cut while a request drains: the runner finds the switch again, the request is answered', async () => {
  const proven = lineIn(/^verified: the new version is live/);
  const held = await holdSwitch(scene.server, 'done container.restart-policy');
  const run = deployStandIn(scene, '2', { 'drain-timeout': '60' }, { onLine: proven.onLine });
  await before(run, held.reached());
  // Asked of the old version, and under way longer than the switch takes to its proof: the drain lasts as long as this.
  const slow = ask(scene, '/api/slow?ms=20000');
  await until('the request to be under way', 10, async () =>
    (await scene.server.exec(`ss -Htn state established 'sport = :8014' | grep -q .`)).code === 0 ? true : undefined,
  );
  await held.release();
  await before(run, proven.seen);
  await cutSessions(scene.server);
  // The lock is the switch's own now: a run that comes meanwhile, and does not wait, is refused.
  expectRed(await deployStandIn(scene, '2', { 'drain-timeout': '60', 'lock-timeout': '0' }), 'LOCKED');
  expect(await slow).toEqual({ status: 200, body: '1' });
  const result = await run;
  expectSuccess(result);
  expect(result.log).toContain('The connection was lost (CONNECTION_LOST). The server continues without it.');
  expect(result.log).toContain('Connected again; the switch was found.');
  expect(result.log.match(/^done: site\.drain$/gm)).toHaveLength(1);
  expect(result.outputs).toMatchObject({ changed: 'true', 'rolled-back': 'false' });
  expect(await versionServed(scene)).toBe('2');
}, 300_000);

test('the connection is cut while the image is built: red; the next run ends that build, and deploys', async () => {
  // An engine that lost its client takes a moment to remove the container of the build, which has a name of its own.
  const ours = /^(container mccm-server|current ).*$/gm;
  const standing = (await belongings(scene)).match(ours);
  // Longer than the next run would wait for it.
  writeFileSync(join(scene.workspace, 'slow'), 'FROM eclipse-temurin:8-jre\nRUN sleep 60\nCOPY *.jar /app.jar\n');
  const building = lineIn(/RUN sleep 60/);
  const run = deployStandIn(scene, '3', { ...through, dockerfile: 'slow' }, { onLine: building.onLine });
  await before(run, building.seen);
  link.cut();
  const result = await run;
  expectRed(result, 'CONNECTION_LOST');
  expect(result.outputs).toMatchObject({ changed: '', 'rolled-back': 'false' });
  expect(await versionServed(scene)).toBe('2');
  const cut = await belongings(scene);
  expect(cut.match(ours)).toEqual(standing);
  expect(cut).toContain(`release ${result.outputs.release}`);

  const next = await deployStandIn(scene, '3', through);
  expectSuccess(next);
  expect(next.log).toMatch(/An interrupted run left \S+ \(\d+\) running on the server\./);
  expect(await scene.server.sh('pgrep -f "[d]ocker build" || echo none')).toBe('none');
  expect(await versionServed(scene)).toBe('3');
  const left = await belongings(scene);
  expect(left).not.toContain(result.outputs.release);
  expect(left.match(ours)).toEqual(['container mccm-server', `current releases/${next.outputs.release}`]);
}, 300_000);
