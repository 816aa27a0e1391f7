import { Readable } from 'node:stream';
import { quote } from '../server/quote.ts';
import type { Server } from '../server/server.ts';
import { mustSucceed } from './apply.ts';
import type { SwitchStep } from './step.ts';
import { renderSwitch, type SwitchPurpose } from './switch-script.ts';

/** Lays the switch script ready on the server. Throws `Failure` when it cannot; nothing has begun then. */
export async function sendSwitch(steps: readonly SwitchStep[], purpose: SwitchPurpose, server: Server): Promise<void> {
  const { folder } = purpose;
  const directory = folder.script.slice(0, folder.script.lastIndexOf('/'));
  const sent = await server.run(
    // What an earlier switch to the same release left (a backup of what served then) would be taken for this one's.
    `set -e
rm -rf ${quote(directory)}
install -d -m 700 ${quote(directory)}
cat >${quote(folder.script)}
chmod 700 ${quote(folder.script)}
bash -n ${quote(folder.script)}
sync ${quote(folder.script)}`,
    { stdin: Readable.from([Buffer.from(renderSwitch(steps, purpose), 'utf8')]) },
  );
  mustSucceed('switch.send', sent);
}
