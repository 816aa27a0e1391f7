import { fileOfDatabase } from '../../../src/jar/embedded-database.ts';
import { healthProbe } from '../../../src/jar/health.ts';
import { type ConfigurationSources, readConfiguration } from '../../../src/jar/spring-configuration.ts';
import { renderHealthStatus } from '../../../src/values/health-status.ts';

type Files = Readonly<Record<string, string>>;
const actuator = ['spring-webmvc-5.3.31.jar', 'spring-boot-actuator-2.7.18.jar'];

function read(files: Files, more: Partial<ConfigurationSources> = {}) {
  const sources = Object.entries(files).map(([name, text]) => ({ name, text }));
  return readConfiguration({ files: sources, libraries: [], bootVersion: '2.7.18', ...more });
}

describe('which setting wins', () => {
  const two = 'server.port: 1\n---\nspring.config.activate.on-profile: test\nserver.port: 2\n';
  test.each<[string, Files, Partial<ConfigurationSources>, number | undefined]>([
    ['YAML', { 'application.yml': 'server:\n  port: 8004' }, {}, 8004],
    ['.yaml', { 'application.yaml': 'server.port: 8004' }, {}, 8004],
    ['properties', { 'application.properties': 'server.port = 8004  ' }, {}, 8004],
    ['properties over YAML', { 'application.properties': 'server.port=1', 'application.yml': 'server.port: 2' }, {}, 1],
    [
      'config/ over the root',
      { 'application.properties': 'server.port=1', 'config/application.yml': 'server.port: 2' },
      {},
      2,
    ],
    [
      'a profile over config/',
      { 'application-test.yml': 'server.port: 1', 'config/application.yml': 'server.port: 2' },
      { profile: 'test' },
      1,
    ],
    [
      'another profile',
      { 'application.yml': 'server.port: 1', 'application-test.yml': 'server.port: 2' },
      { profile: 'prod' },
      1,
    ],
    [
      'the last of two profiles',
      { 'application-a.yml': 'server.port: 1', 'application-b.yml': 'server.port: 2' },
      { profile: 'b,a' },
      1,
    ],
    ['a document for a profile', { 'application.yml': two }, { profile: 'test' }, 2],
    ['a document for another', { 'application.yml': two }, { profile: 'prod' }, 1],
    [
      'a document before Boot 2.4',
      { 'application.yml': 'spring: {profiles: test}\nserver: {port: 2}\n---\nserver: {port: 1}' },
      { profile: 'test' },
      2,
    ],
    [
      'a negated document before Boot 2.4',
      { 'application.yml': 'spring: {profiles: "!test"}\nserver: {port: 2}' },
      { profile: 'test' },
      undefined,
    ],
    [
      'documents of properties',
      { 'application.properties': 'server.port=1\n#---\nspring.config.activate.on-profile=test\nserver.port=2' },
      { profile: 'test' },
      2,
    ],
    [
      'a profile of the jar',
      { 'application.yml': 'spring.profiles.active: test', 'application-test.yml': 'server.port: 2' },
      {},
      2,
    ],
    [
      'a list of profiles',
      {
        'application.yml': 'spring:\n  profiles:\n    active:\n      - a\n      - test',
        'application-test.yml': 'server.port: 2',
      },
      {},
      2,
    ],
    [
      'a profile with a default',
      { 'application.yml': 'spring.profiles.active: ${P:test}', 'application-test.yml': 'server.port: 2' },
      {},
      2,
    ],
    [
      'a profile from outside',
      { 'application.yml': 'spring.profiles.active: dev', 'application-test.yml': 'server.port: 2' },
      { profile: 'test' },
      2,
    ],
    [
      'a profile of the environment',
      { 'application-test.yml': 'server.port: 2' },
      { overrides: { env: { SPRING_PROFILES_ACTIVE: 'test' } } },
      2,
    ],
    ['no profile: default', { 'application-default.yml': 'server.port: 2' }, {}, 2],
    [
      'a group of profiles',
      { 'application.yml': 'spring.profiles.group.prod: db,web', 'application-web.yml': 'server.port: 2' },
      { profile: 'prod' },
      2,
    ],
    [
      'an included profile',
      { 'application.yml': 'spring.profiles.include: web', 'application-web.yml': 'server.port: 2' },
      { profile: 'prod' },
      2,
    ],
    [
      'included by a profile',
      { 'application-prod.yml': 'spring.profiles.include: web', 'application-web.yml': 'server.port: 2' },
      { profile: 'prod' },
      2,
    ],
    [
      'for Kubernetes only',
      {
        'application.yml': 'server.port: 1\n---\nspring.config.activate.on-cloud-platform: kubernetes\nserver.port: 2',
      },
      {},
      1,
    ],
    ['the environment', { 'application.yml': 'server.port: 1' }, { overrides: { env: { SERVER_PORT: '3' } } }, 3],
    [
      'the command line',
      { 'application.yml': 'server.port: 1' },
      { overrides: { env: { SERVER_PORT: '3' }, properties: { 'server.port': '4' } } },
      4,
    ],
    ['a placeholder', { 'application.yml': 'server.port: ${APP_PORT:8004}' }, {}, 8004],
    [
      'a placeholder of the environment',
      { 'application.yml': 'server.port: ${APP_PORT:8004}' },
      { overrides: { env: { APP_PORT: '5' } } },
      5,
    ],
    ['a placeholder of another key', { 'application.yml': 'my.webPort: 6\nserver.port: ${my.web-port}' }, {}, 6],
    ['an anchor', { 'application.yml': 'x: &x {port: 7}\nserver:\n  <<: *x' }, {}, 7],
    ['quoted', { 'application.yml': 'server:\n  port: "8004"' }, {}, 8004],
    ['nothing', {}, {}, undefined],
    ['a random port', { 'application.yml': 'server.port: 0' }, {}, undefined],
    ['bootstrap without Spring Cloud', { 'bootstrap.yml': 'server.port: 9' }, {}, undefined],
    [
      'bootstrap with Spring Cloud',
      { 'bootstrap.yml': 'server.port: 9' },
      { libraries: ['spring-cloud-context-3.1.0.jar'] },
      9,
    ],
    [
      'application over bootstrap',
      { 'bootstrap-test.yml': 'server.port: 9', 'application.yml': 'server.port: 1' },
      { profile: 'test', libraries: ['spring-cloud-context-3.1.0.jar'] },
      1,
    ],
    ['a byte order mark', { 'application.properties': '\uFEFFserver.port=8004' }, {}, 8004],
  ])('%s', (_, files, more, port) => {
    expect(read(files, more).port).toBe(port);
  });

  test('a placeholder that only the application knows is told', () => {
    const configuration = read({ 'application.yml': 'server.port: ${APP_PORT}' });
    expect(configuration).toMatchObject({
      port: undefined,
      unresolved: [{ key: 'server.port', value: '${APP_PORT}' }],
    });
  });

  test('a file that cannot be parsed is told, the others count', () => {
    const configuration = read({ 'application.yml': 'a: b: c', 'application.properties': 'server.port=1' });
    expect(configuration).toMatchObject({ port: 1, unreadable: [{ file: 'application.yml' }] });
  });

  test.each([
    ['password: *Abc12345', 'BAD_ALIAS'],
    ['password: "Abc12345" Abc12345', 'UNEXPECTED_TOKEN, line 1, column 22'],
    ['password: @Abc12345', 'BAD_SCALAR_START, line 1, column 11'],
  ])('of a file that cannot be parsed nothing is quoted: %s', (yaml, detail) => {
    expect(read({ 'application.yml': yaml }).unreadable).toEqual([{ file: 'application.yml', detail }]);
  });

  test('a build filter left over is no profile', () => {
    expect(read({ 'application.properties': 'spring.profiles.active=@profiles.active@' }).profiles).toEqual([
      'default',
    ]);
  });
});

/** A database whose driver is not in the jar: not certain. */
function embedded(url: string, file: string | undefined, key = 'spring.datasource.url') {
  return { url, key, file, from: 'file' as const, certain: false };
}

describe('a database in a file is certain', () => {
  const url = 'spring.datasource.url=jdbc:h2:file:./shop;MODE=MySQL';
  const certain = (text: string, libraries: readonly string[]) =>
    read({ 'application.properties': text }, { libraries }).embeddedDatabase?.certain;

  test('where its driver is in the jar and nothing else is read', () => {
    expect(certain(url, ['h2-2.1.214.jar'])).toBe(true);
    expect(certain(url, ['mysql-connector-j-8.jar'])).toBe(false);
  });

  test.each([
    ['another file is imported', `${url}\nspring.config.import=optional:file:/etc/shop.properties`, []],
    ['a configuration server is asked', url, ['spring-cloud-starter-alibaba-nacos-config-2021.1.jar']],
    ['Apollo is asked', url, ['apollo-client-2.1.0.jar']],
    ['Consul is asked', url, ['spring-cloud-starter-consul-config-3.1.jar']],
  ])('not where %s', (_, text, libraries) => {
    expect(certain(text, ['h2-2.1.214.jar', ...libraries])).toBe(false);
  });
});

test.each<[string, string | undefined]>([
  ['jdbc:h2:file:./a', './a'],
  ['jdbc:h2:nio:/data/a', '/data/a'],
  ['jdbc:h2:split:20:./a', './a'],
  ['jdbc:h2:~/a', undefined],
  ['jdbc:hsqldb:file:db/a', 'db/a'],
  ['jdbc:derby:directory:a', 'a'],
  ['jdbc:sqlite:file:a.db', 'a.db'],
  ['jdbc:sqlite::resource:a.db', undefined],
])('%s is kept in %s', (url, file) => {
  expect(fileOfDatabase(url)).toBe(file);
});

test.each<[string, Partial<ReturnType<typeof read>>]>([
  ['server.servlet.context-path: /api/', { contextPath: '/api' }],
  ['server.servlet.contextPath: api', { contextPath: '/api' }],
  ['server.context_path: /old', { contextPath: '/old' }],
  ['server.servlet.context-path: /', { contextPath: '' }],
  ['spring.mvc.servlet.path: /v1', { servletPath: '/v1' }],
  ['server.ssl.key-store: classpath:k.p12', { tls: true }],
  ['server.ssl: {enabled: false, key-store: k.p12}', { tls: false }],
  ['server.shutdown: graceful', { shutdown: { graceful: true, seconds: 30 } }],
  ['server.port: 1', { shutdown: { graceful: false, seconds: 0 } }],
  ['spring.application.name: shop', { applicationName: 'shop' }],
  [
    'spring.datasource.url: "jdbc:h2:file:/data/app;PASSWORD=abc"',
    { embeddedDatabase: embedded('jdbc:h2:file:/data/app', '/data/app') },
  ],
  [
    'spring.datasource.url: "jdbc:h2:${DIR:/data}/app"',
    { embeddedDatabase: embedded('jdbc:h2:/data/app', '/data/app') },
  ],
  [
    'spring.datasource.hikari.jdbc-url: "jdbc:sqlite:a.db"',
    { embeddedDatabase: embedded('jdbc:sqlite:a.db', 'a.db', 'spring.datasource.hikari.jdbcurl') },
  ],
  ['spring.datasource.url: "jdbc:mysql://db/app"', { embeddedDatabase: undefined, databasePlace: 'elsewhere' }],
  ['spring.datasource.druid.master.url: "jdbc:mysql://${DB:localhost}/app"', { databasePlace: 'container' }],
  [
    'spring.datasource: {one.url: "jdbc:mysql://db/a", two.url: "jdbc:mysql://localhost/b"}',
    { databasePlace: 'container' },
  ],
  ['spring.datasource.url: "jdbc:h2:mem:app"', { databasePlace: undefined }],
])('%s', (yaml, expected) => {
  expect(read({ 'application.yml': yaml })).toMatchObject(expected);
});

describe('healthProbe', () => {
  const probe = (yaml: string, more: Partial<ConfigurationSources> = {}) => {
    const { scheme, port, path, status } = healthProbe(
      read({ 'application.yml': yaml }, { libraries: actuator, ...more }),
      8004,
    );
    return `${scheme}://:${port}${path} ${renderHealthStatus(status)}`;
  };

  test.each<[string, string]>([
    ['', 'http://:8004/actuator/health 200'],
    ['server.servlet.context-path: /api', 'http://:8004/api/actuator/health 200'],
    ['spring.mvc.servlet.path: /v1', 'http://:8004/v1/actuator/health 200'],
    ['management.endpoints.web.base-path: /manage', 'http://:8004/manage/health 200'],
    ['management.endpoints.web.base-path: /', 'http://:8004/health 200'],
    ['management.endpoints.web.path-mapping.health: alive', 'http://:8004/actuator/alive 200'],
    ['{management.server.port: 9001, server.servlet.context-path: /api}', 'http://:9001/actuator/health 200'],
    ['{management.server.port: 9001, management.server.base-path: /m}', 'http://:9001/m/actuator/health 200'],
    [
      '{management.server.port: 9001, management.server.servlet.context-path: /m}',
      'http://:9001/m/actuator/health 200',
    ],
    ['{management.server.port: 8080, server.servlet.context-path: /api}', 'http://:8004/api/actuator/health 200'],
    [
      '{server.port: 8004, management.server.port: 8004, management.server.base-path: /m}',
      'http://:8004/actuator/health 200',
    ],
    ['{server.ssl.key-store: k, management.server.port: 9001}', 'https://:9001/actuator/health 200'],
    [
      '{server.ssl.key-store: k, management.server.port: 9001, management.server.ssl.enabled: false}',
      'http://:9001/actuator/health 200',
    ],
    ['{management.server.port: 0, server.servlet.context-path: /api}', 'http://:8004/api/ 100-499'],
    ['management.server.port: -1', 'http://:8004/ 100-499'],
    ['management.endpoint.health.enabled: false', 'http://:8004/ 100-499'],
    ['management.endpoints.enabled-by-default: false', 'http://:8004/ 100-499'],
    [
      '{management.endpoints.enabled-by-default: false, management.endpoint.health.enabled: true}',
      'http://:8004/actuator/health 200',
    ],
    ['management.endpoint.health.access: none', 'http://:8004/ 100-499'],
    ['management.endpoints.web.exposure.include: "*"', 'http://:8004/actuator/health 200'],
    ['management.endpoints.web.exposure.include: [info, health]', 'http://:8004/actuator/health 200'],
    ['management.endpoints.web.exposure.include: info', 'http://:8004/ 100-499'],
    ['management.endpoints.web.exposure.exclude: "*"', 'http://:8004/ 100-499'],
  ])('%s -> %s', (yaml, expected) => {
    expect(probe(yaml)).toBe(expected);
  });

  test('without actuator: below the context path, anything below 500', () => {
    expect(probe('server.servlet.context-path: /api', { libraries: ['spring-webmvc-5.3.31.jar'] })).toBe(
      'http://:8004/api/ 100-499',
    );
  });

  test('Boot 1 has its endpoints at the root', () => {
    expect(probe('server.context-path: /api', { bootVersion: '1.5.22.RELEASE' })).toBe('http://:8004/api/health 200');
    expect(probe('{management.port: 9001, management.context-path: /m}', { bootVersion: '1.5.22.RELEASE' })).toBe(
      'http://:9001/m/health 200',
    );
  });

  test('WebFlux has a base path and no context path', () => {
    const libraries = ['spring-webflux-6.1.0.jar', 'spring-boot-actuator-3.2.0.jar'];
    expect(probe('{spring.webflux.base-path: /w, server.servlet.context-path: /api}', { libraries })).toBe(
      'http://:8004/w/actuator/health 200',
    );
  });

  test('a closed actuator has the application itself to fall back on', () => {
    const { fallback } = healthProbe(
      read({ 'application.yml': 'server.servlet.context-path: /api' }, { libraries: actuator }),
      8004,
    );
    expect(fallback).toMatchObject({ port: 8004, path: '/api/', status: [{ from: 100, to: 499 }] });
  });
});

test('an address that keeps requests out of the container, and what takes it away', () => {
  const at = (yaml: string, more: Partial<ConfigurationSources> = {}) =>
    read({ 'application.yml': yaml }, { libraries: actuator, ...more });
  expect(at('server.address: 127.0.0.1').address).toEqual({
    place: 'loopback',
    setting: 'env: SERVER_ADDRESS=0.0.0.0',
  });
  expect(at('server.address: ${HOST:localhost}').address).toMatchObject({ place: 'loopback' });
  expect(at('server.address: 10.0.0.4').address).toMatchObject({ place: 'other' });
  for (const open of ['0.0.0.0', '"::"', '', '${HOSTNAME}'])
    expect(at(`server.address: ${open}`).address).toBeUndefined();
  const env = { SERVER_ADDRESS: '127.0.0.1' };
  expect(at('', { overrides: { env } }).address).toMatchObject({ place: 'loopback' });
  const properties = { 'server.address': 'localhost' };
  expect(at('', { overrides: { properties } }).address?.setting).toBe(
    'java-options/Dockerfile: server.address=0.0.0.0',
  );

  const management = at('management.server: {port: 9004, address: 127.0.0.1}');
  expect(management.health).toMatchObject({ state: 'local', address: { place: 'loopback' } });
  expect(healthProbe(management, 8004)).toMatchObject({ port: 8004, path: '/' });
  const both = at('server.address: 127.0.0.1\nmanagement.server.port: 9004');
  expect(healthProbe(both, 8004)).toMatchObject({ port: 8004, path: '/' });
  // Of no effect without a port of its own.
  expect(at('management.server.address: 127.0.0.1').health).toMatchObject({ state: 'served', address: undefined });
});

test('SPRING_APPLICATION_JSON ranks above variables, below the command line', () => {
  const env = {
    SPRING_APPLICATION_JSON: '{"server":{"port":9000},"spring":{"profiles":{"active":"prod"}}}',
    SERVER_PORT: '9001',
  };
  expect(read({}, { overrides: { env } })).toMatchObject({ port: 9000, profiles: ['prod'] });
  const properties = { 'server.port': '9002' };
  expect(read({}, { overrides: { env, properties } }).port).toBe(9002);
  const inOption = { 'spring.application.json': '{"server.port": 9003}' };
  expect(read({}, { overrides: { properties: inOption } }).port).toBe(9003);
  expect(read({}, { overrides: { env: { SPRING_APPLICATION_JSON: '{' } } }).unreadable).toMatchObject([
    { file: 'SPRING_APPLICATION_JSON' },
  ]);
});

describe('files in the folder that the application is started in', () => {
  const files = {
    'application.yml': 'server.port: 1',
    'application-prod.yml': 'server.port: 2',
    '/app/application.yml': 'server.port: 3',
  };
  const options = { workdir: '/app', profile: 'prod' };
  test('win over the jar as a whole since Boot 2.4, before that a profile wins over them', () => {
    expect(read(files, { ...options, bootVersion: '2.4.0' }).port).toBe(3);
    expect(read(files, { ...options, bootVersion: undefined }).port).toBe(3);
    expect(read(files, { ...options, bootVersion: '2.3.12.RELEASE' }).port).toBe(2);
    expect(read(files, { ...options, bootVersion: '1.5.22.RELEASE' }).port).toBe(2);
  });
  test.each<[string, Files, number]>([
    [
      'config/ over the folder',
      { '/app/application.yml': 'server.port: 3', '/app/config/application.yml': 'server.port: 4' },
      4,
    ],
    [
      'a folder of config/',
      { '/app/config/x/application.yml': 'server.port: 5', '/app/config/application.yml': 'server.port: 4' },
      5,
    ],
    [
      'deeper ones are not read',
      { '/app/config/x/y/application.yml': 'server.port: 5', 'application.yml': 'server.port: 1' },
      1,
    ],
    [
      'another folder is not read',
      { '/srv/application.yml': 'server.port: 5', 'application.yml': 'server.port: 1' },
      1,
    ],
    [
      'an import from there',
      { 'application.yml': 'spring.config.import: "file:./x.yml"', '/app/x.yml': 'server.port: 6' },
      6,
    ],
    [
      'an import beside it',
      { '/app/config/application.yml': 'spring.config.import: x.yml', '/app/config/x.yml': 'server.port: 6' },
      6,
    ],
  ])('%s', (_name, found, port) => expect(read(found, { workdir: '/app' }).port).toBe(port));
});

test('what turns off the application’s own TLS, followed', () => {
  const files = { 'application.yml': 'server.ssl.key-store: classpath:shop.p12' };
  expect(read(files)).toMatchObject({ tls: true, tlsOff: 'env: SERVER_SSL_ENABLED=false' });
  expect(read(files, { overrides: { env: { SERVER_SSL_ENABLED: 'false' } } }).tls).toBe(false);
  const properties = { 'server.ssl.enabled': 'true' };
  expect(read(files, { overrides: { properties } }).tlsOff).toBe('java-options/Dockerfile: server.ssl.enabled=false');
});

test('what gives the actuator the port that was planned, followed', () => {
  const env = { MANAGEMENT_SERVER_PORT: '9004' };
  expect(read({}, { libraries: actuator, overrides: { env } }).health.managementPort).toBe(9004);
});

test('an embedded database whose key is outranked, or whose source is off, is none', () => {
  const h2 = 'jdbc:h2:file:./shop';
  const druid = `spring.datasource: {url: "${h2}", druid: {url: "jdbc:mysql://db/shop"}}`;
  expect(read({ 'application.yml': druid }).embeddedDatabase).toBeUndefined();
  const off = `spring.datasource.druid.slave: {enabled: false, url: "${h2}"}`;
  expect(read({ 'application.yml': off }).embeddedDatabase).toBeUndefined();
  const properties = { 'spring.datasource.url': h2 };
  expect(read({}, { overrides: { properties } }).embeddedDatabase).toMatchObject({ url: h2, from: 'command-line' });
});
