import { type Failure, failure } from '../messages/failure.ts';
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
  const date = expires.toISOString().slice(0, 10);
  return [failure('INSTANCE_EXPIRES', { kind, id, name, date, days: Math.ceil(left / dayMs) })];
}

/**
 * The failure of an instance that is given by its id and is not the server that SSH reached, as that one's metadata says:
 * the firewall of another server would be changed. Undefined: they are the same, or the server does not say.
 */
export function instanceMismatch(
  instance: Pick<Instance, 'id'>,
  reached: { readonly metadataId: string | undefined; readonly host: string },
): Failure | undefined {
  if (reached.metadataId === undefined || reached.metadataId === instance.id) return undefined;
  return failure('INSTANCE_MISMATCH', { given: instance.id, reached: reached.metadataId, host: reached.host });
}
