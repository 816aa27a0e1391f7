import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { whileConnecting } from '../../src/commands/early-connection.ts';
import type { Run } from '../../src/commands/run.ts';
import { failure, failuresOf } from '../../src/messages/failure.ts';
import { text } from '../../src/messages/text.ts';
import { Secret } from '../../src/redaction/secret.ts';
import type { DeploySettings } from '../../src/settings/settings.ts';
import { settings as settingsOf } from '../unit/deployment/decision-inputs.ts';
import { listeningLog } from '../unit/engine/listening-log.ts';
import { patience } from '../unit/engine/patience.ts';
import { fingerprintOf } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');
let server: SshServer;
let log: ReturnType<typeof listeningLog>;
let run: Run;
beforeAll(async () => {
  server = await startSshServer({ hostKeys: [hostKey.private] });
});
afterAll(() => server.stop());
beforeEach(() => {
  log = listeningLog();
  run = { ...patience(), log } as unknown as Run;
});

function settings(pinned = hostKey): DeploySettings {
  const login = { port: server.port, username: 'root', privateKey: new Secret(userKey.private) };
  const host = { host: '127.0.0.1', hostKey: fingerprintOf(pinned) };
  const none = { passphrase: undefined, password: undefined, jump: undefined };
  return { ...settingsOf(), tencent: undefined, server: { ...login, ...host, ...none, connectTimeoutSeconds: 10 } };
}

/** Waits until `is` holds. */
async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; !is(); tries += 1) {
    if (tries > 250) throw new Error('it never comes');
    await delay(20);
  }
}

const unread = failure('JAR_NOT_A_ZIP', { path: 'app.jar', detail: 'x' });

test('it logs in while the runner reads, and tells of it in its turn', async () => {
  const before = server.logins.length;
  const said = await whileConnecting(
    { ...settings(), server: { ...settings().server, hostKey: 'accept-any' } },
    run,
    async (begin) => {
      begin();
      await until(() => server.logins.length > before);
      log.info(text('read', '已读取'));
    },
    async (_, early) => {
      const session = await early.take(log);
      try {
        return (await session.run('echo in')).stdout;
      } finally {
        session.dispose();
      }
    },
  );
  expect(said).toBe('in\n');
  expect(log.lines.map((line) => line.split(' ')[0])).toEqual(['info', 'warning']);
  expect(log.lines[0]).toBe('info read');
});

test('what is wrong on the runner is told alone, and the connection is closed; beside it what kept that from being made', async () => {
  const reading = (pinned: typeof hostKey, how: () => Promise<void>) =>
    whileConnecting(
      settings(pinned),
      run,
      async (begin) => {
        begin();
        await how();
        throw unread;
      },
      () => Promise.reject(new Error('there is nothing to work with')),
    ).catch((error: unknown) => failuresOf(error).map(({ code }) => code));
  const before = server.logins.length;
  expect(await reading(hostKey, () => until(() => server.logins.length > before))).toEqual(['JAR_NOT_A_ZIP']);
  expect(await reading(hostKey, async () => {})).toEqual(['JAR_NOT_A_ZIP']);
  await until(() => server.open === 0);
  expect(await reading(keyPair('ed25519'), () => delay(500))).toEqual(['JAR_NOT_A_ZIP', 'HOST_KEY_MISMATCH']);
  expect(log.lines).toEqual([]);
});

test('where a firewall may have to be opened first, the server hears of nothing before', async () => {
  const { tencent } = settingsOf();
  const opening = { ...settings(), tencent: { ...tencent, sshFromRunner: 'runner' } } as DeploySettings;
  const before = server.connections;
  const read = async (begin: () => void): Promise<void> => {
    begin();
    await delay(200);
  };
  await whileConnecting(opening, run, read, async () => {});
  expect(server.connections).toBe(before);
});
