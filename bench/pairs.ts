import { spawnSync } from 'node:child_process';

/** A command to time: its words, and the exit code without which a figure would be of something else. */
export interface Command {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly code: number;
}

/** Two commands timed in turns, in milliseconds of wall time; medians. */
export interface Pair {
  readonly pairs: number;
  readonly firstMs: number;
  readonly secondMs: number;
  /** Median of the differences within each pair, first less second. */
  readonly moreMs: number;
  readonly ratio: number;
}

/** The middle of some numbers; of an even number of them the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * Times two commands `pairs` times, always one right after the other, so that what else the machine does weighs on both;
 * which one goes first alternates. Throws an Error where one of them ends otherwise than it should.
 */
export function timePairs(first: Command, second: Command, pairs: number): Pair {
  // The files of both come into the page cache before anything counts.
  for (const command of [first, second, first, second]) time(command);
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (let n = 0; n < pairs; n++) {
    if (n % 2 === 0) firsts.push(time(first));
    seconds.push(time(second));
    if (n % 2 === 1) firsts.push(time(first));
  }
  const differences = firsts.map((ms, at) => ms - (seconds[at] ?? Number.NaN));
  const [firstMs, secondMs] = [median(firsts), median(seconds)];
  return {
    pairs,
    firstMs: tenths(firstMs),
    secondMs: tenths(secondMs),
    moreMs: tenths(median(differences)),
    ratio: tenths(firstMs / secondMs),
  };
}

function time({ argv: [program = '', ...words], env, cwd, code }: Command): number {
  const begun = process.hrtime.bigint();
  const { status, error } = spawnSync(program, words, { env, cwd, stdio: 'ignore' });
  const ms = Number(process.hrtime.bigint() - begun) / 1e6;
  if (status !== code) throw new Error(`${words.join(' ')} ended with ${status ?? error}, not ${code}`);
  return ms;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
