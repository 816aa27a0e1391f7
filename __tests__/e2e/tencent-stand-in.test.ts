import { execFile } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dropPort } from '../../practice/faults.ts';
import { folder, projectRoot } from '../../practice/home.ts';
import { withNames } from '../../practice/hosts.ts';
import { node } from '../../practice/node.ts';
import type { PracticeServer } from '../../practice/server.ts';
import { type Account, openAccount } from '../../practice/tencent/account.ts';
import { until } from '../../practice/waiting.ts';
import { openWorld, type World } from '../../practice/world.ts';

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

test('nothing is left when it is closed', async () => {
  const { address } = account;
  await account.close();
  const run = promisify(execFile);
  expect((await run('ip', ['-brief', 'address'])).stdout).not.toContain(`${address}/32`);
  expect((await run('iptables', ['-w', '-t', 'raw', '-S'])).stdout).not.toContain(server.address);
  await until('the port to be open', 5, async () => ((await reaches(8015)) ? true : undefined));
}, 30_000);
