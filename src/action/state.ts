import * as runner from './runner.ts';

const key = 'phase';

/** Notes which phase the main step is in, for the post step of a run that is cut short. */
export function rememberPhase(phase: string): void {
  runner.saveState(key, phase);
}

/** The phase that was noted last; empty when main never began. */
export function rememberedPhase(): string {
  return runner.getState(key);
}
