import { failure } from '../messages/failure.ts';
import { certificateId } from './certificate-id.ts';
import type { Directory } from './directory.ts';
import { jsonObject, Refused, readProblem, refusalOf } from './problem.ts';
import type { Transport } from './transport.ts';

/** What an authority says of a certificate of its own. */
export interface RenewalInfo {
  /** The certificate's name there. */
  readonly id: string;
  readonly start: Date;
  readonly end: Date;
}

/**
 * Asks when a certificate is to be renewed (RFC 9773, 4.2). Undefined: the authority says it of none, or the certificate is
 * not its own. Throws ACME_UNREACHABLE, ACME_RATE_LIMITED, and ACME_REFUSED for an answer that cannot be read.
 */
export async function readRenewalInfo(
  transport: Transport,
  { renewalInfo, host }: Directory,
  chainPem: string,
  now: number,
): Promise<RenewalInfo | undefined> {
  const id = certificateId(chainPem);
  if (renewalInfo === undefined || id === undefined) return undefined;
  const { status, body, headers } = await transport({ url: `${renewalInfo.replace(/\/$/, '')}/${id}`, method: 'GET' });
  if (status === 429) throw refusalOf(new Refused(readProblem(status, body, headers['retry-after'], now)), host);
  if (status >= 400) return undefined;
  const window = jsonObject(body)?.suggestedWindow as { readonly start?: unknown; readonly end?: unknown } | undefined;
  const [start, end] = [Date.parse(String(window?.start)), Date.parse(String(window?.end))];
  if (!(start <= end)) {
    throw failure('ACME_REFUSED', { host, type: 'renewalInfo', detail: body.replace(/\s+/g, ' ').slice(0, 200) });
  }
  return { id, start: new Date(start), end: new Date(end) };
}
