import fc from 'fast-check';
import { choosePort, portNotices } from '../../../src/deployment/port.ts';
import { isEphemeral, type Listeners, type PortRange } from '../../../src/survey/listeners.ts';
import { codes } from '../settings/inputs.ts';

/** A server where these ports are held, with the range that the kernel hands out to outgoing connections. */
function server(held: readonly number[], from = 32_768, to = 60_999, reserved: readonly PortRange[] = []): Listeners {
  const sockets = held.map((port) => ({ address: '127.0.0.1', port, process: 'java', pid: 1, uid: 0 }));
  return { sockets, ephemeral: { from, to }, reserved };
}

const preferred = Array.from({ length: 10_000 }, (_, i) => 20_000 + i);

test('a port that nobody holds and no release has, outside the ephemeral range', () => {
  const ports = fc.array(fc.integer({ min: 20_000, max: 20_050 }));
  const ranges = fc.tuple(fc.integer({ min: 1024, max: 65_535 }), fc.integer({ min: 0, max: 30_000 }));
  fc.assert(
    fc.property(fc.string(), ports, ports, ranges, (app, held, recorded, [from, length]) => {
      const listeners = server(held, from, from + length);
      const port = choosePort(app, listeners, recorded);
      expect([...held, ...recorded]).not.toContain(port);
      expect(isEphemeral(listeners, port)).toBe(false);
      expect(portNotices(port, listeners)).toEqual([]);
    }),
  );
});

test('an application begins at a place of its own, and goes on from there', () => {
  const [one, two] = [choosePort('one', server([]), []), choosePort('two', server([]), [])];
  expect(one).not.toBe(two);
  expect(choosePort('one', server([]), [])).toBe(one);
  expect(choosePort('one', server([]), [one])).toBe(one === 29_999 ? 20_000 : one + 1);
});

test.each([20_000, 24_321, 29_999])(
  'the last free port of the range is found, wherever the search begins: %s',
  (free) => {
    const recorded = preferred.filter((port) => port !== free);
    expect(choosePort('any', server([]), recorded)).toBe(free);
  },
);

test.each<[string, Listeners, number, number]>([
  ['reserved from the ephemeral range', server([], 1024, 65_535, [{ from: 20_000, to: 29_999 }]), 20_000, 29_999],
  ['below an ephemeral range that begins early', server([], 20_000, 65_535), 10_000, 19_999],
  ['above one that ends early', server([], 1024, 60_999), 61_000, 64_999],
  ['none: one of the ephemeral range, since it is free now', server([], 1024, 65_535), 20_000, 29_999],
])('ports outside the ephemeral range: %s', (_, listeners, from, to) => {
  const port = choosePort('any', listeners, []);
  expect(port).toBeGreaterThanOrEqual(from);
  expect(port).toBeLessThanOrEqual(to);
});

test('a port that an outgoing connection may hold is told, with the line that reserves it beside those that are', () => {
  const [notice] = portNotices(24_000, server([], 1024, 65_535, [{ from: 8014, to: 8014 }]));
  expect(notice?.code).toBe('PORT_EPHEMERAL');
  expect(notice?.text.cure.en).toContain("'net.ipv4.ip_local_reserved_ports = 8014,20000-29999' >");
});

const all = Array.from({ length: 65_536 }, (_, port) => port);

test('where every port is held, that is said, with the range that was searched', () => {
  const some = all.filter((port) => port >= 10_000 && port <= 64_999);
  expect(codes(() => choosePort('any', server([]), some))).toEqual(['NO_PORT_LEFT']);
  expect(() => choosePort('any', server([]), some)).toThrow('No port from 10000 to 64999 is free');
});

test('where those of the ephemeral range alone are free, one of them is taken, whichever range it is in', () => {
  expect(
    choosePort(
      'any',
      server([]),
      all.filter((port) => port !== 40_000),
    ),
  ).toBe(40_000);
});
