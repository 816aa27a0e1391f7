import { cpus, loadavg, totalmem } from 'node:os';

/** Where the figures were measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly platform: string;
  readonly node: string;
  /** Processes that were busy in the minute before: on an idle machine near 0. */
  readonly load: number;
}

/** Facts about this machine, now. */
export function machine(): Machine {
  return {
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 1e9),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}
