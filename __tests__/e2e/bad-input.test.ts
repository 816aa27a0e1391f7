import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { issueBad } from '../../practice/certificates.ts';
import { run } from '../../practice/command.ts';
import { expectRefused } from './refused.ts';
import { domain, openScene, type Scene, stateOf } from './scene.ts';

let scene: Scene;
let jar: string;
let before: string;
let contactsBefore: string;

/** Connections that the server has taken since it was started, of whatever kind. */
const contacts = (): Promise<string> => scene.server.sh(`awk '/^Tcp: [0-9]/ { print $7 }' /proc/net/snmp`);

beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  jar = await scene.world.jars.hollow();
  before = await stateOf(scene.server);
  contactsBefore = await contacts();
}, 300_000);
// The runs of this file are all refused on the runner: the server never heard of one of them.
afterEach(async () => expect(await contacts()).toBe(contactsBefore), 60_000);
afterAll(() => scene?.close(), 60_000);

/** Inputs with some of them bad, and the files of the workspace that they speak of. */
interface Bad {
  readonly inputs?: Readonly<Record<string, string | undefined>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** A deploy with one bad input, in a workspace that holds the jar and `files`. */
async function deploy({ inputs = {}, files = {}, env = {} }: Bad): ReturnType<Scene['run']> {
  const workspace = mkdtempSync(join(scene.workspace, 'checkout-'));
  mkdirSync(join(workspace, 'target'));
  cpSync(jar, join(workspace, 'target/MCCM-server-0.0.1-SNAPSHOT.jar'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), text);
  return scene.run(scene.inputs('target/*.jar', inputs), { cwd: workspace, env });
}

test.each<[string, Bad, readonly string[], readonly string[]]>([
  [
    'no jar',
    { inputs: { jar: 'build/libs/*.jar' } },
    ['JAR_NOT_FOUND'],
    ['`jar`', 'build/libs/*.jar', 'checkout-', 'mvn -B package'],
  ],
  [
    'two jars',
    { inputs: { jar: '**/*.jar' }, files: { 'target/MCCM-server-0.0.2.jar': 'PK' } },
    ['JAR_AMBIGUOUS'],
    ['`jar`', '**/*.jar', 'MCCM-server-0.0.1-SNAPSHOT.jar', 'MCCM-server-0.0.2.jar', 'only one of them'],
  ],
  [
    'not a zip',
    { inputs: { jar: 'app.jar' }, files: { 'app.jar': 'version https://git-lfs.github.com/spec/v1\n' } },
    ['JAR_NOT_A_ZIP'],
    ['app.jar', 'version https://git-lfs', 'lfs: true'],
  ],
  [
    'a Dockerfile that is not there',
    { inputs: { dockerfile: 'docker/Dockerfile' } },
    ['DOCKERFILE_UNREADABLE'],
    ['docker/Dockerfile', '`dockerfile`'],
  ],
  [
    'a folder for a Dockerfile',
    { inputs: { dockerfile: 'target' } },
    ['DOCKERFILE_UNREADABLE'],
    ['target', '`dockerfile`'],
  ],
  [
    'a COPY that finds nothing',
    {
      inputs: { dockerfile: 'Dockerfile' },
      files: { Dockerfile: 'FROM openjdk:8\nCOPY target/*.jar app.jar\nCOPY config/prod.yml /config/\n' },
    },
    ['DOCKERFILE_COPY_FINDS_NOTHING'],
    ['Line 3', 'config/prod.yml', '`context`'],
  ],
  [
    'a domain with a scheme',
    { inputs: { domain: 'https://api.example.com' } },
    ['INPUT_DOMAIN'],
    ['`domain`', '"https://api.example.com"', 'no scheme', '`https-port`'],
  ],
  [
    'an IP address for a domain',
    { inputs: { domain: '203.0.113.10' } },
    ['INPUT_DOMAIN'],
    ['"203.0.113.10"', 'WeChat accepts no IP address'],
  ],
  [
    'ports that are none',
    { inputs: { 'https-port': '80140', 'app-port': '8004/tcp', port: '-22' } },
    ['INPUT_NUMBER', 'INPUT_NUMBER', 'INPUT_NUMBER'],
    ['`https-port` cannot be "80140"', '`app-port` cannot be "8004/tcp"', '`port` cannot be "-22"', 'from 1 to 65535'],
  ],
  [
    'a relative volume and one with ..',
    { inputs: { volumes: './logs:/logs\n/docker/app:/docker/app\n/docker/../etc:/etc' } },
    ['INPUT_VOLUME', 'INPUT_VOLUME'],
    ['`volumes`, line 1', '"./logs:/logs"', 'line 3', '"/docker/../etc:/etc"', 'absolute paths'],
  ],
  [
    'an env line without =',
    { inputs: { env: 'SPRING_DATASOURCE_URL=jdbc:mysql://db/x\nhunter2-hunter2' } },
    ['INPUT_ENV_LINE'],
    ['`env`, line 2', '`NAME=value`'],
  ],
  [
    'docker-options that a shell would run',
    { inputs: { 'docker-options': '--name x; rm -rf /' } },
    ['INPUT_DOCKER_OPTIONS'],
    ['`docker-options`', ';', 'character 9', 'never run'],
  ],
  [
    'docker-options that an input stands for',
    { inputs: { 'docker-options': '--name x -p 80:80' } },
    ['INPUT_DOCKER_OPTION_RESERVED', 'INPUT_DOCKER_OPTION_RESERVED'],
    ['`--name`', '`app`', '`-p`'],
  ],
  [
    'a snippet that closes the block',
    { inputs: { 'nginx-snippet': 'gzip on;\n}\nserver { listen 9; ' } },
    ['INPUT_SNIPPET_CLOSES'],
    ['`nginx-snippet`, line 2', '`}`'],
  ],
  [
    'a command that is none',
    { inputs: { command: 'destroy' } },
    ['INPUT_CHOICE'],
    ['`command` cannot be "destroy"', 'deploy, plan, rollback, renew, verify, status'],
  ],
  [
    'an input that is none',
    { env: { INPUT_DOMIAN: 'api.example.com' } },
    ['INPUT_UNKNOWN'],
    ['`domian`', 'The nearest name is `domain`'],
  ],
  [
    'what is needed is missing',
    { inputs: { jar: undefined, host: undefined, 'private-key': undefined } },
    ['INPUT_MISSING', 'INPUT_MISSING', 'INPUT_MISSING'],
    ['`jar` is missing', '`host` is missing', '`private-key` is missing', 'secret'],
  ],
])(
  '%s',
  async (_, bad, codes, says) => {
    expectRefused(await deploy(bad), { codes, says, never: ['hunter2-hunter2'] });
  },
  60_000,
);

test('a jar without Main-Class', async () => {
  const path = join(scene.workspace, 'library.jar');
  const content = join(scene.workspace, 'library.txt');
  writeFileSync(content, 'no classes here');
  await run(['jar', '--create', '--file', path, '-C', scene.workspace, 'library.txt']);
  const refused = await deploy({ inputs: { jar: path } });
  expectRefused(refused, { codes: ['JAR_NO_MAIN_CLASS'], says: ['library.jar', 'Main-Class', 'bootJar'] });
}, 60_000);

test.each([
  ['other-key', ['CERTIFICATE_KEY_MISMATCH'], ['`certificate-key`', '`certificate-chain`', domain]],
  ['no-intermediate', ['CERTIFICATE_CHAIN_INCOMPLETE'], ['Practice Intermediate', '_bundle.crt', 'WeChat']],
  ['expired', ['CERTIFICATE_EXPIRED'], ['`certificate-chain`', 'expired at 20']],
  ['not-yet-valid', ['CERTIFICATE_NOT_YET_VALID'], ['`certificate-chain`', 'valid only from 20']],
  ['other-name', ['CERTIFICATE_NAMES'], [`not valid for ${domain}`, 'other.example.org']],
] as const)(
  'a certificate that cannot be served: %s',
  async (how, codes, says) => {
    const pair = await issueBad(scene.world.authority, domain, how);
    const refused = await deploy({ inputs: { 'certificate-chain': pair.chain, 'certificate-key': pair.key } });
    expectRefused(refused, { codes, says, never: pemLines(pair.key) });
  },
  60_000,
);

test('a passphrase that does not open the private key', async () => {
  const path = join(scene.workspace, 'locked');
  await run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', 'the right passphrase', '-f', path]);
  const key = readFileSync(path, 'utf8');
  const wrong = await deploy({ inputs: { 'private-key': key, passphrase: 'a wrong passphrase' } });
  const never = [...pemLines(key), 'a wrong passphrase'];
  expectRefused(wrong, {
    codes: ['PASSPHRASE_WRONG'],
    says: ['`passphrase`', '`private-key`', 'ssh-keygen -y'],
    never,
  });
  const missing = await deploy({ inputs: { 'private-key': key } });
  expectRefused(missing, { codes: ['PASSPHRASE_MISSING'], says: ['`passphrase` is empty', 'secret'], never });
}, 60_000);

test('whatever is wrong with the inputs is reported in one run', async () => {
  const refused = await deploy({
    inputs: {
      command: 'plan',
      jar: undefined,
      'https-port': 'https',
      volumes: 'logs:/logs',
      env: 'no-value-here',
      'docker-options': '--rm --network x',
      network: 'host',
      memory: '16m',
      timezone: 'CST',
      files: 'pay.pem:pay.pem',
      'nginx-snippet': '}',
      provision: 'yes',
      context: 'docker',
    },
  });
  expectRefused(refused, {
    codes: [
      'INPUT_MEMORY',
      'INPUT_ENV_LINE',
      'INPUT_NEEDS',
      'INPUT_VOLUME',
      'INPUT_DOCKER_OPTION_FIXED',
      'INPUT_DOCKER_OPTION_RESERVED',
      'INPUT_NETWORK_MODE',
      'INPUT_TIMEZONE',
      'INPUT_FILE',
      'INPUT_NUMBER',
      'INPUT_BOOLEAN',
      'INPUT_SNIPPET_CLOSES',
      'INPUT_MISSING',
    ],
    says: [
      '"https"',
      'logs:/logs',
      '`provision` cannot be "yes"',
      '`--rm`',
      '`--network`',
      'side by side',
      'Asia/Shanghai',
      'The command `plan` needs it',
    ],
    never: ['no-value-here'],
  });
}, 60_000);

test('whatever is wrong with the files, the certificate and the keys is reported in one run', async () => {
  const pair = await issueBad(scene.world.authority, domain, 'expired');
  const refused = await deploy({
    inputs: {
      jar: 'build/libs/*.jar',
      dockerfile: 'docker/Dockerfile',
      'certificate-chain': pair.chain,
      'certificate-key': pair.key,
      'private-key': '-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0LXNlY3JldC1zZWNyZXQ=',
      'host-key': 'MD5:16:27:ac',
    },
  });
  expectRefused(refused, {
    codes: [
      'JAR_NOT_FOUND',
      'DOCKERFILE_UNREADABLE',
      'CERTIFICATE_EXPIRED',
      'HOST_KEY_INVALID',
      'PRIVATE_KEY_TRUNCATED',
    ],
    says: ['build/libs/*.jar', 'docker/Dockerfile', '`certificate-chain`', 'MD5:16:27:ac', '-----END'],
    never: ['c2VjcmV0LXNlY3JldC1zZWNyZXQ=', ...pemLines(pair.key)],
  });
}, 60_000);

test.each<[string, Bad, readonly string[], readonly string[]]>([
  ['domain', { inputs: { domain: 'localhost' } }, ['INPUT_DOMAIN'], ['`domain` 不能是“localhost”', '解决办法']],
  ['jar', { inputs: { jar: '*.war' } }, ['JAR_NOT_FOUND'], ['没有文件匹配 `jar`：*.war', 'mvn -B package']],
  [
    'command',
    { inputs: { command: 'Deploy' } },
    ['INPUT_CHOICE'],
    ['`command` 不能是“Deploy”', 'deploy, plan, rollback, renew, verify, status'],
  ],
])(
  'in Chinese: %s',
  async (_, bad, codes, says) => {
    const refused = await deploy({ ...bad, inputs: { ...bad.inputs, language: 'zh' } });
    expectRefused(refused, { codes, says });
    expect(refused.log).not.toContain('What to do');
  },
  60_000,
);

test('all that left the server as it was', async () => {
  expect(await stateOf(scene.server)).toBe(before);
  // The count would have told: one connection moves it.
  await new Promise<void>((done, fail) => {
    const socket = connect({ host: scene.server.address, port: 22 });
    socket
      .on('error', fail)
      .on('data', () => socket.destroy())
      .on('close', () => done());
  });
  expect(Number(await contacts())).toBe(Number(contactsBefore) + 1);
  contactsBefore = await contacts();
}, 60_000);

/** The lines of a PEM that are secret. */
function pemLines(pem: string): readonly string[] {
  return pem.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
}
