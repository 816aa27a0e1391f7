import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { type RequestOptions, request } from 'node:https';
import { join } from 'node:path';
import { end } from '../processes.ts';
import { until } from '../waiting.ts';
import type { World } from '../world.ts';
import { installPebble } from './install.ts';

/** How the authority behaves. */
export interface PebbleOptions {
  /** Per cent of good nonces that it refuses; default: 20. */
  readonly badNonces?: number;
  /** Per cent of orders for which it takes what it has validated before; default: 0. */
  readonly reuses?: number;
  /** For how many seconds its certificates are valid; default: 90 days. */
  readonly validSeconds?: number;
  /** `ADDRESS:PORT` of the server that it asks for records; default: the account's first name server. */
  readonly dnsServer?: string;
}

/** An ACME authority, with roots of its own that are made at its start. */
export interface Pebble {
  /** What texts name it by. */
  readonly host: string;
  /** Inputs of the action: the certificate is this authority's. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Its host name, for `hosts` of a run. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Path of the roots to trust: practice's, which its own server shows, and the one that it issues under. */
  readonly extraCa: string;
  /** From now on it says that a certificate is to be renewed between these two; undefined: what cannot be read. */
  sayRenewal(chain: string, window: { readonly start: Date; readonly end: Date } | undefined): Promise<void>;
  /** What it was asked, in order: `POST /order-plz`. */
  asked(): readonly string[];
  close(): Promise<void>;
}

const hostName = 'acme.example.net';
const ports = { acme: 14_000, management: 15_000 };

/** Starts the authority at an address, its files in `place`; it is ended as well by whoever ends all processes there. */
export async function startPebble(
  world: Pick<World, 'authority' | 'say'>,
  { place: account, address }: { place: string; address: string },
  { badNonces = 20, reuses = 0, validSeconds = 90 * 86_400, dnsServer = `${address}:53` }: PebbleOptions = {},
): Promise<Pebble> {
  const program = await installPebble(world.say);
  const place = join(account, 'pebble');
  mkdirSync(place, { recursive: true });
  const path = (name: string): string => join(place, name);
  const issued = await world.authority.issue([hostName]);
  writeFileSync(path('chain.pem'), issued.chain);
  writeFileSync(path('key.pem'), issued.key, { mode: 0o600 });
  const configuration = {
    listenAddress: `${address}:${ports.acme}`,
    managementListenAddress: `${address}:${ports.management}`,
    certificate: path('chain.pem'),
    privateKey: path('key.pem'),
    httpPort: 80,
    tlsPort: 443,
    retryAfter: { authz: 1, order: 1 },
    profiles: { default: { description: 'of practice', validityPeriod: validSeconds } },
  };
  writeFileSync(path('pebble.json'), JSON.stringify({ pebble: configuration }));
  const log = openSync(path('log'), 'w');
  const child = spawn(program, ['-config', path('pebble.json'), '-dnsserver', dnsServer], {
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      PEBBLE_WFE_NONCEREJECT: String(badNonces),
      PEBBLE_AUTHZREUSE: String(reuses),
      PEBBLE_VA_NOSLEEP: '1',
    },
  });
  closeSync(log);
  child.unref();
  writeFileSync(join(account, 'pebble.pid'), String(child.pid));

  const manage = (url: string, body?: string): Promise<string> =>
    ask({ host: address, port: ports.management, path: url, servername: hostName, ca: world.authority.root }, body);
  const root = await until(`pebble (log: ${path('log')})`, 20, () => manage('/roots/0'));
  writeFileSync(path('roots.pem'), `${world.authority.root.trimEnd()}\n${root}`);
  return {
    host: `${hostName}:${ports.acme}`,
    inputs: { certificate: 'acme', 'acme-directory': `https://${hostName}:${ports.acme}/dir` },
    hosts: { [hostName]: address },
    extraCa: path('roots.pem'),
    sayRenewal: async (chain, window) => {
      const suggestedWindow = window && { start: window.start.toISOString(), end: window.end.toISOString() };
      const response = window === undefined ? '{"suggestedWindow":"soon"}' : JSON.stringify({ suggestedWindow });
      await manage('/set-renewal-info/', JSON.stringify({ Certificate: chain, ARIResponse: response }));
    },
    asked: () =>
      [...readFileSync(path('log'), 'utf8').matchAll(/ ((?:GET|HEAD|POST) \/\S*) -> calling/g)].map(
        ([, line = '']) => line,
      ),
    close: async () => {
      if (child.pid !== undefined) await end(child.pid, 5);
    },
  };
}

/** Asks the authority's management: a GET, or a POST of a body. Throws an Error unless it answers 200. */
function ask(target: RequestOptions, body: string | undefined): Promise<string> {
  return new Promise((done, fail) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { 'user-agent': 'practice' };
    const sent = request({ ...target, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => (response.statusCode === 200 ? done(text) : fail(new Error(`${target.path}: ${text}`))));
    });
    sent.on('error', fail).end(body);
  });
}
