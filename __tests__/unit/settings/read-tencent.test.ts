import { masks } from '../../../src/settings/masks.ts';
import { publicFacts } from '../../../src/settings/public-facts.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import type { DeploySettings, TencentSettings } from '../../../src/settings/settings.ts';
import { codes, inputs, refusals } from './inputs.ts';

type Changes = Readonly<Record<string, string>>;

const secretId = 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE';
const secretKey = 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE';
const token = 'tOkEnVaLuE-of_temporary+credentials/0123==';
const key = { 'tencent-secret-id': secretId, 'tencent-secret-key': secretKey };
const roleArn = 'qcs::cam::uin/100000000001:roleName/deploy-shop';
const oidc = { 'tencent-role-arn': roleArn, 'tencent-oidc-provider': 'github-shop' };

const deploy = (changes: Changes): DeploySettings => readSettings(inputs(changes)) as DeploySettings;
const account = (changes: Changes): TencentSettings | undefined => deploy(changes).tencent;
const refused = (changes: Changes): readonly string[] => codes(() => readSettings(inputs(changes)));

test('a key: the domain is bound and the port opened, SSH is opened for nobody', () => {
  const { credentials, ...rest } = account(key) ?? {};
  expect(rest).toEqual({
    endpoint: 'tencentcloudapi.com',
    region: undefined,
    instanceId: undefined,
    dns: true,
    dnsOverwrite: [],
    firewall: true,
    sshFromRunner: 'nobody',
  });
  expect(credentials).toMatchObject({ kind: 'key', token: undefined });
  expect(credentials?.kind === 'key' && [credentials.secretId.reveal(), credentials.secretKey.reveal()]).toEqual([
    secretId,
    secretKey,
  ]);
});

test('temporary credentials have a token', () => {
  const credentials = account({ ...key, 'tencent-session-token': ` ${token}\n` })?.credentials;
  expect(credentials?.kind === 'key' && credentials.token?.reveal()).toBe(token);
});

test('GitHub OIDC: the role and the name of the provider', () => {
  expect(account(oidc)?.credentials).toEqual({ kind: 'oidc', roleArn, provider: 'github-shop' });
  expect(account(oidc)).toMatchObject({ dns: true, firewall: true });
});

test('everything that can be said of an account', () => {
  expect(
    account({
      ...key,
      'tencent-region': 'ap-shanghai-fsi',
      'instance-id': 'lhins-q7vxk2ab',
      'tencent-endpoint': 'INTL.tencentcloudapi.com',
      dns: 'true',
      'dns-overwrite': '203.0.113.9, Old.Example.com.\n\n203.0.113.9\n198.51.100.4',
      firewall: 'false',
      'ssh-from-runner': '203.0.113.20/32',
    }),
  ).toMatchObject({
    region: 'ap-shanghai-fsi',
    instanceId: 'lhins-q7vxk2ab',
    endpoint: 'intl.tencentcloudapi.com',
    dns: true,
    dnsOverwrite: ['203.0.113.9', 'old.example.com', '198.51.100.4'],
    firewall: false,
    sshFromRunner: { address: '203.0.113.20' },
  });
  expect(account({ ...key, dns: 'false', 'ssh-from-runner': 'true' })).toMatchObject({
    dns: false,
    sshFromRunner: 'runner',
  });
});

test('without credentials there is no account, and what asks for nothing is harmless', () => {
  expect(account({})).toBeUndefined();
  expect(account({ dns: 'false', firewall: 'false', 'ssh-from-runner': 'false' })).toBeUndefined();
  // Secrets that do not exist are empty: so are those of a fork's pull request.
  expect(account({ 'tencent-secret-id': '', 'tencent-secret-key': '' })).toBeUndefined();
});

test.each<[string, Changes]>([
  ['dns', { dns: 'true' }],
  ['dns-overwrite', { 'dns-overwrite': '203.0.113.9' }],
  ['firewall', { firewall: 'true' }],
  ['ssh-from-runner', { 'ssh-from-runner': 'true' }],
  ['ssh-from-runner', { 'ssh-from-runner': '203.0.113.20' }],
  ['tencent-region', { 'tencent-region': 'ap-guangzhou' }],
  ['instance-id', { 'instance-id': 'ins-q7vxk2ab' }],
  ['tencent-endpoint', { 'tencent-endpoint': 'tencentcloudapi.com' }],
])('%s needs credentials: %j', (name, changes) => {
  expect(refusals(() => readSettings(inputs(changes)))).toEqual([
    `INPUT_NEEDS: \`${name}\` needs \`tencent-secret-id\`.`,
  ]);
});

test.each<[string, Changes, readonly string[]]>([
  ['an id alone', { 'tencent-secret-id': secretId }, ['`tencent-secret-id` needs `tencent-secret-key`']],
  ['a key alone', { 'tencent-secret-key': secretKey }, ['`tencent-secret-key` needs `tencent-secret-id`']],
  [
    'a token alone',
    { 'tencent-session-token': token },
    ['`tencent-session-token` needs `tencent-secret-id`', '`tencent-session-token` needs `tencent-secret-key`'],
  ],
  ['a role alone', { 'tencent-role-arn': roleArn }, ['`tencent-role-arn` needs `tencent-oidc-provider`']],
  ['a provider alone', { 'tencent-oidc-provider': 'github' }, ['`tencent-oidc-provider` needs `tencent-role-arn`']],
  ['a role and a key', { ...key, ...oidc }, ['`tencent-role-arn` and `tencent-secret-id` exclude each other']],
  [
    'a provider beside a key',
    { ...key, 'tencent-oidc-provider': 'github' },
    ['`tencent-oidc-provider` and `tencent-secret-id` exclude each other'],
  ],
  [
    'a token beside a role',
    { ...oidc, 'tencent-session-token': token },
    ['`tencent-session-token` and `tencent-role-arn` exclude each other'],
  ],
  [
    'values of records that nothing may change',
    { ...key, dns: 'false', 'dns-overwrite': '203.0.113.9' },
    ['`dns-overwrite` and `dns: false` exclude each other'],
  ],
])('%s', (_, changes, expected) => {
  const found = refusals(() => readSettings(inputs(changes)));
  expect(found.map((line) => line.replace(/^\w+: |\.$/g, ''))).toEqual(expected);
});

test.each<[string, string, string]>([
  ['dns', 'yes', 'INPUT_BOOLEAN'],
  ['firewall', 'on', 'INPUT_BOOLEAN'],
  ['ssh-from-runner', 'yes', 'INPUT_SSH_FROM_RUNNER'],
  ['ssh-from-runner', '0.0.0.0/0', 'INPUT_SSH_FROM_RUNNER'],
  ['tencent-region', '广州', 'INPUT_REGION'],
  ['instance-id', 'VM-0-4', 'INPUT_INSTANCE_ID'],
  ['tencent-endpoint', 'dnspod.tencentcloudapi.com', 'INPUT_ENDPOINT'],
  ['dns-overwrite', '2001:db8::1', 'INPUT_DNS_VALUE'],
])('%s: %s is %s, and nothing else', (name, value, code) => {
  expect(refused({ ...key, [name]: value })).toEqual([code]);
});

test('an id and a key that were swapped are told so, once', () => {
  expect(refused({ 'tencent-secret-id': secretKey, 'tencent-secret-key': secretId })).toEqual([
    'INPUT_SECRETS_SWAPPED',
  ]);
  expect(refused({ 'tencent-secret-id': secretId, 'tencent-secret-key': secretId })).toEqual(['INPUT_SECRETS_SWAPPED']);
});

test('bad ids, keys and tokens are refused, and never shown', () => {
  const bad = {
    'tencent-secret-id': 'Hunter2IsNoSecretId',
    'tencent-secret-key': 'Hunter2 has blanks',
    'tencent-session-token': 'Hunter2令牌令牌令牌',
  };
  const found = refusals(() => readSettings(inputs(bad)));
  expect(found.map((line) => line.split(':')[0])).toEqual([
    'INPUT_SECRET_ID',
    'INPUT_SECRET_WORD',
    'INPUT_SECRET_WORD',
  ]);
  expect(found.join()).not.toContain('Hunter2');
});

test('verify leaves the account aside', () => {
  const settings = readSettings(inputs({ command: 'verify', ...key, dns: 'true' }));
  expect(settings).not.toHaveProperty('tencent');
});

test('id, key and token are masked, in settings and in the log; the role and what names a place are not', () => {
  const settings = deploy({ ...key, 'tencent-session-token': token });
  expect(masks(settings)).toEqual(expect.arrayContaining([secretId, secretKey, token, encodeURIComponent(token)]));
  expect(JSON.stringify(settings)).not.toMatch(/AKIDz8|Gu5t9x|tOkEn/);
  expect(publicFacts(settings).join(' ')).not.toMatch(/AKIDz8|Gu5t9x|tOkEn/);

  const env = 'A=deploy-shop\nB=lhins-q7vxk2ab\nC=ap-guangzhou\nD=tencentcloudapi.com\nE=github-shop\nF=other-value';
  const named = deploy({ ...oidc, env, 'instance-id': 'lhins-q7vxk2ab', 'tencent-region': 'ap-guangzhou' });
  const masked = masks(named);
  expect(masked).toContain('other-value');
  for (const fact of ['deploy-shop', 'lhins-q7vxk2ab', 'ap-guangzhou', 'tencentcloudapi.com', 'github-shop']) {
    expect(masked).not.toContain(fact);
  }
});
