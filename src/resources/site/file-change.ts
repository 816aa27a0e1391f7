import { createHash } from 'node:crypto';
import { encode } from '../../shell/heredoc.ts';
import { quote } from '../../shell/quote.ts';

/** One file that nginx reads, and what becomes of it. Bytes, since comments of others may be in any encoding. */
export interface FileChange {
  /** Where nginx reads it; may be a link, whose target is what changes. */
  readonly path: string;
  /** Its bytes when the server was surveyed; undefined: it is not there yet, or nothing of it is worth keeping. */
  readonly before: Buffer | undefined;
  readonly after: Buffer;
  /** Ours is replaced whatever became of it since; another's only while it is as it was surveyed. */
  readonly ours: boolean;
}

/**
 * Bash that puts the new bytes in place of the file in one step. The old file keeps a second name beside it, with `key` in
 * it: it comes back by a rename, which needs no space. Names that begin with a dot are taken by no `include` of a folder
 * (glob(7)). Another's keeps its owner and mode. Needs the prelude in front.
 */
export function swapScript(change: FileChange, key: string): string {
  const { before, after, ours } = change;
  return [
    ...locate(change),
    backupName(key),
    ...(before === undefined ? [refuseForeign(change)] : [...(ours ? [] : [unchanged(change)]), keepOld]),
    ...(before === undefined || ours ? ['rm -f "$new"'] : ['cp -a "$file" "$new"']),
    `base64 -d >"$new" <<'EOF'\n${encode(after)}\nEOF`,
    ...(ours ? ['chmod 644 "$new"'] : []),
    'put_in_place "$new" "$file"',
  ].join('\n');
}

/** A link where the file system has them: the same file under two names, until the new one takes the first. */
const keepOld = `if [ -f "$file" ]; then
  ln -f "$file" "$backup" 2>/dev/null || { cp -a "$file" "$backup.new"; put_in_place "$backup.new" "$backup"; }
  flush "$backup" "\${file%/*}"
fi`;

/** What came to be there since the survey is somebody's, unless it is a file of ours, or nothing but what a crash left. */
function refuseForeign({ path }: FileChange): string {
  return `if [ -e "$file" ] && ! head -n 1 "$file" | grep -aq '^# managed by deploy-miniprogram-backend: ' && [ -n "$(tr -d '\\000[:space:]' <"$file")" ]; then
  failure NGINX_FILE_CHANGED file=${quote(path)}
fi`;
}

/**
 * Bash that puts the old file back, or takes the new one away where there was none. Needs no space on the disk.
 * Idempotent; a swap that had not begun changes nothing. `nginx` is
 * the command line of this server's.
 */
export function restoreScript(change: FileChange, key: string, nginx: string): string {
  const { path, before, after, ours } = change;
  // Edited or removed since: whoever did so is not overruled, and finds the old file beside it.
  const edited = `elif [ -f "$backup" ] && ! ${hasBytes(after)} && ! ${hasBytes(before ?? Buffer.alloc(0))}; then
  failure NGINX_FILE_EDITED file=${quote(path)} backup="$backup" nginx=${quote(nginx)}`;
  return [
    ...locate(change),
    backupName(key),
    'rm -f "$new"',
    'if [ "$backup" -ef "$file" ]; then',
    // rename(2) leaves two names of one file as they are.
    '  rm -f "$backup"',
    ...(ours ? [] : [edited]),
    'elif [ -f "$backup" ]; then',
    '  mv -fT "$backup" "$file"',
    ...(before?.equals(after) ? [] : [`elif ${hasBytes(after)}; then`, before === undefined ? takeAway : gone]),
    'fi',
    'flush "${file%/*}"',
  ].join('\n');
}

const takeAway = '  rm -f "$file"';

/** Somebody removed it; what the new file names must stay. */
const gone = `  printf '%s is gone\\n' "$backup" >&2; exit 1`;

/** Bash that removes what {@link swapScript} kept, once nothing undoes any more, or before a swap with that key began. */
export function forgetScript(change: FileChange, key: string): string {
  return [...locate(change), backupName(key), 'rm -f "$backup" "$backup.new" "$new"'].join('\n');
}

/** Bash that names what became of another's file since it was surveyed: two may edit one. */
export function unchanged({ path, before }: FileChange): string {
  return `${hasBytes(before ?? Buffer.alloc(0))} || failure NGINX_FILE_CHANGED file=${quote(path)}`;
}

function hasBytes(bytes: Buffer): string {
  const sum = createHash('sha256').update(bytes).digest('hex');
  return `[ "$(sha256sum <"$file" 2>/dev/null | cut -d ' ' -f 1)" = ${sum} ]`;
}

/** Sets `file` to where the bytes really lie, and `new` to a name beside it. */
export function locate({ path, before }: FileChange): readonly string[] {
  return [
    before === undefined ? `file=${quote(path)}` : `file=$(readlink -f ${quote(path)}) || file=${quote(path)}`,
    `new="\${file%/*}/.\${file##*/}.deploy"`,
  ];
}

function backupName(key: string): string {
  return `backup="\${file%/*}/.\${file##*/}.before-"${quote(key)}`;
}
