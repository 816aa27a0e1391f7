import { Agent } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, type AskOptions, ask } from './client.ts';
import type { Scene } from './scene.ts';

/** One request of a load: when it ended, and what it brought. */
export interface Sample {
  readonly at: number;
  /** The body of an answer with 200; undefined for anything else. */
  readonly body: string | undefined;
  /** Why it counts as failed. */
  readonly error: string | undefined;
  /** Sent once more, on another connection, because the kept one was closed before any byte of an answer. */
  readonly again: boolean;
}

/** A load that runs. */
export interface Load {
  readonly samples: readonly Sample[];
  /** Ends it once the request under way is answered; all of its samples. */
  stop(): Promise<readonly Sample[]>;
}

/** Milliseconds between two requests of a load: enough to see every moment, little for two cores. */
const pauseMs = 25;

/**
 * Asks for a path, one request after another. `keep`: on a kept connection, as browsers and mini programs do, a request
 * is sent again where it was closed under it (RFC 9112, section 9.3.1: GET may be).
 */
export function startLoad(scene: Scene, path: string, options: AskOptions & { readonly keep?: boolean } = {}): Load {
  const { keep = false, ...how } = options;
  const agent = keep ? new Agent({ keepAlive: true, maxSockets: 1 }) : undefined;
  const asking: AskOptions = agent === undefined ? how : { ...how, agent };
  const samples: Sample[] = [];
  const stop = new AbortController();

  const one = async (again: boolean): Promise<void> => {
    const note = (body: string | undefined, error: string | undefined): void => {
      samples.push({ at: Date.now(), body, error, again });
    };
    try {
      const { status, body }: Answer = await ask(scene, path, asking);
      note(status === 200 ? body : undefined, status === 200 ? undefined : `${status} ${body.slice(0, 200)}`);
    } catch (error) {
      const { code, message, reused } = error as NodeJS.ErrnoException & { readonly reused?: boolean };
      if (reused && !again && (code === 'ECONNRESET' || code === 'EPIPE')) return one(true);
      note(undefined, `${code ?? ''} ${message}`);
    }
  };
  const running = (async () => {
    while (!stop.signal.aborted) {
      await one(false);
      await pause(pauseMs);
    }
    agent?.destroy();
  })();
  return {
    samples,
    stop: async () => {
      stop.abort();
      await running;
      return samples;
    },
  };
}

/** The failed ones of some samples, as lines for a test's message. */
export function failuresIn(samples: readonly Sample[]): readonly string[] {
  return samples.flatMap(({ at, error }) => (error === undefined ? [] : [`${new Date(at).toISOString()} ${error}`]));
}
