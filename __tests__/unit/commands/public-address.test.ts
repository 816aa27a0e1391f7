import { publicAddressOf, sshAddress } from '../../../src/commands/public-address.ts';
import type { Account } from '../../../src/survey/account.ts';
import { settings, surveyed } from '../deployment/decision-inputs.ts';
import { fakeAccount } from '../tencent/fake-account.ts';
import { lighthouse } from '../tencent/fake-firewalls.ts';

const instanceWith = (publicAddresses: readonly string[]): Account => ({
  tencent: fakeAccount(),
  instance: { ...lighthouse, publicAddresses },
  firewall: undefined,
  zone: undefined,
});

const told = (inputs: Readonly<Record<string, string>>, tencentPublicAddress?: string, account?: Account) =>
  publicAddressOf(
    settings(inputs),
    surveyed({ system: { ...surveyed().system, tencentPublicAddress: tencentPublicAddress ?? undefined } }),
    account,
  );

test('the input comes first, then the metadata service, then where SSH went', async () => {
  expect(await told({ host: '8.8.4.4', 'public-ip': '1.1.1.1' }, '9.9.9.9')).toBe('1.1.1.1');
  expect(await told({ host: '8.8.4.4' }, '9.9.9.9')).toBe('9.9.9.9');
  expect(await told({ host: '8.8.4.4' })).toBe('8.8.4.4');
});

test('what the account says of the instance comes before what the server says, and decides where SSH goes elsewhere', async () => {
  expect(await told({ host: '10.0.0.4' }, '9.9.9.9', instanceWith(['203.0.113.7']))).toBe('203.0.113.7');
  // Of several, the one that the server calls its own, or that SSH goes to.
  const several = instanceWith(['203.0.113.7', '203.0.113.8']);
  expect(await told({ host: '10.0.0.4' }, '203.0.113.8', several)).toBe('203.0.113.8');
  expect(await told({ host: '203.0.113.8' }, undefined, several)).toBe('203.0.113.8');
  expect(await told({ host: '10.0.0.4' }, undefined, several)).toBe('203.0.113.7');
});

test.each(['10.0.0.4', '2606:4700::1111', '[2606:4700::1111]'])(
  'where SSH went to %s, nothing is known of where the name must lead',
  async (host) => {
    expect(await told({ host })).toBeUndefined();
  },
);

test('behind a jump host a name is not the runner’s to resolve; an address is what it is', async () => {
  const jump = { 'jump-host': 'bastion' };
  expect(await told({ host: '8.8.4.4', ...jump })).toBe('8.8.4.4');
  expect(await told({ host: '10.0.0.4', ...jump })).toBeUndefined();
  expect(await told({ host: '10.0.0.4', ...jump }, '9.9.9.9')).toBe('9.9.9.9');
  const asked: string[] = [];
  expect(await sshAddress(settings({ host: 'app', ...jump }), (name) => answer(name, asked))).toBeUndefined();
  expect(asked).toEqual([]);
  expect(await sshAddress(settings({ host: 'app' }), (name) => answer(name, asked))).toBe('8.8.8.8');
});

async function answer(name: string, asked: string[]): Promise<{ address: string }> {
  asked.push(name);
  return { address: '8.8.8.8' };
}
