import type { Secret } from '../redaction/secret.ts';

/** How the server is reached. */
export interface ServerSettings {
  /** Host name, IPv4 or IPv6 address (without brackets). */
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** PEM or OpenSSH text, line ends as `\n`, one at the end. */
  readonly privateKey: Secret | undefined;
  readonly passphrase: Secret | undefined;
  readonly password: Secret | undefined;
  /** The input `host-key` as given: fingerprints, known_hosts lines, `accept-any`, or empty. */
  readonly hostKey: string;
  readonly connectTimeoutSeconds: number;
  /** The machine that connects to the server; undefined: the runner. */
  readonly jump: JumpSettings | undefined;
}

/** A machine that forwards the connection to the server. */
export interface JumpSettings {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly privateKey: Secret;
  /** The input that the key is from. */
  readonly keyInput: 'private-key' | 'jump-private-key';
  /** The input `jump-host-key` as given. */
  readonly hostKey: string;
}
