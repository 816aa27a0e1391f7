import { parseDump } from '../../../src/nginx/configuration.ts';
import { errorLogOf } from '../../../src/nginx/error-log.ts';
import { nginx } from './site.ts';

const debian = nginx(1, 22, 1);
const built = { ...debian, prefix: '/usr/local/nginx', errorLogPath: undefined };

test.each([
  ['the main file names it', 'error_log /www/wwwlogs/nginx_error.log crit;', debian, '/www/wwwlogs/nginx_error.log'],
  ['the http block names it', 'http { error_log /var/log/own.log; }', debian, '/var/log/own.log'],
  ['it counts from the prefix', 'error_log logs/own.log;', built, '/usr/local/nginx/logs/own.log'],
  ['it is no file', 'error_log syslog:server=unix:/dev/log;', debian, '/var/log/nginx/error.log'],
  ['nothing names it, and it was built with a place', '', debian, '/var/log/nginx/error.log'],
  ['nothing names it at all', '', built, '/usr/local/nginx/logs/error.log'],
])('%s', (_, directives, version, path) => {
  const dump = parseDump(`# configuration file /n/nginx.conf:\nevents {}\n${directives}\n`);
  expect(errorLogOf(dump, version)).toBe(path);
});
