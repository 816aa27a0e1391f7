import { durationSeconds } from './duration.ts';
import type { Lookup } from './lookup.ts';

/** How an application ends on SIGTERM, as its configuration has it. */
export interface Shutdown {
  /** It lets requests finish first (`server.shutdown: graceful`). */
  readonly graceful: boolean;
  /** Seconds that all of it may take: the limits of its phases, and what its executors wait for their tasks. */
  readonly seconds: number;
}

/** `spring.lifecycle.timeout-per-shutdown-phase` without a value (`LifecycleProperties`). */
const defaultPhaseSeconds = 30;

/** Libraries whose listener containers finish the message that they are at, in a phase of their own. */
export const consumerLibrary =
  /^(?:spring-(?:kafka|rabbit|jms|pulsar)|rocketmq-spring(?:-boot)?|spring-cloud-aws-sqs)-\d/;

/**
 * Reads how an application ends. Spring Boot knows graceful shutdown since 2.3, and has it by default since 3.4 (reference,
 * "Graceful Shutdown"). Each phase has the same limit: that of consumers comes before the web server's. Since 3.2
 * (Framework 6.1) the executors of `@Async` and `@Scheduled` have one as well; when it comes, nginx has long let requests
 * end, so that it is not added to the web server's. What is awaited of executors' tasks after that is.
 */
export function shutdownOf(get: Lookup, bootVersion: string | undefined, consumers = false): Shutdown {
  const [major = 0, minor = 0] = (bootVersion ?? '').split('.').map(Number);
  const since = (a: number, b: number) => major > a || (major === a && minor >= b);
  const set = get('server.shutdown')?.toLowerCase();
  const graceful = since(2, 3) && (set === undefined || set === '' ? since(3, 4) : set === 'graceful');
  const limit = since(2, 3) ? get('spring.lifecycle.timeout-per-shutdown-phase') : undefined;
  const phase = secondsOf(limit, defaultPhaseSeconds);
  const phases = (consumers ? 1 : 0) + (graceful || since(3, 2) ? 1 : 0);
  // Without `await-termination` tasks are interrupted, and their end is awaited all the same.
  const tasks = ['execution', 'scheduling'].map((kind) =>
    secondsOf(get(`spring.task.${kind}.shutdown.await-termination-period`), 0),
  );
  return { graceful, seconds: tasks.reduce((sum, one) => sum + one, phases * phase) };
}

function secondsOf(value: string | undefined, otherwise: number): number {
  return (value === undefined ? undefined : durationSeconds(value)) ?? otherwise;
}
