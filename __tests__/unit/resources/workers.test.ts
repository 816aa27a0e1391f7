import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drainScript, noteWorkers, workersFunction } from '../../../src/resources/site/workers.ts';
import { localServer } from '../engine/local-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Bash that starts a child of a bash of its own, with the title of a worker; `pid` is its number. */
const startWorker = (as: string): string => `
${as} bash -c 'bash -c "exec -a \\"nginx: worker process\\" sleep 20" & echo $! >&3; wait' 3>${folder}/pid &
await() { for _ in $(seq 100); do "$@" && return; sleep 0.03; done; exit 1; }
await test -s ${folder}/pid; pid=$(cat ${folder}/pid)
await grep -qsz '^nginx: worker process' /proc/$pid/cmdline`;

test.each([
  ['a child of a master of root’s', '', '$(readlink -f /proc/$$/exe)', true],
  ['a child of root’s that runs another program', '', '/usr/sbin/nginx', false],
  [
    'a child of another user’s process',
    'setpriv --reuid 65534 --regid 65534 --clear-groups',
    '$(readlink -f /proc/$$/exe)',
    false,
  ],
])('%s, which calls itself a worker, is noted: %#', async (_, as, program, noted) => {
  const script = `${workersFunction('PROGRAM').replace('PROGRAM', () => `"${program}"`)}\n${noteWorkers(folder)}`;
  const { stdout, code } = await localServer().run(
    `touch ${folder}/pid; chmod 666 ${folder}/pid; chmod 755 ${folder}
${startWorker(as)}
( set -e
${script} ) || exit
born=$(sed 's/.*) //' /proc/$pid/stat | cut -d ' ' -f 20)
echo "$pid $born"; kill $pid`,
  );
  expect(code).toBe(0);
  const lines = readFileSync(join(folder, 'workers'), 'utf8').split('\n');
  expect(lines.includes(stdout.trim())).toBe(noted);
});

test('another process that got the number of a worker is not waited for', async () => {
  writeFileSync(join(folder, 'workers'), '');
  const { stdout } = await localServer().run(`${startWorker('')}
echo "$pid 1" >${folder}/workers
( set -e
${drainScript(folder, 15)} )
grep -qz '^nginx: worker process' /proc/$pid/cmdline && echo lives; kill $pid`);
  expect(stdout).toBe('lives\n');
});
