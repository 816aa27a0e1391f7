import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunnerStep } from '../../../../src/engine/step.ts';
import { type Failure, failuresOf } from '../../../../src/messages/failure.ts';
import { planBaseImages } from '../../../../src/resources/base-image/base-image.ts';
import type { ImageSources } from '../../../../src/survey/image-sources.ts';
import { provisionedServer } from '../../../../src/survey/provisioned-server.ts';
import type { RunnerDocker, Supply } from '../../../../src/survey/runner-image.ts';
import { surveyed } from '../../deployment/decision-inputs.ts';
import { listeningLog } from '../../engine/listening-log.ts';
import { type MovedServer, openMovedServer } from '../moved-server.ts';
import { openPrograms, type Programs } from '../programs.ts';
import { fakeDocker } from './runner.ts';
import { configOf, digestOf, writeSaved } from './saved.ts';

const name = 'base:1';
const image = { architecture: 'amd64', layers: ['bottom', 'top'] };
const id = digestOf(configOf(image));
const layers = image.layers.map(digestOf);

let programs: Programs;
let server: MovedServer;
let temp: string;
beforeEach(() => {
  programs = openPrograms();
  server = openMovedServer(programs.server);
  temp = mkdtempSync(join(tmpdir(), 'runner-'));
  engine({});
});
afterEach(() => {
  programs.remove();
  server.remove();
  rmSync(temp, { recursive: true, force: true });
});

/** The engine of the server: an image that has the lower layer, what `load` and `pull` come to, whether the name is taken. */
function engine({
  known = [layers[0] ?? ''],
  load = '',
  loaded = id,
  taken = false,
  pull = 'exit 1',
  names = 0,
  ids = ['one'],
}): void {
  programs.put(
    'docker',
    `case "$*" in
  'image ls'*) printf '%s\\n' ${ids.join(' ')} ;;
  'load '*) ${load}
    tar -tzf "$4" | grep -c '[.]tar$' >>"$TEST/sent"; echo 'Loaded image ID: ${loaded}' ;;
  pull*) ${pull} ;;
  *RepoTags*) echo ${names} ;;
  *Os*) echo 'linux/amd64 ${layers.join(' ')}' ;;
  *RootFS*) echo '${known.join(' ')}' ;;
  'image inspect --format . ${name}') ${taken ? '' : 'exit 1'} ;;
esac`,
  );
}

function runner(answers: Record<string, string> = {}): RunnerDocker & { readonly calls: readonly string[] } {
  const save = async (words: readonly string[]): Promise<string> => {
    await writeSaved(words[2] ?? '', image);
    return '';
  };
  return fakeDocker(temp, { ...answers, save });
}

const silent = { url: 'https://hub.example.com', state: 'silent', status: undefined, seconds: undefined } as const;
const hub = (registry: ImageSources['registry'] = silent): ImageSources => ({ image: name, mirrors: [], registry });

function planned(supply: Supply, sources = hub()): RunnerStep {
  const found = surveyed({ baseImages: [], imageSources: [sources], supplies: new Map([[name, supply]]) });
  const [step] = planBaseImages('app', [name], provisionedServer(found));
  if (step?.kind !== 'runner') throw new Error('no step of the runner');
  return step;
}

/** What a step came to. */
async function run(step: RunnerStep): Promise<{ lines: readonly string[]; failed: Failure | undefined }> {
  const log = listeningLog();
  const failed = await step
    .run(server, log, () => {})
    .then(
      () => undefined,
      (error: unknown) => failuresOf(error)[0],
    );
  return { lines: log.lines, failed };
}

const has = (): Supply => ({ kind: 'has', docker: runner(), id, local: false });
const sent = (): readonly string[] => readFileSync(join(programs.folder, 'sent'), 'utf8').trim().split('\n');
const tagged = (): boolean => programs.calls('docker').includes(`tag ${id} ${name}`);

test('only the layer above is sent, the image is named, and nothing is left on either side', async () => {
  const step = planned(has());
  expect([step.id, step.title.en, step.resumes]).toEqual(['image.seed', `Send ${name} from the runner`, true]);
  const { lines, failed } = await run(step);
  expect(failed).toBeUndefined();
  expect(lines.join('\n')).toMatch(/Sending 1 of 2 layers/);
  expect(sent()).toEqual(['1']);
  expect(tagged()).toBe(true);
  expect(await server.sh('find /docker/app -type f; ls -A /docker/app/app/releases')).toBe('');
  expect(readdirSync(temp)).toEqual([]);
});

test('containerd’s store gets all layers, as it takes an archive without them for the whole', async () => {
  const found = surveyed({ baseImages: [], imageSources: [hub()], supplies: new Map([[name, has()]]) });
  const { docker } = provisionedServer(found);
  const on = provisionedServer({ ...found, docker: { ...docker, containerdStore: true } });
  await run(planBaseImages('app', [name], on)[0] as RunnerStep);
  expect(sent()).toEqual(['2']);
});

test('a name that somebody gave meanwhile stays theirs', async () => {
  engine({ taken: true });
  expect((await run(planned(has()))).lines.join('\n')).toMatch(/that image is used and was not replaced/);
  expect(tagged()).toBe(false);
});

test('a layer that is gone when it is needed: all are sent', async () => {
  engine({ load: '[ "$(tar -tzf "$4" | wc -l)" -eq 4 ] || { echo no such layer >&2; exit 1; }' });
  const { lines, failed } = await run(planned(has()));
  expect(failed).toBeUndefined();
  expect(lines.join('\n')).toMatch(/all layers are sent/);
  expect(sent()).toEqual(['2']);
  expect(tagged()).toBe(true);
});

test.each([
  ['goes', {}, true],
  ['stays where it has a name', { names: 1 }, false],
  ['stays where it was there before', { ids: ['one', 'sha256:other'] }, false],
])('what is not the image that was sent gets no name, and %s', async (_name, more, removed) => {
  engine({ loaded: 'sha256:other', known: [], ...more });
  expect((await run(planned(has()))).failed?.code).toBe('BASE_IMAGE_NOT_LOADED');
  expect(programs.calls('docker').includes('image rm sha256:other')).toBe(removed);
  expect(tagged()).toBe(false);
});

test('a disk that is too small is told before anything is sent', async () => {
  programs.put('df', `printf 'Filesystem Mounted Avail IFree Inodes\\n/dev/x / 10 100 100\\n'`);
  expect((await run(planned(has()))).failed?.code).toBe('DISK_FULL');
  expect(await server.sh('find /docker/app -type f')).toBe('');
});

test('a pull that fails after all: the runner sends, and says so', async () => {
  engine({ pull: `echo 'Error response from daemon: pull access denied for base'; exit 1` });
  const step = planned(has(), hub({ ...silent, state: 'answers', status: 401 }));
  // A first deploy has the jar sent meanwhile.
  expect(step).toMatchObject({ id: 'image.pull', beside: 'release.jar', resumes: true });
  const { lines, failed } = await run(step);
  expect(failed).toBeUndefined();
  expect(lines.join('\n')).toMatch(/pull access denied[\s\S]*the runner sends it[\s\S]*The server has base:1/);
  expect(tagged()).toBe(true);
});

test('a runner that cannot after all: the server pulls; where it cannot either, both are told', async () => {
  const pulls: Supply = { kind: 'pulls', docker: runner(), plain: true };
  engine({ pull: 'echo Status: Downloaded' });
  const well = await run(planned(pulls));
  expect(well.failed).toBeUndefined();
  expect(well.lines.join('\n')).toMatch(/The runner cannot pull it: No such image: nothing\n.*The server tries/);
  engine({ pull: `echo 'dial tcp: no such host'; exit 1` });
  for (const step of [planned(pulls), planned(pulls, hub({ ...silent, state: 'unclear' }))]) {
    const { failed } = await run(step);
    expect(failed?.code).toBe('BASE_IMAGE_UNREACHABLE');
    expect(failed?.text.why.en).toMatch(/cannot reach Docker Hub.*The runner cannot pull it: No such image: nothing/);
  }
});

test('an archive without files for the architecture is not sent', async () => {
  const docker = fakeDocker(temp, {
    save: async (words) => {
      await writeSaved(words[2] ?? '', { architecture: 'arm64', layers: ['x'] });
      return '';
    },
  });
  const { lines, failed } = await run(planned({ kind: 'has', docker, id, local: true }));
  expect(lines.join('\n')).toMatch(/has no files for linux\/amd64/);
  expect(failed?.code).toBe('BASE_IMAGE_NOT_PULLED');
  expect(await server.sh('ls /docker/app 2>/dev/null')).toBe('');
});

test('what came of an image is gone on from by the next run', async () => {
  engine({ load: 'exit 1', known: [] });
  await run(planned(has()));
  const folder = server.at('/docker/app/app/releases/.incoming');
  const [file = ''] = readdirSync(folder);
  const whole = readFileSync(join(folder, file));
  rmSync(join(folder, file));
  writeFileSync(join(folder, `${file}.part-${file.slice(0, 8)}`), whole.subarray(0, whole.length / 2));
  engine({ known: [] });
  expect((await run(planned(has()))).lines.join('\n')).toMatch(/\d+ B of \d+ B are on the server already/);
});
