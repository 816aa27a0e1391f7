import { expect, test } from '@jest/globals';
import { withEnoughShells } from '../../../src/server/enough-shells.ts';
import { sessionsNeeded } from '../../../src/server/sessions-needed.ts';

/** A session whose shells come to this. */
const session = (...shells: readonly Promise<void>[]) => ({ host: 'api.example.com', warm: () => shells });
const there = Promise.resolve();

test('a further session that is never answered is waited for a while, then counted as refused', async () => {
  const unanswered = new Promise<never>(() => {});
  await expect(withEnoughShells(session(there, there, unanswered), async () => 'seen', 0.05)).rejects.toMatchObject({
    code: 'SESSIONS_TOO_FEW',
    message: expect.stringContaining('allows 2 SSH sessions'),
  });
});

test('one that is late is waited for', async () => {
  const late = new Promise<void>((resolve) => setTimeout(resolve, 30));
  expect(await withEnoughShells(session(...Array.from({ length: sessionsNeeded }, () => late)), async () => 1, 5)).toBe(
    1,
  );
});
