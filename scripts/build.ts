import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds dist/ from src/: TypeScript to JavaScript, then one bundle. The entry of the post step (post.js) imports it.
 * `--check` builds beside it and fails where dist/ is not the same. What is there is replaced in one step at the end.
 */
const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const dist = join(root, 'dist');
// Always the same place: ncc numbers modules by their paths.
const scratch = join(root, '.build');
rmSync(scratch, { recursive: true, force: true });

try {
  const built = build(scratch);
  if (check) {
    const stale = differences(dist, built);
    if (stale.length > 0) {
      console.error(`dist/ is not what src/ builds: ${stale.join(', ')}\nRun: npm run build`);
      process.exitCode = 1;
    } else {
      console.log('dist/ is what src/ builds.');
    }
  } else {
    if (existsSync(dist)) renameSync(dist, join(scratch, 'old'));
    renameSync(built, dist);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function build(folder: string): string {
  const [lib, out] = [join(folder, 'lib'), join(folder, 'dist')];
  run('tsc', ['-p', 'tsconfig.build.json', '--outDir', lib]);
  run('ncc', ['build', join(lib, 'index.js'), '-o', out, '--license', 'licenses.txt']);
  copyFileSync(join(lib, 'post.js'), join(out, 'post.js'));
  // ssh2's agent for PuTTY; keys come from inputs here.
  rmSync(join(out, 'pagent.exe'), { force: true });
  return out;
}

function run(tool: string, args: readonly string[]): void {
  execFileSync(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** Files, by their paths in both folders, that are not the same in both. */
function differences(a: string, b: string): readonly string[] {
  const names = [...new Set([...filesOf(a), ...filesOf(b)])].sort();
  return names.filter((name) => contentOf(join(a, name)) !== contentOf(join(b, name)));
}

function filesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'latin1') : undefined;
}
