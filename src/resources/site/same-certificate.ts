import { quote } from '../../shell/quote.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';

/**
 * Bash that fails where the application's file names another pair than the one that was read: whoever renewed the domain's
 * certificate meanwhile had it lead to the new one, and the old one must not come back. It holds under the lock which
 * applications share. One that somebody removed is written again.
 */
export function sameCertificate({ managedFile }: InstalledNginx): string {
  if (managedFile === undefined || managedFile.broken !== undefined) return '';
  const { path, text } = managedFile;
  const [chain, key] = [named(text, 'ssl_certificate'), named(text, 'ssl_certificate_key')];
  if (chain === undefined || key === undefined) return '';
  return `in_file() { sed -n "s|^[[:space:]]*$1[[:space:]][[:space:]]*\\([^;]*\\);.*|\\1|p" ${quote(path)} 2>/dev/null | head -n 1; }
chain=$(in_file ssl_certificate) key=$(in_file ssl_certificate_key)
[ -z "$chain$key" ] || { [ "$chain" = ${quote(chain)} ] && [ "$key" = ${quote(key)} ]; } ||
  failure SITE_CERTIFICATE_CHANGED file=${quote(path)} before=${quote(chain)} "now=$chain"`;
}

/** What a directive names in the first server of a file, as it is written there. */
function named(text: string, directive: string): string | undefined {
  return new RegExp(`^[ \\t]*${directive}[ \\t]+([^;\\n]*);`, 'm').exec(text)?.[1];
}
