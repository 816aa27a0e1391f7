import { isTransient } from './connection.ts';
import { type HttpLook, lookAtHttp } from './http.ts';
import { lookFromOutside, type Outside, type OutsideTarget } from './outside.ts';

/** What was seen of a static site from outside. */
export interface PagesLook {
  /** Its document over https. */
  readonly document: Outside;
  /** `http://domain/`, which ought to lead to https; undefined where no address was known. */
  readonly redirect: HttpLook | undefined;
}

/** What to look at: the document as `OutsideTarget` says, and the port that leads to it. */
export interface PagesTarget extends OutsideTarget {
  readonly httpPort: number;
}

/** Looks at a static site as a browser would that was given the bare name. Changes nothing and never throws. */
export async function lookAtPages(target: PagesTarget): Promise<PagesLook> {
  const document = await lookFromOutside(target);
  return { document, redirect: document.address === undefined ? undefined : await lookTwice(target, document.address) };
}

async function lookTwice(target: PagesTarget, address: string): Promise<HttpLook> {
  const { domain, httpPort: port, timeoutMs, clock } = target;
  const look = (): Promise<HttpLook> => lookAtHttp({ domain, port, path: '/', address, timeoutMs });
  const first = await look();
  if (first.kind === 'answered' || !isTransient(first) || target.attempts < 2) return first;
  await clock.sleep(1000);
  return look();
}
