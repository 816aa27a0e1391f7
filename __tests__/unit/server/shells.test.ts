import { expect, test } from '@jest/globals';
import { failure } from '../../../src/messages/failure.ts';
import type { RootShell } from '../../../src/server/root-shell.ts';
import { settleable } from '../../../src/server/settleable.ts';
import { keepShells } from '../../../src/server/shells.ts';

const refused = failure('CHANNEL_REFUSED', { host: 'h', detail: '', needed: 3 });

/** A pool of shells whose opening, freeing and end is the test's. */
function pool() {
  const opened: ReturnType<typeof one>[] = [];
  let waits = 0;
  function one(tell: { onFree(shell: RootShell): void; onOver(shell: RootShell): void }) {
    const opening = settleable<RootShell>();
    const begun = settleable<void>();
    const state = { free: true };
    const shell: RootShell = {
      command: 'bash',
      begun: begun.promise,
      get free() {
        return state.free;
      },
      run: () => {
        throw new Error('not run here');
      },
      end: () => {},
    };
    return {
      shell,
      opening,
      open: async () => {
        opening.resolve(shell);
        begun.resolve();
        await turn();
      },
      finish: () => tell.onFree(shell),
      over: () => {
        state.free = false;
        tell.onOver(shell);
      },
      neverBegins: (reason: unknown) => {
        opening.resolve(shell);
        begun.reject(reason);
        tell.onOver(shell);
      },
    };
  }
  const shells = keepShells({
    open: (tell) => {
      const made = one(tell);
      opened.push(made);
      return made.opening.promise;
    },
    again: (_shell, reason) => reason === 'again',
    onOpened: () => {
      waits += 1;
    },
  });
  const at = (n: number) => opened[n] as ReturnType<typeof one>;
  return { shells, at, opened, waits: () => waits };
}

/** Lets what was settled take its effect. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

test('shells opened together are waited for once; one that is free costs nothing', async () => {
  const { shells, at, opened, waits } = pool();
  const [first, second] = [shells.take(), shells.take()];
  await at(1).open();
  await at(0).open();
  expect([await first, await second]).toEqual([at(1).shell, at(0).shell]);
  expect(waits()).toBe(1);
  at(0).finish();
  expect(await shells.take()).toBe(at(0).shell);
  expect([opened.length, waits()]).toEqual([2, 1]);
  const third = shells.take();
  await at(2).open();
  expect([await third, waits()]).toEqual([at(2).shell, 2]);
});

test('a script takes whichever is there first, where one is never answered', async () => {
  const { shells, at, opened } = pool();
  shells.warm(2);
  await at(1).open();
  expect(await shells.take()).toBe(at(1).shell);
  const waits = shells.take();
  at(1).finish();
  expect(await waits).toBe(at(1).shell);
  expect(opened.length).toBe(2);
});

test('one that is refused is told to the script for which no other is left', async () => {
  const { shells, at } = pool();
  const [first, second] = [shells.take(), shells.take()];
  at(0).opening.reject(refused);
  await expect(second).rejects.toBe(refused);
  await at(1).open();
  expect(await first).toBe(at(1).shell);
});

test('the number is kept up where a script has used one up, and not against the server’s will', async () => {
  const { shells, at, opened } = pool();
  const begun = Promise.all(shells.warm(2));
  await at(0).open();
  await at(1).open();
  await begun;
  at(1).over();
  expect(opened.length).toBe(2);
  await shells.take();
  at(0).over();
  expect(opened.length).toBe(3);
  expect(shells.warm(2).length).toBe(2);
  expect(opened.length).toBe(4);
});

test('one that did not begin is opened again where that may help', async () => {
  const { shells, at, opened } = pool();
  const [first, second] = shells.warm(2);
  at(0).neverBegins('again');
  at(1).neverBegins('never');
  await expect(second).rejects.toBe('never');
  expect(opened.length).toBe(3);
  await at(2).open();
  await first;
});
