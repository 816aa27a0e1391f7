import { failure } from '../messages/failure.ts';
import type { RollbackSettings } from '../settings/settings.ts';
import type { Run, RunRecord } from './run.ts';

/** Goes back to a release that was kept on the server, with the same proof as a deploy. */
export async function rollback(settings: RollbackSettings, _run: Run, _record: RunRecord): Promise<void> {
  throw failure('INTERNAL', { detail: `${settings.command} is being built` });
}
