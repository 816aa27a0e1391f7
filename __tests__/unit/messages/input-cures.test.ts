import { Failures } from '../../../src/messages/failure.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { inputs } from '../settings/inputs.ts';

type Changes = Readonly<Record<string, string | undefined>>;

const read = (changes: Changes) => readSettings(inputs(changes));

/** What stands between backticks in the cure that refuses these inputs with `code`. */
function advisedBy(wrong: Changes, code: string): readonly string[] {
  try {
    read(wrong);
  } catch (error) {
    const failure = error instanceof Failures && error.failures.find((one) => one.code === code);
    if (failure) return [...failure.text.cure.en.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value);
    throw error;
  }
  throw new Error(`${code} is not refused`);
}

// Each value that the cure advises for the input itself, fed back as it is written.
test.each<[string, string, string, readonly string[]]>([
  ['INPUT_BOOLEAN', 'adopt', 'maybe', ['true', 'false']],
  ['INPUT_DOMAIN', 'domain', 'https://x', ['api.example.com']],
  ['INPUT_HOST', 'host', 'root@x', ['203.0.113.10']],
  ['INPUT_USERNAME', 'username', 'a b', ['root', 'ubuntu']],
  ['INPUT_APP', 'app', 'a b', ['MCCM-server']],
  ['INPUT_BASE_IMAGE', 'base-image', 'A b', ['eclipse-temurin:17-jre']],
  ['INPUT_PROFILE', 'spring-profile', 'a b', ['prod', 'prod,wechat']],
  ['INPUT_HEALTH_PATH', 'health-path', 'health', ['/actuator/health']],
  ['INPUT_HEALTH_STATUS', 'health-status', 'ok', ['200', '200-299', '200,204']],
  ['INPUT_BODY_SIZE', 'max-body-size', '20 MB', ['20m']],
  ['INPUT_ARTIFACT_NAME', 'artifact-name', 'a/b', ['deployment-<app>']],
  [
    'INPUT_SNIPPET_ANSWERS',
    'nginx-snippet',
    'return 410;',
    ['location /old/ { return 410; }', 'ssl_verify_client optional;'],
  ],
  ['INPUT_SNIPPET_SYNTAX', 'nginx-snippet', 'gzip on', ['add_header X-Frame-Options DENY;']],
  ['INPUT_TIMEZONE', 'timezone', '+08:00', ['Asia/Shanghai']],
])('%s: each value that its cure names is taken', (code, name, wrong, values) => {
  expect(advisedBy({ [name]: wrong }, code)).toEqual(expect.arrayContaining([...values]));
  for (const value of values) expect(() => read({ [name]: value })).not.toThrow();
});

const secretId = 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE';
const account = { 'tencent-secret-id': secretId, 'tencent-secret-key': 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' };
const role = { 'tencent-role-arn': 'x', 'tencent-oidc-provider': 'x' };

test.each<[string, Changes, string, string, readonly string[]]>([
  ['INPUT_ROLE', role, 'tencent-role-arn', 'deploy', ['qcs::cam::uin/100000000001:roleName/deploy']],
  ['INPUT_REGION', account, 'tencent-region', 'ap-guangzhou-3', ['ap-guangzhou']],
  ['INPUT_ENDPOINT', account, 'tencent-endpoint', '127.0.0.1', ['tencentcloudapi.com', 'intl.tencentcloudapi.com']],
  ['INPUT_DNS_VALUE', account, 'dns-overwrite', '::1', ['203.0.113.9', 'www.example.com']],
  ['INPUT_SSH_FROM_RUNNER', account, 'ssh-from-runner', '0.0.0.0/0', ['true', '203.0.113.20']],
])('%s: each value that its cure names is taken, with an account', (code, given, name, wrong, values) => {
  expect(advisedBy({ ...given, [name]: wrong }, code)).toEqual(expect.arrayContaining([...values]));
  for (const value of values) expect(() => read({ ...given, [name]: value })).not.toThrow();
});

const site = { 'static-site': 'dist' };

test.each<[string, Changes, Changes]>([
  ['INPUT_MISSING', { domain: undefined }, { domain: 'api.example.com' }],
  ['INPUT_CHOICE', { command: 'deplyo' }, { command: 'deploy' }],
  ['INPUT_NUMBER', { port: '22/tcp' }, { port: '22' }],
  ['INPUT_PUBLIC_IP', { 'public-ip': '10.0.0.2' }, { 'public-ip': '203.0.113.10' }],
  ['INPUT_PUBLIC_IP', { 'public-ip': '10.0.0.2' }, {}],
  ['INPUT_PATH', { dockerfile: 'a\nb' }, { dockerfile: 'docker/Dockerfile' }],
  ['INPUT_SITE_PATH', { ...site, 'static-site-path': 'a b' }, { ...site, 'static-site-path': '/admin/' }],
  ['INPUT_SITE_PATH', { ...site, 'static-site-path': 'a b' }, { ...site, 'static-site-path': '/' }],
  ['INPUT_SNIPPET_CLOSES', { 'nginx-snippet': 'gzip on; }' }, { 'nginx-snippet': 'gzip on;' }],
  ['INPUT_SNIPPET_CLOSES', { 'nginx-snippet': 'gzip on; }' }, { 'nginx-snippet': 'location /a { gzip on; }' }],
  ['INPUT_NEEDS', { context: '.' }, { context: '.', dockerfile: 'Dockerfile' }],
  ['INPUT_CONFLICT', { 'base-image': 'a:1', dockerfile: 'Dockerfile' }, { dockerfile: 'Dockerfile' }],
  [
    'INPUT_SAME_PORT',
    { 'app-port': '8014', 'publish-app-port': 'true' },
    { 'app-port': '8014', 'publish-app-port': 'false' },
  ],
  ['INPUT_STATIC_PORT', { ...site, 'https-port': '443' }, { ...site, 'https-port': '8014' }],
  ['INPUT_STATIC_PORT', { ...site, 'https-port': '443' }, { 'https-port': '443' }],
  ['INPUT_ENV_LONG', { env: `A=${'x'.repeat(70_000)}` }, { files: 'value.txt:/etc/shop/value.txt' }],
  ['INPUT_DOCKER_OPTION_UNKNOWN', { 'docker-options': '--cpu 1' }, { 'docker-options': '--cpus 1' }],
  ['INPUT_DOCKER_OPTION_FIXED', { 'docker-options': '--detach' }, { 'docker-options': '' }],
  ['INPUT_NEEDS', { dns: 'true' }, { dns: 'true', ...account }],
  ['INPUT_NEEDS', { dns: 'true' }, { dns: 'false' }],
  ['INPUT_CONFLICT', { ...account, dns: 'false', 'dns-overwrite': '203.0.113.9' }, { ...account, dns: 'false' }],
  ['INPUT_INSTANCE_ID', { ...account, 'instance-id': 'VM-0-4' }, { ...account, 'instance-id': 'lhins-q7vxk2ab' }],
  ['INPUT_INSTANCE_ID', { ...account, 'instance-id': 'VM-0-4' }, account],
  ['INPUT_SECRET_ID', { ...account, 'tencent-secret-id': '"AKID"' }, account],
  ['INPUT_SECRETS_SWAPPED', { 'tencent-secret-id': 'x', 'tencent-secret-key': secretId }, account],
  ['INPUT_SECRET_WORD', { ...account, 'tencent-secret-key': 'a b' }, account],
  ['INPUT_UNKNOWN', { healthpath: '/x' }, { 'health-path': '/x' }],
])('%s: %j is refused, and %j, as its cure has it, is taken', (code, wrong, cured) => {
  expect(() => read(wrong)).toThrow(code);
  expect(() => read(cured)).not.toThrow();
});

test('INPUT_UNKNOWN: a variable of the environment is emptied, not removed', () => {
  expect(advisedBy({ path: 'x' }, 'INPUT_UNKNOWN')).toContain("env: { INPUT_PATH: '' }");
  expect(() => read({ path: '' })).not.toThrow();
});
