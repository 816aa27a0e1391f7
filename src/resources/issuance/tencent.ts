import { failure } from '../../messages/failure.ts';
import type { OpenTencent } from '../../tencent/tencent.ts';
import type { Issuer, IssuingRun } from './issuer.ts';

/** Tencent Cloud's SSL service. */
export function tencentIssuer(_tencent: OpenTencent, _run: IssuingRun): Issuer {
  throw failure('INTERNAL', { detail: 'no issuer' });
}
