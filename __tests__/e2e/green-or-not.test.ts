import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { changedJar } from '../../practice/changed-jar.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { expectRed } from './witness.ts';

let scene: Scene;
let withActuator: string;
let without: string;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  withActuator = await scene.world.jars.hollow();
  mkdirSync(join(scene.workspace, 'plain'));
  without = join(scene.workspace, 'plain', basename(withActuator));
  await changedJar(withActuator, without, (tree) => {
    const libraries = join(tree, 'BOOT-INF/lib');
    const actuator = readdirSync(libraries).filter((name) => name.startsWith('spring-boot-actuator-'));
    expect(actuator).not.toEqual([]);
    for (const name of actuator) rmSync(join(libraries, name));
    return ['.'];
  });
}, 300_000);
afterAll(() => scene?.close());

/** What the stand-in prints at its start and 5 s after it, and what it answers on the actuator's health path. */
interface Application {
  readonly log?: string;
  readonly later?: string;
  readonly health?: string;
  /** Answers 503 to whatever is asked, with `health` as its body. */
  readonly down?: boolean;
}

const dockerfile = `FROM eclipse-temurin:8-jre
COPY *.jar /app.jar
COPY log later health down /app/
STOPSIGNAL SIGKILL
CMD cat /app/log; (sleep 5; cat /app/later) & mkdir -p /tmp/www; \\
  [ ! -s /app/health ] || { mkdir -p /tmp/www/actuator; cp /app/health /tmp/www/actuator/health; }; \\
  [ ! -s /app/down ] || exec busybox nc -ll -p 8004 -e sh /app/down; \\
  exec busybox httpd -f -p 8004 -h /tmp/www
`;

/** Answers one request with 503 and the body; others may ask at the same time. */
const answerDown = `while IFS= read -r line && [ "\${#line}" -gt 1 ]; do :; done
printf 'HTTP/1.1 503 Service Unavailable\\r\\nContent-Length: %s\\r\\n\\r\\n' "$(wc -c </app/health)"
cat /app/health
`;

function deploy(
  jar: string,
  { log = '', later = '', health = '', down = false }: Application,
  inputs = {},
): Promise<RunResult> {
  const context = join(scene.workspace, 'context');
  mkdirSync(context, { recursive: true });
  const files = { log, later, health, down: down ? answerDown : '' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(context, name), text);
  writeFileSync(join(scene.workspace, 'Dockerfile'), dockerfile);
  return scene.run(
    scene.inputs(jar, {
      dockerfile: 'Dockerfile',
      context: 'context',
      'drain-timeout': '1',
      'health-timeout': '60',
      ...inputs,
    }),
  );
}

const warned = ({ annotations }: RunResult): readonly string[] =>
  annotations.flatMap(({ level, title }) => (level === 'warning' && title ? [title] : [])).sort();

/** A message as Spring Boot logs it, with an exception of many frames and its cause. */
const error = (message: string, ...causes: readonly string[]): string =>
  [
    `2026-11-26 09:00:00.123 ERROR 1 --- [main] c.e.Shop : ${message}`,
    ...causes.map(
      (one, at) =>
        `${at === 0 ? '' : 'Caused by: '}${one}\n${'\tat org.example.Frame.call(Frame.java:7)\n'.repeat(30)}`,
    ),
  ].join('\n');
const refused = 'java.net.ConnectException: Connection refused';
const noDatabase = error(
  'HikariPool-1 - Exception during pool initialization.',
  'com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure',
  refused,
);

const troubled: Application = {
  log: [
    noDatabase,
    noDatabase,
    error(
      'boom',
      'org.springframework.data.redis.RedisConnectionFailureException: Unable to connect to Redis',
      refused,
    ),
    error(
      'boom',
      "com.sun.mail.util.MailConnectException: Couldn't connect to host, port: smtp.example.com, 25; timeout 5000",
    ),
    error('xxl-job remoting server error.', 'java.net.BindException: Address already in use'),
    error(
      'boom',
      'java.lang.IllegalArgumentException: Could not resolve placeholder \'WX_APPID\' in value "${WX_APPID}"',
    ),
    '',
  ].join('\n'),
  later: error('boom', 'org.springframework.amqp.AmqpConnectException: java.net.ConnectException: Connection refused'),
};
const causes = [
  'APPLICATION_PORT_IN_USE',
  'DATABASE_REFUSED',
  'MAIL_UNREACHABLE',
  'REDIS_UNREACHABLE',
  'VARIABLE_MISSING',
];

test('no actuator, / answers 404, the log full of what does not work: green, and each cause warned of by its code', async () => {
  const result = await deploy(without, troubled, { env: 'WX_SECRET=\nSPRING_APPLICATION_NAME=shop' });
  expectSuccess(result);
  // The last one came in the log 5 s after the first answer.
  expect(warned(result)).toEqual([...causes, 'ENV_EMPTY', 'SERVICE_UNREACHABLE'].sort());
  expect(result.log).toMatch(/Output that shows DATABASE_REFUSED[\s\S]*Communications link failure/);
  expect(result.annotations.find(({ title }) => title === 'ENV_EMPTY')?.message).toContain('`WX_SECRET` (`env`)');
  expect(result.annotations.find(({ title }) => title === 'VARIABLE_MISSING')?.message).toContain('WX_APPID=');
  expect(result.outputs).toMatchObject({ changed: 'true', 'health-status': '404', 'error-code': '' });
  expect(result.summary).toContain('REDIS_UNREACHABLE');

  const again = await deploy(without, troubled, { env: 'WX_SECRET=\nSPRING_APPLICATION_NAME=shop' });
  expectSuccess(again);
  expect(again.outputs.changed).toBe('false');
  expect(warned(again)).toEqual([...causes, 'ENV_EMPTY', 'SERVICE_UNREACHABLE'].sort());
}, 300_000);

test('a connection that was made since is no cause for a warning, nor is what the actuator says is well', async () => {
  const started =
    '2026-11-26 09:00:02.123  INFO 1 --- [main] c.z.h.HikariDataSource : HikariPool-1 - Start completed.\n';
  const redis = error(
    'boom',
    'org.springframework.data.redis.RedisConnectionFailureException: Unable to connect to Redis',
    refused,
  );
  const result = await deploy(withActuator, {
    log: `${noDatabase}\n${redis}\n${started}`,
    health: '{"status":"UP","components":{"redis":{"status":"UP"}}}',
  });
  expectSuccess(result);
  expect(warned(result)).toEqual([]);
  expect(result.outputs['health-status']).toBe('200');
}, 300_000);

test('a body that says DOWN under the status 200 is warned of, with its components', async () => {
  const health = '{"status":"DOWN","details":{"db":{"status":"DOWN","details":{"error":"x"}},"ping":{"status":"UP"}}}';
  const result = await deploy(withActuator, { health });
  expectSuccess(result);
  expect(result.annotations.find(({ title }) => title === 'HEALTH_SAYS_DOWN')?.message).toContain('says DOWN: db,');
}, 300_000);

test('an actuator that is down names its components', async () => {
  const health = '{"components":{"mail":{"status":"DOWN"},"ping":{"status":"UP"}},"status":"DOWN"}';
  const result = await deploy(withActuator, { health, down: true }, { 'health-timeout': '5' });
  expectRed(result, 'HEALTH_FAILED');
  const [found] = result.annotations.filter(({ title }) => title === 'HEALTH_FAILED');
  expect(found?.message).toMatch(/answers 503 on .*reports as down: mail\./);
  expect(found?.message).toContain('MANAGEMENT_HEALTH_MAIL_ENABLED=false');
}, 300_000);

test('a path that is not there from the first answer on: red long before the time is up', async () => {
  const begun = Date.now();
  const result = await deploy(withActuator, { health: 'UP' }, { 'health-path': '/nothing', 'health-timeout': '240' });
  expectRed(result, 'HEALTH_FAILED');
  expect(Date.now() - begun).toBeLessThan(120_000);
  expect(result.annotations.find(({ title }) => title === 'HEALTH_FAILED')?.message).toContain(
    'does not change by waiting',
  );
}, 300_000);
