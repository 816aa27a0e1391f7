import type { ServerStep } from '../../../src/engine/step.ts';
import { switchFolder } from '../../../src/engine/switch-folder.ts';
import { renderSwitch } from '../../../src/engine/switch-script.ts';
import { planCarry, removeCopies } from '../../../src/resources/container/carried-files.ts';
import { type CarriedFolder, noFilesKnown } from '../../../src/resources/container/files-of-old.ts';
import { keptFunctions } from '../../../src/resources/container/kept.ts';
import { lastLookFunctions, letGo } from '../../../src/resources/container/last-look.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { parseFailureLine } from '../../../src/server/script-protocol.ts';
import { release } from '../deployment/release.ts';
import { switchStep } from '../engine/steps.ts';
import { type MovedServer, openMovedServer } from './moved-server.ts';
import { openPrograms, type Programs } from './programs.ts';

const root = '/docker/app/MCCM-server';
const host = `${root}/container-files/${release.id}/app/storage`;
const carried: readonly CarriedFolder[] = [{ folder: '/app/storage', host, mount: true, run: release.id }];
const old = { id: 'a'.repeat(64), name: 'mccm-server', keptAs: 'mccm-server-kept' };
const made = 'b'.repeat(64);
const [copy, keep] = planCarry(release, old, carried) as [ServerStep, ServerStep];

let programs: Programs;
let server: MovedServer;
beforeEach(async () => {
  programs = openPrograms();
  server = openMovedServer(programs.server);
  await server.sh(`mkdir -p ${root}/releases/${release.id} "$TEST/old/app/storage/day 1" && cd "$TEST/old/app/storage"
printf one >'day 1/one' && printf two >two && printf gone >gone && chmod 600 two && ln -s /etc/passwd link && printf x >$'new\\nline'
touch -d '2026-01-02 03:04:05' two`);
  put();
});
afterEach(() => {
  server.remove();
  programs.remove();
});

/** A docker whose old container's files are in the folder `old`, and whose new one mounts `host`. */
function put({ image = false, mounts = '', fails = 0, listed = 'exit 1' } = {}): void {
  programs.put(
    'docker',
    `case "$*" in
  "create --cidfile $3 --name mccm-server-${release.id} --network none "*) [ ! -e "$3" ] && echo look >"$3" ;;
  'rm -v look') ;;
  'cp look:'*) [ '${image}' = true ] || exit 1; cd "$TEST/old/app/storage" && tar -c . ;;
  'cp ${old.id}:/app/storage/. -') [ "$n" -gt ${fails} ] || { head -c 700 /dev/zero; exit 1; }; cd "$TEST/old/app/storage" && tar -c . ;;
  'cp - ${made}:'*) tar -x -C ${server.at(host)} ;;
  'ps -aq') echo x ;;
  'ps -aq --no-trunc') ${listed} ;;
  'container inspect --format {{printf "state'*) printf '%s\\0' state '0 /mccm-server 2026-01-01T00:00:00Z' '' ;;
  'diff ${old.id}') ;;
  'container inspect --format {{range .Mounts}}'*) echo '${mounts}' ;;
  *) echo "not foreseen: $*" >&2; exit 1 ;;
esac`,
  );
}

const run = (script: string) => server.run(`${prelude}\nset -e\n${script}`);
const idFile = `${root}/releases/${release.id}/container`;
const create = () => server.sh(`echo ${made} >${idFile}`);
/** What comes once the old container has stopped. */
const last = `${keptFunctions(release.app)}
${lastLookFunctions(release.app)}
keep ${old.id}
${letGo(release, old, { ...noFilesKnown, carried, surveyedAt: '1.5' }, '')}`;
const again = async () => {
  await create();
  return run(`set -u\n${last}`);
};
const inOld = (script: string) => server.sh(`cd "$TEST/old/app/storage" && ${script}`);
const inNew = async (script: string) => (await server.sh(`cd ${host} && ${script}`)).trim();

test('a folder is copied with modes, times and links, and marked until the switch begins', async () => {
  expect(await run(copy.script)).toMatchObject({ code: 0 });
  expect(await inNew(`cat 'day 1/one' two $'new\\nline'; readlink link; stat -c '%a %Y' two`)).toBe(
    `onetwox/etc/passwd\n600 ${Date.parse('2026-01-02T03:04:05Z') / 1000 - offsetSeconds()}`,
  );
  expect(await server.sh(`ls -A ${root}/container-files/${release.id}`)).toContain('.copying');
  await run(keep.script);
  expect(await server.sh(`ls -A ${root}/container-files/${release.id}`)).not.toContain('.copying');
});

test('the container that was looked into is gone, or is known as that of the release if the run dies meanwhile', async () => {
  await run(copy.script);
  expect(await server.sh(`[ ! -e ${idFile} ] && echo gone`)).toBe('gone\n');
  put({ image: true });
  programs.put('rm', 'exit 1');
  await run(copy.script);
  expect(await server.sh(`cat ${idFile}`)).toBe('look\n');
});

/** `touch -d` takes the machine's own time. */
function offsetSeconds(): number {
  return -new Date('2026-01-02T03:04:05Z').getTimezoneOffset() * 60;
}

test('a stream that breaks off is begun again; in the end nothing half is left', async () => {
  programs.put('sleep', '');
  // The first calls look at the image by a container that is made and removed for that.
  put({ fails: 5 });
  expect(await run(copy.script)).toMatchObject({ code: 0 });
  put({ fails: 99 });
  await run(copy.undo ?? '');
  expect((await run(copy.script)).stderr).toContain('CONTAINER_FILES_COPY_FAILED');
  await run(copy.undo ?? '');
  await run(copy.undo ?? '');
  expect(await server.sh(`ls -A ${root}`)).toBe('releases\n');
});

test('a folder that holds something is neither written to nor emptied', async () => {
  await server.sh(`mkdir -p ${host} && echo kept >${host}/theirs`);
  expect((await run(copy.script)).stderr).toContain('CONTAINER_FILES_COPY_FAILED');
  await run(copy.undo ?? '');
  expect(await inNew('cat theirs')).toBe('kept');
});

describe('taken back', () => {
  const undo = () => run(copy.undo ?? '');

  test('all that was copied goes, and folders with it', async () => {
    await run(copy.script);
    expect(await undo()).toMatchObject({ code: 0, stderr: '' });
    expect(await server.sh(`ls -A ${root}`)).toBe('releases\n');
  });

  test('what users put there since stays, and is told of', async () => {
    await run(copy.script);
    await inNew("printf uploaded >'day 1/upload'; printf changed >two; rm gone; printf again >gone");
    expect((await undo()).code).toBe(3);
    expect(await inNew("find . -mindepth 1 | sort; cat 'day 1/upload' two gone")).toBe(
      './day 1\n./day 1/upload\n./gone\n./two\nuploadedchangedagain',
    );
  });

  test('no link is followed that was put in a folder’s place', async () => {
    await run(copy.script);
    await inNew(
      `mv 'day 1' moved && mkdir "$TEST/elsewhere" && cp -p moved/one "$TEST/elsewhere/one" && ln -s "$TEST/elsewhere" 'day 1'`,
    );
    await undo();
    expect(await server.sh('ls "$TEST/elsewhere"')).toBe('one\n');
  });

  test('while the container that may mount them is there, or no engine tells, all of it stays', async () => {
    await run(copy.script);
    await create();
    expect((await undo()).code).toBe(2);
    put({ listed: `echo ${made}` });
    expect((await undo()).code).toBe(1);
    expect(await inNew('cat two')).toBe('two');
    put({ listed: 'echo other' });
    expect(await undo()).toMatchObject({ code: 0 });
  });

  test('a folder that was there keeps its mode and owner, one that was made gets those of the container’s', async () => {
    await inOld('chmod 1777 . && chown 7:8 .');
    const there = '/docker/app/data';
    await server.sh(`mkdir -m 711 ${there} && chown 5:6 ${there}`);
    const state = () => server.sh(`stat -c '%a %u:%g' ${there}`);
    const named = [{ folder: '/app/storage', host: there, mount: false, run: release.id }];
    const [into] = planCarry(release, old, named, [there]) as [ServerStep];
    expect(await run(into.script)).toMatchObject({ code: 0 });
    expect(await state()).toBe('711 5:6\n');
    await server.sh(`echo mine >${there}/mine`);
    expect((await run(into.undo ?? '')).code).toBe(0);
    expect(await server.sh(`ls -A ${there}`)).toBe('mine\n');
    expect(await state()).toBe('711 5:6\n');
    await run(copy.script);
    expect(await server.sh(`stat -c '%a %u:%g' ${host}`)).toBe('1777 7:8\n');
  });

  test('a file that appears while it is copied is not written over', async () => {
    programs.put('sync', `[ -e "$TEST/once" ] || { : >"$TEST/once"; echo theirs >${server.at(host)}/two; }`);
    expect((await run(copy.script)).stderr).toContain('CONTAINER_FILES_COPY_FAILED');
    await undo();
    expect(await inNew('ls -A; cat two')).toBe('two\ntheirs');
  });
});

test('an image with files of its own there is refused before anything is copied, with the command that copies elsewhere', async () => {
  put({ image: true });
  const volumes = [{ host: '/srv/files', container: '/files', readOnly: false }];
  const mounting = { ...release, container: { ...release.container, volumes } };
  const [into] = planCarry(mounting, old, carried) as [ServerStep];
  const { stderr } = await run(into.script);
  const [refused] = stderr.split('\n').flatMap((line) => parseFailureLine(line) ?? []);
  expect(refused?.code).toBe('CONTAINER_FILES_IN_IMAGE');
  expect(refused?.parameters.copies).toMatch(
    /^mkdir -p \/srv\/files && docker cp mccm-server:\/app\/storage\/\. - \| tar .* -C \/srv\/files$/,
  );
  expect(refused?.parameters.mounted).toBe('/files');
  await run(into.undo ?? '');
  expect(await server.sh(`ls -A ${root}`)).toBe('releases\n');
});

test('another run that carries into the same release touches nothing of what the first one carried', async () => {
  await run(copy.script);
  await run(keep.script);
  // What serves from there: a file as it came, and an empty folder.
  await inNew('mkdir empty');
  const first = `find ${root}/container-files/${release.id} ${root}/releases/${release.id}/carried-${release.id} | sort`;
  const before = await server.sh(first);
  const again = host.replace(release.id, '20261125T160512Z-1a2b3c4');
  const [into] = planCarry(release, old, [
    { ...carried[0], host: again, run: '20261125T160512Z-1a2b3c4' } as CarriedFolder,
  ]);
  const { script, undo = '' } = into as ServerStep;
  // Also where it did not begin, which a run that lost its connection cannot tell.
  expect(await run(undo)).toMatchObject({ code: 0 });
  expect(await server.sh(first)).toBe(before);
  expect(await run(script)).toMatchObject({ code: 0 });
  expect(await server.sh(`cat ${again}/two`)).toBe('two');
  expect(await server.sh(first)).toBe(before);
  expect(await run(undo)).toMatchObject({ code: 0 });
  expect(await server.sh(`${first}; ls ${root}/container-files; ls ${root}/releases/${release.id}`)).toBe(
    `${before}${release.id}\ncarried-${release.id}\n`,
  );
});

describe('when the old container has stopped', () => {
  beforeEach(() => run(copy.script));

  test('what it wrote since is carried, twice as well as once; unchanged files stay as they are', async () => {
    await inOld(
      `mkdir -p 'day 2/a' && printf late >'day 2/a/late' && printf more >>two && printf y >$'later\\nline' && ln -sfn /etc/group link`,
    );
    for (const _ of [1, 2]) expect(await again()).toMatchObject({ code: 0, stderr: '' });
    expect(await inNew(`cat 'day 2/a/late' two $'later\\nline'; readlink link`)).toBe('latetwomorey/etc/group');
    expect(await server.sh(`ls ${root}/container-files`)).toBe(`${release.id}\n`);
  });

  test('a file of the same time and size, but other contents, is carried', async () => {
    await inOld(`printf TWO >two && touch -d '2026-01-02 03:04:05' two`);
    expect(await again()).toMatchObject({ code: 0 });
    expect(await inNew('cat two')).toBe('TWO');
  });

  test('never over what the new one wrote, nor back what it removed; what is left is named and the container kept', async () => {
    await inNew('printf new >two; rm gone; printf new >both; printf same >equal');
    await inOld('printf old-later >two; printf old >both; printf same >equal; printf only >last');
    const { code, stderr } = await again();
    expect(code).toBe(70);
    const [, files = ''] = / files=(\S+)/.exec(stderr) ?? [];
    expect(Buffer.from(files, 'base64').toString().split(', ').toSorted()).toEqual([
      '/app/storage/both',
      '/app/storage/two',
    ]);
    expect(await inNew('cat two both last; ls gone')).toBe('newnewonly');
    expect(await server.sh(`cat ${root}/container-files/kept`)).toBe(`${old.id}\n`);
  });

  test('what cannot be read is not taken for nothing: the container is kept', async () => {
    programs.put('gzip', 'case "$1" in -dc) exit 1 ;; *) exec /usr/bin/env -i PATH=/usr/bin:/bin gzip "$@" ;; esac');
    const { code, stderr } = await again();
    expect({ code, stderr }).toMatchObject({
      code: 70,
      stderr: expect.stringContaining('CONTAINER_FILES_WRITTEN_LAST'),
    });
    expect(await server.sh(`cat ${root}/container-files/kept`)).toBe(`${old.id}\n`);
  });

  test('in the switch it is a warning that names what is left', async () => {
    await inNew('printf new >two');
    await inOld('printf old-later >two');
    await create();
    const folder = switchFolder(`${root}/releases/${release.id}`);
    const purpose = { title: '', folder, farewell: 'true', sharedLockSeconds: 20 };
    const script = renderSwitch([switchStep('retire', 'retire', last)], purpose, server.at('/docker/app/locks'));
    await server.run(
      `mkdir -p ${root}/releases/${release.id}/switch && cat >${folder.script} <<'END OF IT'\n${script}\nEND OF IT\nbash ${folder.script} run`,
    );
    expect(await server.sh(`cat ${folder.journal}`)).toContain('@@failure CONTAINER_FILES_NOT_CARRIED_AGAIN');
  });

  test('a copy that fails keeps the container too', async () => {
    put({ fails: 99 });
    expect(await again()).toMatchObject({
      code: 70,
      stderr: expect.stringContaining('CONTAINER_FILES_NOT_CARRIED_AGAIN'),
    });
    expect(await server.sh(`cat ${root}/container-files/kept`)).toBe(`${old.id}\n`);
  });
});

describe('copies of a run that died', () => {
  const [remove] = removeCopies('MCCM-server', [release.id]) as [ServerStep];
  const left = async () => (await server.sh(`ls ${root}/container-files`)).trim() !== '';

  test('go', async () => {
    await run(copy.script);
    expect(await run(remove.script)).toMatchObject({ code: 0 });
    expect(await left()).toBe(false);
  });

  test('stay where the switch began, a container mounts them, or a record names them', async () => {
    await run(copy.script);
    put({ mounts: server.at(host) });
    await run(remove.script);
    expect(await left()).toBe(true);
    put();
    await server.sh(`echo '"host": "${host}"' >${root}/releases/${release.id}/release.json`);
    await run(remove.script);
    expect(await left()).toBe(true);
    await server.sh(`rm ${root}/releases/${release.id}/release.json`);
    await run(keep.script);
    await run(remove.script);
    expect(await left()).toBe(true);
  });
});
