import type { ActionName, RequestOf, ResponseOf } from './actions.ts';

/** An account of Tencent Cloud, with whatever rights its credentials have. */
export interface Tencent {
  /**
   * Calls one action, again where that is safe. `region` is that of what is asked about, for those that need one.
   * Throws `ApiFailure`, and what the run was cancelled with.
   */
  call<A extends ActionName>(action: A, request: RequestOf<A>, region?: string): Promise<ResponseOf<A>>;
}

/** An account that the run opened. */
export interface OpenTencent extends Tencent {
  /**
   * The same account, called until another signal is aborted: a cancelled run still gives back what it took, and its leases
   * live until `graceOver`.
   */
  until(cancelled: AbortSignal): OpenTencent;
}
