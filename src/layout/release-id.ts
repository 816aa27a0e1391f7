/** Whether a word has the form of a release's id. */
export function isReleaseId(word: string): boolean {
  return new RegExp(`^${releaseIdForm}$`).test(word);
}

/** The form of a release's id, as a regular expression of JavaScript and of bash. */
export const releaseIdForm = '[0-9]{8}T[0-9]{6}Z-[0-9A-Za-z]+';

/** A release's id. `commit` may be empty. */
export function releaseId(at: Date, commit: string): string {
  const time = at
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  return `${time}-${commit.slice(0, 7) || 'local'}`;
}
