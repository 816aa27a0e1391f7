import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.ts';
import { folder, type Say } from '../home.ts';
import { surveyHost } from '../host-system.ts';
import { unpackPackages } from '../packages.ts';
import { exclusively } from '../processes.ts';
import { find } from '../programs.ts';
import { require } from '../requirements.ts';

/**
 * Installs a program of a Go module into a folder: by this machine's Go, else by one that is unpacked for it from the
 * distribution's packages and removed again. Either fetches the newer toolchain that a module asks for, as a Go module.
 */
export function goInstall(module: string, into: string, say: Say): Promise<void> {
  // Two at once would each remove the other's Go.
  return exclusively('go', () => install(module, into, say));
}

async function install(module: string, into: string, say: Say): Promise<void> {
  const own = find('go');
  const place = folder('build', 'go');
  const go = own ?? (await unpackGo(place, say));
  try {
    // No C compiler is needed, nor is one there on every machine.
    const env = { GOBIN: into, GOTOOLCHAIN: 'auto', CGO_ENABLED: '0' };
    const cache = { GOPATH: join(place, 'path'), GOCACHE: join(place, 'cache'), GOFLAGS: '-modcacherw' };
    await run([go, 'install', module], { env: { ...env, ...(own === undefined ? cache : {}) } });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Bookworm's own Go (1.19) is too old to fetch another toolchain; its backports have one that does. */
async function unpackGo(place: string, say: Say): Promise<string> {
  const { codename } = await surveyHost();
  const suite = codename === 'bookworm' ? 'bookworm-backports' : codename;
  await require(['bash', 'dpkg-deb', 'tar'], say);
  say(`Unpacking ${suite}'s Go`);
  const tree = join(place, 'tree');
  await unpackPackages(suite, ['golang-go'], tree);
  const [version] = readdirSync(join(tree, 'usr/lib')).filter((name) => name.startsWith('go-'));
  return join(tree, 'usr/lib', version ?? 'go', 'bin/go');
}
