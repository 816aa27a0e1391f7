import { cpSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { attempt, run } from '../command.ts';
import { folder, projectRoot, type Say } from '../home.ts';
import { surveyHost } from '../host-system.ts';
import { copySettings } from './settings.ts';

/** A file tree with the least that Debian or Ubuntu has, Node, and a clean clone of this project in /root/project. */
export interface BareRoot {
  readonly path: string;
  /** The environment for what runs in it. */
  readonly env: Readonly<Record<string, string>>;
}

/** Where the file tree lies. */
const place = join(folder('bare'), 'root');

/** Makes the file tree. */
export async function makeRoot(say: Say): Promise<BareRoot> {
  await removeRoot();
  mkdirSync(place, { recursive: true });
  await leaveOverlay();
  const { id, codename, repository } = await surveyHost();
  say(`Making a bare ${codename} by debootstrap`);
  const components = `--components=main${id === 'ubuntu' ? ',universe' : ''}`;
  await run(['debootstrap', '--variant=minbase', components, codename, place, repository]);
  const settings = await copySettings(place);
  copyNode();
  const project = join(place, 'root/project');
  if ((await run(['git', '-C', projectRoot, 'status', '--porcelain'])) !== '') {
    say('What is not committed is left out');
  }
  await run(['git', 'clone', '--quiet', '--no-hardlinks', projectRoot, project]);
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  return {
    path: place,
    env: { ...settings, PATH: path, HOME: '/root', USER: 'root', LANG: 'C.UTF-8', TERM: 'dumb', CI: 'true' },
  };
}

/** Removes the file tree; once nothing runs in it, nothing is mounted there but what is under it where this is overlay. */
export async function removeRoot(): Promise<void> {
  await attempt(['umount', '--lazy', place]);
  await run(['rm', '-rf', '--one-file-system', place]);
  rmSync(`${place}.ext4`, { force: true });
}

/** An engine's data cannot lie on overlay, of which the file systems of containers are made: there, a file holds ext4. */
async function leaveOverlay(): Promise<void> {
  const kind = (await run(['stat', '--file-system', '--format', '%T', place])).trim();
  if (kind !== 'overlayfs') return;
  const file = `${place}.ext4`;
  await run(['truncate', '--size', '40G', file]);
  await run(['mkfs.ext4', '-q', '-m', '0', file]);
  await run(['mount', '-o', 'loop', file, place]);
}

/** This machine's own Node and npm; not the Node 24 of the project's dependencies, which first must be installed there. */
function copyNode(): void {
  const ofProject = resolve(projectRoot, 'node_modules');
  const folders = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.startsWith(ofProject));
  const real = (name: string): string => {
    for (const path of folders) {
      try {
        return realpathSync(join(path, name));
      } catch {
        // Not in this one.
      }
    }
    throw new Error(`There is no ${name} on the PATH`);
  };
  const [bin, modules] = [join(place, 'usr/local/bin'), join(place, 'usr/local/lib/node_modules')];
  cpSync(real('node'), join(bin, 'node'));
  // npm's program is bin/npm-cli.js of its package.
  cpSync(dirname(dirname(real('npm'))), join(modules, 'npm'), { recursive: true, dereference: true });
  for (const name of ['npm', 'npx']) symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(bin, name));
}
