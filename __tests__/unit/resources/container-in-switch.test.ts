import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { switchStep } from '../../../src/engine/step.ts';
import { type SwitchResult, watchSwitch } from '../../../src/engine/watch.ts';
import { releaseDirectory } from '../../../src/layout/release-paths.ts';
import { text } from '../../../src/messages/text.ts';
import { candidateName } from '../../../src/release/names.ts';
import type { Candidate } from '../../../src/resources/container/candidate.ts';
import { awaitHealth } from '../../../src/resources/container/health.ts';
import { startContainer } from '../../../src/resources/container/start.ts';
import { release } from '../deployment/release.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { runBash } from '../engine/local-server.ts';
import { patience } from '../engine/patience.ts';
import { openSwitchRun, type SwitchRun } from '../engine/switch-run.ts';
import { openPrograms, type Programs } from './programs.ts';

let [run, programs]: [SwitchRun, Programs] = [openSwitchRun(), openPrograms()];
afterEach(() => {
  run.remove();
  programs.remove();
  [run, programs] = [openSwitchRun(), openPrograms()];
});
afterAll(() => {
  run.remove();
  programs.remove();
});

const candidate: Candidate = {
  user: { before: undefined, known: true, by: 'folders' },
  hidden: 'taken-over',
  folders: ['/data/new'],
  shellForm: { line: 7 },
};

/** Starts and awaits the container of the release in the switch of a server whose Docker says `state` of it. */
async function switched(state: string, answer: string, proof = ''): Promise<SwitchResult> {
  const name = candidateName(release);
  programs.put('nsenter', 'exit 0');
  programs.put('curl', `for url; do :; done\necho -n ${answer}`);
  programs.put(
    'docker',
    `case "$*" in
create*) while [ "$1" != --cidfile ]; do shift; done; printf new-id >"$2" ;;
*State.Status*) echo "${state} 1 false 0 0 2026-11-23T16:05:12Z new-id SIGTERM ,172.17.0.5, /app" ;;
*State.Pid*) echo 0 ;;
*Mounts*) ;;
logs*) echo '@@fact status cnVubmluZw=='; echo '@@failure LOCKED app=eA=='; echo 'Error: Unable to access jarfile' >&2 ;;
esac`,
  );
  const steps = [
    run.step('site.prove', 'prove', proof),
    switchStep(awaitHealth(release, name, candidate), { pass: 1, stage: 'await' }),
    switchStep(startContainer(release, text('why', '原因'), candidate.folders), { pass: 1, stage: 'start' }),
  ];
  run.render(steps);
  const apps = join(run.directory, 'apps');
  mkdirSync(releaseDirectory(release).replace('/docker/app', apps), { recursive: true });
  const script = readFileSync(run.folder.script, 'utf8').replaceAll('/docker/app', apps);
  writeFileSync(run.folder.script, script.replaceAll('/data/new', join(run.directory, 'new')));
  mkdirSync(join(run.directory, 'new'));
  await runBash([run.folder.script, 'run'], { PATH: `${programs.folder}/bin:${process.env.PATH}` });
  const server = { ...programs.server, reconnect: () => Promise.resolve() };
  const running = { folder: run.folder, pid: spawnSync('true').pid, steps };
  return watchSwitch(server, running, listeningLog(), patience());
}

const removals = (): readonly string[] => programs.calls('docker').filter((call) => call.startsWith('rm '));

test('one that ends is told as while preparing, and is removed', async () => {
  const { fate, failure: why } = await switched('exited', '000');
  expect([fate, why]).toMatchObject(['undone', { code: 'APPLICATION_EXITED' }]);
  expect(why?.evidence).toContain('Error: Unable to access jarfile');
  expect(removals()).toEqual(['rm -f new-id']);
  expect(readFileSync(run.folder.output, 'utf8')).not.toContain('unbound variable');
});

test('one that is well serves, and what it lacks is warned of', async () => {
  const { fate, failure: why, notices } = await switched('running', '200');
  expect([fate, why]).toEqual(['committed', undefined]);
  expect(notices.map(({ code }) => code)).not.toContain('INTERNAL');
  expect(removals()).toEqual([]);
  expect(run.events().filter((event) => /begin|done/.test(event))).toEqual(
    ['container.start', 'container.health', 'site.prove'].flatMap((id) => [`begin ${id}`, `done ${id}`]),
  );
  expect(readFileSync(run.folder.output, 'utf8')).not.toContain('unbound variable');
});

test('while nginx may lead to it, as its old file could not be put back, it stays', async () => {
  const steps = await switched('running', '200', 'exit 1');
  expect([steps.fate, removals()]).toEqual(['undone', ['rm -f new-id']]);
  const undo = startContainer(release, text('why', '原因'), []).undo ?? '';
  expect((await programs.server.run(`set -eu; stuck=1\n${undo}`)).code).toBe(1);
  expect((await programs.server.run(`set -e\n${undo}`)).code).toBe(0);
});
