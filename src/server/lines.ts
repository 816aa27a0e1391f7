import { StringDecoder } from 'node:string_decoder';
import { readMark } from './marks.ts';

/** One output stream of a script as it comes in: text, whole lines, and what was there before the script began. */
export interface ScriptOutput {
  push(chunk: Buffer): void;
  /** Hands over a last line that has no line end. */
  end(): void;
  /** Whether the script's first line was seen. */
  readonly begun: boolean;
  /** What a login shell printed before the script began. */
  readonly noise: string;
  /** Everything that the script printed; its marks as `readMark` has them. */
  readonly text: string;
}

/**
 * Collects one stream of a script whose marks begin with `word`. Characters cut in two by a packet are whole again;
 * `onLine` gets lines without their ends.
 */
export function scriptOutput(
  word: string,
  onLine: (line: string) => void,
  onBegin: () => void = () => {},
): ScriptOutput {
  const decoder = new StringDecoder('utf8');
  const mark = `${word}begin\n`;
  const parts: string[] = [];
  let noise = '';
  let begun = false;
  let partial = '';
  const accept = (piece: string): void => {
    let text = piece;
    if (!begun) {
      noise += piece;
      const at = noise.indexOf(mark);
      if (at < 0) return;
      text = noise.slice(at + mark.length);
      noise = noise.slice(0, at);
      begun = true;
      onBegin();
    }
    if (text === '') return;
    const lines = (partial + text).split('\n');
    partial = lines.pop() ?? '';
    for (const line of lines) hand(line, '\n');
  };
  const hand = (line: string, end: string): void => {
    const read = readMark(line, word);
    parts.push(read, end);
    onLine(read.replace(/\r$/, ''));
  };
  return {
    push: (chunk) => accept(decoder.write(chunk)),
    end: () => {
      accept(decoder.end());
      if (partial !== '') hand(partial, '');
      partial = '';
    },
    get begun() {
      return begun;
    },
    get noise() {
      return noise;
    },
    get text() {
      return parts.join('');
    },
  };
}
