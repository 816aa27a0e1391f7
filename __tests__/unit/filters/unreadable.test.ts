import fc from 'fast-check';
import { readIptables } from '../../../src/filters/iptables.ts';
import { readNft } from '../../../src/filters/nft.ts';
import { nftTables, verdict } from './filters.ts';

const known = fc.constantFrom<unknown>(
  ...['tcp', 'dport', 'saddr', '@s', 'established', 8014, 'lo', '10.0.0.0', null, {}, []],
  ...[{ payload: { protocol: 'tcp', field: 'dport' } }, { meta: { key: 'iifname' } }, { ct: { key: 'state' } }],
  ...[{ set: [8014] }, { range: [1, 2] }, { prefix: { addr: '10.0.0.0', len: 8 } }, { fib: {} }, { concat: [1] }],
);
const value = fc.oneof({ weight: 3, arbitrary: known }, fc.jsonValue({ maxDepth: 3 }));
const key = fc.constantFrom(
  'match',
  'vmap',
  'jump',
  'goto',
  'limit',
  'dnat',
  'redirect',
  'mangle',
  'set',
  'xt',
  'drop',
  'x',
);
const comparison = fc.record({ op: fc.constantFrom('==', '!=', 'in', '<', '>', '?'), left: value, right: value });
const statement = fc.oneof(
  fc.record({ match: comparison }),
  fc.record({ vmap: fc.record({ key: value, data: value }) }),
  fc.tuple(key, value).map(([name, of]) => ({ [name]: of })),
);

test('whatever a rule of nft holds, it is read, or unclear', () => {
  fc.assert(
    fc.property(fc.array(fc.array(statement, { maxLength: 4 }), { maxLength: 4 }), (rules) => {
      expect(verdict(nftTables(rules))).toMatch(/^(open|closed|sources|redirected|unclear)/);
    }),
    { numRuns: 2000 },
  );
});

test('an object that cannot be turned into text is unclear, too', () => {
  const match = { op: '>', left: 'tcp', right: { toString: null, valueOf: null } };
  expect(verdict(nftTables([[{ match }]]))).toMatch(/^(open|closed|sources|redirected|unclear)/);
});

test('whatever a listing of nft holds, it is read', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.array(value), (whole, objects) => {
      for (const listing of [whole, { nftables: objects }]) {
        readNft(JSON.stringify(listing), { dormant: [], devices: new Map(), terse: false });
      }
    }),
  );
});

test('whatever a rule of iptables holds, it is read, or unclear', () => {
  const word = fc.constantFrom(
    ...['-p', '-s', '-d', '-i', '-m', '-j', '-g', '!', 'tcp', 'udp', 'set', 'multiport', 'conntrack', 'string', '""'],
    ...[
      '--dport',
      '--dports',
      '--ctstate',
      '--match-set',
      'x',
      'src',
      '8014',
      '1:',
      ':9',
      '10.0.0.0/8',
      '10.0.0.0/99',
      'a-b',
      '10.0.0.0/255.0.255.0',
    ],
    ...['DROP', 'ACCEPT', 'DNAT', '--to-destination', 'INPUT', 'NEW', '--tcp-flags', 'SYN,ACK', '"a \\" b"', '::1'],
  );
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 10 }), { maxLength: 5 }), (rules) => {
      const text = ['*filter', ':INPUT ACCEPT [0:0]', ...rules.map((words) => `-A INPUT ${words.join(' ')}`), 'COMMIT'];
      const tables = readIptables(text.join('\n'), 'iptables', 'ip', new Map());
      expect(verdict(tables)).toMatch(/^(open|closed|sources|redirected|unclear)/);
    }),
    { numRuns: 2000 },
  );
});
