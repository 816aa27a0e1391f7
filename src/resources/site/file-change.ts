import { createHash } from 'node:crypto';
import { quote } from '../../server/quote.ts';

/** One file that nginx reads, and what becomes of it. Bytes, since comments of others may be in any encoding. */
export interface FileChange {
  /** Where nginx reads it; may be a link, whose target is what changes. */
  readonly path: string;
  /** Its bytes when the server was surveyed; undefined: it is not there yet. */
  readonly before: Buffer | undefined;
  readonly after: Buffer;
  /** Ours is replaced whatever became of it since; another's only while it is as it was surveyed. */
  readonly ours: boolean;
}

/** Bytes in base64, in lines of 76 characters as base64(1) prints them. */
export function encodeBytes(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}/g, '$&\n');
}

/**
 * Bash that puts the new bytes in place of the file in one step, its old bytes kept in `backup`. The file in between has
 * a name with a dot in front, which no `include` of a folder takes (glob(7)). Another's keeps its owner and mode.
 */
export function swapScript(change: FileChange, backup: string): string {
  const { before, after, ours } = change;
  return [
    ...locate(change),
    ...(before === undefined
      ? [`rm -f ${quote(backup)}`]
      : [
          ...(ours ? [] : [unchanged(change)]),
          `cp -a "$file" ${quote(`${backup}.new`)}`,
          `sync ${quote(`${backup}.new`)} 2>/dev/null || true`,
          `mv -f ${quote(`${backup}.new`)} ${quote(backup)}`,
        ]),
    ...(before === undefined || ours ? ['rm -f "$new"'] : ['cp -a "$file" "$new"']),
    `base64 -d >"$new" <<'EOF'\n${encodeBytes(after)}\nEOF`,
    ...(ours ? ['chmod 644 "$new"'] : []),
    'sync "$new" 2>/dev/null || true',
    'mv -f "$new" "$file"',
  ].join('\n');
}

/** Bash that puts the old bytes back, or takes a new file away. Idempotent; a swap that had not begun changes nothing. */
export function restoreScript(change: FileChange, backup: string): string {
  const back =
    change.before === undefined
      ? 'rm -f "$file" "$new"'
      : `rm -f "$new"; [ ! -f ${quote(backup)} ] || { cp -a ${quote(backup)} "$new" && mv -f "$new" "$file"; }`;
  return [...locate(change), back].join('\n');
}

/** Bash that names what became of another's file since it was surveyed: two may edit one. */
export function unchanged({ path, before }: FileChange): string {
  const sum = createHash('sha256')
    .update(before ?? '')
    .digest('hex');
  return `[ "$(sha256sum <"$file" | cut -d ' ' -f 1)" = ${sum} ] || failure NGINX_FILE_CHANGED file=${quote(path)}`;
}

/** Sets `file` to where the bytes really lie, and `new` to a name beside it. */
export function locate({ path, before }: FileChange): readonly string[] {
  return [
    before === undefined ? `file=${quote(path)}` : `file=$(readlink -f ${quote(path)}) || file=${quote(path)}`,
    `new="\${file%/*}/.\${file##*/}.deploy"`,
  ];
}
