import type { Failure } from '../messages/failure.ts';
import type { OpenScript } from './server.ts';

/** A script on the server that holds a lock for as long as this run is heard of. */
export interface Keeper {
  /** Writes a line and gives the answer. Throws what it ended with. */
  ask(line: string): Promise<string>;
  /** Writes a line that has no answer; does nothing once it has ended. */
  tell(line: string): void;
  /** Has it let go of the lock. Throws nothing. */
  release(): Promise<void>;
  /** Resolves when the keeper ends unasked, with the reason; pending for ever otherwise. */
  readonly lost: Promise<Failure>;
}

/** Keeps a script alive that holds a lock, by a line `beat` every so many seconds. `ended`: what its end unasked means. */
export function keepAlive(script: OpenScript, beatSeconds: number, ended: () => Failure): Keeper {
  let released = false;
  let tellLost: (reason: Failure) => void = () => {};
  const lost = new Promise<Failure>((resolve) => {
    tellLost = resolve;
  });
  const beat = setInterval(() => script.writeLine('beat'), beatSeconds * 1000);
  // A heartbeat alone keeps no run from ending.
  beat.unref();
  /** Why the keeper ended; undefined while it is there. */
  let over: Failure | undefined;
  /** Requests that wait for an answer, the oldest first. */
  const waiting: { resolve: (line: string) => void; reject: (reason: Failure) => void }[] = [];
  const gone = (reason: Failure): void => {
    over = reason;
    clearInterval(beat);
    for (const { reject } of waiting.splice(0)) reject(reason);
    if (!released) tellLost(reason);
  };
  const listen = async (): Promise<void> => {
    for (;;) {
      const line = await script.readLine();
      if (line === undefined) return;
      waiting.shift()?.resolve(line);
    }
  };
  void listen().then(() => gone(ended()), gone);
  return {
    lost,
    ask: async (line) => {
      if (over !== undefined) throw over;
      const answer = new Promise<string>((resolve, reject) => {
        waiting.push({ resolve, reject });
      });
      script.writeLine(line);
      return answer;
    },
    tell: (line) => {
      if (over === undefined) script.writeLine(line);
    },
    release: async () => {
      released = true;
      clearInterval(beat);
      if (over !== undefined) return;
      script.writeLine('release');
      // A connection that goes now has let go of the lock as well.
      await script.close().catch(() => {});
    },
  };
}
