import * as core from '@actions/core';
import type { SwitchNote } from '../commands/run.ts';
import type { LeaseHolder, LeaseNote } from '../engine/lease.ts';

/** What main leaves for the post step, by its names in the runner's state. Written at once: main may be killed. */
const keys = { phase: 'phase', switch: 'switch', leases: 'leases' } as const;

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

/** Notes what a run holds only for its own time. */
export function leaseMemory(): LeaseHolder['noteLease'] {
  const held = new Map<string, LeaseNote>();
  return (id, note) => {
    held.delete(id);
    if (note !== undefined) held.set(id, note);
    core.saveState(keys.leases, held.size === 0 ? '' : JSON.stringify([...held.values()]));
  };
}

/** What was still held when it was noted last, in the order in which it was taken. */
export function rememberedLeases(): readonly LeaseNote[] {
  const saved = core.getState(keys.leases);
  return saved === '' ? [] : (JSON.parse(saved) as readonly LeaseNote[]);
}
