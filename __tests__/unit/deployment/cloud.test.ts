import { planCloud } from '../../../src/deployment/cloud.ts';
import { planDeployment } from '../../../src/deployment/plan.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { account, target, zone } from './cloud-account.ts';
import { settings, surveyed, targetOn } from './decision-inputs.ts';
import { problemsOf } from './provided.ts';

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
