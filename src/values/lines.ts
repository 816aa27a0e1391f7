/** One line of an input of several lines. */
export interface Line {
  /** Counted from 1, empty lines included. */
  readonly number: number;
  /** Without what ends the line and without blanks before it. */
  readonly text: string;
}

/** The lines of an input that hold something. */
export function linesOf(value: string): readonly Line[] {
  return value
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.replace(/\r$/, '').trimStart() }))
    .filter((line) => line.text !== '');
}
