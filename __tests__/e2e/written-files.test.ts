import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run as runProgram } from '../../practice/command.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { makeSmallDisk, type SmallDisk } from '../../practice/small-disk.ts';
import { type Answer, type AskOptions, ask, askJson } from './client.ts';
import { errorsOf, expectRefused } from './refused.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { whileHeld } from './while-held.ts';
import { lineIn } from './witness.ts';

// A shop back end that keeps its uploads in ./storage, beside its jar and outside its mounts.
const folder = '/docker/app/MCCM-server';
const uploads = { env: 'EXAMPLE_FILES=storage' };

let scene: Scene;
let v1: string;
let v2: string;
let disk: SmallDisk | undefined;
beforeAll(async () => {
  // One storage driver copies the whole image for each step of a build: on xfs these copies share their blocks.
  disk = await makeSmallDisk(`engine-${process.pid}`, 'xfs', 8000, () => {});
  scene = await openScene({ kind: 'ready', engineData: disk.path });
  [v1, v2] = [await scene.world.jars.backend('v1'), await scene.world.jars.backend('v2')];
}, 240_000);
afterAll(async () => {
  await scene?.close();
  await disk?.remove();
}, 60_000);

const put = (name: string, body: string, more: AskOptions = {}): Promise<Answer> =>
  ask(scene, `/api/files/${name}`, { method: 'PUT', body, ...more });
const bodyOf = async (name: string, more: AskOptions = {}): Promise<string | number> => {
  const { status, body } = await ask(scene, `/api/files/${name}`, more);
  return status === 200 ? body : status;
};
const idOf = (name: string): Promise<string> => scene.server.sh(`docker container inspect --format '{{.Id}}' ${name}`);
const warningsOf = (result: RunResult): string =>
  result.annotations
    .filter(({ level }) => level === 'warning')
    .map(({ message }) => message)
    .join('\n');

/** The jar with H2 in it: nothing but its name is looked at. */
async function withH2(jar: string): Promise<string> {
  const tree = join(scene.workspace, 'h2/BOOT-INF/lib');
  mkdirSync(tree, { recursive: true });
  writeFileSync(join(tree, 'h2-2.1.214.jar'), '');
  const copy = join(scene.workspace, 'h2', basename(jar));
  cpSync(jar, copy);
  await runProgram(['jar', '--update', '--no-compress', '--file', copy, '-C', join(scene.workspace, 'h2'), 'BOOT-INF']);
  return copy;
}

test('a database beside the jar is refused at the first deploy; elsewhere in doubt it is warned of', async () => {
  const before = await stateOf(scene.server);
  const url = 'SPRING_DATASOURCE_URL=jdbc:h2:file:./testdb;PASSWORD=in-the-address';
  const database = { ...uploads, env: url };
  expectRefused(await scene.run(scene.inputs(await withH2(v1), database)), {
    codes: ['EMBEDDED_DATABASE_UNMOUNTED'],
    says: [`${folder}/testdb`, `SPRING_DATASOURCE_URL=jdbc:h2:file:${folder}/file-system/testdb`],
    never: ['in-the-address'],
  });
  const folderOfReleases = (lines: string) => lines.split('\n').filter((line) => !line.startsWith('/docker'));
  expect(folderOfReleases(await stateOf(scene.server))).toEqual(folderOfReleases(before));
  // Without its driver in the jar the address may be of no effect.
  const plan = await scene.run({ ...scene.inputs(v1, database), command: 'plan' });
  expectSuccess(plan);
  expect(warningsOf(plan)).toContain('jdbc:h2:file:./testdb');
}, 120_000);

test('an upload is told of by the next run, which changes nothing, with the line that keeps it; caches are not', async () => {
  const first = await scene.run(scene.inputs(v1, uploads));
  expectSuccess(first);
  expect(warningsOf(first)).not.toContain('outside its mounts');
  expect(
    await scene.server.sh(
      `docker exec mccm-server sh -c 'echo x >/tmp/cache; echo x >app.jsa; echo x >java_pid1.hprof; mkdir -p work/Tomcat && echo x >work/Tomcat/a' && echo made`,
    ),
  ).toBe('made');
  const quiet = await scene.run(scene.inputs(v1, uploads));
  expect(warningsOf(quiet)).not.toContain('outside its mounts');

  expect((await put('avatar', 'first')).status).toBe(204);
  const again = await scene.run(scene.inputs(v1, uploads));
  expectSuccess(again);
  expect(again.outputs.changed).toBe('false');
  expect(warningsOf(again)).toContain(`${folder}/storage/avatar`);
  expect(warningsOf(again)).toContain(`volumes: |\n  ${folder}/file-system:${folder}/file-system`);
  expect(warningsOf(again)).toContain(`  ${folder}/storage:${folder}/storage`);
}, 180_000);

test('a deploy that would lose it stops before anything is touched, and so does its plan', async () => {
  const before = await stateOf(scene.server);
  for (const command of ['plan', 'deploy']) {
    expectRefused(await scene.run({ ...scene.inputs(v2, uploads), command }), {
      codes: ['CONTAINER_FILES'],
      says: [
        `${folder}/storage/avatar`,
        'container-files: carry',
        'container-files: discard',
        'docker cp mccm-server:',
      ],
    });
  }
  // Mounted over, it would be hidden: that is no way to keep it.
  const volumes = ['file-system', 'logs', 'storage'].map((name) => `${folder}/${name}:${folder}/${name}`).join('\n');
  expectRefused(await scene.run(scene.inputs(v2, { ...uploads, volumes })), {
    codes: ['CONTAINER_FILES'],
    says: [`docker cp mccm-server:${folder}/storage/. -`],
  });
  expect(await stateOf(scene.server)).toBe(before);
  expect(await bodyOf('avatar')).toBe('first');
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });
}, 180_000);

test('carry: what was there, and what the old version still wrote after that was copied, are there under the new one', async () => {
  const deploy = () => scene.run(scene.inputs(v2, { ...uploads, 'container-files': 'carry' }));
  const carried = await whileHeld(scene.server, 'done container-files.keep', deploy, async () => {
    expect((await put('late', 'after the first copy')).status).toBe(204);
    expect((await put('avatar', 'changed after the first copy')).status).toBe(204);
  });
  expectSuccess(carried);
  expect(warningsOf(carried)).not.toContain('outside its mounts');
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '2' });
  expect([await bodyOf('avatar'), await bodyOf('late')]).toEqual([
    'changed after the first copy',
    'after the first copy',
  ]);
  // Owners came along: the application goes on writing there.
  expect((await put('later', 'by the new one')).status).toBe(204);
  expect(await scene.server.sh("docker ps -a --format '{{.Names}}'")).toBe('mccm-server');
  expect(await scene.server.sh(`ls ${folder}/container-files`)).toBe(carried.outputs.release);
}, 180_000);

test('the mount stays; what the old version writes elsewhere until it stops is named, and it is kept for that', async () => {
  const again = await scene.run(scene.inputs(v2, uploads));
  expectSuccess(again);
  expect(again.outputs.changed).toBe('false');
  const deploy = () => scene.run(scene.inputs(v1, uploads));
  const third = await whileHeld(scene.server, 'done site.prove', deploy, async () => {
    expect(await scene.server.sh(`cat ${folder}/container-files/kept`)).toBe(await idOf('mccm-server'));
    await scene.server.sh("docker exec mccm-server sh -c 'echo last >last-words; echo x >/tmp/cache'");
  });
  expectSuccess(third);
  const kept = `mccm-server-replaced-by-${third.outputs.release}`;
  expect(warningsOf(third)).toContain(`${folder}/last-words`);
  expect(warningsOf(third)).toContain(`docker cp ${kept}:`);
  expect(warningsOf(third)).not.toContain('/tmp/cache');
  expect(await scene.server.sh(`docker cp ${kept}:${folder}/last-words - | tar -xO`)).toBe('last');
  expect(
    await scene.server.sh(`docker inspect -f '{{.State.Status}} {{.HostConfig.RestartPolicy.Name}}' ${kept}`),
  ).toBe('exited no');
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });
  for (const name of ['avatar', 'late', 'later']) expect(await bodyOf(name)).not.toBe(404);
}, 180_000);

describe('another application', () => {
  const other = { ...uploads, app: 'other', 'https-port': '9014' };
  const there = { port: 9014 };

  test('files go where discard says so, and are named', async () => {
    expectSuccess(await scene.run(scene.inputs(v1, other)));
    expect((await put('draft', 'of no worth', there)).status).toBe(204);
    const deploy = () => scene.run(scene.inputs(v2, { ...other, 'container-files': 'discard' }));
    const late = "docker exec other sh -c 'echo late >storage/late'";
    const discarded = await whileHeld(scene.server, 'done site.prove', deploy, late);
    expectSuccess(discarded);
    expect(warningsOf(discarded)).toContain('/docker/app/other/storage/draft');
    expect(warningsOf(discarded)).toContain('/docker/app/other/storage/late');
    expect(await scene.server.sh("docker ps -a --format '{{.Names}}' --filter name=other")).toBe('other');
    expect(await bodyOf('draft', there)).toBe(404);
  }, 180_000);

  test('a carry that is undone takes its copies away, and nothing that came there meanwhile', async () => {
    expect((await put('shared', 'old', there)).status).toBe(204);
    const unwell = scene.inputs(await scene.world.jars.backend('unhealthy'), {
      ...other,
      'container-files': 'carry',
      'health-timeout': '15',
    });
    const asked = lineIn(/\/actuator\/health: 503/);
    const running = scene.run(unwell, { onLine: asked.onLine });
    await asked.seen;
    await scene.server.sh('echo theirs >$(echo /docker/app/other/container-files/*/docker/app/other/storage)/theirs');
    const failed = await running;
    expect(failed.outputs['error-code']).toBe('HEALTH_FAILED');
    expect(warningsOf(failed)).toContain('container-files.carry');
    expect(await scene.server.sh('cd /docker/app/other/container-files/2*/ && find . -type f')).toBe(
      './docker/app/other/storage/theirs',
    );
    await scene.server.sh('rm -r /docker/app/other/container-files');
    expect(await bodyOf('shared', there)).toBe('old');
  }, 180_000);

  test('what the new version wrote is not written over: the old one’s is named, and its container stays', async () => {
    const deploy = () => scene.run(scene.inputs(v1, { ...other, 'container-files': 'carry' }));
    const carried = await whileHeld(scene.server, 'done site.prove', deploy, async () => {
      await scene.server.sh("docker exec other sh -c 'echo old-later >storage/shared; echo only-old >storage/last'");
      expect((await put('shared', 'new', there)).status).toBe(204);
    });
    expectSuccess(carried);
    expect([await bodyOf('shared', there), (await bodyOf('last', there)).toString().trim()]).toEqual([
      'new',
      'only-old',
    ]);
    expect(warningsOf(carried)).toContain('/docker/app/other/storage/shared');
    const names = "docker ps -a --format '{{.Names}}' --filter name=other";
    const [kept] = /other-replaced-by-\S+/.exec(await scene.server.sh(names)) ?? [];
    expect(kept).toBeDefined();
    // Nor does a later deploy remove it.
    const next = await scene.run(scene.inputs(v2, other));
    expectSuccess(next);
    expect(warningsOf(next)).toContain(`${kept} is kept`);
    expect(await scene.server.sh(`docker cp ${kept}:/docker/app/other/storage/shared - | tar -xO`)).toBe('old-later');
  }, 240_000);
});

test('a volume that Docker named holds what would be lost, one for temporary files does not; carry brings it along', async () => {
  const dockerfile = `FROM eclipse-temurin:8-jre
WORKDIR /app
VOLUME /tmp /app/storage
COPY *.jar app.jar
ENTRYPOINT ["java", "-jar", "app.jar"]
`;
  writeFileSync(join(scene.workspace, 'Dockerfile.volumes'), dockerfile);
  const fourth = { ...uploads, app: 'fourth', 'https-port': '9016', dockerfile: 'Dockerfile.volumes' };
  const there = { port: 9016 };
  const first = await scene.run(scene.inputs(v1, fourth));
  expectSuccess(first);
  expect(warningsOf(first)).not.toContain('outside its mounts');
  expect((await put('avatar', 'first', there)).status).toBe(204);
  expectRefused(await scene.run(scene.inputs(v2, fourth)), {
    codes: ['CONTAINER_FILES'],
    says: ['1 file(s)', '/app/storage/avatar', 'docker cp fourth:/app/storage/. -', '/fourth/storage:/app/storage'],
  });
  expectSuccess(await scene.run(scene.inputs(v2, { ...fourth, 'container-files': 'carry' })));
  expect(await bodyOf('avatar', there)).toBe('first');
}, 240_000);

test('on another storage driver than overlay2 it is the same; copied and mounted by hand, nothing is lost either', async () => {
  await scene.server.sh(
    `sed -i '0,/{/s//{"storage-driver": "vfs",/' /etc/docker/daemon.json && systemctl restart docker && docker info --format '{{.Driver}}'`,
  );
  await scene.server.seedImages(['eclipse-temurin:8-jre']);
  const third = { ...uploads, app: 'third', 'https-port': '9015' };
  const there = { port: 9015 };
  expectSuccess(await scene.run(scene.inputs(v1, third)));
  expect(warningsOf(await scene.run(scene.inputs(v1, third)))).not.toContain('outside its mounts');
  expect((await put('avatar', 'kept', there)).status).toBe(204);
  const refused = await scene.run(scene.inputs(v2, third));
  expectRefused(refused, { codes: ['CONTAINER_FILES'], says: ['/docker/app/third/storage/avatar'] });
  // What the failure tells to do is enough.
  const [copy = ''] = /mkdir -p .*/.exec(errorsOf(refused)) ?? [];
  const [, volumes = ''] = /volumes: \|\n((?: {2}\/.*\n?)+)/.exec(errorsOf(refused)) ?? [];
  expect(volumes).toContain('/docker/app/third/storage:/docker/app/third/storage');
  await scene.server.sh(copy);
  const deploy = () => scene.run(scene.inputs(v2, { ...third, volumes }));
  const late = "docker exec third sh -c 'echo x >late'";
  const deployed = await whileHeld(scene.server, 'done site.prove', deploy, late);
  expectSuccess(deployed);
  expect(warningsOf(deployed)).toMatch(/: \/docker\/app\/third\/late[^,]/);
  const kept = `third-replaced-by-${deployed.outputs.release}`;
  expect(await scene.server.sh(`docker cp ${kept}:/docker/app/third/late - | tar -xO`)).toBe('x');
  expect(await bodyOf('avatar', there)).toBe('kept');
  expect((await put('avatar', 'by the new one', there)).status).toBe(204);
}, 300_000);

test('there, what a stopped container holds is told from folders of the image; stopped, copied and mounted, it is kept', async () => {
  const third = { ...uploads, app: 'third', 'https-port': '9015' };
  const volumes = ['file-system', 'storage']
    .map((name) => `/docker/app/third/${name}:/docker/app/third/${name}`)
    .join('\n');
  await scene.server.sh(
    `docker exec third sh -c 'mkdir data && echo x >data/a && echo x >/root/.bash_history && echo x >x.log' && docker stop third`,
  );
  const refused = await scene.run(scene.inputs(v1, { ...third, volumes }));
  expectRefused(refused, { codes: ['CONTAINER_FILES'], says: ['1 file(s)', '/docker/app/third/data/a'] });
  const [copy = ''] = /mkdir -p .*/.exec(errorsOf(refused)) ?? [];
  await scene.server.sh(copy);
  const mounted = `${volumes}\n/docker/app/third/data:/docker/app/third/data`;
  expectSuccess(await scene.run(scene.inputs(v1, { ...third, volumes: mounted })));
  expect((await scene.server.sh('docker exec third cat data/a')).trim()).toBe('x');
}, 240_000);
