import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Tally } from './tally.ts';

const root = join(import.meta.dirname, '..');

/** How long jest may take to end once every test has. */
const endSeconds = 10;

/** How to run the tests of one folder. */
export interface JestRun {
  /** A folder of __tests__. */
  readonly folder: string;
  readonly words: readonly string[];
  /** After it the run is ended, and counts as failed. */
  readonly seconds: number;
  readonly env?: Readonly<Record<string, string>>;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Runs jest. A run that hangs, and whatever a test file left open, count as failed, and are told on standard error. */
export async function runJest({ folder, words, seconds, env = {} }: JestRun): Promise<Tally> {
  const scratch = mkdtempSync(join(tmpdir(), 'jest-'));
  const [file, leftOpen] = [join(scratch, 'report.json'), join(scratch, 'left-open')];
  try {
    const child = spawn(
      process.execPath,
      [
        ...['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')],
        ...['--json', '--outputFile', file, ...argumentsOf(folder, words)],
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env, LEFT_OPEN: leftOpen } },
    );
    const ended = new Promise<true>((done) => child.on('error', () => done(true)).on('close', () => done(true)));
    const until = Date.now() + seconds * 1000;
    let reported = Number.POSITIVE_INFINITY;
    let hung = false;
    while ((await Promise.race([ended, pause(500, false)])) === false) {
      if (reported === Number.POSITIVE_INFINITY && existsSync(file)) reported = Date.now();
      hung = Date.now() > Math.min(until, reported + endSeconds * 1000);
      if (!hung) continue;
      const why = existsSync(file)
        ? `has not ended ${endSeconds} s after its last test`
        : `takes more than ${seconds} s`;
      if (child.pid !== undefined) await putDown(child.pid, `${folder} ${why}`);
      await ended;
      break;
    }
    const left = existsSync(leftOpen) ? readFileSync(leftOpen, 'utf8') : '';
    process.stderr.write(left);
    const more = left.split('\n').filter(Boolean).length + (hung && existsSync(file) ? 1 : 0);
    return add(tallyOf(file), more);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Words of a path narrow the folder down; jest would take each for a pattern beside it. */
function argumentsOf(folder: string, words: readonly string[]): readonly string[] {
  const paths = words.filter((word) => !word.startsWith('-'));
  const narrowed = paths.length === 0 ? '' : `.*(${paths.join('|')})`;
  return [`--testPathPatterns=__tests__/${folder}/${narrowed}`, ...words.filter((word) => word.startsWith('-'))];
}

function add(tally: Tally, failed: number): Tally {
  return { ...tally, failed: tally.failed + failed };
}

/** What jest's report says; one failure where there is none. */
function tallyOf(file: string): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  return {
    passed: report.numPassedTests,
    // A file that could not be run at all counts no test of its own.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Ends jest and every process below it, once it has told what it has open (__tests__/setup/on-hang.ts). */
async function putDown(pid: number, what: string): Promise<void> {
  const processes = [pid, ...descendantsOf(pid)];
  const lines = processes.map((one) => `  process ${one}: ${commandOf(one)}`);
  process.stderr.write(`\n${what}, and is ended. Still running:\n${lines.join('\n')}\n`);
  signal(pid, 'SIGUSR2');
  await pause(1000);
  for (const one of [...processes, ...descendantsOf(pid)]) signal(one, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}

function descendantsOf(pid: number): readonly number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return children.map(Number).flatMap((child) => [child, ...descendantsOf(child)]);
}

function parentOf(pid: string): number | undefined {
  const status = read(`/proc/${pid}/status`);
  const parent = /^PPid:\s+(\d+)$/m.exec(status)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').slice(0, 200);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
