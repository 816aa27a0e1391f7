import { addressOf } from './address.ts';

/** What nginx says of a configuration that it refuses. */
const complaint = /\[(emerg|alert|crit|error|warn|notice|info|debug)\]/;

/** Words around a quoted one by which it is a name: of a directive, a variable, a log format. */
const namedBefore =
  /(unknown directive|duplicate|unknown|unexpected|no|the|server name|log format|zone|upstream|module|user|group) $/;
const namedAfter = /^ (directive|variable|is duplicate|cannot|must|has no)\b/;

/**
 * What nginx says of a configuration, for people to read: names, paths and places are left, of other words that it quotes
 * out of a file nothing is, since they may hold a secret.
 */
export function hideInComplaint(said: string): string {
  return said
    .split('\n')
    .map((line) => (complaint.test(line) ? hideQuoted(line) : line))
    .join('\n');
}

function hideQuoted(line: string): string {
  return line.replace(/"([^"]*)"/g, (quoted, word: string, at: number) => {
    const named = namedBefore.test(line.slice(0, at)) || namedAfter.test(line.slice(at + quoted.length));
    if (word.length <= 1 || (named && /^[\w.-]+$/.test(word))) return quoted;
    if (/^[\w.-]+(:\d+)?$/.test(word) && /host not found in \w+ $/.test(line.slice(0, at))) return quoted;
    return /^[/$~^]|^https?:/.test(word) ? `"${addressOf(word) ?? '…'}"` : '"…"';
  });
}
