import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type SwitchFolder, switchFolder } from '../../../src/engine/switch-script.ts';
import { type ReconnectableServer, watchSwitch } from '../../../src/engine/watch.ts';
import { failure } from '../../../src/messages/failure.ts';
import { listeningLog } from './listening-log.ts';
import { localServer } from './local-server.ts';

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
  const watched = watchSwitch(shakyServer([]), folder, running.pid, log, async () => {});
  journal('1.0 begin a ', '1.1 done a ');
  journal('1.2 committed - ', '1.3 warned b @@failure PACKAGES_LOCKED', '1.4 outcome committed ');
  running.end();
  expect(await watched).toMatchObject({ outcome: 'committed', failure: undefined });
  expect(log.lines.map((line) => line.slice(0, 64))).toEqual([
    'info done: a',
    'info proven: the new version serves',
    'warning The new version serves, but b failed afterwards. Another',
  ]);
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
    folder,
    running.pid,
    log,
    async (milliseconds) => void waits.push(milliseconds),
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
  await expect(watchSwitch(server, folder, running.pid, listeningLog(), async () => {})).rejects.toMatchObject({
    code: 'SWITCH_UNSEEN',
    message: expect.stringContaining('switches alone'),
  });
  expect(server.tries).toBe(6);
});

test('a connection that breaks again and again is given up', async () => {
  const running = switchProcess();
  journal('1.0 begin a ');
  running.end();
  const server = shakyServer(Array.from({ length: 7 }, () => 'begin a'));
  await expect(watchSwitch(server, folder, running.pid, listeningLog(), async () => {})).rejects.toMatchObject({
    code: 'SWITCH_UNSEEN',
  });
});

test('a script that ended without an outcome was cut short; a torn outcome is none', async () => {
  for (const torn of ['', '1.2 outcome comm']) {
    rmSync(folder.journal, { force: true });
    const running = switchProcess();
    journal('1.0 begin a ', ...(torn === '' ? [] : [torn]));
    running.end();
    await expect(
      watchSwitch(shakyServer([]), folder, running.pid, listeningLog(), async () => {}),
    ).rejects.toMatchObject({ code: 'SWITCH_CUT_SHORT' });
  }
});

test('the cause is what the failed step named, with the output of the switch as evidence', async () => {
  writeFileSync(folder.output, 'nginx says no\n@@failure NGINX_REFUSED said=eA==\n');
  const running = switchProcess();
  journal('1.0 failed site.test @@failure NGINX_REFUSED said=bm8gYg==', '1.1 undone site.test ', '1.2 outcome undone ');
  running.end();
  const result = await watchSwitch(shakyServer([]), folder, running.pid, listeningLog(), async () => {});
  expect(result).toMatchObject({
    outcome: 'undone',
    failure: { code: 'NGINX_REFUSED', evidence: 'nginx says no\n', message: expect.stringContaining('no b') },
  });
});

test('a step that named nothing is told by its name', async () => {
  const running = switchProcess();
  journal('1.0 failed container.restart-policy ', '1.2 outcome stuck ');
  running.end();
  const result = await watchSwitch(shakyServer([]), folder, running.pid, listeningLog(), async () => {});
  expect(result).toMatchObject({
    outcome: 'stuck',
    failure: { code: 'STEP_FAILED', message: expect.stringContaining('container.restart-policy') },
  });
});
