import { createHash } from 'node:crypto';
import { failure } from '../messages/failure.ts';
import { holdersOf, type Listeners } from '../survey/listeners.ts';

const from = 20_000;
const to = 29_999;

/**
 * A free port on loopback for a new container, below the ephemeral range, so that no outgoing connection can hold it.
 * An application begins its search at a place of its own, so that two deploys at once rarely meet.
 * Throws `NO_PORT_LEFT` when all are taken.
 */
export function choosePort(app: string, listeners: Listeners, recorded: readonly number[]): number {
  const end = Math.min(to, listeners.ephemeralFrom - 1);
  const count = end - from + 1;
  const start = createHash('sha256').update(app).digest().readUInt32BE(0) % Math.max(count, 1);
  for (let i = 0; i < count; i++) {
    const port = from + ((start + i) % count);
    if (!recorded.includes(port) && holdersOf(listeners, port).length === 0) return port;
  }
  throw failure('NO_PORT_LEFT', { from, to: end });
}
