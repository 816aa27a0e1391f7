import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { switchFolder } from '../../../src/engine/switch-folder.ts';
import { renderSwitch } from '../../../src/engine/switch-script.ts';
import { switchStep } from '../engine/steps.ts';

const src = join(import.meta.dirname, '../../../src');

/** What CentOS 7 (bash 4.2, util-linux 2.23, coreutils 8.22, iproute 4.11, systemd 219) does not know. */
const tooNew: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an array that may be empty, under set -u (bash 4.4)', /(?<!\[@\]\+)"\$\{\w+\[@\]\}"/],
  ['a reference to a variable (bash 4.3)', /\b(local|declare) -n\b/],
  ['an operator such as @Q (bash 4.4)', /\$\{\w+@[QEPAa]\}/],
  ['the first job that ends (bash 4.3)', /\bwait -n\b/],
  ['an index from the end (bash 4.3)', /\$\{\w+\[-\d+\]\}/],
  ['inherit_errexit (bash 4.4)', /\binherit_errexit\b/],
  ['ss without its heading (iproute 4.6)', /\bss -\w*H/],
  ['split with env -S (coreutils 8.30)', /\benv -S\b/],
  ['script with a log of its own (util-linux 2.35)', /\bscript -\w*[OBIT]\b/],
];

/** The sources, with the dollars of their templates as bash sees them. */
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, readFileSync(join(src, name), 'utf8').replaceAll('\\$', '$')] as const);

test.each(tooNew)('no script asks for %s', (_, pattern) => {
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.filter(([, text]) => pattern.test(text)).map(([name]) => name)).toEqual([]);
});

test('a switch without an aftermath expands its empty list only where it is set', () => {
  const purpose = { title: '', folder: switchFolder('/r'), farewell: ':', sharedLockSeconds: 1 };
  const script = renderSwitch([switchStep('a', 'write', 'true')], purpose);
  expect(script).toContain('after=()');
  const expansions = script.split('\n').filter((line) => /\bin .*\[@\]/.test(line));
  expect(expansions.map((line) => line.trim())).toEqual([
    'for n in ${records[@]+"${records[@]}"}; do noted done "${names[$n]}" || return 1; done',
    'for n in ${after[@]+"${after[@]}"}; do',
    'for n in ${forward[@]+"${forward[@]}"}; do',
  ]);
});
