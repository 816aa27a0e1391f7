import { renderSshRuleDescription } from '../../../../src/resources/ssh-rule/description.ts';
import { isOver, type SshRules, sshRulesOf } from '../../../../src/resources/ssh-rule/leftovers.ts';
import { cvm, lighthouse, list, rule } from '../../tencent/fake-firewalls.ts';

const made = new Date('2026-11-26T22:07:00Z');
const opened = (token: string, source = '198.51.100.9/32') =>
  rule('22', { source, description: renderSshRuleDescription({ port: 22, token, made }) });

test('what runs have opened is found in all lists, by run', () => {
  const firewall = {
    instance: cvm,
    lists: [
      list([rule('443'), opened('aaaaaaaa'), opened('bbbbbbbb')]),
      list([opened('aaaaaaaa'), opened('cccccccc', '0.0.0.0/0')], { id: 'sg-two' }),
    ],
  };
  expect(sshRulesOf(firewall).map(({ note, source }) => [note.token, note.lists, source])).toEqual([
    ['aaaaaaaa', ['sg-one', 'sg-two'], '198.51.100.9/32'],
    ['bbbbbbbb', ['sg-one'], '198.51.100.9/32'],
  ]);
});

test('those in a list that other servers share, or may share, may be of a run to one of them', () => {
  const elsewhere = (others: number | undefined) =>
    sshRulesOf({ instance: cvm, lists: [list([opened('aaaaaaaa')], { others })] }).map((one) => one.maybeElsewhere);
  expect([elsewhere(0), elsewhere(2), elsewhere(undefined)]).toEqual([[false], [true], [true]]);
  const own = { instance: lighthouse, lists: [list([opened('aaaaaaaa')], { id: lighthouse.id })] };
  expect(sshRulesOf(own).map((one) => one.maybeElsewhere)).toEqual([false]);
});

const rules: SshRules = {
  note: { instance: lighthouse, lists: [lighthouse.id], token: 'aaaaaaaa' },
  made,
  port: 22,
  source: '198.51.100.9/32',
  maybeElsewhere: false,
};
const after = (minutes: number) => made.getTime() + minutes * 60_000;

test.each<[string, Parameters<typeof isOver>[1], number, Partial<SshRules>, boolean]>([
  ['that holds its lock goes on, however long', 'held', 100_000, {}, false],
  ['that has let go of its lock is over at once', 'free', 0, {}, true],
  ['that has let go of its lock is over at once', 'free', 0, { maybeElsewhere: true }, true],
  ['without a lock may be connecting', 'none', 29, {}, false],
  ['whose clock is ahead may be connecting', 'none', -10, {}, false],
  ['without a lock is over once it had the time to connect', 'none', 31, {}, true],
  ['whose lock may be on another server is not over as soon', 'none', 31, { maybeElsewhere: true }, false],
  ['whose lock may be on another server is over after six hours', 'none', 361, { maybeElsewhere: true }, true],
  ['whose lock cannot be told is left alone', 'strange', 100_000, {}, false],
])('a run %s', (_, lock, minutes, more, over) => {
  expect(isOver({ ...rules, ...more }, lock, after(minutes))).toBe(over);
});
