import { applyMessages } from '../messages/apply.ts';
import { failuresOf } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { prelude } from '../server/prelude.ts';
import type { Server } from '../server/server.ts';
import { type Cancellation, unlessCancelled } from './cancel.ts';
import type { RunnerStep, ServerStep, Undo } from './step.ts';

/** How long there is time to take something back, and who hears of what is left. */
export interface Remains extends Pick<Cancellation, 'graceOver'> {
  /** Told when something may still be there: of these steps, or of one that nothing takes back. */
  leave(steps: readonly string[]): void;
  /** Told what was taken back. */
  undone?(step: string): void;
}

/** The exit code of an undo that left files of somebody else's where its own were. */
export const leftToOthersExitCode = 3;

/** The exit code of an undo whose step did not begin: nothing is said of it. */
export const notBegunExitCode = 5;

/** It goes on to its end when the runner is gone and nobody reads its output. */
const alone = "trap '' HUP PIPE";

/**
 * The script that takes back those steps that bash takes back, the last one first, after an `opening`. One that fails is
 * named by its exit.
 */
export function undoScript(steps: readonly { readonly id: string; readonly undo?: Undo }[], opening = ''): string {
  const fragments = steps
    .toReversed()
    .flatMap(({ id, undo }) => (typeof undo === 'string' ? [fragment(id, undo)] : []));
  return fragments.length === 0 ? '' : [prelude, alone, opening, ...fragments, 'exit 0'].join('\n');
}

function fragment(id: string, undo: string): string {
  return `( set -e\n${undo}\n) </dev/null >/dev/null 2>&1; printf '%sundone %s %s\\n' "$deploy_mark" ${id} $?`;
}

/**
 * Takes back what was prepared, in reverse, and says so. When the time of a cancelled run is over, what is left is begun
 * all the same: the server goes on with it. `opening`: bash in front of what bash takes back. Never throws: the first
 * failure is the one that counts.
 */
export async function undoSteps(
  steps: readonly (ServerStep | RunnerStep)[],
  server: Server,
  log: Log,
  remains: Remains,
  opening = '',
): Promise<void> {
  const groups = undoGroups(steps);
  // Where bash takes nothing back at first, the opening is a script of its own: it comes before all.
  if (opening !== '' && typeof groups[0]?.[0].undo !== 'string') {
    await undoByScript([prelude, alone, opening, 'exit 0'].join('\n'), [], server, log, remains);
  }
  for (const group of groups) {
    const { undo, id } = group[0];
    if (typeof undo === 'function') await undoByFunction(id, () => undo(server, log), log, remains);
    else
      await undoByScript(undoScript(group, opening), group.map((step) => step.id).toReversed(), server, log, remains);
  }
}

type UndoGroup = [ServerStep | RunnerStep, ...(ServerStep | RunnerStep)[]];

/** What is taken back at once, the last one first: a function, or scripts in a row, in the order of the steps. */
function undoGroups(steps: readonly (ServerStep | RunnerStep)[]): readonly UndoGroup[] {
  const groups: UndoGroup[] = [];
  for (const step of steps.toReversed()) {
    if (step.undo === undefined) continue;
    const last = groups.at(-1);
    if (last !== undefined && typeof step.undo === 'string' && typeof last[0].undo === 'string') last.unshift(step);
    else groups.push([step]);
  }
  return groups;
}

async function undoByScript(
  script: string,
  ids: readonly string[],
  server: Server,
  log: Log,
  { graceOver, leave, undone }: Remains,
): Promise<void> {
  const told = new Set<string>();
  const notUndone = (id: string): void => {
    log.warning(applyMessages.notUndone(id));
    leave([id]);
  };
  const tell = (line: string): void => {
    const [, id, code] = /^@@undone (\S+) (\d+)$/.exec(line) ?? [];
    if (id === undefined) return;
    told.add(id);
    if (code === String(notBegunExitCode)) return;
    if (code === '0' || code === String(leftToOthersExitCode)) {
      undone?.(id);
      if (code === '0') log.info(applyMessages.undone(id));
      else log.warning(applyMessages.leftToOthers(id));
    } else notUndone(id);
  };
  try {
    await begunInAnyCase(() => server.run(script, { onLine: tell }), graceOver);
    for (const id of ids) if (!told.has(id)) notUndone(id);
  } catch (error) {
    const code = failuresOf(error)[0]?.code ?? '';
    log.warning(graceOver.aborted ? applyMessages.undoUnseen : applyMessages.undoUnreachable(code));
    leave(ids.filter((id) => !told.has(id)));
  }
}

async function undoByFunction(id: string, undo: () => Promise<void>, log: Log, remains: Remains) {
  const { graceOver, leave, undone } = remains;
  try {
    await begunInAnyCase(undo, graceOver);
    undone?.(id);
    log.info(applyMessages.undone(id));
  } catch (error) {
    log.warning(applyMessages.notUndone(id));
    log.debug(
      failuresOf(error)
        .map(({ message }) => message)
        .join('\n'),
    );
    leave([id]);
  }
}

/** As `unlessCancelled`, but that the work is begun also when nobody can wait for it any more. */
async function begunInAnyCase(work: () => Promise<unknown>, graceOver: AbortSignal): Promise<void> {
  const working = (async () => work())();
  working.catch(() => {});
  await unlessCancelled(() => working, graceOver);
}
