import { randomBytes } from 'node:crypto';
import type { Holding } from '../server/holding.ts';
import type { Server } from '../server/server.ts';
import { type Ending, noted } from '../server/step-notes.ts';

/**
 * The server, whose scripts note that they are at work: whoever holds the lock after a run that is gone has them end, or
 * waits for them. Without a lock it is the server as it is.
 */
export function notedServer(server: Server, holding: Holding | undefined, ending: Ending): Server {
  if (holding === undefined) return server;
  return {
    host: server.host,
    open: (script) => server.open(script),
    run: (script, options) => server.run(noted(script, holding.note(randomBytes(4).toString('hex')), ending), options),
  };
}
