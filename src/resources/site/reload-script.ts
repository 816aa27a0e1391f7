import { nginxSeconds, ranOut } from '../../nginx/patience.ts';
import { quote } from '../../server/quote.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import { nginxFunctions } from './nginx-command.ts';

/** Bash that has nginx read its files, and names why where it does not. */
export function reloadScript(nginx: InstalledNginx): string {
  return `${nginxFunctions(nginx)}
${ranOut}
said=$(apply_configuration 2>&1) || {
  ! ran_out $? || failure NGINX_SILENT seconds=${nginxSeconds}
  said="$said
$(journalctl -u ${quote(nginx.unit ?? 'nginx.service')} -n 20 -o cat --no-pager 2>/dev/null)"
  printf '%s\\n' "$said" >&2
  emergency=$(printf '%s\\n' "$said" | grep -F '[emerg]' | grep -vF 'still could not bind' | tail -n 1)
  failure NGINX_NOT_STARTED "said=\${emergency:-$(printf '%s\\n' "$said" | head -n 1)}"
}`;
}
