import type { Target } from '../target.ts';
import { blueGreen } from './blue-green.ts';
import type { Strategy } from './strategy.ts';
import { unchanged } from './unchanged.ts';

/** The strategy that leads to a target. */
export function strategyFor({ newContainer }: Target): Strategy {
  return newContainer === undefined ? unchanged : blueGreen;
}
