import { setTimeout as pause } from 'node:timers/promises';
import type { Link } from '../../practice/link.ts';
import { median } from '../pairs.ts';
import type { Figures } from './results.ts';

/** What `work` took over a link. A number that it gives is the seconds, counted by itself. */
export async function measured(link: Link, work: () => Promise<unknown>): Promise<Figures> {
  link.reset();
  const begun = performance.now();
  const own = await work();
  const seconds = typeof own === 'number' ? own : (performance.now() - begun) / 1000;
  // What ends connections is still on its way, and would count for what is measured next.
  await pause(1000);
  const { bytesUp, bytesDown, connections, exchanges } = link.traffic();
  return { times: 1, seconds: hundredths(seconds), bytesUp, bytesDown, connections, exchanges };
}

/** The medians of figures of the same. */
export function medians(all: readonly Figures[]): Figures {
  const of = (what: keyof Figures): number => hundredths(median(all.map((one) => one[what])));
  return {
    times: all.length,
    seconds: of('seconds'),
    bytesUp: of('bytesUp'),
    bytesDown: of('bytesDown'),
    connections: of('connections'),
    exchanges: of('exchanges'),
  };
}

/** A number with two places. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
