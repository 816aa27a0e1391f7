import type { ErrorCode } from '../messages/errors.ts';
import { type Failure, failure, failureNamed, failuresOf } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { switchMessages } from '../messages/switch.ts';
import { parseFailureLine } from '../server/script-protocol.ts';
import type { Server } from '../server/server.ts';
import { quote } from '../shell/quote.ts';
import { type Cancellation, unlessCancelled } from './cancel.ts';
import { type Fate, fateOf, type JournalEntry, outcomeOf, readJournalLine } from './journal.ts';
import type { RunningSwitch } from './switch.ts';
import { causeOf, noticed, noticesOf } from './switch-findings.ts';
import type { SwitchFolder } from './switch-folder.ts';

/** A server whose lost connection can be made again. */
export interface ReconnectableServer extends Server {
  /** Connects anew, with the same pins. Throws `Failure` when that fails. */
  reconnect(): Promise<void>;
}

/** How long a switch is watched, and what waits between attempts to connect. */
export interface Patience extends Cancellation {
  sleep(milliseconds: number): Promise<void>;
}

/** What the runner saw of a switch. */
export interface SwitchResult {
  readonly fate: Fate;
  readonly entries: readonly JournalEntry[];
  /** What steps warned of, where the switch was kept. */
  readonly notices: readonly Failure[];
  /** Why it was undone, or why its end was not seen; undefined when it was committed and ended. */
  readonly failure: Failure | undefined;
}

const reconnectAttempts = 6;

/**
 * Follows a running switch to its end through its journal. A lost connection is made again and the journal read on:
 * the server goes on meanwhile. A run that is cancelled follows it until its time is over. Never throws; where the end
 * was not seen, the failure is SWITCH_UNSEEN (the server cannot be reached again), SWITCH_CUT_SHORT (the script ended
 * without an outcome: a reboot) or CANCELLED.
 */
export async function watchSwitch(
  server: ReconnectableServer,
  running: RunningSwitch,
  log: Log,
  patience: Patience,
): Promise<SwitchResult> {
  const { folder, pid } = running;
  const { cancelled, graceOver } = patience;
  const entries: JournalEntry[] = [];
  const tellGrace = (): void => log.info(switchMessages.followedAfterCancel);
  if (cancelled.aborted) tellGrace();
  else cancelled.addEventListener('abort', tellGrace, { once: true });
  try {
    await unlessCancelled(() => follow(server, folder, { pid, born: '' }, entries, log, patience), graceOver);
  } catch (error) {
    return { fate: fateOf(entries, true), entries, notices: noticed(entries), failure: failuresOf(error)[0] };
  } finally {
    cancelled.removeEventListener('abort', tellGrace);
  }
  const fate = fateOf(entries, false);
  if (outcomeOf(entries) === undefined) {
    const cutShort = failure('SWITCH_CUT_SHORT', { journal: folder.journal });
    return { fate, entries, notices: noticed(entries), failure: cutShort };
  }
  if (fate === 'committed') {
    return { fate, entries, notices: await noticesOf(server, running, entries, graceOver), failure: undefined };
  }
  return { fate, entries, notices: [], failure: await causeOf(server, running, entries, graceOver) };
}

/** The process of the script. After a reboot its number may be another's, so that it is known by when it began, too. */
interface SwitchProcess {
  readonly pid: number;
  /** `starttime` of /proc/PID/stat (proc(5)) as it was seen first; empty before that. */
  born: string;
}

/** Follows the journal over as many connections as it takes. Throws SWITCH_UNSEEN when there is none to be had. */
async function follow(
  server: ReconnectableServer,
  folder: SwitchFolder,
  script: SwitchProcess,
  entries: JournalEntry[],
  log: Log,
  patience: Patience,
): Promise<void> {
  for (let losses = 0; ; ) {
    try {
      return await followJournal(server, folder, script, entries, log);
    } catch (error) {
      // Nobody waits any more, and the session is closed.
      if (patience.graceOver.aborted) throw error;
      if (losses++ >= reconnectAttempts) throw failure('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
      log.warning(switchMessages.connectionLost((failuresOf(error)[0] as Failure).code));
      await reconnect(server, folder, patience);
      log.info(switchMessages.connectedAgain);
    }
  }
}

/** Reads the journal from its beginning until the script ends; lines already seen are passed over. */
async function followJournal(
  server: Server,
  folder: SwitchFolder,
  process: SwitchProcess,
  entries: JournalEntry[],
  log: Log,
): Promise<void> {
  let line = 0;
  const { pid, born } = process;
  const script = `touch ${quote(folder.journal)}
born=$(sed 's/.*) //' /proc/${pid}/stat 2>/dev/null | cut -d' ' -f20)
echo "\${deploy_mark:-@@}born $born"
case ${quote(born)} in
  ''|"$born") exec tail -n +1 -s 0.1 -f --pid=${pid} ${quote(folder.journal)} ;;
  *) exec cat ${quote(folder.journal)} ;;
esac`;
  // A long drain writes nothing; a dead connection shows by its keepalive.
  await server.run(script, {
    stallSeconds: 100_000,
    onLine: (text) => {
      if (process.born === '') process.born = /^@@born (\d+)$/.exec(text)?.[1] ?? '';
      const entry = readJournalLine(text);
      if (entry === undefined || line++ < entries.length) return;
      entries.push(entry);
      tellEntry(entry, log);
    },
  });
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

/** What no further attempt changes: another machine answers, and nothing may be sent to it. */
const final: readonly ErrorCode[] = ['HOST_KEY_MISMATCH', 'HOST_KEY_MISSING'];

/** Connects again, with longer and longer pauses. Throws SWITCH_UNSEEN when no attempt succeeds. */
export async function reconnect(server: ReconnectableServer, folder: SwitchFolder, patience: Patience): Promise<void> {
  for (let attempt = 1; attempt <= reconnectAttempts; attempt++) {
    try {
      return await server.reconnect();
    } catch (error) {
      const isFinal = failuresOf(error).some(({ code }) => final.includes(code));
      if (isFinal || attempt === reconnectAttempts || patience.graceOver.aborted) {
        throw failure('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
      }
      await patience.sleep(1000 * 2 ** attempt);
    }
  }
}
