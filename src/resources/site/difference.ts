import { createTwoFilesPatch } from 'diff';
import { hideSecrets } from '../../nginx/hide-secrets.ts';
import type { FileChange } from './file-change.ts';

/** What changes in a file, for people to read; values that may hold a secret are left out. */
export function difference({ path, before, after }: FileChange): string {
  const [old, new_] = [before, after].map((bytes) => hideSecrets(bytes?.toString('utf8') ?? '')) as [string, string];
  return createTwoFilesPatch(path, path, old, new_, undefined, undefined, { context: 2 })
    .split('\n')
    .filter((line) => !/^=+$/.test(line))
    .join('\n')
    .trimEnd();
}
