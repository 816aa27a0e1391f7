import { existsSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { takeCertificateLock } from '../../src/server/certificate-lock.ts';
import { lockFolder } from '../../src/server/lock.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { options, removeIfEmpty } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');
const deployedHere = existsSync(lockFolder);
const domain = 'practice-lock.example.com';
let server: SshServer;
let first: Session;
let second: Session;

function holder(who: string) {
  return {
    who,
    runUrl: `https://github.com/octocat/shop/actions/runs/1`,
    commit: '1a2b3c4',
    since: '2026-11-27T00:00:00Z',
    token: '0123456789abcdef',
  };
}

beforeAll(async () => {
  server = await startSshServer({ hostKeys: [hostKey.private] });
});
afterAll(async () => {
  await server?.stop();
  for (const end of ['lock', 'holder']) rmSync(`${lockFolder}/certificate-${domain}.${end}`, { force: true });
  if (!deployedHere) removeIfEmpty(lockFolder);
});
beforeEach(async () => {
  first = await connect(options(server.port, hostKey, userKey));
  second = await connect(options(server.port, hostKey, userKey));
});
afterEach(() => {
  first?.dispose();
  second?.dispose();
});

test('who comes second is told who is first, waits, and has it then', async () => {
  const told: unknown[] = [];
  const one = await takeCertificateLock(first, {
    domain,
    holder: holder('ada'),
    waitSeconds: 60,
    onWait: () => told.push('first'),
  });
  const other = takeCertificateLock(second, {
    domain,
    holder: holder('bob'),
    waitSeconds: 60,
    onWait: (who) => told.push(who.who),
  });
  const state = await Promise.race([
    other.then(() => 'held'),
    new Promise((done) => setTimeout(done, 1500, 'waiting')),
  ]);
  expect(state).toBe('waiting');
  await one.release();
  await (await other).release();
  expect(told).toEqual(['ada']);
});

test('it is free when the connection of its holder goes', async () => {
  await takeCertificateLock(first, { domain, holder: holder('ada'), waitSeconds: 60, onWait: () => {} });
  first.dispose();
  const other = await takeCertificateLock(second, { domain, holder: holder('bob'), waitSeconds: 60, onWait: () => {} });
  await other.release();
});

test('one that stays busy is refused, with who holds it', async () => {
  const one = await takeCertificateLock(first, { domain, holder: holder('ada'), waitSeconds: 60, onWait: () => {} });
  const other = takeCertificateLock(second, { domain, holder: holder('bob'), waitSeconds: 1, onWait: () => {} });
  await expect(other).rejects.toThrow(/CERTIFICATE_LOCKED.*ada/);
  await one.release();
});

test('two domains do not wait for each other', async () => {
  const one = await takeCertificateLock(first, { domain, holder: holder('ada'), waitSeconds: 60, onWait: () => {} });
  const elsewhere = { domain: `x.${domain}`, holder: holder('bob'), waitSeconds: 1, onWait: () => {} };
  const other = await takeCertificateLock(second, elsewhere);
  await Promise.all([one.release(), other.release()]);
  rmSync(`${lockFolder}/certificate-x.${domain}.lock`, { force: true });
  rmSync(`${lockFolder}/certificate-x.${domain}.holder`, { force: true });
});
