/** A promise that is settled from outside (`Promise.withResolvers`, which ES2023 lacks). */
export interface Settleable<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

/** Makes one. Whoever cares awaits it: a rejection that nobody awaits is none that ends the process. */
export function settleable<T>(): Settleable<T> {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve: (value) => resolve(value), reject: (reason) => reject(reason) };
}
