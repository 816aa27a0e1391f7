import fc from 'fast-check';
import { describePlan, inPhase, makePlan } from '../../../src/engine/plan.ts';
import type { Phase, Step, SwitchStage } from '../../../src/engine/step.ts';
import { inOrder, isAftermath } from '../../../src/engine/switch-order.ts';
import { serverStep, switchStep } from './steps.ts';

const phases: readonly Phase[] = ['provision', 'issue', 'prepare', 'switch', 'publish'];
const stages: readonly SwitchStage[] = [
  ...(['write', 'test', 'stop', 'start', 'await', 'swap', 'reload', 'prove'] as const),
  ...(['drain', 'retire', 'rename', 'record', 'prune'] as const),
];

/** Any steps at all, each with an id of its own. */
const anySteps = fc
  .array(
    fc.oneof(
      fc.record({ phase: fc.constantFrom<'provision' | 'prepare' | 'publish'>('provision', 'prepare', 'publish') }),
      fc.record({ stage: fc.constantFrom(...stages), pass: fc.integer({ min: 1, max: 3 }) }),
    ),
  )
  .map((list): readonly Step[] =>
    list.map((one, i) =>
      'phase' in one
        ? serverStep(`s${i}.x`, 'true', { phase: one.phase })
        : switchStep(`s${i}.x`, one.stage, 'true', { pass: one.pass }),
    ),
  );

const rankOf = (stage: SwitchStage): number => stages.indexOf(stage);

test('steps run phase by phase, and within a phase as the resources gave them', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const plan = makePlan(steps);
      expect(plan.steps.toSorted(byId)).toEqual(steps.toSorted(byId));
      const order = plan.steps.map((step) => phases.indexOf(step.phase));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      for (const phase of phases) {
        if (phase === 'switch') continue;
        expect(inPhase(plan, phase)).toEqual(steps.filter((step) => step.phase === phase));
      }
    }),
  );

  function byId(a: Step, b: Step): number {
    return a.id < b.id ? -1 : 1;
  }
});

test('the switch goes pass by pass and stage by stage; what cannot be undone comes after every pass', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const ordered = inOrder(steps.filter((step) => step.kind === 'switch'));
      const reversible = ordered.filter((step) => !isAftermath(step));
      expect(ordered.slice(0, reversible.length)).toEqual(reversible);
      for (const [i, step] of ordered.entries()) {
        const next = ordered[i + 1];
        if (next === undefined || isAftermath(step) !== isAftermath(next)) continue;
        if (!isAftermath(step)) expect(next.pass).toBeGreaterThanOrEqual(step.pass);
        if (isAftermath(step) || next.pass === step.pass) {
          expect(rankOf(next.stage)).toBeGreaterThanOrEqual(rankOf(step.stage));
        }
      }
    }),
  );
});

test('the footer counts every step once, in both languages', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const footer = describePlan(makePlan(steps)).at(-1);
      if (steps.length === 0) {
        expect(footer?.en).toBe('Nothing to change.');
        return;
      }
      const count = (phase: Phase): number => steps.filter((step) => step.phase === phase).length;
      expect(footer?.en).toBe(`${steps.length} steps: ${phases.map((p) => `${count(p)} ${p}`).join(' · ')}`);
      expect(footer?.zh.match(/\d+/g)).toEqual([steps.length, ...phases.map(count)].map(String));
    }),
  );
});

test('a plan reads as headings, steps and what they change', () => {
  const lines = describePlan(
    makePlan([
      switchStep('site.swap', 'swap', 'true', { diff: '- old\n+ new' }),
      serverStep('image.build', 'true', { diff: '+ image' }),
    ]),
  );
  expect(lines.map((line) => line.en)).toEqual([
    'Prepare (what serves is not touched)',
    '  + image.build: why',
    '      + image',
    'Switch (one script, run by the server alone)',
    '  + site.swap: why',
    '      - old',
    '      + new',
    '2 steps: 0 provision · 0 issue · 1 prepare · 1 switch · 0 publish',
  ]);
  expect(lines.map((line) => line.zh)).toContain('  + site.swap：原因');
});
