import { posix } from 'node:path';
import { nginxCommand } from '../../nginx/command.ts';
import { patiently } from '../../nginx/patience.ts';
import { quote } from '../../shell/quote.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import { workersFunction } from '../nginx-workers.ts';

/** Where a switch finds out why nginx does not do what it is told. */
export interface Traces {
  readonly nginx: InstalledNginx;
  readonly domain: string;
  /** The application's own file. */
  readonly file: string;
  readonly errorLog: string;
  /** Folder of the switch, for its notes. */
  readonly folder: string;
}

/**
 * Bash functions that read what nginx and systemd said since nginx was last told to read its files, and nothing older:
 * - `note_reload`: notes the time, how long the error log is, and which workers serve. Without space nothing is noted.
 * - `log_since_reload`, `journal_since_reload`: the lines since then; none where nothing was noted.
 * - `taken_up`: whether the workers of then serve no more, and others do.
 * - `where_listens PORT [WORD]`: FILE:LINE of the `listen` of a port, one that is not in the application's file first.
 * - `place_of SAID`: FILE:LINE that a complaint is about.
 * - `owner_of PLACE`: the application whose file it is; nothing where it is not one of ours.
 * - `holder_of PORT`: program and pid of what listens there.
 * Needs `nginxFunctions` in front.
 */
export function traceFunctions({ nginx, file, errorLog, folder }: Traces): string {
  const note = quote(`${folder}/reload`);
  const log = quote(errorLog);
  return `${workersFunction(nginx.program)}
note_reload() {
  { { date +%s; stat -c '%i %s' ${log} || echo; nginx_workers; } >${note}; } 2>/dev/null || true
}
log_since_reload() {
  local inode=- size=0 now
  { read -r _ && read -r inode size; } 2>/dev/null <${note} || return 0
  # A worker's user may own its folder, and put a link or a named pipe there.
  [ ! -L ${log} ] && [ -f ${log} ] || return 0
  now=$(stat -c '%i %s' ${log} 2>/dev/null) || return 0
  if [ "\${now% *}" = "$inode" ] && [ "\${now#* }" -ge "$size" ]
  then timeout -s KILL 10 tail -c "+$((size + 1))" ${log}
  # It was rotated, or made since.
  else timeout -s KILL 10 tail -n 200 ${log}
  fi 2>/dev/null | tail -c 200000 | tr -d '\\000'
}
journal_since_reload() {
  local since
  read -r since 2>/dev/null <${note} || return 0
  timeout -s KILL 10 journalctl -u ${quote(nginx.unit ?? 'nginx.service')} --since "@$since" -n 40 -o cat --no-pager 2>/dev/null || true
}
taken_up() {
  local pid born
  [ -s ${note} ] || return 1
  while read -r pid born; do
    ! serves "$pid" "$born" || return 1
  done < <(tail -n +3 ${note})
  [ -n "$(nginx_workers)" ]
}
where_listens() {
  ${patiently} ${nginxCommand(nginx)} -T 2>/dev/null | awk -v port="$1" -v word="\${2-}" -v own=${quote(file)} '
    /^# configuration file \\/.*:$/ { file = substr($0, 22, length($0) - 22); line = 0; next }
    { line++; sub(/#.*/, "") }
    $0 ~ "(^|[;{ \\t])listen[ \\t]+([^; \\t]*:)?" port "([ \\t;]|$)" && (word == "" || index($0, word)) {
      place = file ":" line
      if (file != own) { print place; found = 1; exit }
      if (ours == "") ours = place
    }
    END { if (!found && ours != "") print ours }'
}
place_of() {
  local place word
  place=$(printf '%s\\n' "$1" | sed -n 's|.* in \\(/[^ ]*:[0-9][0-9]*\\)$|\\1|p')
  # Whoever names a file that cannot be used names no place of the configuration.
  word=$(printf '%s\\n' "$1" | sed -n 's|^[^"]*"\\(/[^"]*\\)".*|\\1|p')
  [ -n "$place" ] || [ -z "$word" ] || place=$(grep -nHsF -D skip -d skip -e "$word" ${foldersOf(nginx, file).map(among).join(' ')} </dev/null |
    grep -vF -e ${log}: | grep -v '^[^:]*:[0-9]*:[[:space:]]*#' | head -n 1 | cut -d : -f 1,2)
  printf '%s' "$place"
}
owner_of() {
  local file=\${1%:*}
  [ ! -f "$file" ] || head -n 1 "$file" | tr -d '\\000' | sed -n 's/^# managed by deploy-miniprogram-backend: app \\([^, ]*\\),.*/\\1/p'
}
holder_of() {
  ss -ltnp 2>/dev/null | awk -v end=":$1" 'substr($4, length($4) - length(end) + 1) == end { print $NF }' |
    sed -n 's/^[^"]*"\\([^"]*\\)",\\(pid=\\)\\{0,1\\}\\([0-9]*\\).*/\\1 (pid \\3)/p' | head -n 1
}`;
}

function filesOf({ dump }: InstalledNginx): readonly string[] {
  return [...dump.matchAll(/^# configuration file (\/.*):$/gm)].map(([, path = '']) => path);
}

/** The file that nginx was started with. */
export function mainFile(nginx: InstalledNginx): string {
  return filesOf(nginx)[0] ?? nginx.version.configurationPath ?? '/etc/nginx/nginx.conf';
}

/** FILE:LINE of the first directive of this name in what nginx reads, of those that stand once; empty: none. */
export function placeOf(nginx: InstalledNginx, directive: string): string {
  const [, ...parts] = nginx.dump.split(/^# configuration file (\/.*):\n/m);
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const lines = (parts[at + 1] ?? '').split('\n');
    const line = lines.findIndex((one) => new RegExp(`^\\s*${directive}\\s`).test(one));
    if (line >= 0) return `${parts[at]}:${line + 1}`;
  }
  return '';
}

/** The folders of the files that nginx reads. */
function foldersOf(nginx: InstalledNginx, file: string): readonly string[] {
  return [...new Set([mainFile(nginx), file, ...filesOf(nginx)].map((path) => posix.dirname(path)))];
}

function among(folder: string): string {
  return `${quote(folder)}/*`;
}
