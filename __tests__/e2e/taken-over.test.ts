import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { holdSwitch, occupyPort } from '../../practice/faults.ts';
import { guideFolder, setUpByGuide } from '../../practice/guide.ts';
import { projectRoot } from '../../practice/home.ts';
import { until } from '../../practice/waiting.ts';
import { type AskOptions, ask, askJson } from './client.ts';
import { gapsOf } from './gaps.ts';
import { failuresIn, startLoad } from './load.ts';
import { codesOf, expectRefused } from './refused.ts';
import { domain, expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { statusOf, warnedOf } from './status.ts';
import { versionOnceServed } from './witness.ts';

// The guide's server, from the set-up by hand to the reboot after the second deploy.
let scene: Scene;
let inputs: Record<string, string>;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  await setUpByGuide(scene.server, await scene.world.jars.backend('v1'), scene.pair, domain);
}, 400_000);
afterAll(() => scene?.close(), 60_000);

/** The server's state but for the folder of releases, which a deploy makes and leaves empty. */
async function stateByHand(): Promise<string> {
  const lines = (await stateOf(scene.server)).split('\n');
  return lines.filter((line) => !/^\/docker\/app\/MCCM-server\/releases/.test(line)).join('\n');
}

const admin: AskOptions = { port: 443 };

/** What the guide's user has: data, three ports, and the admin site. */
async function expectAllThere(version: string): Promise<void> {
  expect(await askJson(scene, '/api/version')).toMatchObject({ version, profile: 'test' });
  expect(await askJson(scene, '/api/version', { plain: true })).toMatchObject({ version, profile: 'test' });
  expect(await ask(scene, '/mccm-admin/', admin)).toMatchObject({
    status: 200,
    body: expect.stringContaining('admin by hand'),
  });
  expect((await ask(scene, '/api/files/by-hand')).body).toBe('kept');
  expect(await scene.server.sh(`cat ${guideFolder}/logs/by-hand.log`)).toBe('kept');
}

/** The pair that is there by hand is served. */
const withoutPair = { certificate: 'existing', 'certificate-chain': undefined, 'certificate-key': undefined };

async function deployInputs(variant: 'v1' | 'v2' | 'unhealthy'): Promise<Record<string, string>> {
  return scene.inputs(await scene.world.jars.backend(variant), {
    dockerfile: `${projectRoot}/examples/backend/Dockerfile`,
    ...withoutPair,
  });
}

test('before: what was set up by hand works', () => expectAllThere('1'), 60_000);

test('its status: nothing of ours, and what a deploy would take over; by its domain alone as well', async () => {
  const line = await scene.server.sh(
    "grep -n 'listen 8014' -B 1 /etc/nginx/nginx.conf | sed -n 's/^\\([0-9]*\\)-.*/\\1/p'",
  );
  for (const app of ['MCCM-server', undefined]) {
    const { log, summary, ...status } = await statusOf(scene, { app });
    expect(log).toContain('This action has deployed nothing on this server yet.');
    expect(log).toContain('Container: mccm-server (mccm-server, running)');
    expect(log).toContain(`nginx server block: /etc/nginx/nginx.conf, line ${line}`);
    expect(summary).toContain('| Container | mccm-server (mccm-server, running) |');
    expect(warnedOf({ log, summary, ...status })).toEqual([]);
  }
}, 60_000);

test('a plan shows what is taken over, with the diff of nginx.conf, and changes nothing', async () => {
  inputs = await deployInputs('v1');
  const before = await stateByHand();
  const plan = await scene.run({ ...inputs, command: 'plan' });
  expectSuccess(plan);
  for (const line of [
    'Takes over the container mccm-server',
    `mount ${guideFolder}/file-system:${guideFolder}/file-system`,
    'port 8004, served by nginx from now on',
    'Takes over the nginx server of port 8014 in /etc/nginx/nginx.conf, line',
    '-        listen 8014 ssl;',
    'mccm-server-adopted-',
    'Stop the old container mccm-server',
  ]) {
    expect(plan.log).toContain(line);
  }
  expect(await stateByHand()).toBe(before);
}, 120_000);

test('adopt: false refuses, and says what is in the way', async () => {
  const before = await stateByHand();
  const refused = await scene.run({ ...inputs, adopt: 'false' });
  expect(codesOf(refused)).toEqual(expect.arrayContaining(['CONTAINER_NOT_OURS', 'SERVER_BLOCK_TAKEN']));
  expect(await stateByHand()).toBe(before);
}, 120_000);

test('a version that is not healthy leaves everything as it was', async () => {
  const before = await stateByHand();
  const failed = await scene.run({ ...(await deployInputs('unhealthy')), 'health-timeout': '20' });
  expect(codesOf(failed)).toContain('HEALTH_FAILED');
  expect(await stateByHand()).toBe(before);
  await expectAllThere('1');
}, 180_000);

test('a port that nginx cannot have after all brings the old container back', async () => {
  // Its image was built again, and it was not: the image that it runs has no name of its own.
  const image = await scene.server.sh("docker inspect -f '{{.Image}}' mccm-server");
  await scene.server.sh(
    'docker tag eclipse-temurin:8-jre mccm-server:latest; docker update --restart on-failure:5 mccm-server',
  );
  const before = await stateByHand();
  const policy = "docker inspect -f '{{.Id}} {{json .HostConfig.RestartPolicy}}' mccm-server";
  const started = await scene.server.sh(policy);
  const held = await holdSwitch(scene.server, 'done adoption.stop');
  const running = scene.run(inputs);
  await held.reached();
  const free = await occupyPort(scene.server, 8004);
  await held.release();
  // Until the proof has given up, and the old container is about to be started again.
  const journal = '/docker/app/MCCM-server/releases/*/switch/journal';
  await until('the switch to be undone', 60, async () =>
    (await scene.server.exec(`grep -q ' undo adoption.stop' ${journal}`)).code === 0 ? true : undefined,
  );
  await free();
  const failed = await running;
  expect(codesOf(failed)).toEqual(['NGINX_NOT_SWITCHED']);
  expect(failed.outputs['rolled-back']).toBe('true');
  await expectAllThere('1');
  expect(await scene.server.sh(policy)).toBe(started);
  expect(started).toContain('"MaximumRetryCount":5');
  // The name that it got meanwhile is the only one: Docker does not take it back while it is in use.
  expect(
    (await stateByHand())
      .replace(/^mccm-server:adopted-\S+/m, '<none>:<none>')
      .split('\n')
      .toSorted(),
  ).toEqual(before.split('\n').toSorted());
  await scene.server.sh(
    `docker tag ${image} mccm-server:latest; docker image rm $(docker images --filter reference='mccm-server:adopted-*' --format '{{.Repository}}:{{.Tag}}'); docker update --restart no mccm-server`,
  );
}, 240_000);

test('it is taken over: data, ports and admin site answer before and after, and the gap of each port is told', async () => {
  const conf = await scene.server.sh('cat /etc/nginx/nginx.conf');
  const ports = { 8014: {}, 8004: { plain: true }, 443: admin } as const;
  const loads = Object.entries(ports).map(([port, asking]) => ({
    port,
    load: startLoad(scene, port === '443' ? '/mccm-admin/' : '/api/version', asking),
  }));
  const deployed = await scene.run(inputs);
  await pause(300);
  const gaps: Record<string, number> = {};
  for (const { port, load } of loads) {
    const samples = await load.stop();
    gaps[port] = gapsOf(samples).longest;
    if (port !== '8004') expect(failuresIn(samples)).toEqual([]);
    expect(samples.length).toBeGreaterThan(50);
  }
  expectSuccess(deployed);
  console.log(`longest gap between two answers while it was taken over, ms: ${JSON.stringify(gaps)}`);
  // The old container holds 8004 until it has ended; nginx has it right after.
  expect(gaps[8004]).toBeLessThan(15_000);
  await expectAllThere('1');

  // Only the API's server is gone from nginx.conf: the lines before and after are the same to the byte.
  const now = await scene.server.sh('cat /etc/nginx/nginx.conf');
  const begin = conf.indexOf('server {\n        listen 8014 ssl;');
  const end = conf.indexOf('\n    }', begin) + '\n    }'.length;
  expect(now.startsWith(conf.slice(0, begin))).toBe(true);
  expect(now.endsWith(conf.slice(end))).toBe(true);
  expect(now.slice(begin, now.length - (conf.length - end))).toMatch(/^# \S+:8014 is served by [^\n]+$/);

  const state = JSON.parse(await scene.server.sh('cat /docker/app/MCCM-server/adopted.json'));
  expect(state).toMatchObject({
    container: { name: 'mccm-server', keptAs: expect.stringMatching(/^mccm-server-adopted-\d{8}T\d{6}Z$/) },
    inherited: {
      volumes: [{ host: `${guideFolder}/file-system` }, { host: `${guideFolder}/logs` }],
      published: { port: 8004 },
    },
    servers: [{ file: '/etc/nginx/nginx.conf', text: expect.stringContaining('listen 8014 ssl;') }],
  });
  expect(
    await scene.server.sh(
      `docker inspect -f '{{.State.Status}} {{.HostConfig.RestartPolicy.Name}}' ${state.container.keptAs}`,
    ),
  ).toBe('exited no');
  expect(await scene.server.sh(`docker images -q ${state.container.image}`)).not.toBe('');
}, 240_000);

test('a second run changes nothing; a second deploy overlaps, and removes the old container', async () => {
  const again = await scene.run(inputs);
  expectSuccess(again);
  expect(again.outputs.changed).toBe('false');

  const loads = [startLoad(scene, '/api/version'), startLoad(scene, '/api/version', { plain: true })];
  const second = await scene.run(await deployInputs('v2'));
  for (const load of loads) expect(failuresIn(await load.stop())).toEqual([]);
  expectSuccess(second);
  await expectAllThere('2');
  expect(await scene.server.sh("docker ps -a --format '{{.Names}}'")).toBe('mccm-server');
}, 240_000);

test('back to the first release, which took it over, with all that it had by hand, and forth again', async () => {
  const goBack = (release?: string) =>
    scene.run(scene.inputs('', { command: 'rollback', jar: undefined, ...withoutPair, release }));
  const load = startLoad(scene, '/api/version', { plain: true });
  const back = await goBack();
  expectSuccess(back);
  expect(failuresIn(await load.stop())).toEqual([]);
  await expectAllThere('1');
  const forth = await goBack(back.outputs['previous-release']);
  expectSuccess(forth);
  await expectAllThere('2');
  expect(await scene.server.sh("docker ps -a --format '{{.Names}}'")).toBe('mccm-server');
}, 240_000);

test('the admin site is taken over with its two servers where its path is named, else named itself', async () => {
  mkdirSync(join(scene.workspace, 'web'));
  writeFileSync(
    join(scene.workspace, 'web/index.html'),
    '<!doctype html><title>admin by hand, and now by the release</title>',
  );
  const wanted = { ...(await deployInputs('v2')), 'static-site': 'web' };
  const conf = await scene.server.sh('cat /etc/nginx/nginx.conf');
  expectRefused(await scene.run(wanted), {
    codes: ['STATIC_SERVER_LOSES'],
    says: ['location ~ /mccm-admin/', '`static-site-path`'],
  });
  expect(await scene.server.sh('cat /etc/nginx/nginx.conf')).toBe(conf);

  const load = startLoad(scene, '/mccm-admin/', admin);
  const deployed = await scene.run({ ...wanted, 'static-site-path': '/mccm-admin/' });
  expect(failuresIn(await load.stop())).toEqual([]);
  expectSuccess(deployed);
  expect((await ask(scene, '/mccm-admin/', admin)).body).toContain('now by the release');
  expect((await ask(scene, '/', { plain: true, port: 80 })).status).toBe(301);
  // Where it lay before, its files are as they were.
  expect(await scene.server.sh('cat /home/mccm-admin/mccm-admin/index.html')).toContain('<title>admin by hand</title>');
  expect(
    (await scene.server.sh('cat /etc/nginx/nginx.conf')).match(/is served by the file of MCCM-server/g),
  ).toHaveLength(3);
}, 180_000);

test('after a reboot all of it comes back by itself', async () => {
  await scene.server.reboot();
  expect(await versionOnceServed(scene, 90)).toBe('2');
  await expectAllThere('2');
}, 180_000);
