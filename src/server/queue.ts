import { type LockHolder, parseHolder } from './lock-script.ts';
import type { OpenScript } from './server.ts';

/** What an application's lock is waited for: another run, or what one that is gone left at work. */
export type Waited =
  | {
      readonly kind: 'held';
      /** Who holds it; fields are absent where that is not known. */
      readonly holder: Partial<LockHolder>;
      /** How many wait before this one. */
      readonly before: number;
    }
  | { readonly kind: 'left'; readonly process: string };

/** Who waits, how it is heard of, and who is told what it waits for. */
interface Waiter {
  readonly beatSeconds: number;
  onWait?(what: Waited): void;
  readonly cancelled?: AbortSignal;
}

/** What a keeper said that does not wait any more: `held`, or why it will not be. It is heard of until then. */
export async function inTurn(
  keeper: OpenScript,
  { beatSeconds, onWait = () => {}, cancelled }: Waiter,
): Promise<string | undefined> {
  const beat = setInterval(() => keeper.writeLine('beat'), beatSeconds * 1000);
  // A heartbeat alone keeps no run from ending.
  beat.unref();
  const leave = (): void => void keeper.close().catch(() => {});
  if (cancelled?.aborted) leave();
  cancelled?.addEventListener('abort', leave, { once: true });
  try {
    for (;;) {
      const line = await keeper.readLine();
      const what = line === undefined ? undefined : readWaited(line);
      if (what === undefined) return line;
      onWait(what);
    }
  } finally {
    clearInterval(beat);
    cancelled?.removeEventListener('abort', leave);
  }
}

function readWaited(line: string): Waited | undefined {
  const [, before, holder = '', process] = /^(?:waiting (\d+) (.*)|left (.+))$/.exec(line) ?? [];
  if (before !== undefined) return { kind: 'held', holder: parseHolder(holder), before: Number(before) };
  return process === undefined ? undefined : { kind: 'left', process };
}
