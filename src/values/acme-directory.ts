import { failure } from '../messages/failure.ts';

/** The URL of an ACME authority's directory (RFC 8555, 7.1.1): https, without user, query or fragment. Throws `INPUT_ACME_DIRECTORY`. */
export function parseAcmeDirectory(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw failure('INPUT_ACME_DIRECTORY', { value: shownOf(value, url) });
  return url.href;
}

/** Without what may be a password or a token. */
function shownOf(value: string, url: URL | undefined): string {
  if (url === undefined) return value;
  return `${url.protocol}//${url.host}${url.pathname}`;
}
