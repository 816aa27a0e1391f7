import { nginxFileOf } from '../nginx/label.ts';
import { quote } from '../shell/quote.ts';

/**
 * Bash function `managed_file`: of the paths on its standard input, a line each, the first that is the application's own
 * file. It bears our mark and the name that we give: a copy by another name is somebody's.
 */
export function managedFile(app: string): string {
  return `managed_file() {
  local path
  while IFS= read -r path; do
    [ "\${path##*/}" = ${quote(nginxFileOf(app))} ] && [ -f "$path" ] || continue
    head -n 3 "$path" | grep -aqF ${quote(`managed by deploy-miniprogram-backend: app ${app},`)} && { printf '%s\\n' "$path"; break; }
  done
}`;
}
