import fc from 'fast-check';
import { table, verdict } from './filters.ts';

const port = '-p tcp -m tcp --dport 8014';

describe('a port is closed', () => {
  test.each<[string, readonly string[], string]>([
    ['by a rule', [`-A INPUT ${port} -j DROP`], `filter INPUT rule 1: ${port} -j DROP`],
    ['by the policy', ['-P INPUT DROP', '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT'], 'filter INPUT: policy drop'],
    [
      'in a chain that is jumped to',
      ['-N BLOCK', '-A INPUT -j BLOCK', '-A BLOCK -p tcp -m multiport --dports 22,8000:8100 -j REJECT'],
      'filter BLOCK rule 1: -p tcp -m multiport --dports 22,8000:8100 -j REJECT',
    ],
    [
      'after a chain that returns',
      ['-N A', '-A INPUT -j A', `-A INPUT ${port} -j DROP`, '-A A -j RETURN', '-A A -j ACCEPT'],
      `filter INPUT rule 2: ${port} -j DROP`,
    ],
    ['by a rule for answers', ['-A OUTPUT -p tcp -m tcp --sport 8014 -j DROP'], 'filter OUTPUT rule 1'],
    ['by a rule for all others', ['-A INPUT -p tcp -m multiport ! --dports 22,80,443 -j DROP'], 'filter INPUT rule 1'],
    ['by a rule for the device', [`-A INPUT ! -i lo ${port} -j DROP`], 'filter INPUT rule 1'],
    ['by a rule for the beginning', [`-A INPUT ${port} --tcp-flags FIN,SYN,RST,ACK SYN -j DROP`], 'rule 1'],
    ['by a rule for the address', [`-A INPUT -d 198.18.0.10/32 ${port} -j DROP`], 'filter INPUT rule 1'],
    ['by a rule for local addresses', ['-A INPUT -m addrtype --dst-type LOCAL -j DROP'], 'filter INPUT rule 1'],
  ])('%s', (_, rules, by) => {
    expect(verdict([table(rules)])).toContain(`: iptables ${by}`.replace(': iptables rule', ' rule'));
    expect(verdict([table(rules)])).toMatch(/^closed/);
  });

  test.each(['raw', 'mangle'])('in table %s before the filter', (name) => {
    expect(verdict([table([`-A PREROUTING ${port} -j DROP`], name)])).toContain(`closed: iptables ${name} PREROUTING`);
  });

  test('by legacy rules beside those of nf_tables', () => {
    const legacy = { ...table([`-A INPUT ${port} -j DROP`]), tool: 'iptables-legacy' };
    expect(verdict([table([`-A INPUT ${port} -j ACCEPT`]), legacy])).toBe(
      `closed: iptables-legacy filter INPUT rule 1: ${port} -j DROP`,
    );
  });

  test('by a set of ports', () => {
    const sets = 'create ports bitmap:port range 8000-9000\nadd ports 8014\n';
    const rules = ['-A INPUT -p tcp -m set --match-set ports dst -j DROP'];
    expect(verdict([table(rules, 'filter', sets)])).toContain('closed: iptables filter INPUT rule 1');
    expect(verdict([table(rules, 'filter', sets.replace('8014', '8015'))])).toBe('open');
  });

  test('once it stands: only its first packet is let in', () => {
    expect(verdict([table(['-P INPUT DROP', `-A INPUT ${port} -m state --state NEW -j ACCEPT`])])).toBe(
      'open, then closed: iptables filter INPUT: policy drop',
    );
  });
});

describe('a port is open', () => {
  test.each<[string, readonly string[]]>([
    ['without rules', []],
    ['where an earlier rule accepts', [`-A INPUT ${port} -j ACCEPT`, `-A INPUT ${port} -j DROP`]],
    ['where rules are for other devices', [`-A INPUT -i lo ${port} -j DROP`, `-A INPUT -i eth1 ${port} -j DROP`]],
    ['where rules are for other addresses', [`-A INPUT -d 203.0.113.9/32 ${port} -j DROP`]],
    [
      'where rules are for what is forwarded',
      ['-P FORWARD DROP', '-N DOCKER', '-A FORWARD -j DOCKER', '-A DOCKER -j DROP'],
    ],
    ['where rules are for other protocols', ['-A INPUT -p udp -j DROP', '-A INPUT -p icmp -j DROP']],
    [
      'where the server is kept from asking others',
      [
        '-A OUTPUT -p tcp -m owner --uid-owner 33 -m tcp --dport 3306 -j DROP',
        '-A OUTPUT -p tcp -m multiport --dports 25,6379,27017 -j DROP',
      ],
    ],
    ['where what is invalid is dropped', ['-A INPUT -m conntrack --ctstate INVALID -j DROP']],
    [
      'where a chain is gone to that lets it pass',
      ['-N A', '-A INPUT -g A', '-A INPUT -j DROP', '-A A -p udp -j DROP'],
    ],
    ['where a mark is asked for that nobody sets', ['-A INPUT -m mark --mark 0x8000/0x8000 -j DROP']],
    [
      'where a firewall lets it in',
      [
        '-P INPUT DROP',
        '-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT',
        `-A INPUT ${port} -m state --state NEW -j ACCEPT`,
      ],
    ],
    ['where only texts are logged', ['-A INPUT -m limit --limit 3/min -j LOG --log-prefix "[UFW BLOCK] "']],
  ])('%s', (_, rules) => {
    expect(verdict([table(rules)])).toBe('open');
  });

  test('another port’s rule changes nothing', () => {
    const one = fc.constantFrom(
      `-A INPUT ${port} -j DROP`,
      '-A INPUT -s 10.0.0.0/8 -j DROP',
      `-A INPUT ${port} -j ACCEPT`,
    );
    const other = fc.integer({ min: 1, max: 65535 }).filter((number) => number !== 8014);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), other, fc.nat(4), (rules, number, at) => {
        const more = [...rules.slice(0, at), `-A INPUT -p tcp -m tcp --dport ${number} -j DROP`, ...rules.slice(at)];
        const kind = (list: readonly string[]): string | undefined => verdict([table(list)]).split(':')[0];
        expect(kind(more)).toBe(kind(rules));
      }),
    );
  });
});

describe('for some sources only', () => {
  const sets = 'create some hash:net family inet\nadd some 198.18.0.0/15 timeout 30\n';
  test.each<[string, readonly string[], string]>([
    ['some are let in', ['-A INPUT -s 10.0.0.0/8 -j ACCEPT', `-A INPUT ${port} -j DROP`], 'sources most runner out'],
    [
      'the runner is let in',
      ['-A INPUT -s 198.18.0.0/24 -j ACCEPT', `-A INPUT ${port} -j DROP`],
      'sources most runner in',
    ],
    ['the runner is banned', ['-A INPUT -s 198.18.0.0/15 -j DROP'], 'sources runner out'],
    ['others are banned', ['-A INPUT -s 203.0.113.0/24 -j REJECT'], 'sources runner in'],
    ['a range', ['-A INPUT -m iprange --src-range 198.18.0.1-198.18.0.9 -j DROP'], 'sources runner out'],
    ['a set is banned', ['-A INPUT -m set --match-set some src -j DROP'], 'sources runner out'],
    ['all but a set', ['-A INPUT -m set ! --match-set some src -j DROP'], 'sources most runner in'],
    ['a set that is empty', ['-A INPUT -m set --match-set none src -j DROP'], 'open'],
    ['a set that is not listed', ['-A INPUT -m set --match-set nonesuch src -j DROP'], 'unclear'],
  ])('%s', (_, rules, kind) => {
    expect(verdict([table(rules, 'filter', `${sets}create none hash:ip\n`)]).split(':')[0]).toBe(kind);
  });

  test('a runner whose address is not known may be among them', () => {
    const rules = ['-A INPUT -s 203.0.113.0/24 -j REJECT'];
    expect(verdict([table(rules)], { runner: '' })).toContain('sources: iptables filter INPUT rule 1');
  });

  test('a set that was cut leaves it open whether somebody is in it', () => {
    const cut = 'create big hash:ip\nadd big 203.0.113.1\ncut big\n';
    expect(verdict([table(['-A INPUT -m set --match-set big src -j DROP'], 'filter', cut)])).toContain('unclear');
  });
});

test.each<[string, readonly string[]]>([
  ['the rate', [`-A INPUT ${port} -m limit --limit 1/min -j ACCEPT`, `-A INPUT ${port} -j DROP`]],
  ['the number of connections', [`-A INPUT ${port} -m connlimit --connlimit-above 3 --connlimit-mask 32 -j DROP`]],
  ['who came before', [`-A INPUT ${port} -m recent --update --seconds 60 --hitcount 3 --name X -j DROP`]],
  ['a program', [`-A INPUT ${port} -j NFQUEUE --queue-num 1`]],
  ['a match that is not known', [`-A INPUT ${port} -m geoip ! --source-country CN -j DROP`]],
])('unclear where it depends on %s', (_, rules) => {
  expect(verdict([table(rules)])).toMatch(/^unclear: iptables filter INPUT rule 1/);
});

test('a rule that looks at contents spares the beginning, and its text is not told', () => {
  const rules = [`-A INPUT ${port} -m string --string "api.example.com" --algo bm --to 65535 -j REJECT`];
  const said = verdict([table(rules)]);
  expect(said).toMatch(/^open, then unclear: iptables filter INPUT rule 1: .* --string … --algo bm/);
  expect(said).not.toContain('example');
});

test('a mark that a rule sets makes rules unclear that ask for one', () => {
  const marks = table([`-A PREROUTING ${port} -j MARK --set-xmark 0x7/0xffffffff`], 'mangle');
  expect(verdict([marks, table(['-A INPUT -m mark --mark 0x7 -j DROP'])])).toMatch(/^unclear/);
});

test('what is not tracked is not new', () => {
  const raw = table([`-A PREROUTING ${port} -j CT --notrack`], 'raw');
  const rules = ['-P INPUT DROP', '-A INPUT -m conntrack --ctstate NEW,ESTABLISHED -j ACCEPT'];
  expect(verdict([table(rules)])).toBe('open');
  expect(verdict([raw, table(rules)])).toContain('closed: iptables filter INPUT: policy drop');
});

test.each<[string, string]>([
  ['REDIRECT --to-ports 80', 'redirected'],
  ['REDIRECT --to-ports 8014', 'open'],
  ['DNAT --to-destination 172.17.0.2:8014', 'redirected'],
  ['DNAT --to-destination 198.18.0.10:8014', 'open'],
])('translation: %s', (target, kind) => {
  expect(verdict([table([`-A PREROUTING ${port} -j ${target}`], 'nat')]).split(/[:,]/)[0]).toBe(kind);
});

test('comments and prefixes are not told', () => {
  const rules = [`-A INPUT ${port} -m comment --comment "key \\"hunter2\\" of \`x\`" -j DROP`];
  expect(verdict([table(rules)])).toBe(`closed: iptables filter INPUT rule 1: ${port} -j DROP`);
});

test('chains that jump in circles or without end are left alone', () => {
  const chains = Array.from({ length: 30 }, (_, at) => [
    `-N C${at}`,
    `-A C${at} -j C${at + 1}`,
    `-A C${at} -j C${at + 1}`,
  ]);
  expect(verdict([table(['-A INPUT -j C0', ...chains.flat(), '-N C30'])])).toMatch(/^(open|unclear)/);
});
