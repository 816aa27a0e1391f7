import { releaseIdForm } from '../layout/release-id.ts';

/** A word in the place of what is known only when a form is filled in. */
export interface Blank {
  /** Nothing else has it in it. */
  readonly word: string;
  /** What may take its place: a regular expression of bash for all of it, without a character that sed or a shell reads. */
  readonly form: string;
}

const port = (digit: number): Blank => ({ word: `98760432155080${digit}`, form: '[1-9][0-9]{0,4}' });
const path = (name: string): Blank => ({ word: `/@blank-${name}@`, form: '/[A-Za-z0-9/._@+=,:~*-]+' });
const word = (name: string, form: string): Blank => ({ word: `@blank-${name}@`, form });

/** What a way back to a release does not know before it is gone. */
export const blanks = {
  /** Loopback port of the container that it starts; no port can have the number in its place. */
  port: port(1),
  /** Ports of the release that serves then: on loopback, for https, and for plain http. */
  servingBackEnd: port(2),
  servingHttps: port(3),
  servingHttp: port(4),
  serving: word('serving', releaseIdForm),
  container: word('container', '[0-9a-f]{64}'),
  restartPolicy: word('restart-policy', '[a-z-]+(:[0-9]+)?'),
  domain: word('domain', '[A-Za-z0-9.-]+'),
  proof: path('proof'),
  chain: path('chain'),
  key: path('key'),
  fingerprint: word('fingerprint', '[0-9a-f]{64}'),
  /** Who goes back. */
  who: word('who', '[A-Za-z0-9._-]+'),
} as const satisfies Readonly<Record<string, Blank>>;

/** Whether a number stands for a port. */
export function isBlankPort(number: number): boolean {
  return String(number) === blanks.port.word;
}
