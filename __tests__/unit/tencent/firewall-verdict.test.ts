import fc from 'fast-check';
import type { CloudRule, RuleList } from '../../../src/tencent/firewall.ts';
import {
  exposures,
  judge,
  judgeForAddress,
  judgeForWorld,
  judgeList,
  matchesPort,
  placeFor,
} from '../../../src/tencent/firewall-verdict.ts';
import { rangeOf, sizeOf } from '../../../src/tencent/ipv4-ranges.ts';
import { list, rule } from './fake-firewalls.ts';

const drop = (ports: string, source = '0.0.0.0/0', more: Partial<CloudRule> = {}) =>
  rule(ports, { action: 'DROP', source, ...more });
const world = (...rules: CloudRule[]) => judgeForWorld({ lists: [list(rules)] }, 8014);
const open = { kind: 'open' };

describe('whether a port is open to the world', () => {
  it.each([
    ['the port alone', [rule('8014')]],
    ['a list of ports', [rule('80,8014')]],
    ['a range of ports', [rule('8000-8100')]],
    ['all ports', [rule('ALL')]],
    ['all protocols', [rule('ALL', { protocol: 'ALL' })]],
    ['a rule for another port before it', [drop('22'), rule('8014')]],
    ['a rule for UDP before it', [drop('ALL', '0.0.0.0/0', { protocol: 'UDP' }), rule('8014')]],
    ['a rule for IPv6 before it', [drop('ALL', undefined, { source: undefined }), rule('8014')]],
    ['a drop behind it', [rule('8014'), drop('ALL')]],
    ['a ban before it', [drop('ALL', '198.51.100.0/24'), rule('8014')]],
    ['a ban of a /8 before it', [drop('ALL', '10.0.0.0/8'), rule('8014')]],
    ['two halves', [rule('8014', { source: '0.0.0.0/1' }), rule('8014', { source: '128.0.0.0/1' })]],
    ['an accept that is not known, and one that is', [rule('ALL', { source: undefined, known: false }), rule('8014')]],
    ['a ban whose ports are not known', [drop('ALL', '198.51.100.1', { known: false }), rule('8014')]],
  ])('is with %s', (_, rules) => expect(world(...rules)).toEqual(open));

  it.each([
    ['no rule', []],
    ['another port', [rule('8015'), rule('443')]],
    ['UDP', [rule('8014', { protocol: 'UDP' })]],
    ['IPv6', [rule('8014', { source: undefined })]],
    ['one address', [rule('8014', { source: '198.51.100.1' })]],
    ['half the world', [rule('8014', { source: '0.0.0.0/1' })]],
    ['sources of a template', [rule('8014', { source: undefined, known: false })]],
    ['ports of a template', [rule('ALL', { protocol: 'ALL', known: false })]],
  ])('is not with %s, and no rule is to blame', (_, rules) =>
    expect(world(...rules)).toEqual({ kind: 'closed', by: undefined }),
  );

  it.each([
    ['everybody', [drop('8014'), rule('8014')]],
    ['everybody, for all protocols', [drop('ALL', '0.0.0.0/0', { protocol: 'ALL' }), rule('8014')]],
    ['half the world', [drop('8014', '0.0.0.0/1'), rule('8014')]],
    ['more than a /8', [drop('8014', '10.0.0.0/7'), rule('8014')]],
    ['a port that a template may name', [drop('ALL', '0.0.0.0/0', { known: false }), rule('8014')]],
  ])('is not with a drop in front of %s', (_, rules) => {
    expect(world(...rules)).toMatchObject({ kind: 'closed', by: { rule: { index: 0 } } });
  });

  it('is with a drop in front of whom a template names, which may ban anybody', () => {
    const rules = [drop('8014', undefined, { source: undefined, known: false }), rule('8014')];
    expect(world(...rules)).toEqual({ kind: 'open' });
    expect(placeFor(list(rules.slice(0, 1)), 8014)).toBe('end');
    expect(judge({ lists: [list(rules)] }, 8014).perhapsRefused).toHaveLength(1);
    // One address is let in above it, as it may be among them.
    expect(judgeForAddress({ lists: [list(rules)] }, 8014, '203.0.113.1')).toMatchObject({
      by: { rule: { index: 0 } },
    });
    expect(placeFor(list(rules), 8014, rangeOf('203.0.113.1'))).toBe(0);
  });

  it('asks of several groups that none refuses and one lets in, whatever their order is', () => {
    const verdict = (...lists: RuleList[]) => judgeForWorld({ lists }, 8014).kind;
    const [opens, silent, refuses] = [list([rule('8014')]), list([rule('22')]), list([drop('ALL')])];
    expect(verdict(opens, silent)).toBe('open');
    expect(verdict(silent, opens)).toBe('open');
    expect(verdict(opens, refuses)).toBe('closed');
    expect(verdict(refuses, opens)).toBe('closed');
    expect(verdict(silent, silent)).toBe('closed');
    expect(verdict()).toBe('closed');
    const halves = ['0.0.0.0/1', '128.0.0.0/1'].map((source) => list([rule('8014', { source })]));
    expect(verdict(...halves)).toBe('open');
    const bans = list([drop('ALL', '198.51.100.0/24')]);
    expect(verdict(opens, bans)).toBe('open');
  });
});

describe('whether one address is let in', () => {
  const rules = [drop('ALL', '198.51.100.0/24'), rule('22', { source: '198.51.0.0/16' })];
  const verdict = (address: string) => judgeForAddress({ lists: [list(rules)] }, 22, address);

  it('says so, and by which rule it is not', () => {
    expect(verdict('198.51.1.1')).toEqual(open);
    expect(verdict('198.51.100.9')).toMatchObject({ kind: 'closed', by: { rule: { index: 0 } } });
    expect(verdict('203.0.113.1')).toEqual({ kind: 'closed', by: undefined });
    expect(() => verdict('::1')).toThrow(RangeError);
  });
});

describe('where a rule has to stand', () => {
  it.each([
    ['before the first drop', [rule('22'), drop('ALL'), drop('8014')], 1],
    ['behind a ban', [drop('ALL', '198.51.100.0/24'), drop('ALL')], 1],
    ['at the end, where nothing decides', [rule('22')], 'end'],
    ['nowhere, where it is open', [rule('8014')], 'nowhere'],
  ])('says %s', (_, rules, place) => expect(placeFor(list(rules), 8014)).toBe(place));

  it('puts a rule for one address before the ban that refuses it', () => {
    const banned = list([rule('80'), drop('ALL', '198.51.100.0/24')]);
    expect(placeFor(banned, 22, rangeOf('198.51.100.9'))).toBe(1);
    expect(placeFor(banned, 22, rangeOf('203.0.113.1'))).toBe('end');
  });
});

describe('what is open without need', () => {
  const found = (...rules: CloudRule[]) =>
    exposures({ lists: [list(rules)] }, [8004, 3306]).map(({ port, by }) => [port, by.rule.index]);

  it('names the ports and their rules', () => {
    expect(found(rule('22'), rule('8004'), rule('3306', { source: '10.0.0.0/8' }))).toEqual([[8004, 1]]);
    expect(found(drop('8004'), rule('8000-9000'))).toEqual([]);
    expect(found(rule('1-10000'))).toEqual([
      [8004, 0],
      [3306, 0],
    ]);
  });

  it('names everything once', () => {
    expect(found(rule('8004'), rule('ALL', { protocol: 'ALL' }))).toEqual([['everything', 1]]);
    expect(found(rule('1-65535'))).toEqual([['everything', 0]]);
    expect(found(drop('ALL'), rule('ALL'))).toEqual([]);
  });
});

it('reads ports', () => {
  expect(matchesPort('all', 1)).toBe(true);
  expect(matchesPort('80, 443', 443)).toBe(true);
  expect(matchesPort('8000-8100', 8100)).toBe(true);
  expect(matchesPort('8000-8100', 8101)).toBe(false);
  expect(matchesPort('ppm-1', 80)).toBeUndefined();
  expect(matchesPort('', 80)).toBeUndefined();
});

describe('arithmetic on ranges', () => {
  const sources = fc.constantFrom(
    '0.0.0.0/0',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '10.0.0.0/8',
    '10.1.0.0/16',
    '10.1.2.3',
    '200.0.0.0/5',
  );
  const rules = fc.record({
    protocol: fc.constantFrom('TCP', 'UDP', 'ALL'),
    ports: fc.constantFrom('ALL', '8014', '8000-8100', '80,443'),
    source: fc.oneof(sources, fc.constant(undefined)),
    known: fc.boolean(),
    action: fc.constantFrom('ACCEPT' as const, 'DROP' as const),
    description: fc.constant(''),
    index: fc.constant(0),
  });
  const lists = fc.array(rules, { maxLength: 8 }).map((some) => list(some));
  const addresses = fc.constantFrom(
    '0.0.0.0',
    '10.1.2.3',
    '10.1.2.4',
    '10.200.0.1',
    '127.255.255.255',
    '128.0.0.0',
    '203.0.113.1',
    '255.255.255.255',
  );

  /** From the top, one address, one rule at a time; `bans`: whether a rule counts whose addresses a template names. */
  function walk({ rules: some }: RuleList, address: string, bans: boolean): 'ACCEPT' | 'DROP' | undefined {
    const bits = (text: string) =>
      text
        .split('.')
        .map((byte) => Number(byte).toString(2).padStart(8, '0'))
        .join('');
    return some.find(({ protocol, ports, source, known, action }) => {
      if (protocol === 'UDP' || (source === undefined && known)) return false;
      if (!known && action === 'ACCEPT') return false;
      if (!known && source === undefined && !bans) return false;
      if (known && ports === '80,443') return false;
      const [network = '', length = '32'] = (source ?? '0.0.0.0/0').split('/');
      return bits(network).slice(0, Number(length)) === bits(address).slice(0, Number(length));
    })?.action;
  }

  it('comes to what a walk comes to, for one list', () => {
    fc.assert(
      fc.property(lists, addresses, (one, address) => {
        const { accepted, refused, undecided } = judgeList(one, 8014, [rangeOf(address) ?? { first: 0, last: 0 }]);
        const seen = accepted.length > 0 ? 'ACCEPT' : refused.length > 0 ? 'DROP' : undefined;
        expect([seen, undecided.length]).toEqual([walk(one, address, false), seen === undefined ? 1 : 0]);
      }),
      { numRuns: 500 },
    );
  });

  it('holds in every order of several lists', () => {
    fc.assert(
      fc.property(fc.array(lists, { minLength: 1, maxLength: 3 }), addresses, (some, address) => {
        const verdicts = some.map((one) => walk(one, address, true));
        const expected = !verdicts.includes('DROP') && verdicts.includes('ACCEPT') ? 'open' : 'closed';
        expect(judgeForAddress({ lists: some }, 8014, address).kind).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('forgets no address', () => {
    fc.assert(
      fc.property(lists, (one) => {
        const { accepted, refused, undecided } = judge({ lists: [one] }, 8014);
        const decided = [...accepted, ...refused].flatMap((decision) => decision.addresses);
        expect(sizeOf([...decided, ...undecided])).toBe(2 ** 32);
      }),
    );
  });

  it('calls no port open where an address that is not banned is refused', () => {
    fc.assert(
      fc.property(fc.array(lists, { minLength: 1, maxLength: 2 }), addresses, (some, address) => {
        fc.pre(judgeForWorld({ lists: some }, 8014).kind === 'open');
        const one = judgeForAddress({ lists: some }, 8014, address);
        if (one.kind === 'open') return;
        const { source = '0.0.0.0/0', known } = one.by?.rule ?? {};
        // Banned one by one, or by a template.
        const banned = known === false && one.by?.rule.source === undefined;
        const size = sizeOf([rangeOf(source) ?? { first: 0, last: 2 ** 32 }]);
        expect(banned || size <= 2 ** 24).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
