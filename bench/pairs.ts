import { spawnSync } from 'node:child_process';

/** A command to time: its words, and the exit code without which a figure would be of something else. */
export interface Command {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly code: number;
}

/** Two commands timed in turns, in milliseconds; medians. */
export interface Pair {
  readonly pairs: number;
  /** Wall time. */
  readonly firstMs: number;
  readonly secondMs: number;
  /** Median of the differences within each pair, first less second. */
  readonly moreMs: number;
  readonly ratio: number;
  /** Processor time beyond that of the second, user and system: what is left of `moreMs` on a machine that is busy. */
  readonly moreProcessorMs: number;
}

/** What one run took, in milliseconds. */
interface Times {
  readonly wall: number;
  readonly processor: number;
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
  const firsts: Times[] = [];
  const seconds: Times[] = [];
  for (let n = 0; n < pairs; n++) {
    if (n % 2 === 0) firsts.push(time(first));
    seconds.push(time(second));
    if (n % 2 === 1) firsts.push(time(first));
  }
  const more = (what: keyof Times): number =>
    tenths(median(firsts.map((times, at) => times[what] - (seconds[at]?.[what] ?? Number.NaN))));
  const [firstMs, secondMs] = [median(firsts.map(({ wall }) => wall)), median(seconds.map(({ wall }) => wall))];
  return {
    pairs,
    firstMs: tenths(firstMs),
    secondMs: tenths(secondMs),
    moreMs: more('wall'),
    ratio: tenths(firstMs / secondMs),
    moreProcessorMs: more('processor'),
  };
}

/** bash tells what Node does not: the processor time of a child. */
function time({ argv, env, cwd, code }: Command): Times {
  const script = `TIMEFORMAT='%3R %3U %3S'; { time "$@" >/dev/null 2>&1 3>&-; } 2>&3`;
  const { status, output } = spawnSync('bash', ['-c', script, 'bash', ...argv], {
    env,
    cwd,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== code) throw new Error(`${argv.join(' ')} ended with ${status}, not ${code}`);
  const [wall = Number.NaN, user = Number.NaN, system = Number.NaN] = (output[3] ?? '').trim().split(' ').map(Number);
  return { wall: wall * 1000, processor: (user + system) * 1000 };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
