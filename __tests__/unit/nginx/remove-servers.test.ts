import { parseNginx } from '../../../src/nginx/parse.ts';
import { removeServers } from '../../../src/nginx/remove-servers.ts';

const domain = 'api.example.com';

function cut(text: string, ports: readonly number[] = [8014]) {
  return removeServers(text, '/etc/nginx/nginx.conf', domain, ports, (taken) => `taken over: ${taken.join(' ')}`);
}

test('a directive knows where its text begins and ends', () => {
  const text = 'a 1;\nhttp { server { listen "80" ; } } # end\nb;';
  const [, http, last] = parseNginx(text, 'x');
  const server = http?.block?.[0];
  const of = (one: { start: number; end: number } | undefined) => text.slice(one?.start, one?.end);
  expect(of(http)).toBe('http { server { listen "80" ; } }');
  expect(of(server)).toBe('server { listen "80" ; }');
  expect(of(server?.block?.[0])).toBe('listen "80" ;');
  expect(of(last)).toBe('b;');
});

test('a whole block goes, every byte around it stays', () => {
  // As Latin-1 reads a comment in GBK, with the line ends of Windows.
  const before = 'http {\r\n    # \xba\xf3\xb6\xcb\r\n    ';
  const after = '\r\n    server { listen 8014 ssl; server_name other.example.com; }\r\n}\r\n';
  const block = 'server {\r\n  listen 8014 ssl; # }\r\n  server_name API.example.com;\r\n}';
  const cutting = cut(`${before}${block}${after}`);
  expect(cutting.text).toBe(`${before}# taken over: 8014${after}`);
  expect(cutting.cut).toEqual([expect.objectContaining({ line: 3, text: block, ports: [8014] })]);
  expect(cutting.inseparable).toEqual([]);
});

test('a block that serves other ports loses its listen alone', () => {
  const text = `server {
  listen 443 ssl;
  listen 8014 ssl;
  listen [::]:8014 ssl;
  server_name ${domain};
}
`;
  expect(cut(text).text).toBe(`server {\n  listen 443 ssl;\n  server_name ${domain};\n}\n`);
  expect(cut(text, [443, 8014]).text).toBe('# taken over: 443 8014\n');
});

test.each([
  [`www.example.com ${domain}`, 'www.example.com'],
  [`.${domain} www.example.com`, `*.${domain} www.example.com`],
  [`.${domain}`, `*.${domain}`],
  [`"~^(a|b){2}\\.example\\.com$" "${domain}" 'c d'`, `"~^(a|b){2}\\.example\\.com$" 'c d'`],
  [`a.example.com # ${domain};\n ${domain}  b.example.com`, `a.example.com # ${domain};\n  b.example.com`],
])('a block that serves other names, %s, loses the name alone', (names, left) => {
  const cutting = cut(`server { listen 8014 ssl; server_name ${names}; }`);
  expect(cutting.text).toBe(`server { listen 8014 ssl; server_name ${left}; }`);
  expect(cutting.cut).toHaveLength(1);
});

test.each([
  ['other names on other ports', `server { listen 8014 ssl; listen 443 ssl; server_name ${domain} b.example.com; }`],
  ['a range of ports', `server { listen 8000-8100; server_name ${domain}; }`],
])('a pair cannot be taken out of a block with %s', (_, text) => {
  const cutting = cut(text);
  expect(cutting.text).toBe(text);
  expect(cutting.cut).toEqual([]);
  expect(cutting.inseparable).toHaveLength(1);
});

test.each([
  'server { listen 8014 ssl; server_name other.example.com; }',
  `server { listen 8015 ssl; server_name ${domain}; }`,
  `server { listen 8014 ssl; server_name *.example.com; }`,
  'stream { server { listen 8014; } }',
])('%s is somebody else’s', (text) => {
  expect(cut(text)).toEqual({ text, cut: [], inseparable: [] });
});

test('a block without listen is on port 80', () => {
  expect(cut(`server { server_name ${domain}; }`, [80]).text).toBe('# taken over: 80');
});
