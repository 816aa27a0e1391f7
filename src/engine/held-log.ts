import type { Log } from '../messages/log.ts';

/** A log that keeps what it is told until it is known whom to tell. */
export interface HeldLog extends Log {
  /** Tells all of it to `log`, and from then on at once. */
  tellTo(log: Log): void;
}

/** The log of something that runs beside another, which is told first. */
export function heldLog(): HeldLog {
  let to: Log | undefined;
  const held: ((log: Log) => void)[] = [];
  const say = (line: (log: Log) => void): void => {
    if (to === undefined) held.push(line);
    else line(to);
  };
  return {
    group: (title, work) => {
      if (to !== undefined) return to.group(title, work);
      say((log) => log.info(title));
      return work();
    },
    info: (line) => say((log) => log.info(line)),
    warning: (line) => say((log) => log.warning(line)),
    output: (line) => say((log) => log.output(line)),
    debug: (line) => say((log) => log.debug(line)),
    tellTo: (log) => {
      to = log;
      for (const line of held.splice(0)) line(log);
    },
  };
}
