import { unlessCancelled } from '../engine/cancel.ts';
import { observeSwitch, type SwitchObservation } from '../engine/observe-switch.ts';
import { aftermathMessages as say } from '../messages/aftermath.ts';
import { type Failure, failure, failuresOf } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import type { Text } from '../messages/text.ts';
import type { ServerSettings } from '../settings/settings.ts';
import { connectTo } from './connect.ts';
import type { SwitchNote } from './run.ts';

/** Seconds for connecting, and for following a switch that still runs. */
const patience = { connect: 20, follow: 60 };

/**
 * What became of a switch whose run was cut short: which version is live, as far as that is known. Asks the server,
 * takes no lock, changes nothing. Never throws, and ends in less than two minutes.
 */
export async function aftermath(
  { folder, ...note }: SwitchNote,
  settings: ServerSettings,
  log: Log,
  { connect, follow } = patience,
): Promise<readonly Text[]> {
  const limit = overallLimit(settings.host, connect + follow + 20);
  try {
    log.info(say.looking(settings.host, follow));
    const brief = { ...settings, connectTimeoutSeconds: Math.min(connect, settings.connectTimeoutSeconds) };
    const session = await unlessCancelled(() => connectTo(brief, { log, cancelled: limit }), limit);
    try {
      return found(note, await unlessCancelled(() => observeSwitch(session, folder, follow, log), limit));
    } finally {
      session.dispose();
    }
  } catch (error) {
    const [first] = failuresOf(error) as [Failure];
    return [say.fates.open(note.release, note.previous), say.unreachable(first.text.what)];
  }
}

/** Aborted after `seconds`, whatever still moves. */
function overallLimit(host: string, seconds: number): AbortSignal {
  const controller = new AbortController();
  const stalled = (): void => controller.abort(failure('CONNECTION_STALLED', { host, seconds }));
  setTimeout(stalled, seconds * 1000).unref();
  return controller.signal;
}

function found(
  { release, previous }: Pick<SwitchNote, 'release' | 'previous'>,
  seen: SwitchObservation,
): readonly Text[] {
  const { fate, running } = seen;
  if (fate === undefined) return [say.notBegun(release, previous)];
  return [say.fates[fate](release, previous), ...(fate === 'committed' && running ? [say.tidying] : [])];
}
