import * as say from '../messages/checks.ts';
import type { Text } from '../messages/text.ts';
import { origin } from './origin.ts';
import type { Outside } from './outside.ts';
import type { PagesObservation } from './pages.ts';

/** What was seen from outside, as lines for the log, in the order of the looks. Judges nothing; `diagnose` does. */
export function linesOf(outside: Outside): readonly Text[] {
  return [...nameLines(outside), ...tlsLines(outside), ...httpsLines(outside)];
}

/** What was seen of a static site; where its name leads has been said. */
export function linesOfPages({ document, redirect }: PagesObservation): readonly Text[] {
  const url = `http://${document.domain}/`;
  const [answer] =
    redirect === undefined
      ? []
      : [
          redirect.kind === 'answered'
            ? say.redirected(url, redirect.status, redirect.location ?? '-')
            : say.notAnswered(url, redirect.detail),
        ];
  return [...tlsLines(document), ...httpsLines(document), ...(answer === undefined ? [] : [answer])];
}

function nameLines({ domain, name, address }: Outside): Text[] {
  const lost = name.kind === 'missing' || name.kind === 'unknown';
  const found = lost ? say.nameLeadsNowhere(domain, name.detail) : say.nameLeads(domain, name.addresses.join(', '));
  const detour = address !== undefined && (lost || name.kind === 'elsewhere');
  return detour ? [found, say.lookGoesTo(address, domain)] : [found];
}

function tlsLines({ tls, address, httpsPort }: Outside): Text[] {
  if (tls === undefined || address === undefined) return [];
  if (tls.kind !== 'served') return [say.noConnection(address, httpsPort, tls.detail)];
  const { protocol, cipher, chainLength, authorizationError } = tls;
  return authorizationError === undefined
    ? [say.tlsHolds(protocol, cipher, chainLength, tls.notAfter.toISOString())]
    : [say.tlsDoesNotHold(protocol, chainLength, authorizationError)];
}

function httpsLines({ domain, httpsPort, path, https }: Outside): Text[] {
  if (https === undefined) return [];
  const url = `${origin(domain, httpsPort)}${path}`;
  return [https.kind === 'answered' ? say.answered(url, https.status) : say.notAnswered(url, https.detail)];
}
