import { causesIn } from '../../../src/checks/log-causes.ts';
import type { DatabasePlace } from '../../../src/values/database-place.ts';

const frames = Array.from({ length: 60 }, (_, at) => `\tat org.example.Frame${at}.call(Frame.java:${at})`).join('\n');

/** A message of Logback's, as Spring Boot has it, with an exception and its causes, frames and all. */
function said(level: string, logger: string, message: string, ...exceptions: readonly string[]): string {
  const stack = exceptions.map((one, at) => `${at === 0 ? '' : 'Caused by: '}${one}\n${frames}`);
  return [
    `2026-11-26 09:00:00.123  ${level.padStart(5)} 1 --- [           main] ${logger} : ${message}`,
    ...stack,
  ].join('\n');
}

const started = said('INFO', 'c.e.Application', 'Started Application in 3.2 seconds (JVM running for 4.1)');
const refused = 'java.net.ConnectException: Connection refused';
const link = 'com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure';
const hikari = (pool: string, ...causes: readonly string[]): string =>
  said('ERROR', 'com.zaxxer.hikari.pool.HikariPool', `${pool} - Exception during pool initialization.`, ...causes);
const pooled = (pool: string): string =>
  said('INFO', 'com.zaxxer.hikari.HikariDataSource', `${pool} - Start completed.`);
const druid = said(
  'ERROR',
  'com.alibaba.druid.pool.DruidDataSource',
  '{dataSource-1} create connection SQLException, url: jdbc:mysql://db:3306/shop, errorCode 0, state 08S01',
  link,
  refused,
);
const lettuce = (...causes: readonly string[]): string =>
  said(
    'WARN',
    'o.s.b.a.r.RedisReactiveHealthIndicator',
    'Redis health check failed',
    'org.springframework.data.redis.RedisConnectionFailureException: Unable to connect to Redis',
    ...causes,
  );
const unableTo = (where: string) => `io.lettuce.core.RedisConnectionException: Unable to connect to ${where}`;
const noMail = 'org.springframework.mail.MailSendException: Mail server connection failed';

function codesOf(log: string, database?: DatabasePlace): readonly string[] {
  return causesIn({ name: 'shop', database, logLines: log.split('\n').filter(Boolean) }).map(
    ({ failure }) => failure.code,
  );
}

test.each<[string, string, string, DatabasePlace?]>([
  ['MySQL refuses', hikari('HikariPool-1', link, refused), 'DATABASE_REFUSED'],
  ['MySQL at localhost', hikari('HikariPool-1', link, refused), 'DATABASE_AT_LOCALHOST', 'container'],
  ['MySQL, the cause cut off', link, 'DATABASE_UNREACHABLE'],
  [
    'MySQL, its connection closed',
    hikari('HikariPool-1', link, 'java.io.EOFException: Can not read response from server'),
    'DATABASE_UNREACHABLE',
  ],
  ['Druid', druid, 'DATABASE_REFUSED'],
  [
    'Druid, which says inited after a failure',
    `${druid}\n${said('INFO', 'c.a.d.p.DruidDataSource', '{dataSource-1} inited')}`,
    'DATABASE_REFUSED',
  ],
  [
    'MySQL turns away',
    hikari('HikariPool-1', "java.sql.SQLException: Access denied for user 'shop'@'172.17.0.3' (using password: NO)"),
    'DATABASE_ACCESS_DENIED',
  ],
  [
    'PostgreSQL turns away',
    hikari('HikariPool-1', 'org.postgresql.util.PSQLException: FATAL: password authentication failed for user "shop"'),
    'DATABASE_ACCESS_DENIED',
  ],
  [
    'no database of that name',
    hikari('HikariPool-1', "java.sql.SQLSyntaxErrorException: Unknown database 'shop'"),
    'DATABASE_MISSING',
  ],
  [
    'no database of that name, PostgreSQL',
    'org.postgresql.util.PSQLException: FATAL: database "shop" does not exist',
    'DATABASE_MISSING',
  ],
  [
    'no connection left',
    hikari(
      'HikariPool-1',
      'com.mysql.cj.jdbc.exceptions.MySQLNonTransientConnectionException: Data source rejected establishment of connection,  message from server: "Too many connections"',
    ),
    'DATABASE_FULL',
  ],
  [
    'the key of MySQL 8',
    'java.sql.SQLNonTransientConnectionException: Public Key Retrieval is not allowed',
    'DATABASE_KEY_NOT_SENT',
  ],
  [
    'SQL Server refuses',
    'com.microsoft.sqlserver.jdbc.SQLServerException: The TCP/IP connection to the host db, port 1433 has failed. Error: "Connection refused. ConnectException: Connection refused"',
    'DATABASE_REFUSED',
  ],
  [
    'Oracle',
    'java.sql.SQLRecoverableException: IO Error: The Network Adapter could not establish the connection',
    'DATABASE_UNREACHABLE',
  ],
  [
    'a pool that waits',
    said(
      'ERROR',
      'o.h.e.j.s.SqlExceptionHelper',
      'HikariPool-1 - Connection is not available, request timed out after 30000ms.',
    ),
    'DATABASE_UNREACHABLE',
  ],
  [
    'Redis refuses',
    lettuce(unableTo('redis.internal/<unresolved>:6379'), `${refused}: redis.internal/10.0.0.4:6379`),
    'REDIS_UNREACHABLE',
  ],
  [
    'Jedis',
    said(
      'ERROR',
      'c.e.Cache',
      'boom',
      'redis.clients.jedis.exceptions.JedisConnectionException: Failed to connect to 10.0.0.4:6379',
      refused,
    ),
    'REDIS_UNREACHABLE',
  ],
  [
    'Redis wants a password',
    lettuce(
      unableTo('localhost/<unresolved>:6379'),
      'io.lettuce.core.RedisCommandExecutionException: NOAUTH HELLO must be called with the client already authenticated',
    ),
    'REDIS_ACCESS_DENIED',
  ],
  [
    'Redis wants another password',
    lettuce(
      'io.lettuce.core.RedisCommandExecutionException: WRONGPASS invalid username-password pair or user is disabled.',
    ),
    'REDIS_ACCESS_DENIED',
  ],
  [
    'Redis is protected',
    lettuce(
      unableTo('172.17.0.1/<unresolved>:6379'),
      'io.lettuce.core.RedisConnectionException: DENIED Redis is running in protected mode because protected mode is enabled',
    ),
    'REDIS_ACCESS_DENIED',
  ],
  [
    'mail',
    said(
      'ERROR',
      'c.e.Mailer',
      'boom',
      noMail,
      "com.sun.mail.util.MailConnectException: Couldn't connect to host, port: smtp.example.com, 25; timeout -1",
    ),
    'MAIL_UNREACHABLE',
  ],
  [
    'mail, turned away',
    said(
      'ERROR',
      'c.e.Mailer',
      'boom',
      'org.springframework.mail.MailAuthenticationException: Authentication failed',
      'javax.mail.AuthenticationFailedException: 535 Login Fail',
    ),
    'MAIL_ACCESS_DENIED',
  ],
  [
    'a port twice',
    said(
      'ERROR',
      'c.x.j.c.s.EmbedServer',
      '>>>>>>>>>>> xxl-job remoting server error.',
      'java.net.BindException: Address already in use',
    ),
    'APPLICATION_PORT_IN_USE',
  ],
  [
    'a port twice, as Boot says it',
    'Web server failed to start. Port 8004 was already in use.',
    'APPLICATION_PORT_IN_USE',
  ],
  [
    'a placeholder',
    said(
      'WARN',
      'o.s.c',
      'Exception encountered during context initialization',
      'java.lang.IllegalArgumentException: Could not resolve placeholder \'WX_APPID\' in value "${WX_APPID}"',
    ),
    'VARIABLE_MISSING',
  ],
  [
    'a placeholder that stayed',
    'Caused by: java.lang.NumberFormatException: For input string: "${REDIS_PORT}"',
    'VARIABLE_MISSING',
  ],
  [
    'no data source',
    "Failed to configure a DataSource: 'url' attribute is not specified and no embedded datasource could be configured.",
    'VARIABLE_MISSING',
  ],
  [
    'a variable that an application wants',
    said('ERROR', 'c.e.Pay', 'boom', 'java.lang.IllegalStateException: Environment variable WX_MCH_KEY is not set'),
    'VARIABLE_MISSING',
  ],
  [
    'a variable that is missing',
    'java.lang.IllegalStateException: Missing required environment variable: WX_MCH_KEY',
    'VARIABLE_MISSING',
  ],
  [
    'RabbitMQ',
    said(
      'INFO',
      'o.s.a.r.l.SimpleMessageListenerContainer',
      'Restarting Consumer',
      'org.springframework.amqp.AmqpConnectException: java.net.ConnectException: Connection refused',
    ),
    'SERVICE_UNREACHABLE',
  ],
  [
    'RabbitMQ turns away',
    'org.springframework.amqp.AmqpAuthenticationException: com.rabbitmq.client.AuthenticationFailureException: ACCESS_REFUSED',
    'SERVICE_ACCESS_DENIED',
  ],
  [
    'Kafka',
    said(
      'WARN',
      'org.apache.kafka.clients.NetworkClient',
      '[Consumer clientId=c-1] Connection to node -1 (localhost/127.0.0.1:9092) could not be established. Broker may not be available.',
    ),
    'SERVICE_UNREACHABLE',
  ],
  [
    'MongoDB',
    said(
      'INFO',
      'org.mongodb.driver.cluster',
      'Exception in monitor thread while connecting to server localhost:27017',
      'com.mongodb.MongoSocketOpenException: Exception opening socket',
      refused,
    ),
    'SERVICE_UNREACHABLE',
  ],
  [
    'Nacos',
    said(
      'ERROR',
      'c.a.n.c.remote.client.grpc.GrpcClient',
      'Server check fail, please check server 127.0.0.1 ,port 9848 is available , error ={}',
      'java.util.concurrent.ExecutionException: io exception',
    ),
    'SERVICE_UNREACHABLE',
  ],
  [
    'something without a name',
    said(
      'ERROR',
      'c.e.Client',
      'boom',
      'org.springframework.web.client.ResourceAccessException: I/O error on GET request for "http://10.0.0.9:9000/"',
      refused,
    ),
    'SERVICE_UNREACHABLE',
  ],
  [
    'one line of JSON',
    `{"@timestamp":"2026-11-26T09:00:00Z","message":"boom","stack_trace":"${link}\\n\\tat a.B(C.java:1)\\nCaused by: ${refused}"}`,
    'DATABASE_REFUSED',
  ],
])('%s: %s', (...[, log, code, place]) => {
  expect(codesOf(`${log}\n${started}`, place)).toEqual([code]);
});

test.each([
  ['nothing of the kind', `${started}\n${said('WARN', 'o.s.b.w', 'spring.jpa.open-in-view is enabled by default')}`],
  [
    'a pool that has its connections since',
    `${hikari('HikariPool-1', link, refused)}\n${started}\n${pooled('HikariPool-1')}`,
  ],
  [
    'Druid, again connected',
    `${druid}\n${said('INFO', 'c.a.d.p.DruidAbstractDataSource', '{dataSource-1} failContinuous is false')}`,
  ],
  [
    'Redis, again connected',
    `${lettuce(unableTo('10.0.0.4:6379'), refused)}\n${said('INFO', 'i.l.core.protocol.ConnectionWatchdog', 'Reconnected to 10.0.0.4:6379')}`,
  ],
  [
    'RabbitMQ, again connected',
    `org.springframework.amqp.AmqpConnectException: ${refused}\n${said('INFO', 'o.s.a.r.c.CachingConnectionFactory', 'Created new connection: rabbitConnectionFactory#1/SimpleConnection@1')}`,
  ],
  [
    'one refused connection of a service that is reached since',
    `${said('INFO', 'org.mongodb.driver.cluster', 'Exception in monitor thread while connecting to server db:27017', refused)}\n${said('INFO', 'org.mongodb.driver.cluster', 'Monitor thread successfully connected to server with description X')}`,
  ],
  ['a default in a placeholder', 'o.s.c.e.PropertySource : using ${PORT:8004} of application.yml'],
  ['no log', ''],
  ['a message for developers', said('DEBUG', 'i.l.c.x', 'Unable to connect to Redis', link, refused)],
  ['a message for developers, as JSON', '{"@timestamp":"2026-11-26T09:00:00Z","level":"DEBUG","message":"NOAUTH"}'],
  [
    'a connection of which only developers hear that it is there',
    `${hikari('HikariPool-1', link, refused)}\n${said('DEBUG', 'c.z.h.p.HikariPool', 'HikariPool-1 - Added connection x')}`,
  ],
  ['a field of a request', said('INFO', 'c.e.Shop', 'Missing property address in the request of customer 7')],
  ['a tenant', said('WARN', 'c.e.Shop', 'Missing configuration for tenant 3, using defaults')],
  ['a file of texts', said('WARN', 'c.e.Shop', 'Missing property file messages_zh.properties')],
  ['a variable that may be missing', said('INFO', 'c.e.Net', 'Environment variable HTTP_PROXY is not set')],
  ['a mapper', said('ERROR', 'c.e.T', 'org.apache.ibatis.builder.BuilderException: expression "${total}" failed')],
  ['a user of the application', said('WARN', 'c.e.Sec', "Access denied for user 'bob' to /admin")],
  [
    'what a customer writes',
    said('INFO', 'c.e.Chat', 'Too many connections, says ConnectException: Connection refused'),
  ],
  [
    'Kafka, a member of its group since',
    `${said('WARN', 'o.a.k.c.NetworkClient', '[Consumer clientId=c] Connection to node -1 (kafka/10.0.0.4:9092) could not be established.')}\n${said('INFO', 'o.a.k.c.c.i.ConsumerCoordinator', '[Consumer clientId=c, groupId=g] Successfully joined group with generation 1')}`,
  ],
  [
    'MongoDB by an older driver, connected since',
    `${said('INFO', 'org.mongodb.driver.cluster', 'Exception in monitor thread while connecting to server db:27017', refused)}\n${said('INFO', 'org.mongodb.driver.connection', 'Opened connection [connectionId{localValue:3, serverValue:20}] to db:27017')}`,
  ],
  [
    'Eureka, registered since',
    `${said('WARN', 'c.n.d.s.t.d.RetryableEurekaHttpClient', `Request execution failed with message: ${refused}`)}\n${said('ERROR', 'c.n.d.DiscoveryClient', 'DiscoveryClient_SHOP/x - was unable to send heartbeat!')}\n${said('INFO', 'c.n.d.DiscoveryClient', 'DiscoveryClient_SHOP/x - registration status: 204')}`,
  ],
  [
    'a migration that waited for its database',
    `${said('WARN', 'o.f.c.i.j.JdbcUtils', 'Connection error: Communications link failure (Caused by Connection refused) Retrying in 1 sec...')}\n${said('INFO', 'o.f.c.i.c.DbMigrate', 'Current version of schema `shop`: 3')}`,
  ],
])('%s: nothing is told', (_, log) => expect(codesOf(log)).toEqual([]));

test('of two pools the one that fails is told, whichever started last', () => {
  expect(codesOf(`${hikari('HikariPool-2', link, refused)}\n${pooled('HikariPool-1')}`)).toEqual(['DATABASE_REFUSED']);
});

test('several causes: each once, in the order in which they are said', () => {
  const log = [
    druid,
    lettuce(unableTo('localhost/<unresolved>:6379'), refused),
    druid,
    said('ERROR', 'c.e.Mailer', 'boom', noMail),
  ];
  expect(codesOf(log.join('\n'))).toEqual(['REDIS_AT_LOCALHOST', 'DATABASE_REFUSED', 'MAIL_UNREACHABLE']);
});

test('the cure says what the log tells of the address', () => {
  const words = (log: string) => causesIn({ name: 'shop', logLines: log.split('\n') })[0]?.failure.text;
  const local = words(lettuce(unableTo('localhost/<unresolved>:6379'), `${refused}: localhost/127.0.0.1:6379`));
  expect(local?.cure.en).toContain('host.docker.internal');
  const silent = words(
    lettuce(
      unableTo('10.0.0.4:6379'),
      'io.netty.channel.ConnectTimeoutException: connection timed out: /10.0.0.4:6379',
    ),
  );
  expect(silent?.cure.en).toContain('ufw allow in on docker0 to any port 6379');
  const unknown = words(
    lettuce(unableTo('redis/<unresolved>:6379'), 'java.net.UnknownHostException: redis: Name or service not known'),
  );
  expect(unknown?.why.en).toContain('host name is not known');
});

test('missing variables are named, and as the variable that sets them', () => {
  const log = `Could not resolve placeholder 'wx.pay.mch-id' in value "\${wx.pay.mch-id}"`;
  const [cause] = causesIn({ name: 'shop', logLines: [log] });
  expect(cause?.failure.text.what.en).toContain('`wx.pay.mch-id`');
  expect(cause?.failure.text.cure.en).toContain('WX_PAY_MCHID=');
});

test('the evidence is the exception without its frames, a few lines before it, and no more', () => {
  const [cause] = causesIn({ name: 'shop', logLines: `${started}\n${druid}\n${started}`.split('\n') });
  expect(cause?.failure.evidence?.split('\n')).toEqual([
    started,
    expect.stringContaining('create connection SQLException'),
    link,
    `Caused by: ${refused}`,
  ]);
});

test('what may come from env is in the words of none', () => {
  const log = [
    hikari('HikariPool-1', "java.sql.SQLException: Access denied for user 'SECRET'@'172.17.0.3' (using password: YES)"),
    lettuce(unableTo('SECRET/<unresolved>:6379'), `java.net.UnknownHostException: SECRET`),
    said(
      'ERROR',
      'c.e.Mailer',
      'boom',
      "com.sun.mail.util.MailConnectException: Couldn't connect to host, port: SECRET, 25; timeout -1",
    ),
    "java.sql.SQLSyntaxErrorException: Unknown database 'SECRET'",
  ].join('\n');
  const found = causesIn({ name: 'shop', logLines: log.split('\n') });
  expect(found.length).toBeGreaterThan(2);
  for (const { failure } of found) expect(JSON.stringify(failure.text)).not.toContain('SECRET');
});
