import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import { failuresIn, startLoad } from './load.ts';
import { codesOf, expectRefused } from './refused.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { whileHeld } from './while-held.ts';
import { before, lineIn, versionOnceServed, versionServed } from './witness.ts';

const root = '/docker/app/MCCM-server';

let scene: Scene;
let jar: string;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  jar = await scene.world.jars.hollow();
}, 240_000);
afterAll(() => scene?.close(), 60_000);

const sh = (script: string): Promise<string> => scene.server.sh(script);
const inspect = (format: string, name: string): Promise<string> =>
  sh(`docker container inspect --format '${format}' ${name}`);
const newest = `$(ls -d ${root}/releases/2*/ | tail -n 1)`;

function warningsOf(result: RunResult): string {
  return result.annotations.flatMap(({ level, message }) => (level === 'warning' ? [message] : [])).join('\n');
}

/** Kills a run as soon as its log shows a line that matches. */
async function killAt(pattern: RegExp, deploy: (more: Partial<RunOptions>) => Promise<RunResult>): Promise<void> {
  const killed = new AbortController();
  const seen = lineIn(pattern);
  const run = deploy({ signal: killed.signal, onLine: seen.onLine });
  await before(run, seen.seen);
  killed.abort();
  expect((await run).code).toBeNull();
}

test('what stands in the place of ours is refused, with nothing touched', async () => {
  await sh(`mkdir -p ${root}/current ${root}/data && echo mine >${root}/current/notes
ln -s ${root}/releases /srv/pictures; ln -s /etc/nginx /srv/settings`);
  const state = await stateOf(scene.server);
  const volumes = `${root}/data:/data\n/srv/pictures:/pictures\n/srv/settings:/settings`;
  const refused = await scene.run(scene.inputs(jar, { volumes }));
  expectRefused(refused, {
    codes: ['PATH_TAKEN', 'VOLUME_PRIVATE', 'VOLUME_PRIVATE'],
    says: [`mv -T --backup=numbered ${root}/current ${root}/current.old`, `${root}/releases`, '/etc/nginx'],
  });
  const atOnce = await scene.run(scene.inputs(jar, { volumes: `${root}:/data`, host: '198.18.0.253' }));
  expect(codesOf(atOnce)).toEqual(['VOLUME_PRIVATE']);
  await sh(`rm -r ${root}/current && ln -s /opt/mine ${root}/current`);
  expect(codesOf(await scene.run(scene.inputs(jar)))).toEqual(['PATH_TAKEN']);
  await sh(`rm ${root}/current && mkdir ${root}/current && echo mine >${root}/current/notes && chmod 777 ${root}`);
  expect(codesOf(await scene.run(scene.inputs(jar)))).toEqual(['FOLDER_NOT_ROOTS']);
  await sh(`chmod 755 ${root}`);
  expect(await stateOf(scene.server)).toBe(state);
  await sh(`rm -r ${root}/current`);
}, 200_000);

test('the user’s folders and images keep their contents, modes and names', async () => {
  await sh(`mkdir -p ${root}/static/avatars ${root}/releases/1.0.0/switch ${root}/releases/20200101T000000Z-local ${root}/static/.old.new
for folder in static/avatars releases/1.0.0 releases/20200101T000000Z-local static/.old.new; do echo mine >${root}/$folder/mine; done
echo '1.0 begin a ' >${root}/releases/1.0.0/switch/journal; echo 'touch /root/run' >${root}/releases/1.0.0/switch/script
chmod 700 ${root} /docker/app; chgrp 1 ${root}
printf '#!/bin/sh\\n# deploy-miniprogram-backend: while packages are installed\\nexit 101\\n' >/usr/sbin/policy-rc.d`);
  await sh('docker tag eclipse-temurin:8-jre mccm-server:latest');
  const theirs = `find ${root}/static ${root}/releases/1.0.0 ${root}/releases/20200101T000000Z-local -exec stat -c '%n %a %u %g' {} + | sort; stat -c '%a %g' ${root} /docker/app; docker image inspect --format '{{.Id}}' mccm-server:latest`;
  const before = await sh(theirs);
  const planned = await deployStandIn(scene, '1', { command: 'plan' });
  expectSuccess(planned);
  const result = await deployStandIn(scene, '1');
  expectSuccess(result);
  for (const run of [planned, result]) expect(warningsOf(run)).toContain('docker image rm mccm-server:latest');
  expect(await sh(theirs)).toBe(before);
  expect(await sh('ls /usr/sbin/policy-rc.d /root/run 2>/dev/null || true')).toBe('');
  expect(await sh(`ls -A ${root}/releases`)).toBe(`1.0.0\n20200101T000000Z-local\n${result.outputs.release}`);
  const second = await deployStandIn(scene, '1');
  expectSuccess(second);
  expect(second.outputs.changed).toBe('false');
  expect(warningsOf(second)).toBe('');
}, 300_000);

test('app nginx beside nginx:latest: that goes on naming what it named', async () => {
  await sh('docker tag eclipse-temurin:8-jre nginx:latest');
  const id = await sh("docker image inspect --format '{{.Id}}' nginx:latest");
  const result = await deployStandIn(scene, '1', { app: 'nginx', 'https-port': '8015' });
  expectSuccess(result);
  expect(await sh("docker image inspect --format '{{.Id}}' nginx:latest")).toBe(id);
  expect(await inspect('{{.Config.Image}}', 'nginx')).toBe(`nginx:${result.outputs.release}`);
  expect(await versionServed(scene, 8015)).toBe('1');
  expect(await versionServed(scene)).toBe('1');
}, 200_000);

test('containers of our image that somebody started live on; ours are retired, orphans removed, no request fails', async () => {
  await sh('docker image rm mccm-server:latest');
  expectSuccess(await deployStandIn(scene, '1', { env: 'GREETING=hello-there' }));
  // Both inherit the labels of our image; the first one sorts before ours by name.
  await sh(`docker run -d --name aaa-worker mccm-server:latest
docker commit mccm-server backup:1 && docker run -d --name zzz-copy backup:1
docker commit mccm-server >/dev/null`);
  const old = await inspect('{{.Id}}', 'mccm-server');
  const strangers = () =>
    sh(
      `docker container inspect --format '{{.Id}} {{.Name}} {{.State.Running}} {{.State.StartedAt}}' aaa-worker zzz-copy; docker image ls -q --no-trunc backup; docker image ls -q --filter dangling=true | wc -l`,
    );
  const before = await strangers();
  expect(before).toContain('/aaa-worker true');

  await killAt(/\/actuator\/health: 503/, (more) => deployStandIn(scene, 'unhealthy', {}, more));
  const orphan = await sh("docker ps -a --format '{{.Names}}' | grep '^mccm-server-'");

  // A site of the user's that began as a copy of our file, its first line with it; read before ours.
  const blog = '/etc/nginx/conf.d/blog.conf';
  await sh(`sed 's/deploy_mccm_server/blog/g; s/api\\.example\\.com;/blog.example.com;/; s/8014 ssl/8016 ssl/' /etc/nginx/conf.d/mccm-server.conf >${blog}
head -n 1 ${blog} | grep -q '^# managed by' && nginx -t 2>&1 && nginx -s reload`);
  const copied = await sh(`sha256sum ${blog}`);

  const load = startLoad(scene, '/api/version');
  const result = await deployStandIn(scene, '2');
  const samples = await load.stop();
  expectSuccess(result);
  expect(failuresIn(samples)).toEqual([]);
  expect(samples.length).toBeGreaterThan(50);
  expect(result.log).toContain(`Remove the leftover container ${orphan}`);
  expect(await versionServed(scene)).toBe('2');
  expect(await strangers()).toBe(before);
  expect(await sh(`sha256sum ${blog}`)).toBe(copied);
  expect(await sh("docker ps -a --format '{{.Names}}' | sort")).toBe('aaa-worker\nmccm-server\nnginx\nzzz-copy');
  expect(await inspect('{{.Id}}', 'mccm-server')).not.toBe(old);
  expect(await sh(`cat ${newest}/container`)).toBe(await inspect('{{.Id}}', 'mccm-server'));
  await sh(`rm ${blog}; nginx -s reload; docker rm -f aaa-worker zzz-copy; docker image rm backup:1`);
}, 400_000);

test('a container by the application’s name that no release made is never taken for ours, whatever its labels', async () => {
  await sh(`docker rename mccm-server moved && docker create --name mccm-server mccm-server:latest`);
  const stranger = await inspect('{{.Id}}', 'mccm-server');
  const refused = await deployStandIn(scene, '2', { adopt: 'false' });
  expectRefused(refused, { codes: ['CONTAINER_NOT_OURS'], says: ['docker rename'] });
  expect(await inspect('{{.Id}}', 'mccm-server')).toBe(stranger);
  await sh('docker rm mccm-server');
  // It is ours by its id, whatever it is called; it gets its name again.
  const renamed = await deployStandIn(scene, '2');
  expectSuccess(renamed);
  expect(await inspect('{{.Id}}', 'mccm-server')).toBe(await sh(`cat ${newest}/container`));
}, 200_000);

test('a power cut in the middle of a build: the next deploy removes the container and the image that it left', async () => {
  const lines = ['FROM eclipse-temurin:8-jre', 'COPY target/*.jar /app.jar', 'RUN echo begun && sleep 45'];
  const last = ['CMD ["java", "-jar", "/app.jar"]', ''];
  writeFileSync(join(scene.workspace, 'Dockerfile'), [...lines, ...last].join('\n'));
  const inputs = scene.inputs(jar, { dockerfile: 'Dockerfile' });
  const containers = "docker ps -a --format '{{.Names}}' | sort";
  const images = 'docker image ls -q --filter dangling=true | sort';
  const before = [await sh(containers), await sh(images)];
  await killAt(/^begun$/, (more) => scene.run(inputs, more));
  await scene.server.reboot({ hard: true });
  expect(await versionOnceServed(scene)).toBe('2');
  expect(await sh(`${containers} | wc -l`)).toBe('3');
  expect(await sh(images)).not.toBe(before[1]);
  expect(await sh("docker ps -a --filter status=exited --format '{{.Names}}' | wc -l")).toBe('1');

  const result = await deployStandIn(scene, '1');
  expectSuccess(result);
  expect(result.log).toContain('Remove 1 container(s) of an interrupted build');
  expect([await sh(containers), await sh(images)]).toEqual(before);
  expect(await sh(`ls -A ${root}/releases | grep -c incoming || true`)).toBe('0');
}, 400_000);

test('where the record failed, nothing is pruned, the next run writes it, a reboot finds what serves, and the next deploy prunes', async () => {
  const deploy = () => deployStandIn(scene, '2', { 'keep-releases': '1' });
  const result = await whileHeld(scene.server, 'committed -', deploy, `mkdir ${newest}/release.json.new`);
  expectSuccess(result);
  expect(warningsOf(result)).toContain('release.record failed');
  expect(result.log).toContain('skipped: release.prune');
  const { release = '' } = result.outputs;
  expect(await sh(`readlink ${root}/current; ls ${root}/releases | wc -l`)).not.toContain(release);

  const failing = await deployStandIn(scene, 'unhealthy', { 'health-timeout': '5' });
  expect(failing.outputs['error-code']).toBe('HEALTH_FAILED');
  expect(failing.log).toContain(`Record ${release} as live`);
  expect(await versionServed(scene)).toBe('2');
  expect(await sh(`readlink ${root}/current; ls ${root}/releases/${release}/release.json`)).toBe(
    `releases/${release}\n${root}/releases/${release}/release.json`,
  );
  await scene.server.reboot({ hard: true });
  expect(await versionOnceServed(scene)).toBe('2');
  const next = await deployStandIn(scene, '2');
  expectSuccess(next);
  expect(next.outputs).toMatchObject({ changed: 'false', release });

  const pruning = await deployStandIn(scene, '1', { 'keep-releases': '1' });
  expectSuccess(pruning);
  const figures =
    /^Old releases removed: (\d+); free on the disk of (\/\S*): \d+\.\d [GT]B before, \d+\.\d [GT]B after/m;
  const [, removed, folder] = figures.exec(pruning.log) ?? [];
  expect(Number(removed)).toBeGreaterThan(1);
  expect(folder).toBe(await sh("docker info --format '{{.DockerRootDir}}'"));
  expect(pruning.summary).toMatch(figures);
  // The user's own folders are still there.
  expect(await sh(`ls -A ${root}/releases`)).toBe(`1.0.0\n20200101T000000Z-local\n${pruning.outputs.release}`);
  const images = `${pruning.outputs.release}\nlatest`;
  expect(await sh("docker image ls --format '{{.Tag}}' mccm-server | sort")).toBe(images);
}, 500_000);
