import { sshRuleMessages } from '../../../src/messages/ssh-rule.ts';

test.each([
  [undefined, 'which may also apply to other instances.'],
  [1, 'which also applies to 1 other instance or network interface.'],
  [2, 'which also applies to 2 other instances or network interfaces.'],
])('a security group that %s others have is told of as such', (others, told) => {
  expect(sshRuleMessages.shared('sg-abcd1234', others).en).toContain(told);
});
