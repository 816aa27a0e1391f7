import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { connect, type Session } from '../../src/server/session.ts';
import { upload } from '../../src/server/upload.ts';
import { noise, versions } from '../unit/delta/generated-jars.ts';
import { type JarFolder, jarFolder, sha256Of } from '../unit/delta/rebuilding.ts';
import { listeningLog } from '../unit/engine/listening-log.ts';
import { zip } from '../unit/jar/zip.ts';
import { options } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');

let server: SshServer;
let session: Session;
let root: string;
let jars: JarFolder;

beforeAll(async () => {
  server = await startSshServer({ hostKeys: [hostKey.private] });
  session = await connect(options(server.port, hostKey, userKey));
});
afterAll(async () => {
  session?.dispose();
  await server?.stop();
});
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rebuild 漢 '));
  jars = jarFolder(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('generated versions come out to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(versions, async ([before, now]) => {
      rmSync(jars.incoming, { recursive: true, force: true });
      const { done, said } = await jars.put(session, now, [await jars.basis(before)]);
      expect(said).not.toMatch(/another SHA-256|could not put/);
      expect(existsSync(jars.target)).toBe(done);
      if (done) expect(readFileSync(jars.target).equals(now)).toBe(true);
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** Libraries, and a class of a version. */
const jarOf = (version: number): Buffer =>
  zip([
    { name: 'A.class', data: noise(version, 900) },
    ...Array.from({ length: 20 }, (_, at) => ({ name: `lib/l${at}-1.jar`, data: noise(100 + at, 50_000) })),
  ]);

test('one exchange brings a new version; a damaged basis is noticed, and all of it is sent', async () => {
  const basis = await jars.basis(jarOf(1));
  const { done, scripts } = await jars.put(session, jarOf(2), [basis]);
  expect([done, scripts]).toEqual([true, 1]);
  const spoilt = readFileSync(basis.path);
  spoilt[500_000] = (spoilt[500_000] ?? 0) ^ 1;
  writeFileSync(basis.path, spoilt);
  const again = await jars.put(session, jarOf(3), [basis]);
  expect(again.done).toBe(false);
  expect(again.said).toContain('A jar on the server is damaged');
  expect(readdirSync(jars.incoming)).toEqual(['x.jar']);
  const log = listeningLog();
  const source = { path: join(root, 'new.jar'), bytes: jarOf(3).length, sha256: sha256Of(jarOf(3)) };
  await upload(session, source, jars.target, { log, fresh: true });
  expect(readFileSync(jars.target).equals(jarOf(3))).toBe(true);
});

test('what is long is sent on a stream of its own', async () => {
  const added = zip([
    { name: 'A.class', data: noise(7, 900) },
    { name: 'b', data: noise(8, 2_000_000) },
  ]);
  const now = Buffer.concat([jarOf(1), noise(9, 3), added]);
  const base = await jars.basis(
    zip([
      { name: 'c', data: noise(10, 9_000_000) },
      { name: 'b', data: noise(8, 5) },
    ]),
  );
  const bigger = zip([
    { name: 'c', data: noise(10, 9_000_000) },
    { name: 'd', data: now },
  ]);
  const { done, said } = await jars.put(session, bigger, [base]);
  expect(done).toBe(true);
  expect(readFileSync(jars.target).equals(bigger)).toBe(true);
  expect(said).toMatch(/Sent 3\.\d MB of 12\.\d MB/);
});
