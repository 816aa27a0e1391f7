import { occupyPort } from '../../practice/faults.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { whileHeld } from './while-held.ts';
import { belongings, expectRed, versionServed } from './witness.ts';

let scene: Scene;
let standing: string;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  expectSuccess(await deployStandIn(scene, '1'));
  standing = await belongings(scene);
}, 300_000);
afterAll(() => scene?.close());

/** Deploys version 2 while `spoil` changes the server after the survey, before the switch has done anything. */
function deploySpoilt(spoil: () => Promise<unknown>, inputs: Record<string, string> = {}): Promise<RunResult> {
  return whileHeld(scene.server, 'begin container.baseline', () => deployStandIn(scene, '2', inputs), spoil);
}

async function expectUndone(result: RunResult, code: string): Promise<void> {
  expectRed(result, code);
  expect(result.outputs).toMatchObject({ 'rolled-back': 'true', changed: 'false' });
  expect(await versionServed(scene)).toBe('1');
  expect(await belongings(scene)).toBe(standing);
  expect(await scene.server.sh('tail -n 1 /docker/app/MCCM-server/deploy.log')).toMatch(/Z-1a2b3c4 undone/);
  expect(await scene.server.sh(`docker inspect --format '{{.HostConfig.RestartPolicy.Name}}' mccm-server`)).toBe(
    'unless-stopped',
  );
}

test('a port that is taken after the survey: nginx goes on with the old configuration, and all is undone', async () => {
  let free = async (): Promise<void> => {};
  const spoil = async (): Promise<void> => {
    free = await occupyPort(scene.server, 8015);
  };
  const result = await deploySpoilt(spoil, { 'https-port': '8015' });
  await expectUndone(result, 'NGINX_NOT_SWITCHED');
  expect(result.log).toMatch(/bind\(\) to 0\.0\.0\.0:8015 failed \(98: /);
  // In reverse.
  const undone = [...result.log.matchAll(/^undone: (\S+)$/gm)].map(([, step]) => step);
  expect(undone).toEqual(['site.swap', 'container.note-old', 'container.restart-policy']);
  await free();
}, 300_000);

test('a neighbour’s file that is broken after the survey: refused before anything is swapped', async () => {
  const neighbour = '/etc/nginx/conf.d/neighbour.conf';
  const result = await deploySpoilt(() =>
    scene.server.sh(`echo 'server { listen 8099; no_such_thing; }' >${neighbour}`),
  );
  await expectUndone(result, 'NGINX_REFUSED');
  expect(result.log).toMatch(/unknown directive "no_such_thing"/);
  expect(result.log).not.toMatch(/^done: site\.swap$/m);
  await scene.server.sh(`rm ${neighbour}`);
}, 300_000);

test('the next run finds nothing in its way', async () => {
  expectSuccess(await deployStandIn(scene, '2'));
  expect(await versionServed(scene)).toBe('2');
}, 300_000);
