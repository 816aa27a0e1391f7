import { localOnes } from '../../../src/jar/services.ts';
import { type ConfigurationSources, readConfiguration } from '../../../src/jar/spring-configuration.ts';

function local(yaml: string, more: Partial<ConfigurationSources> = {}): readonly string[] {
  const files = [{ name: 'application.yml', text: yaml }];
  const { services } = readConfiguration({ files, libraries: [], bootVersion: '2.7.18', ...more });
  return localOnes(services).map(({ setting }) => setting);
}

const at = 'host.docker.internal';

test.each<[string, string, readonly string[]]>([
  [
    'druid',
    'spring.datasource.druid.url: "jdbc:mysql://localhost:3306/shop?useSSL=false"',
    [`env: SPRING_DATASOURCE_DRUID_URL=jdbc:mysql://${at}:3306/...`],
  ],
  [
    'druid, whose own key outranks the common one',
    'spring: {datasource: {url: "jdbc:mysql://10.0.0.4/shop", druid: {url: "jdbc:mysql://127.0.0.1:3307/shop"}}}',
    [`env: SPRING_DATASOURCE_DRUID_URL=jdbc:mysql://${at}:3307/...`],
  ],
  [
    'the common one, of no effect beside it',
    'spring: {datasource: {url: "jdbc:mysql://localhost/shop", druid: {url: "jdbc:mysql://10.0.0.4/shop"}}}',
    [],
  ],
  [
    'a master and a slave that is off',
    'spring: {datasource: {druid: {master: {url: "jdbc:mysql://localhost:3306/ry"}, slave: {enabled: false, url: "jdbc:mysql://localhost:3308/ry"}}}}',
    [`env: SPRING_DATASOURCE_DRUID_MASTER_URL=jdbc:mysql://${at}:3306/...`],
  ],
  ['a slave without a URL', 'spring.datasource.druid: {slave: {enabled: true, url: }}', []],
  [
    'several sources',
    'spring.datasource.dynamic.datasource: {master: {url: "jdbc:mysql://localhost/a"}, log: {url: "jdbc:postgresql://localhost/b"}}',
    [
      `env: SPRING_DATASOURCE_DYNAMIC_DATASOURCE_MASTER_URL=jdbc:mysql://${at}:3306/...`,
      `env: SPRING_DATASOURCE_DYNAMIC_DATASOURCE_LOG_URL=jdbc:postgresql://${at}:5432/...`,
    ],
  ],
  [
    'a source of one’s own',
    'shop.datasource.jdbc-url: "jdbc:mysql://localhost:3306/shop"',
    [`env: SHOP_DATASOURCE_JDBCURL=jdbc:mysql://${at}:3306/...`],
  ],
  ['flyway', 'spring.flyway.url: "jdbc:mysql:///shop"', [`env: SPRING_FLYWAY_URL=jdbc:mysql://${at}:3306/...`]],
  [
    'R2DBC',
    'spring.r2dbc.url: "r2dbc:pool:mysql://localhost:3306/shop"',
    [`env: SPRING_R2DBC_URL=r2dbc:pool:mysql://${at}:3306/...`],
  ],
  [
    'Oracle, its password left out',
    'spring.datasource.url: "jdbc:oracle:thin:scott/tiger@localhost:1521:XE"',
    [`env: SPRING_DATASOURCE_URL=jdbc:oracle:thin:@${at}:1521...`],
  ],
  [
    'SQL Server',
    'spring.datasource.url: "jdbc:sqlserver://localhost\\\\sql:1433;databaseName=shop"',
    [`env: SPRING_DATASOURCE_URL=jdbc:sqlserver://${at}:1433;...`],
  ],
  [
    'a password in the URL',
    'spring.datasource.url: "jdbc:mysql://app:secret@localhost:3306/shop?password=secret"',
    [`env: SPRING_DATASOURCE_URL=jdbc:mysql://${at}:3306/...`],
  ],
  [
    'a placeholder for the host',
    'spring.datasource.url: "jdbc:mysql://${MYSQL_HOST:localhost}:${MYSQL_PORT:3306}/shop"',
    [`env: MYSQL_HOST=${at}`],
  ],
  [
    'a placeholder for a key of the file',
    'db.host: 127.0.0.1\nspring.datasource.url: "jdbc:mysql://${db.host}:3306/shop"',
    [`env: DB_HOST=${at}`],
  ],
  [
    'a placeholder for all of it',
    'spring.datasource.url: "${DB_URL:jdbc:mysql://localhost:3306/shop}"',
    [`env: DB_URL=jdbc:mysql://${at}:3306/...`],
  ],
  ['redis', 'spring.redis: {host: localhost, port: 6379}', [`env: SPRING_REDIS_HOST=${at}`]],
  ['redis by a placeholder', 'spring.redis.host: ${REDIS_HOST:127.0.0.1}', [`env: REDIS_HOST=${at}`]],
  ['redis by URL', 'spring.redis.url: "redis://:secret@localhost:6380"', [`env: SPRING_REDIS_URL=redis://${at}:6380`]],
  [
    'a cluster, as a list of lines',
    'spring.redis.cluster.nodes:\n  - 127.0.0.1:7000\n  - 127.0.0.1:7001',
    [`env: SPRING_REDIS_CLUSTER_NODES=${at}:7000`],
  ],
  ['redis elsewhere', 'spring.redis.host: redis', []],
  ['redis on the server', `spring.redis.host: ${at}`, []],
  ['redis under a prefix of one’s own', 'shop.redis.host: localhost', [`env: SHOP_REDIS_HOST=${at}`]],
  ['rabbitmq', 'spring.rabbitmq.host: localhost', [`env: SPRING_RABBITMQ_HOST=${at}`]],
  [
    'mongodb',
    'spring.data.mongodb.uri: "mongodb://app:secret@localhost:27017/shop"',
    [`env: SPRING_DATA_MONGODB_URI=mongodb://${at}:27017/...`],
  ],
  [
    'elasticsearch',
    'spring.elasticsearch.uris: http://localhost:9200',
    [`env: SPRING_ELASTICSEARCH_URIS=http://${at}:9200`],
  ],
  ['kafka', 'spring.kafka.bootstrap-servers: localhost:9092', [`env: SPRING_KAFKA_BOOTSTRAPSERVERS=${at}:9092`]],
  ['mail', 'spring.mail.host: localhost', [`env: SPRING_MAIL_HOST=${at}`]],
  [
    'nacos',
    'spring.cloud.nacos.discovery.server-addr: 127.0.0.1:8848',
    [`env: SPRING_CLOUD_NACOS_DISCOVERY_SERVERADDR=${at}:8848`],
  ],
  ['a switch at the root', 'seata: {enabled: false, service.grouplist.default: "127.0.0.1:8091"}', []],
  ['a switch by another word', 'mqtt: {enable: false, host-url: "tcp://127.0.0.1:1883"}', []],
  ['a host in a URL', 'mqtt.host-url: "tcp://127.0.0.1:1883"', [`env: MQTT_HOSTURL=tcp://${at}:1883`]],
  [
    'nacos of which both parts are off',
    'spring.cloud.nacos: {server-addr: "127.0.0.1:8848", discovery.enabled: false, config.enabled: false}',
    [],
  ],
  [
    'discovery that is off',
    'spring.cloud: {discovery.enabled: false, nacos.discovery.server-addr: "localhost:8848"}',
    [],
  ],
  [
    'eureka that is asked nothing',
    'eureka.client: {register-with-eureka: false, fetch-registry: false, service-url: {defaultZone: "http://localhost:8761/eureka"}}',
    [],
  ],
  [
    'what Spring Boot is told to leave out',
    'spring: {autoconfigure.exclude: [org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration], redis.host: localhost, rabbitmq.host: localhost}',
    [`env: SPRING_RABBITMQ_HOST=${at}`],
  ],
  ['nacos that is off', 'spring.cloud.nacos.discovery: {enabled: false, server-addr: "127.0.0.1:8848"}', []],
  [
    'eureka',
    'eureka.client.service-url.defaultZone: http://localhost:8761/eureka/',
    [`env: EUREKA_CLIENT_SERVICEURL_DEFAULTZONE=http://${at}:8761/...`],
  ],
  ['the application’s own name there', 'eureka.instance.hostname: localhost', []],
  [
    'xxl-job',
    'xxl.job.admin.addresses: http://127.0.0.1:8080/xxl-job-admin',
    [`env: XXL_JOB_ADMIN_ADDRESSES=http://${at}:8080/...`],
  ],
  [
    'dubbo',
    'dubbo.registry.address: zookeeper://127.0.0.1:2181',
    [`env: DUBBO_REGISTRY_ADDRESS=zookeeper://${at}:2181`],
  ],
  ['a broker within the application', 'spring.activemq.broker-url: vm://localhost', []],
  ['a page of the application’s own', 'shop.base-url: http://localhost:8004', []],
  ['an embedded database', 'spring.datasource.url: "jdbc:h2:file:./shop"', []],
])('%s', (_name, yaml, settings) => {
  expect(local(yaml)).toEqual(settings);
  // Whoever follows it, the rest of a URL filled in, has no service at localhost any more.
  const env = settings.map((setting) => /^env: (\w+)=(.*?)(?:\.\.\.)?$/.exec(setting)?.slice(1) ?? []);
  expect(local(yaml, { overrides: { env: Object.fromEntries(env) } })).toEqual([]);
});

test('Boot 3 reads redis below spring.data, and what stands where Boot 2 read it was meant for it', () => {
  const boot3 = { bootVersion: '3.3.5' };
  expect(local('spring.data.redis.host: localhost', boot3)).toEqual([`env: SPRING_DATA_REDIS_HOST=${at}`]);
  expect(local('spring.redis.host: localhost', boot3)).toEqual([`env: SPRING_DATA_REDIS_HOST=${at}`]);
  const both = 'spring: {redis: {host: localhost}, data: {redis: {host: cache}}}';
  expect(local(both, boot3)).toEqual([]);
  expect(local(both)).toEqual([`env: SPRING_REDIS_HOST=${at}`]);
});

test('what only a variable, the command line or SPRING_APPLICATION_JSON sets, and where it is to be changed', () => {
  const env = {
    SPRING_DATASOURCE_DRUID_MASTER_URL: 'jdbc:mysql://localhost:9999/secret',
    SPRING_KAFKA_BOOTSTRAP_SERVERS: 'localhost:9092',
  };
  expect(local('', { overrides: { env } })).toEqual([
    `env: SPRING_DATASOURCE_DRUID_MASTER_URL=jdbc:mysql://${at}:3306/...`,
    `env: SPRING_KAFKA_BOOTSTRAP_SERVERS=${at}:9092`,
  ]);
  const properties = { 'spring.redis.host': 'localhost' };
  expect(local('spring.redis.host: cache', { overrides: { properties } })).toEqual([
    `java-options/Dockerfile: spring.redis.host=${at}`,
  ]);
  const json = { SPRING_APPLICATION_JSON: '{"spring":{"redis":{"host":"localhost"}}}', SPRING_REDIS_HOST: 'cache' };
  expect(local('', { overrides: { env: json } })).toEqual([`SPRING_APPLICATION_JSON: spring.redis.host=${at}`]);
  expect(local('spring.redis.host: localhost', { overrides: { env: { SPRING_REDIS_HOST: 'cache' } } })).toEqual([]);
  const url = 'spring.redis.host: ${REDIS_HOST}';
  expect(local(url, { overrides: { env: { REDIS_HOST: 'localhost' } } })).toEqual([`env: REDIS_HOST=${at}`]);
});
