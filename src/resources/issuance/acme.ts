import { failure } from '../../messages/failure.ts';
import type { OpenTencent } from '../../tencent/tencent.ts';
import type { Issuer, IssuingRun } from './issuer.ts';

/** An ACME authority. */
export function acmeIssuer(
  _authority: { readonly directory: string; readonly email: string | undefined },
  _tencent: OpenTencent,
  _run: IssuingRun,
): Issuer {
  throw failure('INTERNAL', { detail: 'no issuer' });
}
