import { placeOfAddresses } from '../values/database-place.ts';
import { portsOfServices, type ServiceKind } from '../values/service-kinds.ts';
import { canonicalKey } from './documents.ts';
import type { Lookup, SettingLookup } from './lookup.ts';

const server = 'host.docker.internal';

/** Ports of databases, by the name of the driver in the URL. */
const databasePorts: readonly (readonly [RegExp, number])[] = [
  [/mysql|mariadb/, 3306],
  [/postgresql|pgsql|gauss/, 5432],
  [/oracle/, 1521],
  [/sqlserver/, 1433],
  [/kingbase8?/, 54_321],
  [/\bdm\b/, 5236],
  [/clickhouse|\bch\b/, 8123],
  [/oceanbase/, 2881],
  [/db2/, 50_000],
];

/** Where values come from, to tell what to change. */
export interface SettingSources {
  readonly get: Lookup;
  readonly settingOf: SettingLookup;
}

/**
 * What leads a service at localhost to the server: the input, or the place, that sets its address, and the line. Of the
 * address in force only the scheme shows, and its port where a file of the application has it.
 */
export function settingFor(key: string, kind: ServiceKind, value: string, sources: SettingSources): string {
  const written = sources.settingOf(key)?.value ?? '';
  const whole = /^\s*\$\{([\w.-]+)(?::.*)?\}\s*$/s.exec(written)?.[1];
  if (whole !== undefined) return settingLine(whole, addressOf(kind, value, isInFile(key, sources)), sources);
  const host = hostVariable(written, sources);
  if (host !== undefined) return settingLine(host.name, host.value, sources);
  return settingLine(key, addressOf(kind, value, isInFile(key, sources)), sources);
}

/** The placeholder that stands for the host alone: `jdbc:mysql://${MYSQL_HOST:localhost}:3306/shop`. */
function hostVariable(
  written: string,
  { get }: SettingSources,
): { readonly name: string; readonly value: string } | undefined {
  for (const match of written.matchAll(/(?:\/\/|@|\(\s*host\s*=\s*|^)\$\{([\w.-]+)(?::([^{}]*))?\}(?!:[^/]*@)/gi)) {
    const [, name = '', standard] = match;
    const host = get(canonicalKey(name)) ?? standard ?? '';
    if (placeOfAddresses(host) !== 'container') continue;
    return { name, value: server + (/:\d+$/.exec(host)?.[0] ?? '') };
  }
  return undefined;
}

function isInFile(key: string, { settingOf }: SettingSources): boolean {
  const set = settingOf(key);
  return (set === undefined || set.from === 'file') && !set?.value.includes('${');
}

/** What sets a key, or a placeholder's name, and the line that gives it another value. */
export function settingLine(name: string, value: string, { settingOf }: Pick<SettingSources, 'settingOf'>): string {
  const set = settingOf(canonicalKey(name));
  switch (set?.from) {
    case 'command-line':
      return `java-options/Dockerfile: ${set.name}=${value}`;
    case 'json':
      return `SPRING_APPLICATION_JSON: ${set.name}=${value}`;
    case 'environment':
      return `env: ${set.name}=${value}`;
    default:
      return `env: ${variableOf(name)}=${value}`;
  }
}

/** The variable that sets a key, or fills a placeholder of that name. */
export function variableOf(name: string): string {
  return name
    .replace(/\[(\d+)\]/g, '_$1')
    .replace(/[.-]/g, '_')
    .toUpperCase();
}

/** The service's address on the server, in the form of the one in force. */
function addressOf(kind: ServiceKind, value: string, fromFile: boolean): string {
  const given = fromFile ? /(?::)(\d{1,5})(?=[/;?,)]|:\w|$)/.exec(value)?.[1] : undefined;
  if (kind === 'database') return databaseAddress(value, given);
  const port = given ?? portsOfServices[kind];
  const scheme = /^[a-z][a-z0-9+.-]{0,30}:\/\//i.exec(value)?.[0];
  if (scheme !== undefined) return `${scheme}${server}${port === undefined ? '' : `:${port}`}${hasMore(value)}`;
  // A host alone has its port in a key of its own.
  return /:\d+/.test(value) ? `${server}:${port}` : server;
}

function databaseAddress(value: string, given: string | undefined): string {
  const driver = value.toLowerCase().replace(/:?\/\/.*$/s, '');
  const port = given ?? databasePorts.find(([name]) => name.test(driver))?.[1];
  const at = `${server}${port === undefined ? '' : `:${port}`}`;
  if (/^jdbc:oracle:/i.test(value)) return `jdbc:oracle:thin:@${at}...`;
  const scheme = /^[a-z0-9+:_-]{1,60}:\/\//i.exec(value)?.[0] ?? `${driver.split(':').slice(0, 2).join(':')}://`;
  return `${scheme}${at}${/:sqlserver:/i.test(value) ? ';...' : '/...'}`;
}

/** What follows the host is to stay as it is. */
function hasMore(value: string): string {
  return /^[^:]+:\/\/[^/]*\/./.test(value) ? '/...' : '';
}
