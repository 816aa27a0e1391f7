import { readDockerfile } from '../../../src/dockerfile/read.ts';
import { failure } from '../../../src/messages/failure.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import type { DeploySettings } from '../../../src/settings/settings.ts';
import { inputs } from '../settings/inputs.ts';

/** Reads settings with these inputs. Throws what is refused. */
const read = (changes: Readonly<Record<string, string>>) => readSettings(inputs(changes)) as DeploySettings;

/** A Dockerfile with a line that a cure advises, read for the jar `demo-1.0.jar`. */
const build = (lines: string, buildArgs: Readonly<Record<string, string>> = {}, contextFiles: readonly string[] = []) =>
  readDockerfile(`FROM eclipse-temurin:17-jre\n${lines}\n`, {
    path: 'Dockerfile',
    buildArgs,
    jarFileName: 'demo-1.0.jar',
    contextFiles,
    variables: {},
  });

/** All that stands between backticks in the cure of a failure, and what is said in it. */
function advised(of: ReturnType<typeof failure>): readonly string[] {
  return [...of.text.cure.en.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value);
}

const dockerfile = { dockerfile: 'Dockerfile' };

// What a cure advises, followed as it is written: it is taken.
test.each<[string, ReturnType<typeof failure>, number, (value: string) => unknown]>([
  ['INPUT_MEMORY', failure('INPUT_MEMORY', { value: '1x' }), 2, (memory) => read({ memory })],
  ['INPUT_FILE', failure('INPUT_FILE', { line: 1, value: 'x' }), 2, (files) => files.includes(':') && read({ files })],
  ['INPUT_VOLUME', failure('INPUT_VOLUME', { line: 1, value: 'x' }), 1, (volumes) => read({ volumes })],
  ['INPUT_NETWORK', failure('INPUT_NETWORK', { value: 'a b' }), 1, (network) => read({ network })],
  [
    'INPUT_BUILD_ARG',
    failure('INPUT_BUILD_ARG', { line: 1, value: 'x' }),
    1,
    (args) => read({ ...dockerfile, 'build-args': args }),
  ],
  [
    'INPUT_DOCKER_OPTION_WORD',
    failure('INPUT_DOCKER_OPTION_WORD', { word: 'true' }),
    2,
    (options) => options.startsWith('--') && read({ 'docker-options': options }),
  ],
  [
    'MOUNT_OUT_OF_REACH',
    failure('MOUNT_OUT_OF_REACH', {
      place: '/root/x',
      path: '/srv/x',
      user: '1:1',
      elsewhere: '`/srv/x:/data/root/x`',
    }),
    1,
    (volumes) => read({ volumes }),
  ],
  [
    'MOUNT_READ_ONLY',
    failure('MOUNT_READ_ONLY', { path: '/srv/x', volume: '/srv/x:/x:ro' }),
    4,
    (value) => value.startsWith('/srv/x:') && read({ volumes: value }),
  ],
  [
    'USER_CHANGED',
    failure('USER_CHANGED', { from: '0:0', to: '10001:10001', by: 'folders', folders: '' }),
    1,
    (value) => read({ 'docker-options': value.replace('docker-options: ', '') }),
  ],
  [
    'STOP_SIGNAL_LOST of a program',
    failure('STOP_SIGNAL_LOST', { container: 'x', program: 'httpd', process: 'httpd', signal: 'SIGTERM', seconds: 30 }),
    1,
    (value) => read({ 'docker-options': value.replace('docker-options: ', '') }),
  ],
  [
    'DOCKER_BASE_IMAGE_INVALID',
    failure('DOCKER_BASE_IMAGE_INVALID', { image: 'A b' }),
    1,
    (value) => read({ 'base-image': value.replace('base-image: ', '') }),
  ],
  [
    'APP_NAME_INVALID',
    failure('APP_NAME_INVALID', { name: 'ä', source: 'app' }),
    2,
    (value) => value.startsWith('app: ') && read({ app: value.replace('app: ', '') }),
  ],
  [
    'DOCKERFILE_NO_JAR',
    failure('DOCKERFILE_NO_JAR', { jar: 'demo-1.0.jar' }),
    2,
    (line) => line.startsWith('COPY') && build(line),
  ],
  [
    'DOCKERFILE_JAR_AMBIGUOUS',
    failure('DOCKERFILE_JAR_AMBIGUOUS', { jar: 'demo-1.0.jar', sources: 'a.jar, b.jar' }),
    2,
    (line) => line.startsWith('COPY') && build(`${line}\nCOPY a.jar /a.jar`, {}, ['a.jar']),
  ],
])('%s', (_, of, count, follow) => {
  const values = advised(of);
  expect(values).toHaveLength(count);
  for (const value of values) expect(() => follow(value)).not.toThrow();
});

test('an ARG without a value: by build-args, or by a default', () => {
  const line = 'COPY ${FILE} /app.jar';
  expect(() => build(`ARG FILE\n${line}`)).toThrow('DOCKERFILE_ARG_UNSET');
  expect(() => build(`ARG FILE\n${line}`, { FILE: 'demo-1.0.jar' })).not.toThrow();
  expect(() => build(`ARG FILE=demo-1.0.jar\n${line}`)).not.toThrow();
});

test.each<[string, Readonly<Record<string, string>>, string, Readonly<Record<string, string>>]>([
  [
    'a character of a shell',
    { 'docker-options': '-e $A' },
    'INPUT_DOCKER_OPTIONS',
    { 'docker-options': "--hostname '$A'" },
  ],
  ['an option that has an input', { 'docker-options': '-m 1g' }, 'INPUT_DOCKER_OPTION_RESERVED', { memory: '1g' }],
  [
    'an option without its value',
    { 'docker-options': '--cpus' },
    'INPUT_DOCKER_OPTION_VALUE',
    { 'docker-options': '--cpus 1' },
  ],
  ['a variable with a line break', { env: 'A=1\nsecond line' }, 'INPUT_ENV_LINE', { env: 'A=MQpzZWNvbmQ=' }],
  ['a variable twice', { env: 'A=1\nA=2' }, 'INPUT_ENV_TWICE', { env: 'A=1' }],
  ['a mount twice', { volumes: '/a:/x\n/b:/x' }, 'INPUT_VOLUME_TWICE', { volumes: '/a:/x\n/b:/y' }],
  ['a file within a file', { files: 'a:/x\nb:/x' }, 'INPUT_FILE_PLACE', { files: 'a:/x\nb:/y' }],
  [
    'options on two lines',
    { 'java-options': '-Xmx1g\n-Xms1g' },
    'INPUT_JAVA_OPTIONS_LINE',
    { 'java-options': '-Xmx1g -Xms1g' },
  ],
  ['a quote that is open', { 'java-options': "-Da='b" }, 'INPUT_JAVA_OPTIONS_QUOTE', { 'java-options': '-Da="\'b"' }],
  ['the server’s own network', { network: 'host' }, 'INPUT_NETWORK_MODE', { network: 'backend' }],
  ['a time zone by its offset', { timezone: '+08:00' }, 'INPUT_TIMEZONE', { timezone: 'Asia/Shanghai' }],
])('%s is refused, and taken as its cure has it', (_, wrong, code, cured) => {
  expect(() => read(wrong)).toThrow(code);
  expect(() => read(cured)).not.toThrow();
});

test('memory that did not suffice: more of it, and a heap that leaves room', () => {
  const words = { container: 'x', restarts: 0, memory: '512m', enough: '768m', percentage: '65' };
  const [memory = '', options = ''] = advised(failure('APPLICATION_OUT_OF_MEMORY', words));
  const settings = read({
    memory: memory.replace('memory: ', ''),
    'java-options': options.replace('java-options: ', ''),
  });
  expect(settings.container).toMatchObject({ memory: '768m', javaOptions: '-XX:MaxRAMPercentage=65' });
  expect(failure('APPLICATION_OUT_OF_MEMORY', { ...words, memory: '' }).text.cure.en).not.toContain('`memory');
});

test('a second port that is published is told as what there is none of', () => {
  const { text } = failure('INPUT_DOCKER_OPTION_RESERVED', { option: '-p', input: 'app-port' });
  expect(text.cure.en).toMatch(/no other one.*set `network`/);
  expect(text.cure.zh).toContain('不发布其他端口');
});

test('from OpenSSH 9.8 on sshd turns away in the same words for two reasons: both are named, and how to tell them apart', () => {
  const away = (said: string) =>
    failure('SSH_TURNED_AWAY', { host: 'h', port: 22, said, attempts: 3, seconds: 30 }).text;
  const unclear = away('Not allowed at this time');
  for (const said of [unclear.why.en, unclear.why.zh]) {
    expect(said).toContain('MaxStartups');
    expect(said).toContain('PerSourcePenalties');
  }
  for (const said of [unclear.cure.en, unclear.cure.zh]) expect(said).toMatch(/grep drop.*penalty.*MaxStartups 100/);
  expect(away('Exceeded MaxStartups').why.en).not.toContain('PerSourcePenalties');
});

test('cures name what can be followed: the stopped container too, the components, a folder that is mounted', () => {
  const status = failure('APPLICATION_STATUS', { url: 'https://api.example.com:8014/', status: 502, expected: '200' });
  expect(advised(status)).toEqual(expect.arrayContaining(['docker ps -a', 'docker start NAME']));
  const down = failure('HEALTH_SAYS_DOWN', { container: 'x', status: 'DOWN', components: '' });
  expect(advised(down)).toContain('MANAGEMENT_ENDPOINT_HEALTH_SHOW_COMPONENTS=always');
  const words = { container: 'x', path: '/etc/x', user: '1:1', volumes: '', chown: '', readOnly: '', mounted: '/data' };
  const path = failure('PATH_NOT_WRITABLE', words);
  expect(advised(path)).toEqual(['env', '/data', 'LOGGING_FILE_NAME=/data/app.log']);
  const volume = failure('VOLUME_PRIVATE', { path: '/docker', opened: '/docker', fit: '/docker/app/x/file-system' });
  expect(advised(volume)).toContain('/docker/app/x/file-system');
  const denied = failure('SERVICE_ACCESS_DENIED', { container: 'x', service: 'RabbitMQ' });
  expect(advised(denied).join('\n')).toContain('rabbitmqctl set_permissions app');
  expect(advised(failure('DATABASE_MISSING', { container: 'x' }))).toContain('CREATE DATABASE shop OWNER app;');
});
