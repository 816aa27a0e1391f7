import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applySteps } from '../../../src/engine/apply.ts';
import type { RunnerStep, ServerStep } from '../../../src/engine/step.ts';
import { undoScript } from '../../../src/engine/undo.ts';
import { incomingJar } from '../../../src/layout/application-paths.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import { markerFile } from '../../../src/release/marker.ts';
import type { Release } from '../../../src/release/release.ts';
import type { JarsThere } from '../../../src/resources/bring-jar.ts';
import { planReleaseFolder, removeOrphanFolders } from '../../../src/resources/release-folder.ts';
import { readReleases } from '../../../src/survey/releases.ts';
import { releasesProbe } from '../../../src/survey/releases-probe.ts';
import { noise } from '../delta/generated-jars.ts';
import { release as plain } from '../deployment/release.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { undisturbed } from '../engine/patience.ts';
import { zip } from '../jar/zip.ts';
import { type MovedServer, openMovedServer } from './moved-server.ts';
import { openPrograms, type Programs } from './programs.ts';

let server: MovedServer;
let programs: Programs;
let runner: string;
let release: Release;
beforeEach(() => {
  programs = openPrograms();
  programs.put('docker', 'exit 1');
  server = openMovedServer(programs.server);
  runner = mkdtempSync(join(tmpdir(), 'runner-'));
  writeFileSync(join(runner, 'app.jar'), 'the jar');
  const sha256 = createHash('sha256').update('the jar').digest('hex');
  const jar = { ...plain.build.jar, bytes: 7, sha256 };
  release = { ...plain, build: { ...plain.build, jar, jarDestinations: ['target/my app.jar', 'app.jar'] } };
});
afterEach(() => {
  server.remove();
  programs.remove();
  rmSync(runner, { recursive: true, force: true });
});

const root = '/docker/app/MCCM-server';
const folder = `${root}/releases/${plain.id}`;
const missing = (path: string) => ({ path, real: path, exists: false, uid: 0, gid: 0, empty: true, variants: [] });

function steps(
  more: {
    folders?: readonly ReturnType<typeof missing>[];
    same?: string;
    context?: { path: string; source: string; mode: number }[];
    mounted?: { name: string; container: string; source: string }[];
  } = {},
) {
  const environment = new Secret("A=1\nB=two words 'quoted'\n");
  const files = {
    context: more.context ?? [],
    environment,
    files: more.mounted ?? [],
    jarSource: join(runner, 'app.jar'),
    recipe: undefined,
  };
  const there = { same: more.same, bases: [], incoming: false };
  return planReleaseFolder(release, files, more.folders ?? [], there) as readonly (ServerStep | RunnerStep)[];
}

function apply(list: readonly (ServerStep | RunnerStep)[]) {
  return applySteps(list, server, listeningLog(), undisturbed);
}

/** Modes and paths below the release's folder. */
async function tree(): Promise<readonly string[]> {
  return (await server.sh(`cd '${folder}' && find . -printf '%m %P\\n' | sort -k2`)).trimEnd().split('\n');
}

test('everything of a release lies where it belongs, the env file for root only and outside of the build', async () => {
  const source = join(runner, 'run.sh');
  writeFileSync(source, '#!/bin/sh\n', { mode: 0o755 });
  await apply(
    steps({
      context: [
        { path: 'bin/run.sh', source, mode: 0o755 },
        { path: 'Dockerfile', source, mode: 0o755 },
      ],
    }),
  );
  expect(await tree()).toEqual([
    '700 ',
    '644 .deploy-miniprogram-backend',
    '755 build',
    '644 build/Dockerfile',
    '644 build/app.jar',
    '755 build/bin',
    '755 build/bin/run.sh',
    '755 build/target',
    '644 build/target/my app.jar',
    '600 env',
    '644 jar.sha256',
    '600 planned.json',
    '700 switch',
  ]);
  expect(await server.sh(`cat '${folder}/build/Dockerfile'`)).toBe(
    `${release.build.dockerfile}LABEL deploy-miniprogram-backend.build=MCCM-server\n`,
  );
  expect(JSON.parse(await server.sh(`cat '${folder}/planned.json'`))).toEqual(JSON.parse(JSON.stringify(release)));
  expect(await server.sh(`cat '${folder}/env'`)).toBe("A=1\nB=two words 'quoted'\n");
  expect(await server.sh(`cat '${folder}/build/target/my app.jar' '${folder}/build/app.jar'`)).toBe('the jarthe jar');
  expect(await server.sh(`cat '${folder}/jar.sha256'`)).toBe(`${release.build.jar.sha256} target/my app.jar\n`);
  expect(await server.sh(`stat -c %a '${root}' '${root}/releases'; ls -A '${root}/releases'`)).toBe(
    `755\n700\n${release.id}\n`,
  );
});

test('files to mount: readable in whichever container, behind a folder that is for root alone', async () => {
  for (const name of ['pay.pem', 'other']) writeFileSync(join(runner, name), `of ${name}`, { mode: 0o600 });
  const mounted = [
    { name: '1', container: '/etc/pay.pem', source: join(runner, 'pay.pem') },
    { name: '2', container: '/etc/other', source: join(runner, 'other') },
  ];
  const list = steps({ mounted });
  expect(list[0]?.diff).toContain(`+ ${folder}/files/1 (/etc/pay.pem)`);
  await apply(list);
  const found = (await tree()).filter((line) => line.includes('files'));
  expect(found).toEqual(['700 files', '444 files/1', '444 files/2']);
  expect(await server.sh(`cat '${folder}/files/1' '${folder}/files/2'`)).toBe('of pay.pemof other');
});

test('a jar that the server has is linked, not sent', async () => {
  mkdirSync(server.at(`${root}/releases/R0/build`), { recursive: true });
  writeFileSync(server.at(`${root}/releases/R0/build/it's.jar`), 'the jar');
  const list = steps({ same: `${root}/releases/R0/build/it's.jar` });
  expect(list[1]?.title.en).toContain('from an earlier release');
  await apply(list);
  const inode = `stat -c %i "${root}/releases/R0/build/it's.jar" '${folder}/build/target/my app.jar' '${folder}/build/app.jar' | sort -u | wc -l`;
  expect((await server.sh(inode)).trim()).toBe('1');
});

test('the next jar is put together from the one that came; both have their index, and so has one that is linked', async () => {
  const jar = (version: number) =>
    zip([
      { name: 'A.class', data: noise(version, 900) },
      { name: 'lib/l.jar', data: noise(0, 100_000) },
    ]);
  const bring = async (id: string, version: number, there: JarsThere) => {
    const bytes = jar(version);
    writeFileSync(join(runner, 'app.jar'), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    release = {
      ...release,
      id,
      build: { ...release.build, jar: { ...release.build.jar, bytes: bytes.length, sha256 } },
    };
    const log = listeningLog();
    const files = {
      context: [],
      environment: undefined,
      files: [],
      jarSource: join(runner, 'app.jar'),
      recipe: undefined,
    };
    const list = planReleaseFolder(release, files, [], there) as readonly (ServerStep | RunnerStep)[];
    await applySteps(list, server, log, undisturbed);
    // A run that lost its connection before the answer does it again.
    const [, again] = list;
    if (again?.kind === 'runner') await again.run(server, log, () => {});
    return {
      path: `${root}/releases/${id}/build/target/my app.jar`,
      said: log.lines.join('\n'),
      reason: again?.reason.en,
    };
  };
  const known = async () => readReleases(await ask(releasesProbe(release.app).script));
  const ask = (script: string) => server.sh(script);
  const [r1, r2, r3] = ['20261101T000000Z-1', '20261102T000000Z-1', '20261103T000000Z-1'] as const;
  const first = await bring(r1, 1, { same: undefined, bases: [], incoming: false });
  expect(first.said).toContain('comparing SHA-256');
  expect(first.reason).toBe('the server does not have this jar');
  const second = await bring(r2, 2, { same: undefined, bases: (await known()).bases, incoming: false });
  expect(second.said).toMatch(/Sent \d\.\d kB of 101\.\d kB; the rest was on the server/);
  expect(second.reason).toMatch(/; only what differs from the jars that it has is sent$/);
  expect(second.said).not.toContain('comparing SHA-256');
  expect(readFileSync(server.at(second.path)).equals(jar(2))).toBe(true);
  await bring(r3, 2, { same: second.path, bases: [], incoming: false });
  const { bases } = await known();
  expect(bases.map(({ path, bytes }) => [path, bytes])).toEqual([
    [server.at(second.path), jar(2).length],
    [server.at(first.path), jar(1).length],
  ]);
  const indexes = await server.sh(
    `cd '${root}/releases' && cmp ${r2}/jar.index ${r3}/jar.index && stat -c %a */jar.index`,
  );
  expect(indexes).toBe('600\n600\n600\n');
  expect(await server.sh(`ls -A '${root}/releases'`)).toBe(`${r1}\n${r2}\n${r3}\n`);
  // One that was changed since is no basis.
  writeFileSync(server.at(first.path), 'other');
  expect((await known()).bases).toHaveLength(1);
});

test('a jar on the server that is no longer what was uploaded is refused, and not taken again', async () => {
  const earlier = `${root}/releases/R0`;
  mkdirSync(server.at(`${earlier}/build`), { recursive: true });
  writeFileSync(server.at(`${earlier}/build/x.jar`), 'the jat');
  writeFileSync(server.at(`${earlier}/jar.sha256`), `${release.build.jar.sha256} x.jar`);
  await expect(apply(steps({ same: `${earlier}/build/x.jar` }))).rejects.toMatchObject({
    code: 'JAR_CHANGED_ON_SERVER',
  });
  expect((await server.sh(`ls ${earlier}`)).trim()).toBe('build');
});

test('folders to mount are made, for the container’s user; those that exist are left alone', async () => {
  release = { ...release, container: { ...release.container, volumeOwner: '10001:10001' } };
  const exists = { ...missing(`${root}/logs`), exists: true };
  mkdirSync(server.at(`${root}/logs`), { recursive: true });
  const [list] = steps({ folders: [missing(`${root}/file system`), exists] });
  await apply(list === undefined ? [] : [list]);
  expect(await server.sh(`stat -c '%u:%g' '${root}/file system' '${root}/logs'`)).toBe('10001:10001\n0:0\n');
});

test('undone, nothing is left but folders that somebody wrote to, and the jar for the next run', async () => {
  const list = steps({ folders: [missing(`${root}/file-system`), missing(`${root}/logs`)] });
  await apply(list);
  writeFileSync(server.at(`${root}/logs/app.log`), 'line');
  expect(await server.sh(undoScript(list))).toBe('@@undone release.jar 0\n@@undone release.folder 0\n');
  expect(await server.sh(`cd '${root}' && find . | sort`)).toBe('.\n./logs\n./logs/app.log\n./releases\n');
});

test('while its container is there, or no engine tells, the folder stays, and the undo says so', async () => {
  const [first, second] = steps();
  const list = [first, second].filter((step) => step !== undefined);
  await apply(list);
  writeFileSync(server.at(`${folder}/container`), 'the-id');
  const undone = () => server.sh(undoScript(list));
  // The docker of this test answers nothing.
  expect(await undone()).toContain('@@undone release.folder 1\n');
  programs.put('docker', 'echo other-id; echo the-id');
  expect(await undone()).toContain('@@undone release.folder 1\n');
  const [orphan] = removeOrphanFolders(release, [release.id]) as readonly ServerStep[];
  expect(await server.run(`set -e\n${orphan?.script}`)).toMatchObject({ code: 0 });
  expect(await server.sh(`cat '${folder}/container'`)).toBe('the-id');
  programs.put('docker', 'echo other-id');
  expect(await undone()).toContain('@@undone release.folder 0\n');
  expect(await server.sh(`ls -A '${root}/releases'`)).toBe('');
});

test('a jar that changed on the runner after it was read does not become a release', async () => {
  writeFileSync(join(runner, 'app.jar'), 'the JAR');
  await expect(apply(steps())).rejects.toMatchObject({ name: 'Failure' });
  expect(
    await server.sh(`ls -A '${root}/releases'; ls '${incomingJar(release.app, release.build.jar.sha256)}' 2>/dev/null`),
  ).toBe('');
});

test('a file of the context that is gone is told, and the folder is taken back', async () => {
  const context = [{ path: 'a', source: join(runner, 'gone'), mode: 0o644 }];
  await expect(apply(steps({ context }))).rejects.toThrow();
  expect(await server.sh(`ls '${root}/releases' 2>/dev/null`)).toBe('');
});

test('folders of runs that died are removed, their images where they are ours, and nothing beside them', async () => {
  const marked = (id: string, says = `MCCM-server ${id}`): void => {
    mkdirSync(server.at(`${root}/releases/${id}/build`), { recursive: true });
    writeFileSync(server.at(`${root}/releases/${id}/${markerFile}`), `${says}\n`);
  };
  for (const id of ['R1', 'R2', 'R10']) marked(id);
  marked('R3', 'MCCM-server R1');
  marked('R4', 'Shop R4');
  mkdirSync(server.at(`${root}/releases/R5/mine`), { recursive: true });
  execFileSync('ln', ['-s', 'R10', server.at(`${root}/releases/R6`)]);
  const steps = removeOrphanFolders(release, ['R1', 'R2', 'R3', 'R4', 'R5', 'R6']) as readonly ServerStep[];
  programs.put('docker', 'case "$*" in *mccm-server:R2) echo Shop ;; "image inspect"*) echo MCCM-server ;; esac');
  for (const step of steps.slice(0, 2)) await server.run(step.script);
  const inspected = programs.calls('docker').filter((call) => call.startsWith('image rm'));
  expect(inspected).toEqual(['image rm mccm-server:R1']);
  for (const step of steps) expect(await server.run(`set -e\n${step.script}`)).toMatchObject({ code: 0 });
  expect(await server.sh(`ls '${root}/releases'`)).toBe('R10\nR3\nR4\nR5\nR6\n');
});

test('a folder that is there keeps its mode and its owner; a release’s own must not be there', async () => {
  mkdirSync(server.at(`${root}/releases`), { recursive: true });
  execFileSync('chmod', ['0750', server.at(root), server.at(`${root}/releases`)]);
  execFileSync('chown', ['0:1', server.at(root)]);
  const [first] = steps();
  await apply(first === undefined ? [] : [first]);
  expect(await server.sh(`stat -c '%a %g' '${root}' '${root}/releases' '${folder}'`)).toBe('750 1\n750 0\n700 0\n');
  await expect(apply(first === undefined ? [] : [first])).rejects.toMatchObject({ name: 'Failure' });
});

test('one of somebody else’s in its place is not undone', async () => {
  mkdirSync(server.at(`${folder}/mine`), { recursive: true });
  await expect(apply(steps())).rejects.toMatchObject({ name: 'Failure' });
  expect(await server.sh(`ls -A '${folder}'`)).toBe('mine\n');
});
