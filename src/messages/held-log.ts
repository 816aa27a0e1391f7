import type { Log } from './log.ts';

/** A log that keeps what it is told until its turn comes: groups of the runner's log do not overlap. */
export interface HeldLog extends Log {
  /** Tells `log` what was kept, and from then on everything at once. */
  tellTo(log: Log): void;
}

/** What is done beside something else, and told after it. */
export function heldLog(): HeldLog {
  const kept: ((log: Log) => void)[] = [];
  let to: Log | undefined;
  const tell = (line: (log: Log) => void): void => {
    if (to === undefined) kept.push(line);
    else line(to);
  };
  return {
    group: (title, work) => {
      if (to !== undefined) return to.group(title, work);
      // Within the group of whoever it is told to.
      tell((log) => log.info(title));
      return work();
    },
    info: (line) => tell((log) => log.info(line)),
    warning: (line) => tell((log) => log.warning(line)),
    output: (line) => tell((log) => log.output(line)),
    debug: (line) => tell((log) => log.debug(line)),
    tellTo: (log) => {
      to = log;
      for (const line of kept.splice(0)) line(log);
    },
  };
}
