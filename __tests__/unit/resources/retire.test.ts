import type { RunnerStep, SwitchStep } from '../../../src/engine/step.ts';
import { planContainerAdoption, removeAdopted } from '../../../src/resources/container/adoption.ts';
import { type FilesOfOld, noFilesKnown } from '../../../src/resources/container/files-of-old.ts';
import { removeOrphans } from '../../../src/resources/container/orphans.ts';
import { planRetirement } from '../../../src/resources/container/retirement.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { parseFailureLine } from '../../../src/server/script-protocol.ts';
import type { ManualContainer } from '../../../src/survey/manual-container.ts';
import { container } from '../deployment/decision-inputs.ts';
import { release } from '../deployment/release.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { type MovedServer, openMovedServer } from './moved-server.ts';
import { replaceContainer } from './new-container.ts';
import { openPrograms, type Programs } from './programs.ts';

const root = '/docker/app/MCCM-server';
const id = 'a'.repeat(64);
const old = container({ id });

let programs: Programs;
let server: MovedServer;
let files: FilesOfOld;
beforeEach(async () => {
  programs = openPrograms();
  server = openMovedServer(programs.server);
  programs.put('sleep', '');
  await server.sh(`mkdir -p ${root}/releases/${release.id}/switch "$TEST/layer/app/storage" "$TEST/layer/app/logs"
echo x >"$TEST/layer/app/storage/before"; echo ${id} >"$TEST/all"`);
  put();
  // Kernels time files by a clock that may lag some milliseconds behind.
  await server.sh('sleep 0.05');
  const surveyedAt = (await server.sh('command -p sleep 0.05; date +%s.%N; command -p sleep 0.05')).trim();
  files = { ...noFilesKnown, surveyedAt };
});
afterEach(() => {
  server.remove();
  programs.remove();
});

interface Engine {
  /** What comes of a call, by a pattern of its words: bash. */
  readonly on?: string;
  /** Whether the storage driver has a folder for the layer. */
  readonly folder?: boolean;
  readonly started?: string;
}

/** An engine with the containers of $TEST/all; the layer of the first one is the folder `layer`. */
function put({ on = '', folder = true, started = '2026-01-01T00:00:00Z' }: Engine = {}): void {
  programs.put(
    'docker',
    `case "$*" in
  ${on}
  'ps -aq --no-trunc') cat "$TEST/all" ;;
  'ps -q') ;;
  'rm ${id}'|'rm -f ${id}') : >"$TEST/all" ;;
  'container inspect --format {{.State.StartedAt}} '*) echo ${started} ;;
  'container inspect --format {{.State.Pid}} '*) echo 0 ;;
  'container inspect --format {{printf "state'*)
    printf '%s\\0' state "0 /mccm-server ${started}" ''${folder ? ' layer "$TEST/layer" ""' : ''} 'bind ' /srv/mounted /app/mounted ;;
  'container inspect --format {{.Name}} '*) echo /mccm-server ;;
  'container inspect --format {{with index'*) echo ${folder ? '$TEST/layer' : ''} ;;
  'diff ${id}') cd "$TEST/layer" && find . -mindepth 1 -printf 'A /%P\\n' ;;
  'update --restart no ${id}'|'stop '*|'rename ${id} '*) ;;
  *) echo "not foreseen: $*" >&2; exit 1 ;;
esac`,
  );
}

const write = (path: string) => server.sh(`echo late >"$TEST/layer/${path}"`);
const step = (steps: readonly unknown[], name: string) =>
  (steps as readonly SwitchStep[]).find((one) => one.id === name) as SwitchStep;
const retirement = (more: Partial<FilesOfOld> = {}) => replaceContainer(release, old, { ...files, ...more });
const run = async (script: string | undefined) => {
  const { code, stderr } = await server.run(`${prelude}\nset -eu\n${script}`);
  const named = stderr.split('\n').map(parseFailureLine).find(Boolean);
  return { code, stderr, failure: named?.code, ...named?.parameters };
};
/** Notes the old one, and retires it. */
const retire = async (more: Partial<FilesOfOld> = {}) => {
  const steps = retirement(more);
  expect(await run(step(steps, 'container.note-old').script)).toMatchObject({ code: 0 });
  return run(step(steps, 'container.retire').script);
};
const kept = async () => (await server.sh(`cat ${root}/container-files/kept 2>/dev/null`)).trim();
const isThere = async () => (await server.sh('cat "$TEST/all"')).trim() === id;
const began = (list = id) => server.sh(`printf '${list}\\0' >${root}/releases/${release.id}/baseline`);

describe('an old version', () => {
  test('that wrote nothing since goes without a word, and leaves no trace', async () => {
    await write('app/logs/today.log');
    expect(await retire()).toMatchObject({ code: 0, stderr: '' });
    expect([await isThere(), await server.sh(`ls ${root}`)]).toEqual([false, 'releases\n']);
  });

  test.each([
    ['a new file', 'app/storage/a\nb '],
    ['one that was there', 'app/storage/before'],
  ])('that wrote after the survey is kept, and %s named', async (_, path) => {
    await server.sh(`echo late >"$TEST"/layer/$'${path.replace('\n', '\\n')}'`);
    expect(await retire()).toMatchObject({
      code: 70,
      failure: 'CONTAINER_FILES_WRITTEN_LAST',
      files: `/${path.replace('\n', '?')}`,
      container: `mccm-server-replaced-by-${release.id}`,
    });
    expect([await isThere(), await kept()]).toEqual([true, id]);
  });

  test('what it writes when it is told to stop counts; twelve files are named by ten', async () => {
    put({ on: `'stop '*) for n in {1..12}; do echo x >"$TEST/layer/app/storage/$n"; done ;;` });
    const { code, ...named } = await retire();
    expect(code).toBe(70);
    expect(Object(named).files).toMatch(/^(\/app\/storage\/\d+, ){10}… \(12\)$/);
    expect(await isThere()).toBe(true);
  });

  test('where Docker does not tell what it wrote, it is kept', async () => {
    put({ on: `'diff '*) exit 1 ;;` });
    expect(await retire()).toMatchObject({ failure: 'CONTAINER_FILES_WRITTEN_LAST', files: '' });
    expect([await isThere(), await kept()]).toEqual([true, id]);
  });

  test('where files have no times, all count but what is mounted', async () => {
    await server.sh(
      'rm "$TEST/layer/app/storage/before"; mkdir "$TEST/layer/app/mounted"; rmdir "$TEST/layer/app/storage"',
    );
    await write('app/logs/a.log');
    put({ folder: false });
    expect(await retire()).toMatchObject({ code: 0 });
    await server.sh(`echo ${id} >"$TEST/all"; mkdir "$TEST/layer/app/storage"`);
    await write('app/storage/a');
    expect(await retire()).toMatchObject({ code: 70, files: '/app/storage/a' });
  });

  test('discard lets it go, and names what was not named yet', async () => {
    await write('app/storage/late');
    await write('app/storage/named');
    expect(await retire({ discard: true, named: ['/app/storage/named'] })).toMatchObject({
      code: 70,
      failure: 'CONTAINER_FILES_DISCARDED_LAST',
      files: '/app/storage/late',
    });
    expect([await isThere(), await kept()]).toEqual([false, '']);
  });

  test.each([
    ['no engine answers', '*) exit 1 ;;'],
    ['it cannot be stopped', `'stop '*) exit 1 ;;`],
  ])('%s: it is kept, and nothing is taken for done', async (_, on) => {
    const steps = retirement();
    await run(step(steps, 'container.note-old').script);
    put({ on });
    expect((await run(step(steps, 'container.retire').script)).code).not.toBe(0);
    expect([await isThere(), await kept()]).toEqual([true, id]);
  });

  test('an engine that restarts is awaited; a container that is gone is forgotten', async () => {
    await server.sh('echo >"$TEST/all"');
    put({ on: `'ps -q') [ "$n" -gt 3 ] ;;` });
    expect(await retire()).toMatchObject({ code: 0 });
    expect(await kept()).toBe('');
    expect(programs.calls('docker').at(-1)).toBe('ps -aq --no-trunc');
  });

  test('one that no survey looked at: what it wrote since it served counts', async () => {
    const [noted, retired] = planRetirement(release, [old]) as [SwitchStep, SwitchStep];
    await began();
    await run(noted.script);
    expect(await run(retired.script)).toMatchObject({ code: 0 });
    await server.sh(`echo ${id} >"$TEST/all"`);
    await began('b'.repeat(64));
    expect(await run(retired.script)).toMatchObject({ code: 70, files: '/app/storage/before' });
  });
});

describe('the list of those that are kept', () => {
  const [first, second, third] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string];
  const noted = (...ids: string[]) =>
    planRetirement(
      release,
      ids.map((one) => container({ id: one })),
    )[0] as SwitchStep;

  test('has each once, and is as before when the switch is undone', async () => {
    await run(noted(first).script);
    // Each switch has a folder of its own.
    await server.sh(`cd ${root}/releases/${release.id} && rm -r switch && mkdir switch`);
    const { script, undo } = noted(second, third, first);
    await run(script);
    expect(await kept()).toBe([first, second, third].join('\n'));
    for (const _ of [1, 2]) expect(await run(undo)).toMatchObject({ code: 0, stderr: '' });
    expect(await kept()).toBe(first);
  });

  test('a line that a full disk tore harms no other', async () => {
    await run(noted(first).script);
    await server.sh(`printf 222 >>${root}/container-files/kept`);
    await run(noted(third).script);
    expect((await kept()).split('\n')).toEqual([first, '222', third]);
  });
});

describe('an orphan', () => {
  const orphan = container({ id, name: 'mccm-server-x', status: 'exited' });
  const remove = async () => {
    const log = listeningLog();
    const [removal] = removeOrphans([orphan], 'MCCM-server') as [RunnerStep];
    await removal.run(server, log, () => {});
    return log.lines.join('\n');
  };

  test('that never served goes at once', async () => {
    expect(await remove()).toBe('');
    expect(programs.calls('docker')).toEqual([`rm -f ${id}`]);
  });

  test('that served goes where it wrote nothing since', async () => {
    await began();
    expect(await remove()).toBe('');
    expect([await isThere(), await kept()]).toEqual([false, '']);
  });

  test('that served and wrote stays, and is told of', async () => {
    await began();
    await write('app/storage/late');
    expect(await remove()).toMatch(/^warning [\s\S]*\/app\/storage\/late[\s\S]*kept, stopped, as mccm-server-x/);
    expect([await isThere(), await kept()]).toEqual([true, id]);
  });
});

test('an old version is stopped with the time that it was made with', async () => {
  await retire();
  expect(programs.calls('docker')).toContain(`stop ${id}`);
});

describe('a container that was taken over', () => {
  const adopted = { id, name: 'web', keptAs: 'mccm-server-adopted-1', image: 'mccm-server:adopted-1', surveyedAt: '' };
  const removal = () =>
    step([removeAdopted({ ...adopted, surveyedAt: files.surveyedAt ?? '' }, 'MCCM-server')], 'adoption.remove');

  test('is kept for good where it wrote until it stopped', async () => {
    const steps = planContainerAdoption(
      { container: { id, name: 'web', imageId: 'i' } as ManualContainer, adopted, port: undefined },
      release,
      undefined,
      files,
    );
    const retired = step(steps, 'adoption.retire').script;
    expect(await run(retired)).toMatchObject({ code: 0 });
    put({
      on: `'stop '*) echo x >"$TEST/layer/app/storage/late" ;;
  'container inspect --format {{with .Config.StopTimeout'*) echo 45 ;;`,
    });
    expect(await run(retired)).toMatchObject({ code: 70, container: adopted.keptAs, files: '/app/storage/late' });
    expect(programs.calls('docker')).toContain(`rename ${id} ${adopted.keptAs}`);
    // As it was told when it was made, not as the new release is.
    expect(programs.calls('docker')).toContain(`stop -t 45 ${id}`);
    expect(programs.calls('docker').join()).not.toContain('rm ');
  });

  test('goes with the next deploy, without a look into it', async () => {
    await write('app/storage/late');
    expect(await run(removal().script)).toMatchObject({ code: 0 });
    expect(programs.calls('docker').map((call) => call.split(' ')[0])).toEqual(['ps', 'container', 'rm']);
  });

  test('stays where somebody started it again and it wrote files', async () => {
    put({ started: new Date(Date.now() + 60_000).toISOString() });
    await write('app/storage/late');
    expect(await run(removal().script)).toMatchObject({ code: 70, files: '/app/storage/late' });
    expect([await isThere(), await kept()]).toEqual([true, id]);
    await server.sh('rm "$TEST/layer/app/storage/late"');
    expect(await run(removal().script)).toMatchObject({ code: 0 });
    expect(await isThere()).toBe(false);
  });
});
