import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readLog } from '../../../practice/runner-protocol.ts';

const hostile = ['::stop-commands::x', '::add-mask::deploy', '##[error]boo', '::group::a', '::set-output name=a::b'];

/** What a program that calls the console writes. */
function written(calls: string): string {
  const module = join(import.meta.dirname, '../../../src/action/console.ts');
  const program = `import * as it from ${JSON.stringify(module)};\nconst hostile = ${JSON.stringify(hostile)};\n${calls}`;
  const node = ['--no-warnings', '--input-type=module-typescript', '--eval', program];
  return execFileSync(process.execPath, node, { encoding: 'utf8', env: { ...process.env, GITHUB_ACTIONS: 'true' } });
}

test('lines from outside act on nothing, and what follows of ours does', () => {
  const text = written(`
    it.startGroup('build');
    for (const line of hostile) it.show(line);
    it.say('between ' + hostile.join('\\r'));
    it.show(hostile.join('\\n'));
    it.warn(hostile.join('\\n'));
    it.show(hostile.join('\\r'));
    it.fail(hostile.join('\\n'), 'CODE');
    it.endGroup();
    it.hide('a real secret');
    it.hide('fi\\ndo');`);
  const { commands, annotations, masks, log } = readLog(text);
  const stop = 'stop-commands';
  expect(commands).toEqual(['group', stop, stop, 'warning', stop, 'error', 'endgroup', 'add-mask']);
  expect(annotations.map(({ level, title }) => `${level} ${title}`)).toEqual(['warning ', 'error CODE']);
  expect(masks).toEqual(['a real secret', 'a real secret']);
  // Shown as they came, but for what would colour and fold the page.
  expect(log).toContain('\n::add-mask::deploy\n## [error]boo\n');
  expect(log).not.toContain('##[');
}, 30_000);
