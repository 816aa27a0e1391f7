/**
 * `npm run test:bare`: both commands of the README on a machine where nothing was installed: a file tree made by
 * debootstrap, Node added, with processes, mounts and network of its own; the machine underneath stays as it is.
 * Further words go to `npm test`; `--run COMMAND`, which may be repeated, runs that instead of both.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../command.ts';
import { type Say, usualHome } from '../home.ts';
import { exclusively } from '../processes.ts';
import { require } from '../requirements.ts';
import { link, unlink } from './link.ts';
import { type BareRoot, makeRoot, removeRoot } from './root.ts';

const say: Say = (line) => console.log(line);

function commandsOf(argv: readonly string[]): readonly string[] {
  const own = argv.flatMap((word, at) => (argv[at - 1] === '--run' ? [word] : []));
  if (own.length > 0) return own;
  return ['npm start', ['npm test', ...(argv.length > 0 ? ['--', ...argv] : [])].join(' ')];
}

/** Starts process 1 of the bare machine; it ends, and all of its processes with it, when this process does. */
function start({ path, env }: BareRoot, commands: readonly string[]): ChildProcess {
  const namespaces = ['--mount', '--pid', '--fork', '--kill-child=KILL', '--net', '--uts', '--ipc'];
  const script = join(import.meta.dirname, 'enter.sh');
  const argv = ['--pdeathsig', 'KILL', 'unshare', ...namespaces, 'bash', script, path, ...commands];
  return spawn('setpriv', argv, { env, stdio: ['pipe', 'inherit', 'inherit'], detached: true });
}

/** Removes control groups of containers that were cut short; with version 1 they lie beside this machine's own. */
async function removeControlGroups({ path }: BareRoot): Promise<void> {
  const data = join(path, usualHome, 'engine/data');
  const names = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);
  const nested = names(join(data, 'volumes')).map((volume) => join(data, 'volumes', volume, '_data/containers'));
  const ids = [join(data, 'containers'), ...nested].flatMap(names).filter((name) => /^[0-9a-f]{64}$/.test(name));
  for (const id of ids) {
    await attempt([
      'find',
      '/sys/fs/cgroup',
      '-depth',
      '-type',
      'd',
      '-path',
      `*/docker/*${id}*`,
      '-exec',
      'rmdir',
      '{}',
      ';',
    ]);
  }
}

/** Tells what each command came to; returns how many went well. A test that was skipped does not. */
function report({ path }: BareRoot, commands: readonly string[]): number {
  const file = join(path, 'root/results');
  const results = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const lines = commands.map((command, at) => {
    const [code, seconds] = results[at]?.split(' ').map(Number) ?? [];
    if (code === undefined) return `FAILED: ${command}: not run to its end`;
    const output = readFileSync(join(path, `root/output-${at + 1}`), 'utf8').trim();
    const sum = /(?<=\n)\d+ passed, \d+ failed.*$/.exec(output)?.[0] ?? '';
    const well = code === 0 && !sum.includes('skipped');
    return `${well ? 'passed' : 'FAILED'}: ${command}: exit code ${code}, ${seconds} s${sum === '' ? '' : `, ${sum}`}`;
  });
  say(`\n${lines.join('\n')}`);
  return lines.filter((line) => line.startsWith('passed')).length;
}

async function main(): Promise<number> {
  const commands = commandsOf(process.argv.slice(2));
  await require(['debootstrap', 'git', 'ip', 'iptables', 'mkfs.ext4', 'nsenter', 'setpriv', 'unshare'], say);
  const cleanups: (() => Promise<void>)[] = [];
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stop.abort(new Error(`Ended by ${signal}`)));
  try {
    cleanups.push(removeRoot);
    const root = await makeRoot(say);
    stop.signal.throwIfAborted();
    cleanups.push(() => removeControlGroups(root));
    const machine = start(root, commands);
    const ended = new Promise((done) => machine.on('error', done).on('close', done));
    cleanups.push(async () => {
      machine.kill('SIGKILL');
      await ended;
      await unlink();
    });
    stop.signal.addEventListener('abort', () => machine.kill('SIGKILL'));
    await link(machine.pid ?? 0);
    machine.stdin?.end('go\n');
    await ended;
    stop.signal.throwIfAborted();
    const passed = report(root, commands);
    say(`\n${passed} passed, ${commands.length - passed} failed`);
    return passed === commands.length ? 0 : 1;
  } finally {
    for (const clean of cleanups.reverse()) await clean();
  }
}

process.exitCode = await exclusively('bare', main).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
