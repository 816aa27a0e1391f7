import fc from 'fast-check';
import { besideVolumes, parseFiles } from '../../../src/values/mounted-files.ts';
import { codes, refusals } from '../settings/inputs.ts';

test.each<[string, string, string]>([
  ['keys/pay.pem:/etc/wechat/pay.pem', 'keys/pay.pem', '/etc/wechat/pay.pem'],
  ['C:\\keys\\pay.pem:/etc/pay.pem', 'C:\\keys\\pay.pem', '/etc/pay.pem'],
  ['D:/keys/pay.pem:/etc/pay.pem', 'D:/keys/pay.pem', '/etc/pay.pem'],
  ['/tmp/a:b:/c', '/tmp/a:b', '/c'],
  ['  ../a b.yml : /app//./config/a.yml  ', '../a b.yml', ''],
  ['../a b.yml:/app//./config/a.yml  ', '../a b.yml', '/app/config/a.yml'],
])('%j', (line, source, container) => {
  const read = () => parseFiles(line);
  if (container === '') expect(codes(read)).toEqual(['INPUT_FILE']);
  else expect(read()).toEqual([{ source, container }]);
});

test.each([
  'a',
  ':/a',
  'a:',
  'a:b',
  'a:/',
  'a:/b/',
  'a:/b/.',
  'a:/b/../c',
  'a:/b:ro',
  'a:C:\\b',
  'a:/b\\c',
  'a:/b\x01',
  'a\x01:/b',
])('%j is refused', (line) => {
  expect(codes(() => parseFiles(line))).toEqual(['INPUT_FILE']);
});

test('all bad lines are told at once, each by its number', () => {
  expect(refusals(() => parseFiles('a:/a\n\nb\nc:d'))).toEqual([
    'INPUT_FILE: `files`, line 3, cannot be "b".',
    'INPUT_FILE: `files`, line 4, cannot be "c:d".',
  ]);
});

test.each(['a:/x\nb:/x', 'a:/x\nb:/x/y', 'a:/x/y\nb:/x', 'a:/x\nb://x'])('%j stand in each other’s way', (lines) => {
  expect(codes(() => parseFiles(lines))).toEqual(['INPUT_FILE_PLACE']);
});

test('in whatever order they are given, they have one order', () => {
  const line = fc.stringMatching(/^[a-z]{1,8}$/).map((name) => `${name}:/f/${name}`);
  const shuffled = fc
    .uniqueArray(line, { minLength: 1 })
    .chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })));
  fc.assert(
    fc.property(shuffled, ([lines, others]) => {
      expect(parseFiles(others.join('\n'))).toEqual(parseFiles(lines.join('\n')));
    }),
  );
});

test.each<[string, string, boolean, number]>([
  ['/data', '/data', false, 1],
  ['/data', '/data/logs', false, 1],
  ['/data/key', '/data', false, 0],
  ['/data/key', '/data', true, 1],
  ['/database', '/data', true, 0],
])('a file at %s beside a volume at %s (read-only: %s)', (path, volume, readOnly, problems) => {
  const files = [{ source: 'a', container: path }];
  expect(besideVolumes(files, [{ host: '/h', container: volume, readOnly }])).toHaveLength(problems);
});
