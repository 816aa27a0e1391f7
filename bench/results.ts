import type { BareStart } from './bare-start.ts';
import type { Machine } from './machine.ts';
import type { MeasuredRuns } from './runs.ts';

/** When and where a part was measured. */
export interface DecisionInputs {
  readonly date: string;
  readonly machine: Machine;
}

/** What was hoped for, and whether it was reached. */
export interface Goal {
  readonly what: string;
  readonly atMost: number;
  readonly measured: number;
  readonly met: boolean;
}

/** What bench/results/start.json holds. */
export interface Results {
  readonly start: DecisionInputs & BareStart;
  readonly runs: DecisionInputs & MeasuredRuns;
  readonly goals: readonly Goal[];
}
