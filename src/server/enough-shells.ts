import { failure, failuresOf } from '../messages/failure.ts';
import type { Session } from './session.ts';
import { sessionsNeeded } from './sessions-needed.ts';

/**
 * Seconds that a further shell is waited for once `work` is done: some gateways leave one unanswered until another
 * ends.
 */
const openSeconds = 30;

/**
 * Does `work`, which runs scripts one after the other, while as many shells are opened as a deployment needs. So what
 * sshd, a Match block of it or another SSH server allows is tried, not read, and takes no time of its own. Throws
 * SESSIONS_TOO_FEW where it allows fewer, else what `work` throws.
 */
export async function withEnoughShells<T>(
  session: Pick<Session, 'host' | 'warm'>,
  work: () => Promise<T>,
  seconds = openSeconds,
): Promise<T> {
  const shells = session.warm(sessionsNeeded);
  const trying = Promise.allSettled(shells);
  const [done] = await Promise.allSettled([work()]);
  // Another failure is not kept waiting: what caused it may keep the other shells from beginning.
  if (done.status === 'rejected' && !isRefused(done)) throw done.reason;
  const tried = await within(seconds, trying, shells);
  if ([done, ...tried].some(isRefused)) {
    const had = tried.filter(({ status }) => status === 'fulfilled').length;
    throw failure('SESSIONS_TOO_FEW', { host: session.host, needed: sessionsNeeded, had });
  }
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}

/** What became of each in time; one that is not there by then counts as refused. */
async function within<T>(
  seconds: number,
  all: Promise<PromiseSettledResult<T>[]>,
  each: readonly Promise<T>[],
): Promise<readonly PromiseSettledResult<T>[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const detail = `no answer within ${seconds} s`;
    const refused = () => reject(failure('CHANNEL_REFUSED', { host: '', detail, needed: sessionsNeeded }));
    timer = setTimeout(refused, seconds * 1000);
  });
  late.catch(() => {});
  try {
    return await Promise.race([all, Promise.allSettled(each.map((one) => Promise.race([one, late])))]);
  } finally {
    clearTimeout(timer);
  }
}

function isRefused(one: PromiseSettledResult<unknown>): boolean {
  return one.status === 'rejected' && failuresOf(one.reason).some(({ code }) => code === 'CHANNEL_REFUSED');
}
