import type { Log } from '../../../src/messages/log.ts';

/** A log that remembers what it was told, each line with its kind. */
export function listeningLog(): Log & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  return {
    lines,
    group: async (title, work) => {
      lines.push(`group ${title.en}`);
      return work();
    },
    info: (line) => void lines.push(`info ${line.en}`),
    warning: (line) => void lines.push(`warning ${line.en}`),
    output: (line) => void lines.push(`output ${line}`),
    debug: (line) => void lines.push(`debug ${line}`),
  };
}
