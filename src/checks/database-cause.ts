import { failure } from '../messages/failure.ts';
import { diagnoseDatabase } from './database.ts';
import type { LogCause, Logged } from './log-cause.ts';
import { isInfo } from './log-levels.ts';
import { restOfObservation, withEvidence } from './log-observation.ts';
import { excerptAt, startOfMessage } from './reach.ts';

/** How the drivers of other databases begin to tell that they reach no server. */
const unreachedElse =
  /The TCP\/IP connection to the host \S+, port \d+ has failed|The Network Adapter could not establish the connection|ORA-12541|网络通信异常|KSQLException: Connection to|R2dbcNonTransientResourceException|Cannot connect to \S+:(?:3306|5432)\b/;
const unreached =
  /Communications link failure|Socket fail to connect to host|PSQLException: (?:Connection to \S+ refused|The connection attempt failed)/;

/** What a pool says of a connection that it does not get, whatever the driver. */
const pool =
  /CannotGetJdbcConnectionException|Failed to obtain JDBC Connection|Unable to (?:acquire|obtain|open) JDBC [Cc]onnection|Could not (?:open|get) JDBC [Cc]onnection|Exception during pool initialization|- Connection is not available, request timed out|create connection (?:SQL)?Exception|init datasource error|GetConnectionTimeoutException/;

const denied =
  /Access denied for user '[^']*'@|is not allowed to connect|password authentication failed for user|no pg_hba\.conf entry for|FATAL: role "|ORA-01017|SQLServerException: Login failed for user '/;
const absent =
  /Unknown database '|FATAL: database "[^"]*" does not exist|SQLServerException: Cannot open database "|ORA-1251[48]/;
const full =
  /(?:Exception|message from server).*Too many connections|remaining connection slots are reserved|too many clients already|ORA-000(?:18|20)\b|max_user_connections/;
const key = /Public Key Retrieval is not allowed/;
const answers = [
  ['DATABASE_ACCESS_DENIED', denied],
  ['DATABASE_MISSING', absent],
  ['DATABASE_FULL', full],
  ['DATABASE_KEY_NOT_SENT', key],
] as const;

/** A pool that has its connections. Druid says `inited` after a failure too. */
const recovered =
  /(HikariPool-\S+|\{dataSource-\d+[^}]*\}) (?:- (?:Start completed|Added connection)|failContinuous is false)/;
/** Who migrates a schema, over connections of its own. */
const migrated =
  /Database: jdbc:|Current version of schema |Successfully (?:validated|applied) \d+ migration|Successfully acquired change log lock/;
const poolNamed = /HikariPool-\S+(?= - )|\{dataSource-\d+[^}]*\}/;

const said = [unreached, unreachedElse, pool, ...answers.map(([, words]) => words)];

/** How the actuator names data sources. */
const component = /^db(?:\.|$)|dataSource|^r2dbc/i;

/** Whether a line speaks of a database that the application does not get at. */
export function speaksOfDatabase(line: string): boolean {
  return said.some((words) => words.test(line)) && !isInfo(line);
}

/** Whether a line says that a connection to a database was made. */
export function hasConnected(line: string): boolean {
  return recovered.test(line) || migrated.test(line);
}

/** Why the application has no connection to its database, as its log says it last, unless it has one since. */
export function databaseCause(logged: Logged): LogCause | undefined {
  const { name, logLines } = logged;
  const at = logLines.findLastIndex((line, index) => speaksOfDatabase(line) && !hasRecovered(logLines, index));
  if (at === -1) return undefined;
  const found = { at, component, stops: true };
  const since = logLines.slice(startOfMessage(logLines, at));
  const evidence = excerptAt(logLines, startOfMessage(logLines, at));
  const last = (...words: readonly RegExp[]): number =>
    since.findLastIndex((line) => words.some((one) => one.test(line)));
  const [answer] = answers
    .map(([code, words]) => ({ code, at: last(words) }))
    .toSorted((one, other) => other.at - one.at);
  if (answer !== undefined && answer.at !== -1 && answer.at >= last(unreached, unreachedElse)) {
    return { ...found, failure: failure(answer.code, { container: name }, { evidence }) };
  }
  // Told in the words of the driver that is known best, so that one place tells refused from silent and unknown.
  const retold = since.map((line) => (unreachedElse.test(line) ? `Communications link failure: ${line}` : line));
  const known = diagnoseDatabase({ ...restOfObservation, ...logged, logLines: retold });
  if (known !== undefined) return { ...found, failure: withEvidence(known, evidence) };
  return { ...found, failure: failure('DATABASE_UNREACHABLE', { container: name }, { evidence }) };
}

/** Whether the pool that a line speaks of, or any where it names none, had its connections after that. */
function hasRecovered(lines: readonly string[], at: number): boolean {
  const of = poolNamed.exec(lines.slice(startOfMessage(lines, at), at + 1).join('\n'))?.[0];
  return lines.slice(at + 1).some((line) => {
    const name = recovered.exec(line)?.[1];
    return of === undefined ? hasConnected(line) : name === of;
  });
}
