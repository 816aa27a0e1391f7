import { failure } from '../messages/failure.ts';
import type { StatusSettings } from '../settings/settings.ts';
import type { Run, RunRecord } from './run.ts';

/** Says what is on the server. Changes nothing, takes no lock. */
export async function status(settings: StatusSettings, _run: Run, _record: RunRecord): Promise<void> {
  throw failure('INTERNAL', { detail: `${settings.command} is being built` });
}
