import { describe, expect, test } from '@jest/globals';
import { fileSystemOf, formatBytes, parseDf, spaceFailures } from '../../../src/server/space.ts';

const df = `Filesystem     Mounted on            Avail   IFree  Inodes
overlay        /               30000000000 9000000 9999999
/dev/vdb       /var              500000000     500  600000
/dev/vdc       /srv/with space         100       -       -
tmpfs          /run               50000000   40000   50000
/dev/vdd       /var/lib/docker  2000000000       0       0
proc           /proc                     -       -       -
`;

test('df is read, a mount point with a space too, and file systems that count no files', () => {
  expect(parseDf(df)).toEqual([
    { target: '/', availableBytes: 30_000_000_000, availableInodes: 9_000_000, device: undefined },
    { target: '/var', availableBytes: 500_000_000, availableInodes: 500, device: '/dev/vdb' },
    { target: '/srv/with space', availableBytes: 100, availableInodes: undefined, device: '/dev/vdc' },
    { target: '/run', availableBytes: 50_000_000, availableInodes: 40_000, device: undefined },
    { target: '/var/lib/docker', availableBytes: 2_000_000_000, availableInodes: undefined, device: '/dev/vdd' },
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

test('room for files is counted apart from room for bytes; /run is freed in a way of its own', () => {
  const codes = (path: string, bytes: number, inodes: number) =>
    spaceFailures('h', [{ path, bytes, inodes }], parseDf(df)).map(({ code }) => code);
  expect(codes('/var/a', 1, 501)).toEqual(['INODES_FULL']);
  expect(codes('/var/a', 1e9, 501)).toEqual(['DISK_FULL', 'INODES_FULL']);
  expect(codes('/var/lib/docker', 1, 1e9)).toEqual([]);
  expect(codes('/run/deploy-miniprogram', 1e8, 1)).toEqual(['RUN_FULL']);
});

test('a disk that is mounted at several places is counted once, where each path is nearest', () => {
  const disk = { availableBytes: 100, device: '/dev/vda1' };
  const systems = [
    { ...disk, target: '/data' },
    { target: '/', availableBytes: 5, device: '/dev/vda2' },
    // A folder of the first, bound there: df without -a does not show it.
    { ...disk, target: '/var/lib/docker' },
  ];
  const on = (docker: number, data: number) =>
    spaceFailures(
      'h',
      [
        { path: '/var/lib/docker', bytes: docker },
        { path: '/data/x', bytes: data },
      ],
      systems,
    ).length;
  expect([on(50, 50), on(51, 50)]).toEqual([0, 1]);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_960, '1.0 MB'],
  [2_500_000_000, '2.5 GB'],
])('%d bytes are %s', (bytes, expected) => expect(formatBytes(bytes)).toBe(expected));
