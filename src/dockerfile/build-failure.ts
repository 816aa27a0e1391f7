import { type Failure, failure } from '../messages/failure.ts';

/** What the output of a build says of why a base image could not be had; the classic builder's words and BuildKit's. */
const causes: readonly { readonly pattern: RegExp; readonly code: 'BASE_IMAGE_UNREACHABLE' | 'BASE_IMAGE_UNKNOWN' }[] =
  [
    {
      pattern:
        /manifest (for \S+ )?(unknown|not found)|repository does not exist|pull access denied|not found: manifest unknown/i,
      code: 'BASE_IMAGE_UNKNOWN',
    },
    {
      pattern:
        /TLS handshake timeout|i\/o timeout|context deadline exceeded|Client\.Timeout|no such host|connection refused|connection reset|network is unreachable|no route to host|server misbehaving|toomanyrequests|failed to resolve source metadata|: EOF\b/i,
      code: 'BASE_IMAGE_UNREACHABLE',
    },
  ];

/**
 * The failure that a build's last lines of output stand for. A pull that fails on its way is told from an image that is
 * not there; anything else is the Dockerfile's own.
 */
export function explainBuild(output: string): Failure {
  const lines = output.split('\n');
  const pulling = lines.some((line) =>
    /Get "https?:|pull access denied|manifest|resolve source metadata|error pulling|registry/i.test(line),
  );
  const cause = pulling ? causes.find(({ pattern }) => pattern.test(output)) : undefined;
  if (/no space left on device/i.test(output)) return failure('BUILD_DISK_FULL', {}, { evidence: output });
  const detail = lines.findLast((line) => line.trim() !== '')?.trim() ?? '-';
  return failure(cause?.code ?? 'BUILD_FAILED', { detail }, { evidence: output });
}
