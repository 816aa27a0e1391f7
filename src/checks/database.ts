import { type Failure, failure } from '../messages/failure.ts';
import { type DatabasePlace, placeOfHost } from '../values/database-place.ts';
import type { ContainerObservation } from './container-observation.ts';
import { settingsOf } from './local-service.ts';

/** How the drivers begin to tell that they reach no server. */
const unreached = new RegExp(
  [
    'Communications link failure',
    'Socket fail to connect to host',
    'PSQLException: (?:Connection to \\S+ refused|The connection attempt failed|到 \\S+ 的连接被拒绝|尝试连线已失败)',
    'The TCP/IP connection to the host \\S+ port \\d+ has failed',
    'The Network Adapter could not establish the connection',
    'ORA-1(?:2541|7002|2514|2170)',
    'DMException: .*(?:网络通信异常|Network communication error)',
    'R2dbcNonTransientResourceException: Cannot connect to',
  ].join('|'),
);

/** What a pool of connections says whose driver's own words are not in the log any more. */
const pooled =
  /Exception during pool initialization|create connection SQLException|CannotGetJdbcConnectionException|Failed to obtain JDBC Connection|\bat (?:com\.mysql|org\.mariadb|org\.postgresql|oracle\.(?:jdbc|net)|com\.microsoft\.sqlserver|dm\.jdbc|com\.zaxxer\.hikari|com\.alibaba\.druid)\./;

/** How databases turn a user away: by name and password, by the rights to a database, by the address. */
const denied =
  /Access denied for user '[^']*'@|Host '[^']*' is not allowed to connect|password authentication failed for user|no pg_hba\.conf entry for/;

/** What Java says of a connection, innermost cause. */
const causes = {
  refused: /ConnectException: (?:Connection refused|拒绝连接)|Connection refused: |PSQLException: .*refused/,
  silent:
    /(?:SocketTimeoutException: \w+ timed out|NoRouteToHostException|ConnectException: Connection timed out|ConnectTimeoutException)/i,
  unknown: /UnknownHostException/,
} as const;

/** The host that a driver names; that of MySQL names none. */
const named =
  /address=\(host=([^)]*)\)|Socket fail to connect to host:([^,(\s]+),|Connection to (\S+):\d+ refused|到 (\S+):\d+ 的连接被拒绝|connection to the host ([^,\s]+), port|R2dbcNonTransientResourceException: Cannot connect to ([^/:\s]+)/;

/**
 * Why the application does not get at its database, where its log says so; the last that it says counts. No name of a
 * user or a host is in the words: these may come from `env`.
 */
export function diagnoseDatabase(observation: ContainerObservation): Failure | undefined {
  const { name, database, logLines } = observation;
  const evidence = { evidence: logLines.join('\n') };
  const lastUnreached = lastSign(logLines);
  if (logLines.findLastIndex((line) => denied.test(line)) > lastUnreached) {
    return failure('DATABASE_ACCESS_DENIED', { container: name }, evidence);
  }
  if (lastUnreached === -1) return undefined;
  // Drivers tell the cause in the same line, or as an exception of its own further down.
  const after = logLines.slice(lastUnreached);
  const caused = (cause: RegExp): boolean => after.some((line) => cause.test(line));
  if (caused(causes.unknown)) return failure('DATABASE_NAME_UNKNOWN', { container: name }, evidence);
  if (!caused(causes.refused) && !caused(causes.silent)) return undefined;
  const port = portOf(logLines);
  if (placeIn(logLines, database) === 'container') {
    const standard = `env: SPRING_DATASOURCE_URL=jdbc:${port === '5432' ? 'postgresql' : 'mysql'}://host.docker.internal:${port}/...`;
    const settings = settingsOf(observation, 'database') ?? standard;
    return failure('DATABASE_AT_LOCALHOST', { container: name, settings }, evidence);
  }
  if (caused(causes.refused)) return failure('DATABASE_REFUSED', { container: name }, evidence);
  return failure('DATABASE_SILENT', { container: name, port }, evidence);
}

/** The last line that tells of a server that is not reached. */
function lastSign(logLines: readonly string[]): number {
  const last = logLines.findLastIndex((line) => unreached.test(line));
  if (last !== -1 || !logLines.some((line) => pooled.test(line))) return last;
  // A long trace may have pushed the driver's words out of the log; what is left of it ends with the cause.
  return logLines.findIndex((line) => pooled.test(line));
}

/** Where the driver looked, as it says itself, else as the configuration has it. */
function placeIn(logLines: readonly string[], configured: DatabasePlace | undefined): DatabasePlace | undefined {
  const match = named.exec(logLines.findLast((line) => named.test(line)) ?? '');
  const host = match?.slice(1).find((group) => group !== undefined);
  return host === undefined ? configured : placeOfHost(host);
}

/** The port that the driver's kind of database has as it is installed. */
function portOf(logLines: readonly string[]): string {
  const says = (words: RegExp) => logLines.some((line) => words.test(line));
  if (says(/PSQLException|\borg\.postgresql\./)) return '5432';
  if (says(/SQLServerException/)) return '1433';
  return says(/\bORA-\d{5}|oracle\.net\./) ? '1521' : '3306';
}
