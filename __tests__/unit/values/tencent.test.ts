import { parseOidcProvider, parseRole, roleNameOf } from '../../../src/values/cam-role.ts';
import { parseDnsValues } from '../../../src/values/dns-values.ts';
import { isInstanceId, parseInstanceId } from '../../../src/values/instance-id.ts';
import { parseSshFromRunner } from '../../../src/values/ssh-from-runner.ts';
import { isSecretId, parseSecretId, parseSecretWord } from '../../../src/values/tencent-credentials.ts';
import { tencentEndpointOf } from '../../../src/values/tencent-endpoint.ts';
import { parseTencentRegion } from '../../../src/values/tencent-region.ts';
import { codes, refusals } from '../settings/inputs.ts';

type Parser = (value: string, name: string) => unknown;

const parseEndpoint = tencentEndpointOf(['dnspod', 'cvm', 'sts']);

const accepted: readonly [string, Parser, string, unknown][] = [
  ['endpoint', parseEndpoint, 'tencentcloudapi.com', 'tencentcloudapi.com'],
  ['endpoint', parseEndpoint, 'Intl.TencentCloudAPI.com', 'intl.tencentcloudapi.com'],
  ['endpoint', parseEndpoint, 'internal.tencentcloudapi.com', 'internal.tencentcloudapi.com'],
  ['region', parseTencentRegion, 'ap-guangzhou', 'ap-guangzhou'],
  ['region', parseTencentRegion, 'na-siliconvalley', 'na-siliconvalley'],
  ['region', parseTencentRegion, 'ap-shenzhen-fsi', 'ap-shenzhen-fsi'],
  ['instance', parseInstanceId, 'lhins-abc123xy', 'lhins-abc123xy'],
  ['instance', parseInstanceId, 'ins-0123abcd', 'ins-0123abcd'],
  ['provider', parseOidcProvider, 'github', 'github'],
  ['provider', parseOidcProvider, 'GitHub_Actions-1', 'GitHub_Actions-1'],
  ['DNS values', parseDnsValues, '10.0.0.4', ['10.0.0.4']],
  ['DNS values', parseDnsValues, 'a.example.com.,B_1.example.com', ['a.example.com', 'b_1.example.com']],
  ['DNS values', parseDnsValues, 'http://www.Example.com/a?b=c', ['http://www.example.com/a?b=c']],
  ['DNS values', parseDnsValues, ',\r\n 203.0.113.9\r\n', ['203.0.113.9']],
  ['SSH', parseSshFromRunner, 'false', 'nobody'],
  ['SSH', parseSshFromRunner, 'True', 'runner'],
  ['SSH', parseSshFromRunner, '203.0.113.20', { address: '203.0.113.20' }],
  ['SSH', parseSshFromRunner, '203.0.113.20/32', { address: '203.0.113.20' }],
];

test.each(accepted)('%s: takes %#', (_, parse, value, expected) => {
  expect(parse(value, 'input')).toEqual(expected);
});

test.each([
  ['qcs::cam::uin/100000000001:roleName/deploy', 'deploy'],
  ['qcs::cam::uin/12345678:role/4611686018427397919', '4611686018427397919'],
  ['qcs::cam::uin/12345678:role/tencentcloudServiceRole/4611686018427397920', '4611686018427397920'],
  ['qcs::cam::uin/12345678:role/tencentcloudServiceRoleName/testServiceRoleName', 'testServiceRoleName'],
])('the role %s is called %s', (role, name) => {
  expect(parseRole(role)).toBe(role);
  expect(roleNameOf(role)).toBe(name);
});

const refused: readonly [string, Parser, readonly string[]][] = [
  [
    'INPUT_ENDPOINT',
    parseEndpoint,
    [
      'dnspod.tencentcloudapi.com',
      'STS.tencentcloudapi.com',
      'cvm.ap-guangzhou.tencentcloudapi.com',
      'https://tencentcloudapi.com',
      'tencentcloudapi.com/',
      'tencentcloudapi.com:443',
      '.tencentcloudapi.com',
      'tencentcloudapi.com.',
      '127.0.0.1',
      '[::1]',
      'localhost',
      'tencent cloudapi.com',
      'a@tencentcloudapi.com',
    ],
  ],
  ['INPUT_REGION', parseTencentRegion, ['ap-guangzhou-3', 'AP-GUANGZHOU', 'guangzhou', 'gz', '广州', 'ap_guangzhou']],
  [
    'INPUT_INSTANCE_ID',
    parseInstanceId,
    ['lhins-', 'lhins-ABC123', 'i-abc123', 'ins_abc123', 'VM-0-4-debian', '203.0.113.10', 'ins-abc1;id'],
  ],
  [
    'INPUT_ROLE',
    parseRole,
    [
      'deploy',
      'qcs::cam::uin/x:roleName/deploy',
      'qcs::cam::uin/100000000001:roleName/',
      'qcs::cam::uin/100000000001:role/deploy',
      'qcs::cam::uin/100000000001:uin/100000000001',
      'qcs::cam::uin/100000000001:roleName/a b',
      'arn:aws:iam::123456789012:role/deploy',
      'qcs::cam::uin/100000000001:roleName/${role}',
    ],
  ],
  ['INPUT_OIDC_PROVIDER', parseOidcProvider, ['https://token.actions.githubusercontent.com', 'a b', 'a/b', '身份']],
  [
    'INPUT_DNS_VALUE',
    parseDnsValues,
    ['2001:db8::1', '203.0.113', '203.0.113.256', 'https://', 'ftp://a.com', 'example', '*'],
  ],
  [
    'INPUT_SSH_FROM_RUNNER',
    parseSshFromRunner,
    [
      'yes',
      '10.0.0.4',
      '172.16.0.1/32',
      '127.0.0.1',
      '0.0.0.0',
      '203.0.113.0/24',
      '203.0.113.20/31',
      '203.0.113.20/0',
      '2001:db8::1',
      '2001:db8::1/128',
      '203.0.113.20,203.0.113.21',
      'runner.example.com',
    ],
  ],
  [
    'INPUT_SECRET_ID',
    parseSecretId,
    ['AKID', 'akidz8krbsJ5yKBZQpn74', '"AKIDz8krbsJ5yKBZQpn74"', 'Gu5t9xGARNpq86cd98joQ'],
  ],
  ['INPUT_SECRET_WORD', parseSecretWord, ['short', 'with a blank', 'two\nlines-of-it', 'schlüssel-schlüssel']],
];

test.each(refused.flatMap(([code, parse, values]) => values.map((value) => [code, value, parse] as const)))(
  '%s: %j is refused',
  (code, value, parse) => {
    expect(codes(() => parse(value, 'input'))).toEqual([code]);
  },
);

test('each bad value of a list is told, by the name of its input', () => {
  expect(refusals(() => parseDnsValues('203.0.113.9, ::1\nx', 'dns-overwrite'))).toEqual(
    ['`dns-overwrite` cannot contain "::1".', '`dns-overwrite` cannot contain "x".'].map(
      (line) => `INPUT_DNS_VALUE: ${line}`,
    ),
  );
});

test('ids of both sites, and of temporary credentials', () => {
  for (const id of ['AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', 'IKIDz8krbsJ5yKBZQpn7', `AKID${'a-_'.repeat(20)}`]) {
    expect(isSecretId(id)).toBe(true);
    expect(parseSecretId(id).reveal()).toBe(id);
  }
});

test('an instance is known by the form of its id', () => {
  expect([isInstanceId('ins-abcd'), isInstanceId('lhins-abcd'), isInstanceId('ins-abc')]).toEqual([true, true, false]);
});
