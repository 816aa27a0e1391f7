import type { ActionName, RequestOf, ResponseOf } from './actions.ts';
import { apiFailure } from './api-failure.ts';
import type { Tencent } from './tencent.ts';

/** Actions that list by `Offset` and `Limit`, both numbers. */
type ListAction = {
  [A in ActionName]: { Offset?: number; Limit?: number } extends Pick<RequestOf<A>, keyof RequestOf<A> & PageField>
    ? A
    : never;
}[ActionName];
type PageField = 'Offset' | 'Limit';

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[] | undefined;
  /** Of the whole list; undefined: the API does not say. */
  readonly total: number | undefined;
}

/** More pages than any list here has: the API repeats itself. */
const mostPages = 100;

/** How a list is read. */
export interface ListOptions<A extends ActionName, T> {
  /** What the API gives at most on one page. */
  readonly size: number;
  readonly region?: string;
  page(response: ResponseOf<A>): Page<T>;
}

/**
 * Everything that a list action gives, page by page, to its total or to an empty page. Throws `TENCENT_SERVER_ERROR` where
 * the list has no end: judging by a part of it would be wrong.
 */
export async function allPages<A extends ListAction, T>(
  tencent: Tencent,
  action: A,
  request: Omit<RequestOf<A>, PageField>,
  { size, region, page }: ListOptions<A, T>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let count = 0; count < mostPages; count++) {
    const one = { ...request, Offset: found.length, Limit: size } as RequestOf<A>;
    const { items = [], total } = page(await tencent.call(action, one, region));
    found.push(...items);
    if (items.length === 0 || found.length >= (total ?? Number.POSITIVE_INFINITY)) return found;
  }
  const none = { apiCode: undefined, mayHaveTakenEffect: false };
  throw apiFailure('TENCENT_SERVER_ERROR', { action, host: 'Tencent Cloud', answer: 'endless' }, none);
}
