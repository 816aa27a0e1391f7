import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { renderBatch } from '../../src/engine/batch-script.ts';
import { notedServer } from '../../src/engine/noted-server.ts';
import { type Keeping, keeperScript } from '../../src/server/keeper-script.ts';
import { type Lock, type LockHolder, lockFolder, takeLock, type Waited } from '../../src/server/lock.ts';
import { prelude } from '../../src/server/prelude.ts';
import { queueFolder, waitInQueue } from '../../src/server/queue-script.ts';
import { connect, type Session } from '../../src/server/session.ts';
import { serverStep } from '../unit/engine/steps.ts';
import { codeOf, options, removeIfEmpty, removeLock } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');
const deployedHere = existsSync(lockFolder);
let server: SshServer;
let folder: string;
let app: string;
let sessions: Session[];
/** What happened, in order. */
let trace: string[];

beforeAll(async () => {
  server = await startSshServer({ hostKeys: [hostKey.private] });
});
afterAll(async () => {
  await server?.stop();
  if (!deployedHere) removeIfEmpty(lockFolder);
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-'));
  app = `test-${randomUUID()}`;
  [sessions, trace] = [[], []];
});
afterEach(() => {
  for (const session of sessions) session.dispose();
  removeLock(app);
  rmSync(folder, { recursive: true, force: true });
});

const path = (name: string) => join(folder, name);
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 20));
}
const tickets = () => readdirSync(queueFolder(app));
const holderNamed = (who: string): LockHolder => ({
  ...{ who, runUrl: `https://git.example.com/${who}`, commit: '1a2b3c4', since: '' },
  token: randomBytes(8).toString('hex'),
});

async function session(): Promise<Session> {
  const one = await connect(options(server.port, hostKey, userKey));
  sessions.push(one);
  return one;
}

/** A run that takes the lock, and what it has been told since. */
interface Waiter {
  readonly session: Session;
  readonly told: Waited[];
  readonly lock: Promise<Lock>;
  readonly person: AbortController;
}

/** Begins to take the lock over a connection of its own; has its ticket when this resolves, unless it is held at once. */
async function wait(who: string, more: { readonly beatSeconds?: number; readonly waitSeconds?: number } = {}) {
  const [own, person, told]: [Session, AbortController, Waited[]] = [await session(), new AbortController(), []];
  const lock = takeLock(own, {
    ...{ app, holder: holderNamed(who), beatSeconds: 5, waitSeconds: 60, cancelled: person.signal, ...more },
    onWait: (what) => told.push(what),
  });
  let over = false;
  const taken = lock.then(
    () => trace.push(who),
    () => {},
  );
  void taken.then(() => {
    over = true;
  });
  await until(() => over || told.length > 0);
  return { session: own, told, lock, person } satisfies Waiter;
}
/** For whom a run was told to wait, and how many were before it. */
const named = ({ told }: Waiter) =>
  told.map((what) => (what.kind === 'held' ? `${what.holder.who} ${what.before}` : what.process));

describe('the queue of an application', () => {
  test('three runs, each in turn, in the order of their arrival, told for whom; a plan takes no ticket', async () => {
    const first = await wait('ada');
    const second = await wait('bob');
    const third = await wait('eve');
    const fourth = await wait('joe');
    // What a plan asks.
    const looking = await (await session()).open(
      `echo looking; until read -r -t 0.02; do flock -n '${lockFolder}/app-${app}.lock' true; done`,
    );
    expect(await looking.readLine()).toBe('looking');
    expect(tickets()).toHaveLength(3);
    await (await first.lock).release();
    const ofSecond = await second.lock;
    await until(() => named(third).includes('bob 0'));
    await ofSecond.release();
    for (const one of [third, fourth]) await (await one.lock).release();
    looking.writeLine('stop');
    await looking.close();
    expect(trace).toEqual(['ada', 'bob', 'eve', 'joe']);
    expect(named(second)).toEqual(['ada 0']);
    expect(named(third)).toEqual(['ada 1', 'bob 0']);
    expect(named(fourth)[0]).toBe('ada 2');
    expect(second.told[0]).toMatchObject({
      holder: { runUrl: 'https://git.example.com/ada', since: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+Z$/) },
    });
    expect(tickets()).toEqual([]);
  });

  test('one that is cancelled, or vanishes, in the middle leaves it; the next has its turn', async () => {
    const first = await wait('ada');
    const cancelled = await wait('bob');
    const vanishes = await wait('eve');
    const last = await wait('joe');
    cancelled.person.abort();
    expect(await codeOf(cancelled.lock)).not.toBe('none');
    await until(() => named(last).includes('ada 1'));
    vanishes.session.dispose();
    await until(() => named(last).includes('ada 0'));
    await (await first.lock).release();
    await (await last.lock).release();
    expect(trace).toEqual(['ada', 'joe']);
  });

  test('one that falls silent leaves it, its connection still open; one that is heard of stays, and follows a holder that vanishes', async () => {
    const first = await wait('ada');
    const keeper = await (await session()).open(
      keeperScript(app, holderNamed('bob'), { silenceSeconds: 1, waitSeconds: 60 }),
    );
    expect(await keeper.readLine()).toMatch(/^waiting 0 /);
    const last = await wait('eve', { beatSeconds: 0.4 });
    expect(await keeper.readLine()).toBeUndefined();
    await until(() => named(last).includes('ada 0'));
    // Longer than it may be silent for.
    await last.session.run('sleep 2');
    first.session.dispose();
    await (await last.lock).release();
    expect(trace).toEqual(['ada', 'eve']);
  });

  test('a keeper that is killed leaves a ticket that keeps nobody waiting', async () => {
    const first = await wait('ada');
    await wait('bob');
    const last = await wait('eve');
    const killed = `pid=$(find /proc/[0-9]*/fd/5 -lname '${queueFolder(app)}/0000000001' | head -n 1); pid=\${pid#/proc/}
      kill -KILL "\${pid%%/*}"`;
    await last.session.run(killed);
    await until(() => named(last).includes('ada 0'));
    expect(tickets()).toEqual(['0000000002']);
    await (await first.lock).release();
    await (await last.lock).release();
  });

  test('after lock-timeout: LOCKED, with the holder and how long it was waited for; the place is given up', async () => {
    const first = await wait('ada');
    const begun = performance.now();
    const second = await wait('bob', { waitSeconds: 2 });
    const refused = await second.lock.catch((error: Error) => error.message);
    expect(performance.now() - begun).toBeGreaterThan(1000);
    expect(refused).toMatch(/ada, https:\/\/git\.example\.com\/ada.*waited 2 s/);
    expect(tickets()).toEqual([]);
    // With 0 nobody waits, nor where others do.
    const third = await wait('eve');
    expect(await codeOf((await wait('joe', { waitSeconds: 0 })).lock)).toBe('LOCKED');
    await (await first.lock).release();
    await (await third.lock).release();
    expect(trace).toEqual(['ada', 'eve']);
  });

  test('a run whose keeper ended unasked has it again before all that wait', async () => {
    const holder = holderNamed('ada');
    const keep = async (more: Partial<Keeping>) =>
      (await session()).open(keeperScript(app, holder, { silenceSeconds: 60, waitSeconds: 0, ...more }));
    const old = await keep({});
    expect(await old.readLine()).toBe('held');
    const second = await wait('bob');
    const again = await keep({ again: true });
    await until(() => tickets().some((ticket) => ticket.startsWith('0000000000-')));
    await until(() => named(second).includes('ada 1'));
    old.writeLine('release');
    expect(await again.readLine()).toBe('held');
    expect(trace).toEqual([]);
    again.writeLine('release');
    await (await second.lock).release();
  });
});

describe('what a run that is gone left at work', () => {
  /** Has a run vanish whose script goes on; then another one takes the lock. */
  async function leave(run: (holding: Lock['holding'], at: Session) => Promise<unknown>, more: Partial<Keeping> = {}) {
    const first = await wait('ada');
    const { holding } = await first.lock;
    const left = run(holding, await session());
    left.catch(() => {});
    await until(() => existsSync(path('writes')));
    first.session.dispose();
    const keeping = { silenceSeconds: 15, waitSeconds: 30, ...more };
    const keeper = await (await session()).open(keeperScript(app, holderNamed('bob'), keeping));
    return { keeper, left };
  }
  const writing = () => `while [ ! -e "${path('go')}" ]; do echo x >>"${path('writes')}"; sleep 0.05; done`;
  const step = (more: object = {}) => serverStep('build', `bash -c '${writing()}'`, more);
  const batch = (holding: Lock['holding'], more?: object) =>
    renderBatch([{ step: step(more) }, { step: serverStep('next', `: >'${path('next')}'`) }], {
      holding,
      note: holding.note('0a0b0c0d'),
      independent: false,
    });
  /** Nothing is written any more. */
  async function still(): Promise<void> {
    const { size } = statSync(path('writes'));
    await new Promise((done) => setTimeout(done, 500));
    expect(statSync(path('writes')).size).toBe(size);
  }

  test('a build is ended before the next run begins, and no step follows it', async () => {
    const { keeper, left } = await leave((holding, at) => at.run(batch(holding, { endable: true })));
    expect(await keeper.readLine()).toMatch(/^left \S+ \(\d+\)$/);
    expect(await keeper.readLine()).toBe('held');
    await still();
    await left;
    expect(existsSync(path('next'))).toBe(false);
    await keeper.close();
  });

  test('a program that takes its time to end outlives the shell of its step, not the beginning of the next run', async () => {
    const slow = `bash -c 'trap "sleep 2; echo late >>${path('writes')}; exit" TERM; ${writing()}'; true`;
    const { keeper } = await leave((holding, at) =>
      at.run(
        renderBatch([{ step: serverStep('build', slow, { endable: true }) }], {
          holding,
          note: holding.note('0a0b0c0d'),
          independent: false,
        }),
      ),
    );
    expect(await keeper.readLine()).toMatch(/^left \S+ \(\d+\)$/);
    expect(await keeper.readLine()).toBe('held');
    expect(readFileSync(path('writes'), 'utf8')).toMatch(/late\n$/);
    await keeper.close();
  });

  test('a script of a step of the runner’s is ended, an upload that nobody sends to any more among them', async () => {
    const { keeper } = await leave((holding, at) => {
      return notedServer(at, holding, 'told').run(
        `echo >'${path('writes')}'; exec 7>>'${path('part')}'; sleep 600; echo >>'${path('writes')}'`,
      );
    });
    expect(await keeper.readLine()).toMatch(/^left sleep /);
    expect(await keeper.readLine()).toBe('held');
    await still();
    await keeper.close();
  });

  test('what must not be ended half-way is waited for', async () => {
    const { keeper } = await leave((holding, at) => at.run(batch(holding)));
    expect(await keeper.readLine()).toMatch(/^left /);
    await (await session()).run(`sleep 1; : >'${path('go')}'`);
    expect(await keeper.readLine()).toBe('held');
    await still();
    await keeper.close();
  });

  test('where that does not end the next run does not go on, and names it', async () => {
    const { keeper, left } = await leave((holding, at) => at.run(batch(holding)), { waitSeconds: 0, endSeconds: 1 });
    const told = await keeper.readLine();
    expect(told).toMatch(/^left /);
    expect(await keeper.readLine()).toBeUndefined();
    const { code, stderr } = await keeper.close();
    expect(code).toBe(70);
    expect(stderr).toMatch(new RegExp(`@@failure LEFT_RUNNING app=.${app} process=\\S+ pid=.\\d+ seconds=.1`));
    await (await session()).run(`: >'${path('go')}'`);
    await left;
  });

  test('another application waits for none of it', async () => {
    const { keeper } = await leave((holding, at) => at.run(batch(holding)));
    const other = await takeLock(await session(), { app: `${app}.steps`, holder: holderNamed('eve'), beatSeconds: 5 });
    await other.release();
    removeLock(`${app}.steps`);
    await (await session()).run(`: >'${path('go')}'`);
    expect(await keeper.readLine()).toMatch(/^left /);
    expect(await keeper.readLine()).toBe('held');
    await keeper.close();
  });
});

test('a script of the server’s own waits in the queue, says for whom, and is named to others', async () => {
  const first = await wait('ada');
  const lines: string[] = [];
  const place = `/docker/app/${app}/rollback`;
  const script = `${prelude}${waitInQueue({ app, place, seconds: 30, language: 'zh' })}
echo in; until [ -e '${path('go')}' ]; do sleep 0.05; done`;
  const running = (await session()).run(script, { onLine: (line) => lines.push(line) });
  await until(() => lines.length > 0);
  expect(lines[0]).toContain(`正在排队：另一次运行正在操作 ${app}（ada，https://git.example.com/ada，开始于 20`);
  await (await first.lock).release();
  await until(() => lines.includes('in'));
  const second = await wait('bob');
  expect(second.told[0]).toMatchObject({ holder: { who: expect.stringMatching(/./), runUrl: place } });
  await second.session.run(`: >'${path('go')}'`);
  expect((await running).code).toBe(0);
  await (await second.lock).release();
  const late = await (await session()).run(
    `${prelude}${waitInQueue({ app, place, seconds: 0, language: 'en' })}\necho in`,
  );
  expect(late).toMatchObject({ code: 0, stdout: 'in\n' });
  expect(readFileSync(`${lockFolder}/app-${app}.holder`, 'utf8')).toContain(place);
});
