import { commandMessages } from '../messages/commands.ts';
import type { Session } from '../server/session.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { OpenTencent } from '../tencent/tencent.ts';
import { type EarlyConnection, whileConnecting } from './early-connection.ts';
import { openAccount } from './open-account.ts';
import { type Prepared, readRunner } from './read-runner.ts';
import { type Run, type RunRecord, timed } from './run.ts';
import { type SshAccess, withSshAccess } from './ssh-access.ts';

/** What a deploy, or its plan, starts from. */
export interface Start {
  readonly session: Session;
  readonly access: SshAccess;
  readonly tencent: OpenTencent | undefined;
  readonly settings: DeploySettings;
  readonly prepared: Prepared;
  readonly run: Run;
  readonly record: RunRecord;
}

/** Reads what the runner has, while it connects; then does `work` over the connection. Throws what each of them throws. */
export async function reachServer(
  settings: DeploySettings,
  run: Run,
  record: RunRecord,
  work: (start: Start) => Promise<void>,
): Promise<void> {
  const connected = async (prepared: Prepared, early: EarlyConnection): Promise<void> => {
    const tencent = settings.tencent && openAccount(settings.tencent, settings.language, run, run.cancelled);
    const over = async (access: SshAccess): Promise<void> => {
      const title = commandMessages.connect(settings.server.host);
      const session = await timed(run, record, 'connect', title, access.connect);
      await work({ session, access, tencent, settings, prepared, run, record });
    };
    await withSshAccess(tencent, settings, run, record, over, early);
  };
  await whileConnecting(settings, run, (begin) => readRunner(settings, run, record, begin), connected);
}
