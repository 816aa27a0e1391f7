import { type Failure, failure } from '../messages/failure.ts';
import type { Authentication } from './authentication.ts';
import { fingerprint, type HostKeyPins, hostKeyFile, isUnpinned, keyType } from './host-key.ts';
import { type Address, machineOf } from './tcp.ts';

/** What a failure of connecting goes by. */
interface Target extends Address {
  readonly hostKey: HostKeyPins;
  readonly connectTimeoutSeconds: number;
}

/** Thrown by one attempt when the cause may be gone at the next one. */
export class Transient extends Error {
  readonly failure: Failure;
  /** What sshd said when it turned the connection away: it has its reasons, which pass. */
  readonly said: string | undefined;
  constructor(reason: Failure, said?: string) {
    super(reason.message);
    this.failure = reason;
    this.said = said;
  }
}

/**
 * Thrown by an attempt whose connection was cut off before the server answered a login that was sent ahead of its turn, as some
 * gateways do with what they did not ask for.
 */
export class SentAhead extends Error {}

/** The failure after the last of `attempts`. */
export function givenUp({ failure: reason, said }: Transient, target: Target, attempts: number): Failure {
  if (said === undefined) return reason;
  return failure('SSH_TURNED_AWAY', { ...machineOf(target), said, attempts, seconds: target.connectTimeoutSeconds });
}

/** Reset at once, or a resolver that did not answer; a name that does not exist will not exist in a minute. */
export function mayPass({ code, cause }: Failure): boolean {
  return (
    code === 'HANDSHAKE_FAILED' || (code === 'HOST_NOT_FOUND' && (cause as { code?: unknown }).code === 'EAI_AGAIN')
  );
}

/** An error of ssh2: `level` says in which part of it. */
export interface ConnectError extends Error {
  readonly level?: string;
}

/** Why ssh2 gave up, from its words and from how far it came. */
export function classify(
  { message, level }: ConnectError,
  target: Target,
  login: Authentication,
  reached: {
    /** Whether the machine's key is a pinned one. */
    readonly accepted: boolean;
    /** Whether the login was sent ahead of its turn. */
    readonly ahead: boolean;
    readonly greeting: string;
    readonly notice: string;
  },
): Failure | Transient | SentAhead {
  const at = machineOf(target);
  const loggingIn = login.tried.length > 0;
  if (level === 'client-authentication' || (loggingIn && /authentication failures/i.test(message))) {
    return login.failure(target);
  }
  if (level === 'client-timeout') {
    return failure('HANDSHAKE_TIMEOUT', { ...at, seconds: target.connectTimeoutSeconds });
  }
  if (/no matching/.test(message)) return failure('NO_COMMON_ALGORITHM', { ...at, detail: message });
  const { greeting, notice } = reached;
  // OpenSSH says in plain text that it is full (MaxStartups) or has had enough of this address (PerSourcePenalties).
  const turnedAway = /MaxStartups|Not allowed at this time/.test(greeting);
  if (greeting !== '' && !greeting.includes('SSH-') && !turnedAway) {
    return failure('NOT_AN_SSH_SERVER', at);
  }
  const said = turnedAway ? greeting.trim() : undefined;
  const evidence = notice === '' ? undefined : notice;
  const cutOff = failure('HANDSHAKE_FAILED', { ...at, detail: said ?? message }, { evidence });
  if (!reached.accepted) return new Transient(cutOff, said);
  return reached.ahead && !login.answered && notice === '' ? new SentAhead() : cutOff;
}

/** The keys that the machine has shown are none of those that are pinned, or none is. */
export function hostKeyFailure(target: Target, seen: readonly Buffer[]): Failure {
  const { hostKey } = target;
  const at = machineOf(target);
  const [first] = seen;
  const type = first === undefined ? '' : keyType(first);
  if (isUnpinned(hostKey)) {
    const line = first === undefined ? '' : fingerprint(first);
    return failure('HOST_KEY_MISSING', { ...at, type, line, file: hostKeyFile(type) });
  }
  return failure('HOST_KEY_MISMATCH', {
    ...at,
    offered: seen.map((blob) => `${fingerprint(blob)} (${keyType(blob)})`).join(', '),
    pinned: hostKey.pins.map((pin) => pin.fingerprint + (pin.type === undefined ? '' : ` (${pin.type})`)).join(', '),
    file: hostKeyFile(type),
  });
}
