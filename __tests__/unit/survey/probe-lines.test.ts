import { gzipSync } from 'node:zlib';
import { decode, unpacked } from '../../../src/shell/packed.ts';
import { readLines } from '../../../src/survey/probe-lines.ts';
import { base64 } from './base64.ts';

test('a word and its value, parted at the first space alone', () => {
  const { value, values, has, fields } = readLines('a one two\nb\na \nab x\nb \r');
  expect(values('a')).toEqual(['one two', '']);
  expect([value('b'), value('ab'), value('nothing')]).toEqual(['', 'x', undefined]);
  expect([has('b'), has('one'), has('')]).toEqual([true, false, false]);
  expect(fields('a')).toEqual([['one', 'two'], []]);
});

test('a field that is empty keeps its place', () => {
  expect(readLines('unseen id  x ').fields('unseen')).toEqual([['id', '', 'x']]);
});

test('texts in base64, and packed ones, which are read whole or not at all', () => {
  expect([decode(base64('名\n')), decode()]).toEqual(['名\n', '']);
  const packed = gzipSync('long').toString('base64');
  expect(unpacked(packed).toString()).toBe('long');
  expect(() => unpacked(packed, { maxOutputLength: 3 })).toThrow('larger than 3 bytes');
  expect(() => unpacked(packed.slice(0, 12))).toThrow('unexpected end of file');
});
