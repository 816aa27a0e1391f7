import { type AskOptions, askJson } from './client.ts';
import { failuresIn, startLoad } from './load.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 240_000);
afterAll(() => scene?.close(), 60_000);

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
  const shop = { app: 'Shop', 'https-port': '8015' };
  const open = { 'publish-app-port': 'true' };
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
