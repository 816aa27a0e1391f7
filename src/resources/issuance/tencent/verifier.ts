import { ApiFailure } from '../../../tencent/api-failure.ts';
import { verifyCertificate } from '../../../tencent/certificate-calls.ts';
import type { Tencent } from '../../../tencent/tencent.ts';
import type { IssuingRun } from '../issuer.ts';

/** What the last look for the validation record found; `unknown`: there was none that told. */
export type Verdict = 'seen' | 'missing' | 'unknown';

/** Looks why a validation does not pass yet, no more often than Tencent allows. */
export interface Verifier {
  /** Looks where it is time to; undefined: it is not. */
  look(): Promise<Verdict | undefined>;
  verdict(): Verdict;
  /** Why it does not pass, in Tencent's words; empty where it does, or nothing is known. */
  reason(): string;
}

/** Milliseconds between looks at least, and at most where Tencent says that it is too often. */
const [least, most] = [30_000, 240_000];

/** A verifier of the application `id`. What cannot be asked stops nothing: it is good to know, and no more. */
export function verifier(tencent: Tencent, id: string, run: Pick<IssuingRun, 'now'>): Verifier {
  let interval = least;
  let next = run.now() + least;
  let verdict: Verdict = 'unknown';
  let reason = '';
  return {
    verdict: () => verdict,
    reason: () => reason,
    async look() {
      if (run.now() < next) return undefined;
      const found = await verifyCertificate(tencent, id).catch((error: unknown) => {
        if (!(error instanceof ApiFailure)) throw error;
        return undefined;
      });
      const tooOften = found?.tooOften ?? false;
      interval = tooOften ? Math.min(interval * 2, most) : least;
      next = run.now() + interval;
      if (found === undefined || tooOften) return undefined;
      verdict = found.seen ? 'seen' : 'missing';
      reason = found.reason;
      return verdict;
    },
  };
}
