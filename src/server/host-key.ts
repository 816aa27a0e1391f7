import { createHash } from 'node:crypto';
import { Failures, failure } from '../messages/failure.ts';
import { unfold } from '../pem/pasted.ts';

/** One key that the server may have: its fingerprint as OpenSSH prints it, and its type where the line told it. */
export interface HostKeyPin {
  readonly fingerprint: string;
  readonly type?: string;
}

/** What the input `host-key`, or `jump-host-key`, says. No pins and not `acceptAny`: nothing was pinned. */
export interface HostKeyPins {
  readonly acceptAny: boolean;
  readonly pins: readonly HostKeyPin[];
  /** Fingerprints of `@revoked` lines: refused, whatever else is said. */
  readonly revoked: readonly string[];
}

/** Inputs that pin a machine's keys. */
export type HostKeyInput = 'host-key' | 'jump-host-key';

/** Types of host keys that can be negotiated, strongest first, with their signature algorithms (RFC 8332 for RSA). */
const algorithmsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['ssh-ed25519', ['ssh-ed25519']],
  ['ecdsa-sha2-nistp256', ['ecdsa-sha2-nistp256']],
  ['ecdsa-sha2-nistp384', ['ecdsa-sha2-nistp384']],
  ['ecdsa-sha2-nistp521', ['ecdsa-sha2-nistp521']],
  ['ssh-rsa', ['rsa-sha2-512', 'rsa-sha2-256']],
]);

/** Types as `ssh-keygen -l` names them at the end of its line. ECDSA has three curves, so it tells no type. */
const typesOfListing: ReadonlyMap<string, string> = new Map([
  ['ED25519', 'ssh-ed25519'],
  ['RSA', 'ssh-rsa'],
]);

/**
 * Parses the input `host-key` or `jump-host-key`: fingerprints, lines of `ssh-keygen -l`, of known_hosts (host names are not compared:
 * whoever pasted the key means this machine) and of `.pub` files; or `accept-any`.
 * Throws `Failures` of HOST_KEY_INVALID, one for each line that is none of these.
 */
export function parseHostKeys(text: string, input: HostKeyInput = 'host-key'): HostKeyPins {
  let acceptAny = false;
  const pins: HostKeyPin[] = [];
  const revoked: string[] = [];
  const failures = [];
  for (const [index, raw] of unfold(text)
    .split(/\n|(?:\\+r)?\\+n/)
    .entries()) {
    const line = raw.trim().replace(/^["']|["']$/g, '');
    if (line === '' || line.startsWith('#')) continue;
    if (line === 'accept-any') {
      acceptAny = true;
      continue;
    }
    const isRevoked = line.startsWith('@revoked ');
    const pin = parseLine(isRevoked ? line.slice('@revoked '.length).trim() : line);
    if (pin === undefined) failures.push(failure('HOST_KEY_INVALID', { input, line: index + 1, value: line }));
    else if (isRevoked) revoked.push(pin.fingerprint);
    else pins.push(pin);
  }
  if (failures.length > 0) throw new Failures(failures);
  return { acceptAny, pins, revoked };
}

/** SHA-256 of the key in the form that OpenSSH prints: `SHA256:` and base64 without padding. */
export function fingerprint(blob: Buffer): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

/** The type that a public key in wire form names first (RFC 4253 section 6.6); empty where it is malformed. */
export function keyType(blob: Buffer): string {
  if (blob.length < 4) return '';
  const length = blob.readUInt32BE(0);
  return length > 64 || blob.length < 4 + length ? '' : blob.toString('latin1', 4, 4 + length);
}

/** Whether the key that the server offered is one of the pinned ones. */
export function matches(pins: HostKeyPins, blob: Buffer): boolean {
  const offered = fingerprint(blob);
  if (pins.revoked.includes(offered)) return false;
  return pins.acceptAny || pins.pins.some((pin) => pin.fingerprint === offered);
}

/** Whether nothing was pinned and nothing waived. */
export function isUnpinned(pins: HostKeyPins): boolean {
  return !pins.acceptAny && pins.pins.length === 0;
}

/** Host key algorithms in the order to offer: those of pinned types first, so that the server shows a pinned key. */
export function preferredAlgorithms(pins: HostKeyPins): string[] {
  const pinned = new Set(pins.pins.map((pin) => pin.type));
  const types = [...algorithmsOf.keys()];
  return algorithms([...types.filter((t) => pinned.has(t)), ...types.filter((t) => !pinned.has(t))]);
}

/**
 * What to offer on a further connection, when the keys of the types `seen` were not the pinned ones: a fingerprint does
 * not tell its type, so every other type may be the one. Empty: no other type can match.
 */
export function remainingAlgorithms(pins: HostKeyPins, seen: readonly string[]): string[] {
  const unknownType = pins.acceptAny || pins.pins.some((pin) => pin.type === undefined);
  const pinned = new Set(pins.pins.map((pin) => pin.type));
  return algorithms([...algorithmsOf.keys()].filter((t) => !seen.includes(t) && (unknownType || pinned.has(t))));
}

/** The file in which OpenSSH's server keeps the public half of a key of this type. */
export function hostKeyFile(type: string): string {
  const name = type === 'ssh-ed25519' ? 'ed25519' : type.startsWith('ecdsa-') ? 'ecdsa' : 'rsa';
  return `/etc/ssh/ssh_host_${name}_key.pub`;
}

function algorithms(types: readonly string[]): string[] {
  return types.flatMap((type) => algorithmsOf.get(type) ?? []);
}

function parseLine(line: string): HostKeyPin | undefined {
  const words = line.split(/\s+/);
  for (const [index, word] of words.entries()) {
    if (/^SHA256:[A-Za-z0-9+/]{43}=?$/.test(word)) {
      const type = typesOfListing.get(/\(([A-Z0-9]+)\)$/.exec(line)?.[1] ?? '');
      return { fingerprint: word.replace(/=$/, ''), ...(type === undefined ? {} : { type }) };
    }
    const blob = words[index + 1];
    // A key stands first in a .pub file and second, after the hosts, in known_hosts; `@cert-authority` shifts it further.
    if (index <= 1 && algorithmsOf.has(word) && blob !== undefined) return parseBlob(word, blob);
  }
  return undefined;
}

function parseBlob(type: string, base64: string): HostKeyPin | undefined {
  const blob = Buffer.from(base64, 'base64');
  // Decoding is lenient; a key cut short or mistyped must not become a pin that nothing matches.
  if (blob.toString('base64') !== base64 || keyType(blob) !== type || !isWhole(blob)) return undefined;
  return { fingerprint: fingerprint(blob), type };
}

/** Whether the length-prefixed fields of a public key end where the key does. */
function isWhole(blob: Buffer): boolean {
  let at = 0;
  while (at < blob.length) {
    if (at + 4 > blob.length) return false;
    at += 4 + blob.readUInt32BE(at);
  }
  return at === blob.length;
}
