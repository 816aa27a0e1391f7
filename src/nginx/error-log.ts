import { posix } from 'node:path';
import type { NginxConfiguration } from './configuration.ts';
import type { NginxVersion } from './version.ts';

/** Where nginx tells why it does not serve: the main file's `error_log`, else the place that it was built with. */
export function errorLogOf({ tree }: NginxConfiguration, { prefix, errorLogPath }: NginxVersion): string {
  const http = tree.find(({ name }) => name === 'http')?.block ?? [];
  const given = [...tree, ...http].find(({ name }) => name === 'error_log')?.args[0];
  const isFile = given !== undefined && !/^(stderr$|syslog:|memory:)/.test(given);
  return posix.resolve(prefix ?? '/usr/local/nginx', isFile ? given : (errorLogPath ?? 'logs/error.log'));
}
