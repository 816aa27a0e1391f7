import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import type { ScriptOptions, ScriptResult, Server } from '../../../src/server/server.ts';

/** A server that is this machine: scripts are run by its bash, as they would be over SSH. */
export interface LocalServer extends Server {
  /** Every script that was run, in order. */
  readonly scripts: readonly string[];
}

/** This machine as a server; `environment` comes on top of its own (a PATH with programs of the test). */
export function localServer(environment: Readonly<Record<string, string>> = {}): LocalServer {
  const scripts: string[] = [];
  return {
    host: '203.0.113.10',
    scripts,
    run: (script, options) => {
      scripts.push(script);
      return runBash(['-c', script], environment, options);
    },
    open: () => Promise.reject(new Error('no test needs it')),
  };
}

/** Runs bash with `words`; resolves with what it came to. */
export function runBash(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  { input, stdin = input && Readable.from([input]), onLine = () => {} }: ScriptOptions = {},
): Promise<ScriptResult> {
  return new Promise((resolve, reject) => {
    // Where its input is a socket, bash takes itself for one that rshd started, and reads bashrc (bash(1), INVOCATION).
    const child = spawn('bash', ['--norc', ...words], { env: { ...process.env, ...environment } });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      let partial = '';
      child[stream].setEncoding('utf8').on('data', (chunk: string) => {
        output[stream] += chunk;
        const lines = (partial + chunk).split('\n');
        partial = lines.pop() ?? '';
        for (const line of lines) onLine(line, stream);
      });
    }
    let gaveUp: Error | undefined;
    child.stdin.on('error', () => {});
    if (stdin === undefined) child.stdin.end();
    else {
      // As over SSH: a source that fails ends the script's input. What it began is over before the test goes on.
      stdin.on('error', (error) => {
        gaveUp = error;
        child.stdin.destroy();
      });
      stdin.pipe(child.stdin);
    }
    child.on('error', reject);
    child.on('close', (code) => (gaveUp === undefined ? resolve({ code, ...output }) : reject(gaveUp)));
  });
}
