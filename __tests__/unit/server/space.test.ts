import { describe, expect, test } from '@jest/globals';
import { fileSystemOf, formatBytes, parseDf, spaceFailures } from '../../../src/server/space.ts';

const df = `Mounted on          Avail
/             30000000000
/var            500000000
/srv/with space       100
/var/lib/docker 2000000000
`;

test('df is read, a mount point with a space too', () => {
  expect(parseDf(df)).toEqual([
    { target: '/', availableBytes: 30_000_000_000 },
    { target: '/var', availableBytes: 500_000_000 },
    { target: '/srv/with space', availableBytes: 100 },
    { target: '/var/lib/docker', availableBytes: 2_000_000_000 },
  ]);
});

test.each([
  ['/docker/app', '/'],
  ['/var', '/var'],
  ['/various', '/'],
  ['/var/lib/docker/overlay2', '/var/lib/docker'],
])('%s lies on %s', (path, target) => expect(fileSystemOf(path, parseDf(df))?.target).toBe(target));

describe('needs of one file system are summed', () => {
  const needs = (a: number, b: number) => [
    { path: '/var/a', bytes: a },
    { path: '/var/b', bytes: b },
    { path: '/docker', bytes: 1 },
  ];
  test('each fits, both do not', () => {
    const failures = spaceFailures('api.example.com', needs(300_000_000, 300_000_000), parseDf(df));
    expect(failures.map((f) => f.code)).toEqual(['DISK_FULL']);
    expect(failures[0]?.text.what.en).toBe(
      'The file system /var on api.example.com has too little space: 600.0 MB needed, 500.0 MB available.',
    );
  });
  test('to the last byte is enough', () => {
    expect(spaceFailures('h', needs(250_000_000, 250_000_000), parseDf(df))).toEqual([]);
  });
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_960, '1.0 MB'],
  [2_500_000_000, '2.5 GB'],
])('%d bytes are %s', (bytes, expected) => expect(formatBytes(bytes)).toBe(expected));
