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

/** Bash condition: whether the variable `name` holds a status of `ranges`, as {@link accepts} has it. */
export function statusCondition(name: string, ranges: readonly StatusRange[]): string {
  return `{ ${ranges.map(({ from, to }) => `{ [ "$${name}" -ge ${from} ] && [ "$${name}" -le ${to} ]; }`).join(' || ')}; }`;
}

/** What shows that anything answered at all. */
export const anyStatus: readonly StatusRange[] = [{ from: 1, to: 999 }];

/** What a page that can be read is served with. */
export const okStatus: readonly StatusRange[] = [{ from: 200, to: 200 }];

/** What an endpoint answers that asks for a login, or that is not there. */
export const guardedStatus: readonly StatusRange[] = [
  { from: 401, to: 401 },
  { from: 404, to: 404 },
];

/** What counts where only the server's own errors do not: the application answers, be it with a login page. */
export const belowServerError: readonly StatusRange[] = [{ from: 100, to: 499 }];
