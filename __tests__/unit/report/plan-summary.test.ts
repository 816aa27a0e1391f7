import { newRecord } from '../../../src/commands/run.ts';
import { makePlan } from '../../../src/engine/plan.ts';
import type { Step } from '../../../src/engine/step.ts';
import { text } from '../../../src/messages/text.ts';
import { renderSummary } from '../../../src/report/summary.ts';

const step: Step = {
  kind: 'server',
  phase: 'publish',
  id: 'firewall.open',
  title: text('Open port 8014 in ufw', '在 ufw 中开放端口 8014'),
  reason: text('ufw is active', 'ufw 已启用'),
  script: 'true',
};

function planned(steps: readonly Step[], language: 'en' | 'zh'): string {
  return renderSummary('plan', { ...newRecord(0), app: 'MCCM-server', plan: makePlan(steps) }, language);
}

test('a plan with nothing to change says so in its heading', () => {
  expect(planned([], 'en')).toMatch(/^## Plan for MCCM-server: nothing to change$/m);
  expect(planned([], 'zh')).toMatch(/^## MCCM-server 的部署计划：无需变更$/m);
});

test('a plan with steps lists them', () => {
  const summary = planned([step], 'en');
  expect(summary).toMatch(/^## Plan for MCCM-server$/m);
  expect(summary).toContain('| `firewall.open` | Open port 8014 in ufw | ufw is active |');
});
