import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../practice/command.ts';
import { admitPorts, shutPort } from '../../practice/network.ts';
import type { RunResult } from '../../practice/run-action.ts';
import type { PracticeServer } from '../../practice/server.ts';
import { until } from '../../practice/waiting.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';

let scene: Scene;
/** The only machine that reaches the server's SSH port, and knows its name. */
let jump: PracticeServer;
let result: RunResult;
/** Every form of a secret that must not be seen, by the secret it is of. */
const forms = new Map<string, readonly string[]>();
/** Command lines that were seen on the server during the deploy, one a line. */
let commands: string;

const password = 'Practice-deploy-8014';
const passphrase = 'the passphrase of the practice key';
const values = {
  SPRING_DATASOURCE_PASSWORD: 'p@ss "word" $HOME `id` 100%',
  WECHAT_SECRET: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
};

/** A secret as a whole, each of its lines, and both in base64; the frame of a PEM is none. */
function formsOf(secret: string): readonly string[] {
  const lines = secret.split('\n').filter((line) => line.length >= 8 && !line.startsWith('-----'));
  const parts = [secret, secret.trim(), ...lines];
  return [...new Set([...parts, ...parts.map((part) => Buffer.from(part).toString('base64'))])];
}

/** Names of the secrets of which any form is in `text`. */
function found(text: string): readonly string[] {
  return [...forms].filter(([, all]) => all.some((form) => text.includes(form))).map(([name]) => name);
}

/** A unit on the server that notes every command line it sees; perl, since it starts no process to look at one. */
const watcher = `$SIG{TERM} = sub { exit }; open(my $out, ">", "/run/commands"); $out->autoflush(1); my %seen;
while (1) {
  for my $path (glob "/proc/[0-9]*/cmdline") {
    open(my $in, "<", $path) or next; local $/; my $line = <$in>; close $in;
    next if !defined $line || $line eq "" || $seen{$line}++;
    $line =~ tr/\\0\\n/  /; print $out "$line\\n";
  }
  select(undef, undef, undef, 0.005);
}`;

/** A new key that `passphrase` opens: its private half, and the line of the other. */
async function newKey(name: string): Promise<readonly [string, string]> {
  const path = join(scene.workspace, name);
  await run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', passphrase, '-C', '', '-f', path]);
  return [readFileSync(path, 'utf8'), readFileSync(`${path}.pub`, 'utf8')];
}

beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  const { server, pair } = scene;
  jump = await scene.world.startServer({ kind: 'blank' });
  const [key, publicKey] = await newKey('key');
  await server.sh('install -d -m 700 -o deploy ~deploy/.ssh; cat >~deploy/.ssh/authorized_keys', { input: publicKey });
  // No more than what the cure of JUMP_FORWARD_REFUSED advises, for a user who can run nothing.
  const [jumpKey, jumpPublicKey] = await newKey('jump-key');
  await jump.sh(
    `useradd -m -s /usr/sbin/nologin jumper; install -d -m 700 -o jumper ~jumper/.ssh
echo '${server.address} server.internal' >>/etc/hosts
cat >~jumper/.ssh/authorized_keys; touch /run/before`,
    { input: `restrict,port-forwarding,permitopen="server.internal:22" ${jumpPublicKey}` },
  );
  await shutPort(server.address, 22);
  const secrets = { key, jumpKey, passphrase, password, certificateKey: pair.key, ...values };
  for (const [name, secret] of Object.entries(secrets)) {
    forms.set(name, formsOf(secret));
  }
  await server.sh('cat >/run/watcher.pl; systemd-run --quiet --unit watcher perl -MIO::Handle /run/watcher.pl', {
    input: watcher,
  });
  await until('the watcher', 20, async () =>
    (await server.exec('test -s /run/commands')).code === 0 ? true : undefined,
  );
  result = await scene.run(
    scene.inputs(await scene.world.jars.backend('v1'), {
      username: 'deploy',
      host: 'server.internal',
      'private-key': key,
      'jump-host': `jumper@${jump.address}`,
      'jump-host-key': jump.hostKeys.map(({ line }) => line).join('\n'),
      'jump-private-key': jumpKey,
      passphrase,
      password,
      env: Object.entries(values)
        .map(([name, value]) => `${name}=${value}`)
        .join('\n'),
      // Written in by an expression, and printed.
      'before-switch': `key='${values.WECHAT_SECRET}'\necho "with $key"\ncurl -fsS "$CANDIDATE_URL/api/version"`,
      'after-deploy': `key='${values.WECHAT_SECRET}'\necho "::error::$key, $RELEASE of $APP at $CANDIDATE_URL"`,
    }),
  );
  await server.sh('systemctl stop watcher');
  commands = await server.sh('cat /run/commands');
}, 400_000);
afterAll(async () => {
  await jump?.remove();
  await scene?.close();
  if (scene !== undefined) await admitPorts(scene.server.address);
}, 60_000);

test('the deploy went through, with all of them in use', async () => {
  expectSuccess(result);
  const environment = await scene.server.sh('docker exec mccm-server env');
  for (const [name, value] of Object.entries(values)) expect(environment.split('\n')).toContain(`${name}=${value}`);
  // What looks for secrets below would find them.
  expect(found(environment)).toEqual(Object.keys(values));
});

test('scripts on the way, which have secrets in them and print them, ran as root of a sudo user', () => {
  expect(result.log).toMatch(/^with \*\*\*$/m);
  expect(result.log).toContain('{"version":"1"');
  expect(result.log).toMatch(
    new RegExp(`^::error::\\*\\*\\*, ${result.outputs.release} of MCCM-server at http://127\\.0\\.0\\.1:\\d+$`, 'm'),
  );
  expect(result.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  expect(result.summary).toContain('| `hook.before-switch` | Run before-switch (3 line(s), SHA-256 ');
  expect(result.summary).toContain('| `hook.after-deploy` |');
});

test('it went through the jump host, on which nothing was run or written', async () => {
  expect(result.log).toContain(`Through the jump host ${jump.address}, port 22.`);
  const log = await jump.sh('journalctl -u ssh --no-pager');
  expect(log).toContain('Accepted publickey for jumper');
  expect(log).not.toMatch(/Starting session/);
  const peers = await scene.server.sh("journalctl -u ssh --no-pager | grep 'Accepted publickey for deploy'");
  for (const line of peers.split('\n')) expect(line).toContain(`from ${jump.address} `);
  // The Docker Engine of the runner writes these three of a container anew at times.
  const written = `find / -xdev -newer /run/before -type f -not -path '/proc/*' -not -path '/sys/*' -not -path '/var/log/*' \
  -not -path /etc/resolv.conf -not -path /etc/hosts -not -path /etc/hostname`;
  expect(await jump.sh(written)).toBe('');
  const files = 'cat /etc/hosts /etc/resolv.conf /etc/hostname; grep -ras . /run /tmp /var/tmp || true';
  expect(found(await jump.sh(`journalctl --no-pager; ${files}`))).toEqual([]);
}, 60_000);

test('on the runner: log, annotations, summary, outputs, state, artifact', () => {
  const lines = result.raw.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  expect(found(lines.join('\n'))).toEqual([]);
  // Workflow commands are escaped; as a person reads them they hold nothing either.
  expect(found(result.annotations.map(({ message }) => message).join('\n'))).toEqual([]);
  for (const part of [result.log, result.summary, result.post?.raw ?? '']) expect(found(part)).toEqual([]);
  expect(found(Object.values({ ...result.outputs, ...result.state }).join('\n'))).toEqual([]);
  const folder = join(result.temp, 'deployment-MCCM-server');
  const files = readdirSync(folder);
  expect(files).toContain('docker-run.sh');
  for (const file of files) expect([file, found(readFileSync(join(folder, file), 'utf8'))]).toEqual([file, []]);
});

test('every form of a secret is masked, should a program of somebody else print it', () => {
  const unmasked = [...forms].flatMap(([name, all]) =>
    all.filter((form) => !result.masks.some((mask) => form.includes(mask))).map((form) => `${name}: ${form}`),
  );
  expect(unmasked).toEqual([]);
});

test('on the server: command lines of all programs during the deploy', () => {
  // The watcher sees whatever is not over in a moment, as `nginx -s reload` is.
  for (const program of ['docker build', 'docker create', 'sudo -n bash --norc --noprofile -p -s', 'switch/script run'])
    expect(commands).toContain(program);
  expect(found(commands)).toEqual([]);
});

test('on the server: every file that holds one is where it belongs, for root alone', async () => {
  // The patterns go in on standard input: on a command line they would be seen.
  // What the engine itself keeps of a running container, its environment included, is Docker's and set aside.
  const patterns = [...forms.values()].flat().filter((form) => !form.includes('\n'));
  const places = '/etc /docker /root /home /opt /usr/local /tmp /var/tmp /var/log /var/lib/nginx /var/spool /run';
  const holding = await scene.server.sh(
    `cat >/dev/shm/patterns; grep -ralFf /dev/shm/patterns --devices=skip --exclude-dir=containerd ${places} 2>/dev/null | sort | xargs stat -c '%a %U %n'; rm /dev/shm/patterns`,
    { input: patterns.join('\n') },
  );
  const release = result.outputs.release ?? '';
  const fingerprint = await scene.server.sh(`ls /etc/nginx/ssl/${domain}`);
  expect(holding.split('\n').toSorted()).toEqual([
    `600 root /docker/app/MCCM-server/releases/${release}/env`,
    `600 root /etc/nginx/ssl/${domain}/${fingerprint}/${domain}.key`,
  ]);
  // Named once more, so that the list above cannot pass by leaving them out.
  const folder = `/docker/app/MCCM-server/releases/${release}`;
  expect(found(await scene.server.sh(`cat ${folder}/release.json ${folder}/build/Dockerfile`))).toEqual([]);
  expect(found(await scene.server.sh('nginx -T 2>&1; cat /docker/app/MCCM-server/deploy.log'))).toEqual([]);
}, 60_000);

test('on the server: the image, its history and what the build saw', async () => {
  const image = result.outputs.image ?? '';
  expect(found(await scene.server.sh(`docker history --no-trunc ${image}; docker inspect ${image}`))).toEqual([]);
  const build = await scene.server.sh(`ls -A /docker/app/MCCM-server/releases/${result.outputs.release}/build`);
  expect(build.split('\n').toSorted()).toEqual(['Dockerfile', 'MCCM-server-0.0.1-SNAPSHOT.jar']);
}, 60_000);
