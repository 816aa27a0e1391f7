import { readNft } from '../../../src/filters/nft.ts';
import type { Table } from '../../../src/filters/ruleset.ts';
import { withoutTwins } from '../../../src/filters/twins.ts';
import { nftTables, table, verdict } from './filters.ts';

const field = (protocol: string, name: string) => ({ payload: { protocol, field: name } });
const dport = field('tcp', 'dport');
const match = (left: object, right: unknown, op = '==') => ({ match: { op, left, right } });
const drop = { drop: null };
const accept = { accept: null };
const toPort = match(dport, 8014);
const set = (name: string, type: unknown, elem?: readonly unknown[]) => ({
  set: { family: 'inet', table: 't', name, type, handle: 9, ...(elem === undefined ? {} : { elem }) },
});
const chain = (name: string) => ({ chain: { family: 'inet', table: 't', name, handle: 8 } });
const ruleIn = (name: string, expr: readonly object[]) => ({
  rule: { family: 'inet', table: 't', chain: name, handle: 77, expr },
});

test.each<[string, readonly (readonly object[])[], readonly object[], string]>([
  [
    'a port',
    [[toPort, { counter: { packets: 0, bytes: 0 } }, drop]],
    [],
    'closed: nft inet t in handle 1: tcp dport 8014 drop',
  ],
  [
    'a set',
    [[match(dport, '@s'), drop]],
    [set('s', 'inet_service', [8014])],
    'closed: nft inet t in handle 1: tcp dport @s drop',
  ],
  [
    'a set of ranges',
    [[match(dport, '@s'), drop]],
    [set('s', 'inet_service', [{ range: [8000, 8100] }])],
    'closed: nft inet t in handle 1: tcp dport @s drop',
  ],
  ['an empty set', [[match(dport, '@s'), drop]], [set('s', 'inet_service')], 'open'],
  [
    'all but a list',
    [[match(dport, { set: [22, 80, 443] }, '!='), drop]],
    [],
    'closed: nft inet t in handle 1: tcp dport != { 22, 80, 443 } drop',
  ],
  [
    'a map of verdicts',
    [
      [
        {
          vmap: {
            key: dport,
            data: {
              set: [
                [22, accept],
                [{ range: [8000, 8100] }, drop],
              ],
            },
          },
        },
      ],
    ],
    [],
    'closed: nft inet t in handle 1: tcp dport vmap { … }',
  ],
  [
    'a map for all others',
    [
      [
        {
          vmap: {
            key: dport,
            data: {
              set: [
                [8014, accept],
                ['*', drop],
              ],
            },
          },
        },
      ],
    ],
    [],
    'open',
  ],
  [
    'a jump by a map',
    [[{ vmap: { key: dport, data: '@m' } }]],
    [
      { map: { ...set('m', 'inet_service', [[8014, { jump: { target: 'block' } }]]).set, map: 'verdict' } },
      chain('block'),
      ruleIn('block', [{ reject: null }]),
    ],
    'closed: nft inet t block handle 77: reject',
  ],
  ['a chain that is gone to', [[{ goto: { target: 'block' } }], [drop]], [chain('block')], 'open'],
  [
    'some sources',
    [[match(field('ip', 'saddr'), { prefix: { addr: '203.0.113.0', len: 24 } }, '!='), toPort, drop]],
    [],
    'sources most runner out: nft inet t in handle 1: ip saddr != 203.0.113.0/24 tcp dport 8014 drop',
  ],
  [
    'a ban',
    [[match(field('ip', 'saddr'), '@banned'), drop]],
    [set('banned', 'ipv4_addr', [{ elem: { val: '198.18.0.1', timeout: 60, expires: 9 } }])],
    'sources runner out: nft inet t in handle 1: ip saddr @banned drop',
  ],
  [
    'a ban of others',
    [[match(field('ip', 'saddr'), { set: ['203.0.113.1', { prefix: { addr: '10.0.0.0', len: 8 } }] }), drop]],
    [],
    'sources runner in: nft inet t in handle 1: ip saddr { 203.0.113.1, 10.0.0.0/8 } drop',
  ],
  [
    'sources and ports',
    [[match({ concat: [field('ip', 'saddr'), dport] }, '@c'), drop]],
    [set('c', ['ipv4_addr', 'inet_service'], [{ concat: ['198.18.0.1', 8014] }])],
    'sources runner out: nft inet t in handle 1: ip saddr . tcp dport @c drop',
  ],
  [
    'addresses of the other family',
    [[match(field('ip6', 'saddr'), { prefix: { addr: '2001:db8::', len: 32 } }, '!='), drop]],
    [],
    'open',
  ],
  ['the other family', [[match({ meta: { key: 'nfproto' } }, 'ipv6'), drop]], [], 'open'],
  ['the loopback device', [[match({ meta: { key: 'iifname' } }, 'lo'), drop]], [], 'open'],
  [
    'devices by pattern',
    [[match({ meta: { key: 'iifname' } }, 'eth*'), toPort, drop]],
    [],
    'closed: nft inet t in handle 1: iifname eth* tcp dport 8014 drop',
  ],
  [
    'states',
    [
      [match({ ct: { key: 'state' } }, ['established', 'related'], 'in'), accept],
      [toPort, drop],
    ],
    [],
    'closed: nft inet t in handle 2: tcp dport 8014 drop, then open',
  ],
  [
    'states that are let in',
    [
      [
        {
          vmap: {
            key: { ct: { key: 'state' } },
            data: {
              set: [
                ['invalid', drop],
                ['new', accept],
                ['established', accept],
              ],
            },
          },
        },
      ],
      [drop],
    ],
    [],
    'open',
  ],
  [
    'the first packet',
    [[match({ '&': [field('tcp', 'flags'), ['fin', 'syn', 'rst', 'ack']] }, 'syn'), toPort, drop]],
    [],
    'closed: nft inet t in handle 1: tcp flags & (fin|syn|rst|ack) syn tcp dport 8014 drop, then open',
  ],
  [
    'impossible flags',
    [
      [match({ '&': [field('tcp', 'flags'), ['fin', 'syn']] }, ['fin', 'syn']), drop],
      [match({ '&': [field('tcp', 'flags'), ['fin', 'syn', 'rst', 'psh', 'ack', 'urg']] }, 0), drop],
    ],
    [],
    'open',
  ],
  ['fragments', [[match({ '&': [field('ip', 'frag-off'), 8191] }, 0, '!='), drop]], [], 'open'],
  ['who has no way back', [[match({ fib: { result: 'oif', flags: ['saddr', 'iif'] } }, false), drop]], [], 'open'],
  [
    'a rate',
    [[toPort, { limit: { rate: 10, burst: 5, per: 'second', inv: true } }, drop]],
    [],
    'unclear: nft inet t in handle 1: tcp dport 8014 limit rate over 10/second drop',
  ],
  [
    'a set that grows',
    [[toPort, { set: { op: 'add', elem: field('ip', 'saddr'), set: '@dyn', stmt: [{ limit: { rate: 5 } }] } }, drop]],
    [set('dyn', 'ipv4_addr')],
    'unclear: nft inet t in handle 1: tcp dport 8014 set … drop',
  ],
  ['a program', [[toPort, { queue: { num: 1 } }]], [], 'unclear: nft inet t in handle 1: tcp dport 8014 queue …'],
  [
    'a match of iptables',
    [[{ xt: { type: 'match', name: 'conntrack' } }, toPort, drop]],
    [],
    'unclear: nft inet t in handle 1: xt match conntrack tcp dport 8014 drop',
  ],
  ['a mark that nobody sets', [[match({ meta: { key: 'mark' } }, 1), drop]], [], 'open'],
  [
    'a mark that is set',
    [[{ mangle: { key: { meta: { key: 'mark' } }, value: 1 } }], [match({ meta: { key: 'mark' } }, 1), drop]],
    [],
    'unclear: nft inet t in handle 2: meta mark 1 drop',
  ],
  [
    'what nobody knows',
    [[match({ osf: { key: 'name' } }, 'Linux'), drop], [{ brandnew: { a: 1 } }]],
    [],
    'unclear: nft inet t in handle 1: osf Linux drop; nft inet t in handle 2: brandnew',
  ],
])('%s', (_, rules, objects, expected) => {
  expect(verdict(nftTables(rules, objects))).toBe(expected);
});

test('a policy', () => {
  expect(verdict(nftTables([[match(dport, 22), accept]], [], 'drop'))).toBe('closed: nft inet t in: policy drop');
});

describe('hooks, as a listing shows them', () => {
  const listing = (family: string, of: object, statements: readonly object[] = [toPort, drop]): string =>
    JSON.stringify({
      nftables: [
        { table: { family, name: 'n', handle: 1, ...('flags' in of ? { flags: of.flags } : {}) } },
        { chain: { family, table: 'n', name: 'c', handle: 1, policy: 'accept', ...of } },
        { rule: { family, table: 'n', chain: 'c', handle: 2, expr: statements } },
      ],
    });
  const more = { dormant: [], devices: new Map<string, readonly string[]>(), terse: false };

  test('before everything, on the device that leads to the world', () => {
    const ingress = { type: 'filter', hook: 'ingress', prio: 0 };
    const on = (devices: readonly string[]): readonly Table[] =>
      readNft(listing('netdev', ingress), { ...more, devices: new Map([['netdev n c', devices]]) });
    expect(verdict(on(['eth0']))).toContain('closed: nft netdev n c');
    expect(verdict(on(['docker0', 'eth1']))).toBe('open');
    expect(verdict(readNft(listing('netdev', { ...ingress, dev: 'eth1' }), more))).toBe('open');
  });

  test('answers', () => {
    const out = { type: 'filter', hook: 'output', prio: 0 };
    const sport = [match(field('tcp', 'sport'), 8014), drop];
    expect(verdict(readNft(listing('ip', out, sport), more))).toContain('closed: nft ip n c handle 2: tcp sport 8014');
  });

  test('translation', () => {
    const nat = { type: 'nat', hook: 'prerouting', prio: -100 };
    const to = (port: number) => readNft(listing('ip', nat, [toPort, { redirect: { port } }]), more);
    expect(verdict(to(80))).toMatch(/^redirected: nft ip n c handle 2: tcp dport 8014 redirect to :80, then open/);
    expect(verdict(to(8014))).toBe('open');
    const mapped = { dnat: { addr: { map: { key: dport, data: { set: [[8015, '10.0.0.1']] } } } } };
    expect(verdict(readNft(listing('ip', nat, [mapped]), more))).toBe('open');
  });

  test('forwarding, bridges and tables that are switched off are no concern', () => {
    const input = { type: 'filter', hook: 'input', prio: 0 };
    expect(verdict(readNft(listing('ip', { ...input, hook: 'forward' }), more))).toBe('open');
    expect(verdict(readNft(listing('bridge', input), more))).toBe('open');
    expect(verdict(readNft(listing('ip', input), { ...more, dormant: ['ip n'] }))).toBe('open');
    expect(verdict(readNft(listing('ip', input), more))).toContain('closed');
  });

  test('sets whose elements are too many to be listed', () => {
    const rule = [match(field('ip', 'saddr'), '@s'), drop];
    const objects = [
      ...(JSON.parse(listing('ip', { type: 'filter', hook: 'input', prio: 0 }, rule)).nftables as object[]),
    ];
    objects.splice(1, 0, { set: { family: 'ip', table: 'n', name: 's', type: 'ipv4_addr', handle: 3 } });
    const json = JSON.stringify({ nftables: objects });
    expect(verdict(readNft(json, { ...more, terse: true }))).toContain(
      'unclear: nft ip n c handle 2: ip saddr @s drop',
    );
    expect(verdict(readNft(json, more))).toBe('open');
  });
});

test('of a chain that both programs show, the one counts that understands it', () => {
  const rule = '-p tcp -m conntrack --ctstate NEW -m tcp --dport 8014 -j DROP';
  const iptables = table([`-A INPUT ${rule}`]);
  const base = { type: 'filter', hook: 'input', policy: 'accept' };
  const shown = (name: string, prio: number, expr: readonly object[]) => [
    { chain: { family: 'ip', table: 'filter', name, prio, ...base } },
    { rule: { family: 'ip', table: 'filter', chain: name, handle: 5, expr } },
  ];
  const xt = [{ xt: { type: 'match', name: 'conntrack' } }, toPort, drop];
  const nft = (more: readonly object[]) =>
    readNft(
      JSON.stringify({ nftables: [{ table: { family: 'ip', name: 'filter' } }, ...shown('INPUT', 0, xt), ...more] }),
      { dormant: [], devices: new Map(), terse: false },
    );
  expect(verdict(withoutTwins([iptables], nft([])))).toContain(`closed: iptables filter INPUT rule 1: ${rule}`);
  const accepts = table([`-A INPUT ${rule.replace('DROP', 'ACCEPT')}`]);
  expect(verdict(withoutTwins([accepts], nft([])))).toBe('open');
  expect(verdict(withoutTwins([accepts], nft(shown('mine', 1, [toPort, drop]))))).toContain(
    'closed: nft ip filter mine',
  );
});
