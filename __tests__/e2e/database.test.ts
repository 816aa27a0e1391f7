import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../practice/home.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { until } from '../../practice/waiting.ts';
import { ask, askJson } from './client.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { belongings, everythingSaid, expectRed } from './witness.ts';

const password = 'Practice-database-8006';
const wrongPassword = 'Practice-wrong-8006';
const rows = ['first', '第二条'];

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  await scene.server.sh(install);
  await scene.server.sh(recipe());
}, 300_000);
afterAll(() => scene?.close(), 60_000);

/** Without what MariaDB only recommends; the lists of packages in the server's image may be old. */
const install = `export DEBIAN_FRONTEND=noninteractive
get() { apt-get install -q -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io mariadb-server >/dev/null; }
get || { apt-get update -q >/dev/null; get; }`;

/** The commands of the README, to the letter but for names and password. */
function recipe(): string {
  const [, section] =
    /^### A database on the server$([\s\S]*?)^### /m.exec(readFileSync(join(projectRoot, 'README.md'), 'utf8')) ?? [];
  const [, commands] = /^```sh\n([\s\S]*?)^```$/m.exec(section ?? '') ?? [];
  if (commands === undefined) throw new Error('README.md has no commands for a database on the server');
  return `set -e\n${commands.replaceAll('shop', 'notes').replace('a long password', password)}`;
}

function deploy(jar: string, env: Readonly<Record<string, string>> = {}): Promise<RunResult> {
  const variables = { SPRING_DATASOURCE_USERNAME: 'notes', SPRING_DATASOURCE_PASSWORD: password, ...env };
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  return scene.run(scene.inputs(jar, { env: lines.join('\n') }));
}

async function notes(): Promise<unknown> {
  return askJson(scene, '/api/notes');
}

/** A run that must fail with `code` while the version `2` goes on serving its rows. */
async function failsWith(code: string, env: Readonly<Record<string, string>>): Promise<RunResult> {
  const before = await belongings(scene);
  const result = await deploy(await scene.world.jars.backendDatabase('v1'), env);
  expectRed(result, code);
  expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false' });
  expect(await askJson(scene, '/api/version')).toEqual({ version: '2' });
  expect(await notes()).toEqual(rows);
  expect(await belongings(scene)).toBe(before);
  return result;
}

/** What the run says under a code. */
function told({ annotations }: RunResult, code: string): string {
  return annotations.find(({ title }) => title === code)?.message ?? '';
}

test('what one version wrote into the database of the server, the next one reads', async () => {
  expectSuccess(await deploy(await scene.world.jars.backendDatabase('v1')));
  expect(await notes()).toEqual([]);
  for (const body of rows)
    expect(await ask(scene, '/api/notes', { method: 'POST', body })).toMatchObject({ status: 201 });

  expectSuccess(await deploy(await scene.world.jars.backendDatabase('v2')));
  expect(await askJson(scene, '/api/version')).toEqual({ version: '2' });
  expect(await notes()).toEqual(rows);
}, 300_000);

test('a wrong password: the database is blamed, with its own words; the old version serves, the password is shown nowhere', async () => {
  const result = await failsWith('DATABASE_ACCESS_DENIED', { SPRING_DATASOURCE_PASSWORD: wrongPassword });
  expect(result.log).toMatch(/Output that shows DATABASE_ACCESS_DENIED[\s\S]*Access denied for user/);
  expect(everythingSaid(result)).not.toContain(wrongPassword);
  expect(everythingSaid(result)).not.toContain(password);
}, 300_000);

test('localhost as the address of the database: the cure is host.docker.internal', async () => {
  const result = await failsWith('DATABASE_AT_LOCALHOST', {
    SPRING_DATASOURCE_URL: 'jdbc:mysql://localhost:3306/notes',
  });
  expect(told(result, 'DATABASE_AT_LOCALHOST')).toMatch(/What to do: [\s\S]*host\.docker\.internal/);
}, 300_000);

test('an application that answers without its database: green, and warned of by the code', async () => {
  const env = {
    SPRING_DATASOURCE_USERNAME: 'notes',
    SPRING_DATASOURCE_PASSWORD: password,
    SPRING_DATASOURCE_URL: 'jdbc:mysql://host.docker.internal:3307/notes',
    SPRING_SQL_INIT_MODE: 'never',
  };
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const jar = await scene.world.jars.backendDatabase('v2');
  const result = await scene.run(scene.inputs(jar, { env: lines.join('\n'), 'health-path': '/api/version' }));
  expectSuccess(result);
  expect(told(result, 'DATABASE_REFUSED')).toContain('nothing listens on the port');
  expect(told(result, 'HEALTH_SAYS_DOWN')).toContain('says DOWN');
  expect(result.outputs['health-status']).toBe('200');

  const mended = await deploy(jar);
  expectSuccess(mended);
  expect([told(mended, 'DATABASE_REFUSED'), told(mended, 'HEALTH_SAYS_DOWN')]).toEqual(['', '']);
  expect(await notes()).toEqual(rows);
}, 300_000);

test('after a reboot database and application come back with their rows', async () => {
  await scene.server.reboot();
  expect(await until('the rows after the reboot', 90, notes)).toEqual(rows);
  expect(await scene.server.sh('systemctl is-active mariadb')).toBe('active');
}, 200_000);

test('when the power fails and the database starts after the application, that ends and is started until it has it', async () => {
  await scene.server.sh('systemctl disable -q mariadb');
  await scene.server.reboot({ hard: true });
  const restarts = "docker inspect --format '{{.RestartCount}}' notes-server";
  await until(
    'the application to be restarted',
    90,
    async () => Number(await scene.server.sh(restarts)) > 0 || undefined,
  );
  await expect(askJson(scene, '/api/notes')).rejects.toThrow(/answered 502/);

  await scene.server.sh('systemctl enable -q --now mariadb');
  expect(await until('the rows once the database runs', 90, notes)).toEqual(rows);
}, 300_000);

test('Druid and Redis at localhost, in a module of the jar: warned of in the plan, told once health failed, each cure followed', async () => {
  const jar = await scene.world.jars.backendDruid();
  const given = { 'spring-profile': 'db' };
  const variables: Record<string, string> = {
    SPRING_DATASOURCE_USERNAME: 'notes',
    SPRING_DATASOURCE_PASSWORD: password,
  };
  const run = (more: Readonly<Record<string, string>> = {}) => {
    const env = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    return scene.run(scene.inputs(jar, { ...given, env: env.join('\n'), ...more }));
  };
  /** Sets what a failure says to set. */
  const follow = (message: string, setting: RegExp, rest = '') => {
    const [, name = '', value = ''] = setting.exec(message) ?? [];
    variables[name] = value.replace(/\.\.\.$/, rest);
  };

  const plan = await run({ command: 'plan' });
  expectSuccess(plan);
  expect(plan.log).toContain('Configuration also from: notes-db-1.0.jar!/application-db.yml');
  expect(told(plan, 'SERVICE_AT_LOCALHOST')).toContain('spring.datasource.druid.url, spring.redis.host');

  const first = await run();
  expectRed(first, 'DATABASE_AT_LOCALHOST');
  follow(told(first, 'DATABASE_AT_LOCALHOST'), /env: (SPRING_DATASOURCE_DRUID_URL)=(\S+?)`/, 'notes');

  const second = await run({ 'health-timeout': '40' });
  expectRed(second, 'REDIS_AT_LOCALHOST');
  expect(told(second, 'SERVICE_AT_LOCALHOST')).not.toContain('druid');
  follow(told(second, 'REDIS_AT_LOCALHOST'), /env: (SPRING_REDIS_HOST)=(\S+?)`/);
  variables.SPRING_REDIS_PASSWORD = password;
  await scene.server.sh(`export DEBIAN_FRONTEND=noninteractive
apt-get install -q -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io redis-server >/dev/null
printf '%s\\n' 'bind 127.0.0.1 172.17.0.1' 'requirepass ${password}' >>/etc/redis/redis.conf
systemctl restart redis-server`);

  const third = await run();
  expectSuccess(third);
  expect(told(third, 'SERVICE_AT_LOCALHOST')).toBe('');
  expect(await askJson(scene, '/api/version')).toEqual({ version: '1' });
  expect(await notes()).toEqual(rows);
}, 500_000);
