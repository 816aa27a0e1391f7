import { execFile } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { dropPort } from '../../practice/faults.ts';
import { folder, projectRoot } from '../../practice/home.ts';
import { withNames } from '../../practice/hosts.ts';
import { node } from '../../practice/node.ts';
import type { PracticeServer } from '../../practice/server.ts';
import { type Account, openAccount } from '../../practice/tencent/account.ts';
import type { ZipLayout } from '../../practice/tencent/certificates/layouts.ts';
import { until } from '../../practice/waiting.ts';
import { openWorld, type World } from '../../practice/world.ts';
import { zipContents } from './zip-contents.ts';

// Drives the stand-in by the SDK's own client, in a process that finds the API by the names of a run.

let world: World;
let server: PracticeServer;
let account: Account;
beforeAll(async () => {
  world = await openWorld(() => {});
  server = await world.startServer({ kind: 'blank' });
  account = await openAccount(world, {
    zones: [{ name: 'example.com', records: [{ host: 'www', type: 'A', value: '192.0.2.1' }] }],
  });
}, 180_000);
afterAll(async () => {
  await account?.close();
  await server?.remove();
  await world?.close();
});

const script = `
const { CommonClient } = require(process.argv[1]);
const { product, version, action, region, request, id, key, token, suffix } = JSON.parse(process.argv[2]);
const profile = { httpProfile: { endpoint: product + '.' + suffix, reqTimeout: 5 }, language: 'zh-CN' };
const credential = { secretId: id, secretKey: key, token };
new CommonClient(product + '.' + suffix, version, { credential, region, profile }).request(action, request, { skipSign: id === undefined })
  .then((answer) => console.log(JSON.stringify(answer)), (error) => console.log(JSON.stringify({ failed: error.code ?? error.message })));
`;

const versions: Readonly<Record<string, string>> = {
  dnspod: '2021-03-23',
  lighthouse: '2020-03-24',
  cvm: '2017-03-12',
  vpc: '2017-03-12',
  sts: '2018-08-13',
  domain: '2018-08-08',
  ssl: '2019-12-05',
};

// biome-ignore lint/suspicious/noExplicitAny: an answer is of its action's own form.
type Told = any;

/** Calls an action as the SDK does; what came, or `{ failed: code }`. */
async function call(name: string, request: object, more: Record<string, string | undefined> = {}): Promise<Told> {
  const [product = '', action = ''] = name.split(':');
  const region = ['lighthouse', 'cvm', 'vpc', 'sts'].includes(product) ? 'ap-guangzhou' : undefined;
  const own = { id: account.inputs['tencent-secret-id'], key: account.inputs['tencent-secret-key'] };
  const asked = {
    product,
    action,
    version: versions[product],
    region,
    request,
    suffix: 'tencentcloudapi.com',
    ...own,
    ...more,
  };
  const sdk = join(projectRoot, 'node_modules/tencentcloud-sdk-nodejs/tencentcloud/common/common_client.js');
  const [program = '', ...argv] = [
    ...withNames(folder('runs'), account.runOptions),
    ...[node, '-e', script, sdk, JSON.stringify(asked)],
  ];
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: account.runOptions.extraCa };
  const { stdout } = await promisify(execFile)(program, argv, { env });
  return JSON.parse(stdout);
}

async function resolve(host: string, address: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 1 });
  resolver.setServers([address]);
  return resolver.resolve4(host).catch((error: NodeJS.ErrnoException) => [error.code ?? '']);
}

async function texts(host: string, address: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 1 });
  resolver.setServers([address]);
  return (await resolver.resolveTxt(host).catch(() => [])).map((parts) => parts.join(''));
}

/** Whether a port of the server lets itself be reached: refused counts. */
function reaches(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: server.address, port, timeout: 1000 });
    const end = (answer: boolean): void => {
      socket.destroy();
      done(answer);
    };
    socket.on('connect', () => end(true)).on('error', () => end(true));
    socket.on('timeout', () => end(false));
  });
}

const record = { Domain: 'example.com', RecordType: 'A', RecordLine: '默认', RecordLineId: '0', SubDomain: 'api' };

test('a record lies in both name servers as soon as it is made, and lists show it later', async () => {
  const [first, second] = account.nameServers;
  const zone = account.zone('example.com');
  zone.listLag = 60;
  expect(await resolve('api.example.com', first.address)).toEqual(['ENOTFOUND']);
  const { RecordId } = await call('dnspod:CreateRecord', { ...record, Value: '192.0.2.7', TTL: 600 });
  expect(RecordId).toBeGreaterThan(0);
  expect(await resolve('api.example.com', first.address)).toEqual(['192.0.2.7']);
  expect(await resolve('api.example.com', second.address)).toEqual(['192.0.2.7']);
  const list = { Domain: 'example.com', SubDomain: 'api' };
  expect(await call('dnspod:DescribeRecordList', list)).toEqual({ failed: 'ResourceNotFound.NoDataOfRecord' });
  expect((await call('dnspod:DescribeRecord', { Domain: 'example.com', RecordId })).RecordInfo.Value).toBe('192.0.2.7');

  second.pause();
  expect((await call('dnspod:ModifyRecord', { ...record, RecordId, Value: '192.0.2.8' })).RecordId).toBe(RecordId);
  expect(await resolve('api.example.com', first.address)).toEqual(['192.0.2.8']);
  expect(await resolve('api.example.com', second.address)).toEqual(['192.0.2.7']);
  await second.resume();
  expect(await resolve('api.example.com', second.address)).toEqual(['192.0.2.8']);
  await second.stop();
  expect(await resolve('api.example.com', second.address)).not.toEqual(['192.0.2.8']);
  await second.start();
  expect(await resolve('api.example.com', second.address)).toEqual(['192.0.2.8']);
});

test('the rules of an instance stand in front of its server', async () => {
  const ports = async (): Promise<readonly boolean[]> => Promise.all([22, 8014, 8015].map(reaches));
  expect(await ports()).toEqual([true, true, true]);
  const { id } = await account.addInstance({ server, kind: 'lighthouse' });
  expect(await ports()).toEqual([true, false, false]);
  const { FirewallVersion } = await call('lighthouse:DescribeFirewallRules', { InstanceId: id });
  const FirewallRules = [{ Protocol: 'TCP', Port: '8014', CidrBlock: '0.0.0.0/0', Action: 'ACCEPT' }];
  const wanted = { InstanceId: id, FirewallRules, FirewallVersion };
  account.faults.next('lighthouse:CreateFirewallRules', {
    kind: 'meanwhile',
    work: () => account.firewall(id).change([...account.firewall(id).rules].reverse()),
  });
  expect(await call('lighthouse:CreateFirewallRules', wanted)).toEqual({
    failed: 'UnsupportedOperation.FirewallVersionMismatch',
  });
  await call('lighthouse:CreateFirewallRules', { ...wanted, FirewallVersion: FirewallVersion + 1 });
  expect(await ports()).toEqual([true, true, false]);

  // What else drops does so still, and what ends it leaves the rules in force.
  const admit = await dropPort(server, 8014);
  expect(await ports()).toEqual([true, false, false]);
  await admit();
  expect(await ports()).toEqual([true, true, false]);
}, 30_000);

test('a name that is not in its hosts file is found by a run through the zone', async () => {
  const argv = [...withNames(folder('runs'), account.runOptions), 'getent', 'ahostsv4'];
  const ask = async (name: string): Promise<string> => {
    const [program = '', ...rest] = [...argv, name];
    return (await promisify(execFile)(program, rest).catch(() => ({ stdout: '' }))).stdout.split(' ')[0] ?? '';
  };
  expect(await ask('www.example.com')).toBe('192.0.2.1');
  expect(await ask('dnspod.tencentcloudapi.com')).toBe(account.address);
  expect(await ask('cloud.tencent.com')).toBe('');
});

test('who GitHub vouches for is given credentials, which are good until they are not', async () => {
  const { env, inputs } = account.oidc;
  const asked = `const { get } = require('https'); get(process.argv[1], { headers: { authorization: 'Bearer ' + process.argv[2] } }, (a) => a.pipe(process.stdout))`;
  const url = `${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=sts.tencentcloudapi.com`;
  const [program = '', ...argv] = [
    ...withNames(folder('runs'), account.runOptions),
    ...[node, '-e', asked, url, env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ''],
  ];
  const { stdout } = await promisify(execFile)(program, argv, {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: account.runOptions.extraCa },
  });
  const request = {
    ProviderId: inputs['tencent-oidc-provider'],
    RoleArn: inputs['tencent-role-arn'],
    RoleSessionName: 'run-8014',
    WebIdentityToken: JSON.parse(stdout).value,
  };
  const unsigned = { id: undefined, key: undefined };
  const { Credentials } = await call('sts:AssumeRoleWithWebIdentity', request, unsigned);
  const own = { id: Credentials.TmpSecretId, key: Credentials.TmpSecretKey, token: Credentials.Token };
  expect((await call('dnspod:DescribeDomain', { Domain: 'example.com' }, own)).DomainInfo.Grade).toBe('DP_FREE');
  const forged = { ...own, token: 'other' };
  expect(await call('dnspod:DescribeDomain', { Domain: 'example.com' }, forged)).toEqual({
    failed: 'AuthFailure.TokenFailure',
  });
  account.cam.trusts = 'repo:octocat/other:ref:refs/heads/main';
  expect(await call('sts:AssumeRoleWithWebIdentity', request, unsigned)).toEqual({ failed: 'UnauthorizedOperation' });
});

test('each fault does what it says, and the journal tells of all', async () => {
  account.journal.clear();
  const ask = (): Promise<Told> => call('dnspod:DescribeDomain', { Domain: 'example.com' });
  account.faults.throttle(30, 'dnspod:DescribeDomain');
  expect(await ask()).toEqual({ failed: 'RequestLimitExceeded' });
  account.faults.clear();
  account.faults.next('dnspod:CreateRecord', { kind: 'lost', how: 'cut' });
  expect((await call('dnspod:CreateRecord', { ...record, SubDomain: 'lost', Value: '192.0.2.9' })).failed).toMatch(/./);
  expect(account.zone('example.com').at('lost')).toHaveLength(1);
  account.faults.next('*', { kind: 'status', status: 503 });
  expect((await ask()).failed).toMatch(/./);
  account.cam.deny('dnspod:DescribeDomain');
  expect(await ask()).toEqual({ failed: 'AuthFailure.UnauthorizedOperation' });
  account.cam.allowed.add('dnspod:DescribeDomain');
  account.clock.ahead = 400;
  expect(await ask()).toEqual({ failed: 'AuthFailure.SignatureExpire' });
  account.clock.ahead = 0;
  await account.api.refuse();
  expect((await ask()).failed).toMatch(/ECONNREFUSED/);
  await account.api.accept();
  expect((await ask()).DomainInfo.Status).toBe('ENABLE');
  expect(account.journal.entries.map(({ outcome }) => outcome)).toEqual([
    'RequestLimitExceeded',
    'fault: lost',
    'fault: status',
    'AuthFailure.UnauthorizedOperation',
    'AuthFailure.SignatureExpire',
    'ok',
  ]);
  expect(account.journal.writes().map(({ action, done }) => [action, done])).toEqual([['dnspod:CreateRecord', true]]);
}, 30_000);

test('a certificate is issued when its record is in the name servers, and its archive has each layout', async () => {
  const application = { DvAuthMethod: 'DNS', DomainName: 'api.example.com', PackageType: '83' };
  const [first, second] = account.nameServers;
  account.ssl.settings.issueAfterSeconds = 0;
  const { CertificateId } = await call('ssl:ApplyCertificate', application);
  const { DvAuthDetail } = await call('ssl:DescribeCertificate', { CertificateId });
  const [{ DvAuthKey, DvAuthSubDomain: SubDomain, DvAuthValue: Value, DvAuthVerifyType }] = DvAuthDetail.DvAuths;
  expect(DvAuthKey).toBe('_dnsauth.api.example.com');
  const check = async (): Promise<Told> =>
    (await call('ssl:CheckCertificateDomainVerification', { CertificateId })).VerificationResults[0];
  expect(await check()).toMatchObject({ LocalCheck: -1, CaCheck: -1, CheckValue: [] });
  second.pause();
  await call('dnspod:CreateRecord', { ...record, SubDomain, RecordType: DvAuthVerifyType, Value });
  expect(await texts(DvAuthKey, first.address)).toEqual([Value]);
  const state = async (): Promise<number> => (await call('ssl:DescribeCertificate', { CertificateId })).Status;
  await call('ssl:CompleteCertificate', { CertificateId });
  // One of the two servers has it: not enough.
  await pause(1000);
  expect(await state()).toBe(0);
  await second.resume();
  await call('ssl:CompleteCertificate', { CertificateId });
  await until('the certificate to be issued', 20, async () => ((await state()) === 1 ? true : undefined));

  const names: Readonly<Record<ZipLayout, readonly [string, string]>> = {
    nginx: ['Nginx/1_api.example.com_bundle.crt', 'Nginx/2_api.example.com.key'],
    'domain-nginx': ['api.example.com_nginx/api.example.com_bundle.pem', 'api.example.com_nginx/api.example.com.key'],
    numbered: ['api.example.com_nginx/1_api.example.com_bundle.crt', 'api.example.com_nginx/2_api.example.com.key'],
    plain: ['Nginx/api.example.com.crt', 'Nginx/api.example.com.key'],
  };
  const [kept] = account.ssl.certificates;
  for (const [layout, [chain, key]] of Object.entries(names) as [ZipLayout, readonly [string, string]][]) {
    account.ssl.settings.zip = layout;
    const { Content } = await call('ssl:DownloadCertificate', { CertificateId });
    const files = await zipContents(Buffer.from(Content, 'base64'));
    expect([files.get(chain)?.toString(), files.get(key)?.toString()]).toEqual([kept?.chain, kept?.key]);
  }
  const leaf = new X509Certificate(kept?.chain ?? '');
  expect(leaf.checkPrivateKey(createPrivateKey(kept?.key ?? ''))).toBe(true);
  expect(leaf.checkIssued(new X509Certificate(world.authority.intermediate))).toBe(true);
  expect(kept?.chain).toContain(world.authority.intermediate);

  // By itself: its record comes, is looked up and goes.
  const automatic = { ...application, DvAuthMethod: 'DNS_AUTO', DeleteDnsAutoRecord: true };
  account.ssl.settings.held = true;
  await call('ssl:ApplyCertificate', { ...automatic, DomainName: 'www.example.com' });
  const own = '_dnsauth.www.example.com';
  const [value] = await until('the record', 10, async () => {
    const found = await texts(own, second.address);
    return found.length > 0 ? found : undefined;
  });
  const last = account.ssl.certificates.at(-1);
  expect(value).toBe(last?.validation.value);
  // Told once the record is written, which the name servers may show before.
  await until('the status', 5, async () => last?.status === 4 || undefined);
  account.ssl.settings.held = false;
  await until('the certificate', 20, () => (last?.status === 1 ? true : undefined));
  await until('its record to be gone', 5, async () =>
    (await texts(own, first.address)).length === 0 ? true : undefined,
  );
}, 60_000);

test('nothing is left when it is closed', async () => {
  const { address } = account;
  await account.close();
  const run = promisify(execFile);
  expect((await run('ip', ['-brief', 'address'])).stdout).not.toContain(`${address}/32`);
  expect((await run('iptables', ['-w', '-t', 'raw', '-S'])).stdout).not.toContain(server.address);
  await until('the port to be open', 5, async () => ((await reaches(8015)) ? true : undefined));
}, 30_000);
