import { type Failure, failure } from '../messages/failure.ts';
import { dayOf } from '../messages/text.ts';
import type { Instance } from '../tencent/instance.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How long before it expires an instance is worth a warning, in days. */
const warningDays = 15;

/** States in which an instance serves, or will in a moment. */
const running = ['RUNNING', 'STARTING', 'REBOOTING'];

/** What keeps an instance from serving anybody. */
export function instanceProblems({ kind, id, name, state, restricted }: Instance): readonly Failure[] {
  // One that is cut off is stopped as a rule, and cannot be started before that is settled.
  if (restricted !== undefined) return [failure('INSTANCE_RESTRICTED', { kind, id, name, restriction: restricted })];
  return running.includes(state) ? [] : [failure('INSTANCE_NOT_RUNNING', { kind, id, name, state })];
}

/** What is to be known of an instance that serves; `now`: what its dates are compared with. */
export function instanceNotices({ kind, id, name, expires, renewsItself }: Instance, now: Date): readonly Failure[] {
  if (expires === undefined || renewsItself) return [];
  const left = expires.getTime() - now.getTime();
  if (left <= 0 || left > warningDays * dayMs) return [];
  const date = dayOf(expires);
  return [failure('INSTANCE_EXPIRES', { kind, id, name, date, days: Math.ceil(left / dayMs) })];
}

/** The server that SSH reached. */
export interface ReachedServer {
  /** Its id, as its metadata says; undefined: it does not say. */
  readonly metadataId: string | undefined;
  /** The input `host`. */
  readonly host: string;
  /** The public address that `host` stands for; undefined: none. */
  readonly address: string | undefined;
}

/**
 * The failure of an instance that is not the server that SSH reached: the firewall of another server would be changed. Where
 * that one's metadata does not say which it is, its address does, unless the instance has no public one (behind a NAT
 * gateway). Undefined: they are the same, or nothing tells.
 */
export function instanceMismatch(
  { id, publicAddresses }: Pick<Instance, 'id' | 'publicAddresses'>,
  { metadataId, host, address }: ReachedServer,
): Failure | undefined {
  if (metadataId !== undefined)
    return metadataId === id ? undefined : failure('INSTANCE_MISMATCH', { given: id, reached: metadataId, host });
  if (address === undefined || publicAddresses.length === 0 || publicAddresses.includes(address)) return undefined;
  return failure('INSTANCE_MISMATCH', { given: id, reached: address, host });
}
