import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scriptOutput } from '../../../src/server/lines.ts';

const mark = '@@0123456789abcdef:';

function collect(bytes: Buffer, cuts: readonly number[]) {
  const lines: string[] = [];
  const output = scriptOutput(mark, (line) => lines.push(line));
  const at = [0, ...[...cuts].map((c) => c % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let i = 1; i < at.length; i += 1) output.push(bytes.subarray(at[i - 1], at[i]));
  output.end();
  return { lines, text: output.text, noise: output.noise, begun: output.begun, code: output.code };
}

test('text and lines do not depend on how packets cut them, characters included', () => {
  const body = '部署完成\r\nsecond 😀\n\nlast without end';
  const bytes = Buffer.from(`Welcome to 服务器${mark}begin\n${body}`);
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 12 }), (cuts) => {
      expect(collect(bytes, cuts)).toEqual({
        lines: ['部署完成', 'second 😀', '', 'last without end'],
        text: body,
        noise: 'Welcome to 服务器',
        begun: true,
        code: undefined,
      });
    }),
  );
});

test('a script is over with the line that ends it, wherever packets cut it; what follows is another’s', () => {
  for (const last of ['last without end', 'last\n', '\0\r\n', '']) {
    const body = `first\n${mark.slice(0, -1)}\n${last}`;
    const bytes = Buffer.from(`${mark}begin\n${body}${mark}end 137\nlate\n@@1123456789abcdef:begin\nof another\n`);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (cuts) => {
        expect(collect(bytes, cuts)).toMatchObject({ text: body.replace(/^@@/m, ' @@'), noise: '', code: 137 });
      }),
    );
  }
});

test('one that ended before it began is seen to have ended', () => {
  const bytes = Buffer.from(`bash: not found\n${mark}end 127\n`);
  for (let at = 0; at < bytes.length; at += 1)
    expect(collect(bytes, [at])).toMatchObject({ begun: false, code: 127, noise: 'bash: not found\n' });
});

test('what never began is noise', () => {
  expect(collect(Buffer.from('This account is currently not available.\n'), [])).toEqual({
    lines: [],
    text: '',
    noise: 'This account is currently not available.\n',
    begun: false,
    code: undefined,
  });
});

test('a mark counts only with the word of its script', () => {
  const body = `${mark}fact a YQ==\n@@failure LOCKED app=eA==\n@@deadbeefdeadbeef:fact b Yg==\nx ${mark}fact c Yw==\n`;
  const read = [
    '@@fact a YQ==',
    ' @@failure LOCKED app=eA==',
    ' @@deadbeefdeadbeef:fact b Yg==',
    `x ${mark}fact c Yw==`,
  ];
  expect(collect(Buffer.from(`${mark}begin\n${body}`), [3, 40, 60])).toMatchObject({
    lines: read,
    text: `${read.join('\n')}\n`,
  });
});

test('a login that prints a beginning of its own begins nothing', () => {
  expect(collect(Buffer.from('@@begin\n@@fact a YQ==\n'), [])).toMatchObject({ text: '', begun: false });
});
