import type { Log } from '../messages/log.ts';
import type { Language, Text } from '../messages/text.ts';
import type { Secrets } from '../redaction/secrets.ts';
import { debug, endGroup, say, show, startGroup, warn } from './console.ts';

/**
 * The runner's log in one language: groups fold, warnings become annotations. Groups do not nest there, so only the
 * outer one folds. Secrets are taken out here, not by the runner's mask alone.
 */
export function runnerLog(language: Language, { redact }: Secrets): Log {
  let depth = 0;
  return {
    group: async (title, work) => {
      if (depth++ === 0) startGroup(redact(title[language]));
      else say(redact(title[language]));
      try {
        return await work();
      } finally {
        if (--depth === 0) endGroup();
      }
    },
    info: (line: Text) => say(redact(line[language])),
    warning: (line: Text) => warn(redact(line[language])),
    output: (lines) => show(redact(lines)),
    debug: (words) => debug(redact(words)),
  };
}
