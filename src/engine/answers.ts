import { constants } from 'node:zlib';
import { packFunctions, unpacked } from '../shell/packed.ts';

/** Ends an answer: without it, no process could be started for it. */
export const asked = '@@asked';

/**
 * Bash that prints the answers that `asking` gives, packed as one text, each behind a line that no output can be mistaken
 * for. There `ask NAME` begins an answer, and `answered` ends it.
 */
export function answersScript(asking: string): string {
  return `${packFunctions}
ask() { printf '%s %s\\n' "$answer_mark" "$1"; }
answered() { printf '${asked}'; }
answer_mark=\${deploy_mark:=@@}$RANDOM$RANDOM$RANDOM
printf '%sanswers ' "$deploy_mark"
{
printf '%s\\n' "$answer_mark"
${asking}
} | pack
echo`;
}

/** Reads what {@link answersScript} printed: each answer by its name; none of one that was cut short. */
export function readSections(stdout: string): ReadonlyMap<string, string> {
  const [, packed = ''] = /^@@answers (\S*)$/m.exec(stdout) ?? [];
  const text = textOf(packed);
  const sections = new Map<string, string>();
  const mark = text.slice(0, text.indexOf('\n') + 1).trimEnd();
  for (const section of text.split(`${mark} `).slice(1)) {
    const at = section.indexOf('\n');
    const answer = section.slice(at + 1);
    if (answer.endsWith(asked)) sections.set(section.slice(0, at), answer.slice(0, -asked.length));
  }
  return sections;
}

/** The text of what gzip packed, as far as it came; empty where it is something else. */
function textOf(word: string): string {
  try {
    return unpacked(word, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
  } catch {
    return '';
  }
}
