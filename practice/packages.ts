import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';
import { folder } from './home.ts';
import { surveyHost } from './host-system.ts';
import { exclusively } from './processes.ts';

/**
 * Unpacks packages of another release of this machine's distribution, and all that they depend on, into the folder
 * `into`. Nothing is installed, no script of theirs runs, and this machine's own package lists stay as they are.
 */
export function unpackPackages(suite: string, packages: readonly string[], into: string): Promise<void> {
  return exclusively(`packages-${suite}`, async () => {
    const { apt, archives } = await ownApt(suite);
    await apt(['update', '-q']);
    await apt(['install', '-q', '-y', '--download-only', ...packages]);
    // As on a system of today, so that links that lead to /lib or /usr/lib both lead somewhere.
    for (const name of ['bin', 'sbin', 'lib', 'lib64']) mkdirSync(join(into, 'usr', name), { recursive: true });
    await run(['ln', '-s', ...['bin', 'sbin', 'lib', 'lib64'].map((name) => `usr/${name}`), into]);
    for (const name of readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
      await run(['bash', '-c', unpack, join(archives, name), into]);
    }
    rmSync(archives, { recursive: true });
  });
}

const unpack = 'set -o pipefail; dpkg-deb --fsys-tarfile "$0" | tar -x --keep-directory-symlink -C "$1"';

/** apt-get for a system of its own, on which nothing is installed and whose only source is the suite. */
async function ownApt(suite: string): Promise<{
  readonly apt: (words: readonly string[]) => Promise<string>;
  readonly archives: string;
}> {
  const { id, repository } = await surveyHost();
  const [place, lists, archives] = [
    folder('packages', suite),
    folder('packages', suite, 'lists'),
    folder('packages', suite, 'archives'),
  ];
  const path = (name: string): string => join(place, name);
  if (!existsSync(path('status'))) writeFileSync(path('status'), '');
  writeFileSync(path('sources.list'), `deb ${repository} ${suite} main${id === 'ubuntu' ? ' universe' : ''}\n`);
  const settings = {
    'Dir::State::status': path('status'),
    'Dir::State::lists': lists,
    'Dir::State::extended_states': path('extended_states'),
    'Dir::Cache': place,
    'Dir::Cache::archives': archives,
    'Dir::Etc::sourcelist': path('sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'APT::Sandbox::User': 'root',
    'APT::Install-Recommends': 'false',
    'Acquire::Languages': 'none',
    // A suite in the making has an index whose date is often over.
    'Acquire::Check-Valid-Until': 'false',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} "${value}";`);
  writeFileSync(path('apt.conf'), `${lines.join('\n')}\n`);
  const env = { APT_CONFIG: path('apt.conf'), DEBIAN_FRONTEND: 'noninteractive' };
  return { apt: (words) => run(['apt-get', ...words], { env }), archives };
}
