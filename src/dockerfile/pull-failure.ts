import { type Failure, failure } from '../messages/failure.ts';
import { isDead, type MirrorObservation } from '../messages/registry-mirror.ts';
import type { Text } from '../messages/text.ts';
import { registryOf } from './base-image.ts';

/** What decides how an image can be had on a server. */
export interface Puller {
  readonly tencent: boolean;
  /** `uname -m` of the server. */
  readonly architecture: string;
  readonly mirrors: readonly MirrorObservation[];
  /** Mirrors of daemon.json that the engine has not loaded. */
  readonly unloaded: readonly string[];
  /** Why the runner cannot send it; undefined: nobody asked it. */
  readonly runner?: Text | undefined;
}

const words = {
  full: /no space left on device/i,
  platform: /no match(?:ing manifest)? for |does not match the specified platform/i,
  limit: /toomanyrequests|too many requests|\b429\b/i,
  status: /unexpected (?:HTTP )?status|error parsing HTTP \d+/i,
  unknown:
    /manifest\b.*\b(?:unknown|not found)|repository\b.*\b(?:does not exist|not found)|name unknown|: not found\s*$|unauthorized|authentication required|no basic auth|\bdenied\b|insufficient_scope|authorization failed/i,
  unreachable:
    /dial tcp|lookup \S+|TLS handshake timeout|timeout|timed out|deadline exceeded|request canceled|no such host|connection (?:refused|reset)|unreachable|no route to host|server misbehaving|\bEOF\b/i,
};

/**
 * The failure that the last words of a pull stand for. A mirror that says that it has no such image is heard as well:
 * Docker asks Docker Hub next, and names only what came of that.
 */
export function pullFailure(image: string, said: string, output: string, puller: Puller): Failure {
  const { architecture, mirrors, tencent, unloaded, runner } = puller;
  const evidence = { evidence: output };
  const registry = registryOf(image);
  if (words.full.test(said)) return failure('BUILD_DISK_FULL', {}, evidence);
  if (words.platform.test(said)) return failure('BASE_IMAGE_PLATFORM', { image, architecture }, evidence);
  if (words.limit.test(said))
    return failure('REGISTRY_LIMIT', { image, registry: registry ?? 'Docker Hub', runner }, evidence);
  const refused = words.status.test(said);
  if (!refused && words.unknown.test(said)) return failure('BASE_IMAGE_UNKNOWN', { image, said, runner }, evidence);
  if (!refused && !words.unreachable.test(said))
    return failure('BASE_IMAGE_NOT_PULLED', { image, said, runner }, evidence);
  const without = mirrors.find(({ status }) => status === 404);
  if (registry === undefined && without !== undefined && !mirrors.some(isDead)) {
    return failure('BASE_IMAGE_UNKNOWN', { image, said: `${without.url}: 404; ${said}`, runner }, evidence);
  }
  return failure('BASE_IMAGE_UNREACHABLE', { image, said, registry, tencent, mirrors, unloaded, runner }, evidence);
}

/** The last line of a program's output, without what Docker puts in front of each. */
export function lastWords(output: string): string {
  const line = output.split('\n').findLast((one) => one.trim() !== '') ?? '-';
  return line.trim().replace(/^(?:Error response from daemon|ERROR): /, '');
}
