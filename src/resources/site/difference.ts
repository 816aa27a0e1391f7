import { createTwoFilesPatch } from 'diff';
import { hideSecrets } from '../../nginx/hide-secrets.ts';
import type { FileChange } from './file-change.ts';

/** What changes in a file, for people to read; in another's file what sounds like a secret is left out. */
export function difference({ path, before, after, ours }: FileChange): string {
  const [old, new_] = [before, after].map((bytes) => {
    const text = bytes?.toString('utf8') ?? '';
    return ours ? text : hideSecrets(text);
  }) as [string, string];
  return createTwoFilesPatch(path, path, old, new_, undefined, undefined, { context: 2 })
    .split('\n')
    .filter((line) => !/^=+$/.test(line))
    .join('\n')
    .trimEnd();
}
