import type { ChildProcess } from 'node:child_process';

/** Something that keeps a process from ending: a server, a socket, a child process. */
export interface Handle {
  readonly description: string;
  /** Ends it, so that the process can end. */
  readonly close: () => void;
}

/** The handles that Node knows of, as far as it tells. */
type Raw = Partial<
  Pick<ChildProcess, 'pid' | 'spawnargs' | 'kill' | 'unref'> & {
    readonly listening: boolean;
    readonly localAddress: string;
    readonly remoteAddress: string;
    readonly remotePort: number;
    readonly readyState: string;
    readonly bytesRead: number;
    readonly bytesWritten: number;
    address(): unknown;
    close(): void;
    closeAllConnections(): void;
    destroy(): void;
  }
> &
  object;

// Node has no documented way to get at them; what is documented (getActiveResourcesInfo) tells their kinds only.
function active(): readonly Raw[] {
  const { _getActiveHandles: handles } = process as unknown as { _getActiveHandles?: () => readonly Raw[] };
  return handles?.call(process) ?? [];
}

/** What is open now; later given to `openedSince`. */
export function openNow(): ReadonlySet<object> {
  // Node opens the standard streams when they are first used; a pipe is a handle from then on, and the process's own.
  return new Set([...active(), process.stdout, process.stderr]);
}

/** What has been opened since and is still open. */
export function openedSince(before: ReadonlySet<object>): readonly Handle[] {
  return active()
    .filter((raw) => !before.has(raw))
    .map((raw) => ({ description: describe(raw), close: () => close(raw) }));
}

function describe(raw: Raw): string {
  if (raw.spawnargs !== undefined) return `process ${raw.pid}: ${raw.spawnargs.join(' ').slice(0, 200)}`;
  if (raw.listening === true) return `server at ${JSON.stringify(raw.address?.())}`;
  if (raw.remotePort !== undefined) return `socket to ${raw.remoteAddress}:${raw.remotePort}`;
  // One that connects, one whose other end is gone, or a pipe.
  const state = `${raw.readyState}, ${raw.bytesRead} bytes read, ${raw.bytesWritten} written`;
  return `${raw.constructor.name} without an address (${state})`;
}

function close(raw: Raw): void {
  if (raw.spawnargs !== undefined) {
    raw.kill?.('SIGKILL');
    raw.unref?.();
    return;
  }
  raw.closeAllConnections?.();
  if (raw.destroy !== undefined) raw.destroy();
  else raw.close?.();
}
