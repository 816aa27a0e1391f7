import fc from 'fast-check';

const upTo = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/**
 * Any code point but halves of a pair, ASCII often; for `fc.string({ unit: codePoint })`. The unit `binary` of fast-check
 * is the same, and makes a table of all of them first, which takes most of a second.
 */
export const codePoint: fc.Arbitrary<string> = fc
  .oneof(upTo(0, 0x7f), upTo(0, 0xd7ff), upTo(0xe000, 0x10ffff))
  .map((number) => String.fromCodePoint(number));
