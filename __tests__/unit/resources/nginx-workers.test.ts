import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Drain,
  drainScript,
  noteWorkers,
  tellCut,
  workersFunction,
} from '../../../src/resources/nginx-workers.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { noticesIn } from '../../../src/server/script-protocol.ts';
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

const drain = (seconds: number, ports: readonly number[], backEnds: readonly number[] = [1]): Drain => ({
  seconds,
  ports,
  ownPorts: ports,
  backEnds,
});

test('another process that got the number of a worker is not waited for', async () => {
  writeFileSync(join(folder, 'workers'), '');
  const { stdout } = await localServer().run(`${startWorker('')}
echo "$pid 1" >${folder}/workers
( set -eu
${drainScript(folder, drain(15, [8014]))} )
grep -qz '^nginx: worker process' /proc/$pid/cmdline && echo lives; kill $pid`);
  expect(stdout).toBe('lives\n');
});

test('one that only ends its last requests is not noted as one that serves', async () => {
  const { stdout } = await localServer().run(`
bash -c 'bash -c "exec -a \\"nginx: worker process is shutting down\\" sleep 20" & echo $! >&3; wait' 3>${folder}/pid &
for _ in $(seq 100); do [ -s ${folder}/pid ] && grep -qsz 'shutting down' /proc/$(cat ${folder}/pid)/cmdline && break; sleep 0.03; done
${workersFunction('PROGRAM').replace('PROGRAM', () => '"$(readlink -f /proc/$$/exe)"')}
nginx_workers | grep -c "^$(cat ${folder}/pid) " || true
kill $(cat ${folder}/pid)`);
  expect(stdout).toBe('0\n');
});

describe('a worker of before with a connection open', () => {
  let listener: Server;
  let port: number;
  beforeEach(async () => {
    listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    port = (listener.address() as AddressInfo).port;
  });
  afterEach(() => void listener.close());

  /** Drains while a worker has a connection to the port, as to a back end; what is warned of. */
  const drained = async (how: Drain, worksSeconds: number, more = '') => {
    const begun = Date.now();
    const { stderr, code } = await localServer().run(`${prelude}
bash -c 'exec 5<>/dev/tcp/127.0.0.1/${port}; exec -a "nginx: worker process is shutting down" sleep ${worksSeconds}' & pid=$!
for _ in $(seq 100); do grep -qsz '^nginx: worker process' /proc/$pid/cmdline && break; sleep 0.03; done
echo "$pid $(sed 's/.*) //' /proc/$pid/stat | cut -d ' ' -f 20)" >${folder}/workers
${more}
( set -eu
${drainScript(folder, how)}
${tellCut(folder, how)} ) || exit
kill $pid 2>/dev/null || true`);
    expect(code).toBe(0);
    const [notice] = noticesIn({ stdout: '', stderr, code });
    return { seconds: (Date.now() - begun) / 1000, notice: notice?.message };
  };

  test('to the old version is waited for', async () => {
    const { seconds, notice } = await drained(drain(20, [8014], [port]), 2);
    expect(seconds).toBeGreaterThan(1.8);
    expect(seconds).toBeLessThan(15);
    expect(notice).toBeUndefined();
  });

  test('to the old version at the end of the time is told of', async () => {
    expect((await drained(drain(1, [8014], [port]), 20)).notice).toMatch(/^DRAIN_CUT: .*still open after 1 s: 1\.$/);
    expect((await drained(drain(0, [8014], [port]), 20)).notice).toMatch(/after 0 s: 1\.$/);
  });

  test('of a client whose request is on its way is told of, unless the port is another site’s, too', async () => {
    const scene = `worker=$pid; ss() { echo "0 0 127.0.0.1:8014 127.0.0.1:2 users:((\\"nginx\\",pid=$worker,fd=5))"; }`;
    expect((await drained(drain(0, [8014]), 20, scene)).notice).toMatch(/after 0 s: 1\.$/);
    expect((await drained({ ...drain(0, [8014]), ownPorts: [] }, 20, scene)).notice).toBeUndefined();
    // As CentOS 7 writes it.
    const old = `worker=$pid; ss() { echo "0 0 127.0.0.1:8014 127.0.0.1:2 users:((\\"nginx\\",$worker,5))"; }`;
    expect((await drained(drain(0, [8014]), 20, old)).notice).toMatch(/after 0 s: 1\.$/);
  });

  test('of another site is not waited for', async () => {
    const { seconds, notice } = await drained(drain(20, [8014]), 20);
    expect(seconds).toBeLessThan(10);
    expect(notice).toBeUndefined();
  });

  test('is waited for to its end where nobody tells whose connections there are', async () => {
    const { seconds } = await drained(drain(20, [8014]), 2, 'ss() { echo "0 0 127.0.0.1:1 127.0.0.1:2"; }');
    expect(seconds).toBeGreaterThan(1.8);
  });
});
