import { type Failure, failure } from '../messages/failure.ts';
import type { Release } from '../release/release.ts';
import type { Container } from '../survey/containers.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { Adoption } from './adoption/adoption.ts';
import { oldContainers, servingContainer } from './orphans.ts';

/** What counts of a container of an old version. */
type Old = Pick<Container, 'name' | 'status' | 'memory'>;

/** Memory that must stay free beside two running versions, in bytes. */
const memoryMargin = 64 * 1024 * 1024;

/** What two versions need that run at once: memory for both, and nothing that only one can hold. */
export interface SideBySide {
  readonly problems: readonly Failure[];
  readonly notices: readonly Failure[];
}

/** Looks at a new version beside what runs of the old ones. */
export function sideBySide(
  { image, container: { embeddedDatabase } }: Release,
  server: ProvisionedServer,
  { container: adopted }: Pick<Adoption, 'container'>,
): SideBySide {
  const serving = adopted ?? servingContainer(server);
  const all: readonly Old[] = [...(serving === undefined ? [] : [serving]), ...oldContainers({ image }, server)];
  const old = all.filter(holds);
  if (old.length === 0) return { problems: [], notices: [] };
  const stop = stopCommand(old);
  const memory = memoryFor(old, server, stop);
  const problems = [
    ...(embeddedDatabase === undefined
      ? []
      : [failure('EMBEDDED_DATABASE', { database: embeddedDatabase, stop, image })]),
    ...(memory?.code === 'MEMORY_TOO_SMALL' ? [memory] : []),
  ];
  return { problems, notices: memory?.code === 'MEMORY_SWAPS' ? [memory] : [] };
}

/** One that has ended shares neither memory nor files with a new one. */
function holds({ status }: Old): boolean {
  return !['exited', 'created', 'dead'].includes(status);
}

/** The command that stops them; a paused one does not hear it. */
function stopCommand(containers: readonly Old[]): string {
  const paused = containers.filter(({ status }) => status === 'paused').map(({ name }) => name);
  const stop = `docker stop ${containers.map(({ name }) => name).join(' ')}`;
  return paused.length === 0 ? stop : `docker unpause ${paused.join(' ')} && ${stop}`;
}

function memoryFor(
  old: readonly Old[],
  { system: { memoryAvailable, swapFree } }: ProvisionedServer,
  stop: string,
): Failure | undefined {
  // The new version is taken to need as much as the largest of the old ones.
  const largest = Math.max(...old.map(({ memory }) => memory));
  const needed = largest + memoryMargin;
  if (largest === 0 || memoryAvailable >= needed) return undefined;
  const parameters = { needed: megabytes(needed), available: megabytes(memoryAvailable), swap: megabytes(swapFree) };
  if (memoryAvailable + swapFree >= needed) return failure('MEMORY_SWAPS', parameters);
  const missing = Math.ceil((needed - memoryAvailable - swapFree) / 1e9);
  return failure('MEMORY_TOO_SMALL', { ...parameters, stop, megabytes: `${missing * 1024}` });
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
