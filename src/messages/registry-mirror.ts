/** Docker Hub's mirror inside Tencent's network; from elsewhere it does not answer. */
export const tencentMirror = 'https://mirror.ccs.tencentyun.com';

/** A registry mirror as it was met while an image was pulled, and asked right after it. */
export interface MirrorObservation {
  readonly url: string;
  /** `silent`: no answer in time; `unreachable`: no connection; `unclear`: it was not asked, or not as Docker asks. */
  readonly state: 'answers' | 'silent' | 'unreachable' | 'unclear';
  /** The HTTP status that it answered for the image with; undefined where it did not. */
  readonly status: number | undefined;
  /** Seconds for which Docker waited for it, as its log says; undefined where that does not say it. */
  readonly seconds: number | undefined;
}

/** From how many seconds on a mirror is worth a word. */
const slowSeconds = 5;

/** Whether a mirror kept Docker waiting, or is not there. */
export function isDead({ state, seconds }: MirrorObservation): boolean {
  return state === 'silent' || state === 'unreachable' || (seconds ?? 0) >= slowSeconds;
}
