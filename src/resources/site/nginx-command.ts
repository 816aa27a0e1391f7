import { quote } from '../../server/quote.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';

/** Words that call this server's nginx with the configuration it runs with. */
export function nginxCommand(nginx: InstalledNginx): string {
  return [nginx.program, ...nginx.selection].map(quote).join(' ');
}

/** Bash that has nginx read its configuration again, or starts it where it does not run. */
export function applyConfiguration(nginx: InstalledNginx): string {
  if (nginx.state === 'running') return `${nginxCommand(nginx)} -s reload`;
  // The lock's descriptors stay with the script, not with a daemon that it starts. Not `start`: what systemd makes of a
  // SysV script counts as active for ever, also when a panel stopped nginx by calling that script itself.
  return nginx.unit
    ? `systemctl enable nginx.service >/dev/null 2>&1 || true\nsystemctl restart nginx.service 8>&- 9>&-`
    : `${nginx.initScript ? `${initScript} start` : nginxCommand(nginx)} 8>&- 9>&-`;
}

/** Bash that stops an nginx which did not run before. */
export function stopAgain(nginx: InstalledNginx): string {
  if (nginx.unit) return 'systemctl stop nginx.service';
  return nginx.initScript ? `${initScript} stop` : `${nginxCommand(nginx)} -s stop`;
}

const initScript = '/etc/init.d/nginx';
