import type { ContainerSight } from '../../../src/checks/container-sight.ts';
import { diagnoseDatabase } from '../../../src/checks/database.ts';
import type { DatabasePlace } from '../../../src/jar/database-place.ts';

/** What the drivers logged when they were made to fail, frames left out. */
const mysql = (cause: string): string => `HikariPool-1 - Exception during pool initialization.
com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure

The last packet sent successfully to the server was 0 milliseconds ago. The driver has not received any packets from the server.
\tat com.mysql.cj.jdbc.ConnectionImpl.createNewIO(ConnectionImpl.java:825) ~[mysql-connector-j-8.0.33.jar!/:8.0.33]
Caused by: ${cause}
\t... 65 common frames omitted`;
const mariadb2 = (host: string, words: string, cause: string): string =>
  `java.sql.SQLNonTransientConnectionException: Could not connect to address=(host=${host})(port=3306)(type=master) : Socket fail to connect to host:${host}, port:3306. ${words}
Caused by: ${cause}`;
const mariadb3 = (host: string, words: string, cause: string): string =>
  `java.sql.SQLNonTransientConnectionException: Socket fail to connect to host:address=(host=${host})(port=3306)(type=primary). ${words}
Caused by: ${cause}`;
const postgresql = (words: string, cause: string): string =>
  `org.postgresql.util.PSQLException: ${words}\nCaused by: ${cause}`;

const refused = 'java.net.ConnectException: Connection refused';
const silent = 'java.net.SocketTimeoutException: Connect timed out';
const unknown = 'java.net.UnknownHostException: mysql: Name or service not known';
const wrongPassword = "java.sql.SQLException: Access denied for user 'app'@'172.17.0.2' (using password: YES)";
const foreignHost =
  'java.sql.SQLException: null,  message from server: "Host \'172.17.0.2\' is not allowed to connect to this MariaDB server"';
const noRights =
  "java.sql.SQLSyntaxErrorException: Access denied for user 'app'@'172.16.0.0/255.240.0.0' to database 'other'";

function diagnosed(log: string, database?: DatabasePlace) {
  const container: ContainerSight = {
    name: 'notes-server',
    status: 'exited',
    exitCode: 1,
    oomKilled: false,
    restarts: 0,
    port: 8006,
    listening: [],
    database,
    logLines: log.split('\n'),
  };
  return diagnoseDatabase(container);
}

test.each<[string, string, DatabasePlace | undefined, string]>([
  ['MySQL at localhost', mysql(refused), 'container', 'DATABASE_AT_LOCALHOST'],
  ['MySQL on the server', mysql(refused), 'server', 'DATABASE_REFUSED'],
  ['MySQL elsewhere', mysql(refused), 'elsewhere', 'DATABASE_REFUSED'],
  ['MySQL, address unknown', mysql(refused), undefined, 'DATABASE_REFUSED'],
  ['MySQL, as Java 8 says it', mysql(`${refused} (Connection refused)`), 'container', 'DATABASE_AT_LOCALHOST'],
  ['MySQL, packets dropped', mysql(silent), 'server', 'DATABASE_SILENT'],
  ['MySQL, dropped, as Java 8 says it', mysql(silent.replace('C', 'c')), 'server', 'DATABASE_SILENT'],
  ['MySQL, no route', mysql('java.net.NoRouteToHostException: No route to host'), 'elsewhere', 'DATABASE_SILENT'],
  ['MySQL, unknown name', mysql(unknown), 'elsewhere', 'DATABASE_NAME_UNKNOWN'],
  ['MariaDB 2 at localhost', mariadb2('localhost', 'Connection refused', refused), undefined, 'DATABASE_AT_LOCALHOST'],
  ['MariaDB 3 at 127.0.0.1', mariadb3('127.0.0.1', 'Connection refused', refused), undefined, 'DATABASE_AT_LOCALHOST'],
  [
    'MariaDB 3, where the driver says another host than the configuration',
    mariadb3('host.docker.internal', 'Connection refused', refused),
    'container',
    'DATABASE_REFUSED',
  ],
  ['MariaDB 2, dropped', mariadb2('10.0.0.4', 'Connect timed out', silent), undefined, 'DATABASE_SILENT'],
  ['MariaDB 3, unknown name', mariadb3('mysql', 'mysql', unknown), undefined, 'DATABASE_NAME_UNKNOWN'],
  [
    'PostgreSQL at localhost',
    postgresql('Connection to localhost:5432 refused. Check that the hostname and port are correct.', refused),
    undefined,
    'DATABASE_AT_LOCALHOST',
  ],
  ['PostgreSQL, dropped', postgresql('The connection attempt failed.', silent), 'server', 'DATABASE_SILENT'],
  ['wrong password', wrongPassword, 'server', 'DATABASE_ACCESS_DENIED'],
  ['user of another host', foreignHost, 'server', 'DATABASE_ACCESS_DENIED'],
  ['no rights', noRights, 'server', 'DATABASE_ACCESS_DENIED'],
  ['refused at first, denied in the end', `${mysql(refused)}\n${wrongPassword}`, 'server', 'DATABASE_ACCESS_DENIED'],
  ['denied at first, refused in the end', `${wrongPassword}\n${mysql(refused)}`, 'server', 'DATABASE_REFUSED'],
])('%s', (_name, log, place, code) => {
  const found = diagnosed(log, place);
  expect({ code: found?.code, evidence: found?.evidence }).toEqual({ code, evidence: log });
});

test.each([
  ['a log of something else', 'java.lang.IllegalStateException: boom\n[Tomcat].[localhost].[/]'],
  [
    'another service that refuses',
    'io.lettuce.core.RedisConnectionException: Unable to connect\nCaused by: '.concat(refused),
  ],
  ['a link that fails for its encryption', mysql('javax.net.ssl.SSLHandshakeException: No appropriate protocol')],
  ['an empty log', ''],
])('%s is no diagnosis', (_name, log) => expect(diagnosed(log, 'container')).toBeUndefined());

test('what may come from env is in the words of none', () => {
  for (const log of [wrongPassword, noRights, foreignHost, mysql(unknown), mariadb3('mysql', 'mysql', unknown)]) {
    const { what, why, cure } = diagnosed(log, 'elsewhere')?.text ?? missing();
    expect([what, why, cure].flatMap(({ en, zh }) => [en, zh]).join('\n')).not.toMatch(
      /'app'|172\.17\.0\.2|'other'|mysql:/,
    );
  }
});

function missing(): never {
  throw new Error('no diagnosis');
}
