import { askSignal } from '../../../src/resources/container/signal-script.ts';
import { signalNotices } from '../../../src/resources/container/user-notices.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { factsIn } from '../../../src/server/script-protocol.ts';
import { release } from '../deployment/release.ts';
import { openPrograms, type Programs } from './programs.ts';

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
});
afterEach(() => programs.remove());

/** Asks of a process that bash starts by `command`, as if it were the first of a container. */
async function ask(command: string, stopSignal = 'SIGTERM') {
  const { stdout, stderr } = await programs.server.run(`${prelude}
set -e
${askSignal}
${command} >/dev/null 2>&1 &
pid=$! stop=${stopSignal}
command -p sleep 0.3
ask_signal
kill -9 "$pid"`);
  return { signal: factsIn(stdout).signal, stderr };
}

test.each<[string, string, string | undefined]>([
  ['sh -c "sleep 3; true"', 'SIGTERM', 'sh sh SIGTERM'],
  ['sh -c "sleep 3; true"', 'SIGINT', 'sh sh SIGINT'],
  ['sh -c "sleep 3; true"', '15', 'sh sh SIGTERM'],
  ['bash -c "sleep 3; true"', 'TERM', 'sh bash SIGTERM'],
  // One that has a handler for it, and one that waits for it while it is blocked.
  ['bash -c "trap : TERM; sleep 3; true"', 'SIGTERM', ''],
  [
    'setpriv --bounding-set=+all node -e "process.on(\'SIGTERM\', () => {}); setTimeout(() => {}, 3000)"',
    'SIGTERM',
    '',
  ],
  // Whoever says so wants it.
  ['sh -c "sleep 3; true"', 'SIGKILL', ''],
  ['sh -c "sleep 3; true"', '9', ''],
  ['sh -c "sleep 3; true"', 'SIGNONSENSE', undefined],
])('%s, asked to stop by %j: %j', async (command, stopSignal, expected) => {
  const { signal, stderr } = await ask(command, stopSignal);
  expect([signal, stderr]).toEqual([expected, '']);
});

test('what keeps it is named with what cures it, a shell, the JVM, another program', () => {
  const of = (signal: string | undefined, line?: number) =>
    signalNotices(release, 'mccm-server-x', signal, line === undefined ? undefined : { line }).map(({ code, text }) => [
      code,
      text.what.en,
      text.cure.en,
    ]);
  expect(of('sh sh SIGTERM')).toEqual([
    [
      'STOP_SIGNAL_LOST',
      expect.stringMatching(/mccm-server-x does not get SIGTERM.*`sh`/),
      expect.stringContaining('exec java'),
    ],
  ]);
  expect(of('java java SIGTERM')[0]?.[2]).toContain('-Xrs');
  expect(of('httpd httpd SIGTERM')[0]?.[2]).toContain('--init');
  expect(of('', 3)).toEqual([]);
  expect(of(undefined)).toEqual([]);
  // Nobody could look: what the Dockerfile says is all that is known.
  expect(of(undefined, 3)[0]?.[1]).toContain('line 3 of the Dockerfile');
});
