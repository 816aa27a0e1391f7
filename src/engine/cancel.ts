export { reasonOf, unlessCancelled } from '../messages/cancelled.ts';

/** What a run hears of its own end. */
export interface Cancellation {
  /** Aborted when somebody cancels the run. */
  readonly cancelled: AbortSignal;
  /** Aborted when a cancelled run must report and end, because the runner is about to kill it. */
  readonly graceOver: AbortSignal;
}
