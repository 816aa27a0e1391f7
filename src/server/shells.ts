import type { RootShell } from './root-shell.ts';

/** The shells of one connection. */
export interface Shells {
  /** One that is free; the next that becomes free where one is being opened. Rejects with why none can be opened. */
  take(): Promise<RootShell>;
  /**
   * Has so many there, those that run a script among them, and keeps up their number: what lacks is opened at once, in
   * parallel and in the background. For each of them: that it has begun, or why it has not.
   */
  warm(count: number): readonly Promise<void>[];
}

/** What the shells of a connection are made of. */
export interface ShellMaking {
  /** Opens one, and tells when it is free again and when it is over. */
  open(tell: { onFree(shell: RootShell): void; onOver(shell: RootShell): void }): Promise<RootShell>;
  /** Whether one that did not begin, for this reason, would begin if it were opened now. */
  again(shell: RootShell, reason: unknown): boolean;
  /** Called when scripts had to wait for shells to be opened: once for those that were opened together. */
  onOpened(): void;
}

/** Keeps the shells of one connection. */
export function keepShells(making: ShellMaking): Shells {
  /** For each shell that is there or being opened: that it has begun. */
  const there = new Set<Promise<void>>();
  const free = new Set<RootShell>();
  const waiting: { resolve: (shell: RootShell) => void; reject: (reason: unknown) => void }[] = [];
  let opening = 0;
  let kept = 0;
  /** Shells that are opened at the same time. */
  let batch = { isCounted: false };

  const openOne = (): Promise<void> => {
    if (opening === 0) batch = { isCounted: false };
    const own = batch;
    opening += 1;
    const gone = (): void => void there.delete(begun);
    let hasBegun = false;
    const open = making.open({
      onFree: (shell) => {
        const next = waiting.shift();
        if (next === undefined) free.add(shell);
        else next.resolve(shell);
      },
      onOver: (shell) => {
        gone();
        // One that ends while nothing was asked of it does so at the server's will.
        if (!free.delete(shell) && hasBegun) keepUp();
      },
    });
    const opened = open.then(
      (shell) => {
        opening -= 1;
        const next = waiting.shift();
        if (next === undefined) free.add(shell);
        else {
          next.resolve(shell);
          if (!own.isCounted) making.onOpened();
          own.isCounted = true;
        }
        return shell;
      },
      (reason: unknown) => {
        opening -= 1;
        // For the others, shells are still to come.
        if (waiting.length > opening) waiting.pop()?.reject(reason);
        throw reason;
      },
    );
    const beginning = async (): Promise<void> => {
      const shell = await opened;
      try {
        await shell.begun;
        hasBegun = true;
      } catch (error) {
        if (!making.again(shell, error)) throw error;
        gone();
        await keepUp();
      }
    };
    const begun = beginning();
    there.add(begun);
    begun.catch(gone);
    return begun;
  };
  /** Opens another one where one is lacking. */
  const keepUp = (): Promise<void> | undefined => (there.size < kept ? openOne() : undefined);

  return {
    take: () => {
      for (const shell of free) {
        free.delete(shell);
        if (shell.free) return Promise.resolve(shell);
      }
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        if (waiting.length > opening) void openOne();
      });
    },
    warm: (count) => {
      kept = Math.max(kept, count);
      while (there.size < count) void openOne();
      return [...there];
    },
  };
}
