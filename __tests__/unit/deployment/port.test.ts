import fc from 'fast-check';
import { choosePort } from '../../../src/deployment/port.ts';
import type { Listener } from '../../../src/survey/listeners.ts';
import { codes } from '../settings/inputs.ts';

function listening(ports: readonly number[]): readonly Listener[] {
  return ports.map((port) => ({ address: '127.0.0.1', port, process: 'java', pid: 1, uid: 0 }));
}

test('a port that nobody holds and no release has, below the ephemeral range', () => {
  const ports = fc.array(fc.integer({ min: 20_000, max: 20_050 }));
  fc.assert(
    fc.property(fc.string(), ports, ports, fc.integer({ min: 20_200, max: 32_768 }), (app, held, recorded, from) => {
      const port = choosePort(app, { sockets: listening(held), ephemeralFrom: from }, recorded);
      expect(port).toBeGreaterThanOrEqual(20_000);
      expect(port).toBeLessThan(Math.min(from, 30_000));
      expect([...held, ...recorded]).not.toContain(port);
    }),
  );
});

test('an application begins at a place of its own, and goes on from there', () => {
  const free = { sockets: [], ephemeralFrom: 32_768 };
  const [one, two] = [choosePort('one', free, []), choosePort('two', free, [])];
  expect(one).not.toBe(two);
  expect(choosePort('one', free, [])).toBe(one);
  expect(choosePort('one', free, [one])).toBe(one === 29_999 ? 20_000 : one + 1);
});

test('the last free port is found, wherever the search begins', () => {
  const all = Array.from({ length: 10_000 }, (_, i) => 20_000 + i);
  const but = (free: number) => all.filter((port) => port !== free);
  for (const free of [20_000, 24_321, 29_999]) {
    expect(choosePort('any', { sockets: [], ephemeralFrom: 32_768 }, but(free))).toBe(free);
  }
  expect(codes(() => choosePort('any', { sockets: [], ephemeralFrom: 32_768 }, all))).toEqual(['NO_PORT_LEFT']);
});

test('an ephemeral range that begins below leaves none', () => {
  for (const ephemeralFrom of [1024, 20_000]) {
    expect(codes(() => choosePort('any', { sockets: [], ephemeralFrom }, []))).toEqual(['NO_PORT_LEFT']);
  }
});
