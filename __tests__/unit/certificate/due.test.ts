import { dueFrom, momentIn, renewalFrom } from '../../../src/certificate/due.ts';

const day = 86_400_000;

function certificate(days: number) {
  const notBefore = new Date('2026-11-01T00:00:00Z');
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * day) };
}

test.each([
  ['90 days: at 30 before the end', 90, undefined, 30],
  ['200 days: at 30 before the end', 200, undefined, 30],
  ['45 days: at a third of its life', 45, undefined, 15],
  ['6 days: at a third of its life', 6, undefined, 2],
  ['as the input says', 90, 10, 10],
  ['as the input says, but never as long as it was just issued', 45, 60, 30],
])('%s', (_, life, wanted, before) => {
  const one = certificate(life);
  expect((one.notAfter.getTime() - dueFrom(one, wanted).getTime()) / day).toBe(before);
});

test('a moment of the window is of the certificate alone, and within it', () => {
  const window = { start: new Date('2026-11-01T00:00:00Z'), end: new Date('2026-11-03T00:00:00Z') };
  const [first, middle, last] = ['0', '8', 'f'].map((digit) => momentIn(window, digit.repeat(64)));
  expect(first).toEqual(window.start);
  expect(middle?.getTime()).toBeCloseTo(Date.parse('2026-11-02T00:00:00Z') + day * (0x88888888 / 2 ** 31 - 1), -1);
  expect(last?.getTime()).toBeLessThan(window.end.getTime());
  expect(momentIn({ start: window.end, end: window.start }, 'f'.repeat(64))).toEqual(window.end);
});

describe('an authority that names a window', () => {
  const fingerprint = '0'.repeat(64);
  const one = { ...certificate(90), fingerprint };
  const window = (before: number) => {
    const start = new Date(one.notAfter.getTime() - before * day);
    return { start, end: new Date(start.getTime() + day) };
  };
  test.each([
    ['decides, also where it is later than the date', 20, undefined, 20],
    ['decides where it is earlier: a certificate that is to be withdrawn', 80, undefined, 80],
    ['beside a date that the user named the earlier of both does', 20, 40, 40],
    ['the earlier of both, which may be its own', 50, 40, 50],
  ])('%s', (_, before, wanted, expected) => {
    const from = renewalFrom(one, wanted, window(before));
    expect((one.notAfter.getTime() - from.getTime()) / day).toBe(expected);
  });
  test('and one that names none leaves it to the date', () => {
    expect(renewalFrom(one, undefined, undefined)).toEqual(dueFrom(one, undefined));
  });
});
