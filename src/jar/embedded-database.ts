import { listOf, type Properties } from './documents.ts';
import type { Lookup, Setting, SettingLookup } from './lookup.ts';
import { isDisabled, isOutranked } from './services.ts';

/**
 * Whether a JDBC URL names a database in a file that one process holds at a time: then two versions of the
 * application cannot run beside each other. In-memory databases and those behind a server are none.
 * Sources: the manuals of H2 ("Database URL Overview"), HSQLDB ("Connection URL"), Derby and SQLite.
 */
export function isEmbeddedFileDatabase(url: string): boolean {
  const [, kind, rest = ''] = /^jdbc:(?:p6spy:)?(h2|hsqldb|derby|sqlite):(.*)$/i.exec(url.trim()) ?? [];
  switch (kind?.toLowerCase()) {
    case 'h2':
      return !/^(?:mem|tcp|ssl|zip):/i.test(rest);
    case 'hsqldb':
      return !/^(?:mem|hsqls?|https?|res):|^\.$/i.test(rest);
    case 'derby':
      return !/^(?:\/\/|memory:|classpath:|jar:)/i.test(rest);
    case 'sqlite':
      return rest !== '' && !/:memory:|[?&]mode=memory/i.test(rest);
    default:
      return false;
  }
}

/** A database in a file that the application itself opens. */
export interface EmbeddedDatabase {
  /** JDBC URL, its parameters cut off: they may hold a password. */
  readonly url: string;
  /** Key that sets it, canonical: `spring.datasource.url`. */
  readonly key: string;
  /** What sets it: a variable has no effect where the command line does. */
  readonly from: Setting['from'];
  /** Its file or folder in the container, absolute or from the working folder; undefined: it cannot be told. */
  readonly file: string | undefined;
  /** Whether nothing in the jar lets another source set the URL: no import, no configuration server, its driver is there. */
  readonly certain: boolean;
}

/** The driver's library in the jar, by the kind of database. */
const drivers: Readonly<Record<string, RegExp>> = {
  h2: /^h2-\d/,
  hsqldb: /^hsqldb-/,
  derby: /^derby-/,
  sqlite: /^sqlite-jdbc-/,
};

/** Whether the jar has the driver that a URL needs; without it the URL is of no effect. */
export function hasDriver(url: string, libraries: readonly string[]): boolean {
  const [, kind = ''] = /^jdbc:(?:p6spy:)?(\w+):/i.exec(url.trim()) ?? [];
  const driver = drivers[kind.toLowerCase()];
  return driver !== undefined && libraries.some((name) => driver.test(name));
}

/**
 * The file (H2, SQLite, HSQLDB) or folder (Derby) that a URL without parameters names; undefined where it lies in a
 * home or jar.
 */
export function fileOfDatabase(url: string): string | undefined {
  const [, kind = '', rest = ''] = /^jdbc:(?:p6spy:)?(h2|hsqldb|derby|sqlite):(.*)$/i.exec(url.trim()) ?? [];
  // H2 names its ways of access before the path: `file:`, `nio:`, `split:20:`.
  const prefix =
    kind.toLowerCase() === 'derby' ? /^directory:/i : /^(?:(?:file|nio|nioMapped|nioMemFS|async|split(?::\d+)?):)+/i;
  const path = rest.replace(prefix, '');
  return path === '' || /^[~:]|[$%]\{/.test(path) ? undefined : path;
}

/** The JDBC URLs of all data sources; they may hold passwords. */
function databaseUrls(settings: readonly Properties[], get: Lookup): readonly DatabaseUrl[] {
  const keys = new Set(settings.flatMap((s) => [...s.keys()]).filter((k) => /^spring\.datasource\..*url$/.test(k)));
  const found = [...new Set(['spring.datasource.url', ...keys])].flatMap((key) => {
    const url = get(key) ?? '';
    return url === '' || isDisabled(key, get) ? [] : [{ key, url }];
  });
  return found.filter(
    ({ key }) =>
      !isOutranked(
        key,
        found.map((other) => other.key),
      ),
  );
}

/** A JDBC URL, and the key that sets it. */
interface DatabaseUrl {
  readonly key: string;
  readonly url: string;
}

/** Libraries that fetch configuration from a server, which outranks the jar. */
const configurationServers =
  /^(?:spring-cloud-(?:starter-)?(?:config|(?:alibaba-)?nacos-config|consul-config|zookeeper-config|kubernetes-\w*-?config)|nacos-config|apollo-client)/;

/** The database in a file that an application's active configuration names first. */
export function embeddedDatabaseIn(
  libraries: readonly string[],
  settings: readonly Properties[],
  get: Lookup,
  settingOf: SettingLookup,
): EmbeddedDatabase | undefined {
  const found = databaseUrls(settings, get).find(({ url }) => isEmbeddedFileDatabase(url));
  if (found === undefined) return undefined;
  // What follows may hold a password, and this goes into the plan.
  const url = found.url.replace(/[;?].*$/s, '');
  const elsewhere = ['import', 'location', 'additionallocation', 'name'].map((name) => `spring.config.${name}`);
  const others = elsewhere.some((key) => get(key) !== undefined || settings.some((s) => listOf(s, key) !== undefined));
  const fetched = libraries.some((name) => configurationServers.test(name));
  const certain = hasDriver(url, libraries) && !others && !fetched;
  return { url, key: found.key, from: settingOf(found.key)?.from ?? 'file', file: fileOfDatabase(url), certain };
}
