import fc from 'fast-check';
import { imageNameOf, parseAppName } from '../../../src/values/app-name.ts';
import { parseArtifactName } from '../../../src/values/artifact-name.ts';
import { parseBodySize } from '../../../src/values/body-size.ts';
import { parseBoolean } from '../../../src/values/boolean.ts';
import { parseBuildArgs } from '../../../src/values/build-args.ts';
import { parseDomain } from '../../../src/values/domain.ts';
import { accepts, parseHealthStatus, renderHealthStatus } from '../../../src/values/health-status.ts';
import { parseHost, parseUsername } from '../../../src/values/host.ts';
import { parseImageReference } from '../../../src/values/image-reference.ts';
import { parseJavaOptions } from '../../../src/values/java-options.ts';
import { parseMemory } from '../../../src/values/memory.ts';
import { nearest } from '../../../src/values/nearest.ts';
import { parseNetwork } from '../../../src/values/network.ts';
import { parseHealthPath, parsePath } from '../../../src/values/path.ts';
import { parsePublicIp } from '../../../src/values/public-ip.ts';
import { parseSpringProfile } from '../../../src/values/spring-profile.ts';
import { parseTimezone } from '../../../src/values/timezone.ts';
import { parsePort, parseSecondsOrNone } from '../../../src/values/whole-number.ts';
import { codes } from '../settings/inputs.ts';

type Parser = (value: string, name: string) => unknown;

const accepted: readonly [string, Parser, string, unknown][] = [
  ['boolean', parseBoolean, 'true', true],
  ['boolean', parseBoolean, 'False', false],
  ['port', parsePort, '1', 1],
  ['port', parsePort, '65535', 65535],
  ['seconds', parseSecondsOrNone, '0', 0],
  ['domain', parseDomain, 'api.example.com', 'api.example.com'],
  ['domain', parseDomain, 'API.Example.COM', 'api.example.com'],
  ['domain', parseDomain, 'api.例子.com', 'api.xn--fsqu00a.com'],
  ['host', parseHost, '203.0.113.10', '203.0.113.10'],
  ['host', parseHost, '[2001:db8::1]', '2001:db8::1'],
  ['host', parseHost, '2001:db8::1', '2001:db8::1'],
  ['host', parseHost, 'server_1.internal', 'server_1.internal'],
  ['host', parseHost, 'localhost', 'localhost'],
  ['username', parseUsername, 'ubuntu', 'ubuntu'],
  ['public ip', parsePublicIp, '203.0.113.10', '203.0.113.10'],
  ['public ip', parsePublicIp, '198.18.0.2', '198.18.0.2'],
  ['public ip', parsePublicIp, '2001:db8::1', '2001:db8::1'],
  ['app', parseAppName, 'MCCM-server', 'MCCM-server'],
  ['image', parseImageReference, 'eclipse-temurin:8-jre', 'eclipse-temurin:8-jre'],
  ['image', parseImageReference, 'r.example.com:5000/a/b_c:1.0', 'r.example.com:5000/a/b_c:1.0'],
  ['image', parseImageReference, `a@sha256:${'0'.repeat(64)}`, `a@sha256:${'0'.repeat(64)}`],
  ['profile', parseSpringProfile, 'prod, wechat', 'prod,wechat'],
  ['java options', parseJavaOptions, '-Xmx1g "-Da=b c"', '-Xmx1g "-Da=b c"'],
  ['memory', parseMemory, '512m', '512m'],
  ['memory', parseMemory, '1G', '1g'],
  ['memory', parseMemory, '64m', '64m'],
  ['memory', parseMemory, '65536k', '65536k'],
  ['memory', parseMemory, '67108864', '67108864'],
  ['memory', parseMemory, '67108864B', '67108864b'],
  ['time zone', parseTimezone, 'Asia/Shanghai', 'Asia/Shanghai'],
  ['time zone', parseTimezone, 'asia/shanghai', 'Asia/Shanghai'],
  ['time zone', parseTimezone, 'Asia/Chongqing', 'Asia/Shanghai'],
  ['time zone', parseTimezone, 'PRC', 'Asia/Shanghai'],
  ['time zone', parseTimezone, 'UTC', 'UTC'],
  ['time zone', parseTimezone, 'America/Argentina/Ushuaia', 'America/Argentina/Ushuaia'],
  ['network', parseNetwork, 'backend', 'backend'],
  ['network', parseNetwork, 'Shop_net-1.x', 'Shop_net-1.x'],
  ['path', parsePath, 'target/*.jar', 'target/*.jar'],
  ['health path', parseHealthPath, '/api/actuator/health?x=1&y=%20', '/api/actuator/health?x=1&y=%20'],
  ['artifact', parseArtifactName, 'deployment-<app>', 'deployment-<app>'],
  ['body size', parseBodySize, '20m', '20m'],
  ['body size', parseBodySize, '0', '0'],
  ['status', parseHealthStatus, '200', [{ from: 200, to: 200 }]],
  [
    'status',
    parseHealthStatus,
    '200-299, 404',
    [
      { from: 200, to: 299 },
      { from: 404, to: 404 },
    ],
  ],
  [
    'build args',
    parseBuildArgs,
    'A=1\r\n\n  B_2=x=y z\n',
    [
      { name: 'A', value: '1' },
      { name: 'B_2', value: 'x=y z' },
    ],
  ],
];

test.each(accepted)('%s: takes %#', (_, parse, value, expected) => {
  expect(parse(value, 'input')).toEqual(expected);
});

const refused: readonly [string, Parser, readonly string[]][] = [
  ['INPUT_BOOLEAN', parseBoolean, ['yes', 'on', '1', 'truee', 'null']],
  ['INPUT_NUMBER', parsePort, ['0', '65536', '-1', '+8', '8014.0', '1e3', '0x1f', '080', '８', '99999999999999999999']],
  [
    'INPUT_DOMAIN',
    parseDomain,
    [
      'https://api.example.com',
      'api.example.com:8014',
      'api.example.com/x',
      'api.example.com.',
      '203.0.113.10',
      '0x7f.1',
      '[2001:db8::1]',
      '2001:db8::1',
      'localhost',
      'a.localhost',
      'example',
      '*.example.com',
      '-a.example.com',
      'a..com',
      'a b.com',
      'a_b.example.com',
      `${'a'.repeat(64)}.com`,
      `${'a.'.repeat(126)}com`,
      'a;b.com',
      '$host.com',
      'user@example.com',
      'example.1',
    ],
  ],
  [
    'INPUT_HOST',
    parseHost,
    ['root@203.0.113.10', '203.0.113.10:22', '203.0.113.256', '-oProxyCommand=x', 'a b', 'a;b', '[203', ''],
  ],
  ['INPUT_USERNAME', parseUsername, ['a b', '-l', 'root@host', 'a:b', "a'b", 'a\nb', '$(id)']],
  [
    'INPUT_PUBLIC_IP',
    parsePublicIp,
    [
      '10.0.0.4',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '100.64.0.1',
      '100.127.255.255',
      '127.0.0.1',
      '169.254.1.1',
      '0.0.0.0',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:10.0.0.1',
      'api.example.com',
      '203.0.113',
    ],
  ],
  ['INPUT_APP', parseAppName, ['a', '-ab', 'ab-', 'a..b', 'a b', 'a/b', '应用', 'a___b', 'a'.repeat(101), 'a;b', '..']],
  [
    'INPUT_BASE_IMAGE',
    parseImageReference,
    ['Eclipse', 'a:b:c', 'a b', 'a:', '-a', 'a\nRUN id', 'a@sha256:00', 'https://a/b'],
  ],
  ['INPUT_PROFILE', parseSpringProfile, ['a,,b', 'a b', 'a;b', '$(id)', ',']],
  ['INPUT_JAVA_OPTIONS_LINE', parseJavaOptions, ['-Xmx1g\n-Xms1g', '-Da=\t', '-Da=\0', '-Da=\x7f']],
  ['INPUT_JAVA_OPTIONS_QUOTE', parseJavaOptions, ['"-Da=b', "-Da='b", '-Da=\'b"']],
  [
    'INPUT_MEMORY',
    parseMemory,
    ['63m', '67108863', '65535k', '0', '-1', '1.5g', '1 g', '512mb', '1t', 'm', '', '0x10000000', '999999999999999g'],
  ],
  [
    'INPUT_TIMEZONE',
    parseTimezone,
    ['Asia/Beijing', 'CST', 'cst', '+08:00', 'GMT+8', 'SystemV/EST5', 'Asia/Shanghai ', '../etc/passwd', '北京'],
  ],
  ['INPUT_NETWORK_MODE', parseNetwork, ['host', 'none', 'container:db', 'HOST']],
  ['INPUT_NETWORK', parseNetwork, ['a b', '-a', '.a', 'a,b', 'a=b', 'a;b', '网络', '$(id)']],
  ['INPUT_PATH', parsePath, ['a\nb', 'a\0b']],
  [
    'INPUT_HEALTH_PATH',
    parseHealthPath,
    ['health', 'http://a/b', '/a b', '/$a', '/a"b', "/a'b", '/%zz', '/a#b', '/a;}\n', '/ä', '/{a}'],
  ],
  ['INPUT_ARTIFACT_NAME', parseArtifactName, ['a/b', 'a:b', '<x>', 'a\nb', 'a*']],
  ['INPUT_BODY_SIZE', parseBodySize, ['20MB', '-1', '20 m', '1.5m', 'm', '20m;', '9999999999g']],
  ['INPUT_HEALTH_STATUS', parseHealthStatus, ['2xx', '99', '600', '299-200', '200-', '200,', '0200']],
  ['INPUT_BUILD_ARG', parseBuildArgs, ['A', '=1', 'A B=1', '1A=1', '-f=x', 'A.B=1', 'A=1\nA=2']],
];

test.each(refused.flatMap(([code, parse, values]) => values.map((value) => [code, value, parse] as const)))(
  '%s: %j is refused',
  (code, value, parse) => {
    expect(codes(() => parse(value, 'input'))).toEqual([code]);
  },
);

test('a status is accepted when one of the ranges holds it', () => {
  const ranges = parseHealthStatus('200-204,404');
  expect([199, 200, 204, 205, 404].map((status) => accepts(ranges, status))).toEqual([false, true, true, false, true]);
});

test('ranges of statuses survive being written and read', () => {
  const status = fc.integer({ min: 100, max: 599 });
  const range = fc.tuple(status, status).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.array(range, { minLength: 1 }), (ranges) => {
      expect(parseHealthStatus(renderHealthStatus(ranges))).toEqual(ranges);
    }),
  );
});

test('whatever is taken for a domain is plain ASCII that nothing has to quote', () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.string({ unit: 'grapheme' })), (value) => {
      if (codes(() => parseDomain(value)).length === 0)
        expect(parseDomain(value)).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    }),
  );
});

test('the image is the lower-case name, and the nearest name is found', () => {
  expect(imageNameOf('MCCM-server')).toBe('mccm-server');
  expect(nearest('privatekey', ['port', 'private-key', 'password'])).toBe('private-key');
});
