import * as core from '@actions/core';
import type { Log } from '../messages/log.ts';
import type { Language, Text } from '../messages/text.ts';

/** The runner's log in one language: groups fold, warnings become annotations. Groups do not nest there, so only the outer one folds. */
export function runnerLog(language: Language): Log {
  let depth = 0;
  return {
    group: async (title, work) => {
      if (depth++ === 0) core.startGroup(title[language]);
      else core.info(title[language]);
      try {
        return await work();
      } finally {
        if (--depth === 0) core.endGroup();
      }
    },
    info: (line: Text) => core.info(line[language]),
    warning: (line: Text) => core.warning(line[language]),
    output: (line) => core.info(line),
    debug: (line) => core.debug(line),
  };
}
