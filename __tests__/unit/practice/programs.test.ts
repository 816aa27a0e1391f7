import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../../practice/home.ts';
import { packageOf, programs, programsOfTests } from '../../../practice/programs.ts';

// What is installed where it is missing is what the table names: a program that is called and not in it would be found
// missing by people on other machines only.
const folders = ['__tests__', 'bench', 'practice', 'scripts'];

/** Functions that are given a program, and those of practice/command.ts, which are given words that begin with one. */
const callers = ['spawn', 'spawnSync', 'execFile', 'execFileSync', 'find'];
const wordCallers = ['run', 'attempt'];

/** Part of Node, or of the dependencies. */
const given = ['node', 'npm', 'npx'];

/** Words of bash itself, and names of what a script defines. */
const words =
  /^(?:\[|:|break|case|cd|continue|do|done|echo|elif|else|esac|eval|exec|exit|export|fi|for|function|if|in|local|printf|read|return|set|shift|then|trap|true|umask|unset|wait|while|[{}!].*)$/;

function sources(ending: RegExp): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => ending.test(path)),
  );
}

/** The program that an argument names: `'x'`, `['x', ...]`, `[find('x') ?? 'x', ...]`; undefined where it is computed. */
function programIn(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isArrayLiteralExpression(node)) return programIn(node.elements[0]);
  if (ts.isBinaryExpression(node)) return programIn(node.right);
  return undefined;
}

function calledBy(path: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [argument] = node.arguments;
      const takesWords =
        wordCallers.includes(node.expression.text) && argument?.kind === ts.SyntaxKind.ArrayLiteralExpression;
      if (takesWords || callers.includes(node.expression.text)) found.push(programIn(argument) ?? '');
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(join(projectRoot, path), 'utf8'), ts.ScriptTarget.Latest, true));
  return found.filter((name) => /^[\w.-]+$/.test(name));
}

/** First words of the commands of a bash script, as far as they are words. */
function calledByBash(path: string): readonly string[] {
  const script = readFileSync(join(projectRoot, path), 'utf8')
    .replace(/^\s*#.*$/gm, '')
    .replaceAll('\\\n', ' ')
    .replace(/'[^']*'/g, "''");
  const own = [...script.matchAll(/^(\w+)\(\)/gm)].map(([, name]) => name);
  const first =
    /(?:^|[;|&(]|\b(?:then|do|else|if|while)\b)[ \t]*(?:!\s+)?(?:\w+=\S*[ \t]+)*([a-z[][\w.-]*)(?=[ \t\n;]|$)/gm;
  return [...script.matchAll(first)]
    .map(([, name = '']) => name)
    .filter((name) => !words.test(name) && !own.includes(name));
}

test('every program that the sources call is in the table', () => {
  const called = [
    ...sources(/\.(?:ts|mjs)$/).flatMap((path) => calledBy(path).map((name) => `${name} (${path})`)),
    ...sources(/\.sh$/).flatMap((path) => calledByBash(path).map((name) => `${name} (${path})`)),
  ];
  expect(called.length).toBeGreaterThan(60);
  const known = [...programs, ...given] as readonly string[];
  expect([...new Set(called)].filter((line) => !known.includes(line.split(' ')[0] ?? ''))).toEqual([]);
});

test('every program has a package, and what tests need is in the table', () => {
  expect(programs.map(packageOf).filter((name) => !/^[a-z0-9][a-z0-9.+-]+$/.test(name))).toEqual([]);
  expect(
    Object.values(programsOfTests)
      .flat()
      .filter((name) => !programs.includes(name)),
  ).toEqual([]);
});
