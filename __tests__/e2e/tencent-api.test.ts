import { setTimeout as pause } from 'node:timers/promises';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import { type Account, openAccount } from '../../practice/tencent/account.ts';
import type { Fault } from '../../practice/tencent/faults.ts';
import { openConnectProxy } from './connect-proxy.ts';
import { expectRefused } from './refused.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { everythingSaid, expectRed, lineIn } from './witness.ts';

// What the API's failures and the credentials do to a run. One deploy, by OIDC, stands at the beginning; then all is as it
// should be in server and account, and a plan has nothing to change.

let scene: Scene;
let account: Account;
let deployed: RunResult;
/** Secrets that arose in that deploy, by what they are. */
const arisen: Record<string, string> = {};
/** How often that deploy asked for credentials. */
let exchanges: number;
/** The server after it. */
let before: string;

beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  // Somebody else's records beside ours, and zones beside the domain's: lists are longer than a page that is short.
  const records = [1, 2, 3, 4].map((number) => ({ host: 'api', type: 'TXT', value: `note ${number}` }));
  const others = ['a.example', 'b.example', 'c.example'].map((name) => ({ name }));
  account = await openAccount(scene.world, { zones: [...others, { name: 'example.com', records }] });
  await account.addInstance({ server: scene.server, kind: 'lighthouse' });
  const { temporary } = account.cam;
  account.cam.temporary = (seconds) => {
    const made = temporary(seconds);
    Object.assign(arisen, made);
    return made;
  };
  const { inputs, env } = account.oidc;
  deployed = await deployStandIn(scene, '1', inputs, { ...account.runOptions, env });
  account.cam.temporary = temporary;
  exchanges = account.journal.of('sts:AssumeRoleWithWebIdentity').length;
  before = await stateOf(scene.server);
}, 300_000);
beforeEach(() => account.journal.clear());
afterEach(async () => {
  account.faults.clear();
  account.clock.ahead = 0;
  account.lists.atMost = Number.POSITIVE_INFINITY;
  await account.api.accept();
});
afterAll(async () => {
  await account?.close();
  await scene?.close();
}, 60_000);

type Inputs = Readonly<Record<string, string | undefined>>;

/** A plan by the account's key; `inputs` come on top, undefined takes one away. */
function plan(inputs: Inputs = {}, more: Partial<RunOptions> = {}): Promise<RunResult> {
  const own = { command: 'plan', ...account.inputs, ...inputs };
  return deployStandIn(scene, '1', own, { ...account.runOptions, ...more });
}

/** A deploy of what would be new, by the account's key. */
function deploy(inputs: Inputs = {}, more: Partial<RunOptions> = {}): Promise<RunResult> {
  return deployStandIn(scene, '2', { ...account.inputs, ...inputs }, { ...account.runOptions, ...more });
}

/** Fails unless a plan found everything as it should be, and wrote nothing. */
function expectNothingToDo(result: RunResult): void {
  expectSuccess(result);
  expect(account.journal.writes()).toEqual([]);
  expect(result.log).toContain('Nothing to change.');
}

/** Fails unless a deploy is red by `code` alone, says `says`, and touched neither server nor account. */
async function expectUntouched(result: RunResult, code: string, says: readonly string[]): Promise<void> {
  expectRefused(result, { codes: [code], says });
  expect(account.journal.writes()).toEqual([]);
  expect(await stateOf(scene.server)).toBe(before);
}

/** Names of those secrets that somebody can read after a run; the commands that mask them are for the runner alone. */
function shownOf(result: RunResult, secrets: Readonly<Record<string, string>>): readonly string[] {
  const raw = [result.raw, result.post?.raw ?? ''].join('\n').split('\n');
  const all = [
    ...raw.filter((line) => !line.startsWith('::add-mask::')),
    everythingSaid(result),
    JSON.stringify(result.state),
    result.post?.summary ?? '',
  ].join('\n');
  const formsOf = (secret: string) => [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)];
  return Object.entries(secrets).flatMap(([name, secret]) =>
    formsOf(secret).some((form) => all.includes(form)) ? [name] : [],
  );
}

describe('by OIDC', () => {
  test('a whole deploy goes through on one exchange, and shows nothing of what arose', () => {
    expectSuccess(deployed);
    expect(exchanges).toBe(1);
    expect(Object.keys(arisen).toSorted()).toEqual(['secretId', 'secretKey', 'token']);
    const idTokens = deployed.masks.filter((mask) => /^ey[\w-]+\.ey[\w-]+\.[\w-]+$/.test(mask));
    expect(idTokens.length).toBeGreaterThan(0);
    const { ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken = '' } = account.oidc.env;
    const secrets = { ...arisen, requestToken, ...Object.fromEntries(idTokens.map((one) => ['idToken', one])) };
    for (const secret of Object.values(arisen)) expect(deployed.masks).toContain(secret);
    expect(shownOf(deployed, secrets)).toEqual([]);
    expect(account.zone('example.com').at('api')).toHaveLength(5);
  });

  test('a second run asks for one exchange, and nothing else is asked before it', async () => {
    const { inputs, env } = account.oidc;
    const result = await deployStandIn(scene, '1', { command: 'plan', ...inputs }, { ...account.runOptions, env });
    expectNothingToDo(result);
    expect(account.journal.of('sts:AssumeRoleWithWebIdentity')).toHaveLength(1);
    expect(account.journal.entries[0]?.action).toBe('sts:AssumeRoleWithWebIdentity');
  });

  const subject = 'repo:octocat/mccm-server:ref:refs/heads/main';
  test.each<[string, Inputs, Partial<Account['cam']>, string]>([
    [
      'a subject that the role does not trust',
      {},
      { trusts: 'repo:octocat@583231/mccm-server@8014:ref:refs/heads/main' },
      'you are not authorized to perform operation (sts:AssumeRoleWithWebIdentity)',
    ],
    ['a provider that is not there', { 'tencent-oidc-provider': 'gitlab' }, {}, 'ProviderId does not exist.'],
    ['another client ID', {}, { clientId: 'sts.amazonaws.com' }, 'WebIdentityToken is invalid: aud.'],
  ])('%s: refused in CAM’s own words', async (_, inputs, cam, words) => {
    const { trusts, clientId } = account.cam;
    Object.assign(account.cam, cam);
    const { env } = account.oidc;
    const all = { ...account.oidc.inputs, ...inputs };
    const result = await deployStandIn(scene, '2', all, { ...account.runOptions, env });
    Object.assign(account.cam, { trusts, clientId });
    await expectUntouched(result, 'OIDC_REFUSED', [words, account.cam.roleArn, `\`${subject}\``, 'oidc:sub']);
    expect(account.journal.entries).toHaveLength(1);
  });

  test('a job without id-token: write is told so, and asks nothing', async () => {
    const result = await deployStandIn(scene, '2', account.oidc.inputs, account.runOptions);
    await expectUntouched(result, 'OIDC_PERMISSION_MISSING', ['permissions: { contents: read, id-token: write }']);
    expect(account.journal.entries).toEqual([]);
  });
});

describe('credentials', () => {
  const key = 'f00dfacef00dfacef00dfacef00dface';
  test.each<[string, Inputs, string]>([
    ['an unknown id', { 'tencent-secret-id': 'AKIDnobodynobodynobodynobody1234' }, 'AuthFailure.SecretIdNotFound'],
    ['another key', { 'tencent-secret-key': key }, 'AuthFailure.SignatureFailure'],
    ['a foreign token', { 'tencent-session-token': 'f00d'.repeat(20) }, 'AuthFailure.TokenFailure'],
  ])('%s: not accepted, and not shown', async (_, inputs, code) => {
    const result = await deploy(inputs);
    await expectUntouched(result, 'TENCENT_CREDENTIALS', [code, 'https://console.cloud.tencent.com/cam/capi']);
    const given = Object.entries({ ...account.inputs, ...inputs }).map(([name, value]) => [name, value ?? '']);
    expect(shownOf(result, Object.fromEntries(given))).toEqual([]);
  });

  test('temporary ones do, until they expire', async () => {
    const inputsOf = ({ secretId, secretKey, token }: ReturnType<Account['cam']['temporary']>) => ({
      'tencent-secret-id': secretId,
      'tencent-secret-key': secretKey,
      'tencent-session-token': token,
    });
    const good = inputsOf(account.cam.temporary());
    const result = await plan(good);
    expectNothingToDo(result);
    expect(shownOf(result, good)).toEqual([]);
    const expired = await deploy(inputsOf(account.cam.temporary(-1)));
    await expectUntouched(expired, 'TENCENT_CREDENTIALS', ['AuthFailure.TokenFailure', 'expire']);
  });

  test('without the right to read, the action to allow is named', async () => {
    account.cam.deny('dnspod:DescribeRecordList');
    const result = await deploy();
    account.cam.allowed.add('dnspod:DescribeRecordList');
    const cure = 'Allow dnspod:DescribeRecordList for the CAM user or role';
    await expectUntouched(result, 'TENCENT_NOT_AUTHORIZED', [cure, 'AuthFailure.UnauthorizedOperation']);
  });

  test('without the right to write, the action to allow is named, and what was deployed serves', async () => {
    const [{ firewalls: [firewall] = [] } = {}] = account.instances;
    const open = firewall?.rules ?? [];
    await firewall?.change(open.filter(({ ports }) => ports !== '8014'));
    account.cam.deny('lighthouse:CreateFirewallRules');
    const result = await deployStandIn(scene, '1', account.inputs, account.runOptions);
    account.cam.allowed.add('lighthouse:CreateFirewallRules');
    await firewall?.change(open);
    expectRed(result, 'TENCENT_NOT_AUTHORIZED');
    const annotation = result.annotations.find(({ title }) => title === 'TENCENT_NOT_AUTHORIZED');
    expect(annotation?.message).toContain('Allow lighthouse:CreateFirewallRules for the CAM user or role');
    expect(account.journal.writes().map(({ action, done }) => [action, done])).toEqual([
      ['lighthouse:CreateFirewallRules', false],
    ]);
    expect(await stateOf(scene.server)).toBe(before);
  }, 120_000);

  test('in Chinese, Tencent answers in Chinese as well', async () => {
    const result = await plan({ language: 'zh', 'tencent-secret-id': 'AKIDnobodynobodynobodynobody1234' });
    const says = ['腾讯云不接受所提供的 API 密钥', 'SecretId 不存在，请输入正确的密钥。'];
    expectRefused(result, { codes: ['TENCENT_CREDENTIALS'], says });
    expect(result.log).not.toMatch(/What to do|The SecretId/);
  });
});

describe('an API that fails', () => {
  test('is waited for where it throttles for half a minute, and the log says so once', async () => {
    account.faults.throttle(30);
    const result = await plan();
    expectNothingToDo(result);
    const lines = result.log.split('\n').filter((line) => line.includes('throttles'));
    expect(lines).toEqual([expect.stringMatching(/RequestLimitExceeded\)\. Trying again for up to 60 s/)]);
  }, 120_000);

  test('by a clock that is wrong is told by both times and their cure', async () => {
    account.clock.ahead = 600;
    const result = await deploy();
    const now = new Date().toISOString().slice(0, 11);
    await expectUntouched(result, 'TENCENT_CLOCK_SKEW', [
      `the clock of the runner says ${now}`,
      'timedatectl',
      'AuthFailure.SignatureExpire',
    ]);
  });

  const faults: readonly [string, Fault, string, string][] = [
    ['answers 503', { kind: 'status', status: 503 }, 'TENCENT_SERVER_ERROR', 'HTTP 503'],
    ['fails inside', { kind: 'refusal', code: 'InternalError' }, 'TENCENT_SERVER_ERROR', 'InternalError, RequestId'],
    ['answers garbage', { kind: 'garbage' }, 'TENCENT_SERVER_ERROR', 'its answer is none of the API'],
    ['cuts connections', { kind: 'reset' }, 'TENCENT_UNREACHABLE', 'does not answer'],
  ];

  test.each(faults)('and %s for a moment is asked again', async (_, fault) => {
    account.faults.next('dnspod:DescribeDomainList', fault, { times: 2 });
    account.faults.next('lighthouse:DescribeFirewallRules', fault);
    expectNothingToDo(await plan());
    expect(account.journal.of('dnspod:DescribeDomainList')).toHaveLength(3);
    expect(account.journal.of('lighthouse:DescribeFirewallRules')).toHaveLength(2);
  });

  test.each(faults)('and %s all the time is given up before anything is touched', async (_, fault, code, says) => {
    account.faults.next('dnspod:DescribeDomainList', fault, { times: 1000 });
    const result = await deploy();
    await expectUntouched(result, code, [says, 'dnspod:DescribeDomainList', 'dnspod.tencentcloudapi.com']);
    expect(account.journal.of('dnspod:DescribeDomainList')).toHaveLength(4);
  });

  test('and refuses connections for a moment is asked again', async () => {
    await account.api.refuse();
    const { seen, onLine } = lineIn(/Inspect the Tencent Cloud account/);
    const running = plan({}, { onLine });
    await seen;
    await pause(1500);
    await account.api.accept();
    expectNothingToDo(await running);
  });

  test('and refuses connections all the time is given up before anything is touched', async () => {
    await account.api.refuse();
    const result = await deploy();
    await expectUntouched(result, 'TENCENT_UNREACHABLE', [
      'dnspod.tencentcloudapi.com does not answer dnspod:DescribeDomainList: connect ECONNREFUSED',
      '`curl -v https://dnspod.tencentcloudapi.com`',
    ]);
  });
});

describe('a proxy', () => {
  const user = 'runner:hunter2%40practice';
  const secrets = { written: 'hunter2%40practice', meant: 'hunter2@practice' };

  test('of https_proxy is used for the API alone, and its password is not shown', async () => {
    const { hosts } = account.runOptions;
    const proxy = await openConnectProxy(scene.world.network.gateway, hosts);
    const other = await openConnectProxy(scene.world.network.gateway, hosts);
    const env = { https_proxy: `http://${user}@${proxy.place}`, http_proxy: `http://${other.place}` };
    // With the looks from outside, which must not go through it.
    const result = await deployStandIn(scene, '1', account.inputs, { ...account.runOptions, env });
    await proxy.close();
    await other.close();
    expectSuccess(result);
    expect(result.outputs.changed).toBe('false');
    expect(other.asked).toEqual([]);
    expect(new Set(proxy.asked)).toEqual(
      new Set(['dnspod', 'domain', 'lighthouse', 'cvm'].map((name) => `${name}.tencentcloudapi.com:443`)),
    );
    expect(new Set(proxy.users)).toEqual(new Set(['runner:hunter2@practice']));
    expect(shownOf(result, secrets)).toEqual([]);
  }, 120_000);

  test('is not used for what no_proxy names', async () => {
    const proxy = await openConnectProxy(scene.world.network.gateway, account.runOptions.hosts);
    const https_proxy = `http://${proxy.place}`;
    expectNothingToDo(await plan({}, { env: { https_proxy, no_proxy: 'dnspod.tencentcloudapi.com' } }));
    expect(proxy.asked).toContain('lighthouse.tencentcloudapi.com:443');
    expect(proxy.asked).not.toContain('dnspod.tencentcloudapi.com:443');
    proxy.asked.splice(0);
    expectNothingToDo(await plan({}, { env: { https_proxy, no_proxy: 'localhost,.tencentcloudapi.com' } }));
    expect(proxy.asked).toEqual([]);
    await proxy.close();
  });

  test('that is down is named, without its password', async () => {
    const proxy = await openConnectProxy(scene.world.network.gateway, {});
    await proxy.close();
    const result = await plan({}, { env: { https_proxy: `http://${user}@${proxy.place}` } });
    expectRed(result, 'TENCENT_UNREACHABLE');
    expect(result.log).toContain(
      `dnspod.tencentcloudapi.com does not answer dnspod:DescribeDomainList through the proxy http://${proxy.place}`,
    );
    expect(result.log).toContain('no_proxy: dnspod.tencentcloudapi.com');
    expect(shownOf(result, secrets)).toEqual([]);
    expect(account.journal.entries).toEqual([]);
  });
});

test('what is ours is found on whichever page of a list it is', async () => {
  account.lists.atMost = 3;
  expectNothingToDo(await plan());
  const offsets = (action: Parameters<Account['journal']['of']>[0]) =>
    account.journal.of(action).map(({ request }) => (request as { Offset?: number }).Offset ?? 0);
  expect(offsets('dnspod:DescribeDomainList')).toEqual([0, 3]);
  expect(offsets('dnspod:DescribeRecordList')).toEqual([0, 3]);
  expect(offsets('lighthouse:DescribeFirewallRules')).toEqual([0, 3]);
});

test('an account of the international site is asked at that site’s host names', async () => {
  const abroad = await openAccount(scene.world, { site: 'international', zones: [{ name: 'example.com' }] });
  try {
    // Its rules stand in front of nothing: the filter is that of the other account.
    await abroad.addInstance({ kind: 'lighthouse', addresses: [scene.server.address], region: 'ap-singapore' });
    expect(abroad.inputs['tencent-endpoint']).toBe('intl.tencentcloudapi.com');
    const inputs = { ...abroad.inputs, command: 'plan' };
    const planned = await deployStandIn(scene, '1', inputs, abroad.runOptions);
    expectSuccess(planned);
    expect(abroad.journal.writes()).toEqual([]);
    expectSuccess(await deployStandIn(scene, '1', abroad.inputs, abroad.runOptions));
    expect(abroad.zone('example.com').at('api')).toMatchObject([
      { value: scene.server.address, line: { id: '0', name: 'Default' } },
    ]);
    expect(account.journal.entries).toEqual([]);
    const elsewhere = await deployStandIn(scene, '1', { ...inputs, 'tencent-endpoint': '' }, abroad.runOptions);
    expectRefused(elsewhere, {
      codes: ['TENCENT_CREDENTIALS'],
      says: ['`tencent-endpoint: intl.tencentcloudapi.com`'],
    });
  } finally {
    await abroad.close();
  }
}, 180_000);

test('a practice run that could ask Tencent Cloud in earnest does not start', async () => {
  const { hosts } = account.runOptions;
  const outside = { ...hosts, 'vpc.tencentcloudapi.com': '203.0.113.9' };
  const { 'sts.intl.tencentcloudapi.com': _, ...without } = hosts;
  for (const names of [{}, outside, without])
    await expect(plan({}, { hosts: names })).rejects.toThrow('must not ask Tencent Cloud');
  const named = plan({ 'tencent-endpoint': 'api.example.net' });
  await expect(named).rejects.toThrow('dnspod.api.example.net');
  expect(account.journal.entries).toEqual([]);
});
