import { setTimeout as pause } from 'node:timers/promises';
import type { Issued } from '../../practice/certificates.ts';
import { type Answer, type AskOptions, ask, askJson } from './client.ts';
import { leafOf, leafServed, watchLeaves } from './leaves.ts';
import { failuresIn, type Sample, startLoad } from './load.ts';
import { domain, expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { openSocket } from './websocket.ts';
import { whileHeld } from './while-held.ts';
import { expectRed } from './witness.ts';

const drainSeconds = 8;

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 240_000);
afterAll(() => scene?.close(), 60_000);

const shop = { app: 'Shop', 'https-port': '8015' };
const open = { 'publish-app-port': 'true' };

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
  let upload: Promise<Answer> | undefined;
  const hear = (line: string): void => {
    // Under way when nginx switches, and longer than the switch takes.
    if (line === '::group::Switch') {
      slow = ask(scene, '/api/slow?ms=5000').then((answer) => ({ ...answer, at: Date.now() }));
      slow.catch(() => undefined);
      upload = ask(scene, '/api/files/uploaded', { method: 'PUT', body: 'u'.repeat(100_000), bodyMs: 5000 });
      upload.catch(() => undefined);
      // Still at work when the old version is told to end, also where this machine is slow, and ended within the 30 s of
      // Spring's own shutdown.
      const task = { method: 'POST', body: 'done by the old version' };
      const ms = (drainSeconds + 14) * 1000;
      void ask(scene, `/api/background/task?ms=${ms}`, task);
      void ask(scene, `/api/messages/taken?ms=${ms}`, task).then(() => ask(scene, '/api/messages/next?ms=0', task));
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
  // It was accepted before the switch, by the old version, and its last byte came after.
  expect(await upload).toMatchObject({ status: 204 });
  expect((await ask(scene, '/api/files/uploaded')).body).toHaveLength(100_000);
  expect((await ask(scene, '/api/files/task')).body).toBe('done by the old version');
  // The message that it was at is ended, the one behind it was not taken any more.
  expect((await ask(scene, '/api/files/taken')).body).toBe('done by the old version');
  expect((await ask(scene, '/api/files/next')).status).toBe(404);
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
    // What the old version itself wrote.
    /^[0-9a-f]{64} {2}\/docker\/app\/MCCM-server\/file-system\/(?:taken|task|uploaded)$/,
  ];
  const changes = difference(before, await stateOf(scene.server));
  expect(changes.filter((line) => !kinds.some((kind) => kind.test(line)))).toEqual([]);
  // The release that served stays, to go back to: its folder and its image are as they were.
  expect(changes.filter((line) => line.includes(first.outputs.release ?? '-') && !line.includes(' -> '))).toEqual([
    expect.stringMatching(/^[0-9a-f]{64} mccm-server mccm-server:/),
  ]);
}, 400_000);

/** All that belongs to one application: files with hashes and modes, its container with the time of its start, its images. */
function ofApplication(app: string, image: string): Promise<string> {
  return scene.server.sh(`
find /docker/app/${app} /etc/nginx/conf.d/${image}.conf -type f -not -path '*/logs/*' -print0 | sort -z | xargs -0 sha256sum
find /docker/app/${app} /etc/nginx/conf.d/${image}.conf -not -path '*/logs/*' -printf '%p %m %u %T@ %l\\n' | sort
docker inspect --format '{{.Id}} {{.State.StartedAt}} {{.State.Pid}} {{.HostConfig.RestartPolicy.Name}}' ${image}
docker images --no-trunc --format '{{.Repository}}:{{.Tag}} {{.ID}}' ${image} | sort
find /etc/nginx/ssl -type f -print0 | sort -z | xargs -0 sha256sum`);
}

/** Deploys one application while the other is under load, and compares what the other is before and after. */
async function deployBeside(
  inputs: Readonly<Record<string, string>>,
  other: { readonly app: string; readonly image: string; readonly path: string; readonly asking: AskOptions },
): Promise<string> {
  const before = await ofApplication(other.app, other.image);
  const load = startLoad(scene, other.path, other.asking);
  const result = await scene.run(inputs);
  const samples = await load.stop();
  expectSuccess(result);
  expect(result.outputs.changed).toBe('true');
  expect(failuresIn(samples)).toEqual([]);
  expect(samples.length).toBeGreaterThan(20);
  expect(new Set(samples.map(({ body }) => body)).size).toBe(1);
  expect(await ofApplication(other.app, other.image)).toBe(before);
  return result.log;
}

test('two applications on one server and domain: neither is disturbed by the other’s deploy', async () => {
  const { jars } = scene.world;
  // It serves already.
  const first = await scene.run(scene.inputs(await jars.backend('v2'), open));
  expectSuccess(first);
  const mccm = { app: 'MCCM-server', image: 'mccm-server', path: '/api/version', asking: {} };
  const log = await deployBeside(scene.inputs(await jars.backend3('v1'), shop), mccm);
  // One domain, one certificate: it is there already.
  expect(log).not.toContain('Install the certificate');
  expect(await askJson(scene, '/shop/api/version', { port: 8015 })).toEqual({ version: '1' });

  const other = { app: 'Shop', image: 'shop', path: '/shop/api/version', asking: { port: 8015 } };
  await deployBeside(scene.inputs(await jars.backend('v1'), open), other);
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });

  // Either finds itself as it left it.
  for (const inputs of [scene.inputs(await jars.backend('v1'), open), scene.inputs(await jars.backend3('v1'), shop)]) {
    const again = await scene.run(inputs);
    expectSuccess(again);
    expect(again.outputs.changed).toBe('false');
  }
}, 600_000);

describe('the certificate of their domain is renewed by one of them', () => {
  const pems = ({ chain, key }: Issued) => ({ 'certificate-chain': chain, 'certificate-key': key });
  const mccmInputs = async (pair: Issued) =>
    scene.inputs(await scene.world.jars.backend('v1'), { ...open, ...pems(pair) });
  const shopInputs = async (pair: Issued) =>
    scene.inputs(await scene.world.jars.backend3('v1'), { ...shop, ...pems(pair) });
  const served = () => Promise.all([leafServed(scene, 8014), leafServed(scene, 8015)]);
  const nginxFiles = () => scene.server.sh('sha256sum /etc/nginx/conf.d/*.conf; ls /etc/nginx/ssl/*');
  let renewed: Issued;
  beforeAll(async () => {
    renewed = await scene.world.authority.issue([domain], { days: 120 });
  });

  test('both ports serve the new one from one switch on, and no connection fails', async () => {
    const before = leafOf(scene.pair);
    expect(await served()).toEqual([before, before]);
    const containers = () => scene.server.sh("docker inspect --format '{{.Id}} {{.State.StartedAt}}' mccm-server shop");
    const running = await containers();
    const watches = [8014, 8015].map((port) => watchLeaves(scene, port));
    const result = await scene.run(await mccmInputs(renewed));
    const samples = await Promise.all(watches.map((watch) => watch.stop()));
    expectSuccess(result);
    expect(result.outputs).toMatchObject({ changed: 'true', release: result.outputs['previous-release'] ?? '' });
    expect(result.log).toContain('Have Shop serve it too (/etc/nginx/conf.d/shop.conf)');
    expect(await containers()).toBe(running);
    for (const ofPort of samples) {
      expect(ofPort.flatMap(({ error }) => error ?? [])).toEqual([]);
      expect(new Set(ofPort.map(({ leaf }) => leaf))).toEqual(new Set([before, leafOf(renewed)]));
    }
    const all = samples.flat();
    const first = Math.min(...all.filter(({ leaf }) => leaf === leafOf(renewed)).map(({ at }) => at));
    const lastOld = Math.max(...all.filter(({ leaf }) => leaf === before).map(({ at }) => at));
    console.log(
      `${all.length} TLS connections, none failed; ms from the first new leaf to the last old one: ${lastOld - first}`,
    );
    // Old and new workers of nginx accept side by side for a moment.
    expect(lastOld - first).toBeLessThan(2000);
  }, 120_000);

  test('the other one’s next deploy with it changes nothing; a stale secret of the other’s puts nobody back', async () => {
    const again = await scene.run(await shopInputs(renewed));
    expectSuccess(again);
    expect(again.outputs.changed).toBe('false');

    const stale = await scene.run({ ...(await shopInputs(scene.pair)), command: 'plan' });
    expectSuccess(stale);
    expect(stale.log).toContain('MCCM-server keeps its certificate, which expires on');
    expect(stale.log).not.toContain('Have MCCM-server serve it too');
  }, 120_000);

  test('where the other one’s port does not prove it, both keep the one that they have', async () => {
    const next = await scene.world.authority.issue([domain], { days: 150 });
    const before = await nginxFiles();
    const rule = 'INPUT -i lo -p tcp --dport 8015 -j REJECT --reject-with tcp-reset';
    await scene.server.sh(`iptables -w -I ${rule}`);
    const inputs = await mccmInputs(next);
    const result = await whileHeld(
      scene.server,
      'failed site.prove',
      () => scene.run(inputs),
      async () => {
        // In the midst of it nginx serves the new one on both; undone it is proven on both, which takes the way back.
        expect(await served()).toEqual([leafOf(next), leafOf(next)]);
        await scene.server.sh(`iptables -w -D ${rule}`);
      },
    );
    expectRed(result, 'NGINX_NOT_SWITCHED');
    expect(result.log).toContain('the server rejects connections to itself there: a packet filter does this');
    expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'true' });
    const undone = [...result.log.matchAll(/^undone: (\S+)$/gm)].map(([, step]) => step);
    expect(undone).toEqual(['certificate.repoint', 'site.swap']);
    expect(await served()).toEqual([leafOf(renewed), leafOf(renewed)]);
    expect(await nginxFiles()).toBe(before);
  }, 180_000);
});

test('a third one that wants a port of the first, https or plain, is refused, and nothing is touched', async () => {
  const jar = await scene.world.jars.backend('v2');
  const taken = async (more: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const result = await scene.run(scene.inputs(jar, { app: 'Third', ...more }));
    expect(result.code).not.toBe(0);
    const errors = result.annotations.filter((one) => one.level === 'error');
    return errors.map(({ title, message }) => `${title} ${/api\.example\.com:\d+ in \S+/.exec(message)?.[0]}`);
  };
  const before = await stateOf(scene.server);
  const place = 'in /etc/nginx/conf.d/mccm-server.conf,';
  expect(await taken({})).toEqual([`SERVER_BLOCK_TAKEN api.example.com:8014 ${place}`]);
  // nginx would take such a file, and never use its second server of the same name and port.
  expect(await taken({ 'https-port': '8016', 'publish-app-port': 'true' })).toEqual([
    `SERVER_BLOCK_TAKEN api.example.com:8004 ${place}`,
  ]);
  expect(await stateOf(scene.server)).toBe(before);
}, 240_000);
