import { everyAddress, rangeOf, sizeOf, within, without } from '../../../src/tencent/ipv4-ranges.ts';

describe('ranges of IPv4 addresses', () => {
  it('reads addresses and CIDR notation', () => {
    expect(rangeOf('0.0.0.0/0')).toEqual(everyAddress);
    expect(rangeOf('0.0.1.2')).toEqual({ first: 258, last: 258 });
    expect(rangeOf('0.0.1.200/24')).toEqual({ first: 256, last: 511 });
    expect(rangeOf('255.255.255.255/32')).toEqual({ first: 2 ** 32 - 1, last: 2 ** 32 - 1 });
    expect(rangeOf('128.0.0.0/1')).toEqual({ first: 2 ** 31, last: 2 ** 32 - 1 });
  });

  it.each(['', '1.2.3', '1.2.3.256', '1.2.3.4/33', '::1', '::/0', '1.2.3.4-5', 'MY_PUBLIC_IP'])(
    'reads no %j',
    (words) => {
      expect(rangeOf(words)).toBeUndefined();
    },
  );

  it('takes in and leaves out', () => {
    const ranges = [
      { first: 0, last: 9 },
      { first: 20, last: 29 },
    ];
    expect(within(ranges, { first: 5, last: 24 })).toEqual([
      { first: 5, last: 9 },
      { first: 20, last: 24 },
    ]);
    expect(without(ranges, { first: 5, last: 24 })).toEqual([
      { first: 0, last: 4 },
      { first: 25, last: 29 },
    ]);
    expect(without(ranges, everyAddress)).toEqual([]);
    expect(sizeOf(ranges)).toBe(20);
  });
});
