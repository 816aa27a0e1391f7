import { type DatabasePlace, placeOfHost } from '../jar/database-place.ts';
import { type Failure, failure } from '../messages/failure.ts';
import type { ContainerSight } from './container-sight.ts';

/** How the drivers of MySQL, MariaDB and PostgreSQL begin to tell that they reach no server. */
const unreached =
  /Communications link failure|Socket fail to connect to host|PSQLException: (?:Connection to \S+ refused|The connection attempt failed)/;

/** How MySQL and MariaDB turn a user away: by name and password, by the rights to a database, by the address. */
const denied = /Access denied for user '|Host '[^']*' is not allowed to connect/;

/** What Java says of a connection, innermost cause. */
const causes = {
  refused: /ConnectException: Connection refused/,
  silent: /(?:SocketTimeoutException: \w+ timed out|NoRouteToHostException|ConnectException: Connection timed out)/i,
  unknown: /UnknownHostException/,
} as const;

/** The host that a driver names; that of MySQL names none. */
const named = /address=\(host=([^)]*)\)|Socket fail to connect to host:([^,(\s]+),|Connection to (\S+):\d+ refused/;

/**
 * Why the application does not get at its database, where its log says so; the last that it says counts. No name of a
 * user or a host is in the words: these may come from `env`.
 */
export function diagnoseDatabase({ name, database, logLines }: ContainerSight): Failure | undefined {
  const evidence = { evidence: logLines.join('\n') };
  const lastUnreached = logLines.findLastIndex((line) => unreached.test(line));
  if (logLines.findLastIndex((line) => denied.test(line)) > lastUnreached) {
    return failure('DATABASE_ACCESS_DENIED', { container: name }, evidence);
  }
  if (lastUnreached === -1) return undefined;
  // Drivers tell the cause in the same line, or as an exception of its own further down.
  const after = logLines.slice(lastUnreached);
  const caused = (cause: RegExp): boolean => after.some((line) => cause.test(line));
  if (caused(causes.unknown)) return failure('DATABASE_NAME_UNKNOWN', { container: name }, evidence);
  if (!caused(causes.refused) && !caused(causes.silent)) return undefined;
  if (placeIn(logLines, database) === 'container') {
    return failure('DATABASE_AT_LOCALHOST', { container: name }, evidence);
  }
  return failure(caused(causes.refused) ? 'DATABASE_REFUSED' : 'DATABASE_SILENT', { container: name }, evidence);
}

/** Where the driver looked, as it says itself, else as the configuration has it. */
function placeIn(logLines: readonly string[], configured: DatabasePlace | undefined): DatabasePlace | undefined {
  const match = named.exec(logLines.findLast((line) => named.test(line)) ?? '');
  const host = match?.slice(1).find((group) => group !== undefined);
  return host === undefined ? configured : placeOfHost(host);
}
