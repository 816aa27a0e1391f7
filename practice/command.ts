import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** How to run a program of this machine. */
export interface CommandOptions {
  /** What the program reads on standard input; nothing where left out. */
  readonly input?: string | Buffer | Readable;
  /** Variables set on top of this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** What a program came to; `code` is null when a signal ended it. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How long after a program's end its output must be silent, where a daemon that it started holds the pipes open. */
const silentMs = 500;

/** Runs a program and returns what it came to, whatever its exit code. Throws when it cannot be started. */
export async function attempt(argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [program = '', ...rest] = argv;
  const child = spawn(program, rest, {
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
  // A program that ends without reading all of its input breaks the pipe; its exit code says more than EPIPE.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((done, fail) => {
    child.on('error', fail).on('close', done);
    child.on('exit', (code) => {
      const streams = [child.stdout, child.stderr];
      const silent = setTimeout(() => {
        for (const stream of streams) stream.destroy();
        done(code);
      }, silentMs);
      for (const stream of streams) stream.on('data', () => silent.refresh());
      child.on('close', () => clearTimeout(silent));
    });
  });
  if (options.input === undefined || typeof options.input === 'string' || Buffer.isBuffer(options.input)) {
    child.stdin.end(options.input);
  } else {
    await Promise.all([pipeline(options.input, child.stdin).catch(() => undefined), ended]);
  }
  const code = await ended;
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

/** Runs a program that must succeed and returns its standard output. Throws an Error with the end of its output. */
export async function run(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
  return mustSucceed(argv.join(' '), await attempt(argv, options));
}

/** The standard output of a program that succeeded. Throws an Error with the end of its output where it did not. */
export function mustSucceed(what: string, { code, stdout, stderr }: CommandResult): string {
  if (code === 0) return stdout;
  const output = `${stdout}\n${stderr}`.trim().slice(-4000);
  throw new Error(`${what.slice(0, 300)} ended with ${code ?? 'a signal'}:\n${output}`);
}
