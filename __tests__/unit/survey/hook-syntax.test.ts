import { Secret } from '../../../src/redaction/secret.ts';
import { hookSyntaxProbe } from '../../../src/survey/hook-syntax.ts';
import { ask } from './probing.ts';

const complaints = async (beforeSwitch: string, afterDeploy?: string) =>
  await ask(
    hookSyntaxProbe({
      beforeSwitch: new Secret(beforeSwitch),
      afterDeploy: afterDeploy === undefined ? undefined : new Secret(afterDeploy),
      timeoutSeconds: 300,
    }),
  );

test('what bash cannot read is told by its line, without the line itself, and nothing of it is run', async () => {
  const [one, two, ...none] = await complaints('touch /nonesuch/x\nfi hunter2-of-the-shop', 'if true; then\n  echo x');
  expect(none).toEqual([]);
  expect(one?.message).toBe('HOOK_SYNTAX: bash on the server cannot read `before-switch`: syntax error in line 2.');
  expect(one?.evidence).toBe("before-switch: line 2: syntax error near unexpected token `fi'");
  expect(two?.message).toContain('`after-deploy`: syntax error in line');
  expect(two?.evidence).toMatch(/^after-deploy: line \d: syntax error: unexpected end of file/);
});

test.each([
  ['foo() hunter2-of-the-shop', "line 1: syntax error near unexpected token `…'"],
  ["foo() hunter2'of'the-shop", "line 1: syntax error near unexpected token `…'"],
  ['foo() "hunter2\nline 3: of the shop"', 'line 2: syntax error'],
  ['if true; then cat <<hunter2\n', "line 1 delimited by end-of-file (wanted `…')"],
  ['if [[ hunter2 = ]]; then x; fi', "line 1: unexpected argument `]]' to conditional binary operator"],
  ['echo hunter2 "', 'line 1: unexpected EOF while looking for matching `"\''],
  ["echo hunter2 | | 'of the shop'", "line 1: syntax error near unexpected token `|'"],
])('no word of a script is shown: %j', async (script, shown) => {
  const [{ evidence = '' } = {}, ...none] = await complaints(script);
  expect(none).toEqual([]);
  expect(evidence).toMatch(shown);
  expect(evidence).not.toMatch(/hunter|shop|of the/);
});

test('a whole one has no complaint: patterns that it switches on, heredocs, words of Chinese, quotes', async () => {
  const script = `shopt -s extglob\nls !(keep)\ncat <<'X'\nit's "备份"\nX\n[[ a =~ ^(a|b)$ ]] && (( 1 > 0 ))\n# 结束`;
  expect(await complaints(script, 'case $RELEASE in a) echo "é" ;; esac')).toEqual([]);
  expect(await complaints('cat <<X\nno end')).toEqual([]);
});
