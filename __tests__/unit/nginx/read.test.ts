import fc from 'fast-check';
import { hideSecrets } from '../../../src/nginx/hide-secrets.ts';
import type { Directive } from '../../../src/nginx/parse.ts';
import { readNginxText } from '../../../src/nginx/read.ts';

const php = `content_by_php_block { $a = ["x" => 1]; if ($a["x"] == "y") { echo "hi"."you"; } // it's }
        }`;

/** Blocks of languages and modules that the parser does not know. */
const foreign: readonly string[] = [
  php,
  'content_by_lua_block { local t = {["}"] = "{"} -- it\'s }\n }',
  'handler { "a": "b" }',
  'handler { return {"a":"b"}; }',
  'handler { print("}") }',
  "handler { print('{') /* } */ }",
  'set_by_x_block $y {\n # }\n  my %h = (a => "b", c => q(d)); "$h{a}"\n}',
  'handler { -- it\'s }\n ngx.say("x") }',
  'handler { def f(x): return {"}": x}["}"] }',
  'x_by_js_block { console.log(`}${a}`); }',
  'handler { "it\'s" }',
  'x_block { x = "a\\"}"; }',
].map((block, at) => block.replace('handler', `handler${at}`));

/** Name and arguments of each directive, blocks nested. */
function shape(directives: readonly Directive[]): unknown {
  return directives.map(({ name, args, block }) => (block ? [name, ...args, shape(block)] : [name, ...args]));
}

test.each(foreign)('a block that is not nginx’s is one directive, to the byte: %j', (block) => {
  const text = `server {\n  listen 1;\n  location / {\n    ${block}\n  }\n  listen 2;\n}\nlast;`;
  const { directives, unread } = readNginxText(text, 'f');
  expect(unread).toBeUndefined();
  const [server, last] = directives;
  expect(server?.block?.map(({ name }) => name)).toEqual(['listen', 'location', 'listen']);
  expect(last?.line).toBe(text.split('\n').length);
  const [inner] = server?.block?.[1]?.block ?? [];
  expect(inner?.block).toBeUndefined();
  expect(text.slice(inner?.start, inner?.end)).toBe(block);
});

test('whatever of them a file holds, its other directives are read as without them', () => {
  const known = [
    'listen 80;',
    'server_name "a b" \'c\';',
    'location ~ "^/\\{x" { return 204; }',
    "# it's }",
    'map $a $b { "~*^\\{" 1; }',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...known)),
      fc.array(fc.constantFrom(...foreign), { maxLength: 4 }),
      (a, b) => {
        const lines = a.map((one) => `${one}\n`);
        const mixed = b.reduce((text, block, at) => `${text}${lines[at] ?? ''}location /${at} { ${block} }\n`, '');
        const rest = lines.slice(b.length).join('');
        const plain = b.reduce((text, _, at) => text + (lines[at] ?? ''), '');
        const read = readNginxText(`server {\n${mixed}${rest}}\n`, 'f');
        const [server] = read.directives;
        const others = server?.block?.filter(({ args }) => !/^\/\d$/.test(args[0] ?? ''));
        expect(shape(others ?? [])).toEqual(shape(readNginxText(`${plain}${rest}`, 'f').directives));
      },
    ),
  );
});

test('a file that cannot be read is one directive of all its text, and what it includes', () => {
  const text = 'a;\n  include conf.d/*.conf;\n# include no.conf;\ninclude "/etc/b.conf" ;\nodd "hunter2"hunter2 {\n';
  const { directives, unread } = readNginxText(text, 'f');
  expect(unread).toBe(5);
  expect(directives.map(({ name, args }) => [name, ...args])).toEqual([
    [''],
    ['include', 'conf.d/*.conf'],
    ['include', '/etc/b.conf'],
  ]);
});

test.each([
  ['a block of Lua', `server { content_by_lua_block { ngx.say("${'x'.repeat(100)}") } }\n`],
  ['nothing that is not nginx’s', 'server { listen 80; server_name example.com; } # a comment\n'],
  ['a block without its end', 'location / { handler { "a": }'],
])('a file of 1 MB with %s is read in good time', (_, line) => {
  const began = performance.now();
  readNginxText(line.repeat(1_000_000 / line.length), 'f');
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('nothing of a foreign block is shown', () => {
  expect(hideSecrets(`listen 80;\n${php}\nserver_name a.b;`)).toBe(
    'listen 80;\ncontent_by_php_block { … }\nserver_name a.b;',
  );
  expect(hideSecrets('handler { return {"hunter2":"hunter2"}; }')).not.toContain('hunter2');
});
