import { parseSnippet } from '../../../src/nginx/snippet.ts';
import { refusals } from '../settings/inputs.ts';

test.each([
  'add_header X-Frame-Options DENY;',
  'location /a { return 200 "}"; }',
  "location ~ ^/x{2}$ { return 200 '{'; }".replace('x{2}$', 'x$'),
  'if ($http_x = "y") { return 403; }',
  '# } a comment that closes nothing\nadd_header A b;',
  'set $a "${host}x";\nset $b ${host}y;',
])('%j is taken', (snippet) => {
  expect(parseSnippet(`\r\n${snippet}\r\n`)).toBe(snippet);
});

test.each([
  'location /old/ { return 410; }',
  'if ($http_x) { return 403; }',
  'rewrite ^/old/(.*)$ /new/$1 permanent;',
  'rewrite (?i)^/Old /new last;',
  'rewrite ^/(?!deploy-proof/)(.*)$ /v2/$1 last;',
  'break; return 403;',
  'ssl_verify_client optional;',
  'auth_request /check;',
])('%j answers some requests alone', (snippet) => {
  expect(parseSnippet(snippet)).toBe(snippet);
});

test('of a value that is not closed only its quote is shown', () => {
  expect(refusals(() => parseSnippet('add_header A "hunter2;')).join()).not.toContain('hunter2');
});

test.each([
  ['} server { listen 80;', 'INPUT_SNIPPET_CLOSES', 1],
  ['add_header A b;\n}', 'INPUT_SNIPPET_CLOSES', 2],
  ['location /a { }\n}}', 'INPUT_SNIPPET_CLOSES', 2],
  ['location /a {', 'INPUT_SNIPPET_SYNTAX', 1],
  ['add_header A b', 'INPUT_SNIPPET_SYNTAX', 1],
  ['\nadd_header A "b;', 'INPUT_SNIPPET_SYNTAX', 1],
  ['add_header A "b"c;', 'INPUT_SNIPPET_SYNTAX', 1],
  ['add_header A "b\\";', 'INPUT_SNIPPET_SYNTAX', 1],
  [';', 'INPUT_SNIPPET_SYNTAX', 1],
  ['a\0;', 'INPUT_SNIPPET_SYNTAX', 1],
  ['content_by_lua_block { ngx.say("}") }', 'INPUT_SNIPPET_SYNTAX', 1],
  ['add_header A b;\nreturn 403;', 'INPUT_SNIPPET_ANSWERS', 2],
  ['rewrite ^/(.*)$ https://other.example/$1 permanent;', 'INPUT_SNIPPET_ANSWERS', 1],
  ['rewrite ^ /index.html last;', 'INPUT_SNIPPET_ANSWERS', 1],
  ['ssl_verify_client on;', 'INPUT_SNIPPET_ANSWERS', 1],
  ['return 403; break;', 'INPUT_SNIPPET_ANSWERS', 1],
  ['break;\nssl_verify_client on;', 'INPUT_SNIPPET_ANSWERS', 2],
])('%j is refused', (snippet, code, line) => {
  const [message] = refusals(() => parseSnippet(snippet));
  expect(message).toContain(`${code}: \`nginx-snippet\`, line ${line}:`);
});
