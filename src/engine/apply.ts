import { type Failure, failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { prelude } from '../server/prelude.ts';
import { factsIn, failureIn, noticesIn, withoutProtocol } from '../server/script-protocol.ts';
import type { ScriptResult, Server } from '../server/server.ts';
import { type Cancellation, unlessCancelled } from './cancel.ts';
import type { RunnerStep, ServerStep } from './step.ts';
import { type Remains, undoSteps } from './undo.ts';

/** A step that ran, how long it took, and what it warned of. */
export interface StepRecord {
  readonly id: string;
  readonly seconds: number;
  readonly notices: readonly Failure[];
  /** What its script handed over by `fact`. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Runs one step and gives what it said; throws the `Failure` it named, or the one that its exit stands for. */
async function runStep(
  step: ServerStep | RunnerStep,
  server: Server,
  log: Log,
): Promise<Pick<StepRecord, 'notices' | 'facts'>> {
  if (step.kind === 'runner') {
    const notices: Failure[] = [];
    await step.run(server, log, (found) => notices.push(found));
    return { notices };
  }
  const result = await server.run(`${prelude}\nset -e\n${step.script}`, {
    ...(step.silentSeconds === undefined ? {} : { stallSeconds: step.silentSeconds }),
    // Standard error is evidence, which is shown with the failure and without secrets.
    ...(step.streams ? { onLine: (line, stream) => stream === 'stdout' && showLine(line, log) } : {}),
  });
  mustSucceed(step.id, result, step.explain);
  return { notices: [...noticesIn(result), ...(step.notice?.(result) ?? [])], facts: factsIn(result.stdout) };
}

/** Throws what a step's script named, else what its exit stands for, else `STEP_FAILED`; nothing where it ended well. */
export function mustSucceed(step: string, result: ScriptResult, explain?: (result: ScriptResult) => Failure): void {
  if (result.code === 0) return;
  throw (
    failureIn(result) ??
    explain?.(result) ??
    failure(
      'STEP_FAILED',
      { step, code: String(result.code ?? 'signal') },
      { evidence: lastLines(withoutProtocol(`${result.stdout}${result.stderr}`), 40) },
    )
  );
}

function showLine(line: string, log: Log): void {
  if (!line.startsWith('@@')) log.output(line);
}

/** The last `count` lines of a program's output. */
export function lastLines(output: string, count: number): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}

/** The run that steps belong to, as far as they need it. */
export interface Occasion extends Cancellation, Remains {
  now(): number;
}

/**
 * Runs steps one after another. When one fails or the run is cancelled, that one and those before it are undone in
 * reverse, then its failure is thrown; what cannot be undone are leftovers, which the next run removes.
 */
export async function applySteps(
  steps: readonly (ServerStep | RunnerStep)[],
  server: Server,
  log: Log,
  occasion: Occasion,
): Promise<readonly StepRecord[]> {
  const records: StepRecord[] = [];
  for (const [index, step] of steps.entries()) {
    const begun = occasion.now();
    try {
      const run = () => unlessCancelled(() => runStep(step, server, log), occasion.cancelled);
      const said = await log.group(step.title, run);
      records.push({ id: step.id, seconds: (occasion.now() - begun) / 1000, ...said });
    } catch (error) {
      await undoSteps(steps.slice(0, index + 1), server, log, occasion);
      throw error;
    }
  }
  return records;
}
