import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { deployStandIn } from './stand-in.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready', mirror: false, metadata: { 'instance-id': 'lhins-practice' } });
}, 120_000);
afterAll(() => scene?.close());

test('a daemon.json that is no JSON is named, not overwritten', async () => {
  await scene.server.sh(`printf '{"log-driver": "json-file",' >/etc/docker/daemon.json`);
  const before = await stateOf(scene.server);
  const result = await deployStandIn(scene, '1');
  expect(result.code).toBe(1);
  expect(result.outputs).toMatchObject({ 'error-code': 'DAEMON_JSON_INVALID', changed: 'false' });
  expect(await stateOf(scene.server)).toBe(before);
}, 120_000);

test('inside Tencent’s network the mirror is added to daemon.json, by reload, and nothing else in it changes', async () => {
  await scene.server.sh(`mkdir -p /srv/etc && rm /etc/docker/daemon.json && ln -s /srv/etc/docker.json /etc/docker/daemon.json
echo '{"log-opts": {"max-size": "5m"}, "log-driver": "json-file"}' >/srv/etc/docker.json && chmod 640 /srv/etc/docker.json`);
  const engine = await scene.server.sh('systemctl show -p MainPID --value docker');

  const result = await deployStandIn(scene, '1');
  expectSuccess(result);
  expect(JSON.parse(await scene.server.sh('cat /etc/docker/daemon.json'))).toEqual({
    'log-opts': { 'max-size': '5m' },
    'log-driver': 'json-file',
    'registry-mirrors': ['https://mirror.ccs.tencentyun.com'],
  });
  expect(await scene.server.sh('readlink /etc/docker/daemon.json; stat -c %a /srv/etc/docker.json; ls /srv/etc')).toBe(
    '/srv/etc/docker.json\n640\ndocker.json',
  );
  expect(await scene.server.sh("docker info --format '{{json .RegistryConfig.Mirrors}}'")).toContain(
    'mirror.ccs.tencentyun.com',
  );
  expect(await scene.server.sh('systemctl show -p MainPID --value docker')).toBe(engine);

  const second = await deployStandIn(scene, '1');
  expectSuccess(second);
  expect(second.outputs.changed).toBe('false');
}, 180_000);

test('settings that are there before the engine is stay, and their link with them', async () => {
  const settings = '{"log-opts": {"max-size": "5m"}, "log-driver": "json-file"}';
  // As on a server where they were prepared, and Docker is yet to be installed: its client is out of reach.
  await scene.server.sh(`systemctl stop docker.socket docker; mv /usr/bin/docker /root/docker
echo '${settings}' >/srv/etc/docker.json`);
  const before = await stateOf(scene.server);
  const plan = await deployStandIn(scene, '1', { command: 'plan' });
  expectSuccess(plan);
  expect(plan.log).toContain('+ /etc/docker/daemon.json: registry-mirrors');
  expect(await stateOf(scene.server)).toBe(before);
  await scene.server.sh(`printf '{"log-driver": "json-file",' >/srv/etc/docker.json`);
  const refused = await deployStandIn(scene, '1', { command: 'plan' });
  expect(refused.outputs['error-code']).toBe('DAEMON_JSON_INVALID');

  await scene.server.sh(`mv /root/docker /usr/bin/docker; echo '${settings}' >/srv/etc/docker.json`);
  expectSuccess(await deployStandIn(scene, '1'));
  expect(JSON.parse(await scene.server.sh('cat /etc/docker/daemon.json'))).toEqual({
    ...JSON.parse(settings),
    'registry-mirrors': ['https://mirror.ccs.tencentyun.com'],
  });
  expect(await scene.server.sh('readlink /etc/docker/daemon.json; stat -c %a /srv/etc/docker.json')).toBe(
    '/srv/etc/docker.json\n640',
  );
}, 180_000);

describe('a registry mirror that does not answer', () => {
  const dead = 'http://198.18.0.254:5000';
  const base = 'eclipse-temurin:8-jre';

  async function useMirrors(mirrors: readonly string[]): Promise<void> {
    const { address } = scene.world.registry;
    const settings = JSON.stringify({ 'registry-mirrors': mirrors, 'insecure-registries': [address] });
    await scene.server.sh(`iptables -C OUTPUT -d 198.18.0.254 -j DROP 2>/dev/null || iptables -I OUTPUT -d 198.18.0.254 -j DROP
echo '${settings}' >/srv/etc/docker.json; systemctl reload docker; docker rmi ${base}`);
  }

  test('is warned of where another one has the image, as soon as it was asked for it', async () => {
    await useMirrors([dead, `http://${scene.world.registry.address}`]);
    const result = await deployStandIn(scene, '2');
    expectSuccess(result);
    const warning = result.annotations.find(({ title }) => title === 'REGISTRY_MIRROR_SILENT');
    expect(warning?.level).toBe('warning');
    expect(warning?.message).toMatch(/http:\/\/198\.18\.0\.254:5000 did not answer within 5 s/);
  }, 180_000);

  test('is named where no other has it, and replacing it is the first cure', async () => {
    await useMirrors([dead]);
    const result = await deployStandIn(scene, '3');
    expect(result.outputs['error-code']).toBe('BASE_IMAGE_UNREACHABLE');
    const said = result.annotations.find(({ title }) => title === 'BASE_IMAGE_UNREACHABLE')?.message;
    expect(said).toMatch(/mirror http:\/\/198\.18\.0\.254:5000 did not answer for (1[4-9]|[2-9]\d) s/);
    expect(said).toMatch(/What to do: 1\. In \/etc\/docker\/daemon\.json, replace http:\/\/198\.18\.0\.254:5000/);
    expect(said).toContain('2. Add https://mirror.ccs.tencentyun.com');
  }, 180_000);
});
