import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ReconnectableServer } from '../../../src/engine/reconnect.ts';
import type { SwitchStep } from '../../../src/engine/step.ts';
import type { RunningSwitch } from '../../../src/engine/switch.ts';
import { type SwitchFolder, switchFolder } from '../../../src/engine/switch-folder.ts';
import { watchSwitch } from '../../../src/engine/watch.ts';
import { failure } from '../../../src/messages/failure.ts';
import { listeningLog } from './listening-log.ts';
import { localServer } from './local-server.ts';
import { patience } from './patience.ts';
import { switchStep } from './steps.ts';

let directory: string;
let folder: SwitchFolder;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'watch-'));
  folder = switchFolder(directory);
  mkdirSync(dirname(folder.script));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A process that stands for the switch: it ends when `end` is called. */
function switchProcess(): { readonly pid: number; end(): void } {
  const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  return { pid: child.pid ?? 0, end: () => child.stdin.end() };
}

function journal(...lines: readonly string[]): void {
  appendFileSync(folder.journal, lines.map((line) => `${line}\n`).join(''));
}

/** How the processes of this machine were started. */
function commandLines(): readonly string[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) ? readFileSync(`/proc/${name}/cmdline`, 'utf8') : [];
    } catch {
      return [];
    }
  });
}

/** The switch that process stands for, rendered from `steps`. */
function watched(pid: number, steps: readonly SwitchStep[] = []): RunningSwitch {
  return { folder, pid, steps };
}

const lost = () => failure('CONNECTION_LOST', { host: 'h', port: 22, detail: 'reset' });

/** This machine, whose connection breaks at every journal line that holds one of `breakAt`, each once. */
function shakyServer(
  breakAt: readonly string[],
  reconnects: readonly boolean[] = [],
): ReconnectableServer & { tries: number } {
  const local = localServer();
  const open = [...breakAt];
  const server = {
    ...local,
    tries: 0,
    run: (script: string, options: Parameters<typeof local.run>[1] = {}) =>
      new Promise<Awaited<ReturnType<typeof local.run>>>((resolve, reject) => {
        let broken = false;
        const onLine = (line: string, stream: 'stdout' | 'stderr'): void => {
          if (broken) return;
          const at = open.findIndex((word) => line.includes(word));
          if (at >= 0) {
            open.splice(at, 1);
            broken = true;
            reject(lost());
            return;
          }
          options.onLine?.(line, stream);
        };
        local.run(script, { ...options, onLine }).then(resolve, reject);
      }),
    reconnect: () => {
      const works = reconnects[server.tries] ?? true;
      server.tries += 1;
      return works ? Promise.resolve() : Promise.reject(lost());
    },
  };
  return server;
}

test('it follows the journal as it grows, to the end of the script, and tells each step once', async () => {
  const running = switchProcess();
  const log = listeningLog();
  const watching = watchSwitch(shakyServer([]), watched(running.pid), log, patience());
  journal('1.0 begin a ', '1.1 done a ');
  journal('1.2 committed - ', '1.3 warned b @@failure PACKAGES_LOCKED', '1.4 outcome committed ');
  running.end();
  expect(await watching).toMatchObject({ fate: 'committed', failure: undefined });
  expect(log.lines.map((line) => line.slice(0, 64))).toEqual([
    'info done: a',
    'info verified: the new version is live',
    'warning The new version is live, but b failed afterwards. Anothe',
  ]);
});

test('what a step of the aftermath warned of is handed over', async () => {
  const running = switchProcess();
  journal('1.2 committed - ', '1.3 noticed drain @@notice PACKAGES_LOCKED', '1.4 outcome committed ');
  running.end();
  const { notices, failure } = await watchSwitch(shakyServer([]), watched(running.pid), listeningLog(), patience());
  expect(notices.map(({ code }) => code)).toEqual(['PACKAGES_LOCKED']);
  expect(failure).toBeUndefined();
});

test('a lost connection is made again, and nothing is missed or told twice', async () => {
  const running = switchProcess();
  const log = listeningLog();
  const waits: number[] = [];
  journal('1.0 begin a ', '1.1 done a ', '1.2 begin b ', '1.3 done b ', '1.4 committed - ', '1.5 outcome committed ');
  running.end();
  const server = shakyServer(['done b', 'outcome'], [false, false, true, true]);
  const result = await watchSwitch(
    server,
    watched(running.pid),
    log,
    patience({ sleep: async (milliseconds) => void waits.push(milliseconds) }),
  );
  expect(result.entries.map(({ event, step }) => `${event} ${step}`)).toEqual([
    'begin a',
    'done a',
    'begin b',
    'done b',
    'committed -',
    'outcome committed',
  ]);
  expect(server.tries).toBe(4);
  expect(waits).toEqual([2000, 4000]);
  expect(log.lines.filter((line) => line.startsWith('info done'))).toEqual(['info done: a', 'info done: b']);
});

test('a server that cannot be reached again is left to itself, and the run says so', async () => {
  const running = switchProcess();
  journal('1.0 begin a ');
  running.end();
  const server = shakyServer(
    ['begin a'],
    Array.from({ length: 6 }, () => false),
  );
  expect(await watchSwitch(server, watched(running.pid), listeningLog(), patience())).toMatchObject({
    fate: 'open',
    failure: { code: 'SWITCH_UNSEEN', message: expect.stringContaining('switches alone') },
  });
  expect(server.tries).toBe(6);
});

test('another machine in its place ends it at once: no further attempt makes it the server', async () => {
  const running = switchProcess();
  journal('1.0 begin a ');
  running.end();
  const other = failure('HOST_KEY_MISMATCH', { host: 'h', port: 22, offered: 'a', pinned: 'b', file: 'f' });
  let tries = 0;
  const server: ReconnectableServer = {
    ...shakyServer(['begin a']),
    reconnect: () => {
      tries += 1;
      return Promise.reject(other);
    },
  };
  const { failure: why } = await watchSwitch(server, watched(running.pid), listeningLog(), patience());
  expect(why).toMatchObject({ code: 'SWITCH_UNSEEN', cause: { code: 'HOST_KEY_MISMATCH' } });
  expect(tries).toBe(1);
});

test('a connection that breaks again and again is given up', async () => {
  const running = switchProcess();
  journal('1.0 begin a ');
  running.end();
  const server = shakyServer(Array.from({ length: 7 }, () => 'begin a'));
  expect(await watchSwitch(server, watched(running.pid), listeningLog(), patience())).toMatchObject({
    fate: 'open',
    failure: { code: 'SWITCH_UNSEEN' },
  });
});

test('a script that ended without an outcome was cut short; a torn outcome is none', async () => {
  for (const torn of ['', '1.2 outcome comm']) {
    rmSync(folder.journal, { force: true });
    const running = switchProcess();
    journal('1.0 begin a ', ...(torn === '' ? [] : [torn]));
    running.end();
    expect(await watchSwitch(shakyServer([]), watched(running.pid), listeningLog(), patience())).toMatchObject({
      fate: 'cut-short',
      failure: { code: 'SWITCH_CUT_SHORT' },
    });
  }
});

test('the cause is what the failed step named, with what it printed as evidence, and nothing of what undid it', async () => {
  writeFileSync(`${folder.kept}.site.test.out`, 'nginx says no\n');
  writeFileSync(`${folder.kept}.site.test.err`, '@@failure NGINX_REFUSED said=eA==\n');
  writeFileSync(`${folder.kept}.site.test.code`, '70');
  writeFileSync(folder.output, 'nginx says no\nan undo speaks\n');
  const running = switchProcess();
  journal('1.0 failed site.test @@failure NGINX_REFUSED said=bm8gYg==', '1.1 undone site.test ', '1.2 outcome undone ');
  running.end();
  const result = await watchSwitch(
    shakyServer([]),
    watched(running.pid, [switchStep('site.test', 'test', ':')]),
    listeningLog(),
    patience(),
  );
  expect(result).toMatchObject({
    fate: 'undone',
    failure: { code: 'NGINX_REFUSED', evidence: 'nginx says no', message: expect.stringContaining('no b') },
  });
});

test('what could not be undone is told with what to do', async () => {
  const running = switchProcess();
  const named = ['file=/etc/nginx/a.conf', 'backup=/etc/nginx/.a.conf.before-1'].map((word) => {
    const [key, value = ''] = word.split('=');
    return `${key}=${Buffer.from(value).toString('base64')}`;
  });
  journal('1.0 failed a ', `1.1 stuck site.cut-1 @@failure NGINX_FILE_EDITED ${named.join(' ')}`, '1.2 outcome stuck ');
  running.end();
  const log = listeningLog();
  expect(await watchSwitch(shakyServer([]), watched(running.pid), log, patience())).toMatchObject({ fate: 'stuck' });
  expect(log.lines).toContainEqual(
    expect.stringMatching(
      /^warning site\.cut-1 could not be undone\..* `diff \/etc\/nginx\/\.a\.conf\.before-1 \/etc\/nginx\/a\.conf`/,
    ),
  );
});

test('a step that named nothing is told by its name', async () => {
  const running = switchProcess();
  journal('1.0 failed container.restart-policy ', '1.2 outcome stuck ');
  running.end();
  const result = await watchSwitch(shakyServer([]), watched(running.pid), listeningLog(), patience());
  expect(result).toMatchObject({
    fate: 'stuck',
    failure: { code: 'STEP_FAILED', message: expect.stringContaining('container.restart-policy') },
  });
});

describe('a run that is cancelled while the server switches', () => {
  test('follows it to its outcome where that comes in time, and fetches why it was undone', async () => {
    writeFileSync(folder.output, 'nginx says no\n');
    const running = switchProcess();
    const [log, person] = [listeningLog(), new AbortController()];
    const watching = watchSwitch(shakyServer([]), watched(running.pid), log, patience({ cancelled: person.signal }));
    journal('1.0 begin a ');
    person.abort();
    journal('1.1 failed a @@failure NGINX_REFUSED said=bm8gYg==', '1.2 outcome undone ');
    running.end();
    expect(await watching).toMatchObject({
      fate: 'undone',
      failure: { code: 'NGINX_REFUSED', evidence: 'nginx says no' },
    });
    expect(log.lines[0]).toMatch(/^info Cancelled during the switch/);
  });

  test.each([
    ['open', ['1.0 begin a ']],
    ['committed', ['1.0 begin a ', '1.1 done a ', '1.2 committed - ', '1.3 begin drain ']],
  ])('says what it knows when its time is over: %s', async (fate, lines) => {
    const running = switchProcess();
    const [log, over] = [listeningLog(), new AbortController()];
    journal(...lines);
    const last = lines.at(-1)?.split(' ')[2] ?? '';
    const server = shakyServer([]);
    const heard: ReconnectableServer = {
      ...server,
      run: (script, options) =>
        server.run(script, {
          ...options,
          onLine: (line, stream) => {
            options?.onLine?.(line, stream);
            if (line.includes(`begin ${last}`)) over.abort();
          },
        }),
    };
    const result = await watchSwitch(heard, watched(running.pid), log, patience({ graceOver: over.signal }));
    expect(result).toMatchObject({ fate, failure: { code: 'CANCELLED' } });
    running.end();
  });

  test('never connects again when its time is over', async () => {
    const over = new AbortController();
    const gone = { ...shakyServer([]), run: () => Promise.reject(lost()) };
    let tries = 0;
    const reconnect = () => {
      tries += 1;
      over.abort();
      return Promise.reject(lost());
    };
    const sleep = () => Promise.reject(new Error('it waits in vain'));
    const result = await watchSwitch(
      { ...gone, reconnect },
      watched(1),
      listeningLog(),
      patience({ graceOver: over.signal, sleep }),
    );
    expect(result).toMatchObject({ fate: 'open' });
    await new Promise((done) => setImmediate(done));
    expect(tries).toBe(1);
  });
});

test('it ends with the line of the outcome, though the process of the script lives on; nothing of it stays behind', async () => {
  const running = switchProcess();
  const server = shakyServer([]);
  const watching = watchSwitch(server, watched(running.pid), listeningLog(), patience());
  journal('1.0 begin a ', '1.1 noticed b outcome undone ');
  await delay(300);
  const begun = performance.now();
  journal('1.2 committed - ', '1.3 outcome committed ');
  expect(await watching).toMatchObject({ fate: 'committed', failure: undefined });
  expect(performance.now() - begun).toBeLessThan(700);
  expect(existsSync(`/proc/${running.pid}/exe`)).toBe(true);
  expect(commandLines().filter((line) => line.includes(directory))).toEqual([]);
  running.end();
});

test('it is sent before the start is answered, and finds the process by its file, or by the answer where there is none', async () => {
  const running = switchProcess();
  journal('1.2 committed - ', '1.3 outcome committed ');
  const answered = (ms: number) => delay(ms).then(() => running.pid);
  const watching = watchSwitch(shakyServer([]), { folder, pid: answered(500), steps: [] }, listeningLog(), patience());
  setTimeout(() => writeFileSync(`${folder.script}.pid`, `${running.pid}\n`), 200);
  expect(await watching).toMatchObject({ fate: 'committed', failure: undefined });
  running.end();
});

test('a start whose answer is lost with the connection is looked for by whoever asked for it, who connects again', async () => {
  const running = switchProcess();
  writeFileSync(`${folder.script}.pid`, `${running.pid}\n`);
  journal('1.0 begin a ');
  const server = shakyServer(['begin a']);
  const found = delay(300).then(async () => {
    journal('1.2 committed - ', '1.3 outcome committed ');
    return running.pid;
  });
  const result = await watchSwitch(server, { folder, pid: found, steps: [] }, listeningLog(), patience());
  expect(result).toMatchObject({ fate: 'committed', failure: undefined });
  expect(server.tries).toBe(0);
  const never = Promise.reject(failure('LOCK_LOST', { host: 'h', app: 'a' }));
  const unstarted = { folder, pid: never, steps: [] };
  const gone = { ...server, run: () => Promise.reject(lost()) };
  expect(await watchSwitch(gone, unstarted, listeningLog(), patience())).toMatchObject({
    failure: { code: 'LOCK_LOST' },
  });
  running.end();
});
