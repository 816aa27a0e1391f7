import { Duplex } from 'node:stream';
import type { ClientChannel } from 'ssh2';
import type { LiveConnection } from './live-connection.ts';

/** Bytes that may wait to leave this process, as in a socket of node's own: what is sent next is not late behind them. */
const waitingBytes = 64 * 1024;

/**
 * A channel that another connection forwards, as the socket of a connection of its own. Unlike the channel, which takes
 * megabytes at once, it is as full as what carries it: who writes sees when the line drains.
 */
export class ForwardedSocket extends Duplex {
  readonly #channel: ClientChannel;
  readonly #carrier: Duplex;
  /** Goes on with a write that waits for the line; nothing where none does. */
  #goOn: () => void = () => {};

  constructor(channel: ClientChannel, through: LiveConnection) {
    super({ allowHalfOpen: false, highWaterMark: waitingBytes });
    this.#channel = channel;
    this.#carrier = through.socket;
    channel.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) channel.pause();
    });
    // The other side sends none; unread it would keep the channel from closing.
    channel.stderr.resume();
    channel.on('end', () => this.push(null));
    channel.on('close', () => this.destroy());
    channel.on('error', (error: Error) => this.destroy(error));
  }

  override _read(): void {
    this.#channel.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // Called back once the other side's window has taken it.
    this.#channel.write(chunk, () => this.#whenDrained(done));
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#channel.end();
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#goOn();
    this.#channel.destroy();
    done(error);
  }

  #whenDrained(done: () => void): void {
    if (this.destroyed || this.#carrier.destroyed || this.#carrier.writableLength <= waitingBytes) {
      done();
      return;
    }
    const goOn = (): void => {
      this.#goOn = () => {};
      this.#carrier.off('drain', goOn);
      done();
    };
    this.#goOn = goOn;
    this.#carrier.once('drain', goOn);
  }
}
