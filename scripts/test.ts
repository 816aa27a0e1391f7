import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../practice/prepare.ts';
import { linkPrograms, programsOfTests } from '../practice/programs.ts';
import { require } from '../practice/requirements.ts';
import type { World } from '../practice/world.ts';
import { runJest } from './jest-run.ts';
import { lineOf, sum, type Tally } from './tally.ts';

/**
 * Runs every check and every test, and sums them in its last line: `N passed, N failed, N skipped`.
 * `--only NAME` runs one of checks, unit, server, e2e; further words narrow the paths of test files down, options
 * (`--name=value`) go to jest. What programs tests need is installed first; where that cannot be, the run names them.
 */
const root = join(import.meta.dirname, '..');

/** Each a test of its own: it passes when its program exits 0. */
const checks: readonly { readonly name: string; readonly argv: readonly string[] }[] = [
  { name: 'types', argv: [bin('tsc')] },
  { name: 'lint and format', argv: [bin('biome'), 'check', '--error-on-warnings'] },
  { name: 'generated documents', argv: [process.execPath, 'scripts/generate-docs.ts', '--check'] },
  { name: 'dist/ is what src/ builds', argv: [process.execPath, 'scripts/build.ts', '--check'] },
];

type SuiteName = 'checks' | 'unit' | 'server' | 'e2e';

const suites: Readonly<Record<SuiteName, (words: readonly string[]) => Promise<Tally>>> = {
  // At once: the most run on one core.
  checks: async () => sum(await Promise.all(checks.map(check))),
  unit: (words) => runWithPrograms('unit', words, 900),
  server: (words) => runWithPrograms('server', words, 600),
  e2e: async (words) => {
    const world = await (early ?? prepareWorld());
    try {
      // Six at a time: each file brings up a server of its own, and what one waits for leaves time to others. Four left
      // two cores idle at times.
      return await runJest({ folder: 'e2e', words: ['--maxWorkers=6', ...words], seconds: 3600 });
    } finally {
      await world.close();
    }
  },
};

/** Suites that run beside each other: those of the SSH server wait the most of their time, and leave it to the others. */
const together: readonly (readonly SuiteName[])[] = [['checks'], ['unit', 'server'], ['e2e']];

const { only, words } = readArguments(process.argv.slice(2));
// What scenarios share is made while the other suites run: on a bare machine that takes minutes, mostly of downloads.
const early = only === undefined ? prepareWorld() : undefined;
// Its failure is that of the scenarios.
early?.catch(() => undefined);
const tallies: Tally[] = [];
for (const names of together) {
  const wanted = names.filter((name) => only === undefined || name === only);
  tallies.push(...(await Promise.all(wanted.map(runSuite))));
}
const total = sum(tallies);
console.log(`\n${lineOf(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function readArguments(argv: readonly string[]): { only: SuiteName | undefined; words: readonly string[] } {
  const at = argv.indexOf('--only');
  if (at === -1) return { only: undefined, words: argv };
  const names = together.flat();
  const only = names.find((name) => name === argv[at + 1]);
  if (only === undefined) throw new Error(`--only takes ${names.join(', ')}`);
  return { only, words: argv.toSpliced(at, 2) };
}

async function runSuite(name: SuiteName): Promise<Tally> {
  const begun = Date.now();
  console.log(`\n== ${name}`);
  const tally = await suites[name](words).catch(failed);
  console.log(`== ${name}: ${lineOf(tally)} (${Math.round((Date.now() - begun) / 1000)} s)`);
  return tally;
}

async function check({ name, argv }: (typeof checks)[number]): Promise<Tally> {
  const child = spawn(argv[0] ?? '', argv.slice(1), { cwd: root, stdio: 'inherit' });
  const status = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  console.log(`${status === 0 ? 'passed' : 'FAILED'}: ${name}`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

async function prepareWorld(): Promise<World> {
  // Whatever is missing is installed at once.
  await require(only === undefined ? Object.values(programsOfTests).flat() : programsOfTests.e2e, console.log);
  return prepare(console.log);
}

/** Runs tests that find the programs of the table alone: one that is not in it is missing everywhere, not just here. */
async function runWithPrograms(folder: 'unit' | 'server', words: readonly string[], seconds: number): Promise<Tally> {
  await require(programsOfTests[folder], console.log);
  const place = mkdtempSync(join(tmpdir(), 'programs-'));
  try {
    // Tests also run programs as another user.
    chmodSync(place, 0o755);
    linkPrograms(place);
    symlinkSync(process.execPath, join(place, 'node'));
    // Jest leaves a core alone by itself, which is half of two.
    return await runJest({ folder, words: ['--maxWorkers=100%', ...words], seconds, env: { PATH: place } });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** A suite that could not begin: programs are missing, and cannot be installed. */
function failed(error: unknown): Tally {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1, skipped: 0 };
}

function bin(name: string): string {
  return join(root, 'node_modules', '.bin', name);
}
