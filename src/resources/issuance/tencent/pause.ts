import { unlessCancelled } from '../../../engine/cancel.ts';
import type { IssuingRun } from '../issuer.ts';

/** Waits, unless the run is cancelled: then it throws the reason. */
export function pause(run: Pick<IssuingRun, 'sleep' | 'cancelled'>, milliseconds: number): Promise<void> {
  return unlessCancelled(() => run.sleep(milliseconds), run.cancelled);
}
