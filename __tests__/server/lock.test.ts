import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { keeperScript } from '../../src/server/keeper-script.ts';
import { findSwitch, lockFolder, takeLock, underSharedLock } from '../../src/server/lock.ts';
import { prelude } from '../../src/server/prelude.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { codeOf, options, removeIfEmpty, removeLock } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');
const holder = {
  who: "o'brien 部署",
  runUrl: 'https://github.com/o/r/actions/runs/1',
  commit: '1a2b3c4',
  since: '2026-11-23T16:05:12Z',
  token: '0123456789abcdef',
};
let server: SshServer;
let first: Session;
let second: Session;
let folder: string;
let app: string;
/** Where applications are deployed to this very machine, the folder of locks stays. */
const deployedHere = existsSync(lockFolder);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  server = await startSshServer({ hostKeys: [hostKey.private] });
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  if (!deployedHere) removeIfEmpty(lockFolder);
});
beforeEach(async () => {
  app = `test-${randomUUID()}`;
  first = await connect(options(server.port, hostKey, userKey));
  second = await connect(options(server.port, hostKey, userKey));
});
afterEach(() => {
  first?.dispose();
  second?.dispose();
  removeLock(app);
});

const take = (session: Session, beatSeconds = 5) => takeLock(session, { app, holder, beatSeconds });
/** Resolves once nobody holds the lock any more. */
const free = (session: Session) => session.run(`exec 9>>${lockFolder}/app-${app}.lock; flock -w 20 9`);

describe('the lock of an application', () => {
  test('the second one is told at once who has it; it is free after release', async () => {
    const lock = await take(first);
    await expect(take(second)).rejects.toMatchObject({ code: 'LOCKED' });
    const words = await take(second).catch((error: Error) => error.message);
    for (const part of [holder.who, holder.runUrl, holder.commit]) expect(words).toContain(part);
    // By the server's clock, from when it was held on.
    const [since = ''] = /\d{4}-\d\d-\d\dT[\d:]+Z/.exec(words as string) ?? [];
    expect(Math.abs(Date.parse(since) - Date.now())).toBeLessThan(10_000);
    await lock.release();
    await (await take(second)).release();
  });

  test('whoever only looks whether it is held takes it from nobody', async () => {
    const lock = `${lockFolder}/app-${app}.lock`;
    await (await take(first)).release();
    // What a plan's survey does, again and again, until its input ends.
    const looking = await second.open(`echo looking; until read -r -t 0; do flock -n ${lock} true; done`);
    expect(await looking.readLine()).toBe('looking');
    for (let i = 0; i < 20; i += 1) await (await take(first)).release();
    looking.writeLine('stop');
    await looking.close();
  });

  test('applications do not disturb each other', async () => {
    const lock = await take(first);
    const other = await takeLock(second, { app: `${app}-other`, holder, beatSeconds: 5 });
    await Promise.all([lock.release(), other.release()]);
    removeLock(`${app}-other`);
  });

  test('a connection that goes lets go of it, and whoever held it hears so', async () => {
    const lock = await take(first);
    first.dispose();
    expect((await lock.lost).code).toBe('CONNECTION_LOST');
    await free(second);
    await (await take(second)).release();
  });

  test('heartbeats keep it beyond the silence allowed', async () => {
    const lock = await take(first, 0.4);
    let lost = false;
    void lock.lost.then(() => {
      lost = true;
    });
    // Twice the silence after which the keeper (whole seconds) gives up.
    await second.run('sleep 4');
    expect(lost).toBe(false);
    expect(await codeOf(take(second))).toBe('LOCKED');
    await lock.release();
  });

  test('a runner that falls silent loses it, the connection still open', async () => {
    const keeper = await first.open(keeperScript(app, holder, { silenceSeconds: 1, waitSeconds: 0 }));
    expect(await keeper.readLine()).toBe('held');
    expect(await codeOf(take(second))).toBe('LOCKED');
    expect(await keeper.readLine()).toBeUndefined();
    await (await take(second)).release();
    expect(first.lost).toBeUndefined();
  });

  test('a keeper that ends unasked is noticed', async () => {
    const shortLived = { ...first, open: () => first.open('echo held; read -r line') };
    const lock = await takeLock(shortLived, { app, holder, beatSeconds: 0.1 });
    expect((await lock.lost).code).toBe('LOCK_LOST');
    expect(await codeOf(lock.startSwitch('/none', '/none'))).toBe('LOCK_LOST');
    await lock.release();
  });

  test('a keeper that ends while what can go on is at work is replaced', async () => {
    const lock = await take(first);
    let lost: string | undefined;
    void lock.lost.then(({ code }) => {
      lost = code;
    });
    const killed = `for fd in /proc/[0-9]*/fd/9; do
      [ "$(readlink "$fd")" != '${lockFolder}/app-${app}.lock' ] || { pid=\${fd#/proc/}; kill -KILL "\${pid%%/*}"; }
    done`;
    await lock.during(async () => {
      await second.run(killed);
      await second.run('sleep 1');
    });
    expect([await codeOf(take(second)), lost]).toEqual(['LOCKED', undefined]);
    await lock.release();
    await (await take(second)).release();
  });

  test('a lock that cannot be taken says why', async () => {
    const broken = { ...first, open: () => first.open('echo "read-only file system" >&2; exit 73') };
    await expect(takeLock(broken, { app, holder, beatSeconds: 5 })).rejects.toMatchObject({
      code: 'LOCK_FAILED',
      message: expect.stringContaining('read-only file system'),
    });
  });

  test('a switch goes on without the runner, and holds the lock to its end', async () => {
    const script = join(folder, "switch it's.sh");
    const output = join(folder, 'switch.output');
    const gate = join(folder, 'gate');
    writeFileSync(script, `echo "$1 $$"; mkfifo '${gate}'; echo waiting; read -r word <'${gate}'; echo "then $word"\n`);
    const lock = await take(first);
    const { pid } = await lock.startSwitch(script, output);
    first.dispose();
    await lock.lost;
    await second.run(`until grep -q waiting '${output}'; do sleep 0.05; done`);
    expect(readFileSync(output, 'utf8')).toBe(`run ${pid}\nwaiting\n`);
    expect(await findSwitch(second, app, script, lock.holding)).toBe(pid);
    expect(await codeOf(take(second))).toBe('LOCKED');
    await second.run(`echo finished >'${gate}'`);
    await free(second);
    expect(readFileSync(output, 'utf8')).toContain('then finished');
    await (await take(second)).release();
  });

  test('the end of a switch is seen at once, whenever the next heartbeat comes', async () => {
    const script = join(folder, 'short.sh');
    writeFileSync(script, 'sleep 0.2\n');
    const lock = await take(first, 600);
    const { pid } = await lock.startSwitch(script, '/dev/null');
    const { code } = await second.run(`timeout 20 tail -f --pid=${pid} /dev/null`);
    expect(code).toBe(0);
    await lock.release();
  });

  test('a switch that is resumed holds it to its end, also when the connection is cut', async () => {
    const script = join(folder, 'resumed.sh');
    const gate = join(folder, 'resumed.gate');
    const words = join(folder, 'resumed.words');
    writeFileSync(
      script,
      `mkfifo '${gate}'; echo "$1" >'${words}'; read -r word <'${gate}'; echo "$word" >>'${words}'\n`,
    );
    const lock = await take(first);
    const { pid } = await lock.startSwitch(script, '/dev/null', 'resume');
    await second.run(`until [ -s '${words}' ]; do sleep 0.05; done`);
    first.dispose();
    await lock.lost;
    await second.run(`sleep 0.5; kill -0 ${pid}`);
    expect(await codeOf(take(second))).toBe('LOCKED');
    await second.run(`echo finished >'${gate}'`);
    await free(second);
    expect(readFileSync(words, 'utf8')).toBe('resume\nfinished\n');
    await (await take(second)).release();
  });

  test('an application named like the lock that all share does not meet it', async () => {
    const holding = await first.open(`${prelude}\n${underSharedLock('echo in; read -r', 5)}`);
    expect(await holding.readLine()).toBe('in');
    for (const name of ['shared', 'shared.lock', 'app-shared']) {
      const lock = await takeLock(second, { app: name, holder, beatSeconds: 5 });
      await lock.release();
      removeLock(name);
    }
    await holding.close();
  });
});

test('a switch that never began is found as none, once its keeper is gone', async () => {
  const lock = await take(first, 0.3);
  const find = () => findSwitch(second, app, join(folder, 'never.sh'), lock.holding);
  const found = find();
  first.dispose();
  await lock.lost;
  expect(await found).toBeUndefined();
  // Nor where the next one has the lock by then.
  const next = await takeLock(second, { app, holder: { ...holder, token: 'fedcba9876543210' }, beatSeconds: 5 });
  expect(await find()).toBeUndefined();
  await next.release();
});

describe('the lock of what applications share', () => {
  test('one after the other, the status kept, the failure named when it takes too long', async () => {
    const under = (script: string, wait: number) => `${prelude}\n${underSharedLock(script, wait, folder)}`;
    expect((await first.run(under('exit_with() { return "$1"; }; exit_with 7', 5))).code).toBe(7);
    const holding = await first.open(under('echo in; read -r', 5));
    expect(await holding.readLine()).toBe('in');
    const busy = await second.run(under('echo never', 0));
    expect(busy).toMatchObject({ code: 70, stdout: '' });
    expect(busy.stderr).toContain('@@failure SHARED_LOCK_BUSY');
    const waiting = second.run(under('echo at last', 20));
    await holding.close();
    expect((await waiting).stdout).toBe('at last\n');
  });
});
