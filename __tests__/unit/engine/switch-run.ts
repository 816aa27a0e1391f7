import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type JournalEntry, readJournalLine } from '../../../src/engine/journal.ts';
import type { SwitchStep } from '../../../src/engine/step.ts';
import { type SwitchFolder, switchFolder } from '../../../src/engine/switch-folder.ts';
import { renderSwitch } from '../../../src/engine/switch-script.ts';
import { runBash } from './local-server.ts';
import { switchStep } from './steps.ts';

/** A switch in a folder of its own, run by a real bash. */
export interface SwitchRun {
  readonly folder: SwitchFolder;
  readonly directory: string;
  /** Where the shared lock lies. */
  readonly locks: string;
  /** Bash that notes a word. */
  note(word: string): string;
  /** The words noted, in their order. */
  traced(): readonly string[];
  journal(): readonly JournalEntry[];
  /** Events and steps of the journal, `begin a`. */
  events(): readonly string[];
  /** Writes the script. `farewell` notes `farewell-OUTCOME`. */
  render(steps: readonly SwitchStep[], sharedLockSeconds?: number): void;
  /** Runs the script to its end; `cut` names the place (`do-a`, `done-a`, ...) at which it is killed with SIGKILL. */
  run(how: 'run' | 'resume', cut?: string): Promise<number | null>;
  /** Starts the script without waiting for its end. */
  start(): { readonly pid: number; readonly ended: Promise<number | null> };
  /** A step that notes when it and its undo begin, and can be killed at its begin and at its end. */
  step(id: string, stage: SwitchStep['stage'], after?: string, more?: Partial<SwitchStep>): SwitchStep;
  remove(): void;
}

/** Makes the folder for a switch; with `beside` it shares the lock of another. */
export function openSwitchRun(beside?: SwitchRun): SwitchRun {
  // In memory where there is such a folder: every line of a journal is synced.
  const directory = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'switch-'));
  const folder = switchFolder(directory);
  const locks = beside?.locks ?? join(directory, 'locks');
  const trace = join(directory, 'trace');
  writeFileSync(trace, '');
  mkdirSync(dirname(folder.script));
  const note = (word: string): string => `echo ${word} >>${trace}`;
  // In a subshell too, $$ is the script's own process.
  const killable = (place: string): string => `if [ "\${CUT:-}" = ${place} ]; then kill -9 $$; exit 9; fi`;
  const lines = (path: string): string[] => (existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []);
  const journal = (): JournalEntry[] => lines(folder.journal).flatMap((line) => readJournalLine(line) ?? []);
  return {
    folder,
    directory,
    locks,
    note,
    traced: () => lines(trace).filter(Boolean),
    journal,
    events: () => journal().map(({ event, step }) => `${event} ${step}`),
    render: (steps, sharedLockSeconds = 20) => {
      const purpose = {
        title: 'a test\nrm -rf /nowhere',
        folder,
        farewell: note('farewell-$outcome'),
        sharedLockSeconds,
      };
      writeFileSync(folder.script, renderSwitch(steps, purpose, locks));
      chmodSync(folder.script, 0o700);
    },
    run: async (how, cut = '') => (await runBash([folder.script, how], { CUT: cut })).code,
    start: () => {
      const child = spawn('bash', [folder.script, 'run'], { stdio: 'ignore', detached: true });
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      return { pid: child.pid ?? 0, ended };
    },
    step: (id, stage, after = '', more = {}) =>
      switchStep(id, stage, [killable(`do-${id}`), note(`do-${id}`), after, killable(`done-${id}`)].join('\n'), {
        undo: [killable(`undo-${id}`), note(`undo-${id}`), killable(`undone-${id}`)].join('\n'),
        ...more,
      }),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
