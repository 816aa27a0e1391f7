import { cell, drawn, plain } from '../../../src/report/markdown.ts';

test.each([
  ['set `<app>` to <name>', 'set `<app>` to &lt;name>'],
  ['![x](https://evil.example/a.png)', '!\\[x\\](https://evil.example/a.png)'],
  ['[press](https://evil.example)', '\\[press\\](https://evil.example)'],
  ['\\[press](x)', '\\\\\\[press\\](x)'],
  ['a ` b\n`<img>`', 'a \\` b\n`<img>`'],
  ['odd ` and `<b>` left', 'odd ` and `&lt;b>\\` left'],
  ['```\n<details>\n```', '\\`\\`\\`\n&lt;details>\n\\`\\`\\`'],
  ['# not a heading\n> not quoted\n| a |', '\\# not a heading\n\\> not quoted\n\\| a |'],
  ['$x$ and a_b and *.conf _y_', '\\$x\\$ and a_b and \\*.conf \\_y\\_'],
  ['ends with \\', 'ends with \\\\'],
  ['a\\`b`', 'a\\\\`b`'],
])('%j', (words, expected) => {
  expect(plain(words)).toBe(expected);
});

test('a cell stays one cell, a label stays one label', () => {
  expect(cell('a | b\nc')).toBe('a \\| b c');
  expect(drawn('a"] --> b["x\n<b>')).toBe('"a#34;] --#62; b[#34;x #60;b#62;"');
});
