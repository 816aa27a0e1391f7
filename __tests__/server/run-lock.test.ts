import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { lockFolder } from '../../src/server/lock.ts';
import { holdRunLock, lookAtRunLocks, removeRunLocks } from '../../src/server/run-lock.ts';
import { runKeeperScript, runLockFile } from '../../src/server/run-lock-script.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { codeOf, options, removeIfEmpty } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');
/** Where applications are deployed to this very machine, the folder of locks stays. */
const deployedHere = existsSync(lockFolder);
let server: SshServer;
let first: Session;
let second: Session;
const made: string[] = [];

/** The token of a run of its own; its file is removed after the test. */
function newToken(): string {
  const token = randomBytes(4).toString('hex');
  made.push(token);
  return token;
}

const stateOf = async (token: string) => (await lookAtRunLocks(second, [token])).get(token);
/** Waits, on the server, until nobody holds the lock any more. */
const free = (token: string) => second.run(`exec 9<${runLockFile(token)}; flock -w 20 9`);

beforeAll(async () => {
  server = await startSshServer({ hostKeys: [hostKey.private] });
});
afterAll(async () => {
  await server?.stop();
  if (!deployedHere) removeIfEmpty(lockFolder);
});
beforeEach(async () => {
  first = await connect(options(server.port, hostKey, userKey));
  second = await connect(options(server.port, hostKey, userKey));
});
afterEach(() => {
  first?.dispose();
  second?.dispose();
  for (const token of made.splice(0))
    for (const end of ['', '.new']) rmSync(`${runLockFile(token)}${end}`, { recursive: true, force: true });
});

test('a run is seen to go on while it holds its lock, and nothing is left of it after its end', async () => {
  const token = newToken();
  expect(await stateOf(token)).toBe('none');
  const lock = await holdRunLock(first, token);
  expect(await stateOf(token)).toBe('held');
  await lock.release(true);
  expect(await stateOf(token)).toBe('none');
});

test('what could not be given back is seen to be of a run that is over', async () => {
  const token = newToken();
  await (await holdRunLock(first, token)).release(false);
  expect(await stateOf(token)).toBe('free');
  await removeRunLocks(second, [token]);
  expect(await stateOf(token)).toBe('none');
});

test('a run whose connection goes is over', async () => {
  const token = newToken();
  await holdRunLock(first, token);
  first.dispose();
  await free(token);
  expect(await stateOf(token)).toBe('free');
});

test('a runner that falls silent is over, the connection still open; heartbeats keep it', async () => {
  const [silent, alive] = [newToken(), newToken()];
  const lock = await holdRunLock(first, alive, { beatSeconds: 0.3, silenceSeconds: 1 });
  const keeper = await first.open(runKeeperScript(silent, 1));
  expect(await keeper.readLine()).toBe('held');
  expect(await keeper.readLine()).toBeUndefined();
  await second.run('sleep 2');
  const states = await lookAtRunLocks(second, [silent, alive]);
  expect(Object.fromEntries(states)).toEqual({ [silent]: 'free', [alive]: 'held' });
  await lock.release(true);
});

test('it is held again after the session has reconnected', async () => {
  const token = newToken();
  const lock = await holdRunLock(first, token);
  await first.reconnect();
  await second.run(`until ! (flock -n 8) 8<${runLockFile(token)}; do sleep 0.05; done`);
  expect(await stateOf(token)).toBe('held');
  await lock.release(true);
  expect(await stateOf(token)).toBe('none');
});

test('whoever looks takes it from nobody, and makes no file', async () => {
  const token = newToken();
  const lock = await holdRunLock(first, token);
  for (let i = 0; i < 5; i += 1) await lookAtRunLocks(second, [token]);
  expect(await stateOf(token)).toBe('held');
  await removeRunLocks(second, [token]);
  expect(await stateOf(token)).toBe('held');
  await lock.release(true);
  await lookAtRunLocks(second, [token]);
  expect(existsSync(runLockFile(token))).toBe(false);
});

test('what is no file of a run there is neither believed nor removed', async () => {
  mkdirSync(lockFolder, { recursive: true, mode: 0o700 });
  const [link, directory] = [newToken(), newToken()];
  const aim = `${lockFolder}/aim-${link}`;
  writeFileSync(aim, '');
  symlinkSync(aim, runLockFile(link));
  mkdirSync(runLockFile(directory));
  const states = await lookAtRunLocks(second, [link, directory]);
  expect([...states.values()]).toEqual(['strange', 'strange']);
  await removeRunLocks(second, [link, directory]);
  expect([link, directory].map((token) => existsSync(runLockFile(token)))).toEqual([true, true]);
  expect(existsSync(aim)).toBe(true);
  rmSync(aim);
});

test('what runs left a day ago is removed when another one begins, unless it is held or has another name', async () => {
  mkdirSync(lockFolder, { recursive: true, mode: 0o700 });
  const [old, half, held, recent, mine] = [newToken(), newToken(), newToken(), newToken(), newToken()];
  const other = `${lockFolder}/app-run-${old}.lock`;
  const lock = await holdRunLock(second, held);
  const places = [runLockFile(old), `${runLockFile(half)}.new`, runLockFile(recent), other];
  for (const place of places) writeFileSync(place, '');
  const before = Date.now() / 1000 - 2 * 86_400;
  for (const place of [...places.filter((one) => !one.includes(recent)), runLockFile(held)])
    utimesSync(place, before, before);
  const later = await holdRunLock(first, mine);
  await first.run(`until [ ! -e ${runLockFile(old)} ] && [ ! -e ${runLockFile(half)}.new ]; do sleep 0.05; done`);
  await later.release(true);
  expect([held, recent].map((token) => existsSync(runLockFile(token)))).toEqual([true, true]);
  expect(existsSync(other)).toBe(true);
  rmSync(other);
  await lock.release(true);
});

test('a lock that cannot be taken says why', async () => {
  const broken = { ...first, lost: undefined, open: () => first.open('echo "read-only file system" >&2; exit 73') };
  expect(await codeOf(holdRunLock(broken, newToken()))).toBe('LOCK_FAILED');
});

test('no other word than a token names a lock', () => {
  for (const word of ['../etc/x', 'app-a', '1234567', '123456789', '1234567G'])
    expect(() => runLockFile(word)).toThrow(RangeError);
});
