/**
 * `npm run bench:start`: what a start costs, how many exchanges over SSH a run needs, how much memory it holds.
 * Prints the figures and stores them in bench/results/start.json. `-- --only start` (or `runs`) measures that part anew
 * and keeps the other as it is stored.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BareStart, measureBareStart } from './bare-start.ts';
import { machine } from './machine.ts';
import type { DecisionInputs, Goal, Results } from './results.ts';
import { type MeasuredRuns, measureRuns } from './runs.ts';

const root = join(import.meta.dirname, '..');
const file = join(root, 'bench/results/start.json');
const pairs = 31;
const bigJarBytes = 500_000_000;

function decisionInputs(): DecisionInputs {
  return { date: new Date().toISOString(), machine: machine() };
}

function measureStart(): DecisionInputs & BareStart {
  console.log(`Starts: three times ${pairs} pairs`);
  return { ...decisionInputs(), ...measureBareStart(root, pairs) };
}

async function measureAllRuns(): Promise<DecisionInputs & MeasuredRuns> {
  const before = decisionInputs();
  return { ...before, ...(await measureRuns(bigJarBytes, (line) => console.log(line))) };
}

function goal(what: string, measured: number, atMost: number): Goal {
  return { what, atMost, measured, met: measured <= atMost };
}

function print({ start, runs, goals }: Results): void {
  console.log(`\nStarts over bare node, medians of ${pairs} pairs (load ${start.machine.load})`);
  for (const [name, value] of Object.entries(start)) {
    if (typeof value !== 'object' || !('pairs' in value)) continue;
    const { firstMs, secondMs, moreMs, moreProcessorMs } = value;
    console.log(`  ${name}: ${firstMs} ms, node ${secondMs}: ${moreMs} more, ${moreProcessorMs} of the processor`);
  }
  console.log('\nRuns against a practice server');
  for (const [name, value] of Object.entries(runs)) {
    if (typeof value !== 'object' || !('roundTrips' in value)) continue;
    const { roundTrips, peakMegabytes, seconds } = value;
    console.log(`  ${name}: ${roundTrips} round trips, ${peakMegabytes} MB at most, ${seconds} s`);
  }
  console.log('\nGoals');
  for (const { what, atMost, measured, met } of goals) {
    console.log(`  ${met ? 'met' : 'MISSED'}: ${what}: ${measured} (at most ${atMost})`);
  }
}

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
if (only !== undefined && only !== 'start' && only !== 'runs') throw new Error('--only takes start or runs');
const stored = only === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as Results);
const start = stored !== undefined && only === 'runs' ? stored.start : measureStart();
const runs = stored !== undefined && only === 'start' ? stored.runs : await measureAllRuns();
const results: Results = {
  start,
  runs,
  goals: [
    goal('main over bare node, ms', start.main.moreMs, 100),
    goal('post over bare node, ms', start.post.moreMs, 100),
    goal('peak memory of a plan with a jar of 500 MB, MB', runs.planBigJar.peakMegabytes, 150),
    goal('peak memory of a deploy with a jar of 500 MB, MB', runs.deployBigJar.peakMegabytes, 150),
  ],
};
print(results);
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
console.log(`\nStored in ${file}; npm run docs takes the figures into docs/performance.md.`);
