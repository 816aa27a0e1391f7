import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Log } from '../../src/messages/log.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { upload } from '../../src/server/upload.ts';
import { codeOf, options } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');
const content = randomBytes(6_000_000);
const sha256 = createHash('sha256').update(content).digest('hex');

let server: SshServer;
let session: Session;
let root: string;
let folder: string;
let number = 0;
const source = () => ({ path: join(root, 'app.jar'), bytes: content.length, sha256 });
const target = () => join(folder, 'deep er', 'app.jar');
const part = () => `${target()}.part-${sha256.slice(0, 8)}`;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'upload-'));
  writeFileSync(join(root, 'app.jar'), content);
  server = await startSshServer({ hostKeys: [hostKey.private] });
  session = await connect(options(server.port, hostKey, userKey));
});
afterAll(async () => {
  session?.dispose();
  await server?.stop();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  number += 1;
  folder = join(root, `server ${number}`);
});

function journal(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    group: (_title, work) => work(),
    info: (line) => lines.push(line.en),
    warning: (line) => lines.push(line.en),
    output: (line) => lines.push(line),
    debug: () => {},
  };
}

/** Uploads; the bytes that went over the line. */
async function send(over: Session = session): Promise<{ sent: number; lines: string[] }> {
  const log = journal();
  let first: number | undefined;
  let last = 0;
  await upload(over, source(), target(), {
    log,
    onProgress: (bytes) => {
      first ??= bytes;
      last = bytes;
    },
  });
  return { sent: first === undefined ? 0 : last, lines: log.lines };
}

describe('upload', () => {
  test('whole, private, and no part left', async () => {
    await send();
    expect(readFileSync(target()).equals(content)).toBe(true);
    expect(statSync(target()).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'deep er'))).toEqual(['app.jar']);
  });

  test('what is there already is not sent again', async () => {
    await send();
    const { sent, lines } = await send();
    expect(sent).toBe(0);
    expect(lines[0]).toContain('already');
  });

  test('goes on where an earlier run was cut off', async () => {
    const other = await connect(options(server.port, hostKey, userKey));
    const cut = upload(other, source(), target(), {
      log: journal(),
      onProgress: (bytes) => {
        if (bytes > 3_000_000) other.dispose();
      },
    });
    expect(await codeOf(cut)).toBe('CONNECTION_LOST');
    // The server notices by itself; until then the part belongs to the run that is gone.
    const there = await session.run(`exec 7>>'${part()}'; flock 7; stat -c %s '${part()}'`);
    const offset = Number(there.stdout);
    expect(offset).toBeGreaterThan(0);
    const { lines } = await send();
    expect(lines[0]).toMatch(/^[\d.]+ \w+ of .* are on the server already; going on from there/);
    expect(readFileSync(target()).equals(content)).toBe(true);
  });

  test('a damaged part is sent anew, once, by itself', async () => {
    await session.run(`mkdir -p '${join(folder, 'deep er')}'`);
    const damaged = Buffer.from(content.subarray(0, 2_000_000));
    damaged[1_000_000] = (damaged[1_000_000] ?? 0) ^ 1;
    writeFileSync(part(), damaged);
    const { lines } = await send();
    expect(lines.join('\n')).toContain('from its beginning');
    expect(readFileSync(target()).equals(content)).toBe(true);
  });

  test('a part that is too long is not used, and one of which another process writes is left alone', async () => {
    await session.run(`mkdir -p '${join(folder, 'deep er')}'`);
    writeFileSync(part(), Buffer.alloc(content.length + 1));
    await send();
    expect(readFileSync(target()).equals(content)).toBe(true);
    rmSync(target());
    writeFileSync(part(), content.subarray(0, 10));
    const holder = await session.open(`exec 7>>'${part()}'; flock 7; echo ready; read -r`);
    expect(await holder.readLine()).toBe('ready');
    const { lines } = await send();
    await holder.close();
    expect(readFileSync(target()).equals(content)).toBe(true);
    // What has come of it is taken over.
    expect(lines[0]).toMatch(/^10 B of .* are on the server already/);
    expect(statSync(part()).size).toBe(10);
  });

  test('what nothing is known of follows its script at once; what lies there does not matter', async () => {
    await session.run(`mkdir -p '${join(folder, 'deep er')}'`);
    writeFileSync(part(), Buffer.alloc(1000));
    const log = journal();
    await upload(session, source(), target(), { log, fresh: true });
    expect(readFileSync(target()).equals(content)).toBe(true);
    expect(readdirSync(join(folder, 'deep er'))).toEqual(['app.jar']);
    expect(log.lines.join('\n')).not.toMatch(/earlier run/);
  });

  test('what follows an upload is done in its script, and not again where it was done', async () => {
    await session.run(`mkdir -p '${folder}'`);
    const [done, counted] = [`[ -f '${folder}/count' ]`, `'${folder}/count'`];
    const more = { done, afterwards: `echo once >>${counted}` };
    await upload(session, source(), target(), { log: journal(), ...more });
    rmSync(target());
    await upload(session, source(), target(), { log: journal(), ...more });
    expect(readFileSync(join(folder, 'count'), 'utf8')).toBe('once\n');
    expect(existsSync(target())).toBe(false);
  });

  test('a file that is not what it was said to be is refused and removed, the old one kept', async () => {
    await session.run(`mkdir -p '${join(folder, 'deep er')}'; echo old > '${target()}'`);
    const wrong = { ...source(), sha256: '0'.repeat(64) };
    expect(await codeOf(upload(session, wrong, target(), { log: journal() }))).toBe('UPLOAD_CORRUPT');
    expect(readFileSync(target(), 'utf8')).toBe('old\n');
    expect(readdirSync(join(folder, 'deep er'))).toEqual(['app.jar']);
  });

  test('a file cut short while it is sent leaves no target', async () => {
    const path = join(root, 'short.jar');
    writeFileSync(path, content);
    truncateSync(path, 1000);
    expect(await codeOf(upload(session, { ...source(), path }, target(), { log: journal() }))).toBe('UPLOAD_FAILED');
    expect(existsSync(target())).toBe(false);
  });

  test('a file that cannot be read fails with its own error', async () => {
    const gone = { ...source(), path: join(root, 'gone.jar') };
    expect(await codeOf(upload(session, gone, target(), { log: journal() }))).toBe('ENOENT');
  });

  test('too little space is told before a byte is sent', async () => {
    const vast = { ...source(), bytes: 1e15 };
    const log = journal();
    await expect(upload(session, vast, target(), { log })).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(log.lines).toEqual([]);
  });

  test('a folder that cannot be made', async () => {
    const under = join(root, 'app.jar', 'x.jar');
    expect(await codeOf(upload(session, source(), under, { log: journal() }))).toBe('UPLOAD_FAILED');
  });

  test('an empty file', async () => {
    const path = join(root, 'empty');
    writeFileSync(path, '');
    const empty = { path, bytes: 0, sha256: createHash('sha256').digest('hex') };
    await upload(session, empty, target(), { log: journal() });
    expect(statSync(target()).size).toBe(0);
  });
});
