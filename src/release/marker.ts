import { posix } from 'node:path';
import { quote } from '../shell/quote.ts';

/**
 * The file in each folder that was made here. Only a folder whose name has our form and that holds it is ours (rule
 * *Ours*).
 */
export const markerFile = '.deploy-miniprogram-backend';

/**
 * Bash functions about folders of `app`; the marker names its folder, so that a copy under another name is not ours:
 * - `is_ours FOLDER [NAME]`: whether it was made here, under NAME (default: that of the folder).
 * - `remove_ours FOLDER [NAME]`: removes one of ours, its marker last; anything else stays, and what is mounted in it.
 */
export function ourFolders(app: string): string {
  return `is_ours() { [ ! -L "$1" ] && [ -f "$1/${markerFile}" ] && [ "$(cat "$1/${markerFile}" 2>/dev/null)" = ${quote(app)}" \${2:-\${1##*/}}" ]; }
remove_ours() { ! is_ours "$@" || { find "$1" -xdev -mindepth 1 ! -path "$1/${markerFile}" -delete && rm -rf --one-file-system "$1"; }; }`;
}

/**
 * Bash that makes a folder, which must not exist but empty (cut short before its marker was written), with its marker
 * on disk; `name` is what it will be called in the end.
 */
export function makeOurs(folder: string, app: string, mode: '700' | '755', name = posix.basename(folder)): string {
  const marker = quote(`${folder}/${markerFile}`);
  return `rmdir ${quote(folder)} 2>/dev/null || true
mkdir -m ${mode} ${quote(folder)}
printf '%s\\n' ${quote(`${app} ${name}`)} >${marker}
flush ${marker} ${quote(folder)}`;
}
