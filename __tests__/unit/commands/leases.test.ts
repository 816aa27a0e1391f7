import { leases } from '../../../src/commands/leases.ts';
import { giveBackNoted, type LeaseNote } from '../../../src/engine/lease.ts';
import { text } from '../../../src/messages/text.ts';
import { renderSshRuleDescription } from '../../../src/resources/ssh-rule/description.ts';
import { useOf } from '../../../src/resources/validation-record/own-remark.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { patience } from '../engine/patience.ts';
import { challenge, left, scene } from '../resources/validation-record/validations.ts';
import { refusal } from '../tencent/fake-account.ts';
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

describe('the record that validates a domain', () => {
  const { type, value } = challenge;
  const zone = { id: 7, name: 'example.com', host: '_acme-challenge.api' };
  const note = { zone, type, value, use: useOf(challenge), run: 'owner/repo#1' };
  const noted = (more: object): LeaseNote => ({
    kind: 'validation-record',
    title: text('the record', '记录'),
    note: { ...note, ...more },
  });

  test.each([
    ['by its id', { id: 1 }, ['Delete 1']],
    ['by its remark, where the run died before it knew the id', {}, ['Delete 1']],
    ['but not where somebody has changed it', { id: 2 }, []],
    ['nor where it was never added', { value: 'never added' }, []],
    ['nor where the next run has added it by now', { run: 'owner/repo#2' }, []],
  ])('is removed by the post step %s', async (_, more, writes) => {
    const at = scene([
      left(1, value),
      { ...left(2, 'ours'), Value: 'theirs' },
      left(3, value, { host: '203.0.113.9' }),
      left(4, 'of another run of ours'),
    ]);
    await giveBackNoted([noted(more)], leases, at, at.log, patience().graceOver);
    expect(at.account.writes()).toEqual(writes);
    expect(at.log.lines).toEqual(['info Removed: the record.']);
  });

  test('that lists and look-ups do not show yet is removed by its id', async () => {
    const at = scene([left(1, value)]);
    at.account.listLag = Number.POSITIVE_INFINITY;
    at.account.instead['dnspod:DescribeRecord'] = () => {
      throw refusal('ResourceNotFound.NoDataOfRecord');
    };
    await giveBackNoted([noted({ id: 1 })], leases, at, at.log, patience().graceOver);
    expect(at.values()).toEqual([]);
  });

  test('is left for the next run without an account, and said so', async () => {
    const log = listeningLog();
    await giveBackNoted([noted({ id: 1 })], leases, { tencent: undefined }, log, patience().graceOver);
    expect(log.lines).toEqual([expect.stringMatching(/^warning Could not be removed: the record/)]);
  });
});
