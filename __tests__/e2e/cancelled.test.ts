import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropPort } from '../../practice/faults.ts';
import { openLink } from '../../practice/link.ts';
import { readLog } from '../../practice/runner-protocol.ts';
import { until } from '../../practice/waiting.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { whileHeld } from './while-held.ts';
import { before, lineIn, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 300_000);
afterAll(() => scene?.close());

/** The runner would have killed it after 10 s; it ends by itself, red, with what it knows. */
function expectEndedByItself(result: Awaited<ReturnType<Scene['run']>>, seconds: number): void {
  expect(result.code).toBe(1);
  expect(result.outputs['error-code']).toBe('CANCELLED');
  expect(result.secondsToEnd).toBeLessThan(seconds);
  expect(result.post?.code).toBe(0);
}

/** What the post step told, as an annotation. */
function toldByPost(result: Awaited<ReturnType<Scene['run']>>): string {
  const { annotations } = readLog(result.post?.raw ?? '');
  for (const { message } of annotations) expect(result.post?.summary).toContain(message.split('\n')[0]);
  return annotations.map(({ message }) => message).join('\n');
}

test('a run that is cancelled while it waits for health takes everything back; the old version serves', async () => {
  const first = await deployStandIn(scene, '1');
  expectSuccess(first);
  const before = await stateOf(scene.server);

  const person = new AbortController();
  // With a jar that is to be sent.
  const jar = await scene.world.jars.backend('unhealthy');
  const onLine = (line: string): void => {
    if (line.includes('/actuator/health: 503')) person.abort();
  };
  const result = await deployStandIn(scene, 'unhealthy', { jar }, { cancel: person.signal, onLine });
  expectEndedByItself(result, 9.5);
  expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false' });
  expect(result.log).toContain('Undone: container.start');
  expect(toldByPost(result)).toBe('');
  // The jar that was sent may stay: the next run need not send it again.
  const left = (await stateOf(scene.server)).split('\n').filter((line) => !before.includes(line));
  expect(left.filter((line) => !line.includes('/releases/.incoming'))).toEqual([]);
  expect(await scene.server.sh('readlink /docker/app/MCCM-server/current')).toBe(`releases/${first.outputs.release}`);
}, 400_000);

test.each([
  ['the machine shuts down: SIGTERM alone', 'terminate'],
  ['SIGKILL, without a signal before', 'kill'],
] as const)(
  'while it uploads, %s: what serves is untouched',
  async (_, how) => {
    const slow = await openLink({
      target: { host: scene.server.address, port: 22 },
      bytesPerSecond: 1e6,
      roundTripMs: 20,
    });
    try {
      const end = new AbortController();
      const onLine = (line: string): void => {
        if (/^::group::Upload /.test(line)) setTimeout(() => end.abort(), 1000);
      };
      const jar = await scene.world.jars.backend();
      const inputs = { jar, host: '127.0.0.1', port: String(slow.port) };
      const result = await deployStandIn(scene, '2', inputs, { [how]: end.signal, onLine });
      if (how === 'terminate') {
        expectEndedByItself(result, 2.5);
        // In a second, over such a line, not every undo is seen to its end: what may be left is told by its steps.
        expect(result.summary).toMatch(/Undone, in this order: |\*\*NOT_UNDONE\*\* — .*release\.folder/);
        expect(toldByPost(result)).toBe('');
      } else {
        expect(result.code).toBeNull();
        expect(toldByPost(result)).toMatch(/^The run was interrupted in: prepare\. The switch had not begun/);
      }
      expect(await versionServed(scene)).toBe('1');
    } finally {
      await slow.close();
    }
  },
  300_000,
);

test('a build that a person cancels, and whose machine shuts down at once: ended and undone by the server', async () => {
  const person = new AbortController();
  const end = { cancel: person.signal, terminate: person.signal };
  const onLine = (line: string): void => {
    if (/Step .*: RUN /.test(line)) setTimeout(() => person.abort(), 500);
  };
  const lines = ['FROM eclipse-temurin:8-jre', 'COPY *.jar /app.jar', 'RUN sleep 300', 'CMD sleep 300', ''];
  writeFileSync(join(scene.workspace, 'Endless'), lines.join('\n'));
  const result = await deployStandIn(scene, '2', { dockerfile: 'Endless' }, { ...end, onLine });
  // It is a machine that the runner of the test before was killed on: what that left went first.
  expect(result.log).toMatch(/Remove what is left of \S+/);
  expectEndedByItself(result, 2.5);
  const nothing = await until('the build to be gone', 30, async () =>
    (await scene.server.sh('docker ps -q --no-trunc | wc -l; ls /docker/app/MCCM-server/releases | wc -l')) === '1\n1'
      ? true
      : undefined,
  );
  expect(nothing).toBe(true);
  expect(await versionServed(scene)).toBe('1');
}, 300_000);

test('cancelled in a switch that is committed within the grace period: changed, and says which version is live', async () => {
  const person = new AbortController();
  const cancelled = lineIn(/^Cancelled during the switch/);
  const deploy = () => deployStandIn(scene, '2', {}, { cancel: person.signal, onLine: cancelled.onLine });
  const result = await whileHeld(scene.server, 'done site.swap', deploy, async (run) => {
    person.abort();
    await before(run, cancelled.seen);
  });
  expectEndedByItself(result, 9.5);
  expect(result.outputs).toMatchObject({ changed: 'true', 'rolled-back': 'false' });
  expect(result.log).toContain(`The switch is committed: ${result.outputs.release} is live.`);
  expect(result.summary).toContain(`${result.outputs.release} is live.`);
  expect(result.summary).not.toContain('stays live');
  expect(toldByPost(result)).toBe('');
  expect(await versionServed(scene)).toBe('2');
}, 300_000);

test('cancelled in a switch that outlasts the grace period: not known at first, then the post step sees it committed', async () => {
  const person = new AbortController();
  const asking = lineIn(/^Reading the journal of the switch/);
  const deploy = () => deployStandIn(scene, '1', {}, { cancel: person.signal, onLine: asking.onLine });
  const result = await whileHeld(scene.server, 'done site.swap', deploy, async (run) => {
    person.abort();
    await before(run, asking.seen);
  });
  expectEndedByItself(result, 9.5);
  expect(result.outputs).toMatchObject({ changed: '', 'rolled-back': '' });
  expect(result.summary).toContain('had not ended yet. The server completes or undoes it without the runner');
  expect(result.summary).not.toContain('stays live');
  expect(toldByPost(result)).toMatch(`The switch is committed: ${result.outputs.release} is live.`);
  expect(await versionServed(scene)).toBe('1');
}, 300_000);

test('the same, undone by the server after the run ended: the post step says which version is live', async () => {
  const person = new AbortController();
  const asking = lineIn(/^Reading the journal of the switch/);
  const live = (await scene.server.sh('readlink /docker/app/MCCM-server/current')).replace('releases/', '');
  const deploy = () => deployStandIn(scene, '2', {}, { cancel: person.signal, onLine: asking.onLine });
  const result = await whileHeld(scene.server, 'done site.swap', deploy, async (run) => {
    // What nginx is about to be led to is gone: the proof fails.
    await scene.server.sh('docker kill $(docker ps --format "{{.Names}}" | grep "^mccm-server-")');
    person.abort();
    await before(run, asking.seen);
  });
  expectEndedByItself(result, 9.5);
  expect(result.outputs).toMatchObject({ changed: '', 'rolled-back': '' });
  expect(toldByPost(result)).toMatch(`The switch to ${result.outputs.release} failed and was undone: ${live} is live.`);
  expect(await versionServed(scene)).toBe('1');
}, 300_000);

test('cancelled while it looks from outside: ends at once, the new version stays', async () => {
  const person = new AbortController();
  const admit = await dropPort(scene.server, 8014);
  try {
    const onLine = (line: string): void => {
      if (/^::group::External checks/.test(line)) person.abort();
    };
    const result = await deployStandIn(scene, '2', {}, { cancel: person.signal, onLine });
    expectEndedByItself(result, 4);
    expect(result.outputs).toMatchObject({ changed: 'true', 'rolled-back': 'false', url: '' });
    expect(result.summary).toContain(`${result.outputs.release} is live.`);
    expect(toldByPost(result)).toBe('');
  } finally {
    await admit();
  }
  expect(await versionServed(scene)).toBe('2');
  expect((await deployStandIn(scene, '2')).outputs).toMatchObject({ 'error-code': '', changed: 'false' });
}, 300_000);
