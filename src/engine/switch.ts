import { Readable } from 'node:stream';
import { failure } from '../messages/failure.ts';
import type { Lock } from '../server/lock.ts';
import { quote } from '../server/quote.ts';
import type { Log } from './log.ts';
import type { SwitchStep } from './step.ts';
import { renderSwitch, type SwitchPurpose } from './switch-script.ts';
import { type ReconnectableServer, type SwitchResult, watchSwitch } from './watch.ts';

/**
 * Sends the switch script, has the keeper of the lock start it, and watches it to its end.
 * Throws what `watchSwitch` throws, and `Failure` when the script cannot be sent or started.
 */
export async function runSwitch(
  steps: readonly SwitchStep[],
  purpose: SwitchPurpose,
  server: ReconnectableServer,
  lock: Lock,
  log: Log,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<SwitchResult> {
  const { folder } = purpose;
  const directory = folder.script.slice(0, folder.script.lastIndexOf('/'));
  const sent = await server.run(
    `set -e
install -d -m 700 ${quote(directory)}
rm -f ${quote(folder.journal)} ${quote(folder.output)}
cat >${quote(folder.script)}
chmod 700 ${quote(folder.script)}
bash -n ${quote(folder.script)}
sync ${quote(folder.script)}`,
    { stdin: Readable.from([Buffer.from(renderSwitch(steps, purpose), 'utf8')]) },
  );
  if (sent.code !== 0) {
    throw failure('STEP_FAILED', { step: 'switch.send', code: String(sent.code) }, { evidence: sent.stderr });
  }
  const { pid } = await lock.startSwitch(folder.script, folder.output);
  return watchSwitch(server, folder, pid, log, sleep);
}
