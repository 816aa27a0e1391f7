import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs every check and every test, and sums them in its last line: `N passed, N failed, N skipped`.
 * `--only NAME` runs one of checks, unit, server, e2e; further words go to jest.
 */
const root = join(import.meta.dirname, '..');

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Each a test of its own: it passes when its program exits 0. */
const checks: readonly { readonly name: string; readonly argv: readonly string[] }[] = [
  { name: 'types', argv: [bin('tsc')] },
  { name: 'lint and format', argv: [bin('biome'), 'check', '--error-on-warnings'] },
  { name: 'generated documents', argv: [process.execPath, 'scripts/generate-docs.ts', '--check'] },
  { name: 'dist/ is what src/ builds', argv: [process.execPath, 'scripts/build.ts', '--check'] },
];

const suites: Readonly<Record<string, (words: readonly string[]) => Tally>> = {
  checks: runChecks,
  unit: (words) => runJest('unit', words),
  server: (words) => runJest('server', ['--runInBand', ...words]),
  // Three at a time: each file brings up a server of its own, and waits for it most of the time.
  e2e: (words) => runJest('e2e', ['--maxWorkers=3', ...words]),
};

const { only, words } = readArguments(process.argv.slice(2));
const tallies = Object.entries(suites)
  .filter(([name]) => only === undefined || name === only)
  .map(([name, run]) => {
    const begun = Date.now();
    console.log(`\n== ${name}`);
    const tally = run(words);
    console.log(`== ${name}: ${lineOf(tally)} (${Math.round((Date.now() - begun) / 1000)} s)`);
    return tally;
  });
const total = tallies.reduce(add, { passed: 0, failed: 0, skipped: 0 });
console.log(`\n${lineOf(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function readArguments(argv: readonly string[]): { only: string | undefined; words: readonly string[] } {
  const at = argv.indexOf('--only');
  if (at === -1) return { only: undefined, words: argv };
  const only = argv[at + 1];
  if (only === undefined || !Object.hasOwn(suites, only))
    throw new Error(`--only takes ${Object.keys(suites).join(', ')}`);
  return { only, words: argv.toSpliced(at, 2) };
}

function runChecks(): Tally {
  return checks
    .map(({ name, argv }): Tally => {
      const { status } = spawnSync(argv[0] ?? '', argv.slice(1), { cwd: root, stdio: 'inherit' });
      console.log(`${status === 0 ? 'passed' : 'FAILED'}: ${name}`);
      return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
    })
    .reduce(add);
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

function runJest(folder: string, words: readonly string[]): Tally {
  if (readdirSync(join(root, '__tests__', folder)).length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const scratch = mkdtempSync(join(tmpdir(), 'jest-'));
  const file = join(scratch, 'report.json');
  try {
    spawnSync(
      process.execPath,
      [
        ...['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')],
        ...['--json', '--outputFile', file, '--testPathPatterns', ...patternsFor(folder, words)],
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
    const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
    return {
      passed: report.numPassedTests,
      // A file that could not be run at all counts no test of its own.
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Paths of the suite that hold one of the words; options go to jest as they are. */
function patternsFor(folder: string, words: readonly string[]): readonly string[] {
  const suite = `__tests__/${folder}/`;
  const paths = words.filter((word) => !word.startsWith('-'));
  const options = words.filter((word) => word.startsWith('-'));
  return [...(paths.length === 0 ? [suite] : paths.map((path) => `${suite}.*${path}`)), ...options];
}

function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

function lineOf({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function bin(name: string): string {
  return join(root, 'node_modules', '.bin', name);
}
