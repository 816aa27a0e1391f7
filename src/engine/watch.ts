import { type Failure, failure, failureNamed, failuresOf } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { switchMessages } from '../messages/switch.ts';
import { quote } from '../server/quote.ts';
import { parseFailureLine } from '../server/script-failure.ts';
import type { Server } from '../server/server.ts';
import { failedStep, type JournalEntry, type Outcome, outcomeOf, readJournalLine } from './journal.ts';
import type { SwitchFolder } from './switch-script.ts';

/** A server whose lost connection can be made again. */
export interface ReconnectableServer extends Server {
  /** Connects anew, with the same pins. Throws `Failure` when that fails. */
  reconnect(): Promise<void>;
}

/** How a switch ended, as the runner saw it. */
export interface SwitchResult {
  readonly outcome: Outcome;
  readonly entries: readonly JournalEntry[];
  /** Why it was undone; undefined when it was committed. */
  readonly failure: Failure | undefined;
}

const reconnectAttempts = 6;

/**
 * Follows a running switch to its end through its journal. A lost connection is made again and the journal read on:
 * the server goes on meanwhile. Throws `SWITCH_UNSEEN` when it cannot be reached again, `SWITCH_CUT_SHORT` when the script
 * ended without an outcome (a reboot): the next run repairs both.
 */
export async function watchSwitch(
  server: ReconnectableServer,
  folder: SwitchFolder,
  pid: number,
  log: Log,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<SwitchResult> {
  const entries: JournalEntry[] = [];
  const script: SwitchProcess = { pid, born: '' };
  for (let losses = 0; ; ) {
    try {
      await followJournal(server, folder, script, entries, log);
      break;
    } catch (error) {
      if (losses++ >= reconnectAttempts) throw failure('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
      log.warning(switchMessages.connectionLost((failuresOf(error)[0] as Failure).code));
      await reconnect(server, log, sleep, folder);
    }
  }
  const outcome = outcomeOf(entries);
  if (outcome === undefined) throw failure('SWITCH_CUT_SHORT', { journal: folder.journal });
  return { outcome, entries, failure: outcome === 'committed' ? undefined : await causeOf(server, folder, entries) };
}

/** The process of the script. After a reboot its number may be another's, so that it is known by when it began, too. */
interface SwitchProcess {
  readonly pid: number;
  /** `starttime` of /proc/PID/stat (proc(5)) as it was seen first; empty before that. */
  born: string;
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
      tell(entry, log);
    },
  });
}

function tell(entry: JournalEntry, log: Log): void {
  const say = switchMessages.events[entry.event];
  if (say !== undefined) log.info(say(entry.step));
  if (entry.event === 'warned') {
    const named = parseFailureLine(entry.detail);
    const why = named === undefined ? undefined : failureNamed(named.code, named.parameters);
    log.warning(switchMessages.warned(entry.step, why?.text));
  }
}

async function reconnect(
  server: ReconnectableServer,
  log: Log,
  sleep: (milliseconds: number) => Promise<void>,
  folder: SwitchFolder,
): Promise<void> {
  for (let attempt = 1; attempt <= reconnectAttempts; attempt++) {
    try {
      await server.reconnect();
      log.info(switchMessages.connectedAgain);
      return;
    } catch (error) {
      if (attempt === reconnectAttempts) throw failure('SWITCH_UNSEEN', { journal: folder.journal }, { cause: error });
      await sleep(1000 * 2 ** attempt);
    }
  }
}

async function causeOf(server: Server, folder: SwitchFolder, entries: readonly JournalEntry[]): Promise<Failure> {
  const failed = failedStep(entries);
  const { stdout } = await server.run(`tail -n 60 ${quote(folder.output)} | grep -av '^@@'`);
  const named = failed === undefined ? undefined : parseFailureLine(failed.detail);
  if (named !== undefined) return failureNamed(named.code, named.parameters, stdout);
  return failure('STEP_FAILED', { step: failed?.step ?? '-', code: '1' }, { evidence: stdout });
}
