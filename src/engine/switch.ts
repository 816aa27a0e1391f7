import { prelude } from '../server/prelude.ts';
import type { Server } from '../server/server.ts';
import { quote } from '../shell/quote.ts';
import { mustSucceed } from './outcome.ts';
import type { SwitchStep } from './step.ts';
import type { SwitchFolder } from './switch-folder.ts';
import { renderSwitch, type SwitchPurpose } from './switch-script.ts';

/** A switch that was started, or whose start was asked for. */
export interface RunningSwitch {
  readonly folder: SwitchFolder;
  /** The process of its script. Rejects where it is not started; may connect again to learn it. */
  readonly pid: number | Promise<number>;
  /** The steps that it was rendered from: they know what their results mean. */
  readonly steps: readonly SwitchStep[];
}

/** Bytes that the journal may grow by also when the disk is full. */
const journalSpace = 65_536;

/**
 * Lays the switch script ready on the server. Throws `Failure` when it cannot; nothing has begun then. All that was
 * prepared in the file system of its folder is on disk when it returns (rule *On disk first*).
 */
export async function sendSwitch(steps: readonly SwitchStep[], purpose: SwitchPurpose, server: Server): Promise<void> {
  const { folder } = purpose;
  const directory = folder.script.slice(0, folder.script.lastIndexOf('/'));
  const sent = await server.run(
    // What an earlier switch to the same release left (a backup of what served then) would be taken for this one's.
    `${prelude}
set -e
rm -rf ${quote(directory)}
# Not its parents: what was taken back meanwhile is not made again.
mkdir -m 700 ${quote(directory)}
cat >${quote(folder.script)}
chmod 700 ${quote(folder.script)}
bash -n ${quote(folder.script)}
: >${quote(folder.output)}
: >${quote(folder.journal)}
said=$(fallocate --keep-size --length ${journalSpace} ${quote(folder.journal)} 2>&1) || case $said in
  *'No space left'*) failure SWITCH_DISK_FULL "said=$said" ;;
  # Not every file system can reserve.
esac
sync -f ${quote(directory)} 2>/dev/null || sync`,
    // Some gigabytes on a slow disk take their time.
    { input: Buffer.from(renderSwitch(steps, purpose), 'utf8'), stallSeconds: 1800 },
  );
  mustSucceed('switch.send', sent);
}
