import { aftermathStages, passStages, type SwitchStage, type SwitchStep } from './step.ts';

const order: readonly SwitchStage[] = [...passStages, ...aftermathStages];

/** The steps in the order in which the script runs them: pass by pass, stage by stage, then the aftermath. */
export function inOrder(steps: readonly SwitchStep[]): readonly SwitchStep[] {
  const pass = (step: SwitchStep): number => (isAftermath(step) ? Number.MAX_SAFE_INTEGER : step.pass);
  return steps.toSorted((a, b) => pass(a) - pass(b) || order.indexOf(a.stage) - order.indexOf(b.stage));
}

/** Whether a step comes after the point of no return. */
export function isAftermath({ stage }: SwitchStep): boolean {
  return (aftermathStages as readonly SwitchStage[]).includes(stage);
}

/** Whether a step comes before the lock that applications share is taken. */
export function isBrought({ stage }: SwitchStep): boolean {
  return stage === 'bring';
}
