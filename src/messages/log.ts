import type { Text } from './text.ts';

/** Where the engine tells what it does. The runner's log in production, an array in tests. */
export interface Log {
  /** Folds what `work` tells under a title. */
  group<T>(title: Text, work: () => Promise<T>): Promise<T>;
  info(line: Text): void;
  warning(line: Text): void;
  /** Output of a program, as it came. */
  output(line: string): void;
  debug(line: string): void;
}
