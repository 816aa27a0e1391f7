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
