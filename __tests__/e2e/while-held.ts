import { holdSwitch } from '../../practice/faults.ts';
import type { RunResult } from '../../practice/run-action.ts';
import type { PracticeServer } from '../../practice/server.ts';
import { before } from './witness.ts';

/**
 * Starts a run, and does `work` (or runs it as bash on the server) while its switch is held right after it wrote `line` into
 * its journal; what the run came to. Fails where the run ends before that.
 */
export async function whileHeld(
  server: PracticeServer,
  line: string,
  start: () => Promise<RunResult>,
  work: string | ((run: Promise<RunResult>) => Promise<unknown>),
): Promise<RunResult> {
  const held = await holdSwitch(server, line);
  const run = start();
  try {
    await before(run, held.reached());
    if (typeof work === 'string') await server.sh(work);
    else await work(run);
  } catch (error) {
    await held.release();
    await run;
    throw error;
  }
  await held.release();
  return run;
}
