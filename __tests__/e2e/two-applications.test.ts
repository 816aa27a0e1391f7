import type { Issued } from '../../practice/certificates.ts';
import { type AskOptions, askJson } from './client.ts';
import { leafOf, leafServed, watchLeaves } from './leaves.ts';
import { failuresIn, startLoad } from './load.ts';
import { domain, expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { whileHeld } from './while-held.ts';
import { expectRed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 240_000);
afterAll(() => scene?.close(), 60_000);

const shop = { app: 'Shop', 'https-port': '8015' };
const open = { 'publish-app-port': 'true' };

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
  const first = await scene.run(scene.inputs(await jars.backend('v1'), open));
  expectSuccess(first);
  const mccm = { app: 'MCCM-server', image: 'mccm-server', path: '/api/version', asking: {} };
  const log = await deployBeside(scene.inputs(await jars.backend3('v1'), shop), mccm);
  // One domain, one certificate: it is there already.
  expect(log).not.toContain('Install the certificate');
  expect(await askJson(scene, '/shop/api/version', { port: 8015 })).toEqual({ version: '1' });

  const other = { app: 'Shop', image: 'shop', path: '/shop/api/version', asking: { port: 8015 } };
  await deployBeside(scene.inputs(await jars.backend('v2'), open), other);
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '2' });

  // Either finds itself as it left it.
  for (const inputs of [scene.inputs(await jars.backend('v2'), open), scene.inputs(await jars.backend3('v1'), shop)]) {
    const again = await scene.run(inputs);
    expectSuccess(again);
    expect(again.outputs.changed).toBe('false');
  }
}, 600_000);

describe('the certificate of their domain is renewed by one of them', () => {
  const pems = ({ chain, key }: Issued) => ({ 'certificate-chain': chain, 'certificate-key': key });
  const mccmInputs = async (pair: Issued) =>
    scene.inputs(await scene.world.jars.backend('v2'), { ...open, ...pems(pair) });
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
    expect(stale.log).toContain('MCCM-server keeps its certificate, which ends on');
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
  const jar = await scene.world.jars.backend('v1');
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
