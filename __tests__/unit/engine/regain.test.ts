import { Readable } from 'node:stream';
import { connectAgain } from '../../../src/engine/reconnect.ts';
import { type Guard, isLoss, resuming } from '../../../src/engine/regain.ts';
import { failure } from '../../../src/messages/failure.ts';
import { holdingOf } from '../../../src/server/holding.ts';
import type { Server } from '../../../src/server/server.ts';
import { listeningLog } from './listening-log.ts';
import { localServer } from './local-server.ts';

const never = new AbortController().signal;
const lost = () => failure('CONNECTION_LOST', { host: 'h', port: 22, detail: 'reset' });

function counted(regain: () => Promise<void> = async () => {}) {
  const count = { regained: 0, during: 0 };
  const guard: Guard = {
    holding: holdingOf({ app: 'a', host: 'h', holder: { token: '0' } }),
    stop: () => {},
    during: (work) => {
      count.during += 1;
      return work();
    },
    regain: async () => {
      count.regained += 1;
      await regain();
    },
  };
  return { count, guard };
}

test('a step goes on over as many connections as it takes, while bytes go out in each', async () => {
  const { count, guard } = counted();
  const log = listeningLog();
  let attempts = 0;
  const sends = async (server: Server) => {
    attempts += 1;
    const bytes = Buffer.alloc(attempts < 20 ? 5_000_000 : 10);
    await server.run('cat >/dev/null', { stdin: Readable.from([bytes], { objectMode: false }) });
    if (attempts < 20) throw lost();
  };
  await resuming(sends, localServer(), log, guard, never);
  expect([attempts, count.regained, count.during]).toEqual([20, 19, 1]);
  expect(log.lines.slice(0, 2)).toEqual([
    'warning The connection is lost (CONNECTION_LOST). Connecting again; what was sent is kept.',
    'info Connected again, with the lock of the application; continuing.',
  ]);
});

test('seven losses in a row without progress are too many; what is no loss is none', async () => {
  const { count, guard } = counted();
  await expect(
    resuming(() => Promise.reject(lost()), localServer(), listeningLog(), guard, never),
  ).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
  expect(count.regained).toBe(6);
  const own = failure('UPLOAD_FAILED', { host: 'h', path: 'p' });
  await expect(resuming(() => Promise.reject(own), localServer(), listeningLog(), guard, never)).rejects.toBe(own);
  expect(count.regained).toBe(6);
  expect([undefined, own, lost()].map(isLoss)).toEqual([false, false, true]);
});

test('a lock that another run had in between ends it', async () => {
  const { guard } = counted(() => Promise.reject(failure('LOCK_LOST', { host: 'h', app: 'a' })));
  await expect(
    resuming(() => Promise.reject(lost()), localServer(), listeningLog(), guard, never),
  ).rejects.toMatchObject({ code: 'LOCK_LOST' });
});

test('it connects again with longer and longer pauses, but not to another machine', async () => {
  const pauses: number[] = [];
  const sleep = async (milliseconds: number) => void pauses.push(milliseconds);
  const server = (reconnect: () => Promise<void>) => ({ ...localServer(), reconnect });
  await expect(
    connectAgain(
      server(() => Promise.reject(lost())),
      { sleep },
      never,
    ),
  ).rejects.toMatchObject({
    code: 'CONNECTION_LOST',
  });
  expect(pauses).toEqual([2000, 4000, 8000, 16_000, 32_000]);
  const other = () =>
    Promise.reject(failure('HOST_KEY_MISMATCH', { host: 'h', port: 22, offered: '', pinned: '', file: '' }));
  await expect(connectAgain(server(other), { sleep }, never)).rejects.toMatchObject({ code: 'HOST_KEY_MISMATCH' });
  expect(pauses).toHaveLength(5);
});
