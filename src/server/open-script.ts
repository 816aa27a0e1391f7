import type { Exchange, ExchangeOptions } from './exchange.ts';
import type { OpenScript } from './server.ts';

/**
 * A script that stays, over an exchange made by `start`. `onRoundTrip` is called for each line that had to be waited for.
 * Rejects with the `Failure` that kept the script from beginning.
 */
export async function openScript(
  start: (onLine: ExchangeOptions['onLine']) => Promise<Exchange>,
  onRoundTrip: () => void,
): Promise<OpenScript> {
  const lines: string[] = [];
  let closed: { readonly reason?: unknown } | undefined;
  let waiting: (() => void) | undefined;
  const wake = (): void => {
    waiting?.();
    waiting = undefined;
  };
  const running = await start((line, stream) => {
    if (stream !== 'stdout') return;
    lines.push(line);
    wake();
  });
  running.ended.then(
    () => {
      closed = {};
      wake();
    },
    (reason: unknown) => {
      closed = { reason };
      wake();
    },
  );
  await running.begun;
  return {
    writeLine: (line) => {
      void running.write(`${line}\n`);
    },
    readLine: async () => {
      if (lines.length === 0 && closed === undefined) {
        await new Promise<void>((resolve) => {
          waiting = resolve;
        });
        onRoundTrip();
      }
      const line = lines.shift();
      if (line === undefined && closed?.reason !== undefined) throw closed.reason;
      return line;
    },
    close: async () => {
      running.end();
      return await running.ended;
    },
  };
}
