import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from './command.ts';
import type { Say } from './home.ts';
import { find } from './programs.ts';
import { require } from './requirements.ts';

/** What a browser of its own needs to know of the practice world. */
export interface BrowserOptions {
  /** Addresses of host names. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Path of a root certificate that it trusts. */
  readonly rootPath: string;
  readonly say?: Say;
}

/** One tab of a real Chromium without a window. */
export interface Browser {
  /** Goes to an address, as one that is typed; resolves when the page has loaded. */
  open(url: string): Promise<void>;
  /** Loads the page again, as by its button. */
  reload(): Promise<void>;
  /** The value of an expression in the page; a promise is awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** Paths that were asked for since the last call, each with where its answer came from. */
  answered(): readonly { readonly path: string; readonly from: 'network' | 'cache' }[];
  /** Writes a picture of the page. */
  picture(path: string): Promise<void>;
  close(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/**
 * Chromium ends the HTTP/2 requests at work whenever an address of the machine comes or goes: that of another test's network.
 * The page counts as loaded then, without what they were to bring.
 */
const networkChanged = 'net::ERR_NETWORK_CHANGED';

/** The browser's program; installed by apt-get where this machine has none. */
export async function requireBrowser(say: Say): Promise<string> {
  const installed = find('chromium') ?? find('google-chrome');
  await require([...(installed === undefined ? (['chromium'] as const) : []), 'certutil'], say);
  return installed ?? 'chromium';
}

/** Starts Chromium with a home of its own, installed by apt-get where this machine has no browser. */
export async function openBrowser({ hosts, rootPath, say = () => {} }: BrowserOptions): Promise<Browser> {
  const program = await requireBrowser(say);
  const home = mkdtempSync(join(tmpdir(), 'browser-'));
  await trust(home, rootPath);
  const child = spawn(
    program,
    [
      ...['--headless', '--remote-debugging-pipe', `--user-data-dir=${join(home, 'profile')}`],
      // The tests run as root, in a container that has little shared memory.
      ...['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--window-size=800,600'],
      ...['--no-first-run', '--no-proxy-server', '--disable-background-networking'],
      // Else it would ask for https by itself where http was typed.
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedMode,HttpsFirstBalancedModeAutoEnable',
      `--host-resolver-rules=${Object.entries(hosts)
        .map(([name, address]) => `MAP ${name} ${address}`)
        .join(', ')}`,
    ],
    { env: { ...process.env, HOME: home }, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const close = async (): Promise<void> => {
    if (child.exitCode === null) {
      const ended = new Promise((done) => child.once('close', done));
      child.kill('SIGKILL');
      await ended;
    }
    // Its helpers may still be writing to the profile.
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  try {
    return await openTab(child, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** Lets a browser with this home trust a root, beside those that it comes with. */
async function trust(home: string, rootPath: string): Promise<void> {
  const store = join(home, '.pki/nssdb');
  mkdirSync(store, { recursive: true });
  await run(['certutil', '-d', `sql:${store}`, '-N', '--empty-password']);
  await run(['certutil', '-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'practice', '-i', rootPath]);
}

/** Speaks the DevTools protocol over the browser's pipes: messages of JSON, each ended by a NUL. */
async function openTab(child: ChildProcess, close: () => Promise<void>): Promise<Browser> {
  const [, , , input, output] = child.stdio as unknown as [unknown, unknown, unknown, Writable, Readable];
  const waiting = new Map<number, (message: Message) => void>();
  const awaited = new Map<string, () => void>();
  const kept = new Set<string>();
  const seen: { readonly path: string; readonly from: 'network' | 'cache' }[] = [];
  let last = 0;
  let session: string | undefined;
  let partial = '';
  let cut = false;

  const noteAnswer = ({ params = {} }: Message): void => {
    const { url, fromDiskCache } = params.response as { url: string; fromDiskCache?: boolean };
    const cached = fromDiskCache === true || kept.has(String(params.requestId));
    seen.push({ path: new URL(url).pathname, from: cached ? 'cache' : 'network' });
  };
  const hear = (message: Message): void => {
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (message.method === 'Network.responseReceived') noteAnswer(message);
    if (message.method === 'Network.loadingFailed' && message.params?.errorText === networkChanged) cut = true;
    if (message.method === 'Network.requestServedFromCache') kept.add(String(message.params?.requestId));
    if (message.method !== undefined) awaited.get(message.method)?.();
  };
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (partial + chunk).split('\0');
    partial = messages.pop() ?? '';
    for (const message of messages) hear(JSON.parse(message) as Message);
  });
  for (const pipe of [input, output]) pipe.on('error', () => {});

  const within = <T>(
    what: string,
    work: (done: (value: T) => void, fail: (error: Error) => void) => void,
  ): Promise<T> =>
    new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`The browser did not answer to ${what} within 30 s`)), 30_000);
      work(
        (value) => {
          clearTimeout(timer);
          done(value);
        },
        (error) => {
          clearTimeout(timer);
          fail(error);
        },
      );
    });
  const call = <T>(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<T> =>
    within<T>(method, (done, fail) => {
      last += 1;
      const id = last;
      waiting.set(id, ({ error, result }) => {
        waiting.delete(id);
        if (error === undefined) done(result as T);
        else fail(new Error(`${method}: ${error.message}`));
      });
      input.write(
        `${JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) })}\0`,
      );
    });
  /** Does what leads to a load, and awaits its end; once more where it was cut off. */
  const loading = async (work: () => Promise<unknown>): Promise<void> => {
    for (let left = 20; left > 0; left -= 1) {
      cut = false;
      const loaded = within<void>('a load', (done) => awaited.set('Page.loadEventFired', done));
      await Promise.all([work(), loaded]);
      if (!cut) return;
      await pause(500);
    }
    throw new Error(`The page was cut off each time: ${networkChanged}`);
  };

  const { targetId } = await call<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const attached = await call<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  session = attached.sessionId;
  await call('Page.enable');
  await call('Network.enable');
  return {
    open: (url) =>
      loading(async () => {
        const { errorText } = await call<{ errorText?: string }>('Page.navigate', { url });
        if (errorText !== undefined && errorText !== networkChanged) throw new Error(`${url}: ${errorText}`);
      }),
    reload: () => loading(() => call('Page.reload')),
    evaluate: async <T>(expression: string) => {
      const asked = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await call<{ result: { value: T }; exceptionDetails?: { text: string } }>(
        'Runtime.evaluate',
        asked,
      );
      if (exceptionDetails !== undefined) throw new Error(`${expression}: ${exceptionDetails.text}`);
      return result.value;
    },
    answered: () => seen.splice(0),
    picture: async (path) => {
      const { data } = await call<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    close,
  };
}
