import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { deployStandIn } from './stand-in.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready', mirror: false, metadata: { 'instance-id': 'lhins-practice' } });
  await scene.server.seedImages(['eclipse-temurin:8-jre']);
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
