import * as core from '@actions/core';

const key = 'phase';

/** Notes which phase the main step is in, for the post step of a run that is cut short. */
export function rememberPhase(phase: string): void {
  core.saveState(key, phase);
}

/** The phase that was noted last; empty when main never began. */
export function rememberedPhase(): string {
  return core.getState(key);
}
