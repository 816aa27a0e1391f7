import type { Shutdown } from '../jar/shutdown.ts';
import { valueOfOption } from '../values/docker-options.ts';

/** Seconds that an application gets in any case. */
const leastSeconds = 30;

/** Seconds for what comes after the phase that lets requests finish: pools, schedulers, the JVM itself. */
const restSeconds = 10;

/** A day: what is longer is no shutdown that anybody waits for. */
const mostSeconds = 86_400;

/** Seconds between SIGTERM and SIGKILL: as `docker-options` says, else what the application's own shutdown may take. */
export function stopTimeoutOf(options: readonly string[], { seconds }: Shutdown): number {
  const given = Number(valueOfOption(options, 'stop-timeout') ?? Number.NaN);
  if (Number.isSafeInteger(given)) return given;
  const own = seconds === 0 ? 0 : Math.ceil(seconds) + restSeconds;
  return Math.min(mostSeconds, Math.max(leastSeconds, own));
}
