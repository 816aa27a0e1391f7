import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';
import { folder, label } from './home.ts';
import { exclusively } from './processes.ts';

/** One SSH host key of a practice server, in the forms in which a user may pin it. */
export interface HostKey {
  readonly type: 'ed25519' | 'ecdsa' | 'rsa';
  /** `SHA256:` and 43 letters, as ssh-keygen prints it. */
  readonly fingerprint: string;
  /** A known_hosts line. */
  readonly line: string;
}

const types = ['ed25519', 'ecdsa', 'rsa'] as const;

/** Makes a server's host keys as files `ssh_host_TYPE_key` and `.pub` in a folder; that of RSA is the same for all servers. */
export async function makeHostKeys(place: string, address: string): Promise<readonly HostKey[]> {
  const make = async (type: (typeof types)[number]): Promise<HostKey> => {
    const path = join(place, `ssh_host_${type}_key`);
    if (type === 'rsa') {
      const shared = await rsaKey();
      for (const ending of ['', '.pub']) copyFileSync(`${shared}${ending}`, `${path}${ending}`);
    } else await generate(type, path);
    const [algorithm = '', blob = ''] = readFileSync(`${path}.pub`, 'utf8').trim().split(' ');
    const hash = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64');
    return { type, fingerprint: `SHA256:${hash.replace(/=+$/, '')}`, line: `${address} ${algorithm} ${blob}` };
  };
  return Promise.all(types.map(make));
}

/** The path of the one host key of RSA; made once, since the primes of one take as long to find as a server's start. */
function rsaKey(): Promise<string> {
  return exclusively('host-key', async () => {
    const path = join(folder('keys'), 'host_rsa');
    if (!existsSync(path)) await generate('rsa', path);
    return path;
  });
}

async function generate(type: (typeof types)[number], path: string): Promise<void> {
  // Of RSA less than the 3072 bits of today's servers, for the same reason.
  const bits = type === 'rsa' ? ['-b', '2048'] : [];
  await run(['ssh-keygen', '-q', '-t', type, ...bits, '-N', '', '-C', '', '-f', path]);
}

/** The key pair that opens every practice server; made once. */
export async function clientKey(): Promise<{ path: string; publicKey: string }> {
  const path = join(folder('keys'), 'id_ed25519');
  await exclusively('keys', async () => {
    if (!existsSync(path)) await run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', label, '-f', path]);
  });
  return { path, publicKey: readFileSync(`${path}.pub`, 'utf8').trim() };
}
