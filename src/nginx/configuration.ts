import { posix } from 'node:path';
import type { Directive } from './parse.ts';
import { readNginxText } from './read.ts';
import { NginxSyntaxError } from './syntax-error.ts';

/** All that a running nginx read: what `nginx -T` prints. */
export interface NginxConfiguration {
  /** The file that nginx was started with; relative paths count from its folder. */
  readonly main: string;
  /** Every file read, by its absolute path. */
  readonly files: ReadonlyMap<string, string>;
  /** The main file's directives, each `include` replaced by what it includes. */
  readonly tree: readonly Directive[];
  /** The globs of the `include` directives directly in the http block, absolute, in order. */
  readonly httpIncludes: readonly string[];
  /** Files that cannot be read, and from which line on: of what is in them only the `include` directives are known. */
  readonly unread: readonly { readonly file: string; readonly line: number }[];
}

/**
 * Reads what `nginx -T` prints on standard output. Throws `NginxSyntaxError` when there is no configuration in it.
 */
export function parseDump(output: string): NginxConfiguration {
  const files = splitDump(output);
  const main = [...files.keys()][0];
  if (main === undefined) throw new NginxSyntaxError('syntax', 'nginx -T', 1, output.slice(0, 80));
  const parsed = new Map([...files].map(([file, text]) => [file, readNginxText(text, file)]));
  const unread = [...parsed].flatMap(([file, { unread: line }]) => (line === undefined ? [] : [{ file, line }]));
  const httpIncludes: string[] = [];
  /** What files that cannot be read include, where the http block may stand in them. */
  const loose: { readonly directives: readonly Directive[]; readonly open: readonly string[] }[] = [];

  const expand = (
    directives: readonly Directive[],
    place: 'main' | 'http' | 'inner',
    open: readonly string[],
  ): Directive[] =>
    directives.flatMap((directive) => {
      const { name, args, block } = directive;
      if (name === 'include' && args[0] !== undefined) {
        const glob = posix.resolve(posix.dirname(main), args[0]);
        if (place === 'http') httpIncludes.push(glob);
        return [...parsed]
          .filter(([file]) => matchesGlob(file, glob) && !open.includes(file))
          .flatMap(([file]) => inside(file, place, [...open, file]));
      }
      if (block === undefined) return [directive];
      const within = place === 'main' && name === 'http' ? 'http' : 'inner';
      return [{ ...directive, block: expand(block, within, open) }];
    });

  const inside = (file: string, place: 'main' | 'http' | 'inner', open: readonly string[]): Directive[] => {
    const { directives = [], unread: line } = parsed.get(file) ?? {};
    if (line === undefined || place !== 'main') return expand(directives, place, open);
    loose.push({ directives, open });
    return [];
  };

  const tree = inside(main, 'main', [main]);
  if (loose.length > 0 && !tree.some(({ name }) => name === 'http')) {
    // Most of what such a file includes, its http block does; nginx itself tests whether a file of ours may go there.
    const block = loose.flatMap(({ directives, open }) => expand(directives, 'http', open));
    tree.push({ name: 'http', args: [], file: main, line: 1, start: 0, end: 0, block });
  }
  return { main, files, tree, httpIncludes, unread };
}

/** The files that an `include` brings in, and whether there is any directive in them. */
export function filesIncludedBy(
  { main, files }: NginxConfiguration,
  include: string,
): readonly { readonly file: string; readonly empty: boolean }[] {
  const glob = posix.resolve(posix.dirname(main), include);
  return [...files]
    .filter(([file]) => matchesGlob(file, glob))
    .map(([file, text]) => ({ file, empty: readNginxText(text, file).directives.length === 0 }));
}

function splitDump(output: string): Map<string, string> {
  // A line ends at a newline alone: what follows another sign in a comment is no heading.
  const parts = output.split(/(?<=^|\n)# configuration file (\/[^\n]*):(?=\n|$)/);
  const files = new Map<string, string>();
  for (let i = 1; i + 1 < parts.length; i += 2) files.set(parts[i] ?? '', (parts[i + 1] ?? '').replace(/^\n/, ''));
  return files;
}

/** glob(7) as nginx calls it: `*` and `?` match no slash and no dot at the start of a name. */
function matchesGlob(path: string, glob: string): boolean {
  const pattern = glob.replace(/\[!?[^\]/]+\]|[\s\S]/g, (sign: string, at: number) => {
    const first = glob[at - 1] === '/';
    if (sign === '*') return first ? '(?!\\.)[^/]*' : '[^/]*';
    if (sign === '?') return first ? '[^/.]' : '[^/]';
    if (sign.length > 1) return sign.replace('[!', '[^').replaceAll('\\', '\\\\');
    return sign.replace(/[\\^$.|+()[\]{}*?]/, '\\$&');
  });
  try {
    return new RegExp(`^${pattern}$`, 'u').test(path);
  } catch {
    // A class that cannot be, such as `[z-a]`, matches nothing.
    return false;
  }
}
