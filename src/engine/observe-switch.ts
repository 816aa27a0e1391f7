import type { Log } from '../messages/log.ts';
import { prelude } from '../server/prelude.ts';
import { factsIn } from '../server/script-protocol.ts';
import type { Server } from '../server/server.ts';
import { quote } from '../shell/quote.ts';
import { followScript } from './follow-script.ts';
import { type Fate, fateOf, type JournalEntry, readJournalLine } from './journal.ts';
import type { SwitchFolder } from './switch-folder.ts';
import { tellEntry } from './watch.ts';

/** What the server knows of a switch that another process started. */
export interface SwitchObservation {
  /** `undefined`: it never began. */
  readonly fate: Fate | undefined;
  /** Whether its script still runs. */
  readonly running: boolean;
}

/** Reads the journal of a switch, and follows it for `seconds` at most while the script runs. Changes nothing. */
export async function observeSwitch(
  server: Server,
  folder: SwitchFolder,
  seconds: number,
  log: Log,
): Promise<SwitchObservation> {
  const entries: JournalEntry[] = [];
  const { stdout } = await server.run(observeSwitchScript(folder, seconds), {
    stallSeconds: seconds + 20,
    onLine: (line) => {
      const entry = readJournalLine(line);
      if (entry === undefined) return;
      entries.push(entry);
      tellEntry(entry, log);
    },
  });
  const { running, begun } = factsIn(stdout);
  const fate = begun === 'yes' ? fateOf(entries, running === 'yes') : undefined;
  return { fate, running: running === 'yes' };
}

/** The script's process is known by its command line: after a reboot its number may be another's. */
function observeSwitchScript(folder: SwitchFolder, seconds: number): string {
  return `${prelude}
script=${quote(folder.script)} pid=
${followScript(folder)}
runs() { tr '\\0' '\\n' 2>/dev/null <"/proc/$1/cmdline" | grep -qxF -e "$script"; }
noted=$(cat "$script.pid" 2>/dev/null)
[ -z "$noted" ] || ! runs "$noted" || pid=$noted
follow ${seconds}
if [ -n "$pid" ] && is_alive && [ -z "$outcome" ]; then fact running yes; fi
if [ -n "$pid" ] || [ -s "$journal" ]; then fact begun yes; fi
exit 0
`;
}
