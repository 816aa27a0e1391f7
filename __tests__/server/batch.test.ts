import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect as netConnect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { whileHeld } from '../../src/commands/carry-out.ts';
import { occasion } from '../../src/commands/occasion.ts';
import { newRecord, type Run } from '../../src/commands/run.ts';
import { applySteps } from '../../src/engine/apply.ts';
import type { RunnerStep, ServerStep } from '../../src/engine/step.ts';
import { text } from '../../src/messages/text.ts';
import { Secret } from '../../src/redaction/secret.ts';
import { planBeforeSwitch } from '../../src/resources/hook/hook.ts';
import { type Lock, lockFolder, takeLock } from '../../src/server/lock.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { upload } from '../../src/server/upload.ts';
import { release } from '../unit/deployment/release.ts';
import { codeOf, loginOptions, removeIfEmpty, removeLock } from './login.ts';
import { type OpenSsh, skippedFor, startOpenSsh, withoutRoot } from './openssh.ts';
import { startTcpServer } from './ssh-server.ts';

const deployedHere = existsSync(lockFolder);

/** A way to the server that can be cut, and counts what goes up. */
async function startRelay(port: number) {
  const sockets = new Set<Socket>();
  const relay = {
    port: 0,
    up: 0,
    /** Cuts the way as soon as so many bytes went up. */
    cutAt: Number.POSITIVE_INFINITY,
    cut: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    stop: async () => {},
  };
  const server = await startTcpServer((socket) => {
    const on = netConnect(port, '127.0.0.1');
    for (const one of [socket, on]) sockets.add(one.on('error', () => {}));
    socket.on('data', (chunk) => {
      relay.up += chunk.length;
      if (relay.up >= relay.cutAt) {
        relay.cutAt = Number.POSITIVE_INFINITY;
        relay.cut();
      } else on.write(chunk);
    });
    on.pipe(socket);
    on.on('close', () => socket.destroy());
    socket.on('close', () => on.destroy());
  });
  return Object.assign(relay, { port: server.port, stop: server.stop });
}

const title = (id: string) => ({ id, title: text(id, id), reason: text('why', '原因'), phase: 'prepare' as const });

(withoutRoot === undefined ? describe : describe.skip)(`steps over OpenSSH${skippedFor(withoutRoot)}`, () => {
  let server: OpenSsh;
  let relay: Awaited<ReturnType<typeof startRelay>>;
  let key: string;
  let session: Session;
  let other: Session;
  let lock: Lock;
  let folder: string;
  let app: string;
  let lines: string[];
  let person: AbortController;

  beforeAll(async () => {
    server = await startOpenSsh(['PasswordAuthentication no', 'MaxStartups 100']);
    key = server.userKey('plain', ['-t', 'ed25519']);
  });
  afterAll(async () => {
    await server?.stop();
    if (!deployedHere) removeIfEmpty(lockFolder);
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'batch-'));
    app = `test-${randomUUID()}`;
    [lines, person] = [[], new AbortController()];
    relay = await startRelay(server.port);
    const to = (port: number) => connect(loginOptions(port, key, server.fingerprint('ed25519').split(' ')[1] ?? ''));
    [session, other] = await Promise.all([to(relay.port), to(server.port)]);
    lock = await take(session);
  });
  afterEach(async () => {
    session?.dispose();
    other?.dispose();
    await relay?.stop();
    removeLock(app);
    rmSync(folder, { recursive: true, force: true });
  });

  const take = (by: Session) => {
    const token = randomBytes(8).toString('hex');
    return takeLock(by, { app, holder: { who: 'ada', runUrl: '', commit: '', since: '', token }, beatSeconds: 5 });
  };
  const has = (name: string) => existsSync(join(folder, name));
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((done) => setTimeout(done, 20));
  };
  const note = (words: string) => `echo ${words} >>'${join(folder, 'trace')}'`;
  const traced = () => readFileSync(join(folder, 'trace'), 'utf8').trim().split('\n').join(' ');
  const step = (id: string, after = ''): ServerStep => ({
    ...{ kind: 'server', ...title(id), undo: note(`undo-${id}`) },
    script: `${note(id)}\n${after}`,
  });
  /** At work until `go` is there. */
  const waits = (id: string) =>
    step(id, `: >'${join(folder, id)}'; until [ -e '${join(folder, 'go')}' ]; do sleep 0.05; done`);
  const go = () => writeFileSync(join(folder, 'go'), '');

  function apply(steps: readonly (ServerStep | RunnerStep)[]) {
    const log: Run['log'] = {
      group: (named, work) => {
        lines.push(named.en);
        return work();
      },
      info: (line) => lines.push(line.en),
      warning: (line) => lines.push(line.en),
      output: (line) => lines.push(line),
      debug: () => {},
    };
    const sleep = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds / 10));
    const run = { cancelled: person.signal, graceOver: new AbortController().signal, now: Date.now, log, sleep };
    const held = whileHeld({ lock, run: run as unknown as Run });
    const applied = applySteps(steps, session, log, occasion(held, newRecord(0), session));
    applied.catch(() => {});
    return applied;
  }

  test('five steps cost one exchange', async () => {
    await session.run('true');
    const before = session.roundTrips;
    const records = await apply(['a', 'b', 'c', 'd', 'e'].map((id) => step(id)));
    expect(session.roundTrips - before).toBe(1);
    expect(traced()).toBe('a b c d e');
    expect(records.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(lines).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('a failure in the third undoes the third, second and first, and nothing else', async () => {
    const failing = apply([step('a'), step('b'), step('c', 'exit 4'), step('d'), step('e')]);
    await expect(failing).rejects.toMatchObject({ code: 'STEP_FAILED' });
    expect(traced()).toBe('a b c undo-c undo-b undo-a');
  });

  test.each<[string, string, Partial<ServerStep>, string]>([
    ['that may be ended: it is', 'sleep 60', { endable: true }, 'a b undo-b undo-a'],
    ['whose program takes its time to end', 'bash slow; true', { endable: true }, 'a b late undo-b undo-a'],
    ['that must not be ended half-way: it is waited for', 'sleep 2; late', {}, 'a b late undo-b undo-a'],
  ])(
    'cancelled inside a step %s; no other begins, and what began is taken back after that',
    async (_, work, kind, trace) => {
      const late = `late() { ${note('late')}; }`;
      const slow = `${late}\ntrap 'sleep 1; late; exit' TERM\nwhile :; do sleep 0.1; done\n`;
      writeFileSync(join(folder, 'slow'), slow);
      const going = step('b', `${late}; cd '${folder}'; : >b; ${work}`);
      const applied = apply([step('a'), { ...going, ...kind }, step('c')]);
      await until(() => has('b'));
      person.abort();
      expect(await codeOf(applied)).toBe('CANCELLED');
      expect(traced()).toBe(trace);
      expect(lines.filter((line) => line.startsWith('Undone'))).toEqual(['Undone: b', 'Undone: a']);
      await lock.release();
      await (await take(other)).release();
    },
  );

  test('the keeper of the lock is killed: no further step begins, and nothing is taken back before that one has ended', async () => {
    const applied = apply([waits('a'), step('b')]);
    await until(() => has('a'));
    await other.run(`for fd in /proc/[0-9]*/fd/9; do
      [ "$(readlink "$fd")" != '${lockFolder}/app-${app}.lock' ] || { pid=\${fd#/proc/}; kill -KILL "\${pid%%/*}"; }
    done`);
    await other.run('sleep 1');
    expect(traced()).toBe('a');
    go();
    expect(await codeOf(applied)).toBe('LOCK_LOST');
    expect(traced()).toBe('a undo-a');
  });

  test('cut inside a batch: the server ends its step and begins no other; the lock is free for the next run', async () => {
    const applied = apply([waits('a'), step('b')]);
    await until(() => has('a'));
    relay.cut();
    expect(await codeOf(applied)).toBe('CONNECTION_LOST');
    expect(lines.join('\n')).toContain('The server could not be reached to undo');
    // The keeper ends when sshd has seen that the connection is gone.
    await other.run(`flock -w 20 '${lockFolder}/app-${app}.lock' true`);
    go();
    await other.run('sleep 1');
    expect(traced()).toBe('a');
    await (await take(other)).release();
  });

  describe('before-switch', () => {
    /** The step that runs a script, which first notes its process. */
    const hook = (script: string): readonly ServerStep[] => {
      const noted = `(trap '' TERM; echo $BASHPID >'${join(folder, 'left')}'; sleep 300) &\n${script}`;
      return planBeforeSwitch(release, {
        beforeSwitch: new Secret(noted),
        afterDeploy: undefined,
        timeoutSeconds: 300,
      });
    };
    const left = async () =>
      (await other.run(`grep -l ') [^Z] ' "/proc/$(cat '${join(folder, 'left')}')/stat" 2>/dev/null`)).stdout;

    test('is told line by line as it goes on; cancelled, it is ended before what came before it is taken back', async () => {
      const applied = apply([step('a'), ...hook(`echo '::error::x'; echo '@@failure DISK_FULL'; sleep 300`)]);
      await until(() => lines.includes(' @@failure DISK_FULL'));
      expect(lines.slice(0, 2)).toEqual(['a', expect.stringMatching(/^Run before-switch \(/)]);
      expect(lines).toContain('::error::x');
      person.abort();
      expect(await codeOf(applied)).toBe('CANCELLED');
      expect([traced(), await left()]).toEqual(['a undo-a', '']);
      await lock.release();
    });

    test('ends with the connection of its run', async () => {
      const applied = apply([step('a'), ...hook('sleep 300')]);
      await until(() => has('left'));
      relay.cut();
      expect(await codeOf(applied)).toBe('CONNECTION_LOST');
      for (let looks = 0; (await left()) !== ''; looks++) {
        expect(looks).toBeLessThan(40);
        await other.run('sleep 0.5');
      }
    });
  });

  describe('an upload whose connection is lost half-way', () => {
    const content = randomBytes(64_000_000);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const sends = (): RunnerStep => ({
      ...{ kind: 'runner', ...title('jar'), resumes: true, undo: note('undo-jar') },
      run: async (to, log) => {
        writeFileSync(join(folder, 'app.jar'), content);
        const source = { path: join(folder, 'app.jar'), bytes: content.length, sha256 };
        await upload(to, source, join(folder, 'sent.jar'), { log });
      },
    });

    test('goes on by itself over another connection, under the lock taken again, from where it came', async () => {
      relay.cutAt = relay.up + content.length / 2;
      const before = relay.up;
      const pull: ServerStep = { ...step('pull', 'sleep 2'), beside: 'jar' };
      const records = await apply([step('a'), sends(), pull, step('b')]);
      expect(records.map(({ id }) => id)).toEqual(['a', 'jar', 'pull', 'b']);
      expect(readFileSync(join(folder, 'sent.jar')).equals(content)).toBe(true);
      expect((relay.up - before) / content.length).toBeLessThan(1.05);
      expect(lines).toContain('The connection is lost (CONNECTION_LOST). Connecting again; what was sent is kept.');
      expect(lines).toContain('Connected again, with the lock of the application; continuing.');
      expect(await codeOf(take(other))).toBe('LOCKED');
      await lock.release();
    });

    test('ends with LOCK_LOST where another run had the lock in between', async () => {
      relay.cutAt = relay.up + content.length / 2;
      const reconnect = session.reconnect;
      session = Object.create(session, {
        reconnect: {
          value: async () => {
            await other.run(`flock -w 20 '${lockFolder}/app-${app}.lock' true`);
            await (await take(other)).release();
            await reconnect();
          },
        },
      });
      expect(await codeOf(apply([step('a'), sends(), step('b')]))).toBe('LOCK_LOST');
      expect(traced()).toBe('a undo-jar undo-a');
    });
  });
});
