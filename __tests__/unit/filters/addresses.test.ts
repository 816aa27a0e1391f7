import { BlockList } from 'node:net';
import fc from 'fast-check';
import { isIn } from '../../../src/filters/addresses.ts';

test.each<[string, string, boolean | undefined]>([
  ['198.18.0.1', '198.18.0.0/15', true],
  ['198.18.0.1', '198.18.0.1', true],
  ['198.18.0.1', '198.18.0.1/32', true],
  ['198.18.0.1', '0.0.0.0/0', true],
  ['198.18.0.1', '198.18.0.0/255.254.0.0', true],
  ['198.18.0.1', '0.0.0.1/0.0.0.255', true],
  ['198.18.0.2', '0.0.0.1/0.0.0.255', false],
  ['223.255.255.255', '200.0.0.0-223.255.255.255', true],
  ['224.0.0.0', '200.0.0.0-223.255.255.255', false],
  ['198.18.0.1', '2001:db8::/32', false],
  ['2001:db8::5', '2001:db8::/32', true],
  ['2001:db8::5', '2001:db8::1-2001:db8::4', false],
  ['198.18.0.1', '198.18.0.0/33', undefined],
  ['198.18.0.1', 'somewhere', undefined],
  ['2001:db8::5', '2001:db8::/129', undefined],
])('%s in %s', (address, spec, expected) => {
  expect(isIn(address, spec)).toBe(expected);
});

test('networks of IPv4 are those that node knows', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, network, length) => {
      const list = new BlockList();
      list.addSubnet(network, length);
      expect(isIn(address, `${network}/${length}`)).toBe(list.check(address));
    }),
  );
});
