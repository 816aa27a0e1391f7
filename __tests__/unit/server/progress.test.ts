import { expect, test } from '@jest/globals';
import { formatDuration, progress } from '../../../src/server/progress.ts';

test('a steady transfer tells each tenth with speed and time left', () => {
  const line = progress(10_000_000, 0, 0);
  const told: string[] = [];
  for (let second = 1; second <= 20; second += 1) {
    const text = line.at(second * 500_000, second * 1000);
    if (text !== undefined) told.push(text.en);
  }
  expect(told).toHaveLength(9);
  expect(told[0]).toBe('10 % (1.0 MB of 10.0 MB), 500.0 kB/s, 0:18 left');
});

test('a fast one is not told more than once a second', () => {
  const line = progress(1_000_000, 0, 0);
  const told = Array.from({ length: 99 }, (_, i) => line.at((i + 1) * 10_000, (i + 1) * 20)).filter(Boolean);
  expect(told).toHaveLength(1);
});

test('a slow one is told every ten seconds although no tenth has passed', () => {
  const line = progress(1_000_000_000, 0, 0);
  const told = Array.from({ length: 60 }, (_, i) => line.at((i + 1) * 20_000, (i + 1) * 1000)).filter(Boolean);
  expect(told).toHaveLength(6);
});

test('the speed is that of the last seconds, and a resumed one counts from where it began', () => {
  const line = progress(100_000_000, 50_000_000, 0);
  expect(line.at(60_000_000, 1000)?.en).toBe('60 % (60.0 MB of 100.0 MB), 10.0 MB/s, 0:04 left');
  for (let second = 2; second <= 30; second += 1) line.at(60_000_000 + second * 100_000, second * 1000);
  expect(line.at(70_000_000, 40_000)?.zh).toContain('剩余');
});

test.each([
  [0, '0:00'],
  [7.4, '0:07'],
  [125, '2:05'],
  [3725, '1:02:05'],
])('%d seconds are %s', (seconds, expected) => expect(formatDuration(seconds)).toBe(expected));
