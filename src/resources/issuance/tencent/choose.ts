import { dueFrom } from '../../../certificate/due.ts';
import {
  coversName,
  isIssued,
  isPending,
  type ListedCertificate,
  type Validity,
} from '../../../tencent/certificate.ts';

/** A certificate of the account that is to be installed. */
export type Usable = ListedCertificate & { readonly validity: Validity };

/** Dates of the list and of the certificate itself may differ by seconds. */
const toleranceMs = 60_000;

/**
 * The issued one that lasts longest (of Tencent's own before what was uploaded, which may be of any authority) of those which cover `domain` and are not to be renewed themselves; with `due`, one
 * that ends later than that. Undefined: none.
 */
export function chooseIssued(
  all: readonly ListedCertificate[],
  domain: string,
  due: Date | undefined,
  now: number,
): Usable | undefined {
  return all
    .flatMap((one) => {
      const { validity } = one;
      const fits = isIssued(one) && one.usable && coversName(one, domain);
      return fits && validity !== undefined ? [{ ...one, validity }] : [];
    })
    .filter(({ validity }) => validity.notBefore.getTime() <= now && now < dueFrom(validity, undefined).getTime())
    .filter(({ validity }) => due === undefined || validity.notAfter.getTime() > due.getTime() + toleranceMs)
    .toSorted(
      (a, b) =>
        Number(a.uploaded) - Number(b.uploaded) || b.validity.notAfter.getTime() - a.validity.notAfter.getTime(),
    )[0];
}

/** The application for exactly this domain that is on its way, if there is one. */
export function choosePending(all: readonly ListedCertificate[], domain: string): ListedCertificate | undefined {
  return all.find((one) => isPending(one) && one.domain === domain && one.usable && one.domainValidated);
}
