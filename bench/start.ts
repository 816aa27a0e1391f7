/**
 * `npm run bench:start`: what a start costs, how many exchanges over SSH a run needs, how much memory it holds.
 * Prints the figures and stores them in bench/results/start.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareStart, measureBareStart } from './bare-start.ts';
import { type Machine, machine } from './machine.ts';
import { type MeasuredRun, type MeasuredRuns, measureRuns } from './runs.ts';

const root = join(import.meta.dirname, '..');
const file = join(root, 'bench/results/start.json');
const pairs = 31;
const bigJarBytes = 500_000_000;

/** What was hoped for, and whether it was reached. */
interface Goal {
  readonly what: string;
  readonly atMost: number;
  readonly measured: number;
  readonly met: boolean;
}

/** bench/results/start.json. */
interface Results {
  readonly date: string;
  readonly machine: Machine;
  readonly start: BareStart;
  readonly runs: MeasuredRuns;
  readonly goals: readonly Goal[];
}

function goal(what: string, measured: number, atMost: number): Goal {
  return { what, atMost, measured, met: measured <= atMost };
}

function print({ start, runs, goals }: Results): void {
  console.log(`\nStart over bare node, medians of ${pairs} pairs (ms)`);
  for (const [name, pair] of Object.entries(start)) {
    console.log(`  ${name}: ${pair.firstMs} - node ${pair.secondMs}, more ${pair.moreMs}, ratio ${pair.ratio}`);
  }
  console.log('\nRuns against a practice server');
  for (const [name, run] of Object.entries(runs) as [string, MeasuredRun | number][]) {
    if (typeof run === 'number') continue;
    console.log(`  ${name}: ${run.roundTrips} round trips, ${run.peakMegabytes} MB at most, ${run.seconds} s`);
  }
  console.log('\nGoals');
  for (const { what, atMost, measured, met } of goals) {
    console.log(`  ${met ? 'met' : 'MISSED'}: ${what}: ${measured} (at most ${atMost})`);
  }
}

console.log(`Starts: three times ${pairs} pairs`);
const before = machine();
const start = measureBareStart(root, pairs);
const runs = await measureRuns(bigJarBytes, (line) => console.log(line));
const results: Results = {
  date: new Date().toISOString(),
  machine: before,
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
console.log(`\nStored in ${file}`);
