import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { releasesProbe } from '../../../src/survey/releases.ts';
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

  test('current, recorded, orphans, jars that are still there, ports of every application', async () => {
    put(`${root}/releases/R1/release.json`, JSON.stringify({ ...release, id: 'R1' }, null, 2));
    put(`${root}/releases/R1/env`, 'A=1\n');
    put(`${root}/releases/R1/files/1`, 'A=1\n');
    put(`${root}/releases/R1/files/2`, '');
    put(`${root}/releases/R1/jar.sha256`, `${'1'.repeat(64)} target/my app.jar\n`);
    put(`${root}/releases/R1/build/target/my app.jar`, 'jar');
    put(`${root}/releases/R2/jar.sha256`, `${'2'.repeat(64)} gone.jar\n`);
    put(`${root}/releases/R3/switch/journal`, '1.0 begin a \n');
    put(`${root}/releases/.incoming/x.jar`, '');
    put(`${root}/releases/file`, '');
    put('/docker/app/other/releases/Q/release.json', '{\n  "loopbackPort": 20777\n}');
    execFileSync('ln', ['-s', 'releases/R1', join(folder, root, 'current')]);
    const found = await releases();
    expect(found.current?.id).toBe('R1');
    expect(found).toMatchObject({
      recorded: ['R1'],
      orphans: ['R2', 'R3'],
      halfDone: true,
      recordedPorts: [20_001, 20_777],
    });
    expect([...found.jars]).toEqual([['1'.repeat(64), `${folder}${root}/releases/R1/build/target/my app.jar`]]);
    const sha256 = execFileSync('sha256sum', { input: 'A=1\n', encoding: 'utf8' }).slice(0, 64);
    expect(found.environmentSha256).toBe(sha256);
    expect([...found.fileSha256]).toEqual([
      ['1', sha256],
      ['2', expect.stringMatching(/^e3b0c442/)],
    ]);
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
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    const naming = (sha256: string) => ({
      ...release,
      site: { ...release.site, staticSite: { root: `${root}/static/${sha256}`, path: '/admin/', fallback: true } },
    });
    for (const sha256 of [a, b]) put(`${root}/static/${sha256}/admin/index.html`, '');
    put(`${root}/static/.${'c'.repeat(64)}.new/admin/index.html`, '');
    for (const id of ['R1', 'R2']) put(`${root}/releases/${id}/release.json`, JSON.stringify(naming(a), null, 2));
    expect((await releases()).statics).toEqual([
      { sha256: a, releases: ['R1', 'R2'] },
      { sha256: b, releases: [] },
    ]);
  });

  test('a switch with an outcome is not half-done, one with half a word is', async () => {
    put(`${root}/releases/R3/switch/journal`, '1.0 begin a \n2.0 outcome undone \n');
    expect((await releases()).halfDone).toBe(false);
    put(`${root}/releases/R3/switch/journal`, '1.0 begin a \n2.0 outco');
    expect((await releases()).halfDone).toBe(true);
  });

  test('a lock that is held names its holder; one that was left does not', async () => {
    const lock = put('/run/deploy-miniprogram/app-mccm-server.lock', '');
    put('/run/deploy-miniprogram/app-mccm-server.holder', '{"who":"octocat","runUrl":"https://git.example.com/1"}');
    expect((await releases()).underWay).toBeUndefined();
    const probe = releasesProbe('MCCM-server');
    const script = `exec 9>>'${lock}'; flock 9\n${probe.script.replaceAll('/run/deploy-miniprogram', `${folder}/run/deploy-miniprogram`)}`;
    const { stdout } = await programs.server.run(script);
    expect(probe.read(stdout).underWay).toBe('octocat https://git.example.com/1');
  });
});
