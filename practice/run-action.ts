import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { folder, projectRoot } from './home.ts';
import { withNames } from './hosts.ts';
import { node } from './node.ts';
import { type Annotation, inputVariable, readFileCommands, readLog } from './runner-protocol.ts';
import { refuseRealApi } from './tencent/names.ts';

/** How to run the action. */
export interface RunOptions {
  /** By the names in action.yml; what is left out has its default, what is not declared is refused. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Further variables, on top of those a runner sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** Addresses of host names, for this run alone. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Address of the one name server that resolves what `hosts` does not have, for this run alone. */
  readonly nameServer?: string;
  /** Path of a certificate that the run trusts (NODE_EXTRA_CA_CERTS). */
  readonly extraCa?: string;
  /** The workspace (default: an empty one). */
  readonly cwd?: string;
  /** The runner dies: SIGKILL, and no post step. */
  readonly signal?: AbortSignal;
  /** The main step alone dies: SIGKILL, then the post step. */
  readonly kill?: AbortSignal;
  /** A person cancels: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL, then the post step, as the runner does. */
  readonly cancel?: AbortSignal;
  /** The runner's machine shuts down: SIGTERM alone, 2.5 s later SIGKILL, then the post step. */
  readonly terminate?: AbortSignal;
  /** Hears each line of output as it comes. */
  readonly onLine?: (line: string) => void;
  /** The folder with action.yml (default: the project). */
  readonly action?: string;
}

/** What a run came to. */
export interface RunResult {
  /** The main step's exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Both output streams as the runner shows them, masks applied. */
  readonly log: string;
  /** The same as the process wrote it. */
  readonly raw: string;
  /** The job summary, Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** Names of all commands that the runner obeyed, in order. */
  readonly commands: readonly string[];
  /** RUNNER_TEMP; kept, since the artifact lies there where no artifact service is. */
  readonly temp: string;
  /** Seconds from `cancel` or `terminate` to the end of the main step; undefined where nobody cancelled. */
  readonly secondsToEnd: number | undefined;
  /** The post step's exit code, output and summary, where it ran. */
  readonly post: { readonly code: number | null; readonly raw: string; readonly summary: string } | undefined;
}

interface Manifest {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown; readonly required?: boolean } | null>>;
  readonly runs: { readonly main: string; readonly post?: string };
}

/** Every declared input as a variable. Throws an Error for an input that action.yml does not declare. */
function inputVariables(manifest: Manifest, inputs: RunOptions['inputs']): Record<string, string> {
  const declared = manifest.inputs ?? {};
  const unknown = Object.keys(inputs).filter((name) => !Object.hasOwn(declared, name));
  if (unknown.length > 0) throw new Error(`action.yml declares no input ${unknown.join(', ')}`);
  const value = (name: string): string => inputs[name] ?? String(declared[name]?.default ?? '');
  return Object.fromEntries(Object.keys(declared).map((name) => [inputVariable(name), value(name)]));
}

/** What a runner sets, with practice values; nothing else of this process's environment but what programs need. */
function runnerVariables(temp: string, workspace: string): Record<string, string> {
  const kept = ['HOME', 'LANG', 'TMPDIR', 'USER'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    PATH: `${dirname(node)}:${process.env.PATH ?? ''}`,
    // A base image comes from the runner only where a test gives it an engine.
    DOCKER_HOST: `unix://${join(temp, 'no-docker.sock')}`,
    // The bundle is compiled once, not at the start of each step.
    NODE_COMPILE_CACHE: folder('compiled'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REPOSITORY: 'octocat/mccm-server',
    GITHUB_REPOSITORY_OWNER: 'octocat',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '8014',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
    GITHUB_WORKFLOW: 'practice',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_NAME: 'practice',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, 'tools'),
  };
}

/** Prints a line of a run as its runner shows it. */
export function showLine(line: string): void {
  if (!line.startsWith('::add-mask::')) console.log(line);
}

/**
 * Runs the action's bundle under Node 24 as the runner would: main, then post. Throws an Error, before anything runs,
 * where it could ask Tencent Cloud in earnest.
 */
export async function runAction(options: RunOptions): Promise<RunResult> {
  refuseRealApi(options.inputs, options.hosts ?? {});
  const action = options.action ?? projectRoot;
  const manifest = parse(readFileSync(join(action, 'action.yml'), 'utf8')) as Manifest;
  const place = mkdtempSync(join(folder('runs'), 'run-'));
  const temp = join(place, 'temp');
  const workspace = options.cwd ?? join(place, 'workspace');
  for (const path of [temp, workspace, join(place, 'files')]) mkdirSync(path, { recursive: true });
  const file = (name: string): string => join(place, 'files', name);
  const read = (name: string): string => readFileSync(file(name), 'utf8');
  const event = file('event.json');
  writeFileSync(event, '{}');
  const environment: Record<string, string> = {
    ...runnerVariables(temp, workspace),
    ...inputVariables(manifest, options.inputs),
    GITHUB_EVENT_PATH: event,
    ...(options.extraCa === undefined ? {} : { NODE_EXTRA_CA_CERTS: options.extraCa }),
    ...options.env,
  };

  const step = async (name: string, script: string, more: Record<string, string>) => {
    const own: Record<string, string> = {};
    for (const kind of ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY']) {
      own[`GITHUB_${kind}`] = file(`${name}-${kind}`);
      writeFileSync(file(`${name}-${kind}`), '');
    }
    const [program = '', ...argv] = [...withNames(place, options), node, join(action, script)];
    const child = spawn(program, argv, {
      cwd: workspace,
      env: { ...environment, ...own, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    const hear = (line: string): void => {
      lines.push(line);
      options.onLine?.(line);
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', hear);
    const timers: NodeJS.Timeout[] = [];
    let asked: number | undefined;
    const cancel = (): void => {
      asked = performance.now();
      child.kill('SIGINT');
      timers.push(setTimeout(() => child.kill('SIGTERM'), 7_500));
      timers.push(setTimeout(() => child.kill('SIGKILL'), 10_000));
    };
    const terminate = (): void => {
      asked ??= performance.now();
      child.kill('SIGTERM');
      timers.push(setTimeout(() => child.kill('SIGKILL'), 2_500));
    };
    const die = (): void => void child.kill('SIGKILL');
    options.signal?.addEventListener('abort', die);
    if (name === 'main') {
      options.cancel?.addEventListener('abort', cancel);
      options.terminate?.addEventListener('abort', terminate);
      options.kill?.addEventListener('abort', die);
    }
    const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
    for (const timer of timers) clearTimeout(timer);
    options.signal?.removeEventListener('abort', die);
    options.cancel?.removeEventListener('abort', cancel);
    options.terminate?.removeEventListener('abort', terminate);
    options.kill?.removeEventListener('abort', die);
    const secondsToEnd = asked === undefined ? undefined : (performance.now() - asked) / 1000;
    return { code, raw: lines.join('\n'), summary: read(`${name}-STEP_SUMMARY`), secondsToEnd };
  };

  const main = await step('main', manifest.runs.main, {});
  const state = readFileCommands(read('main-STATE'));
  const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
  const runsPost = manifest.runs.post !== undefined && options.signal?.aborted !== true;
  const post = runsPost ? await step('post', manifest.runs.post ?? '', saved) : undefined;
  const { log, annotations, masks, commands } = readLog(main.raw);
  return {
    code: main.code,
    outputs: readFileCommands(read('main-OUTPUT')),
    state,
    log,
    raw: main.raw,
    summary: main.summary,
    annotations,
    masks,
    commands,
    temp,
    secondsToEnd: main.secondsToEnd,
    post,
  };
}
