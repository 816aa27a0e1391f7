import { isReleaseId } from '../layout/release-id.ts';
import { failure } from '../messages/failure.ts';

/** The id of a release as given. Throws INPUT_RELEASE. */
export function parseReleaseId(value: string, name: string): string {
  if (isReleaseId(value)) return value;
  throw failure('INPUT_RELEASE', { name, value });
}
