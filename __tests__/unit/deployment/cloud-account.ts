import type { CloudTarget } from '../../../src/deployment/cloud.ts';
import type { Account } from '../../../src/survey/account.ts';
import type { Zone } from '../../../src/tencent/zone.ts';
import { fakeAccount } from '../tencent/fake-account.ts';
import { lighthouse, list, rule } from '../tencent/fake-firewalls.ts';

/** A zone without a record. */
export const zone: Zone = {
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

/** What is to be published for one application. */
export const target: CloudTarget = {
  app: 'MCCM-server',
  domain: 'api.example.com',
  publicAddress: '203.0.113.7',
  dnsOverwrite: [],
  ports: [8014],
  appPort: 8004,
  run: 'octocat/mccm-server#8014',
};

/** An account with that zone, and an instance that is open for SSH alone. */
export function account(changes: Partial<Account> = {}): Account {
  const firewall = { instance: lighthouse, lists: [list([rule('22')])] };
  return { tencent: fakeAccount(), instance: lighthouse, firewall, zone, ...changes };
}
