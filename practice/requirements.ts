import { run } from './command.ts';
import type { Say } from './home.ts';
import { exclusively, holderOf } from './processes.ts';
import { find, type Program, packageOf } from './programs.ts';
import { withoutServices } from './services.ts';

/**
 * Installs by apt-get what of `programs` is missing; no service of theirs is started, now or at the next boot.
 * Throws an Error that names programs and packages where this is not a Debian-like machine or the user is not root.
 */
export async function require(programs: readonly Program[], say: Say): Promise<void> {
  const missing = (): readonly Program[] => programs.filter((program) => find(program) === undefined);
  // What somebody is installing may be there, and not yet fit for use.
  if (missing().length === 0 && holderOf('packages') === undefined) return;
  if (missing().length > 0) refuseToInstall(missing());
  await exclusively('packages', async () => {
    // Another process may have installed them meanwhile.
    const wanted = packagesOf(missing());
    if (wanted.length === 0) return;
    say(`Installing ${wanted.join(', ')} by apt-get`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run(['apt-get', 'update', '-q'], { env });
    await withoutServices(wanted, () => run([...installing, ...wanted], { env }));
    const left = missing();
    if (left.length > 0) throw new Error(`${packagesOf(left).join(', ')} did not bring ${left.join(', ')}`);
  });
}

const installing = ['apt-get', 'install', '-y', '--no-install-recommends'];

function packagesOf(programs: readonly Program[]): readonly string[] {
  return [...new Set(programs.map(packageOf))];
}

/** Throws an Error where nothing can be installed here. */
function refuseToInstall(missing: readonly Program[]): void {
  const command = [...installing, ...packagesOf(missing)].join(' ');
  if (find('apt-get') === undefined) {
    throw new Error(`Missing: ${missing.join(', ')}. On Debian or Ubuntu: ${command}`);
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`Missing: ${missing.join(', ')}. Run as root, or first: sudo ${command}`);
  }
}
