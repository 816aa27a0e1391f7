import { type Failure, failure } from '../messages/failure.ts';
import type { ContainerSettings } from '../settings/settings.ts';
import { valuesOf } from '../values/environment.ts';
import { javaOptionsVariable, javaWords } from '../values/java-options.ts';
import { heapPercentage, MiB, memoryBytes, roomBesideHeap, roundedUp } from '../values/memory.ts';

/** What a JVM takes beside its heap at least: with less, it is killed under load. */
const besideHeap = 200 * MiB;

/** Warns of a heap that leaves the JVM too little of the container's `memory`: under load the kernel kills it. */
export function heapNotices({ memory, javaOptions, environment }: ContainerSettings): readonly Failure[] {
  const options = javaOptions ?? valuesOf(environment)[javaOptionsVariable];
  if (memory === undefined || options === undefined) return [];
  const limit = memoryBytes(memory);
  const allowed = heapIn(javaWords(options) ?? []);
  if (allowed === undefined) return [];
  const heap = 'bytes' in allowed ? allowed.bytes : limit * allowed.share;
  if (limit - heap >= besideHeap) return [];
  // A share of more memory is more.
  const enough = 'bytes' in allowed ? heap + roomBesideHeap : roomBesideHeap / (1 - allowed.share);
  const percentage = heapPercentage(limit);
  return [
    failure('HEAP_TOO_LARGE', {
      memory,
      heap: mebibytes(heap),
      rest: mebibytes(Math.max(limit - heap, 0)),
      enough: Number.isFinite(enough) ? roundedUp(enough) : '',
      // Where all of the memory is the heap's, no size is enough.
      percentage: percentage >= 25 || !Number.isFinite(enough) ? String(Math.max(percentage, 25)) : '',
    }),
  ];
}

/** The heap that options allow: the last of each kind counts, and a size goes before a percentage. */
function heapIn(words: readonly string[]): { readonly bytes: number } | { readonly share: number } | undefined {
  const last = (form: RegExp): RegExpExecArray | undefined =>
    words.map((word) => form.exec(word)).findLast((match) => match !== null) ?? undefined;
  const size = last(/^-(?:Xmx|XX:MaxHeapSize=)(\d+)([kmgt]?)$/i);
  if (size !== undefined) {
    return { bytes: Number(size[1]) * 1024 ** ['', 'k', 'm', 'g', 't'].indexOf((size[2] ?? '').toLowerCase()) };
  }
  // Then the percentage is of that, and not of the container's.
  if (last(/^-XX:MaxRAM=/) !== undefined) return undefined;
  const percentage = last(/^-XX:MaxRAMPercentage=(\d+(?:\.\d+)?)$/);
  return percentage === undefined ? undefined : { share: Math.min(1, Number(percentage[1]) / 100) };
}

function mebibytes(bytes: number): string {
  return (bytes / MiB).toFixed(0);
}
