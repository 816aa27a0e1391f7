import { Failures } from '../../../src/messages/failure.ts';
import type { Inputs } from '../../../src/settings/inputs.ts';

/** The least that a deploy needs. */
export const least: Readonly<Record<string, string>> = {
  jar: 'target/*.jar',
  host: '203.0.113.10',
  domain: 'api.example.com',
  'private-key': '-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0LXNlY3JldA==\n-----END OPENSSH PRIVATE KEY-----',
};

/** `least` with other values; undefined takes an input away. */
export function inputs(changes: Readonly<Record<string, string | undefined>> = {}): Inputs {
  const all = Object.entries({ ...least, ...changes });
  return new Map(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The failures that `work` throws, each as its English text; none where it throws nothing. */
export function refusals(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof Failures) return error.failures.map(({ message }) => message);
    return [(error as Error).message];
  }
}

/** The codes of the failures that `work` throws. */
export function codes(work: () => unknown): readonly string[] {
  return refusals(work).map((message) => message.split(':')[0] ?? '');
}
