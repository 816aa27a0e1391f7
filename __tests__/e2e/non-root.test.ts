import { connect } from 'node:net';
import { artifactOf } from './artifact.ts';
import { ask, askJson } from './client.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';

const greeting = 'good-morning-8014';
const folder = '/docker/app/MCCM-server';

let scene: Scene;
let release = '';
let inputs: Record<string, string>;
let told = '';
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  const jar = await scene.world.jars.backend('v1');
  inputs = scene.inputs(jar, { username: 'deploy', env: `EXAMPLE_GREETING=${greeting}` });
  const result = await scene.run(inputs);
  expectSuccess(result);
  release = result.outputs.release ?? '';
  const written = result.raw.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  told = [...written, result.summary, JSON.stringify(result.outputs), ...Object.values(artifactOf(result))].join('\n');
}, 400_000);
afterAll(() => scene?.close(), 60_000);

/** Whether a port of the server takes connections from outside. */
function reachable(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: scene.server.address, port, timeout: 3000 });
    const tell = (answer: boolean) => () => {
      socket.destroy();
      done(answer);
    };
    socket.on('connect', tell(true)).on('error', tell(false)).on('timeout', tell(false));
  });
}

test('a user with passwordless sudo deploys the whole, and a second run of it plans nothing', async () => {
  expect(await askJson(scene, '/api/version')).toEqual({ version: '1', profile: 'none', greeting });
  const second = await scene.run(inputs);
  expectSuccess(second);
  expect(second.outputs).toMatchObject({ changed: 'false', release });
}, 240_000);

test('every file lies where the contract says, belongs to root, and has its mode', async () => {
  const { sh } = scene.server;
  expect(release).toMatch(/^\d{8}T\d{6}Z-1a2b3c4$/);
  expect(await sh(`readlink ${folder}/current`)).toBe(`releases/${release}`);
  const modes = await sh(`cd ${folder}/current/ && stat -c '%n %a %U:%G' .. . env release.json build \\
    build/Dockerfile build/MCCM-server-0.0.1-SNAPSHOT.jar`);
  expect(modes.split('\n')).toEqual([
    '.. 700 root:root',
    '. 700 root:root',
    'env 600 root:root',
    'release.json 600 root:root',
    'build 755 root:root',
    'build/Dockerfile 644 root:root',
    'build/MCCM-server-0.0.1-SNAPSHOT.jar 644 root:root',
  ]);
  const pair = await sh(`cd /etc/nginx/ssl/api.example.com/* && stat -c '%n %a %U:%G' *`);
  expect(pair.split('\n')).toEqual(['api.example.com.key 600 root:root', 'api.example.com_bundle.crt 644 root:root']);
  expect(await sh("stat -c '%a %U:%G' /etc/nginx/conf.d/mccm-server.conf")).toBe('644 root:root');
  const foreign = `find ${folder} /etc/nginx -not -user root -not -path '${folder}/file-system*' -not -path '${folder}/logs*'`;
  expect(await sh(foreign)).toBe('');
  expect(await sh('find /home/deploy /tmp /var/tmp -newer /run/sshd.pid -type f')).toBe('');
}, 60_000);

test('the record and the log of deploys say what happened, without a secret', async () => {
  const { sh } = scene.server;
  const record = await sh(`cat ${folder}/current/release.json`);
  expect(JSON.parse(record)).toMatchObject({ format: 1, id: release, app: 'MCCM-server', image: 'mccm-server' });
  expect(record).toContain('EXAMPLE_GREETING');
  const log = await sh(`cat ${folder}/deploy.log`);
  expect(log.split('\n')).toHaveLength(1);
  expect(log).toMatch(
    new RegExp(`^\\S+Z octocat https://github\\.com/octocat/mccm-server/actions/runs/8014 ${release} committed`),
  );
  const keyLines = scene.pair.key.split('\n').filter((line) => line.length > 40);
  for (const secret of [greeting, ...keyLines]) {
    for (const text of [record, log, told]) expect(text).not.toContain(secret);
  }
  const holders = await sh(
    `grep -rlF ${greeting} /docker /etc /root /home /tmp /var/tmp /var/log /run 2>/dev/null || true`,
  );
  // What a running container's environment is, its runtime knows as well, for root alone.
  expect(holders.split('\n').filter((path) => !path.startsWith('/run/containerd/'))).toEqual([
    `${folder}/releases/${release}/env`,
  ]);
}, 60_000);

test('the container bears the guide’s name, comes back, and is reached through nginx alone', async () => {
  const { sh } = scene.server;
  const [container] = JSON.parse(await sh('docker inspect mccm-server')) as [
    {
      Config: { Labels: Record<string, string>; Image: string; StopTimeout: number };
      HostConfig: {
        RestartPolicy: { Name: string };
        LogConfig: { Config: Record<string, string> };
        PortBindings: Record<string, { HostIp: string; HostPort: string }[]>;
        Binds: string[];
      };
    },
  ];
  expect(container.Config.Image).toBe(`mccm-server:${release}`);
  expect(container.Config.Labels).toMatchObject({
    'deploy-miniprogram-backend.app': 'MCCM-server',
    'deploy-miniprogram-backend.release': release,
  });
  expect(container.HostConfig.RestartPolicy.Name).toBe('unless-stopped');
  expect(container.HostConfig.LogConfig.Config).toEqual({ 'max-size': '10m', 'max-file': '3' });
  expect(container.HostConfig.Binds.toSorted()).toEqual([
    `${folder}/file-system:${folder}/file-system`,
    `${folder}/logs:${folder}/logs`,
  ]);
  expect(Object.keys(container.HostConfig.PortBindings)).toEqual(['8004/tcp']);
  const [binding] = container.HostConfig.PortBindings['8004/tcp'] ?? [];
  const port = Number(binding?.HostPort);
  expect(binding?.HostIp).toBe('127.0.0.1');
  expect(port).toBeLessThan(Number(await sh('cut -f1 /proc/sys/net/ipv4/ip_local_port_range')));
  expect(await sh(`grep -c '"loopbackPort": ${port}' ${folder}/current/release.json`)).toBe('1');
  const tags = await sh("docker images --no-trunc --format '{{.Tag}} {{.ID}}' mccm-server");
  const ids = new Set(tags.split('\n').map((line) => line.split(' ')[1]));
  expect(tags.split('\n').map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining([release, 'latest']));
  expect(ids.size).toBe(1);
  expect(await sh('docker ps -a --format {{.Names}}')).toBe('mccm-server');

  expect(await reachable(8014)).toBe(true);
  expect(await reachable(8004)).toBe(false);
  expect(await reachable(port)).toBe(false);
}, 60_000);

test('the application does not run as root, and can write to its mounted folders', async () => {
  const { sh } = scene.server;
  const uid = await sh('docker exec mccm-server id -u');
  expect(uid).not.toBe('0');
  expect((await ask(scene, '/api/files/note', { method: 'PUT', body: 'kept' })).status).toBe(204);
  expect(await ask(scene, '/api/files/note')).toEqual({ status: 200, body: 'kept' });
  expect(await sh(`cat ${folder}/file-system/note; stat -c ' %u' ${folder}/file-system/note`)).toBe(`kept ${uid}`);
  expect(await sh(`stat -c %u ${folder}/file-system ${folder}/logs ${folder}/logs/mccm-server.log`)).toBe(
    [uid, uid, uid].join('\n'),
  );
}, 60_000);

test('where sudo runs only from a terminal, a new version goes the same way and leaves nothing behind', async () => {
  const { sh } = scene.server;
  await sh("sed -i '1i Defaults requiretty' /etc/sudoers");
  const jar = await scene.world.jars.backend('v2');
  const result = await scene.run({ ...inputs, jar });
  expectSuccess(result);
  expect(result.outputs).toMatchObject({ changed: 'true', 'previous-release': release });
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '2', greeting });
  expect(await sh('ls -d /tmp/deploy-miniprogram* 2>/dev/null || true')).toBe('');
  // Nor a terminal, or a program that waits for one.
  expect(await sh("pgrep -x 'script|sudo' || true")).toBe('');
}, 240_000);
