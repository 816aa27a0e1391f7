import type { Pair } from '../bench/pairs.ts';
import type { DecisionInputs, Goal, Results } from '../bench/results.ts';
import type { MeasuredRun } from '../bench/runs.ts';
import { table } from './table.ts';

/** The measured part of docs/performance.md. */
export function figures({ start, runs, goals }: Results): string {
  const pair = (what: string, { firstMs, secondMs, moreMs, ratio, moreProcessorMs }: Pair) =>
    [what, firstMs, secondMs, moreMs, ratio, moreProcessorMs].map(String);
  const run = (what: string, { roundTrips, peakMegabytes, seconds }: MeasuredRun) =>
    [what, roundTrips, peakMegabytes, seconds].map(String);
  const big = `jar of ${runs.bigJarMegabytes} MB`;
  return [
    `### Starts, medians of ${start.main.pairs} pairs`,
    where(start),
    table([
      ['Start', 'ms', 'Bare node, ms', 'More, ms', 'Ratio', 'More of the processor, ms'],
      pair('`main` that fails at its inputs', start.main),
      pair('`post`', start.post),
      pair('`main` of a deploy whose jar is not there', start.deployWithoutJar),
    ]),
    '### Runs against a practice server',
    where(runs),
    table([
      ['Run', 'Round trips', 'Memory at most, MB', 'Seconds'],
      run('plan of a first deploy', runs.planFirst),
      run('first deploy', runs.deployFirst),
      run('deploy with no change', runs.deployUnchanged),
      run('plan with no change', runs.planUnchanged),
      run('deploy of a new version', runs.deployNewVersion),
      run(`plan, ${big}`, runs.planBigJar),
      run(`deploy, ${big}`, runs.deployBigJar),
    ]),
    '### Goals',
    goalsTable(goals),
  ].join('\n\n');
}

/** What was hoped for, and what came of it. */
export function goalsTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ what, atMost, measured, met }) => [
    what,
    String(atMost),
    String(measured),
    met ? 'met' : '**missed**',
  ]);
  return table([['Goal', 'At most', 'Measured', ''], ...rows]);
}

/** When and on which machine something was measured. */
export function where({ date, machine }: DecisionInputs): string {
  const { processor, cores, memoryGigabytes, platform, node, load } = machine;
  return `${date.slice(0, 10)}, ${processor}, ${cores} cores, ${memoryGigabytes} GB, ${platform}, Node ${node}; load when it began: ${load}.`;
}
