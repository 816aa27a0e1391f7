import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { underLock } from '../../src/commands/lock.ts';
import { newRecord, type Run } from '../../src/commands/run.ts';
import { unlessCancelled } from '../../src/engine/cancel.ts';
import { survey } from '../../src/engine/survey.ts';
import { lockFolder } from '../../src/server/lock.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { listeningLog } from '../unit/engine/listening-log.ts';
import { patience } from '../unit/engine/patience.ts';
import { options, removeIfEmpty, removeLock } from './login.ts';
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
  app = `Test-${randomUUID()}`;
  asked = `/tmp/${app}`;
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
  rmSync(asked, { force: true });
  removeLock(app);
});

const log = listeningLog();
const run = {
  ...patience(),
  log,
  enter: () => {},
  now: Date.now,
  origin: { actor: 'a', runUrl: 'u', commit: 'c' },
} as unknown as Run;

/** Which looks asked so far, and what else was noted, in order. */
const noted = (): readonly string[] => (existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : []);

/** Works under the lock over a connection of its own, with a look that notes its name and tells whether the lock is held. */
async function locked<T>(name: string, work: (found: string) => Promise<T>, waitSeconds = 0): Promise<T> {
  const session = await connect(options(server.port, hostKey, userKey));
  sessions.push(session);
  const held = {
    script: `echo ${name} >>'${asked}'; flock -n '${lockFolder}/app-${app.toLowerCase()}.lock' true && echo free || echo held`,
    read: (output: string) => output.trim(),
  };
  const look = async (opening: string, { cancelled }: Run) =>
    unlessCancelled(async () => (await survey(session, { held }, opening)).held, cancelled);
  const whole = { look, isHalfDone: () => false, work: (_: unknown, found: string) => work(found) };
  return underLock({ session, run, record: newRecord(0) }, app, whole, waitSeconds);
}

test('a look that is sent with the question for the lock asks once it is held; one whose lock is refused asks nothing', async () => {
  await locked('first', async (found) => {
    expect(found).toBe('held');
    await expect(locked('refused', async () => 'never')).rejects.toMatchObject({
      message: expect.stringMatching(`^LOCKED: Another run works on ${app}: a, u, commit c, since \\d{4}-`),
    });
  });
  // It was let go of without waiting for the answer, over a connection that is still open.
  expect(await locked('next', async (found) => found)).toBe('held');
  expect(noted()).toEqual(['first', 'next']);
});

test('a run that has to wait for its turn looks once it is held, not before, and says for whom it waits', async () => {
  const letGo = Promise.withResolvers<void>();
  const first = locked('first', () => letGo.promise);
  while (noted().length === 0) await new Promise((done) => setTimeout(done, 20));
  const second = locked('second', async (found) => found, 20);
  const said = `info Waiting for another run on ${app}: a, u, since `;
  while (!log.lines.some((line) => line.startsWith(said))) await new Promise((done) => setTimeout(done, 20));
  appendFileSync(asked, 'let go\n');
  letGo.resolve();
  await first;
  expect(await second).toBe('held');
  expect(noted()).toEqual(['first', 'let go', 'second']);
  expect(log.lines.at(-1)).toMatch(/is free: this run's turn after \d+ s/);
});
