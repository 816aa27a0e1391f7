import { type Dialect, dialects, endOfForeign } from './foreign.ts';
import { type Directive, parseNginx } from './parse.ts';
import { NginxSyntaxError } from './syntax-error.ts';
import type { EndOfForeign } from './tokens.ts';

/** What was understood of a file that nginx accepts. */
export interface NginxText {
  /**
   * Its directives. Of a file that cannot be read: one without a name, all its text, and the `include` directives that
   * stand at the beginning of a line.
   */
  readonly directives: readonly Directive[];
  /** Which of its blocks are of another language; undefined: the file cannot be read. */
  readonly foreign: EndOfForeign | undefined;
  /** Line from which on it cannot be read; undefined: it can. */
  readonly unread: number | undefined;
}

/** Blocks whose inside nginx itself reads. */
export const ownBlocks =
  /^(http|server|location|if|limit_except|upstream|map|geo|split_clients|types|events|stream|mail|match|charset_map|dso)$/;

/** Signs that are read in search of what the blocks of one file are. */
const effort = 20_000_000;

/**
 * Reads a file of somebody else's, which nginx accepts: a module may have a syntax of its own. A block that does not read
 * as nginx's is taken for one of another language, a directive without a block, and no more is asked of it.
 */
export function readNginxText(text: string, file: string): NginxText {
  const known = new Map<string, number | undefined>();
  const endAt = (at: number, dialect: Dialect | undefined): number | undefined => {
    const key = `${at} ${dialect}`;
    if (!known.has(key)) known.set(key, endOfForeign(text, at, dialect));
    return known.get(key);
  };
  let left = Math.max(8, Math.min(200, effort / (text.length + 1)));
  let worst: NginxSyntaxError | undefined;

  /** What the file is where blocks of these names are of another language, of some it is known of which. */
  const attempt = (languages: ReadonlyMap<string, Dialect | undefined>, before: number): NginxText | undefined => {
    const isForeign = (name: string) => name.endsWith('_block') || languages.has(name);
    const foreign: EndOfForeign = (name, at) => {
      if (!isForeign(name)) return undefined;
      const dialect = languages.get(name) ?? (name.endsWith('_by_lua_block') ? 'lua' : undefined);
      return endAt(at, dialect) ?? endAt(at, undefined) ?? 'endless';
    };
    left -= 1;
    try {
      return { directives: parseNginx(text, file, foreign), foreign, unread: undefined };
    } catch (error) {
      if (!(error instanceof NginxSyntaxError)) throw error;
      if (worst === undefined || error.at > worst.at) worst = error;
      // The guess was wrong, the same is in the way still.
      if (error.at === before) return undefined;
      for (const name of new Set(error.blocks.map((block) => block.name))) {
        if (ownBlocks.test(name) || languages.get(name) !== undefined) continue;
        for (const guess of isForeign(name) ? dialects : [undefined, ...dialects]) {
          if (left <= 0) return undefined;
          const found = attempt(new Map([...languages, [name, guess]]), error.at);
          if (found !== undefined) return found;
        }
      }
      return undefined;
    }
  };

  return attempt(new Map(), -1) ?? unreadable(text, file, worst?.line ?? 1);
}

function unreadable(text: string, file: string, line: number): NginxText {
  const head = { file, args: [], start: 0, end: text.length };
  const includes = [...text.matchAll(/^[ \t]*include[ \t]+(["']?)([^\s;"'{}]+)\1[ \t]*;/gm)].map((found) => ({
    ...head,
    name: 'include',
    args: [found[2] ?? ''],
    line: text.slice(0, found.index).split('\n').length,
  }));
  return { directives: [{ ...head, name: '', line }, ...includes], foreign: undefined, unread: line };
}
