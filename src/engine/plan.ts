import { type Text, text } from '../messages/text.ts';
import type { Phase, Step } from './step.ts';
import { inOrder } from './switch-order.ts';

const phases: readonly Phase[] = ['provision', 'issue', 'prepare', 'switch', 'publish'];

/** The steps of a run, in the order in which they run. */
export interface Plan {
  readonly steps: readonly Step[];
}

/** Sorts steps by phase; within `prepare` they keep the order in which the resources gave them. */
export function makePlan(steps: readonly Step[]): Plan {
  const switchSteps = inOrder(steps.filter((step) => step.kind === 'switch'));
  return {
    steps: phases.flatMap((phase): readonly Step[] =>
      phase === 'switch' ? switchSteps : steps.filter((step) => step.phase === phase),
    ),
  };
}

/** Steps of one phase. */
export function inPhase(plan: Plan, phase: Phase): readonly Step[] {
  return plan.steps.filter((step) => step.phase === phase);
}

const titles: Readonly<Record<Phase, Text>> = {
  provision: text('Provision', '安装环境'),
  issue: text('Certificate (what serves is not touched)', '证书（不影响正在运行的服务）'),
  prepare: text('Prepare (what serves is not touched)', '准备（不影响正在运行的服务）'),
  switch: text('Switch (one script, run by the server alone)', '切换（由服务器独立运行的一个脚本）'),
  publish: text('Publish', '对外开放'),
};

/** The plan as a person reads it: a heading a phase, a line a step, its diff below it, a footer that counts. */
export function describePlan(plan: Plan): readonly Text[] {
  if (plan.steps.length === 0) return [text('Nothing to change.', '无需变更。')];
  const lines: Text[] = [];
  for (const phase of phases) {
    const steps = inPhase(plan, phase);
    if (steps.length === 0) continue;
    lines.push(titles[phase]);
    for (const step of steps) {
      lines.push(text(`  + ${step.title.en}: ${step.reason.en}`, `  + ${step.title.zh}：${step.reason.zh}`));
      for (const line of step.diff?.split('\n') ?? []) lines.push(text(`      ${line}`, `      ${line}`));
    }
  }
  const counts = phases.map((phase) => inPhase(plan, phase).length);
  lines.push(
    text(
      `${plan.steps.length} steps: ${phases.map((phase, i) => `${counts[i]} ${phase}`).join(' · ')}`,
      `共 ${plan.steps.length} 步：${['安装', '证书', '准备', '切换', '开放'].map((name, i) => `${name} ${counts[i]}`).join(' · ')}`,
    ),
  );
  return lines;
}
