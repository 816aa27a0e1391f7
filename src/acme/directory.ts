import { failure } from '../messages/failure.ts';
import { jsonObject } from './problem.ts';
import type { Transport } from './transport.ts';

/** What an authority offers (RFC 8555, 7.1.1). */
export interface Directory {
  readonly url: string;
  readonly host: string;
  /** Where it says when a certificate is to be renewed (RFC 9773); undefined: nowhere. */
  readonly renewalInfo: string | undefined;
  /** Its terms of service. */
  readonly terms: string | undefined;
}

/**
 * Reads the directory of an authority. Throws ACME_UNREACHABLE, ACME_DIRECTORY for a page that is none, and
 * ACME_EXTERNAL_ACCOUNT for an authority that takes only accounts which were made elsewhere.
 */
export async function readDirectory(transport: Transport, url: string): Promise<Directory> {
  const { status, body } = await transport({ url, method: 'GET' });
  const found = status === 200 ? jsonObject(body) : undefined;
  const missing = ['newNonce', 'newAccount', 'newOrder'].filter((name) => httpsUrl(found?.[name]) === undefined);
  if (found === undefined || missing.length > 0) {
    throw failure('ACME_DIRECTORY', {
      url,
      answer: found === undefined ? `HTTP ${status}` : '',
      missing: missing.join(', '),
    });
  }
  const meta = typeof found.meta === 'object' && found.meta !== null ? (found.meta as Record<string, unknown>) : {};
  const { host } = new URL(url);
  if (meta.externalAccountRequired === true) throw failure('ACME_EXTERNAL_ACCOUNT', { host });
  return {
    url,
    host,
    renewalInfo: httpsUrl(found.renewalInfo),
    terms: typeof meta.termsOfService === 'string' ? meta.termsOfService : undefined,
  };
}

function httpsUrl(value: unknown): string | undefined {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:' ? value : undefined;
}
