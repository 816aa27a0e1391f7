import { type SharedPorts, sharedPortNotices, sharedPortProblems } from '../../../src/deployment/shared-ports.ts';
import { parseDump } from '../../../src/nginx/configuration.ts';
import { realNginx } from '../nginx/real-nginx.ts';
import { nginx } from './decision-inputs.ts';
import { release } from './release.ts';

const file = '/etc/nginx/conf.d/shop.conf';

function ports(text: string, changes: Partial<SharedPorts> = {}): SharedPorts {
  const dump = `# configuration file /etc/nginx/nginx.conf:\nhttp { include conf.d/*.conf; }\n${text.startsWith('#') ? text : `# configuration file ${file}:\n${text}\n`}`;
  return {
    site: { ...release.site, ipv6: true, publishedAppPort: 8004 },
    nginx,
    configuration: parseDump(dump),
    listeners: { sockets: [], ephemeral: { from: 32_768, to: 60_999 }, reserved: [] },
    addresses: ['10.0.0.4', '2001:db8::4'],
    masked: [],
    taken: { cut: [], files: [], problems: [] },
    released: undefined,
    ...changes,
  };
}

function told(text: string, changes: Partial<SharedPorts> = {}): readonly string[] {
  return sharedPortProblems(ports(text, changes)).map(({ code, text: { what } }) => `${code} ${what.en}`);
}

test.each<[string, readonly RegExp[]]>([
  ['server { listen 8014 ssl http2; listen 8014 quic; listen [::]:8014 ssl; server_name a.example; }', []],
  [
    'server {\n listen 8014 ssl proxy_protocol;\n}',
    [/^PORT_OPTION_UNFIT \S+shop\.conf, line 2, .*8014 with proxy_protocol/],
  ],
  ['server { listen [::]:8014 ssl proxy_protocol; }', [/^PORT_OPTION_UNFIT/]],
  ['server { listen 8016 ssl proxy_protocol; }', []],
  ['server { listen [::]:8014 ssl ipv6only=off; }', [/^PORT_OPTION_UNFIT .*ipv6only=off/]],
  ['server { listen 127.0.0.1:8014 ssl; }', [/^PORT_ADDRESS_TAKEN .*listens on 127\.0\.0\.1:8014/]],
  ['server { listen 10.0.0.4:8014 ssl; }', [/^PORT_ADDRESS_TAKEN .*10\.0\.0\.4:8014/]],
  ['server { listen localhost:8014 ssl; }', [/^PORT_ADDRESS_TAKEN .*localhost:8014/]],
  ['server { listen 127.0.0.53:8014 ssl; }', []],
  ['server { listen 172.17.0.1:8014 ssl; }', []],
  ['server { listen [2001:db8::4]:8014 ssl; }', []],
  // What nginx decides by address does not meet what listens on all of them.
  ['server { listen 172.17.0.1:8014 ssl proxy_protocol; }', []],
  ['server { listen [::1]:8014; listen 172.17.0.1:8004 ssl; }', []],
  ['server { listen 8014; }', [/^PORT_SPEAKS_OTHERWISE .*8014 is to speak https/]],
  ['server { listen 8004 ssl; }', [/^PORT_SPEAKS_OTHERWISE .*8004 is to speak http,/]],
  ['server { listen 8004 quic; listen 8005 ssl; }', []],
  ['server { listen 8004 http2; }', [/^PORT_OPTION_UNFIT .*http2/]],
  ['server { listen 8000-9000 ssl; }', [/^PORT_SPEAKS_OTHERWISE .*8004/]],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected.map((one) => expect.stringMatching(one)));
});

test('ports of the stream block, TCP alone', () => {
  const main = (inside: string) => `# configuration file /etc/nginx/nginx.conf:\nstream {\n  ${inside}\n}\nhttp { }\n`;
  const of = (inside: string) => told(main(inside), { configuration: parseDump(main(inside)) });
  expect(of('server { listen 8014; }')).toEqual([expect.stringMatching(/^PORT_OF_STREAM .*nginx\.conf, line 2/)]);
  expect(of('server { listen 8014 udp; }')).toEqual([]);
  const four = { ...release.site, ipv6: false };
  const six = 'server { listen [::1]:8014; }';
  expect(told(main(six), { configuration: parseDump(main(six)), site: four })).toEqual([]);
});

describe('a single address that a running nginx listens on', () => {
  const held = (...addresses: readonly string[]) => ({
    sockets: addresses.map((address) => ({ address, port: 8014, process: 'nginx', pid: 7, uid: 0 })),
    ephemeral: { from: 32_768, to: 60_999 },
    reserved: [],
  });
  const text = 'server {\n  listen 172.17.0.1:8014 ssl;\n  listen [::1]:8014 ssl;\n}';

  test.each<[string, readonly string[], readonly RegExp[]]>([
    [text, ['172.17.0.1'], [/^PORT_ADDRESS_HELD .*8014 of the address 172\.17\.0\.1 alone \(\S+shop\.conf:2\)/]],
    [text, ['[::1]'], [/^PORT_ADDRESS_HELD .*::1 alone \(\S+shop\.conf:3\)/]],
    ['server { listen app.example:8014 ssl; }', ['10.0.0.9'], [/^PORT_ADDRESS_HELD .*10\.0\.0\.9 .*shop\.conf:1\)/]],
    // Told once.
    ['server { listen localhost:8014 ssl; }', ['127.0.0.1'], [/^PORT_ADDRESS_HELD .*shop\.conf:1\)/]],
    // Its file has been changed since, and nginx was not restarted.
    ['', ['127.0.0.53%lo'], [/^PORT_ADDRESS_HELD .*127\.0\.0\.53 alone\.$/]],
    [text, ['0.0.0.0', '[::]'], []],
    [text, ['*'], []],
  ])('%s, %j', (neighbour, addresses, expected) => {
    const listeners = held(...addresses);
    expect(told(neighbour, { listeners })).toEqual(expected.map((one) => expect.stringMatching(one)));
    expect(told(neighbour, { listeners, nginx: { ...nginx, state: 'stopped' } }).join()).not.toContain('HELD');
  });

  test('also where its server is taken over, and where the application’s own file names it', () => {
    const listeners = held('10.0.0.4');
    const one = 'server { listen 10.0.0.4:8014 ssl; }';
    const [cut] = [{ file, line: 1, directive: undefined as never, text: '', ports: [8014] }];
    expect(told(one, { listeners, taken: { cut: [cut], files: [], problems: [] } })).toHaveLength(1);
    expect(told(one, { listeners, nginx: { ...nginx, managedFile: { path: file, text: '' } } })).toHaveLength(1);
  });

  test('one that the site itself names is in nobody’s way', () => {
    const site = { ...release.site, ipv6: true, publishedAppPort: 8014, httpsPort: 8015, publishedOnLoopback: true };
    expect(told('server { listen 127.0.0.1:8014; }', { listeners: held('127.0.0.1'), site })).toEqual([]);
  });
});

test('an address that others prefer is a warning where the site is served already', () => {
  const text = 'server { listen 10.0.0.4:8014 ssl; }';
  const managedFile = { path: '/etc/nginx/conf.d/mccm-server.conf', text: '    listen 8014 ssl http2;\n' };
  const serving = { status: 200, release: 'R1', configuration: 'c', fingerprint: 'f' };
  const served = ports(text, { nginx: { ...nginx, managedFile, serving } });
  expect(sharedPortProblems(served)).toEqual([]);
  expect(sharedPortNotices(served).map(({ code }) => code)).toEqual(['PORT_ADDRESS_TAKEN']);
  expect(sharedPortNotices(ports(text))).toEqual([]);
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    'listen 172.17.0.1:8014 ssl; listen [2001:db8::4]:8014 ssl;',
    ['10.0.0.4', '2001:db8::4'],
    ['172.17.0.1', '[2001:db8::4]'],
  ],
  ['listen 127.0.0.53:8014 ssl; listen [::1]:8014 ssl;', ['10.0.0.4'], []],
  // Where the device is not known, any address may be the one.
  ['listen 172.17.0.1:8014 ssl;', [], []],
])('%s beside %j is warned of', (listens, addresses, expected) => {
  const found = ports(`server { ${listens} }`, { addresses });
  expect(sharedPortNotices(found).map(({ text: { what } }) => what.en)).toEqual(
    expected.map((address) => expect.stringContaining(`${address}:8014`)),
  );
  expect(sharedPortProblems(found)).toHaveLength(addresses.length === 0 ? 1 : 0);
});

test('what goes with this deployment, and the application’s own file, stand in nobody’s way', () => {
  const text = 'server { listen 8014 ssl proxy_protocol; }';
  expect(told(text, { nginx: { ...nginx, managedFile: { path: file, text: '' } } })).toEqual([]);
  const [cut] = [{ file, line: 1, directive: undefined as never, text: '', ports: [8014] }];
  expect(told(text, { taken: { cut: [cut], files: [], problems: [] } })).toEqual([]);
});

describe('a stopped nginx, and ports that other programs hold', () => {
  const stopped = { ...nginx, state: 'stopped' as const };
  const held = (...sockets: readonly [address: string, port: number][]) => ({
    sockets: sockets.map(([address, port]) => ({ address, port, process: 'apache2', pid: 7, uid: 0 })),
    ephemeral: { from: 32_768, to: 60_999 },
    reserved: [],
  });
  const text = 'server {\n  listen 80;\n  listen [::]:80;\n}\nserver { listen 127.0.0.1:81; }';

  test.each<[string, ReturnType<typeof held>, readonly RegExp[]]>([
    [
      'the same, of IPv4 and IPv6',
      held(['*', 80]),
      [/^NGINX_PORT_HELD .*apache2 \(pid 7\) holds port 80, which \S+shop\.conf, line 2/],
    ],
    ['the same address', held(['0.0.0.0', 80], ['[::]', 80]), [/^NGINX_PORT_HELD/]],
    ['one of loopback, where all are wanted', held(['127.0.0.1', 80]), [/^NGINX_PORT_HELD/]],
    ['another address', held(['10.0.0.4', 81]), []],
    ['another port', held(['*', 82]), []],
    [
      'workers that outlived their master',
      { ...held(), sockets: [{ address: '0.0.0.0', port: 80, process: 'nginx', pid: 7, uid: 0 }] },
      [],
    ],
    ['a port of the site itself, which is told of otherwise', held(['*', 8014]), []],
  ])('%s', (_, listeners, expected) => {
    expect(told(text, { nginx: stopped, listeners })).toEqual(expected.map((one) => expect.stringMatching(one)));
    expect(told(text, { listeners })).toEqual([]);
  });
});

test('a masked unit, where nothing else starts nginx: refused of one that is stopped, warned of else', () => {
  const masked = ['nginx.service'];
  const of = (changes: Partial<typeof nginx>) => {
    const one = ports('', { masked, nginx: { ...nginx, unit: undefined, ...changes } });
    return [sharedPortProblems(one), sharedPortNotices(one)].map((found) => found.map(({ code }) => code));
  };
  expect(of({ state: 'stopped' })).toEqual([['NGINX_MASKED'], []]);
  expect(of({ state: 'running' })).toEqual([[], ['NGINX_MASKED']]);
  expect(of({ state: 'running', unit: 'nginx.service' })).toEqual([[], ['NGINX_MASKED']]);
  expect(of({ state: 'stopped', unit: 'openresty.service' })).toEqual([[], []]);
  expect(of({ state: 'stopped', program: '/www/server/nginx/sbin/nginx' })).toEqual([[], []]);
  expect(of({ state: 'running', program: '/usr/local/openresty/nginx/sbin/openresty' })).toEqual([[], []]);
});

test('a long host name where the size of the table may stand in a file that cannot be read', () => {
  const domain = `${'a'.repeat(43)}.com`;
  const text = 'server { listen 8014 ssl; }';
  const one = ports(text, { site: { ...release.site, domain } });
  const codes = (of: SharedPorts) => sharedPortProblems(of).map(({ code }) => code);
  expect(codes(one)).toEqual(['NGINX_NAMES_HASH']);
  const unread = [{ file: '/etc/nginx/x.conf', line: 1 }];
  expect(codes({ ...one, configuration: { ...one.configuration, unread } })).toEqual([]);
});

describe('a long host name, as nginx itself judges it', () => {
  const named = (length: number) => `${'a'.repeat(40)}.${'b'.repeat(length - 45)}.com`;
  const real = realNginx('a.example');
  afterAll(() => real.end());
  const beside = 'server { listen 18014; server_name other.example; }';

  test.each([
    [46, beside, '', true],
    [47, beside, '', false],
    [47, '', '', true],
    [47, beside, 'server_names_hash_bucket_size 128;', true],
    [47, beside, 'server_names_hash_bucket_size 65;', true],
    [110, beside, 'server_names_hash_bucket_size 128;', true],
    [111, beside, 'server_names_hash_bucket_size 128;', false],
    [47, 'server { listen 18014; return 404; }', '', false],
    [47, 'server { listen 127.0.0.2:18014; server_name other.example; }', '', true],
    [47, 'server { listen [::1]:18014; server_name other.example; }', '', true],
  ])('%i characters beside "%s" with "%s"', (length, other, directive, fits) => {
    const domain = length > 100 ? `${'a'.repeat(60)}.${'b'.repeat(length - 65)}.com` : named(length);
    expect(domain).toHaveLength(length);
    const judged = real.judge(`${directive}\n${other}\nserver { listen 18014; server_name ${domain}; }`);
    expect([judged === undefined, judged]).toEqual([
      fits,
      fits ? undefined : expect.stringContaining('server_names_hash'),
    ]);
    const configuration = parseDump(
      `# configuration file /etc/nginx/nginx.conf:\nhttp {\n ${directive}\n ${other} }\n`,
    );
    const site = { ...release.site, domain, httpsPort: 18_014, ipv6: false };
    const found = told('', { site, configuration }).filter((one) => !one.startsWith('PORT_SPEAKS'));
    expect(found).toEqual(fits ? [] : [expect.stringMatching(/^NGINX_NAMES_HASH/)]);
  });
});
