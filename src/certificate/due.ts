import type { Certificate } from './check.ts';

const dayMs = 86_400_000;

/**
 * From when on a certificate is to be renewed: `renewBeforeDays` before its end; undefined: 30 days or a third of its life,
 * whichever is less.
 */
export function dueFrom(
  { notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>,
  renewBeforeDays: number | undefined,
): Date {
  const life = notAfter.getTime() - notBefore.getTime();
  const before = renewBeforeDays === undefined ? Math.min(30 * dayMs, life / 3) : renewBeforeDays * dayMs;
  return new Date(notAfter.getTime() - before);
}

/**
 * The same where the authority names a window for it (ARI, RFC 9773): a moment in it, the same in every run for one
 * certificate and another for each, so that not all of an authority's clients come at once. `renewBeforeDays` is the user's
 * own word: then whichever is earlier.
 */
export function renewalFrom(
  certificate: Pick<Certificate, 'notBefore' | 'notAfter' | 'fingerprint'>,
  renewBeforeDays: number | undefined,
  window: { readonly start: Date; readonly end: Date } | undefined,
): Date {
  const own = dueFrom(certificate, renewBeforeDays);
  if (window === undefined) return own;
  const share = Number.parseInt(certificate.fingerprint.slice(0, 8), 16) / 0x1_0000_0000;
  const named = new Date(window.start.getTime() + share * (window.end.getTime() - window.start.getTime()));
  return renewBeforeDays === undefined || named < own ? named : own;
}
