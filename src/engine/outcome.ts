import { type Failure, failure } from '../messages/failure.ts';
import { failureIn, withoutProtocol } from '../server/script-protocol.ts';
import type { ScriptResult } from '../server/server.ts';

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

/** The last `count` lines of a program's output. */
export function lastLines(output: string, count: number): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
