import { Resolver } from 'node:dns/promises';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import { type Account, openAccount } from '../../practice/tencent/account.ts';
import type { SomeRecord } from '../../practice/tencent/zone.ts';
import { renderRemark } from '../../src/tencent/remark.ts';
import { errorsOf, expectRefused } from './refused.ts';
import { domain, expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { before, belongings, expectRed, lineIn, versionServed } from './witness.ts';

// One server in one account. The first run deploys; those after it find all on the server as it should be, so that the
// records alone are changed.

let scene: Scene;
let account: Account;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  account = await openAccount(scene.world, { zones: [{ name: 'example.com' }] });
  await account.addInstance({ server: scene.server, kind: 'lighthouse' });
}, 300_000);
afterAll(async () => {
  await account?.close();
  await scene?.close();
});

const usual = { realName: 'Approved', states: ['ok'] };
const [there, yonder] = ['192.0.2.1', '192.0.2.2'];

/** Each test begins with the records that it names, and with nothing written. */
async function begin(...records: readonly Omit<SomeRecord, 'host'>[]): Promise<void> {
  const zone = account.zone('example.com');
  Object.assign(zone, { status: 'ENABLE', delegatedTo: zone.nameServers, registration: usual, listLag: 0 });
  account.faults.clear();
  for (const { id } of zone.at('api')) await zone.remove(id);
  for (const record of records) await zone.add({ host: 'api', ...record });
  await zone.sync();
  account.journal.clear();
}

function run(inputs: Readonly<Record<string, string>> = {}, more: Partial<RunOptions> = {}): Promise<RunResult> {
  return deployStandIn(scene, '1', { ...account.inputs, ...inputs }, { ...account.runOptions, ...more });
}

const a = (value: string, remark = ''): Omit<SomeRecord, 'host'> => ({ type: 'A', value, remark });
const remarkOf = (value: string): string => renderRemark({ app: 'MCCM-server', value, run: 'octocat/mccm-server#1' });
const own = (value: string): Omit<SomeRecord, 'host'> => a(value, remarkOf(value));

/** The records of the host name: type, value. */
const records = (): readonly string[] =>
  account
    .zone('example.com')
    .at('api')
    .map(({ type, value }) => `${type} ${value}`);

/** Writes to the account, and what they came to. */
const writes = (): readonly string[] => account.journal.writes().map(({ action, outcome }) => `${action} ${outcome}`);

/** What each of the zone's name servers answers. */
function answers(): Promise<readonly string[]> {
  return Promise.all(
    account.nameServers.map(async ({ address }) => {
      const resolver = new Resolver({ timeout: 2000, tries: 2 });
      resolver.setServers([address]);
      const found = await resolver.resolve4(domain).catch((error: NodeJS.ErrnoException) => [error.code ?? '']);
      return found.toSorted().join(', ');
    }),
  );
}

/** Green: one record alone, which both name servers answer, and by which the run has seen the site. */
async function expectBound(result: RunResult): Promise<void> {
  expectSuccess(result);
  expect(records()).toEqual([`A ${scene.server.address}`]);
  expect(await answers()).toEqual([scene.server.address, scene.server.address]);
  expect(result.outputs).toMatchObject({ url: `https://${domain}:8014`, 'error-code': '' });
}

/** Refused before anything was touched: server, records. Returns the errors. */
async function expectUntouched(
  code: string,
  says: readonly string[],
  start: () => Promise<RunResult>,
): Promise<string> {
  const [server, found] = [await stateOf(scene.server), records()];
  const result = await start();
  expectRefused(result, { codes: [code], says });
  expect(await stateOf(scene.server)).toBe(server);
  expect(records()).toEqual(found);
  expect(writes()).toEqual([]);
  return errorsOf(result);
}

/** Red with these codes, and kept: what was deployed serves, nothing was rolled back. */
async function expectKept(result: RunResult, ...codes: readonly [string, ...string[]]): Promise<void> {
  expectRed(result, codes[0]);
  const errors = result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title);
  expect(errors).toEqual(codes);
  expect(result.outputs['rolled-back']).toBe('false');
  expect(await belongings(scene)).toContain('container mccm-server');
  expect(await versionServed(scene)).toBe('1');
}

const notices = (result: RunResult): readonly (string | undefined)[] =>
  result.annotations.filter(({ level }) => level === 'notice' || level === 'warning').map(({ title }) => title);

/** The input that an error tells to add, as a workflow would give it. */
function pasted(errors: string): Record<string, string> {
  const [, value] = /`dns-overwrite: ([^`]+)`/.exec(errors) ?? [];
  if (value === undefined) throw new Error(`no dns-overwrite in: ${errors}`);
  return { 'dns-overwrite': value };
}

test('nothing there: the record is made when the new release has proven itself, and a second run changes nothing', async () => {
  await begin();
  let served = '';
  account.faults.next('dnspod:CreateRecord', {
    kind: 'meanwhile',
    work: async () => {
      served = await versionServed(scene);
    },
  });
  const result = await run();
  await expectBound(result);
  // The port was open by then, and the switch was over.
  expect(served).toBe('1');
  expect(writes()).toEqual(['lighthouse:CreateFirewallRules ok', 'dnspod:CreateRecord ok']);
  expect(result.log).toMatch(/All name servers answer the new address: f1g1ns1\.dnspod\.net, f1g1ns2\.dnspod\.net/);
  const [record] = account.zone('example.com').at('api');
  expect(record).toMatchObject({ line: { id: '0' }, ttl: 600, enabled: true });
  expect(record?.remark).toBe(
    `deploy-miniprogram-backend MCCM-server ${scene.server.address} octocat/mccm-server#8014`,
  );

  account.journal.clear();
  const again = await run();
  await expectBound(again);
  expect(again.outputs.changed).toBe('false');
  expect(writes()).toEqual([]);
}, 300_000);

test('a domain that is in another account: refused before anything is touched; without DNS it goes on', async () => {
  await begin(a(scene.server.address));
  const other = await openAccount(scene.world, { zones: [{ name: 'example.org' }] });
  try {
    const options = { ...other.runOptions, nameServer: account.address };
    const start = (dns: string) => () => run({ ...other.inputs, firewall: 'false', dns }, options);
    const errors = await expectUntouched(
      'DNS_ZONE_MISSING',
      ['The zones of the account are: example.org.', 'use the credentials of that account', '`dns: false`'],
      start('true'),
    );
    expect(errors).toContain(`DNSPod has no zone for ${domain} in this Tencent Cloud account.`);
    expectSuccess(await start('false')());
    expect(other.journal.writes()).toEqual([]);
  } finally {
    await other.close();
  }
}, 120_000);

test('a domain without real-name verification is refused before, an account without it keeps the deployment', async () => {
  await begin();
  account.zone('example.com').registration = { realName: 'NotUpload', states: ['ok'] };
  await expectUntouched('DOMAIN_NOT_VERIFIED', ['example.com has not passed', 'NotUpload'], run);

  await begin();
  account.faults.next('dnspod:CreateRecord', { kind: 'refusal', code: 'FailedOperation.NotRealNamedUser' });
  const result = await run();
  // The looks from outside follow, and tell what became of the name.
  await expectKept(result, 'DNS_ACCOUNT_NOT_VERIFIED', 'DNS_NOT_FOUND');
  expect(result.log).toMatch(/^Tencent Cloud answers: .+ \(FailedOperation\.NotRealNamedUser, request id [\w-]+\)$/m);
  expect(result.log).toContain(`Looking at ${scene.server.address} itself, under the name ${domain}`);
  expect(records()).toEqual([]);
}, 120_000);

test.each([
  ['CNAME', 'cdn.example.net'],
  ['显性URL', 'http://www.example.net/a'],
])(
  'a %s is somebody’s: refused; where its value is named, it becomes an address',
  async (type, value) => {
    await begin({ type, value });
    const [{ id } = { id: 0 }] = account.zone('example.com').at('api');
    const errors = await expectUntouched('DNS_RECORD_CNAME', [`with the value ${value}.`], run);
    expect(pasted(errors)).toEqual({ 'dns-overwrite': value });
    await expectBound(await run(pasted(errors)));
    expect(writes()).toEqual(['dnspod:ModifyRecord ok']);
    expect(account.zone('example.com').at('api')[0]?.id).toBe(id);
  },
  120_000,
);

test('two addresses, one of which is not ours: refused; where its value is named, it goes', async () => {
  await begin(own(scene.server.address), a(there));
  const errors = await expectUntouched('DNS_RECORDS_SEVERAL', [`(${scene.server.address}, ${there})`], run);
  expect(pasted(errors)).toEqual({ 'dns-overwrite': there });
  await expectBound(await run(pasted(errors)));
  expect(writes()).toEqual(['dnspod:DeleteRecord ok']);

  // Two of them, as the message has them for a workflow.
  await begin(a(there), a(yonder));
  const both = await expectUntouched('DNS_RECORDS_SEVERAL', [there, yonder], run);
  expect(pasted(both)).toEqual({ 'dns-overwrite': `${there}, ${yonder}` });
  await expectBound(await run(pasted(both)));
  expect(writes()).toEqual(['dnspod:ModifyRecord ok', 'dnspod:DeleteRecord ok']);
}, 120_000);

test('an address that is not ours: refused with the line that lets it be changed, and following it helps', async () => {
  await begin(a(there));
  const errors = await expectUntouched(
    'DNS_RECORD_FOREIGN',
    [`\`dns-overwrite: ${there}\``, `has an A record with the value ${there}. The server is ${scene.server.address}.`],
    run,
  );
  const planned = await run({ ...pasted(errors), command: 'plan' });
  expectSuccess(planned);
  expect(planned.log).toContain(`- api A ${there} TTL 600`);
  expect(planned.log).toContain(`+ api A ${scene.server.address} TTL 600`);
  expect(writes()).toEqual([]);
  await expectBound(await run(pasted(errors)));
  expect(writes()).toEqual(['dnspod:ModifyRecord ok']);
  // It is ours from now on.
  account.journal.clear();
  expect((await run()).outputs).toMatchObject({ changed: 'false', 'error-code': '' });
  expect(writes()).toEqual([]);
}, 120_000);

test('the application’s own record is moved with the server, one that somebody changed since is not', async () => {
  await begin({ ...own(there), ttl: 900 });
  await expectBound(await run());
  expect(writes()).toEqual(['dnspod:ModifyRecord ok']);
  expect(account.zone('example.com').at('api')[0]).toMatchObject({
    ttl: 900,
    remark: expect.stringContaining('#8014'),
  });

  await begin(a(yonder, remarkOf(there)));
  await expectUntouched('DNS_RECORD_FOREIGN', ['somebody changed it since'], run);
}, 120_000);

test('a name server that is behind is named and waited for', async () => {
  await begin(own(there));
  const [, second] = account.nameServers;
  second.pause();
  const behind = lineIn(/with the new address: f1g1ns1\.dnspod\.net; not yet: f1g1ns2\.dnspod\.net \(192\.0\.2\.1\)/);
  try {
    const running = run({}, { onLine: behind.onLine });
    await before(running, behind.seen);
    await second.resume();
    const result = await running;
    await expectBound(result);
    const places = ['Changed record', 'not yet: ', 'All name servers answer', `Verified: https://${domain}`];
    const found = places.map((words) => result.log.indexOf(words));
    expect(found).toEqual(found.toSorted((one, other) => one - other));
    expect(found).not.toContain(-1);
  } finally {
    await second.resume();
  }
}, 120_000);

test('the list lags behind: a run that does not see the record yet makes no second one', async () => {
  await begin();
  const zone = account.zone('example.com');
  zone.listLag = 600;
  await expectBound(await run());
  const missed = lineIn(/^DNSPod has this record already, and its list does not show it yet\.$/);
  const again = run({}, { onLine: missed.onLine });
  await before(again, missed.seen);
  zone.listLag = 0;
  await expectBound(await again);
  expect(account.journal.of('dnspod:CreateRecord').filter(({ done }) => done)).toHaveLength(1);
}, 120_000);

test.each(['cut', 'status', 'silence'] as const)(
  'a record whose making was not answered (%s) is found, also late, and not made again',
  async (how) => {
    await begin();
    const zone = account.zone('example.com');
    zone.listLag = 600;
    account.faults.next('dnspod:CreateRecord', { kind: 'lost', how });
    const missed = lineIn(/^Waiting until the list of records shows it\.$/);
    const running = run({}, { onLine: missed.onLine });
    await before(running, missed.seen);
    zone.listLag = 0;
    await expectBound(await running);
    expect(writes()).toEqual(['dnspod:CreateRecord fault: lost']);
  },
  180_000,
);

test('a zone that is paused is refused', async () => {
  await begin();
  account.zone('example.com').status = 'PAUSE';
  await account.zone('example.com').sync();
  await expectUntouched('DNS_ZONE_DISABLED', ['PAUSE', 'Resume the zone'], run);
}, 120_000);

/**
 * A run whose resolver keeps the answers from before it: the first name server, which stands still. Both names of the zone's
 * servers lead to the second one.
 */
async function runWithOldAnswers(): Promise<RunResult> {
  const [resolver, follower] = account.nameServers;
  const hosts = { ...account.runOptions.hosts, [resolver.name]: follower.address };
  resolver.pause();
  try {
    return await run({}, { hosts });
  } finally {
    await resolver.resume();
  }
}

test('a zone that the registrar leads elsewhere: told, and the outside look says that the name does not resolve', async () => {
  await begin();
  account.zone('example.com').delegatedTo = ['ns1.example.net', 'ns2.example.net'];
  await account.zone('example.com').sync();
  // The world asks another provider, which knows nothing of the record.
  const result = await runWithOldAnswers();
  await expectKept(result, 'DNS_NOT_FOUND');
  expect(notices(result)).toContain('DNS_NOT_DELEGATED');
  expect(notices(result)).not.toContain('DNS_CACHED');
  expect(writes()).toEqual(['dnspod:CreateRecord ok']);
}, 120_000);

test.each([
  ['no address', []],
  ['another address', [own(there)]],
])(
  'a resolver that still has the old answer (%s) is no failure',
  async (_, old) => {
    await begin(...old);
    const result = await runWithOldAnswers();
    await expectBound(result);
    expect(notices(result)).toContain('DNS_CACHED');
    expect(result.annotations.find(({ title }) => title === 'DNS_CACHED')?.message).toContain(
      `The resolver of this runner still has the old answer for ${domain} (${old[0]?.value ?? 'no address'})`,
    );
    expect(result.log).toContain(`Looking at ${scene.server.address} itself, under the name ${domain}`);
  },
  120_000,
);

test('the record is refused and the port is opened all the same, and the looks from outside follow', async () => {
  await begin();
  const [instance] = account.instances;
  const [firewall] = instance?.firewalls ?? [];
  await firewall?.change(firewall.rules.filter(({ ports }) => ports !== '8014'));
  account.cam.deny('dnspod:CreateRecord');
  try {
    const result = await run();
    await expectKept(result, 'TENCENT_NOT_AUTHORIZED', 'DNS_NOT_FOUND');
    expect(errorsOf(result)).toContain('The credentials do not allow dnspod:CreateRecord.');
    expect(writes()).toEqual([
      'lighthouse:CreateFirewallRules ok',
      'dnspod:CreateRecord AuthFailure.UnauthorizedOperation',
    ]);
  } finally {
    account.cam.allowed.add('dnspod:CreateRecord');
  }
  // And the other way round: the port comes first. It is told as closed, and lets through, so that the looks are short.
  await begin();
  if (firewall !== undefined)
    Object.assign(firewall, { rules: firewall.rules.filter(({ ports }) => ports !== '8014') });
  account.cam.deny('lighthouse:CreateFirewallRules');
  try {
    const result = await run();
    await expectKept(result, 'TENCENT_NOT_AUTHORIZED');
    expect(errorsOf(result)).toContain('The credentials do not allow lighthouse:CreateFirewallRules.');
    expect(writes()).toEqual([
      'lighthouse:CreateFirewallRules AuthFailure.UnauthorizedOperation',
      'dnspod:CreateRecord ok',
    ]);
    expect(result.log).toContain(`GET https://${domain}:8014/actuator/health: 200`);
  } finally {
    account.cam.allowed.add('lighthouse:CreateFirewallRules');
  }
  await expectBound(await run());
  expect(writes().at(-1)).toBe('lighthouse:CreateFirewallRules ok');
}, 180_000);
