import { failure, failuresOf } from '../messages/failure.ts';
import type { Server } from './server.ts';

/**
 * Sessions that a deployment has open at a time on its connection: the lock's keeper, a script, and, once the run is
 * cancelled, the undo of a script that still runs.
 */
export const sessionsNeeded = 3;

/**
 * Does `work`, which runs scripts one after the other, while as many further sessions are open as a deployment needs
 * beside it; `open` of them are there already. So what sshd, a Match block of it or another SSH server allows is tried, not
 * read, and takes no time of its own. Throws SESSIONS_TOO_FEW where it allows fewer, else what `work` throws.
 */
export async function withSpareSessions<T>(server: Server, open: number, work: () => Promise<T>): Promise<T> {
  const spares = Array.from({ length: sessionsNeeded - 1 - open }, () => server.open('read -r _'));
  const trying = Promise.allSettled(spares);
  const [done] = await Promise.allSettled([work()]);
  const ended = trying.then((tried) => {
    for (const one of tried) if (one.status === 'fulfilled') void one.value.close().catch(() => {});
    return tried;
  });
  // Another failure is not kept waiting: what caused it may keep the spare ones from beginning.
  if (done.status === 'rejected' && !isRefused(done)) throw done.reason;
  const tried = await ended;
  const held = tried.filter(({ status }) => status === 'fulfilled');
  if ([done, ...tried].some(isRefused)) {
    const had = open + held.length + (isRefused(done) ? 0 : 1);
    throw failure('SESSIONS_TOO_FEW', { host: server.host, needed: sessionsNeeded, had });
  }
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}

function isRefused(one: PromiseSettledResult<unknown>): boolean {
  return one.status === 'rejected' && failuresOf(one.reason).some(({ code }) => code === 'CHANNEL_REFUSED');
}
