import { type CloudTarget, planCloud } from '../../../src/deployment/cloud.ts';
import { planDeployment } from '../../../src/deployment/plan.ts';
import type { Account } from '../../../src/survey/account.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import type { Zone } from '../../../src/tencent/zone.ts';
import { fakeAccount } from '../tencent/fake-account.ts';
import { lighthouse, list, rule } from '../tencent/fake-firewalls.ts';
import { settings, surveyed, targetOn } from './decision-inputs.ts';
import { problemsOf } from './provided.ts';

const zone: Zone = {
  id: 1,
  name: 'example.com',
  host: 'api',
  status: 'ENABLE',
  grade: 'DP_FREE',
  ttl: 600,
  nameServers: ['ns1.example.net'],
  delegatedTo: ['ns1.example.net'],
  records: [],
  registration: undefined,
};

const target: CloudTarget = {
  app: 'MCCM-server',
  domain: 'api.example.com',
  publicAddress: '203.0.113.7',
  dnsOverwrite: [],
  ports: [8014],
  appPort: 8004,
  run: 'octocat/mccm-server#8014',
};

function account(changes: Partial<Account> = {}): Account {
  const firewall = { instance: lighthouse, lists: [list([rule('22')])] };
  return { tencent: fakeAccount(), instance: lighthouse, firewall, zone, ...changes };
}

const ids = ({ steps }: { readonly steps: readonly { readonly id: string }[] }) => steps.map(({ id }) => id);

test('nothing is planned without an account, nor of what it was not asked for', () => {
  expect(planCloud(target, undefined)).toEqual({ steps: [], problems: [], notices: [] });
  expect(ids(planCloud(target, account({ zone: undefined, firewall: undefined })))).toEqual([]);
  expect(ids(planCloud(target, account({ zone: undefined })))).toEqual(['cloud-firewall.open']);
  expect(ids(planCloud(target, account({ firewall: undefined })))).toEqual(['dns.bind']);
});

test('ports are opened before the name leads to them', () => {
  const { steps, replaced } = planCloud(target, account());
  expect(ids({ steps })).toEqual(['cloud-firewall.open', 'dns.bind']);
  expect(steps.every(({ phase }) => phase === 'publish')).toBe(true);
  expect(replaced).toEqual({ answer: [], seconds: 600 });
});

test.each([undefined, '2001:db8::1'])(
  'an address that no A record can hold (%s) is told with the domain',
  (address) => {
    const { problems } = planCloud({ ...target, publicAddress: address }, account());
    expect(problems.map(({ code }) => code)).toEqual(['PUBLIC_ADDRESS_UNKNOWN']);
    expect(problems[0]?.text.what.en).toContain('api.example.com');
  },
);

const foreign = {
  ...{ id: 7, type: 'A', value: '198.51.100.9', line: '默认', lineId: '0', ttl: 600, enabled: true, remark: '' },
};

test('a deployment publishes it after all else, and what is in its way in the account stops it before', () => {
  const wanted = targetOn(surveyed(), settings());
  const server = provisionedServer(surveyed());
  const { plan, replaced } = planDeployment(wanted, server, account());
  expect(plan.steps.slice(-2).map(({ id }) => id)).toEqual(['cloud-firewall.open', 'dns.bind']);
  expect(replaced).toBeDefined();
  const taken = account({ zone: { ...zone, records: [foreign] } });
  expect(problemsOf(() => planDeployment(wanted, server, taken))).toEqual(['DNS_RECORD_FOREIGN']);
});
