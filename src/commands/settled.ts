import { awaitOutcome, findCutShort } from '../engine/resume.ts';
import { applicationDirectory } from '../layout/application-paths.ts';
import { commandMessages } from '../messages/commands.ts';
import { failure } from '../messages/failure.ts';
import { ourFolders } from '../release/marker.ts';
import type { Work } from './carry-out.ts';
import { timed } from './run.ts';

/** How a look shows whether a switch is half done, and how it is repeated. */
export interface Repeatable<F> {
  readonly app: string;
  isHalfDone(found: F): boolean;
  look(): Promise<F>;
}

/** What was found, once no switch of the application is half done. Throws SWITCH_NOT_ENDED. */
export async function settled<F>(found: F, { app, isHalfDone, look }: Repeatable<F>, work: Work): Promise<F> {
  if (!isHalfDone(found)) return found;
  const { record } = work;
  // Not known until it has ended: the server goes on with it alone.
  record.uncertain = true;
  await resume(app, work);
  record.uncertain = false;
  const after = await look();
  // Its journal and its backup must not be taken for an orphan's.
  if (isHalfDone(after)) throw failure('SWITCH_NOT_ENDED', { app });
  return after;
}

/** Ends the switch of an earlier run that a reboot interrupted: undone, or completed if it was verified. */
async function resume(app: string, { session, lock, run, record }: Work): Promise<void> {
  await timed(run, record, 'resume', commandMessages.resume, async () => {
    for (const { release, folder } of await findCutShort(session, applicationDirectory(app), ourFolders(app))) {
      // It holds the lock itself, as a switch does: no other run meets it, also when this one ends before it.
      const { pid } = await lock.startSwitch(folder.script, '/dev/null', 'resume');
      record.changed = true;
      run.log.info(commandMessages.resumed(release, await awaitOutcome(session, folder, pid)));
    }
  });
}
