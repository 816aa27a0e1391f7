/**
 * A source of COPY as a path in the build folder: no leading `/` or `./`, `.` and `..` resolved within the folder,
 * which is empty itself.
 */
export function contextPath(source: string): string {
  const parts: string[] = [];
  for (const part of source.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Whether a path of the build folder is a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[]/.test(path);
}

/** Whether `pattern` matches `path`, segment by segment, as Go's filepath.Match does (`*` stops at `/`). */
export function matches(pattern: string, path: string): boolean {
  const body = pattern.replace(/\[(\^?)([^\]]+)\]|[\s\S]/g, (c, negated?: string, set?: string) => {
    if (set !== undefined) return `[${negated ?? ''}${set.replace(/[\\[\]^]/g, '\\$&')}]`;
    if (c === '*') return '[^/]*';
    if (c === '?') return '[^/]';
    return c.replace(/[.+^${}()|[\]\\/]/, '\\$&');
  });
  return new RegExp(`^${body}$`, 's').test(path);
}

/** What a source finds among the files of the build folder: itself, what it matches, or what lies below it. */
export function found(source: string, files: readonly string[]): string[] {
  if (source === '') return [...files];
  const depth = source.split('/').length;
  return files.filter((file) => {
    const head = file.split('/').slice(0, depth).join('/');
    return isPattern(source) ? matches(source, head) : head === source;
  });
}
