import { atLeast, parseNginxVersion } from '../../../src/nginx/version.ts';
import { nginx } from './site.ts';

const debian = `nginx version: nginx/1.22.1
built with OpenSSL 3.0.22 25 Aug 2026 (running with OpenSSL 3.0.19 27 Jan 2026)
TLS SNI support enabled
configure arguments: --with-cc-opt='-g -O2' --prefix=/usr/share/nginx --conf-path=/etc/nginx/nginx.conf --error-log-path=/var/log/nginx/error.log --with-http_ssl_module --with-http_v2_module`;

test("Debian's", () => {
  expect(parseNginxVersion(debian)).toEqual({ ...nginx(1, 22, 1), openssl: '3.0.19' });
});

test.each([
  ['nginx version: openresty/1.25.3.1\n', [1, 25, 3], '1.25.3.1', undefined],
  [
    'nginx version: nginx/1.18.0 (Ubuntu)\nbuilt with OpenSSL 1.0.2k-fips  26 Jan 2017',
    [1, 18, 0],
    '1.18.0',
    '1.0.2k-fips',
  ],
  ['Tengine version: Tengine/2.4.0\nnginx version: nginx/1.22.1\n', [1, 22, 1], '1.22.1', undefined],
  ['Tengine version: Tengine/2.2.3 (nginx/1.8.1)\n', [1, 8, 1], '1.8.1', undefined],
  ['Angie version: Angie/1.5.0\nnginx version: nginx/1.25.3\n', [1, 25, 3], '1.25.3', undefined],
  ['nginx version: freenginx/1.27.1\n', [1, 27, 1], '1.27.1', undefined],
  ['nginx version: nginx/1.25.3 (nginx-plus-r31)\n', [1, 25, 3], '1.25.3', undefined],
  ['nginx version: /1.20.1\nbuilt by gcc', [1, 20, 1], '1.20.1', undefined],
])('%j', (output, number, text, openssl) => {
  expect(parseNginxVersion(output)).toMatchObject({ number, text, openssl, http2: false, tls: false });
});

test.each([
  ['nginx version: cloud\n', 'cloud'],
  ['nginx version: web/1.0\n', 'web/1.0'],
  ['nginx version: nginx\n', 'nginx'],
  ['Tengine version: Tengine/2.3.3\n', 'Tengine/2.3.3'],
  ['Angie version: Angie/1.5.0\n', 'Angie/1.5.0'],
  ['bash: nginx: command not found', 'bash: nginx: command not found'],
  ['', ''],
])('a version that says nothing of nginx’s, %j, is an old one that has HTTP/2', (output, text) => {
  expect(parseNginxVersion(output)).toMatchObject({ number: [1, 13, 0], text });
});

test.each([
  [[1, 25, 1], true],
  [[1, 25, 0], true],
  [[1, 26, 0], false],
  [[2, 0, 0], false],
  [[0, 9, 9], true],
  [[1, 25, 2], false],
] as const)('1.25.1 is at least %j: %s', ([a, b, c], expected) => {
  expect(atLeast(nginx(1, 25, 1), a, b, c)).toBe(expected);
});
