import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import type { Issued } from '../certificates.ts';
import { isServerAddress } from '../network.ts';
import { type ApiGround, type Asked, actionOf, answer, type Said } from './api.ts';
import type { Fault } from './faults.ts';
import type { Issuer } from './identity.ts';
import type { JournalEntry } from './journal.ts';
import { tokenHost } from './names.ts';
import { Refusal } from './refusal.ts';

/** What the server stands on. */
export interface ServerGround extends Omit<ApiGround, 'before'> {
  readonly issuer: Issuer;
  /** The fault that comes up in a call; undefined: none. */
  take(action: string): Fault | undefined;
  note(entry: Omit<JournalEntry, 'kind'>): void;
  /** Hears what is wrong with the stand-in itself. */
  complain(error: Error): void;
}

/** The API's server at an address, port 443. */
export interface ApiServer {
  /** Connections are refused until `accept`. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
}

/** Whoever sends from this machine has its address in practice's network, whatever route the packet took. */
function callerOf(asked: IncomingMessage, gateway: string): string {
  const address = asked.socket.remoteAddress ?? '';
  return isServerAddress(address) ? address : gateway;
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const garbage = '<html><head><title>Welcome</title></head><body>This network asks you to sign in.</body></html>';

/** What is answered without asking the API; `silence` and `reset` never are. */
type Reply = 'reset' | 'silence' | { readonly status: number; readonly body: string };

const errorPage = (status: number): Reply => ({ status, body: `<html><body><h1>${status}</h1></body></html>` });

/** What a fault makes of a call, done or not. */
async function spoil(fault: Fault, done: () => Promise<Said>): Promise<{ reply: Reply; said: Said | undefined }> {
  if (fault.kind === 'lost') {
    const said = await done();
    return { reply: fault.how === 'cut' ? 'reset' : fault.how === 'silence' ? 'silence' : errorPage(502), said };
  }
  if (fault.kind === 'reset' || fault.kind === 'silence') return { reply: fault.kind, said: undefined };
  if (fault.kind === 'status') return { reply: errorPage(fault.status), said: undefined };
  if (fault.kind === 'garbage') return { reply: { status: 200, body: garbage }, said: undefined };
  if (fault.kind === 'slow') await pause(fault.seconds * 1000, undefined, { ref: false });
  const said = await done();
  return { reply: { status: 200, body: JSON.stringify(said.body) }, said };
}

async function serve(ground: ServerGround, asked: Asked): Promise<Reply> {
  const action = actionOf(asked);
  const fault = ground.take(action);
  const done = (): Promise<Said> =>
    answer(
      {
        ...ground,
        before: async () => {
          if (fault?.kind === 'meanwhile') await fault.work();
          if (fault?.kind === 'refusal') throw new Refusal(fault.code, fault.message ?? fault.code);
        },
      },
      asked,
    );
  const at = ground.clock();
  const { reply, said } = await spoil(fault ?? { kind: 'slow', seconds: 0 }, done);
  const spoilt = fault !== undefined && !['slow', 'meanwhile', 'refusal'].includes(fault.kind);
  const request = said?.request ?? undefined;
  const region = asked.headers['x-tc-region'] ?? '';
  const outcome = spoilt ? `fault: ${fault.kind}` : (said?.outcome ?? '');
  ground.note({ at, action, region, request, outcome, done: said?.outcome === 'ok' });
  return reply;
}

/** Gives an ID token to who has the job's own request token. */
function tokenReply(issuer: Issuer, { headers, url }: Asked): Reply {
  const authorized = headers.authorization === `Bearer ${issuer.requestToken}`;
  if (!authorized) return { status: 401, body: '{"message":"Unauthorized"}' };
  const audience = new URL(url, `https://${tokenHost}`).searchParams.get('audience') ?? 'https://github.com/octocat';
  const value = issuer.token(audience);
  return { status: 200, body: JSON.stringify({ count: value.length, value }) };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'reset') response.socket?.destroy();
  else if (reply !== 'silence')
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
}

/** Starts the server of an account's API, whose certificate names all of its hosts. */
export async function startApiServer(
  ground: ServerGround,
  { address, gateway, issued }: { address: string; gateway: string; issued: Issued },
): Promise<ApiServer & { close(): Promise<void> }> {
  const hear = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '/' } = incoming;
    const headers = incoming.headers as Record<string, string | undefined>;
    const asked = { method, url, headers, body: await bodyOf(incoming), from: callerOf(incoming, gateway) };
    const isToken = headers.host === tokenHost;
    send(response, isToken ? tokenReply(ground.issuer, asked) : await serve(ground, asked));
  };
  let server: Server | undefined;
  const accept = async (): Promise<void> => {
    if (server !== undefined) return;
    server = createServer({ cert: issued.chain, key: issued.key }, (incoming, response) => {
      hear(incoming, response).catch((error: Error) => {
        // A caller that is gone is no fault of the stand-in.
        if (!incoming.complete) return;
        ground.complain(error);
        if (!response.headersSent) response.writeHead(500).end(error.message);
      });
    });
    const listening = server;
    await new Promise<void>((done, fail) => listening.once('error', fail).listen(443, address, done));
  };
  const refuse = async (): Promise<void> => {
    const listening = server;
    server = undefined;
    if (listening === undefined) return;
    const closed = new Promise<void>((done) => listening.close(() => done()));
    listening.closeAllConnections();
    await closed;
  };
  await accept();
  return { refuse, accept, close: refuse };
}
