import { plainValue } from '../../../src/tencent/record-value.ts';

test.each([
  ['CNAME', 'cdn.example.net.', 'cdn.example.net'],
  ['A', '203.0.113.5', '203.0.113.5'],
  ['TXT', 'plain', 'plain'],
  ['TXT', 'v=spf1 a ~all.', 'v=spf1 a ~all.'],
  ['TXT', '"quoted"', 'quoted'],
  ['TXT', '"in " "chunks""of it"', 'in chunksof it'],
  ['TXT', String.raw`"a \"b\" \\c"`, String.raw`a "b" \c`],
  ['TXT', 'say "no"', 'say "no"'],
])('%s %s is compared as %s', (type, value, plain) => expect(plainValue(type, value)).toBe(plain));
