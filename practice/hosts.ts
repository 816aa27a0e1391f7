import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An argv in front of a command that gives it an /etc/hosts of its own; the machine's stays as it is. */
export function withHosts(place: string, hosts: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(hosts);
  if (entries.length === 0) return [];
  const file = join(place, 'hosts');
  writeFileSync(file, `${readFileSync('/etc/hosts', 'utf8')}\n${entries.map(([n, a]) => `${a} ${n}`).join('\n')}\n`);
  const rights = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  // Each program replaces the one before it, so that a signal to the child is a signal to node.
  const script = 'mount --bind "$0" /etc/hosts && exec "$@"';
  // bash, since dash would drop variables whose names hold a dash (INPUT_HOST-KEY).
  return ['unshare', '--mount', ...rights, 'bash', '-c', script, file];
}
