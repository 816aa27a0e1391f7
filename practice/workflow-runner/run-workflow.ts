import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { withNames } from '../hosts.ts';
import { node } from '../node.ts';
import { freePort } from '../ports.ts';
import { refuseRealApi } from '../tencent/names.ts';
import { startArtifactRelay } from './artifact-relay.ts';
import { type Journal, readJournal } from './journal.ts';
import type { StandIns } from './stand-ins.ts';

/** A workflow to run, and what GitHub would know. */
export interface WorkflowOptions {
  /** Path of act. */
  readonly act: string;
  /** A folder of this run's own, for what act writes. */
  readonly place: string;
  /** The git repository whose `.github/workflows` is used. */
  readonly repository: string;
  /** File name of the workflow. */
  readonly workflow: string;
  readonly event: 'push' | 'workflow_dispatch' | 'release' | 'schedule';
  /** The event as the webhook tells it. */
  readonly payload: unknown;
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly standIns: StandIns;
  /** Addresses of host names, for this run alone. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Further variables of the runner. */
  readonly env: Readonly<Record<string, string>>;
  /** Number of the run, by which artifacts are filed. */
  readonly runId: number;
  /** How long it may take; then it is ended, as a person cancels it. */
  readonly seconds: number;
}

/** What a workflow run came to. */
export interface WorkflowResult extends Journal {
  readonly code: number | null;
  /** The folder with the run's artifacts, `<name>/<name>.zip`. */
  readonly artifacts: string;
}

/**
 * Runs a workflow by act on this machine itself (no container), with an artifact service. Throws an Error, before anything
 * runs, where it could ask Tencent Cloud in earnest.
 */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowResult> {
  const { place, runId } = options;
  refuseRealApi({ 'tencent-secret-id': options.secrets.TENCENT_SECRET_ID ?? '' }, options.hosts);
  mkdirSync(place, { recursive: true });
  const port = await freePort('127.0.0.1');
  const relay = await startArtifactRelay(port);
  try {
    const argv = [...withNames(place, options), options.act, ...argumentsOf(options, port)];
    const env = {
      ...process.env,
      PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter),
      ...options.env,
      // What act notes for itself is not left in the user's home.
      XDG_CACHE_HOME: place,
      XDG_CONFIG_HOME: place,
      ACTIONS_RUNTIME_URL: relay.url,
    };
    const { code, output } = await collect(argv, { cwd: options.repository, env, timeout: options.seconds * 1000 });
    return { ...readJournal(output), code, artifacts: join(place, 'artifacts', String(runId)) };
  } finally {
    await relay.close();
  }
}

function argumentsOf(options: WorkflowOptions, port: number): readonly string[] {
  // JSON is YAML; act reads secrets of several lines from that.
  const write = (name: string, content: unknown): string => {
    const path = join(options.place, name);
    writeFileSync(path, JSON.stringify(content), { mode: 0o600 });
    return path;
  };
  return [
    options.event,
    ...['--workflows', join('.github', 'workflows', options.workflow)],
    // This machine is the runner.
    ...['--platform', 'ubuntu-latest=-self-hosted', '--json', '--rm', '--actor', 'octocat'],
    ...['--eventpath', write('event.json', options.payload)],
    ...['--secret-file', write('secrets.yml', options.secrets)],
    ...['--var-file', write('vars.yml', options.vars)],
    ...['--action-cache-path', join(options.place, 'cache'), '--no-cache-server', '--action-offline-mode'],
    ...['--artifact-server-path', join(options.place, 'artifacts')],
    ...['--artifact-server-addr', '127.0.0.1', '--artifact-server-port', String(port)],
    ...['--env', `GITHUB_RUN_ID=${options.runId}`],
    ...Object.entries(options.standIns).flatMap(([name, path]) => ['--local-repository', `${name}=${path}`]),
  ];
}

async function collect(
  argv: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly timeout: number },
): Promise<{ code: number | null; output: string }> {
  const [program = '', ...rest] = argv;
  const child = spawn(program, rest, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  return { code, output: Buffer.concat(parts).toString() };
}
