import { posix } from 'node:path';
import { encode } from '../../server/heredoc.ts';
import { quote } from '../../server/quote.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import { nginxCommand } from './nginx-command.ts';

/**
 * Bash that lets nginx judge the folder `stage` in the place of its include folder, in a mount namespace of its own:
 * the live files stay as they are. `text` is the file's new content, heredoc-safe because it is sent in base64.
 */
export function testScript(nginx: InstalledNginx, file: string, text: string, stage: string): string {
  const folder = posix.dirname(file);
  return `rm -rf ${quote(stage)}
mkdir -p ${quote(posix.dirname(stage))}
cp -a ${quote(folder)} ${quote(stage)}
base64 -d >${quote(posix.join(stage, posix.basename(file)))} <<'EOF'
${encode(text)}
EOF
chmod 644 ${quote(posix.join(stage, posix.basename(file)))}
if ! said=$(unshare -m bash -c 'mount --make-rprivate / && mount --bind "$1" "$2" && shift 2 && exec "$@" -t' test ${quote(stage)} ${quote(folder)} ${nginxCommand(nginx)} 2>&1); then
  printf '%s\\n' "$said" >&2
  failure NGINX_REFUSED "said=$(printf '%s\\n' "$said" | grep -E '\\[(emerg|crit|alert)\\]' | head -n 3)"
fi`;
}
