import type { ScriptResult } from '../server/server.ts';

/** What became of one step of a batch. */
export interface StepOutcome {
  /** Which one, from 0 on. */
  readonly number: number;
  /** Its own; `code` is null where it did not end. */
  readonly result: ScriptResult;
  readonly seconds: number;
}

/** What a batch came to: its steps, as far as they began, and what it said besides them. */
export interface BatchOutcome {
  readonly steps: readonly StepOutcome[];
  readonly rest: ScriptResult;
}

const section = /^@@step (\d+) begin (\S+)\n([\s\S]*?)(?:\n@@step \1 end (\d+) (\S+)\n|(?![\s\S]))/gm;

/** Takes apart what a batch printed (batch-script.ts): each step's own output, to the byte. */
export function readBatch({ code, stdout, stderr }: ScriptResult): BatchOutcome {
  const errors = new Map([...stderr.matchAll(section)].map(([, number, , text = '']) => [number, text]));
  const steps = [...stdout.matchAll(section)].map(([, number = '', begun, text = '', ended, end]) => ({
    number: Number(number),
    result: {
      code: ended === undefined ? null : Number(ended),
      stdout: text,
      stderr: errors.get(number) ?? '',
    },
    seconds: end === undefined ? 0 : Math.max(0, Number(end) - Number(begun)),
  }));
  return { steps, rest: { code, stdout: stdout.replace(section, ''), stderr: stderr.replace(section, '') } };
}

/** What is seen of a batch as it goes on; `at`: seconds, by the server's clock. */
export type BatchEvent =
  | { readonly kind: 'begin'; readonly number: number; readonly at: number }
  | { readonly kind: 'end'; readonly number: number; readonly at: number; readonly code: number }
  | { readonly kind: 'line'; readonly line: string };

/** Reads the standard output of a batch line by line, as it comes. */
export function batchReader(tell: (event: BatchEvent) => void): (line: string) => void {
  /** The end mark has a line of its own: an empty one right before it is none of the step's. */
  let empty = false;
  return (line) => {
    const [, number, ended, at] = /^@@step (\d+) (?:begin|end (\d+)) (\S+)$/.exec(line) ?? [];
    if (number !== undefined) {
      empty = false;
      const place = { number: Number(number), at: Number(at) };
      tell(ended === undefined ? { kind: 'begin', ...place } : { kind: 'end', ...place, code: Number(ended) });
      return;
    }
    if (empty) tell({ kind: 'line', line: '' });
    empty = line === '';
    if (!empty) tell({ kind: 'line', line });
  };
}
