import type { ScriptProbe } from '../engine/probe.ts';

/** Asks the server's clock: seconds since 1970 with their fraction, as text. */
export const timeProbe: ScriptProbe<string> = {
  script: 'date +%s.%N',
  read: (output) => /^\d+\.\d{9}$/m.exec(output)?.[0] ?? '0.000000000',
};
