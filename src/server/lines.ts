import { StringDecoder } from 'node:string_decoder';
import { readMark } from './marks.ts';

/** One output stream of a script as it comes in: text, whole lines, and what was there before the script began. */
export interface ScriptOutput {
  push(chunk: Buffer): void;
  /** Hands over a last line that has no line end. */
  end(): void;
  /** Whether the script's first line was seen. */
  readonly begun: boolean;
  /** The exit code in the line that ends it; undefined until that has come. What follows that line is not the script's. */
  readonly code: number | undefined;
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
  const endMark = `${word}end `;
  const parts: string[] = [];
  let noise = '';
  let begun = false;
  let code: number | undefined;
  /** What came of a line whose end is still to come. */
  let partial: string[] = [];
  const accept = (piece: string): void => {
    if (code !== undefined) return;
    let text = piece;
    if (!begun) {
      noise += piece;
      const at = noise.indexOf(mark);
      if (at < 0) {
        endedUnbegun();
        return;
      }
      text = noise.slice(at + mark.length);
      noise = noise.slice(0, at);
      begun = true;
      onBegin();
    }
    if (!text.includes('\n')) {
      partial.push(text);
      return;
    }
    const lines = [...partial, text].join('').split('\n');
    partial = [lines.pop() ?? ''];
    for (const line of lines) {
      // Behind a last line that has no line end.
      const at = line.indexOf(endMark);
      if (at < 0) hand(line, '\n');
      else {
        partial = [line.slice(0, at)];
        handPartial();
        code = Number(line.slice(at + endMark.length));
        return;
      }
    }
  };
  const endedUnbegun = (): void => {
    const at = noise.indexOf(endMark);
    const end = at < 0 ? -1 : noise.indexOf('\n', at);
    if (end < 0) return;
    code = Number(noise.slice(at + endMark.length, end));
    noise = noise.slice(0, at);
  };
  const hand = (line: string, end: string): void => {
    const read = readMark(line, word);
    parts.push(read, end);
    onLine(read.replace(/\r$/, ''));
  };
  const handPartial = (): void => {
    const line = partial.join('');
    partial = [];
    if (line !== '') hand(line, '');
  };
  return {
    push: (chunk) => accept(decoder.write(chunk)),
    end: () => {
      accept(decoder.end());
      handPartial();
    },
    get begun() {
      return begun;
    },
    get code() {
      return code;
    },
    get noise() {
      return noise;
    },
    get text() {
      return parts.join('');
    },
  };
}
