import { diagnoseApplication } from '../../../src/checks/application.ts';
import type { ContainerObservation } from '../../../src/checks/container-observation.ts';
import { diagnoseDatabase } from '../../../src/checks/database.ts';
import { listeningIn } from '../../../src/checks/listening.ts';
import { diagnoseLocalService, diagnoseRedis } from '../../../src/checks/local-service.ts';
import type { DatabasePlace } from '../../../src/values/database-place.ts';
import type { LocalService } from '../../../src/values/service-kinds.ts';

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

function observation(log: string, database?: DatabasePlace): ContainerObservation {
  return {
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
}

function diagnosed(log: string, database?: DatabasePlace) {
  return diagnoseDatabase(observation(log, database));
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

const trace = `\tat com.mysql.cj.jdbc.ConnectionImpl.connectOneTryOnly(ConnectionImpl.java:956)
Caused by: java.net.ConnectException: Connection refused
\t... 65 common frames omitted`;

test.each<[string, string, DatabasePlace | undefined, string | undefined]>([
  ['the end of a trace, the driver’s words above the last lines', trace, 'container', 'DATABASE_AT_LOCALHOST'],
  [
    'a pool that tells of no driver',
    `Failed to obtain JDBC Connection\nCaused by: ${refused}`,
    'container',
    'DATABASE_AT_LOCALHOST',
  ],
  ['a pool that fails for something else', 'Failed to obtain JDBC Connection', 'container', undefined],
  [
    'SQL Server',
    `SQLServerException: The TCP/IP connection to the host localhost, port 1433 has failed. Error: "${refused}"`,
    undefined,
    'DATABASE_AT_LOCALHOST',
  ],
  [
    'R2DBC',
    `io.r2dbc.spi.R2dbcNonTransientResourceException: Cannot connect to localhost/<unresolved>:3306\nCaused by: ${refused}`,
    undefined,
    'DATABASE_AT_LOCALHOST',
  ],
  [
    'PostgreSQL, wrong password',
    'FATAL: password authentication failed for user "app"',
    'server',
    'DATABASE_ACCESS_DENIED',
  ],
])('%s', (_name, log, place, code) => expect(diagnosed(log, place)?.code).toBe(code));

test('the cure names the variable that is in force, and the scheme of the driver', () => {
  const setting = 'env: SPRING_DATASOURCE_DRUID_URL=jdbc:mysql://host.docker.internal:3306/...';
  const druid = { kind: 'database', key: 'spring.datasource.druid.url', setting } as const;
  expect(diagnoseDatabase({ ...observation(mysql(refused), 'container'), local: [druid] })?.text.cure.en).toContain(
    setting,
  );
  const log = postgresql('Connection to localhost:5432 refused. Check', refused);
  expect(diagnosed(log)?.text.cure.en).toContain('SPRING_DATASOURCE_URL=jdbc:postgresql://host.docker.internal:5432');
  const dropped = postgresql('The connection attempt failed.', silent);
  expect(diagnosed(dropped, 'server')?.text.cure.en).toContain('ufw allow in on docker0 to any port 5432 proto tcp');
});

const redis = {
  kind: 'redis',
  key: 'spring.redis.host',
  setting: 'env: SPRING_REDIS_HOST=host.docker.internal',
} as const;
test.each<[string, string, readonly LocalService[], string | undefined]>([
  ['lettuce', 'RedisConnectionException: Unable to connect to localhost:6379', [], 'REDIS_AT_LOCALHOST'],
  [
    'lettuce, Boot 2',
    'Unable to connect to localhost/<unresolved>:6379: RedisConnectionException',
    [redis],
    'REDIS_AT_LOCALHOST',
  ],
  [
    'redisson',
    'RedisConnectionException: Unable to connect to Redis server: 127.0.0.1/127.0.0.1:6379',
    [],
    'REDIS_AT_LOCALHOST',
  ],
  [
    'jedis, which names no host',
    'JedisConnectionException: Could not get a resource from the pool',
    [redis],
    'REDIS_AT_LOCALHOST',
  ],
  ['redis elsewhere', 'RedisConnectionException: Unable to connect to 10.0.0.4:6379', [redis], undefined],
  ['redis, its place unknown', 'JedisConnectionException: Could not get a resource from the pool', [], undefined],
  [
    'another service',
    'org.springframework.amqp.AmqpConnectException: java.net.ConnectException: Connection refused',
    [{ kind: 'rabbitmq', key: 'spring.rabbitmq.host', setting: 'env: SPRING_RABBITMQ_HOST=host.docker.internal' }],
    'SERVICE_AT_LOCALHOST',
  ],
  ['a log of something else', 'java.net.ConnectException: Connection refused', [redis], undefined],
])('%s', (_name, log, local, code) => {
  const seen = { ...observation(log), local };
  const found = diagnoseRedis(seen) ?? diagnoseLocalService(seen);
  expect(found?.code).toBe(code);
  if (code === 'REDIS_AT_LOCALHOST') expect(found?.text.cure.en).toMatch(/REDIS_HOST=host\.docker\.internal/);
});

test('a port that the loopback alone serves', () => {
  const at = (addresses: string) => listeningIn(addresses);
  expect(at('127.0.0.1:8004 *:9004 127.0.0.11:35201 ')).toEqual({ listening: [8004, 9004], listeningLocally: [8004] });
  expect(at('[::ffff:127.0.0.1]:8004 [::1]:9004')).toMatchObject({ listeningLocally: [8004, 9004] });
  expect(at('::ffff:127.0.0.1:8004 127.0.0.1%lo:9004')).toMatchObject({ listeningLocally: [8004, 9004] });
  expect(at('127.0.0.1:8004 [::]:8004 0.0.0.0:9004')).toEqual({ listening: [8004, 9004], listeningLocally: [] });
  expect(at('')).toEqual({ listening: [], listeningLocally: [] });
  const local = { ...observation(''), status: 'running', ...at('127.0.0.1:8006') };
  expect(diagnoseApplication(local).code).toBe('APPLICATION_LISTENS_LOCALLY');
  expect(diagnoseApplication(local).text.cure.en).toContain('env: SERVER_ADDRESS=0.0.0.0');
  const unassigned = observation('Caused by: java.net.BindException: Cannot assign requested address');
  expect(diagnoseApplication({ ...unassigned, listens: 'env: SERVER_ADDRESS=0.0.0.0' }).code).toBe(
    'ADDRESS_UNREACHABLE',
  );
  const other = { ...observation(''), status: 'running', ...at('*:8004'), managementPort: true };
  expect(diagnoseApplication(other).text.cure.en).toContain('MANAGEMENT_SERVER_PORT=8006');
});

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
