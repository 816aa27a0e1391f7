import { filterRules, portsAreGood, ruleOf, sameRule } from '../../../../practice/tencent/rules.ts';

const argv = (...lists: Parameters<typeof filterRules>[0][number][]): readonly string[] =>
  filterRules(lists).map((rule) => rule.join(' '));

test('rules keep their order, and what none fits is dropped', () => {
  const drop = ruleOf({ ports: '8014', source: '203.0.113.0/24', action: 'DROP' });
  expect(argv([drop, ruleOf({ ports: '8014' })])).toEqual([
    '-s 203.0.113.0/24 -p tcp --dport 8014 -j DROP',
    '-p tcp --dport 8014 -j RETURN',
    '-j DROP',
  ]);
  expect(argv([ruleOf({ ports: '8014' }), drop])[0]).toBe('-p tcp --dport 8014 -j RETURN');
});

test('groups are asked one after another, with one end', () => {
  expect(argv([ruleOf({ ports: '22' })], [ruleOf({ ports: '443' })])).toEqual([
    '-p tcp --dport 22 -j RETURN',
    '-p tcp --dport 443 -j RETURN',
    '-j DROP',
  ]);
  expect(argv()).toEqual(['-j DROP']);
});

test('ports are one, several, a range or all; a single address is a source', () => {
  expect(argv([ruleOf({ ports: '80,443', source: '198.18.0.1' })])).toEqual([
    '-s 198.18.0.1 -p tcp --dport 80 -j RETURN',
    '-s 198.18.0.1 -p tcp --dport 443 -j RETURN',
    '-j DROP',
  ]);
  expect(argv([ruleOf({ ports: '8000-8100' })])[0]).toBe('-p tcp --dport 8000:8100 -j RETURN');
  expect(argv([ruleOf({ protocol: 'all', ports: 'all' })])[0]).toBe('-p tcp -j RETURN');
});

test('what opens no TCP connection over IPv4 from an address is left out', () => {
  const rules = [
    ruleOf({ protocol: 'ICMP', ports: 'ALL' }),
    ruleOf({ protocol: 'UDP', ports: '53' }),
    ruleOf({ ports: '22', source: undefined, sourceIpv6: '::/0' }),
    ruleOf({ ports: '22', source: undefined, sourceOther: 'sg-practice' }),
  ];
  expect(argv(rules)).toEqual(['-j DROP']);
});

test('rules are the same whatever their description and case', () => {
  const rule = ruleOf({ ports: '8014', description: 'one' });
  expect(sameRule(rule, { ...rule, protocol: 'tcp', description: 'other' })).toBe(true);
  expect(sameRule(rule, { ...rule, action: 'DROP' })).toBe(false);
  expect(sameRule(rule, { ...rule, source: '198.18.0.1' })).toBe(false);
});

test.each(['ALL', '8014', '80,443', '8000-8100'])('%s are ports', (ports) => {
  expect(portsAreGood('TCP', ports)).toBe(true);
});

test.each(['', '0x50', '65536', '8100-8000', '22,8000-8100', '80;443', Array(20).fill('8014').join()])(
  '%s are no ports',
  (ports) => {
    expect(portsAreGood('TCP', ports)).toBe(false);
  },
);

test('a protocol without ports has none, or all', () => {
  expect(['', 'ALL', '80'].map((ports) => portsAreGood('ICMP', ports))).toEqual([true, true, false]);
});
