import { closedPorts } from '../../../src/deployment/closed-ports.ts';
import type { HostFirewall } from '../../../src/filters/host-firewall.ts';
import type { Failure } from '../../../src/messages/failure.ts';
import { filtersOf, table } from '../filters/filters.ts';

const none: HostFirewall = { kind: 'none', rules: [] };
const ufw: HostFirewall = { kind: 'ufw', rules: [] };
const port = '-p tcp -m tcp --dport 8014';

const kept = '-A INPUT -i lo -j ACCEPT';
const codesOf = (failures: readonly Failure[]) => failures.map(({ code }) => code);

test.each<[string, readonly string[], HostFirewall, readonly string[]]>([
  ['open', [], none, []],
  ['closed', [`-A INPUT ${port} -j DROP`], none, ['HOST_FIREWALL_CLOSED']],
  ['closed once it stands', ['-P INPUT DROP', `-A INPUT ${port} --syn -j ACCEPT`], none, ['HOST_FIREWALL_CLOSED']],
  ['closed by ufw, which a step opens', ['-P INPUT DROP'], ufw, []],
  ['closed before ufw', ['-P INPUT DROP', `-A INPUT ${port} -j DROP`], ufw, ['HOST_FIREWALL_CLOSED']],
  [
    'open to the runner alone',
    ['-P INPUT DROP', '-A INPUT -s 198.18.0.1/32 -j ACCEPT'],
    none,
    ['HOST_FIREWALL_SOURCES'],
  ],
  ['some are banned', ['-A INPUT -s 203.0.113.0/24 -j DROP'], none, []],
  ['limited', [`-A INPUT ${port} -m connlimit --connlimit-above 99 -j DROP`], none, []],
])('%s', (_, rules, firewall, codes) => {
  const found = closedPorts([8014], { firewall, filters: filtersOf([table([kept, ...rules])]) });
  expect(codesOf(found.notices)).toEqual(codes);
  expect(found.problems).toEqual([]);
});

test('translation', () => {
  const filters = filtersOf([table([`-A PREROUTING ${port} -j REDIRECT --to-ports 80`], 'nat')]);
  const { notices, problems } = closedPorts([443, 8014], { firewall: none, filters });
  expect(problems).toEqual([]);
  expect(notices[0]?.text.cure.en).toContain('`iptables -t nat -D PREROUTING 1`');
});

test.each<[string, readonly string[], readonly string[]]>([
  ['to everybody', [`-A INPUT ${port} -j DROP`], ['HOST_FIREWALL_CLOSED']],
  ['by the policy', ['-P INPUT DROP', '-A INPUT -s 203.0.113.0/24 -j ACCEPT'], ['HOST_FIREWALL_CLOSED']],
  ['to the server alone', [`-A INPUT -i lo ${port} -j REJECT`], ['HOST_FIREWALL_CLOSED']],
  ['to others', [`-A INPUT ! -i lo ${port} -j REJECT`], []],
  ['perhaps', [`-A INPUT ${port} -m limit --limit 1/sec -j ACCEPT`, `-A INPUT ${port} -j REJECT`], []],
])('a port that is shut %s, where a site could not be proven', (_, rules, codes) => {
  const { problems, notes } = closedPorts([8014], { firewall: none, filters: filtersOf([table(rules)]) });
  expect(codesOf(problems)).toEqual(codes);
  expect(notes.map(({ en }) => /-m limit/.test(en))).toEqual(
    rules.some((rule) => rule.includes('limit')) ? [true] : [],
  );
});
