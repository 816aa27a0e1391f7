import type { Log } from '../engine/log.ts';
import type { Language, Text } from '../messages/text.ts';
import * as runner from './runner.ts';

/** The runner's log in one language: groups fold, warnings become annotations. Groups do not nest there, so only the outer one folds. */
export function runnerLog(language: Language): Log {
  let depth = 0;
  return {
    group: async (title, work) => {
      if (depth++ === 0) runner.startGroup(title[language]);
      else runner.info(title[language]);
      try {
        return await work();
      } finally {
        if (--depth === 0) runner.endGroup();
      }
    },
    info: (line: Text) => runner.info(line[language]),
    warning: (line: Text) => runner.warning(line[language]),
    output: (line) => runner.info(line),
    debug: (line) => runner.debug(line),
  };
}
