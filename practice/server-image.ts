import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';
import type { Engine } from './engine.ts';
import { folder, label, type Say } from './home.ts';
import { type HostSystem, surveyHost } from './host-system.ts';
import { exclusively } from './processes.ts';
import { require } from './requirements.ts';

/** `blank`: what a cloud provider hands out. `ready`: with Docker Engine, nginx, openssl and curl. */
export type ServerKind = 'blank' | 'ready';

/** A release of Debian, later than this machine's own, that blank servers can be made of. */
export type LaterRelease = 'trixie';

/** A user of every practice server. */
export interface Account {
  readonly name: string;
  readonly password: string;
  /** What sudo asks of it. */
  readonly sudo: 'root' | 'nothing' | 'password' | 'refuses';
}

/** The users of a practice server; their passwords open nothing but that. */
export const accounts: readonly Account[] = [
  { name: 'root', password: 'Practice-root-8014', sudo: 'root' },
  { name: 'deploy', password: 'Practice-deploy-8014', sudo: 'nothing' },
  { name: 'asks', password: 'Practice-asks-8014', sudo: 'password' },
  { name: 'nobody-special', password: 'Practice-nobody-8014', sudo: 'refuses' },
];

const blankPackages = 'systemd,systemd-sysv,dbus,openssh-server,sudo,ca-certificates,iproute2,procps,tzdata';
const readyPackages = 'docker.io iptables nginx-light openssl curl';
/** Downloaded, not installed, on a blank server: apt then fetches only what has changed since. */
const fetchedPackages = `${readyPackages} nginx ca-certificates`;
/** What a server of a later Debian is provisioned with. */
const laterPackages = `${readyPackages} docker-cli docker-buildx`;

const recipePath = join(import.meta.dirname, 'server-image.sh');
const recipe = readFileSync(recipePath, 'utf8');

/** The name of the image of a kind; made from Debian's (or Ubuntu's) packages where the engine lacks it. */
export function serverImage(engine: Engine, kind: ServerKind, say: Say): Promise<string> {
  return exclusively('server-image', async () => {
    const names = await makeImages(engine, await surveyHost(), readyPackages, ['blank', 'ready'], say);
    return names[kind === 'blank' ? 0 : 1] ?? '';
  });
}

/** The name of the image of a blank server of another release of Debian; an Ubuntu has its own releases alone. */
export function laterServerImage(engine: Engine, release: LaterRelease, say: Say): Promise<string> {
  return exclusively(`server-image-${release}`, async () => {
    const host = await surveyHost();
    if (host.id === 'ubuntu') return serverImage(engine, 'blank', say);
    const sources = host.sources.map((line) => line.replaceAll(` ${host.codename}`, ` ${release}`));
    // Of what a server is provisioned with nothing is needed here.
    const [name = ''] = await makeImages(engine, { ...host, codename: release, sources }, '', ['blank'], say);
    return name;
  });
}

/** The names of the images of `kinds`, made where the engine lacks one of them. */
async function makeImages(
  engine: Engine,
  host: HostSystem,
  ready: string,
  kinds: readonly ServerKind[],
  say: Say,
): Promise<readonly string[]> {
  const settings = {
    CODENAME: host.codename,
    REPOSITORY: host.repository,
    COMPONENTS: host.id === 'ubuntu' ? 'main,universe' : 'main',
    SOURCES: host.sources.join('\n'),
    APT_SETTINGS: host.aptSettings.join('\n'),
    BLANK_PACKAGES: blankPackages,
    READY_PACKAGES: ready,
    FETCHED_PACKAGES: ready === '' ? laterPackages : fetchedPackages,
    ACCOUNTS: accounts.map((a) => `${a.name}:${a.password}:${a.sudo}`).join('\n'),
  };
  const version = createHash('sha256')
    .update(JSON.stringify([recipe, settings]))
    .digest('hex')
    .slice(0, 12);
  // Each release by a label of its own: the images of one do not go for those of another.
  const own = ready === '' ? `server-${host.codename}` : 'server';
  const names = kinds.map((kind) => `${label}/${own}-${kind}:${version}`);
  if ((await engine.attempt(['image', 'inspect', ...names])).code === 0) return names;
  await require(['debootstrap', 'unshare', 'mount', 'chroot', 'tar'], say);
  say(`Making the images of practice servers from ${host.codename}'s packages (once, about two minutes)`);
  const work = folder('server-image', host.codename);
  // Mounts made for apt's sake vanish with the mount namespace, however the script ends.
  await run(['unshare', '--mount', 'bash', recipePath, work], { env: settings });
  for (const [at, kind] of kinds.entries()) {
    const change = ['-c', 'CMD ["/sbin/init"]', '-c', `LABEL ${label}=${own}`];
    await engine.docker(['import', ...change, join(work, `${kind}.tar`), names[at] ?? '']);
  }
  await run(['rm', '-rf', work]);
  await removeOlder(engine, own, names);
  return names;
}

/** Removes the images of earlier recipes, those in use aside. */
export async function removeOlder(engine: Engine, own: string, current: readonly string[]): Promise<void> {
  const listed = await engine.docker([
    'images',
    '--filter',
    `label=${label}=${own}`,
    '--format',
    '{{.Repository}}:{{.Tag}}',
  ]);
  for (const image of listed.split('\n')) {
    if (image !== '' && !current.includes(image)) await engine.attempt(['rmi', image]);
  }
}
