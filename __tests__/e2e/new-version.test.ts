import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, ask, askJson } from './client.ts';
import { failuresIn, type Sample, startLoad } from './load.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { openSocket } from './websocket.ts';

const drainSeconds = 8;

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 240_000);
afterAll(() => scene?.close(), 60_000);

function versionIn({ body }: Sample): string {
  return body === undefined ? '-' : ((JSON.parse(body) as { version: string }).version ?? '-');
}

/** When the new version was first seen, and when the old one last. */
function changeIn(samples: readonly Sample[]): { readonly first: number; readonly lastOld: number } {
  const first = samples.find((sample) => versionIn(sample) === '2')?.at ?? Number.NaN;
  return { first, lastOld: samples.findLast((sample) => versionIn(sample) === '1')?.at ?? Number.NaN };
}

/** Lines that two states do not have in common. */
function difference(before: string, after: string): readonly string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return [...a.filter((line) => !b.includes(line)), ...b.filter((line) => !a.includes(line))];
}

test('a new jar is deployed beside the old one: requests are answered throughout', async () => {
  const [v1, v2] = [await scene.world.jars.backend('v1'), await scene.world.jars.backend('v2')];
  const settings = { 'publish-app-port': 'true', 'drain-timeout': String(drainSeconds) };
  const first = await scene.run(scene.inputs(v1, settings));
  expectSuccess(first);
  expect(first.annotations.filter((one) => one.level === 'warning').map((one) => one.message)).toEqual([
    expect.stringContaining('Port 8004 serves the application in plain http to the world'),
  ]);
  expect(await askJson(scene, '/api/version', { plain: true })).toMatchObject({ version: '1' });
  // The port of the application is nginx's, so that two versions can overlap.
  expect(await scene.server.sh("ss -Hltnp 'sport = :8004' | grep -c nginx")).not.toBe('0');
  const before = await stateOf(scene.server);

  const fresh = startLoad(scene, '/api/version');
  const kept = startLoad(scene, '/api/version', { keep: true });
  const plain = startLoad(scene, '/api/version', { plain: true });
  const socket = await openSocket(scene, '/ws');
  let slow: Promise<Answer & { readonly at: number }> | undefined;
  const hear = (line: string): void => {
    // Under way when nginx switches, and longer than the switch takes.
    if (line === '::group::Switch') {
      slow = ask(scene, '/api/slow?ms=5000').then((answer) => ({ ...answer, at: Date.now() }));
      slow.catch(() => undefined);
    }
  };
  const running = scene.run(scene.inputs(v2, settings), { onLine: hear });
  let ended = false;
  const closed = socket.closed.then((at) => {
    ended = true;
    return at;
  });
  let echoes = 0;
  let lastEcho = 0;
  const echoing = (async () => {
    while (!ended) {
      const answered = await socket.echo(`echo ${echoes}`).then(
        () => true,
        () => false,
      );
      if (!answered) break;
      echoes += 1;
      lastEcho = Date.now();
      await pause(100);
    }
  })();
  const second = await running;
  const loads = await Promise.all([fresh.stop(), kept.stop(), plain.stop()]);
  socket.end();
  await echoing;
  expectSuccess(second);
  expect(second.outputs).toMatchObject({ changed: 'true', 'previous-release': first.outputs.release ?? '' });
  // The WebSocket connection, which nobody ended.
  expect(second.annotations.find(({ title }) => title === 'DRAIN_CUT')).toMatchObject({
    level: 'warning',
    message: expect.stringContaining(`still open after ${drainSeconds} s: 1.`),
  });

  const [ofFresh, ofKept, ofPlain] = loads;
  const overlap = loads.map((samples) => {
    const { first: begun, lastOld } = changeIn(samples);
    return lastOld - begun;
  });
  console.log(
    `answered: ${ofFresh.length} on new connections, ${ofKept.length} on a kept one (${ofKept.filter((s) => s.again).length} sent again), ${ofPlain.length} in plain http; ms from the first answer of 2 to the last of 1: ${overlap.join(', ')}; ${echoes} echoes`,
  );
  for (const samples of loads) {
    expect(failuresIn(samples)).toEqual([]);
    expect(samples.length).toBeGreaterThan(50);
    expect(new Set(samples.map(versionIn))).toEqual(new Set(['1', '2']));
  }
  // Old and new workers of nginx accept side by side for a moment; apart from that the version changes once.
  for (const ms of overlap) expect(ms).toBeLessThan(1000);

  const changed = changeIn(ofFresh).first;
  const answer = await slow;
  expect(answer).toMatchObject({ status: 200, body: '1' });
  expect(answer?.at).toBeGreaterThan(changed);
  const closedAt = await closed;
  expect(lastEcho - changed).toBeGreaterThan((drainSeconds - 1) * 1000);
  expect(closedAt - changed).toBeGreaterThanOrEqual((drainSeconds - 0.5) * 1000);

  const kinds = [
    /^[0-9a-f]{64} {2}\/docker\/app\/MCCM-server\/releases\//,
    /^\/docker\/app\/MCCM-server\/releases\/\S+ /,
    /^\/docker\/app\/MCCM-server\/current -> /,
    /^[0-9a-f]{64} {2}\/etc\/nginx\/conf\.d\/mccm-server\.conf$/,
    /^[0-9a-f]{64} mccm-server mccm-server:\S+$/,
    /^mccm-server:\S+ sha256:/,
  ];
  const changes = difference(before, await stateOf(scene.server));
  expect(changes.filter((line) => !kinds.some((kind) => kind.test(line)))).toEqual([]);
  // The release that served stays, to go back to: its folder and its image are as they were.
  expect(changes.filter((line) => line.includes(first.outputs.release ?? '-') && !line.includes(' -> '))).toEqual([
    expect.stringMatching(/^[0-9a-f]{64} mccm-server mccm-server:/),
  ]);
}, 400_000);
