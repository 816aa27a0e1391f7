import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Builds dist/ from src/; with `--check` into a folder of its own, and fails where dist/ is not the same. */
const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');

const target = check ? mkdtempSync(join(tmpdir(), 'dist-')) : join(root, 'dist');
build(target);
if (check) {
  const stale = differences(join(root, 'dist'), target);
  rmSync(target, { recursive: true });
  if (stale.length > 0) {
    console.error(`dist/ is not what src/ builds: ${stale.join(', ')}\nRun: npm run build`);
    process.exit(1);
  }
  console.log('dist/ is what src/ builds.');
}

/** TypeScript to lib/, then one bundle an entry: what both need is bundled into each, so that either starts alone. */
function build(out: string): void {
  const lib = join(root, 'lib');
  rmSync(lib, { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
  run('tsc', ['-p', 'tsconfig.build.json']);
  run('ncc', ['build', join(lib, 'index.js'), '-o', out, '--license', 'licenses.txt', '--no-source-map-register']);
  run('ncc', ['build', join(lib, 'post.js'), '-o', join(out, 'post'), '--license', 'licenses.txt', '--no-source-map-register']);
  // ssh2's agent for PuTTY; keys come from inputs here.
  rmSync(join(out, 'pagent.exe'), { force: true });
}

function run(tool: string, args: readonly string[]): void {
  const bin = join(root, 'node_modules', '.bin', tool);
  execFileSync(bin, args, { cwd: root, stdio: ['ignore', check ? 'ignore' : 'inherit', 'inherit'], shell: process.platform === 'win32' });
}

function differences(a: string, b: string): readonly string[] {
  const names = [...new Set([...filesOf(a), ...filesOf(b)])].sort();
  return names.filter((name) => contentOf(join(a, name)) !== contentOf(join(b, name)));
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
