import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../practice/command.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { accounts } from '../../practice/server-image.ts';
import type { HostKey } from '../../practice/ssh-keys.ts';
import { errorsOf, expectRefused } from './refused.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';

let scene: Scene;
let jar: string;
let before: string;
/** A key that opens the account `deploy`, and nobody else's. */
let ownKey: string;

/** A script as root that leaves no trace in {@link stateOf} once `undo` ran. */
async function during<T>(script: string, undo: string, work: () => Promise<T>): Promise<T> {
  await scene.server.sh(script);
  try {
    return await work();
  } finally {
    await scene.server.sh(undo);
  }
}

beforeAll(async () => {
  scene = await openScene({ kind: 'blank' });
  jar = await scene.world.jars.hollow();
  const path = join(scene.workspace, 'own');
  await run(['ssh-keygen', '-q', '-t', 'ecdsa', '-N', '', '-C', 'own', '-f', path]);
  ownKey = readFileSync(path, 'utf8');
  await scene.server.sh(
    `install -d -m 700 -o deploy -g deploy ~deploy/.ssh
cat >~deploy/.ssh/authorized_keys
chown deploy: ~deploy/.ssh/authorized_keys
apt-get install -y --no-install-recommends tcsh fish zsh locales >/dev/null 2>&1
localedef -i zh_CN -f UTF-8 zh_CN.UTF-8`,
    { input: readFileSync(`${path}.pub`, 'utf8') },
  );
  before = await stateOf(scene.server);
}, 300_000);
afterEach(async () => expect(await stateOf(scene.server)).toBe(before), 60_000);
afterAll(() => scene?.close(), 60_000);

/** A deploy that is to be refused: it would change the server if it were not. */
const deploy = (more: Readonly<Record<string, string | undefined>>): Promise<RunResult> =>
  scene.run(scene.inputs(jar, { 'connect-timeout': '10', ...more }));

/** A plan: it logs in and becomes root as a deploy does, and writes nothing. */
const plan = (more: Readonly<Record<string, string | undefined>>): Promise<RunResult> =>
  deploy({ command: 'plan', ...more });

/** Inputs that log in with the password of a practice account. */
function byPassword(name: string, password?: string): Record<string, string | undefined> {
  const account = accounts.find((one) => one.name === name);
  return { username: name, password: password ?? account?.password, 'private-key': undefined };
}

const hostKey = (type: HostKey['type']): HostKey => {
  const found = scene.server.hostKeys.find((key) => key.type === type);
  if (found === undefined) throw new Error(`no host key of type ${type}`);
  return found;
};

/** What sshd has logged of authentication since the machine started. */
const attempts = (): Promise<string> =>
  scene.server.sh(`journalctl -t sshd -o cat --no-pager | grep -cE '^(Accepted|Failed|Invalid user)' || true`);

test('a host that is not there', async () => {
  const nowhere = await deploy({ host: 'no-such-host.invalid' });
  expectRefused(nowhere, { codes: ['HOST_NOT_FOUND'], says: ['no-such-host.invalid', '`host`', 'public IP address'] });
  const refused = await deploy({ port: '2222' });
  expectRefused(refused, {
    codes: ['CONNECTION_REFUSED'],
    says: [`${scene.server.address} refuses connections to port 2222`, '`port`'],
  });
  const zh = await deploy({ port: '2222', language: 'zh' });
  expectRefused(zh, { codes: ['CONNECTION_REFUSED'], says: ['拒绝了到端口 2222 的连接', '解决办法'] });
}, 60_000);

test('passwords: a wrong one is refused, the right one works', async () => {
  const wrong = await deploy(byPassword('root', 'not-the-password-1'));
  expectRefused(wrong, {
    codes: ['PASSWORD_WRONG'],
    says: ['did not accept the password of root', `ssh -p 22 root@${scene.server.address}`, '`private-key`'],
    never: ['not-the-password-1'],
  });
  expectSuccess(await plan(byPassword('root')));
}, 60_000);

test('a server that asks for passwords by keyboard-interactive only', async () => {
  const file = '/etc/ssh/sshd_config.d/00-interactive.conf';
  const lines = 'PasswordAuthentication no\\nKbdInteractiveAuthentication yes\\n';
  const reload = 'systemctl reload ssh';
  await during(`printf '${lines}' >${file}; ${reload}`, `rm ${file}; ${reload}`, async () => {
    expectSuccess(await plan(byPassword('root')));
    const wrong = await deploy(byPassword('root', 'not-the-password-1'));
    expectRefused(wrong, {
      codes: ['PASSWORD_WRONG'],
      says: ['did not accept the password of root'],
      never: ['not-the-password-1'],
    });
  });
}, 60_000);

test('a key opens the account that has it, and no other', async () => {
  const refused = await deploy({ username: 'root', 'private-key': ownKey });
  expectRefused(refused, {
    codes: ['AUTHENTICATION_FAILED'],
    says: ['does not let the user root in', 'Tried: publickey', 'authorized_keys of root', '`username`'],
    never: ownKey.split('\n').filter((line) => line !== '' && !line.startsWith('-')),
  });
  expectSuccess(await plan({ username: 'deploy', 'private-key': ownKey }));
  // Pasted into a secret, a key often loses its last line end or gains those of Windows.
  expectSuccess(await plan({ username: 'deploy', 'private-key': ownKey.trimEnd().replaceAll('\n', '\r\n') }));
}, 60_000);

test('without a pin nothing is sent, and the line that is printed is the one to paste', async () => {
  const tried = await attempts();
  const missing = await deploy({ 'host-key': undefined });
  const { fingerprint } = hostKey('ed25519');
  expectRefused(missing, {
    codes: ['HOST_KEY_MISSING'],
    says: ['`host-key` is empty', fingerprint, 'ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub'],
  });
  expect(await attempts()).toBe(tried);
  const line = errorsOf(missing).split('paste this line as `host-key`:\n')[1]?.split('\n')[0];
  expect(await scene.server.sh('ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub')).toContain(line);
  expectSuccess(await plan({ 'host-key': line }));
}, 60_000);

test('a server with another key gets nothing either', async () => {
  const tried = await attempts();
  const other = join(scene.workspace, 'other');
  await run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', other]);
  const [, pinned = ''] = (await run(['ssh-keygen', '-lf', `${other}.pub`])).split(' ');
  for (const pin of [pinned, readFileSync(`${other}.pub`, 'utf8')]) {
    expectRefused(await deploy({ 'host-key': pin }), {
      codes: ['HOST_KEY_MISMATCH'],
      says: ['`host-key`', hostKey('ed25519').fingerprint, pinned, 'installed again'],
    });
  }
  expect(await attempts()).toBe(tried);
}, 60_000);

test.each(['ed25519', 'ecdsa', 'rsa'] as const)(
  'a pin of type %s, as a fingerprint and as a known_hosts line',
  async (type) => {
    expectSuccess(await plan({ 'host-key': hostKey(type).fingerprint }));
    expectSuccess(await plan({ 'host-key': `# the server\n${hostKey(type).line}` }));
  },
  60_000,
);

test('accept-any is taken, with a warning', async () => {
  const taken = await plan({ 'host-key': 'accept-any' });
  expectSuccess(taken);
  const warnings = taken.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
  expect(warnings.join('\n')).toContain(`host-key is accept-any: whoever answers as ${scene.server.address}`);
}, 60_000);

test('sudo that asks, also whom it does not know at all', async () => {
  const refused = await deploy({ username: 'nobody-special' });
  expectRefused(refused, { codes: ['SUDO_NEEDS_PASSWORD'], says: ['nobody-special for a password', 'NOPASSWD:ALL'] });
  const asks = await deploy({ username: 'asks' });
  expectRefused(asks, {
    codes: ['SUDO_NEEDS_PASSWORD'],
    says: ['asks asks for a password', "echo 'asks ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/zz-asks"],
  });
  // What the cure says is what helps.
  const [, cure = ''] = /As root on the server: `([^`]+)`/.exec(errorsOf(asks)) ?? [];
  await during(cure, 'rm /etc/sudoers.d/zz-asks', async () => {
    expectSuccess(await plan({ username: 'asks' }));
  });
}, 60_000);

test('sudo for other commands only', async () => {
  const rule = '/etc/sudoers.d/practice-some';
  const lines = 'Defaults:nobody-special !authenticate\nnobody-special ALL=(ALL) NOPASSWD: /usr/bin/id\n';
  await during(`printf '${lines}' >${rule}; chmod 440 ${rule}`, `rm ${rule}`, async () => {
    const refused = await deploy({ username: 'nobody-special' });
    expectRefused(refused, { codes: ['SUDO_NOT_ALLOWED'], says: ['nobody-special', 'bash as root', 'NOPASSWD:ALL'] });
  });
}, 60_000);

test('sudo that wants a terminal gets one; without script(1) it is refused, with a cure', async () => {
  const script = `cp -p /etc/sudoers /run/sudoers; sed -i '1i Defaults requiretty' /etc/sudoers`;
  const undo =
    'cp -p /run/sudoers /etc/sudoers; rm -f /etc/sudoers.d/zz-deploy-tty; mv /usr/bin/script.off /usr/bin/script 2>/dev/null || :';
  await during(script, undo, async () => {
    expectSuccess(await plan({ username: 'deploy' }));
    await scene.server.sh('mv /usr/bin/script /usr/bin/script.off');
    const refused = await deploy({ username: 'deploy' });
    expectRefused(refused, {
      codes: ['SUDO_NEEDS_TTY'],
      says: ['only from a terminal', 'requiretty', "echo 'Defaults:deploy !requiretty'"],
    });
    const [, cure = ''] = /as root on the server: `([^`]+)`/.exec(errorsOf(refused)) ?? [];
    await scene.server.sh(cure);
    expectSuccess(await plan({ username: 'deploy' }));
  });
}, 60_000);

/** Gives users another login shell while `work` runs. */
function withShell(shell: string, users: readonly string[], work: () => Promise<void>): Promise<void> {
  const change = `sed -i -E 's#^((${users.join('|')}):.*:)[^:]*$#\\1${shell}#' /etc/passwd`;
  return during(`cp -p /etc/passwd /run/passwd; ${change}`, 'cp -p /run/passwd /etc/passwd', work);
}

test.each(['/usr/bin/tcsh', '/usr/bin/fish', '/usr/bin/zsh'])(
  'a login shell that is not POSIX: %s',
  async (shell) => {
    await withShell(shell, ['root', 'deploy'], async () => {
      expect(await scene.server.sh('getent passwd root deploy | cut -d: -f7 | sort -u')).toBe(shell);
      expectSuccess(await plan({ username: 'deploy' }));
      expectSuccess(await plan({ username: 'root' }));
    });
  },
  60_000,
);

test('a login shell that runs nothing', async () => {
  await withShell('/usr/sbin/nologin', ['deploy'], async () => {
    const refused = await deploy({ username: 'deploy' });
    expectRefused(refused, {
      codes: ['SHELL_UNUSABLE'],
      says: ['deploy', 'not available', 'usermod -s /bin/bash deploy'],
    });
  });
}, 60_000);

test('a key of root’s that is bound to a command: cloud-init’s, and one in other words', async () => {
  const publicKey = readFileSync(join(scene.workspace, 'own.pub'), 'utf8').trim();
  const bind = (command: string): string =>
    `install -d -m 700 /root/.ssh; cat >/root/.ssh/authorized_keys <<'END'
no-port-forwarding,no-agent-forwarding,no-X11-forwarding,command="${command}" ${publicKey}
END`;
  const root = { username: 'root', 'private-key': ownKey };
  // As cloud-init writes it (disable_root_opts).
  const cloudInit = `echo 'Please login as the user \\"deploy\\" rather than the user \\"root\\".';echo;sleep 10;exit 142`;
  await during(bind(cloudInit), 'rm -r /root/.ssh', async () => {
    const refused = await deploy(root);
    expectRefused(refused, { codes: ['LOGIN_AS_OTHER'], says: ['`username: deploy`', 'the same key works'] });
    expect(errorsOf(refused)).not.toContain('usermod');
    expectSuccess(await plan({ ...root, username: 'deploy' }));
    await scene.server.sh(bind('echo 本机禁止使用，请联系管理员; exit 1'));
    expectRefused(await deploy(root), {
      codes: ['SHELL_UNUSABLE'],
      says: ['本机禁止使用，请联系管理员', 'grep -n command='],
    });
    // A command that runs what it is given is no obstacle.
    await scene.server.sh(bind('exec bash -c \\"$SSH_ORIGINAL_COMMAND\\"'));
    expectSuccess(await plan(root));
  });
}, 120_000);

test('a password that has expired, until the cure is followed', async () => {
  const keep = 'for f in /etc/shadow /etc/shadow-; do [ ! -e $f ] || cp -p $f /run/; done; chage -d 0 deploy';
  const undo = 'for f in shadow shadow-; do rm -f /etc/$f; [ ! -e /run/$f ] || mv /run/$f /etc/$f; done';
  await during(keep, undo, async () => {
    const refused = await deploy({ username: 'deploy' });
    expectRefused(refused, { codes: ['PASSWORD_EXPIRED'], says: ['password of deploy', 'ssh deploy@'] });
    const [, cure = ''] = /as root on the server: `([^`]+)`/.exec(errorsOf(refused)) ?? [];
    await scene.server.sh(cure);
    expectSuccess(await plan({ username: 'deploy' }));
  });
}, 60_000);

describe('start-up files', () => {
  /** Gives root and deploy such a file in their homes while `work` runs. */
  async function withFile(name: string, lines: string, work: () => Promise<void>): Promise<void> {
    const keep = `for home in /root /home/deploy; do mkdir -p "$home/.config/fish"; cp -p "$home/${name}" "$home/${name}.kept" 2>/dev/null || :; done`;
    const write = `for home in /root /home/deploy; do cat >"$home/${name}" <<'END'\n${lines}\nEND\ndone`;
    const undo = `for home in /root /home/deploy; do rm -f "$home/${name}"; [ ! -e "$home/${name}.kept" ] || mv "$home/${name}.kept" "$home/${name}"; rm -rf "$home/.config"; done`;
    await during(`${keep}\n${write}`, undo, work);
  }

  test('of bash that print, read, export or put another shell in its place do not shape a run', async () => {
    const lines = `echo Welcome; read -r answer
export TMOUT=1 GREP_OPTIONS=--color=always POSIXLY_CORRECT=1 DOCKER_HOST=tcp://127.0.0.1:1
docker() { echo mine; }; export -f docker
exec zsh`;
    await withFile('.bashrc', lines, async () => {
      for (const username of ['root', 'deploy']) expectSuccess(await plan({ username }));
    });
  }, 60_000);

  const thieves = [
    ['.bashrc', '/bin/bash', 'alias ll="ls -l"\nexec fish', '.bashrc, line 2 (`exec`)'],
    ['.bashrc', '/bin/bash', 'cat >/dev/null', '.bashrc, line 1 (`cat`)'],
    ['.zshenv', '/usr/bin/zsh', 'while read -r line; do :; done', '.zshenv, line 1 (`read`)'],
    ['.config/fish/config.fish', '/usr/bin/fish', 'set -x A b\ncat >/dev/null', 'config.fish, line 2 (`cat`)'],
  ] as const;
  test.each(thieves)(
    '%s of %s that takes the script away is named, and its cure helps',
    async (name, shell, lines, says) => {
      await withShell(shell, ['root', 'deploy'], () =>
        withFile(name, lines, async () => {
          const refused = await plan({ username: 'deploy' });
          expectRefused(refused, { codes: ['STARTUP_FILE'], says: [says, 'Insert this line before line'] });
          const [, line, guard = ''] = /before line (\d+) of \S+: `([^`]+)`/.exec(errorsOf(refused)) ?? [];
          await scene.server.sh(`sed -i '${line}i ${guard.replaceAll("'", "'\\''")}' /home/deploy/${name}`);
          expectSuccess(await plan({ username: 'deploy' }));
          expectRefused(await plan({ username: 'root' }), { codes: ['STARTUP_FILE'], says: [says] });
        }),
      );
    },
    60_000,
  );
});

test('a server that speaks Chinese is understood, or shown in its own words', async () => {
  const script = `cp -p /etc/environment /run/environment; echo LANG=zh_CN.UTF-8 >>/etc/environment`;
  await during(
    script,
    'cp -p /run/environment /etc/environment; mv /usr/bin/sudo.off /usr/bin/sudo 2>/dev/null || :',
    async () => {
      expectSuccess(await plan({ username: 'deploy' }));
      expectRefused(await deploy({ username: 'asks' }), { codes: ['SUDO_NEEDS_PASSWORD'], says: ['NOPASSWD:ALL'] });
      await scene.server.sh('mv /usr/bin/sudo /usr/bin/sudo.off');
      expectRefused(await deploy({ username: 'deploy' }), { codes: ['SUDO_MISSING'], says: ['finds no sudo'] });
      await scene.server.sh('mv /usr/bin/sudo.off /usr/bin/sudo');
      await withShell('/usr/sbin/nologin', ['deploy'], async () => {
        expectRefused(await deploy({ username: 'deploy' }), { codes: ['SHELL_UNUSABLE'], says: ['It said: '] });
      });
    },
  );
}, 120_000);

test('sudo that is broken is told in its own words', async () => {
  await during('chmod u-s /usr/bin/sudo', 'chmod 4755 /usr/bin/sudo', async () => {
    expectRefused(await deploy({ username: 'deploy' }), { codes: ['SUDO_REFUSED'], says: ['must be owned by uid 0'] });
  });
}, 60_000);

test('an sshd that allows fewer sessions than a deployment needs is refused by the plan already', async () => {
  const file = '/etc/ssh/sshd_config.d/00-sessions.conf';
  const reload = 'systemctl reload ssh';
  await during(`echo 'MaxSessions 2' >${file}; ${reload}`, `rm ${file}; ${reload}`, async () => {
    for (const run of [plan, deploy]) {
      const refused = await run({});
      expectRefused(refused, {
        codes: ['SESSIONS_TOO_FEW'],
        says: ['allows 2 SSH sessions', 'needs 3', 'MaxSessions 10'],
      });
    }
    // What the cure says finds the line.
    const shown = await scene.server.sh('grep -rniE "^\\s*MaxSessions" /etc/ssh/sshd_config /etc/ssh/sshd_config.d');
    expect(shown).toBe(`${file}:1:MaxSessions 2`);
    await scene.server.sh(`sed -i 's/2/10/' ${file}; systemctl reload ssh || systemctl reload sshd`);
    expectSuccess(await plan({}));
  });
}, 60_000);
