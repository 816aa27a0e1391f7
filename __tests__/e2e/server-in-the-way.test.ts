import { fillDisk, occupyPort } from '../../practice/faults.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { makeSmallDisk, type SmallDisk } from '../../practice/small-disk.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { belongings, expectRed, versionServed } from './witness.ts';

const site = '/etc/nginx/conf.d';

let disk: SmallDisk;
let scene: Scene;
beforeAll(async () => {
  disk = await makeSmallDisk(`docker-${process.pid}`, 'ext4', 400, () => {});
  scene = await openScene({ kind: 'ready', dockerArguments: ['-v', `${disk.path}:/docker`] });
}, 300_000);
afterAll(async () => {
  await scene?.close();
  await disk?.remove();
});

/** Deploys a jar that the server does not have, and expects `code`, nothing of the application's touched, and what the annotation says. */
async function refused(code: string, inputs: Record<string, string> = {}): Promise<string> {
  const standing = await belongings(scene);
  const result = await scene.run(scene.inputs(await scene.world.jars.backend('v2'), inputs));
  expectRed(result, code);
  expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false' });
  expect(await belongings(scene)).toBe(standing);
  expect(result.log).not.toMatch(/^Upload /m);
  return saidOf(result, code);
}

function saidOf(result: RunResult, code: string): string {
  return result.annotations.find(({ title }) => title === code)?.message ?? '';
}

describe('before the first deploy', () => {
  test('a port that another program holds', async () => {
    const free = await occupyPort(scene.server, 8014);
    expect(await refused('PORT_TAKEN')).toMatch(/Port 8014 is held by perl \(pid \d+, 0\.0\.0\.0\)/);
    await free();
  }, 300_000);

  test('a container of the application’s name that is not ours', async () => {
    await scene.server.sh(
      `printf 'FROM scratch\\nLABEL a=b\\n' | docker build -q -t by-hand - && docker create --name mccm-server by-hand sh`,
    );
    expect(await refused('CONTAINER_NOT_OURS', { adopt: 'false' })).toContain('mccm-server');
    await scene.server.sh('docker rm mccm-server && docker rmi by-hand');
  }, 300_000);

  test('a server of the same name and port in another file', async () => {
    const file = `${site}/by-hand.conf`;
    await scene.server.sh(`printf 'server {\\n  listen 8014;\\n  server_name api.example.com;\\n}\\n' >${file}`);
    expect(await refused('SERVER_BLOCK_TAKEN', { adopt: 'false' })).toContain(
      `api.example.com:8014 in ${file}, line 1`,
    );
    await scene.server.sh(`rm ${file}`);
  }, 300_000);

  test('a file in the application’s place that is not ours', async () => {
    await scene.server.sh(`echo 'server { listen 8099; }' >${site}/mccm-server.conf`);
    expect(await refused('NGINX_FILE_NOT_OURS')).toContain(`${site}/mccm-server.conf`);
    // The cure, as it is written.
    await scene.server.sh(`mv ${site}/mccm-server.conf /root/`);
  }, 300_000);
});

describe('with a version that serves', () => {
  beforeAll(async () => {
    expectSuccess(await deployStandIn(scene, '1'));
  }, 300_000);
  afterEach(async () => {
    expect(await versionServed(scene)).toBe('1');
  });

  test('a neighbour’s configuration that was broken before', async () => {
    await scene.server.sh(`echo 'server { listen 8099; no_such_thing; }' >${site}/neighbour.conf`);
    expect(await refused('NGINX_BROKEN_BEFORE')).toMatch(/no_such_thing.*neighbour\.conf:1/);
    await scene.server.sh(`rm ${site}/neighbour.conf`);
  }, 300_000);

  test('a snippet that nginx refuses, told before anything is sent', async () => {
    expect(await refused('NGINX_REFUSED', { 'nginx-snippet': 'proxy_passs x;' })).toMatch(
      /unknown directive "proxy_passs"/,
    );
  }, 300_000);

  test('a disk that does not take the jar, told before a byte is sent', async () => {
    const empty = await fillDisk(scene.server, '/docker', 30);
    expect(await refused('DISK_FULL')).toMatch(
      /file system \/docker on \S+ has too little space: [\d.]+ MB needed, [\d.]+ MB available/,
    );
    await empty();
  }, 300_000);

  test('with all of that out of the way the deploy succeeds', async () => {
    expectSuccess(await deployStandIn(scene, '1', { 'https-port': '8014' }));
  }, 300_000);
});
