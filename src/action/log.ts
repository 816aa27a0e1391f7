import type { Log } from '../messages/log.ts';
import type { Language, Text } from '../messages/text.ts';
import { debug, endGroup, say, show, startGroup, warn } from './console.ts';

/**
 * The runner's log in one language: groups fold, warnings become annotations. Groups do not nest there, so only the
 * outer one folds.
 */
export function runnerLog(language: Language): Log {
  let depth = 0;
  return {
    group: async (title, work) => {
      if (depth++ === 0) startGroup(title[language]);
      else say(title[language]);
      try {
        return await work();
      } finally {
        if (--depth === 0) endGroup();
      }
    },
    info: (line: Text) => say(line[language]),
    warning: (line: Text) => warn(line[language]),
    output: show,
    debug,
  };
}
