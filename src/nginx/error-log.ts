import { posix } from 'node:path';
import type { Configuration } from './configuration.ts';
import type { NginxVersion } from './version.ts';

/** Where nginx tells why it does not serve: the main file's `error_log`, else Debian's and RHEL's usual place. */
export function errorLogOf({ tree }: Configuration, { prefix }: NginxVersion): string {
  const http = tree.find(({ name }) => name === 'http')?.block ?? [];
  const given = [...tree, ...http].find(({ name }) => name === 'error_log')?.args[0];
  if (given === undefined || /^(stderr$|syslog:|memory:)/.test(given)) return '/var/log/nginx/error.log';
  return posix.resolve(prefix ?? '/', given);
}
