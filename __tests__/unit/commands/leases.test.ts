import { leases } from '../../../src/commands/leases.ts';
import { giveBackNoted, type LeaseNote } from '../../../src/engine/lease.ts';
import { text } from '../../../src/messages/text.ts';
import { renderSshRuleDescription } from '../../../src/resources/ssh-rule/description.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { patience } from '../engine/patience.ts';
import { cvm, fakeFirewalls } from '../tencent/fake-firewalls.ts';

const made = new Date('2026-11-26T22:07:00Z');
const rule = (token: string) => ({
  Protocol: 'TCP',
  Port: '22',
  CidrBlock: '198.51.100.9',
  Action: 'ACCEPT',
  PolicyDescription: renderSshRuleDescription({ port: 22, token, made }),
});
const held: LeaseNote = {
  kind: 'ssh-rule',
  title: text('the rule', '规则'),
  note: {
    instance: { kind: 'cvm', id: cvm.id, region: cvm.region },
    lists: ['sg-one', 'sg-two'],
    token: '1a2b3c4d',
  },
};

test('the post step removes the rule that SSH was opened by, in whichever of the groups it is', async () => {
  const [other, own] = [rule('ffffffff'), rule('1a2b3c4d')];
  const tencent = fakeFirewalls({ 'sg-one': [other], 'sg-two': [own] });
  const log = listeningLog();
  await giveBackNoted([held], leases, { tencent }, log, patience().graceOver);
  expect([...tencent.lists.values()].map(({ rules }) => rules)).toEqual([[other], []]);
  expect(tencent.calls.map(({ region }) => region)).toEqual(Array.from(tencent.calls, () => cvm.region));
  expect(log.lines).toEqual(['info Removed: the rule.']);
});

test('a run that died between noting and creating left nothing to remove', async () => {
  const tencent = fakeFirewalls({ 'sg-one': [], 'sg-two': [] });
  await giveBackNoted([held], leases, { tencent }, listeningLog(), patience().graceOver);
  expect(tencent.writes()).toEqual([]);
});

test('without an account it is left for the next run, and said so', async () => {
  const log = listeningLog();
  await giveBackNoted([held], leases, { tencent: undefined }, log, patience().graceOver);
  expect(log.lines).toEqual([expect.stringMatching(/^warning Could not be removed: the rule/)]);
});
