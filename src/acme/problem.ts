import { failure } from '../messages/failure.ts';

/** What an ACME authority answers instead of what was asked for (RFC 8555, 6.7; RFC 9457). */
export interface Problem {
  readonly status: number;
  /** Without its prefix: `rateLimited`. */
  readonly type: string;
  /** The authority's own words. */
  readonly detail: string;
  /** When it would be asked again; undefined: it does not say. */
  readonly retryAfter: Date | undefined;
}

/** An authority's refusal. Whoever asked knows what it means: by `type`, else by `refusalOf`. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.type}: ${problem.detail}`);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** Reads the document of a refusal; what is none has its status for a type. */
export function readProblem(status: number, body: string, retryAfter: string | undefined, now: number): Problem {
  const document = jsonObject(body);
  return {
    status,
    type: typeOf(document, `HTTP ${status}`),
    detail: document === undefined ? `HTTP ${status}` : wordsOf(document),
    retryAfter: readRetryAfter(retryAfter, now),
  };
}

/** The type of a problem without the prefix that all of ACME's have; `otherwise` where it has none. */
export function typeOf(document: Readonly<Record<string, unknown>> | undefined, otherwise: string): string {
  return typeof document?.type === 'string' ? document.type.replace(/^urn:ietf:params:acme:error:/, '') : otherwise;
}

/** The words of a problem, with those of its subproblems (one a name). */
export function wordsOf(document: Readonly<Record<string, unknown>>): string {
  const { detail, title, subproblems } = document;
  const own = [detail, title].find((words) => typeof words === 'string' && words !== '') as string | undefined;
  const below = (Array.isArray(subproblems) ? subproblems : []).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null ? [wordsOf(one as Record<string, unknown>)] : [],
  );
  return [own ?? '-', ...below].join('; ').replace(/\s+/g, ' ').slice(0, 1000);
}

/** `Retry-After` as seconds or as a date (RFC 9110, 10.2.3). */
export function readRetryAfter(header: string | undefined, now: number): Date | undefined {
  if (header === undefined) return undefined;
  const at = /^\d{1,9}$/.test(header.trim()) ? now + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(at) ? undefined : new Date(at);
}

/** An object in JSON; undefined where it is none. */
export function jsonObject(body: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it is a limit of the authority's that was reached, which says nothing of what was asked for. */
export function isLimit({ type, status }: Problem): boolean {
  return type === 'rateLimited' || status === 429;
}

/** What a refusal is for a user, whatever was asked; anything else that was thrown stays what it is. */
export function refusalOf(error: unknown, host: string): unknown {
  if (error instanceof Refused) {
    const { type, detail, retryAfter } = error.problem;
    if (isLimit(error.problem)) return failure('ACME_RATE_LIMITED', { host, detail, until: retryAfter?.toISOString() });
    return failure('ACME_REFUSED', { host, type, detail });
  }
  // So acme-client complains of answers that it cannot go on with.
  if (error instanceof Error && error.constructor === Error)
    return failure('ACME_REFUSED', { host, type: 'acme-client', detail: error.message }, { cause: error });
  return error;
}
