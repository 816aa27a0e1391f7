import { createHash } from 'node:crypto';
import { type Failure, failure } from '../messages/failure.ts';
import { holdersOf, isEphemeral, type Listeners, type PortRange } from '../survey/listeners.ts';

/** Where loopback ports of containers are. */
const preferred: PortRange = { from: 20_000, to: 29_999 };

/**
 * All ranges that are searched, in this order: the others are for a kernel that hands out the preferred ports to outgoing
 * connections (`1024 65535`, a common setting).
 */
const ranges: readonly PortRange[] = [preferred, { from: 10_000, to: 19_999 }, { from: 30_000, to: 64_999 }];

/**
 * A free port on loopback for a new container, outside the ephemeral range, so that no outgoing connection can hold it; in
 * it only where nothing else is free. An application begins its search at a place of its own, so that two deploys at once
 * rarely meet. Throws `NO_PORT_LEFT` when all are taken.
 */
export function choosePort(app: string, listeners: Listeners, recorded: readonly number[]): number {
  const ofReleases = new Set(recorded);
  const isFree = (port: number): boolean => !ofReleases.has(port) && holdersOf(listeners, port).length === 0;
  const isSafe = (port: number): boolean => isFree(port) && !isEphemeral(listeners, port);
  const port = firstOf(app, isSafe) ?? firstOf(app, isFree);
  if (port === undefined) {
    const [from, to] = [ranges.map((range) => range.from), ranges.map((range) => range.to)];
    throw failure('NO_PORT_LEFT', { from: Math.min(...from), to: Math.max(...to) });
  }
  return port;
}

/** The first such port of all ranges. */
function firstOf(app: string, wanted: (port: number) => boolean): number | undefined {
  return ranges.map((range) => firstIn(range, app, wanted)).find((found) => found !== undefined);
}

/** The ranges that are searched for a port, and how many ports into each an application begins. */
export function portSearch(app: string): readonly (PortRange & { readonly start: number })[] {
  return ranges.map((range) => ({ ...range, start: startIn(range, app) }));
}

function startIn({ from, to }: PortRange, app: string): number {
  return createHash('sha256').update(app).digest().readUInt32BE(0) % (to - from + 1);
}

function firstIn({ from, to }: PortRange, app: string, wanted: (port: number) => boolean): number | undefined {
  const count = to - from + 1;
  const start = startIn({ from, to }, app);
  for (let i = 0; i < count; i++) {
    const port = from + ((start + i) % count);
    if (wanted(port)) return port;
  }
  return undefined;
}

/** Warns of a loopback port that an outgoing connection may hold when the container starts again. */
export function portNotices(port: number, listeners: Listeners): readonly Failure[] {
  if (!isEphemeral(listeners, port)) return [];
  const reserved = [...listeners.reserved, preferred].map(({ from, to }) =>
    from === to ? `${from}` : `${from}-${to}`,
  );
  return [failure('PORT_EPHEMERAL', { port, ...listeners.ephemeral, reserve: reserved.join(',') })];
}
