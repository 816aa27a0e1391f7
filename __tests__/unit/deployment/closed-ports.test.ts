import { closedPorts } from '../../../src/deployment/closed-ports.ts';
import type { HostFirewall } from '../../../src/survey/firewall.ts';
import { filtersOf, table } from '../filters/filters.ts';

const none: HostFirewall = { kind: 'none', rules: [] };
const ufw: HostFirewall = { kind: 'ufw', rules: [] };
const port = '-p tcp -m tcp --dport 8014';

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
  const found = closedPorts([8014], { firewall, filters: filtersOf([table(rules)]) });
  expect(found.map(({ code }) => code)).toEqual(codes);
});

test('translation', () => {
  const filters = filtersOf([table([`-A PREROUTING ${port} -j REDIRECT --to-ports 80`], 'nat')]);
  const [found] = closedPorts([443, 8014], { firewall: none, filters });
  expect(found?.text.cure.en).toContain('`iptables -t nat -D PREROUTING 1`');
});
