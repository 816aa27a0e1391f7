import { durationSeconds } from './duration.ts';
import type { Lookup } from './lookup.ts';

/** How an application ends on SIGTERM, as its configuration has it. */
export interface Shutdown {
  /** It lets requests finish first (`server.shutdown: graceful`). */
  readonly graceful: boolean;
  /** Seconds that all of it may take: the limit of one phase, and what its executors wait for their tasks. */
  readonly seconds: number;
}

/** `spring.lifecycle.timeout-per-shutdown-phase` without a value (`LifecycleProperties`). */
const defaultPhaseSeconds = 30;

/**
 * Reads how an application ends. Spring Boot knows graceful shutdown since 2.3, and has it by default since 3.4 (reference,
 * "Graceful Shutdown").
 */
export function shutdownOf(get: Lookup, bootVersion: string | undefined): Shutdown {
  const [major = 0, minor = 0] = (bootVersion ?? '').split('.').map(Number);
  const since = (a: number, b: number) => major > a || (major === a && minor >= b);
  const set = get('server.shutdown')?.toLowerCase();
  const graceful = since(2, 3) && (set === undefined || set === '' ? since(3, 4) : set === 'graceful');
  const phase = graceful ? secondsOf(get('spring.lifecycle.timeout-per-shutdown-phase'), defaultPhaseSeconds) : 0;
  const tasks = ['execution', 'scheduling'].map((kind) => {
    const prefix = `spring.task.${kind}.shutdown`;
    if (get(`${prefix}.await-termination`)?.toLowerCase() !== 'true') return 0;
    return secondsOf(get(`${prefix}.await-termination-period`), 0);
  });
  return { graceful, seconds: tasks.reduce((sum, one) => sum + one, phase) };
}

function secondsOf(value: string | undefined, otherwise: number): number {
  return (value === undefined ? undefined : durationSeconds(value)) ?? otherwise;
}
