import { Failure, failure } from '../messages/failure.ts';
import type { OpenScript, Server } from './server.ts';

/**
 * Sessions that a deployment has open at a time on its connection: the lock's keeper, a script, and, once the run is
 * cancelled, the undo of a script that still runs.
 */
export const sessionsNeeded = 3;

/**
 * Opens sessions that do nothing until `sessionsNeeded` are open, `open` of which are open or about to be. Returns what
 * closes them. Throws SESSIONS_TOO_FEW where the server opens fewer.
 */
export async function holdSessions(server: Server, open: number): Promise<() => Promise<void>> {
  const held: OpenScript[] = [];
  const release = async (): Promise<void> => {
    await Promise.all(held.splice(0).map((one) => one.close()));
  };
  while (open + held.length < sessionsNeeded) {
    try {
      held.push(await server.open('read -r _ || :'));
    } catch (error) {
      const had = open + held.length;
      await release();
      if (!(error instanceof Failure && error.code === 'CHANNEL_REFUSED')) throw error;
      throw failure('SESSIONS_TOO_FEW', { host: server.host, needed: sessionsNeeded, had }, { cause: error });
    }
  }
  return release;
}
