import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, home } from './home.ts';
import { until } from './waiting.ts';

/** Whether a process of this number lives (a zombie does not). */
export function alive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** The process named in a pid file, if it lives and its command line contains `program` (numbers are used again). */
export function processOf(pidFile: string, program: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8').trim());
    return alive(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Ends a process by SIGTERM and awaits its end; by SIGKILL after `seconds`. */
export async function end(pid: number, seconds = 20): Promise<void> {
  if (!alive(pid)) return;
  process.kill(pid, 'SIGTERM');
  const gone = (): true | undefined => (alive(pid) ? undefined : true);
  await until(`process ${pid} to end`, seconds, gone).catch(() => process.kill(pid, 'SIGKILL'));
}

/** Does `work` while no other practice process does anything under the lock of the same name. */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder('locks'), name);
  await until(`the lock ${path}`, 1200, () => {
    if (existsSync(path)) {
      const owner = Number(readFileSync(path, 'utf8'));
      if (owner !== 0 && !alive(owner)) rmSync(path, { force: true });
    }
    const file = openSync(path, 'wx');
    writeFileSync(file, String(process.pid));
    closeSync(file);
    return true;
  });
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** The process that holds the lock of a name; undefined where none does. */
export function holderOf(name: string): number | undefined {
  const path = join(folder('locks'), name);
  const owner = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
  return owner !== 0 && alive(owner) ? owner : undefined;
}

/** Notes that this process uses what practice shares (engine, registry), which then stays up. */
export function arrive(): void {
  mkdirSync(join(home, 'users'), { recursive: true });
  writeFileSync(join(home, 'users', String(process.pid)), '');
}

/** Notes that this process is done; true where no other lives that uses what practice shares. */
export function leave(): boolean {
  const users = folder('users');
  rmSync(join(users, String(process.pid)), { force: true });
  const others = readdirSync(users).filter((pid) => {
    if (alive(Number(pid))) return true;
    rmSync(join(users, pid), { force: true });
    return false;
  });
  return others.length === 0;
}
