import { dropPort } from '../../practice/faults.ts';
import type { RunResult } from '../../practice/run-action.ts';
import type { Account } from '../../practice/tencent/account.ts';
import { ruleOf } from '../../practice/tencent/rules.ts';
import { reaches, runInCloud, said, titles, withAccount, writesOf } from './cloud.ts';
import { domain, expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { expectRed, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready', metadata: { 'local-ipv4': '10.0.4.11' } });
}, 300_000);
afterAll(() => scene?.close());

const ourDescription = 'deploy-miniprogram-backend MCCM-server';
const ours = ruleOf({ ports: '8014', description: ourDescription });
const dropAll = { protocol: 'ALL', ports: 'ALL', action: 'DROP' } as const;

const deploy = (account: Account, inputs: Record<string, string> = {}, version = '1'): Promise<RunResult> =>
  runInCloud(scene, account, version, inputs);

const asDescribed = (rules: readonly object[]) => rules.map((rule) => expect.objectContaining(rule));

/** A run that had something to change, and stopped before it changed anything, on the server or in the account. */
async function expectRefused(account: Account, code: string, inputs: Record<string, string> = {}): Promise<string> {
  const before = await stateOf(scene.server);
  const result = await deploy(account, inputs, '2');
  expectRed(result, code);
  expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false' });
  expect(account.journal.writes()).toEqual([]);
  expect(await stateOf(scene.server)).toBe(before);
  expect(await reaches(scene, 8014)).toBe(false);
  return said(result, code);
}

test(
  'Lighthouse: the port is closed; one rule opens it, the site is verified; the next run writes nothing',
  () =>
    withAccount(scene, async (account) => {
      const { id } = await account.addInstance({ server: scene.server, kind: 'lighthouse' });
      const { rules } = account.firewall(id);
      expect(await reaches(scene, 8014)).toBe(false);
      const result = await deploy(account);
      expectSuccess(result);
      expect(result.outputs).toMatchObject({ url: `https://${domain}:8014`, 'health-status': '200', changed: 'true' });
      expect(account.firewall(id).rules).toEqual([...rules, ours]);
      expect(writesOf(account)).toEqual(['lighthouse:CreateFirewallRules ok']);
      expect(await reaches(scene, 8014)).toBe(true);
      expect(await versionServed(scene)).toBe('1');

      account.journal.clear();
      const second = await deploy(account);
      expectSuccess(second);
      expect(second.outputs).toMatchObject({ changed: 'false', url: `https://${domain}:8014` });
      expect(account.journal.writes()).toEqual([]);
    }),
  300_000,
);

test(
  'somebody changes the rules between reading and writing: tried again, and theirs is kept',
  () =>
    withAccount(scene, async (account) => {
      const { id } = await account.addInstance({ server: scene.server, kind: 'lighthouse' });
      const firewall = account.firewall(id);
      const theirs = ruleOf({ ports: '9000', description: 'theirs' });
      const work = () => firewall.change([...firewall.rules, theirs]);
      account.faults.next('lighthouse:CreateFirewallRules', { kind: 'meanwhile', work });
      const result = await deploy(account);
      expectSuccess(result);
      expect(writesOf(account)).toEqual([
        'lighthouse:CreateFirewallRules UnsupportedOperation.FirewallVersionMismatch',
        'lighthouse:CreateFirewallRules ok',
      ]);
      expect(firewall.rules.slice(-2)).toEqual([theirs, ours]);
      // Nothing but the port was missing.
      expect(result.log).toContain('1 steps: 0 provision · 0 issue · 0 prepare · 0 switch · 1 publish');
    }),
  300_000,
);

test(
  'Lighthouse: a rule that drops the port comes first: told before anything is touched',
  () =>
    withAccount(scene, async (account) => {
      const { id } = await account.addInstance({
        server: scene.server,
        kind: 'lighthouse',
        rules: [{ ports: '22' }, { ...dropAll, description: 'the rest' }, { ports: '8014' }],
      });
      const told = await expectRefused(account, 'CLOUD_FIREWALL_DROP');
      expect(told).toContain(
        `The Lighthouse firewall of ${id} blocks TCP port 8014: #2 DROP ALL:ALL 0.0.0.0/0 "the rest"`,
      );
    }),
  300_000,
);

test(
  'CVM: the rule goes above the one that drops the port, and below bans, which go on banning',
  () =>
    withAccount(scene, async (account) => {
      const bans = [
        { ports: 'ALL', protocol: 'ALL', source: '203.0.113.0/24', action: 'DROP' },
        // An address of this machine as well.
        { ports: 'ALL', protocol: 'ALL', source: account.address, action: 'DROP' },
      ] as const;
      const { firewalls } = await account.addInstance({
        server: scene.server,
        kind: 'cvm',
        rules: [{ ports: '22' }, ...bans, { ports: '8000-8100', action: 'DROP' }, { ports: '443' }],
      });
      const [group] = firewalls;
      const before = group?.rules ?? [];
      const result = await deploy(account);
      expectSuccess(result);
      expect(group?.rules).toEqual(before.toSpliced(3, 0, ours));
      expect(writesOf(account)).toEqual(['vpc:CreateSecurityGroupPolicies ok']);
      expect(result.log).toContain(`${group?.id} below it: #4 DROP TCP:8000-8100 0.0.0.0/0`);
      expect(await reaches(scene, 8014)).toBe(true);
      expect(await reaches(scene, 8014, account.address)).toBe(false);
      expect(await reaches(scene, 8004)).toBe(false);
    }),
  300_000,
);

test(
  'CVM: a plan names a group that others share, and how many they are, and writes nothing',
  () =>
    withAccount(scene, async (account) => {
      const groups = [{ id: 'sg-shared01', others: { CVM: 2, ENI: 3 } }];
      await account.addInstance({ server: scene.server, kind: 'cvm', groups });
      const plan = await deploy(account, { command: 'plan' });
      expectSuccess(plan);
      expect(plan.log).toContain(
        'Open TCP port 8014 in security group sg-shared01: no rule allows it for every address; sg-shared01 is also used by 2 other instances',
      );
      expect(plan.log).toContain(`+ sg-shared01 #2 ACCEPT TCP:8014 0.0.0.0/0 "${ourDescription}"`);
      expect(account.journal.writes()).toEqual([]);
      expect(await reaches(scene, 8014)).toBe(false);
    }),
  300_000,
);

test.each([
  ['before', ['sg-refuses0', 'sg-accepts0']],
  ['after', ['sg-accepts0', 'sg-refuses0']],
] as const)(
  'CVM: of two groups the one that refuses is asked %s the one that accepts: opened where it is refused',
  (_, order) =>
    withAccount(scene, async (account) => {
      const rulesOf = {
        'sg-refuses0': [{ ports: '22' }, dropAll],
        'sg-accepts0': [{ ports: '22' }, { ports: '8014' }],
      };
      const groups = order.map((id) => ({ id, rules: rulesOf[id] }));
      await account.addInstance({ server: scene.server, kind: 'cvm', groups });
      expectSuccess(await deploy(account));
      expect(writesOf(account)).toEqual(['vpc:CreateSecurityGroupPolicies ok']);
      expect(account.firewall('sg-refuses0').rules).toEqual(asDescribed([{ ports: '22' }, ours, dropAll]));
      expect(account.firewall('sg-accepts0').rules).toHaveLength(2);
      expect(await reaches(scene, 8014)).toBe(true);
    }),
  300_000,
);

test(
  'firewall: false: the port stays closed, and what closes it is not known',
  () =>
    withAccount(scene, async (account) => {
      await account.addInstance({ server: scene.server, kind: 'lighthouse' });
      const result = await deploy(account, { firewall: 'false' });
      expectRed(result, 'CLOUD_FIREWALL_OR_ROUTE');
      expect(account.journal.entries).toEqual([]);
      expect(await reaches(scene, 8014)).toBe(false);
    }),
  300_000,
);

test.each([
  ['lighthouse', 'lighthouse:CreateFirewallRules'],
  ['cvm', 'vpc:CreateSecurityGroupPolicies'],
] as const)(
  '%s: the key may read the rules, not write them: the step fails, and the firewall is blamed beside it',
  (kind, action) =>
    withAccount(scene, async (account) => {
      const { id, firewalls } = await account.addInstance({ server: scene.server, kind });
      account.cam.deny(action);
      const result = await deploy(account);
      expectRed(result, 'TENCENT_NOT_AUTHORIZED');
      expect(said(result, 'TENCENT_NOT_AUTHORIZED')).toContain(action);
      expect(titles(result, 'error')).toEqual(['TENCENT_NOT_AUTHORIZED', 'CLOUD_FIREWALL_CLOSED']);
      const list = firewalls[0]?.id ?? '';
      expect(said(result, 'CLOUD_FIREWALL_CLOSED')).toMatch(
        new RegExp(`${list}.*\\(instance ${id}\\) blocks ${scene.server.address}, TCP port 8014`),
      );
      expect(result.outputs['rolled-back']).toBe('false');
      expect(await reaches(scene, 8014)).toBe(false);
    }),
  300_000,
);

test(
  'the rules let the port in, and it is dropped on the way: the route is blamed',
  () =>
    withAccount(scene, async (account) => {
      const { id } = await account.addInstance({
        server: scene.server,
        kind: 'lighthouse',
        rules: [{ ports: '22' }, { ports: '8014' }],
      });
      const admit = await dropPort(scene.server, 8014);
      try {
        const result = await deploy(account);
        expectRed(result, 'ROUTE_BLOCKED');
        expect(titles(result, 'error')).toEqual(['ROUTE_BLOCKED']);
        expect(said(result, 'ROUTE_BLOCKED')).toContain(id);
        expect(account.journal.writes()).toEqual([]);
      } finally {
        await admit();
      }
    }),
  300_000,
);

test(
  'warned of: the application’s port, or every port, open to the world',
  () =>
    withAccount(scene, async (account) => {
      const rules = [{ ports: '22' }, { ports: '8014' }, { ports: '8004', description: 'debugging' }];
      const { id } = await account.addInstance({ server: scene.server, kind: 'lighthouse', rules });
      const port = await deploy(account);
      expectSuccess(port);
      expect(titles(port, 'warning')).toEqual(['CLOUD_FIREWALL_WIDE']);
      expect(said(port, 'CLOUD_FIREWALL_WIDE')).toContain('opens TCP port 8004 to the internet: #3 ACCEPT TCP:8004');
      await account.firewall(id).change([ruleOf({ protocol: 'ALL', ports: 'ALL' })]);
      const everything = await deploy(account);
      expectSuccess(everything);
      expect(titles(everything, 'warning')).toEqual(['CLOUD_FIREWALL_WIDE']);
      expect(said(everything, 'CLOUD_FIREWALL_WIDE')).toContain('opens all ports to the internet: #1 ACCEPT ALL:ALL');
      expect(account.journal.writes()).toEqual([]);
    }),
  300_000,
);

test(
  'an instance that is stopped or restricted: told before anything is touched',
  () =>
    withAccount(scene, async (account) => {
      const instance = await account.addInstance({
        server: scene.server,
        kind: 'lighthouse',
        name: 'mini',
        state: 'STOPPED',
      });
      expect(await expectRefused(account, 'INSTANCE_NOT_RUNNING')).toContain(
        `${instance.id} (mini) is not running: STOPPED`,
      );
      instance.restriction = 'NETWORK_RESTRICT';
      expect(await expectRefused(account, 'INSTANCE_RESTRICTED')).toContain(`${instance.id} (mini): NETWORK_RESTRICT`);
    }),
  300_000,
);

test(
  'an instance that expires within 15 days is warned of, unless it is renewed by itself',
  () =>
    withAccount(scene, async (account) => {
      const instance = await account.addInstance({
        server: scene.server,
        kind: 'lighthouse',
        rules: [{ ports: '22' }, { ports: '8014' }],
        expires: new Date(Date.now() + 9.5 * 86_400_000),
      });
      const warned = await deploy(account);
      expectSuccess(warned);
      expect(titles(warned, 'warning')).toEqual(['INSTANCE_EXPIRES']);
      expect(said(warned, 'INSTANCE_EXPIRES')).toContain('in 10 days');
      instance.renewFlag = 'NOTIFY_AND_AUTO_RENEW';
      const renewed = await deploy(account);
      expectSuccess(renewed);
      expect(titles(renewed, 'warning')).toEqual([]);
    }),
  300_000,
);

test(
  'instance-id: found in its region alone; that of another server is refused before anything is touched',
  () =>
    withAccount(scene, async (account) => {
      const region = 'ap-shanghai';
      const own = await account.addInstance({ server: scene.server, kind: 'cvm', region });
      const other = await account.addInstance({ kind: 'cvm', region, addresses: ['198.18.0.254'] });
      const told = await expectRefused(account, 'INSTANCE_MISMATCH', {
        'instance-id': other.id,
        'tencent-region': region,
      });
      expect(told).toContain(`${other.id}, but SSH to ${scene.server.address} reaches ${scene.server.address}`);

      account.journal.clear();
      const result = await deploy(account, { 'instance-id': own.id, 'tencent-region': region });
      expectSuccess(result);
      expect(account.journal.of('cvm:DescribeInstances')).toEqual([
        expect.objectContaining({ region, request: { InstanceIds: [own.id] } }),
      ]);
      expect(account.journal.of('lighthouse:DescribeInstances')).toEqual([]);
    }),
  300_000,
);

test(
  'without instance-id: found by its public address in whichever region and product',
  () =>
    withAccount(scene, async (account) => {
      await account.addInstance({ kind: 'lighthouse', addresses: ['198.18.0.254'] });
      const { id } = await account.addInstance({
        server: scene.server,
        kind: 'cvm',
        region: 'eu-frankfurt',
        name: 'mini',
      });
      const result = await deploy(account);
      expectSuccess(result);
      expect(result.log).toContain(id);
      const asked = account.journal.of('lighthouse:DescribeInstances');
      expect(asked.length).toBeGreaterThan(1);
      expect(asked[0]?.request).toEqual({
        Filters: [{ Name: 'public-ip-address', Values: [scene.server.address] }],
      });
      expect(await reaches(scene, 8014)).toBe(true);
    }),
  300_000,
);

test(
  'without instance-id: found by what the server’s metadata says, and another one given is refused',
  () =>
    withAccount(scene, async (account) => {
      const region = 'ap-beijing';
      // Behind a NAT gateway: it has no address of its own.
      const own = await account.addInstance({ server: scene.server, addresses: [], kind: 'cvm', region });
      const other = await account.addInstance({ kind: 'cvm', region, addresses: [scene.server.address] });
      const write = `mkdir -p /www/latest/meta-data/placement && echo ${own.id} >/www/latest/meta-data/instance-id && echo ${region} >/www/latest/meta-data/placement/region`;
      await scene.world.engine.docker(['exec', `${scene.server.name}-metadata`, 'sh', '-c', write]);
      const told = await expectRefused(account, 'INSTANCE_MISMATCH', { 'instance-id': other.id });
      expect(told).toContain(`${other.id}, but SSH to ${scene.server.address} reaches ${own.id}`);

      account.journal.clear();
      const result = await deploy(account);
      expectSuccess(result);
      expect(account.journal.of('cvm:DescribeInstances')).toEqual([
        expect.objectContaining({ region, request: { InstanceIds: [own.id] } }),
      ]);
      expect(await reaches(scene, 8014)).toBe(true);
    }),
  300_000,
);
