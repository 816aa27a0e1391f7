import { isTransient } from './connection.ts';
import { type HttpObservation, observeHttp } from './http.ts';
import { type Outside, type OutsideTarget, observeFromOutside } from './outside.ts';

/** What was seen of a static site from outside. */
export interface PagesObservation {
  /** Its document over https. */
  readonly document: Outside;
  /** `http://domain/`, which ought to lead to https; undefined where no address was known. */
  readonly redirect: HttpObservation | undefined;
}

/** What to look at: the document as `OutsideTarget` says, and the port that leads to it. */
export interface PagesTarget extends OutsideTarget {
  readonly httpPort: number;
}

/** Looks at a static site as a browser would that was given the bare name. Changes nothing and never throws. */
export async function observePages(target: PagesTarget): Promise<PagesObservation> {
  const document = await observeFromOutside(target);
  return { document, redirect: document.address === undefined ? undefined : await lookTwice(target, document.address) };
}

async function lookTwice(target: PagesTarget, address: string): Promise<HttpObservation> {
  const { domain, httpPort: port, timeoutMs, clock } = target;
  const look = (): Promise<HttpObservation> => observeHttp({ domain, port, path: '/', address, timeoutMs });
  const first = await look();
  if (first.kind === 'answered' || !isTransient(first) || target.attempts < 2) return first;
  await clock.sleep(1000);
  return look();
}
