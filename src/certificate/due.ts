import type { Certificate } from './check.ts';

const dayMs = 86_400_000;

/**
 * From when on a certificate is to be renewed: `renewBeforeDays` before its end; undefined: 30 days or a third of its life,
 * whichever is less. Two thirds of its life at most: else one that was just issued would be due, and be applied for anew each
 * day.
 */
export function dueFrom(
  { notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>,
  renewBeforeDays: number | undefined,
): Date {
  const life = notAfter.getTime() - notBefore.getTime();
  const before =
    renewBeforeDays === undefined ? Math.min(30 * dayMs, life / 3) : Math.min(renewBeforeDays * dayMs, (life * 2) / 3);
  return new Date(notAfter.getTime() - before);
}

/**
 * When within an authority's window a certificate is renewed: for one certificate always the same moment, for many spread
 * over it, as RFC 9773, 4.2 asks for. `fingerprint`: 64 hex digits.
 */
export function momentIn({ start, end }: { readonly start: Date; readonly end: Date }, fingerprint: string): Date {
  const share = Number.parseInt(fingerprint.slice(0, 8), 16) / 0x1_0000_0000;
  return new Date(start.getTime() + share * Math.max(0, end.getTime() - start.getTime()));
}

/**
 * From when on a certificate is to be renewed whose authority may name a window for it (ARI): then that decides, and not the
 * date, unless the user has named one: then whichever is earlier.
 */
export function renewalFrom(
  certificate: Pick<Certificate, 'notBefore' | 'notAfter' | 'fingerprint'>,
  renewBeforeDays: number | undefined,
  window: { readonly start: Date; readonly end: Date } | undefined,
): Date {
  const own = dueFrom(certificate, renewBeforeDays);
  if (window === undefined) return own;
  const named = momentIn(window, certificate.fingerprint);
  return renewBeforeDays === undefined || named < own ? named : own;
}
