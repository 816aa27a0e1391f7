import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { staticRoot } from '../../../src/layout/application-paths.ts';
import { markerFile } from '../../../src/release/marker.ts';
import { whatServes } from '../../../src/survey/releases.ts';
import { releasesProbe } from '../../../src/survey/releases-probe.ts';
import { release } from '../deployment/release.ts';

import { ask, folder, programs, put } from './probing.ts';

describe('releases', () => {
  const root = '/docker/app/MCCM-server';
  const releases = () => ask(releasesProbe('MCCM-server'), '/docker/app', '/run/deploy-miniprogram');

  test('of a server that was never deployed to', async () => {
    expect(await releases()).toMatchObject({
      current: undefined,
      recorded: [],
      orphans: [],
      statics: [],
      halfDone: false,
      underWay: undefined,
    });
  });

  const [r1, r2, r3] = ['20261101T000000Z-1', '20261102T000000Z-1', '20261103T000000Z-local'] as [
    string,
    string,
    string,
  ];

  /** A folder that was made here: its marker names it. */
  const ours = (path: string, name = path.split('/').at(-1) ?? ''): void =>
    void put(`${root}/${path}/${markerFile}`, `MCCM-server ${name}\n`);

  test('current, recorded, orphans, jars that are still there, containers, ports of every application', async () => {
    for (const id of [r1, r2, r3]) ours(`releases/${id}`);
    put(`${root}/releases/${r1}/release.json`, JSON.stringify({ ...release, id: r1 }, null, 2));
    put(`${root}/releases/${r1}/env`, 'A=1\n');
    put(`${root}/releases/${r1}/env.next`, 'A=2\n');
    put(`${root}/releases/${r2}/env.adopted.next`, 'A=2\n');
    put(`${root}/releases/${r1}/files/1`, 'A=1\n');
    put(`${root}/releases/${r1}/files/2`, '');
    put(`${root}/releases/${r1}/jar.sha256`, `${'1'.repeat(64)} target/my app.jar\n`);
    put(`${root}/releases/${r1}/build/target/my app.jar`, 'jar');
    put(`${root}/releases/${r1}/container`, 'c'.repeat(64));
    put(`${root}/releases/${r2}/jar.sha256`, `${'2'.repeat(64)} gone.jar\n`);
    put(`${root}/releases/${r2}/container`, '');
    put(`${root}/releases/${r3}/switch/journal`, '1.0 begin a \n');
    put(`${root}/releases/.incoming/x.jar`, '');
    put(`${root}/releases/file`, '');
    put('/docker/app/other/releases/Q/release.json', '{\n  "loopbackPort": 20777\n}');
    execFileSync('ln', ['-s', `releases/${r1}`, join(folder, root, 'current')]);
    const found = await releases();
    expect(found.current?.id).toBe(r1);
    expect(found).toMatchObject({
      unrecorded: false,
      recorded: [r1],
      orphans: [r2, r3],
      variablesLeft: [r1, r2],
      halfDone: true,
      emptyIncoming: false,
      recordedPorts: [20_001, 20_777],
      taken: [],
      applications: [join(folder, root)],
    });
    expect([...found.containers]).toEqual([
      [r1, 'c'.repeat(64)],
      [r2, ''],
    ]);
    expect([...found.jars]).toEqual([['1'.repeat(64), `${folder}${root}/releases/${r1}/build/target/my app.jar`]]);
    const sha256 = execFileSync('sha256sum', { input: 'A=1\n', encoding: 'utf8' }).slice(0, 64);
    expect(found.environmentSha256).toBe(sha256);
    expect([...found.fileSha256]).toEqual([
      ['1', sha256],
      ['2', expect.stringMatching(/^e3b0c442/)],
    ]);
  });

  test('a folder is ours by the form of its name and a marker that names it, and nothing else of the user’s counts', async () => {
    for (const name of ['1.0.0', 'backup', r2]) put(`${root}/releases/${name}/switch/journal`, '1.0 begin a \n');
    put(`${root}/releases/1.0.0/release.json`, JSON.stringify(release));
    ours('releases/1.0.0');
    // A copy of one of ours under another name.
    ours(`releases/${r1}`, r3);
    execFileSync('ln', ['-s', join(folder, root, `releases/${r1}`), join(folder, root, `releases/${r3}`)]);
    put(`${root}/static/avatars/me.png`, '');
    put(`${root}/static/${'d'.repeat(64)}/index.html`, '');
    put(`${root}/current/notes.txt`, '');
    put(`${root}/adopted.json`, '{"cats": 2}');
    const found = await releases();
    expect(found).toMatchObject({ recorded: [], orphans: [], statics: [], halfDone: false, current: undefined });
    const taken = [`static/${'d'.repeat(64)}`, 'current', ...[r1, r2, r3].map((id) => `releases/${id}`)];
    expect(found.taken.map((path) => path.replace(`${folder}${root}/`, '')).toSorted()).toEqual(
      ['/docker/app/MCCM-server/adopted.json', ...taken].toSorted(),
    );
  });

  test.each(['../v3', 'releases/1.0.0', '/opt/app'])('a `current` that leads to %s is not ours', async (target) => {
    put(`${root}/releases/x`, '');
    execFileSync('ln', ['-s', target, join(folder, root, 'current')]);
    expect((await releases()).taken).toEqual([`${folder}${root}/current`]);
  });

  test('what nginx serves is current where its record failed; its folder is no orphan’s', async () => {
    const there = 'c'.repeat(64);
    programs.put('docker', `echo ${there}`);
    for (const id of [r1, r2]) ours(`releases/${id}`);
    put(`${root}/releases/${r1}/release.json`, JSON.stringify({ ...release, id: r1 }));
    put(`${root}/releases/${r2}/planned.json`, JSON.stringify({ ...release, id: r2 }));
    put(`${root}/releases/${r2}/container`, there);
    put(`${root}/releases/${r2}/env`, 'A=1\n');
    execFileSync('ln', ['-s', `releases/${r1}`, join(folder, root, 'current')]);
    const found = await releases();
    expect(found).toMatchObject({ current: { id: r1 }, orphans: [r2], environmentSha256: undefined });
    const served = whatServes(found, r2);
    expect(served).toMatchObject({ current: { id: r2 }, unrecorded: true, orphans: [], recorded: [r1, r2] });
    expect(served.environmentSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(whatServes(found, r1)).toBe(found);
    expect(whatServes(found, undefined)).toBe(found);
    // One of which no container is left to tell is spared all the same.
    expect(whatServes({ ...found, known: new Map() }, r2)).toMatchObject({ current: { id: r1 }, orphans: [] });
  });

  test('an empty folder of uploads is told', async () => {
    put(`${root}/releases/.incoming/x`, '');
    execFileSync('rm', [join(folder, root, 'releases/.incoming/x')]);
    expect((await releases()).emptyIncoming).toBe(true);
  });

  test('nothing is read of a folder that another user can change, nor awaited', async () => {
    put(`${root}/releases/R1/release.json`, '{}');
    execFileSync('mkfifo', [join(folder, root, 'adopted.json'), join(folder, root, 'releases/R1/env')]);
    execFileSync('mkdir', ['-p', join(folder, '/docker/app/other/releases/Q')]);
    execFileSync('mkfifo', [join(folder, '/docker/app/other/releases/Q/release.json')]);
    execFileSync('chmod', ['777', join(folder, root)]);
    expect(await releases()).toMatchObject({ current: undefined, recorded: [], orphans: [], halfDone: false });
  });

  test('static sites, each with the releases that name it; what is not whole is none', async () => {
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)] as [string, string];
    const naming = (sha256: string) => ({
      ...release,
      site: {
        ...release.site,
        staticSite: { root: staticRoot('MCCM-server', sha256), path: '/admin/', fallback: true },
      },
    });
    for (const sha256 of [a, b]) {
      ours(`static/${sha256}`);
      put(`${root}/static/${sha256}/files/admin/index.html`, '');
    }
    ours(`static/.${'c'.repeat(64)}.new`, 'c'.repeat(64));
    for (const id of [r1, r2]) {
      ours(`releases/${id}`);
      put(`${root}/releases/${id}/release.json`, JSON.stringify(naming(a), null, 2));
    }
    expect((await releases()).statics).toEqual([
      { sha256: a, releases: [r1, r2] },
      { sha256: b, releases: [] },
    ]);
  });

  test('a switch with an outcome is not half-done, one with half a word is', async () => {
    ours(`releases/${r3}`);
    put(`${root}/releases/${r3}/switch/journal`, '1.0 begin a \n2.0 outcome undone \n');
    expect((await releases()).halfDone).toBe(false);
    put(`${root}/releases/${r3}/switch/journal`, '1.0 begin a \n2.0 outco');
    expect((await releases()).halfDone).toBe(true);
  });

  test('a lock that is held names its holder; one that was left does not', async () => {
    const lock = put('/run/deploy-miniprogram/app-mccm-server.lock', '');
    const since = '2026-11-27T12:00:00Z';
    const holder = { who: 'octocat', runUrl: 'https://git.example.com/1', commit: '1a2b3c4', token: '0', since };
    put('/run/deploy-miniprogram/app-mccm-server.holder', JSON.stringify(holder));
    expect((await releases()).underWay).toBeUndefined();
    const probe = releasesProbe('MCCM-server');
    const script = `exec 9>>'${lock}'; flock 9\n${probe.script.replaceAll('/run/deploy-miniprogram', `${folder}/run/deploy-miniprogram`)}`;
    const { stdout } = await programs.server.run(script);
    expect(probe.read(stdout).underWay).toBe(`octocat https://git.example.com/1, ${since}`);
  });
});
