import fc from 'fast-check';
import { parseNginx } from '../../../src/nginx/parse.ts';
import { quoteNginx } from '../../../src/nginx/quote.ts';
import { NginxSyntaxError } from '../../../src/nginx/syntax-error.ts';

/** Name and arguments of each directive, blocks nested. */
function shape(text: string): unknown {
  const of = (directives: ReturnType<typeof parseNginx>): unknown =>
    directives.map(({ name, args, block }) => (block ? [name, ...args, of(block)] : [name, ...args]));
  return of(parseNginx(text, 'f'));
}

test.each([
  ['', []],
  ['a;', [['a']]],
  [
    'a b  c;\nd{e f;}',
    [
      ['a', 'b', 'c'],
      ['d', [['e', 'f']]],
    ],
  ],
  ['# c } ;\na "b c" \'d;{}\' e\\ f; # x', [['a', 'b c', 'd;{}', 'e\\ f']]],
  ['log "a\\"b\\\\c\\td\\.";', [['log', 'a"b\\c\td\\.']]],
  ['set $a ${b}c;', [['set', '$a', '${b}c']]],
  ['if ($a = "b") { c d}e; }', [['if', '($a', '=', 'b', ')', [['c', 'd}e']]]]],
  [
    "map $x $y { default 1; '' 2; }",
    [
      [
        'map',
        '$x',
        '$y',
        [
          ['default', '1'],
          ['', '2'],
        ],
      ],
    ],
  ],
  ['a b#c;', [['a', 'b#c']]],
  ['a "x\ny";', [['a', 'x\ny']]],
])('%j', (text, expected) => {
  expect(shape(text)).toEqual(expected);
});

test('lines are those where a directive begins', () => {
  const [a, b] = parseNginx('\n# x\na "1\n2"\n  3;\nb { c; }\n', '/etc/nginx/nginx.conf');
  expect([a?.line, b?.line, b?.block?.[0]?.line, b?.file]).toEqual([3, 6, 6, '/etc/nginx/nginx.conf']);
});

test.each([
  'content_by_lua_block { ngx.say("}") }',
  "content_by_lua_block{ ngx.say('{\\'') -- }\n }",
  'set_by_lua_block $x {\n local t = { a = {1} }\n return [[ } ]] .. [==[ ]] } ]==] --[[ } \n } ]]\n}',
  'init_by_lua_block { a = b[c[1]] }',
])('a block of Lua is one directive, to the byte: %j', (lua) => {
  const text = `a;\n${lua}\nb;`;
  const directives = parseNginx(text, 'f');
  expect(directives.map(({ name }) => name)).toEqual(['a', lua.split(/[ {]/)[0], 'b']);
  const [, block, after] = directives;
  expect(text.slice(block?.start, block?.end)).toBe(lua);
  expect(block?.block).toBeUndefined();
  expect(after?.line).toBe(text.split('\n').length);
});

test.each([
  'content_by_lua_block { "}" ',
  'content_by_lua_block { [[ } ',
  'content_by_lua_block { -- }',
  "content_by_lua_block { '} ",
])('a block of Lua without its end is refused: %j', (text) => {
  expect(() => parseNginx(text, 'f')).toThrow(NginxSyntaxError);
});

test.each([
  ['}', 'closes', 1],
  ['a;\n}', 'closes', 2],
  ['a', 'syntax', 1],
  ['a {', 'syntax', 1],
  ['a { b }', 'syntax', 1],
  ['{ }', 'syntax', 1],
  ['a "b;', 'syntax', 1],
  ['a "b"c;', 'syntax', 1],
  ['a\n"b\\";', 'syntax', 2],
])('%j is refused', (text, kind, line) => {
  const error = (() => {
    try {
      return parseNginx(text, 'f');
    } catch (caught) {
      return caught;
    }
  })();
  expect(error).toBeInstanceOf(NginxSyntaxError);
  expect(error).toMatchObject({ kind, line });
});

test('what is quoted comes back, whatever it holds', () => {
  const value = fc.string({ unit: 'grapheme' }).filter((text) => !/[$\x00-\x1f\x7f]/.test(text));
  fc.assert(
    fc.property(fc.array(value), (values) => {
      expect(shape(`a ${values.map(quoteNginx).join(' ')};`)).toEqual([['a', ...values]]);
    }),
  );
});

test.each(['a$b', 'a\nb', 'a\0', 'x'.repeat(4001)])('%j cannot be quoted', (value) => {
  expect(() => quoteNginx(value)).toThrow(RangeError);
});
