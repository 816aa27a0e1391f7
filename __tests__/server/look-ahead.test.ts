import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type LockPatience, underLock } from '../../src/commands/lock.ts';
import type { Run } from '../../src/commands/run.ts';
import { unlessCancelled } from '../../src/engine/cancel.ts';
import { survey } from '../../src/engine/survey.ts';
import { text } from '../../src/messages/text.ts';
import { lockFolder } from '../../src/server/lock.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { listeningLog } from '../unit/engine/listening-log.ts';
import { patience } from '../unit/engine/patience.ts';
import { codeOf, options, removeIfEmpty } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');
/** Where applications are deployed to this very machine, the folder of locks stays. */
const deployedHere = existsSync(lockFolder);
let server: SshServer;
let app: string;
let asked: string;
const sessions: Session[] = [];
beforeAll(async () => {
  server = await startSshServer({ hostKeys: [hostKey.private] });
});
afterAll(async () => {
  await server.stop();
  if (!deployedHere) removeIfEmpty(lockFolder);
});
beforeEach(() => {
  app = `test-${randomUUID()}`;
  asked = `/tmp/${app}`;
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
  rmSync(asked, { force: true });
  for (const end of ['lock', 'holder']) rmSync(`${lockFolder}/app-${app}.${end}`, { force: true });
});

const run = {
  ...patience({ sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)) }),
  log: listeningLog(),
  now: Date.now,
  origin: { actor: 'a', runUrl: 'u', commit: 'c' },
} as unknown as Run;

/** Works under the lock over a connection of its own, with a look that leaves a file and tells whether the lock is held. */
async function locked<T>(work: (found: string) => Promise<T>, wait?: LockPatience): Promise<T> {
  const session = await connect(options(server.port, hostKey, userKey));
  sessions.push(session);
  const held = {
    script: `touch '${asked}'; flock -n '${lockFolder}/app-${app}.lock' true && echo free || echo held`,
    read: (output: string) => output.trim(),
  };
  const look = async (opening: string, { cancelled }: Run) =>
    unlessCancelled(async () => (await survey(session, { held }, opening)).held, cancelled);
  return underLock(session, app, run, { look, work: (_, found) => work(found) }, wait);
}

test('a look that is sent with the question for the lock asks once it is held; one whose lock is refused asks nothing', async () => {
  await locked(async (found) => {
    expect(found).toBe('held');
    rmSync(asked);
    expect(await codeOf(locked(async () => 'never'))).toBe('LOCKED');
    await new Promise((done) => setTimeout(done, 500));
    expect(existsSync(asked)).toBe(false);
  });
  // It was let go of without waiting for the answer, over a connection that is still open.
  expect(await locked(async (found) => found)).toBe('held');
});

test('with patience the look waits as long as the lock is waited for', async () => {
  let letGo = (): void => {};
  const first = locked(
    () =>
      new Promise<void>((done) => {
        letGo = done;
      }),
  );
  while (!existsSync(asked)) await new Promise((done) => setTimeout(done, 20));
  rmSync(asked);
  const second = locked(async (found) => found, { seconds: 20, waiting: text('waits', '等待') });
  await new Promise((done) => setTimeout(done, 1500));
  expect(existsSync(asked)).toBe(false);
  letGo();
  await first;
  expect(await second).toBe('held');
});
