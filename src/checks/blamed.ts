import type { Failure } from '../messages/failure.ts';
import type { ContainerObservation } from './container-observation.ts';
import { diagnoseDatabase } from './database.ts';
import { speaksOfDatabase } from './database-cause.ts';
import { type HealthBody, readHealthBody } from './health-body.ts';
import { diagnoseLocalService, diagnoseRedis } from './local-service.ts';
import type { LogCause } from './log-cause.ts';
import { causesIn } from './log-causes.ts';
import { withEvidence } from './log-observation.ts';

/** How a JVM or Spring Boot says that the application does not start; what follows is why. */
const failedToStart =
  /Application run failed|APPLICATION FAILED TO START|Application startup failed|Exception in thread "main"|context initialization - cancelling refresh/;

/** How many of its last lines show why an application is not well. */
const shownLines = 60;

/** The last lines of a log, for a person. */
export function lastLinesOf({ logLines }: Pick<ContainerObservation, 'logLines'>): string {
  return logLines.slice(-shownLines).join('\n');
}

/**
 * What an application lacks that is not well, as far as its log and the body of its health path tell; undefined: they name
 * nothing that would explain it.
 */
export function blamed(observation: ContainerObservation): Failure | undefined {
  const cause = decisive(observation);
  if (cause !== undefined) return withEvidence(cause, evidenceOf(cause, observation));
  // Where a long trace pushed the driver's words out of the log, its frames tell.
  const database = observation.logLines.some(speaksOfDatabase) ? undefined : diagnoseDatabase(observation);
  return database ?? diagnoseRedis(observation) ?? diagnoseLocalService(observation);
}

function decisive(observation: ContainerObservation): Failure | undefined {
  const body = readHealthBody(observation.healthBody ?? '');
  const causes = lacking(causesIn(observation), body);
  if (body.down.length > 0) {
    const named = causes.filter(({ component }) => body.down.some((name) => component?.test(name)));
    return named.at(-1)?.failure;
  }
  // One that answers errors has started: whatever it lacks counts.
  if ((observation.answer?.status ?? 0) >= 500) return causes.at(-1)?.failure;
  const end = observation.logLines.findLastIndex((line) => failedToStart.test(line));
  const since = end === -1 ? [] : causesIn({ ...observation, logLines: observation.logLines.slice(end) });
  const told = since.findLast(({ component, stops }) => stops || component !== undefined);
  return (told ?? causes.findLast(({ stops }) => stops))?.failure;
}

/** The causes that no component contradicts which the actuator has as well. */
export function lacking(causes: readonly LogCause[], { up }: HealthBody): readonly LogCause[] {
  return causes.filter(({ component }) => component === undefined || !up.some((name) => component.test(name)));
}

/** The lines that say so, where they are not among the last ones anyway, and these. */
function evidenceOf({ evidence = '' }: Failure, observation: ContainerObservation): string {
  const last = lastLinesOf(observation);
  const [first = ''] = evidence.split('\n');
  return evidence === '' || last.includes(first) ? last : `${evidence}\n…\n${last}`;
}
