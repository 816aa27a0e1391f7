import { Agent, request } from 'node:https';

/** What is asked, and how often. */
export interface SteadyLoadOptions {
  readonly address: string;
  readonly port: number;
  readonly domain: string;
  readonly path: string;
  /** The root that is trusted, PEM. */
  readonly ca: string;
  /** Every second one is on a new connection, the others on kept ones. */
  readonly perSecond: number;
}

/** What a load came to. */
export interface LoadResult {
  readonly asked: number;
  /** Of them on new connections. */
  readonly fresh: number;
  /** Asked once more, because a kept connection was closed before any byte of an answer (RFC 9112, 9.3.1 lets GET be). */
  readonly again: number;
  /** Why requests failed, each. */
  readonly failed: readonly string[];
}

/** A load that runs until it is stopped. */
export interface SteadyLoad {
  stop(): Promise<LoadResult>;
}

const timeoutMs = 10_000;

/** Asks at a steady rate, whether answers come or not. */
export function startSteadyLoad(options: SteadyLoadOptions): SteadyLoad {
  const kept = new Agent({ keepAlive: true, maxSockets: 4 });
  const failed: string[] = [];
  const open = new Set<Promise<void>>();
  const counts = { asked: 0, fresh: 0, again: 0 };
  const ask = async (agent: Agent | false, again: boolean): Promise<void> => {
    try {
      await answer(options, agent);
    } catch (error) {
      const { code, message, reused } = error as NodeJS.ErrnoException & { readonly reused?: boolean };
      if (reused !== true || again || (code !== 'ECONNRESET' && code !== 'EPIPE')) {
        failed.push(`${new Date().toISOString()} ${code ?? ''} ${message}`);
        return;
      }
      counts.again += 1;
      await ask(agent, true);
    }
  };
  const timer = setInterval(() => {
    const fresh = counts.asked % 2 === 0;
    counts.asked += 1;
    if (fresh) counts.fresh += 1;
    const asking: Promise<void> = ask(fresh ? false : kept, false).finally(() => open.delete(asking));
    open.add(asking);
  }, 1000 / options.perSecond);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(open);
      kept.destroy();
      return { ...counts, failed };
    },
  };
}

/** Resolves once an answer with 200 has come whole. */
function answer({ address, port, domain, path, ca }: SteadyLoadOptions, agent: Agent | false): Promise<void> {
  return new Promise((done, fail) => {
    const headers = { host: `${domain}:${port}` };
    const where = { host: address, port, path, ca, servername: domain, agent, timeout: timeoutMs, headers };
    const asked = request(where, (response) => {
      const { statusCode } = response;
      response.resume().on('error', fail);
      response.on('end', () => (statusCode === 200 ? done() : fail(new Error(`answered ${statusCode}`))));
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    asked.on('error', (error) => fail(Object.assign(error, { reused: asked.reusedSocket }))).end();
  });
}
