import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a program resolves host names, for itself alone. */
export interface Names {
  /** Addresses of host names, before all else. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** The address of the one name server that it asks for all others (default: those of the machine). */
  readonly nameServer?: string;
}

/**
 * An argv in front of a command that gives it its own /etc/hosts and, with a name server, its own /etc/resolv.conf; those
 * of the machine stay as they are. Its files lie in `place`.
 */
export function withNames(place: string, { hosts = {}, nameServer }: Names): readonly string[] {
  const entries = Object.entries(hosts).map(([name, address]) => `${address} ${name}\n`);
  const files = new Map<string, string>();
  if (entries.length > 0) files.set('/etc/hosts', `${readFileSync('/etc/hosts', 'utf8')}\n${entries.join('')}`);
  if (nameServer !== undefined) {
    files.set('/etc/resolv.conf', `nameserver ${nameServer}\n`);
    // A machine's own may ask a daemon, which knows nothing of this resolv.conf.
    if (existsSync('/etc/nsswitch.conf')) files.set('/etc/nsswitch.conf', 'hosts: files dns\n');
  }
  if (files.size === 0) return [];
  const mounts = [...files].map(([path, content]) => {
    const own = join(place, path.slice('/etc/'.length));
    writeFileSync(own, content);
    return { own, path };
  });
  const rights = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const argv = mounts.flatMap(({ own, path }) => [own, path]);
  // Each program replaces the one before it, so that a signal to the child is a signal to node.
  const script = `${mounts.map(() => 'mount --bind "$1" "$2" && shift 2').join(' && ')} && exec "$@"`;
  // bash, since dash would drop variables whose names hold a dash (INPUT_HOST-KEY).
  return ['unshare', '--mount', ...rights, 'bash', '-c', script, 'bash', ...argv];
}
