import { type Text, text } from './text.ts';

/** Which machine on the way a failure is of; undefined: the server. */
export type Hop = 'jump-host' | undefined;

/** A machine that is connected to. */
export interface Machine {
  readonly host: string;
  readonly port: number;
  readonly hop?: Hop;
}

/** What a failure says of the machine that it is of. */
interface HopWords {
  /** Its address, and what it is if it is not the server; in the middle of a sentence, and at its beginning. */
  readonly at: Text;
  readonly At: Text;
  readonly machine: Text;
  readonly Machine: Text;
  /** Inputs that tell of it, as they are named in a sentence. */
  readonly host: string;
  readonly port: Text;
  readonly username: Text;
  readonly hostKey: string;
}

/** The words for a machine. */
export function hopWords({ host, hop }: Machine): HopWords {
  if (hop !== 'jump-host') {
    return {
      // Chinese sets Latin letters off by a space.
      at: { en: host, zh: ` ${host}` },
      At: same(host),
      machine: text('the server', '服务器'),
      Machine: text('The server', '服务器'),
      host: '`host`',
      port: same('`port`'),
      username: same('`username`'),
      hostKey: '`host-key`',
    };
  }
  return {
    at: text(`the jump host ${host}`, `跳板机 ${host}`),
    At: text(`The jump host ${host}`, `跳板机 ${host}`),
    machine: text('the jump host', '跳板机'),
    Machine: text('The jump host', '跳板机'),
    host: '`jump-host`',
    port: text('the port in `jump-host`', '`jump-host` 中的端口'),
    username: text('the user in `jump-host`', '`jump-host` 中的用户'),
    hostKey: '`jump-host-key`',
  };
}

/** A name, which is the same in every language. */
function same(name: string): Text {
  return { en: name, zh: name };
}
