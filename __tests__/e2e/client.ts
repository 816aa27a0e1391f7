import { type ClientRequest, type Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { type Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { domain, type Scene } from './scene.ts';

/** What a request brought. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** How to ask; https on port 8014 by a connection of its own where left out. */
export interface AskOptions {
  readonly port?: number;
  /** Plain http to the server's address, as one asks who has no domain. */
  readonly plain?: boolean;
  readonly method?: string;
  readonly body?: string;
  /** Milliseconds over which the body is sent, piece by piece; at once where left out. */
  readonly bodyMs?: number;
  /** Keeps connections; a fresh one for each request where left out. */
  readonly agent?: HttpAgent | HttpsAgent;
  readonly timeoutMs?: number;
}

/**
 * Asks a scene's server from outside, by its domain's name, trusting the practice authority alone. Rejects where no
 * answer comes.
 */
export function ask(scene: Scene, path: string, options: AskOptions = {}): Promise<Answer> {
  const {
    port = options.plain ? 8004 : 8014,
    method = 'GET',
    agent = false,
    timeoutMs = 20_000,
    body: sent = '',
    bodyMs,
  } = options;
  const { address } = scene.server;
  const where = { host: address, port, path, method, agent, timeout: timeoutMs };
  return new Promise((done, fail) => {
    const hear = (answer: IncomingMessage): void => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body })).on('error', fail);
    };
    const headers = { 'content-type': 'text/plain', host: `${options.plain ? address : domain}:${port}` };
    const asked = options.plain
      ? httpRequest({ ...where, headers }, hear)
      : httpsRequest({ ...where, headers, ca: scene.world.authority.root, servername: domain }, hear);
    asked.on('timeout', () => asked.destroy(new Error(`${path} was not answered within ${timeoutMs} ms`)));
    asked.on('error', (error) => fail(Object.assign(error, { reused: asked.reusedSocket })));
    if (bodyMs === undefined) asked.end(sent === '' ? undefined : sent);
    else void sendSlowly(asked, sent, bodyMs);
  });
}

/** Ten pieces, the first at once. */
async function sendSlowly(to: ClientRequest, body: string, ms: number): Promise<void> {
  const size = Math.ceil(body.length / 10);
  for (let at = 0; at < body.length; at += size) {
    to.write(body.slice(at, at + size));
    await pause(ms / 10);
  }
  to.end();
}

/** Asks for JSON, which must come with 200. */
export async function askJson(
  scene: Scene,
  path: string,
  options?: AskOptions,
): Promise<Readonly<Record<string, string>>> {
  const { status, body } = await ask(scene, path, options);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body}`);
  return JSON.parse(body) as Record<string, string>;
}
