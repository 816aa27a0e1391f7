import { isIP } from 'node:net';
import { failure } from '../messages/failure.ts';

/** A host name or address to connect to; an IPv6 address loses its brackets. Throws `INPUT_HOST`. */
export function parseHost(value: string): string {
  const host = /^\[.*\]$/.test(value) ? value.slice(1, -1) : value;
  if (isIP(host) !== 0) return host;
  const labels = host.split('.');
  const good =
    host === value &&
    host.length <= 253 &&
    labels.every((label) => /^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '');
  if (!good) throw failure('INPUT_HOST', { value });
  return host;
}

/** A user name of the server. Throws `INPUT_USERNAME`. */
export function parseUsername(value: string): string {
  if (!/^[^\s:/\\'"`@$\x00-\x1f]{1,64}$/.test(value) || value.startsWith('-'))
    throw failure('INPUT_USERNAME', { value });
  return value;
}

/** A machine as ssh(1) writes it; what is left out is undefined. */
export interface HostPlace {
  readonly username: string | undefined;
  readonly host: string;
  readonly port: number | undefined;
}

/** `[user@]host[:port]`, an IPv6 address in brackets. Throws `INPUT_JUMP_HOST`. */
export function parseJumpHost(value: string): HostPlace {
  const refused = failure('INPUT_JUMP_HOST', { value });
  const [, username, host = '', digits] = /^(?:(.*)@)?(\[[^\]]*\]|[^:[\]]*)(?::(\d{1,5}))?$/.exec(value) ?? [];
  const port = digits === undefined ? undefined : Number(digits);
  if (port !== undefined && (port < 1 || port > 65_535)) throw refused;
  try {
    return { username: username === undefined ? undefined : parseUsername(username), host: parseHost(host), port };
  } catch {
    throw refused;
  }
}
