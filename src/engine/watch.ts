import { type Failure, failure, failureNamed, failuresOf } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { switchMessages } from '../messages/switch.ts';
import { parseFailureLine } from '../server/script-protocol.ts';
import type { Server } from '../server/server.ts';
import { quote } from '../shell/quote.ts';
import { unlessCancelled } from './cancel.ts';
import { followScript } from './follow-script.ts';
import { type Fate, fateOf, type JournalEntry, outcomeOf, readJournalLine } from './journal.ts';
import { connectAgain, type Patience, type ReconnectableServer, reconnectAttempts } from './reconnect.ts';
import { printStepOutputs, readStepOutputs, type StepOutputs } from './step-output.ts';
import type { RunningSwitch } from './switch.ts';
import { causeOf, measuredBy, noticed, noticesOf } from './switch-findings.ts';
import type { SwitchFolder } from './switch-folder.ts';

/** What the runner saw of a switch. */
export interface SwitchResult {
  readonly fate: Fate;
  readonly entries: readonly JournalEntry[];
  /** What steps warned of, where the switch was kept. */
  readonly notices: readonly Failure[];
  /** What its steps measured, where it was kept. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Why it was undone, or why its end was not seen; undefined when it was committed and ended. */
  readonly failure: Failure | undefined;
}

/**
 * Follows a switch to its end through its journal, from when its start is asked for: it goes ahead of the answer. A lost
 * connection is made again and the journal read on: the server goes on meanwhile. A run that is cancelled follows it until
 * its time is over. Never throws; where the end was not seen, the failure is SWITCH_UNSEEN (the server cannot be reached
 * again), SWITCH_CUT_SHORT (the script ended without an outcome: a reboot), CANCELLED, or why it was not started.
 */
export async function watchSwitch(
  server: ReconnectableServer,
  running: RunningSwitch,
  log: Log,
  patience: Patience,
): Promise<SwitchResult> {
  const { folder, steps } = running;
  const { cancelled, graceOver } = patience;
  const seen: Seen = { entries: [], pid: undefined, born: '', printed: undefined };
  const { entries } = seen;
  const tellGrace = (): void => log.info(switchMessages.followedAfterCancel);
  if (cancelled.aborted) tellGrace();
  else cancelled.addEventListener('abort', tellGrace, { once: true });
  try {
    await unlessCancelled(() => follow(server, running, seen, log, patience), graceOver);
  } catch (error) {
    // With an outcome, only what its steps printed was not seen.
    if (outcomeOf(entries) === undefined) {
      return { fate: fateOf(entries, true), entries, notices: noticed(entries), failure: failuresOf(error)[0] };
    }
  } finally {
    cancelled.removeEventListener('abort', tellGrace);
  }
  const fate = fateOf(entries, false);
  if (outcomeOf(entries) === undefined) {
    const cutShort = failure('SWITCH_CUT_SHORT', { journal: folder.journal });
    return { fate, entries, notices: noticed(entries), failure: cutShort };
  }
  if (fate === 'committed') {
    const notices = noticesOf(steps, entries, seen.printed);
    return { fate, entries, notices, facts: measuredBy(steps, seen.printed), failure: undefined };
  }
  return { fate, entries, notices: [], failure: causeOf(steps, entries, seen.printed) };
}

/** What is known so far of a switch that is followed. */
interface Seen {
  readonly entries: JournalEntry[];
  /** The process of its script; undefined until the start is answered. */
  pid: number | undefined;
  /**
   * `starttime` of /proc/PID/stat (proc(5)) as it was seen first; empty before that. After a reboot the number may be another
   * process's.
   */
  born: string;
  /** What its steps printed, as far as that is wanted. */
  printed: StepOutputs | undefined;
}

/** Follows the journal over as many connections as it takes. Throws SWITCH_UNSEEN when there is none to be had. */
async function follow(
  server: ReconnectableServer,
  running: RunningSwitch,
  seen: Seen,
  log: Log,
  patience: Patience,
): Promise<void> {
  const { folder } = running;
  if (typeof running.pid === 'number') seen.pid = running.pid;
  else
    void running.pid.then(
      (pid) => {
        seen.pid = pid;
      },
      () => {},
    );
  for (let losses = 0; ; ) {
    try {
      if (await followJournal(server, running, seen, log)) return;
      seen.pid = await running.pid;
    } catch (error) {
      // Nobody waits any more, and the session is closed.
      if (patience.graceOver.aborted) throw error;
      if (losses++ >= reconnectAttempts) throw failure('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
      const isStarted = seen.pid !== undefined;
      // Whoever asked for the start connects again to learn what became of it.
      if (!isStarted) seen.pid = await running.pid;
      log.warning(switchMessages.connectionLost((failuresOf(error)[0] as Failure).code));
      if (isStarted) await reconnect(server, folder, patience);
      log.info(switchMessages.connectedAgain);
    }
  }
}

/** Seconds in which the process of a script is noted whose start was asked for at the same time. */
const startSeconds = 20;

/**
 * Reads the journal from its beginning until the switch ends; lines already seen are passed over. False where the script's
 * process is not known yet.
 */
async function followJournal(server: Server, { folder, steps }: RunningSwitch, seen: Seen, log: Log): Promise<boolean> {
  let line = 0;
  const { pid, born } = seen;
  const isTold = steps.some(({ notice, measures }) => notice !== undefined || measures === true);
  const script = `pid=${pid ?? ''} born=${quote(born)} pid_file=${quote(`${folder.script}.pid`)}
deadline=$((SECONDS + ${startSeconds}))
while [ -z "$pid" ]; do
  { IFS= read -r pid <"$pid_file"; } 2>/dev/null && break
  pid=
  [ "$SECONDS" -lt "$deadline" ] || exit 0
  sleep 0.05
done
touch ${quote(folder.journal)}
${followScript(folder)}
is_alive
printf '%sborn %s\n' "\${deploy_mark:-@@}" "$born"
follow 0 || exit 0
${isTold ? '' : '[ "$outcome" != committed ] || exit 0'}
${printStepOutputs(folder)}`;
  // A long drain writes nothing; a dead connection shows by its keepalive.
  const { stdout } = await server.run(script, {
    stallSeconds: 100_000,
    onLine: (text) => {
      if (seen.born === '') seen.born = /^@@born (\d+)$/.exec(text)?.[1] ?? '';
      const entry = readJournalLine(text);
      if (entry === undefined || line++ < seen.entries.length) return;
      seen.entries.push(entry);
      tellEntry(entry, log);
    },
  });
  seen.printed = readStepOutputs(stdout);
  return /^@@born /m.test(stdout);
}

/** Tells what a line of the journal means, where a person wants to know. */
export function tellEntry(entry: JournalEntry, log: Log): void {
  const say = switchMessages.events[entry.event];
  if (say !== undefined) log.info(say(entry.step));
  if (entry.event !== 'warned' && entry.event !== 'stuck') return;
  const named = parseFailureLine(entry.detail);
  const why = named === undefined ? undefined : failureNamed(named.code, named.parameters).text;
  if (entry.event === 'warned') log.warning(switchMessages.warned(entry.step, why));
  else if (why !== undefined) log.warning(switchMessages.notUndone(entry.step, why));
}

/** Connects again, with longer and longer pauses. Throws SWITCH_UNSEEN when no attempt succeeds. */
export async function reconnect(server: ReconnectableServer, folder: SwitchFolder, patience: Patience): Promise<void> {
  try {
    await connectAgain(server, patience, patience.graceOver);
  } catch (error) {
    throw failure('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
  }
}
