import { type Failure, failure } from '../messages/failure.ts';
import { lastWords, type Puller, pullFailure } from './pull-failure.ts';

/** How BuildKit begins the line that says why a build failed; the classic builder's is its last. */
const verdict = /^ERROR: (?:failed to build: )?failed to solve: /;

/** How either says that a command of the Dockerfile failed; what that printed are no words of Docker's. */
const ofCommand = /did not complete successfully|returned a non-zero code/;

/** How either says that an image could not be had. */
const ofPull =
  /failed to resolve source metadata|failed to (?:authorize|fetch)|pull access denied|^manifest for |^Get "https?:|^toomanyrequests|^no matching manifest|^error pulling image/;

/**
 * The failure that a build's last lines of output stand for. Base images are pulled before (resources/base-image.ts), but
 * for those that the builder alone can tell; anything else is the Dockerfile's own.
 */
export function explainBuild(output: string, puller: Puller): Failure {
  const line = output.split('\n').findLast((one) => verdict.test(one)) ?? lastWords(output);
  const said = line.replace(verdict, '').trim();
  if (/no space left on device/i.test(output)) return failure('BUILD_DISK_FULL', {}, { evidence: output });
  if (ofCommand.test(said) || !ofPull.test(said)) {
    return failure('BUILD_FAILED', { detail: said }, { evidence: output });
  }
  return pullFailure(imageIn(said), said, output, puller);
}

/** The image that such a line speaks of, as far as it says. */
function imageIn(said: string): string {
  const found = /source metadata for (\S+): |manifest for (\S+) (?:not found|unknown)|denied for ([^\s,]+)/.exec(said);
  return found?.slice(1).find((image) => image !== undefined) ?? '-';
}
