import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileCommands } from '../../../practice/runner-protocol.ts';

/** What a run of the action's own source came to. */
export interface SourceRun {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs an entry of `src` as the runner would, in an empty workspace that holds `files`. No bundle, no network. */
export async function runSource(
  entry: 'index' | 'post',
  inputs: Readonly<Record<string, string>>,
  {
    files = {},
    environment = {},
  }: { files?: Readonly<Record<string, string>>; environment?: Readonly<Record<string, string>> } = {},
): Promise<SourceRun> {
  const folder = mkdtempSync(join(tmpdir(), 'action-'));
  const file = (name: string): string => join(folder, name);
  for (const name of ['output', 'state', 'summary']) writeFileSync(file(name), '');
  for (const name of ['workspace', 'temp']) mkdirSync(file(name));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(file('workspace'), name), content);
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_WORKSPACE: file('workspace'),
    RUNNER_TEMP: file('temp'),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...environment,
  };
  const source = join(import.meta.dirname, `../../../src/${entry}.ts`);
  const child = spawn(process.execPath, ['--no-warnings', source], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const read = (name: string): string => readFileSync(file(name), 'utf8');
  const run = {
    code,
    log,
    outputs: readFileCommands(read('output')),
    state: readFileCommands(read('state')),
    summary: read('summary'),
  };
  rmSync(folder, { recursive: true, force: true });
  return run;
}
