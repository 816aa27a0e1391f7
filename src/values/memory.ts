import { failure } from '../messages/failure.ts';

/** Bytes that each unit of `docker run --memory` stands for. */
const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/**
 * The least that is taken, in bytes: what falls below is a unit forgotten. examples/backend, about as small as a web
 * application of Spring Boot gets, was killed with 112m and ran with 128m (OpenJDK 17; a JVM alone starts with 12m).
 */
const least = 64 * 1024 ** 2;

/** A limit for `docker run --memory`, in its notation and lower case: `512m`, `1g`, bytes. Throws `INPUT_MEMORY`. */
export function parseMemory(value: string): string {
  const bytes = memoryBytes(value.toLowerCase());
  // Beyond what a number holds exactly, no server has that much.
  if (!(bytes >= least) || !Number.isSafeInteger(bytes)) throw failure('INPUT_MEMORY', { value });
  return value.toLowerCase();
}

/** The bytes that a limit in the notation of Docker, lower case, stands for; NaN where it is none. */
export function memoryBytes(limit: string): number {
  const [, digits, unit = ''] = /^(\d{1,15})([bkmg]?)$/.exec(limit) ?? [];
  return Number(digits) * (units[unit] ?? Number.NaN);
}

/** Bytes of a MiB, Docker's `1m`. */
export const MiB = 1024 ** 2;

/**
 * What is left to a JVM of a web application beside its heap, in bytes: metaspace, code, threads and buffers of Spring Boot
 * come to 150 to 250 MiB.
 */
export const roomBesideHeap = 250 * MiB;

/** A limit of so many bytes at least, in steps of 64 MiB: `640m`. */
export function roundedUp(bytes: number): string {
  return `${Math.ceil(bytes / (64 * MiB)) * 64}m`;
}

/** The percentage of a limit, in steps of 5, which as a heap leaves that room; negative where the limit is less. */
export function heapPercentage(limit: number): number {
  return Math.floor((1 - roomBesideHeap / limit) * 20) * 5;
}
