import type { ActionName, RequestOf, ResponseOf } from '../../src/tencent/actions.ts';

/** Any part may be null where the models allow it, which is checked when it is sent. */
export type Sent<T> = T extends readonly (infer E)[]
  ? readonly Sent<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Sent<T[K]> | null }
    : T;

/** What a call is about, beside its request. */
export interface Call {
  /** Of the header `X-TC-Region`; empty where none was sent. */
  readonly region: string;
  /** The caller's address. */
  readonly from: string;
  /** The time by the account's clock. */
  readonly now: Date;
  /** Items that a list gives on one page, whatever it is asked for. */
  readonly atMost: number;
}

/** What does an action; throws `Refusal`. */
export type Handler<A extends ActionName> = (
  request: RequestOf<A> & {},
  call: Call,
) => Sent<Omit<ResponseOf<A>, 'RequestId'>> | Promise<Sent<Omit<ResponseOf<A>, 'RequestId'>>>;

/** What does each action of the table. */
export type Handlers = { readonly [A in ActionName]: Handler<A> };

/** Those of one product. */
export type HandlersOf<P extends string> = {
  readonly [A in ActionName as A extends `${P}:${string}` ? A : never]: Handler<A>;
};
