import { failure } from '../messages/failure.ts';

/** HTTP statuses from `from` to `to`, both included. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** `200`, `200-299`, `200,204`. Throws `INPUT_HEALTH_STATUS`. */
export function parseHealthStatus(value: string): readonly StatusRange[] {
  return value.split(',').map((part) => {
    const [, from, to = from] = /^\s*([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?\s*$/.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from)) throw failure('INPUT_HEALTH_STATUS', { value });
    return { from: Number(from), to: Number(to) };
  });
}

/** The ranges as the input writes them. */
export function renderHealthStatus(ranges: readonly StatusRange[]): string {
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

/** Whether a status lies in one of the ranges. */
export function accepts(ranges: readonly StatusRange[], status: number): boolean {
  return ranges.some(({ from, to }) => status >= from && status <= to);
}

/** What counts where only the server's own errors do not: the application answers, be it with a login page. */
export const belowServerError: readonly StatusRange[] = [{ from: 100, to: 499 }];
