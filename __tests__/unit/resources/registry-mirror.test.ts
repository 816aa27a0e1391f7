import fc from 'fast-check';
import { tencentMirror } from '../../../src/messages/registry-mirror.ts';
import { mergeDaemonJson } from '../../../src/resources/registry-mirror.ts';
import { codes } from '../settings/inputs.ts';

test('whatever daemon.json says stays, and the mirror comes last', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.webUrl()), (settings, mirrors) => {
      const before = { ...settings, 'registry-mirrors': mirrors };
      const merged = JSON.parse(mergeDaemonJson(JSON.stringify(before), tencentMirror)) as Record<string, unknown>;
      expect(merged).toEqual(
        JSON.parse(JSON.stringify({ ...before, 'registry-mirrors': [...mirrors, tencentMirror] })),
      );
    }),
  );
});

test('no file and an empty one', () => {
  for (const content of [undefined, '', ' \n']) {
    expect(JSON.parse(mergeDaemonJson(content, 'https://m.example.com'))).toEqual({
      'registry-mirrors': ['https://m.example.com'],
    });
  }
});

test('a mirror that is there leaves the file to the letter', () => {
  const content = `{ "registry-mirrors" : ["${tencentMirror}"] }`;
  expect(mergeDaemonJson(content, tencentMirror)).toBe(content);
});

test.each(['{', '[]', 'null', '"x"', '{"a":1,}', '// c\n{}', '{"a":"\uFFFD"}'])('%j is not written anew', (content) => {
  expect(codes(() => mergeDaemonJson(content, tencentMirror))).toEqual(['DAEMON_JSON_INVALID']);
});
