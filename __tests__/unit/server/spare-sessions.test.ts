import { expect, test } from '@jest/globals';
import { sessionsNeeded, withSpareSessions } from '../../../src/server/spare-sessions.ts';
import { localServer } from '../engine/local-server.ts';

test('a further session that is never answered is waited for a while, then counted as refused', async () => {
  const server = { ...localServer(), open: () => new Promise<never>(() => {}) };
  await expect(withSpareSessions(server, 0, async () => 'seen', 0.05)).rejects.toMatchObject({
    code: 'SESSIONS_TOO_FEW',
    message: expect.stringContaining('allows 1 SSH session'),
  });
});

test('one that is late is waited for, and ended', async () => {
  let closed = 0;
  const spare = {
    writeLine: () => {},
    readLine: async () => undefined,
    close: async () => {
      closed += 1;
      return { code: 0, stdout: '', stderr: '' };
    },
  };
  const open = () => new Promise<typeof spare>((resolve) => setTimeout(resolve, 30, spare));
  expect(await withSpareSessions({ ...localServer(), open }, 0, async () => 'seen', 5)).toBe('seen');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(closed).toBe(sessionsNeeded - 1);
});
