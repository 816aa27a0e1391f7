import { type Failure, failure } from '../messages/failure.ts';
import { databaseCause, hasConnected, speaksOfDatabase } from './database-cause.ts';
import { diagnoseRedis, servicesAtLocalhost } from './local-service.ts';
import type { LogCause, Logged } from './log-cause.ts';
import { isInfo, withoutDetail } from './log-levels.ts';
import { restOfObservation, withEvidence } from './log-observation.ts';
import { mail, otherServices, redis, type ServiceWords } from './log-services.ts';
import { missingVariable } from './missing-variable.ts';
import { exceptionAt, excerptAt, type Missed, missedBy, namesLocalhost, startOfMessage } from './reach.ts';

/**
 * What the log of an application says that it lacks, one cause a service, in the order in which the log says them last.
 * What works again is left out. No host, user or value is in the words: they may come from `env`.
 */
export function causesIn(all: Logged): readonly LogCause[] {
  const { name } = all;
  const logged = { ...all, logLines: withoutDetail(all.logLines, hasRecovered) };
  const found = [
    databaseCause(logged),
    serviceCause(logged, redis, {
      unreached: ({ how, local, evidence }, lines) =>
        diagnoseRedis({ ...restOfObservation, ...logged, logLines: lines }) ??
        failure('REDIS_UNREACHABLE', { container: name, how, local }, { evidence }),
      denied: (evidence) => failure('REDIS_ACCESS_DENIED', { container: name }, { evidence }),
    }),
    serviceCause(logged, mail, {
      unreached: ({ how, local, evidence }) =>
        failure('MAIL_UNREACHABLE', { container: name, how, local }, { evidence }),
      denied: (evidence) => failure('MAIL_ACCESS_DENIED', { container: name }, { evidence }),
    }),
    ...otherServices.map((words) => {
      const { service } = words;
      return serviceCause(logged, words, {
        unreached: ({ how, local, evidence }) =>
          failure('SERVICE_UNREACHABLE', { container: name, service, how, local }, { evidence }),
        denied: (evidence) => failure('SERVICE_ACCESS_DENIED', { container: name, service }, { evidence }),
      });
    }),
    portInUse(logged),
    ...missingVariables(logged),
  ].filter((cause) => cause !== undefined);
  const unnamed = found.length > 0 ? undefined : unnamedService(logged);
  return [...found, ...(unnamed === undefined ? [] : [unnamed])].toSorted((one, other) => one.at - other.at);
}

const services = [redis, mail, ...otherServices];

/** Whether a line says that something is reached again. */
function hasRecovered(line: string): boolean {
  return hasConnected(line) || services.some(({ recovered }) => recovered?.test(line));
}

/** What the log says of a service that is not reached. */
interface Miss {
  readonly how: Missed;
  readonly local: boolean;
  readonly evidence: string;
}

/** How the two kinds of failures of a service are worded; `lines` are those of the exception. */
interface Wording {
  unreached(miss: Miss, lines: readonly string[]): Failure;
  denied(evidence: string): Failure;
}

function serviceCause(
  logged: Logged,
  { kind, component, unreached, denied, recovered }: ServiceWords,
  wording: Wording,
): LogCause | undefined {
  const { logLines } = logged;
  const last = (words: RegExp | undefined): number =>
    words === undefined ? -1 : logLines.findLastIndex((line) => words.test(line));
  const atUnreached = last(unreached);
  const atDenied = denied === undefined ? -1 : logLines.findLastIndex((line) => denied.test(line) && !isInfo(line));
  const at = Math.max(atUnreached, atDenied);
  if (at === -1 || last(recovered) > at) return undefined;
  const found = { at, component, stops: kind === 'redis' };
  const start = startOfMessage(logLines, at);
  const evidence = excerptAt(logLines, start);
  // Clients say that they do not connect, and then why: because they were turned away.
  if (atDenied >= atUnreached) return { ...found, failure: wording.denied(evidence) };
  const lines = exceptionAt(logLines, start);
  const looked = (logged.local ?? []).filter((one) => one.kind === kind && kind !== 'redis');
  if (looked.length > 0) return { ...found, failure: servicesAtLocalhost(looked, evidence) };
  const miss = { how: missedBy(lines), local: namesLocalhost(lines), evidence };
  return { ...found, failure: withEvidence(wording.unreached(miss, lines), evidence) };
}

const inUse = /Port (\d+) was already in use|listen on port (\d+) failed to start|Address already in use|地址已在使用/;

/** A second listener of the application, or another program in its container, has the port. */
function portInUse({ name, logLines }: Logged): LogCause | undefined {
  const at = logLines.findLastIndex((line) => inUse.test(line) && !isInfo(line));
  if (at === -1) return undefined;
  const near = logLines.slice(Math.max(0, at - 3), at + 4).join('\n');
  const port =
    /Port (\d+) was already in use|listen on port (\d+) failed|:(\d{2,5})\b(?=.*Address already in use)/.exec(near);
  return {
    at,
    component: undefined,
    stops: true,
    failure: failure(
      'APPLICATION_PORT_IN_USE',
      { container: name, port: port?.slice(1).find((group) => group !== undefined) ?? '' },
      { evidence: excerptAt(logLines, at) },
    ),
  };
}

function missingVariables({ name, logLines }: Logged): readonly LogCause[] {
  const found = new Map<string, number>();
  for (const [at, line] of logLines.entries()) {
    const variable = missingVariable(line);
    if (variable !== undefined) found.set(variable, at);
  }
  return [...found].slice(-5).map(([variable, at]) => ({
    at,
    component: undefined,
    stops: true,
    failure: failure('VARIABLE_MISSING', { container: name, variable }, { evidence: excerptAt(logLines, at) }),
  }));
}

const refusedConnection = /(?:ConnectException|HttpHostConnectException).*(?:Connection refused|拒绝连接)/;

/** A connection that was refused to something that no known client speaks of. */
function unnamedService({ name, logLines }: Logged): LogCause | undefined {
  const known = (line: string): boolean =>
    speaksOfDatabase(line) || services.some(({ unreached }) => unreached.test(line));
  const reachedSince = (words: string, at: number): boolean =>
    services.some(
      ({ kind, service, recovered }) =>
        recovered !== undefined &&
        words.toLowerCase().includes(kind ?? service.toLowerCase()) &&
        logLines.slice(at + 1).some((line) => recovered.test(line)),
    );
  const at = logLines.findLastIndex((line, index) => {
    if (!refusedConnection.test(line) || isInfo(line)) return false;
    const said = logLines.slice(startOfMessage(logLines, index), index + 1);
    return !said.some(known) && !reachedSince(said.join('\n'), index);
  });
  if (at === -1) return undefined;
  const start = startOfMessage(logLines, at);
  const local = namesLocalhost(logLines.slice(start, at + 1));
  const evidence = excerptAt(logLines, start);
  return {
    at,
    component: undefined,
    stops: false,
    failure: failure('SERVICE_UNREACHABLE', { container: name, service: '', how: 'refused', local }, { evidence }),
  };
}
