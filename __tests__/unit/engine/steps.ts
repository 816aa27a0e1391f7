import type { RunnerStep, ServerStep, SwitchStage, SwitchStep } from '../../../src/engine/step.ts';
import { text } from '../../../src/messages/text.ts';

/** A fragment that the runner has the server run. */
export function serverStep(id: string, script: string, more: Partial<ServerStep> = {}): ServerStep {
  return { kind: 'server', phase: 'prepare', id, title: text(id, id), reason: text('why', '原因'), script, ...more };
}

/** Something that the runner does itself. */
export function runnerStep(id: string, run: RunnerStep['run'], more: Partial<RunnerStep> = {}): RunnerStep {
  return { kind: 'runner', phase: 'prepare', id, title: text(id, id), reason: text('why', '原因'), run, ...more };
}

/** A fragment of the switch. */
export function switchStep(id: string, stage: SwitchStage, script: string, more: Partial<SwitchStep> = {}): SwitchStep {
  const words = { title: text(id, id), reason: text('why', '原因') };
  return { kind: 'switch', phase: 'switch', pass: 1, stage, id, script, ...words, ...more };
}
