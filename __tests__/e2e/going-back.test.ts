import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import { type AskOptions, ask } from './client.ts';
import { failuresIn, startLoad } from './load.ts';
import { expectRefused } from './refused.ts';
import { expectSuccess, type Scene, stateOf } from './scene.ts';
import { deployStandIn, openStandIn } from './stand-in.ts';
import { before, belongings, expectRed, lineIn, versionServed } from './witness.ts';

// Versions 1, 2 (with a static site and variables) and 3 (with another site) were deployed, in this order.
let scene: Scene;
let releases: readonly string[];
const pages: AskOptions = { port: 443 };
beforeAll(async () => {
  scene = await openStandIn();
  for (const [version, inputs] of [
    ['2', { 'static-site': 'web', env: 'API_TOKEN=of-the-second-release' }],
    ['3', { 'static-site': 'web' }],
  ] as const) {
    mkdirSync(join(scene.workspace, 'web'), { recursive: true });
    writeFileSync(join(scene.workspace, 'web/index.html'), `<!doctype html><title>pages ${version}</title>`);
    expectSuccess(await deployStandIn(scene, version, inputs));
  }
  releases = (await scene.server.sh('ls /docker/app/MCCM-server/releases')).trim().split('\n');
}, 300_000);
afterAll(() => scene?.close());

/** Goes back, with neither jar nor domain: it is the only application. */
function goBack(
  inputs: Readonly<Record<string, string | undefined>> = {},
  more: Partial<RunOptions> = {},
): Promise<RunResult> {
  const none = { jar: undefined, domain: undefined, 'certificate-chain': undefined, 'certificate-key': undefined };
  return scene.run(scene.inputs('', { command: 'rollback', certificate: undefined, ...none, ...inputs }), more);
}

async function expectLive(version: string): Promise<void> {
  expect(await versionServed(scene)).toBe(version);
  const left = await belongings(scene);
  expect(left.match(/^container .*$/gm)).toEqual(['container mccm-server']);
  expect(left).toContain(`current releases/${releases[Number(version) - 1]}`);
}

test('to the previous release, under load and without a jar: no connection fails, its pages come back; pressed twice, once', async () => {
  const loads = [startLoad(scene, '/api/version'), startLoad(scene, '/admin/', pages)];
  // Both began while the third was live; whichever waits would go one release further back.
  const both = await Promise.all([goBack(), goBack()]);
  const [gone, waited] = both[0].code === 0 ? both : both.toReversed();
  if (gone === undefined || waited === undefined) throw new Error('two runs');
  expectRefused(waited, { codes: ['LIVE_RELEASE_CHANGED'], says: [`${releases[1]}`, `${releases[0]}`] });
  for (const load of loads) expect(failuresIn(await load.stop())).toEqual([]);
  expectSuccess(gone);
  expect(gone.outputs).toMatchObject({ release: releases[1], 'previous-release': releases[2], changed: 'true' });
  await expectLive('2');
  expect((await ask(scene, '/admin/', pages)).body).toContain('pages 2');
  expect(await scene.server.sh('docker exec mccm-server sh -c \'echo "$API_TOKEN"\'')).toBe('of-the-second-release');
  expect(gone.log).not.toContain('of-the-second-release');
  expect(gone.log).toContain(`To repeat this rollback: \`release: ${releases[1]}\``);
  expect(gone.summary).toContain('is rolled back to');
  const line = await scene.server.sh('tail -n 1 /docker/app/MCCM-server/deploy.log');
  expect(line).toMatch(new RegExp(` ${releases[1]} committed rollback from ${releases[2]}$`));
}, 180_000);

test('refused with the list, nothing touched: one that is not there, and one that lacks a part', async () => {
  const before = await stateOf(scene.server);
  expectRefused(await goBack({ release: '20200101T000000Z-0000000' }), {
    codes: ['RELEASE_NOT_KEPT'],
    says: [`${releases[2]}`, `${releases[0]}`],
  });
  expectRefused(await goBack({ app: 'other', language: 'zh' }), {
    codes: ['APPLICATION_NOT_FOUND'],
    says: ['MCCM-server'],
  });
  await scene.server.sh(`mv /docker/app/MCCM-server/static /docker/app/MCCM-server/static.away`);
  expectRefused(await goBack({ release: releases[2] }), { codes: ['RELEASE_INCOMPLETE'], says: ['/static/'] });
  await scene.server.sh(`mv /docker/app/MCCM-server/static.away /docker/app/MCCM-server/static`);
  expect(await stateOf(scene.server)).toBe(before);
}, 120_000);

test('before-switch fails: the one that serves goes on', async () => {
  // The id of the container that is gone is written over by the next one's.
  const state = async () => (await stateOf(scene.server)).replace(new RegExp(`.*/${releases[2]}/container\n`), '');
  const was = await state();
  const gone = await goBack({ release: releases[2], 'before-switch': 'curl -fsS "$CANDIDATE_URL/nonesuch"' });
  expectRed(gone, 'HOOK_FAILED');
  expect(gone.log).toMatch(/Output that shows HOOK_FAILED[\s\S]*curl: \(22\) .*404/);
  expect(gone.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false' });
  await expectLive('2');
  expect(await state()).toBe(was);
}, 120_000);

test('forth to a named one, with variables of today, what the other one wrote, and scripts on the way', async () => {
  await scene.server.sh("docker exec mccm-server sh -c 'mkdir /uploads && echo of-2 >/uploads/avatar'");
  expectRefused(await goBack({ release: releases[2] }), { codes: ['CONTAINER_FILES'], says: ['/uploads/avatar'] });
  const gone = await goBack({
    release: releases[2],
    env: 'API_TOKEN=of-today-12345',
    'container-files': 'carry',
    'before-switch': 'echo "new: $(curl -fsS "$CANDIDATE_URL/api/version") $RELEASE"',
    'after-deploy': 'echo "live: $(curl -fsS "$CANDIDATE_URL/api/version")"',
  });
  expectSuccess(gone);
  expect(gone.log).toMatch(new RegExp(`^new: {"version":"3"} ${releases[2]}$[^]*^live: {"version":"3"}$`, 'm'));
  await expectLive('3');
  expect(await scene.server.sh('docker exec mccm-server cat /uploads/avatar')).toBe('of-2');
  expect((await ask(scene, '/admin/', pages)).body).toContain('pages 3');
  expect(await scene.server.sh('docker exec mccm-server sh -c \'echo "$API_TOKEN"\'')).toBe('of-today-12345');
  expect(
    await scene.server.sh(`cd /docker/app/MCCM-server/releases/${releases[2]}; stat -c '%a %U' env; ls env*`),
  ).toBe('600 root\nenv');
  expect(gone.summary).toContain('is switched to the newer');
  const again = await goBack({ release: releases[2] });
  expectSuccess(again);
  expect(again.outputs.changed).toBe('false');
}, 180_000);

test('one that does not become well: the one that serves goes on, and the folder is as it was', async () => {
  await scene.server.sh(`cd /docker/app/MCCM-server/releases/${releases[1]}
sed -i 's|"path": "/actuator/health"|"path": "/nothing/here"|; s|"timeoutSeconds": [0-9]*|"timeoutSeconds": 3|; s|"fallback": {|"was": {|' release.json`);
  const folder = `find /docker/app/MCCM-server/releases/${releases[1]} -type f -not -path '*/switch/*' -not -name container -exec sha256sum {} +`;
  const was = await scene.server.sh(folder);
  const gone = await goBack({ release: releases[1], env: 'API_TOKEN=of-tomorrow-9876' });
  expect(gone.code).toBe(1);
  expect(gone.outputs['error-code']).toMatch(/^HEALTH/);
  expect(await scene.server.sh(folder)).toBe(was);
  expect(await scene.server.sh(`docker images -q mccm-server:${releases[1]}`)).not.toBe('');
  await expectLive('3');
}, 180_000);

test('one whose image was pruned is built again; without its base it is refused', async () => {
  await scene.server.sh(`docker image rm mccm-server:${releases[0]}`);
  const base = 'eclipse-temurin:8-jre';
  await scene.server.sh(`docker tag ${base} kept-for-later && docker image rm ${base}`);
  expectRefused(await goBack({ release: releases[0] }), { codes: ['IMAGE_MISSING'], says: [base] });
  await scene.server.sh(`docker tag kept-for-later ${base} && docker image rm kept-for-later`);
  const gone = await goBack({ release: releases[0] });
  expectSuccess(gone);
  expect(gone.log).toContain('Build image');
  expect(gone.log).toContain(`nginx no longer listens on 443, 80 for MCCM-server: that release has no static site`);
  await expectLive('1');
  expectRefused(await goBack(), { codes: ['NO_PREVIOUS_RELEASE'], says: [`${releases[2]}`] });
}, 180_000);

test('what is carried into a release a second time lies beside what was carried into it before', async () => {
  await scene.server.sh("docker exec mccm-server sh -c 'mkdir /orders && echo of-1 >/orders/1'");
  expectSuccess(await goBack({ release: releases[2], 'container-files': 'carry' }));
  await expectLive('3');
  expect(await scene.server.sh('docker exec mccm-server cat /uploads/avatar /orders/1')).toBe('of-2\nof-1');
  expect((await scene.server.sh('ls /docker/app/MCCM-server/container-files')).split('\n')).toHaveLength(2);
}, 120_000);

test('a deploy after it goes on from there; a rollback that waits for it goes back from what it made; what was carried meanwhile stays in sight', async () => {
  const [begun, waits] = [
    lineIn(/Folder of release/),
    lineIn(/^Waiting for another run on MCCM-server: octocat, http/),
  ];
  const deploying = deployStandIn(scene, '4', {}, { onLine: begun.onLine });
  await before(deploying, begun.seen);
  const back = goBack({ release: releases[2] }, { onLine: waits.onLine });
  await before(back, waits.seen);
  const [deployed, gone] = [await deploying, await back];
  for (const one of [deployed, gone]) expectSuccess(one);
  expect(deployed.outputs).toMatchObject({ changed: 'true', 'previous-release': releases[2] });
  expect(gone.outputs).toMatchObject({ release: releases[2], 'previous-release': deployed.outputs.release });
  expect(gone.log.match(/Roll back MCCM-server to /g)).toHaveLength(1);
  expect(await versionServed(scene)).toBe('3');
  expect(await scene.server.sh('docker exec mccm-server cat /uploads/avatar /orders/1')).toBe('of-2\nof-1');
  expect((await scene.server.sh('ls /docker/app/MCCM-server/releases')).trim().split('\n')).toHaveLength(4);

  // The server's own script knows how one release alone is mounted.
  const byItself = await scene.server.exec(`/docker/app/MCCM-server/rollback ${releases[0]} </dev/null`);
  expect(byItself).toMatchObject({ code: 1, stderr: expect.stringMatching(/wrote to "\/orders.*`command: rollback`/) });
  expect(await versionServed(scene)).toBe('3');
  expectSuccess(await goBack({ release: releases[0] }));
  await expectLive('1');
  expect(await scene.server.sh('docker exec mccm-server cat /uploads/avatar /orders/1')).toBe('of-2\nof-1');
}, 180_000);
