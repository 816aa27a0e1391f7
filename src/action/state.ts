import * as core from '@actions/core';
import type { SwitchNote } from '../commands/run.ts';

/** What main leaves for the post step, by its names in the runner's state. Written at once: main may be killed. */
const keys = { phase: 'phase', switch: 'switch' } as const;

/** The phase of a run that told everything itself. */
export const ended = 'ended';

/** Notes which phase the main step is in. */
export function rememberPhase(phase: string): void {
  core.saveState(keys.phase, phase);
}

/** The phase that was noted last; empty when main never began. */
export function rememberedPhase(): string {
  return core.getState(keys.phase);
}

/** Notes what is known of the switch; `undefined` where none began. */
export function rememberSwitch(note: SwitchNote | undefined): void {
  core.saveState(keys.switch, note === undefined ? '' : JSON.stringify(note));
}

/** The switch that was noted last; undefined where none began. */
export function rememberedSwitch(): SwitchNote | undefined {
  const saved = core.getState(keys.switch);
  return saved === '' ? undefined : (JSON.parse(saved) as SwitchNote);
}
