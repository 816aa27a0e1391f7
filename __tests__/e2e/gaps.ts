import type { Sample } from './load.ts';

/** The stretches without an answer in a load, in milliseconds. */
export interface Gaps {
  /** Between the two answers that lie farthest apart. */
  readonly longest: number;
}

/** Measures how long a load went without an answer. */
export function gapsOf(samples: readonly Sample[]): Gaps {
  const answered = samples.filter(({ error }) => error === undefined).map(({ at }) => at);
  const between = answered.slice(1).map((at, i) => at - (answered[i] ?? at));
  return { longest: Math.max(0, ...between) };
}
