import { type Failure, failure } from '../messages/failure.ts';
import { valuesOf } from '../settings/environment.ts';
import { javaOptionsVariable, javaWords } from '../settings/java-options.ts';
import { memoryBytes } from '../settings/memory.ts';
import type { ContainerSettings } from '../settings/settings.ts';

const MiB = 1024 ** 2;

/**
 * What a JVM of a web application takes beside its heap, in bytes: metaspace, code, threads and buffers of Spring Boot come
 * to 150 to 250 MiB.
 */
const besideHeap = 200 * MiB;

/** Warns of a heap that leaves the JVM too little of the container's `memory`: under load the kernel kills it. */
export function heapNotices({ memory, javaOptions, environment }: ContainerSettings): readonly Failure[] {
  const options = javaOptions ?? valuesOf(environment)[javaOptionsVariable];
  if (memory === undefined || options === undefined) return [];
  const limit = memoryBytes(memory);
  const words = javaWords(options) ?? [];
  const heap = heapIn(words, limit);
  if (heap === undefined || limit - heap >= besideHeap) return [];
  const room = besideHeap + 50 * MiB;
  // A heap of a percentage grows with the limit.
  const share = heapIn(words, 2 * limit) === heap ? 0 : heap / limit;
  const enough = share > 0 && share < 0.9 ? room / (1 - share) : heap + room;
  const percentage = Math.floor((1 - room / limit) * 20) * 5;
  return [
    failure('HEAP_TOO_LARGE', {
      memory,
      heap: mebibytes(heap),
      rest: mebibytes(Math.max(limit - heap, 0)),
      enough: `${Math.ceil(enough / (64 * MiB)) * 64}m`,
      percentage: percentage >= 25 ? String(percentage) : '',
    }),
  ];
}

/** The heap that options allow, in bytes: the last of each kind counts, and a size goes before a percentage. */
function heapIn(words: readonly string[], limit: number): number | undefined {
  const last = (form: RegExp): RegExpExecArray | undefined =>
    words.map((word) => form.exec(word)).findLast((match) => match !== null) ?? undefined;
  const size = last(/^-(?:Xmx|XX:MaxHeapSize=)(\d+)([kmgt]?)$/i);
  if (size !== undefined)
    return Number(size[1]) * 1024 ** ['', 'k', 'm', 'g', 't'].indexOf((size[2] ?? '').toLowerCase());
  const percentage = last(/^-XX:MaxRAMPercentage=(\d+(?:\.\d+)?)$/);
  return percentage === undefined ? undefined : (limit * Number(percentage[1])) / 100;
}

function mebibytes(bytes: number): string {
  return (bytes / MiB).toFixed(0);
}
