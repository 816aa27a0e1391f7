import { posix } from 'node:path';
import { nginxCommand } from '../../nginx/command.ts';
import { nginxSeconds, patiently, ranOut } from '../../nginx/patience.ts';
import { encode } from '../../shell/heredoc.ts';
import { quote } from '../../shell/quote.ts';
import { type FileChange, locate, unchanged } from './file-change.ts';
import { mainFile, placeOf, type Traces, traceFunctions } from './traces-script.ts';

/**
 * Bash that lets nginx judge the changed files in the place of the live ones, in a mount namespace of its own: the live
 * files stay as they are. They are laid out below `stage`. A file that is not there yet cannot be mounted over; a copy
 * of its folder, with it, is.
 */
export function testScript(traces: Traces, changes: readonly FileChange[], stage: string): string {
  const { nginx, file, domain } = traces;
  const fresh = changes.filter(({ before }) => before === undefined);
  const folders = [...new Set(fresh.map(({ path }) => posix.dirname(path)))];
  const mounts: string[] = [];
  const lines: string[] = [
    ...changes.map(({ path }) => `roots_alone ${quote(path)}`),
    `rm -rf ${quote(stage)}`,
    `mkdir -p ${quote(stage)}`,
  ];
  for (const [at, folder] of folders.entries()) {
    const copy = `${stage}/folder-${at}`;
    // nginx includes from folders that are not there, too.
    lines.push(`[ -d ${quote(folder)} ] || (umask 022; mkdir -p ${quote(folder)})`);
    lines.push(`cp -a ${quote(`${folder}/.`)} ${quote(`${copy}/`)}`);
    for (const { path, after } of fresh.filter((change) => posix.dirname(change.path) === folder)) {
      lines.push(write(after, `${copy}/${posix.basename(path)}`));
    }
    mounts.push(copy, folder);
  }
  for (const [at, change] of changes.filter(({ before }) => before !== undefined).entries()) {
    const copy = `${stage}/file-${at}`;
    if (!change.ours) lines.push(...locate(change), unchanged(change));
    lines.push(write(change.after, copy));
    mounts.push(copy, change.path);
  }
  return `${lines.join('\n')}
${ranOut}
status=0
said=$(unshare -m bash -c '${judge}' judge ${mounts.map(quote).join(' ')} -- ${patiently} ${nginxCommand(nginx)} 2>&1) || status=$?
if [ "$status" -ne 0 ]; then
  printf '%s\\n' "$said" >&2
  ! ran_out "$status" || failure NGINX_SILENT seconds=${nginxSeconds} nginx=${quote(nginxCommand(nginx))}
  said=$(printf '%s\\n' "$said" | grep -E '\\[(emerg|crit|alert)\\]' | head -n 3)
  have=$(printf '%s\\n' "$said" | sed -n 's/.*could not build server_names_hash.*bucket_size: \\([0-9]*\\).*/\\1/p')
  [ -z "$have" ] || failure NGINX_NAMES_HASH domain=${quote(domain)} "have=$have" "need=$((have * 2))" main=${quote(mainFile(nginx))} nginx=${quote(nginxCommand(nginx))} place=${quote(placeOf(nginx, 'server_names_hash_bucket_size'))}
${traceFunctions(traces)}
  place=$(place_of "$said") || true
  owner=$(owner_of "$place") || true
  failure NGINX_REFUSED "said=$said" "place=$place" "owner=$owner" nginx=${quote(nginxCommand(nginx))} file=${quote(file)}
fi`;
}

/** Folders first, then files, which may lie in one of them; after `--` the words that call nginx. */
const judge = `set -e; mount --make-rprivate /
while [ "$1" != -- ]; do mount --bind "$1" "$(readlink -f "$2")"; shift 2; done
shift; exec "$@" -t`;

function write(bytes: Buffer, path: string): string {
  return `base64 -d >${quote(path)} <<'EOF'\n${encode(bytes)}\nEOF\nchmod 644 ${quote(path)}`;
}
