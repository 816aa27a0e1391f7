import { type DatabasePlace, databasePlace } from './database-place.ts';
import { canonicalKey, listOf, type Settings } from './documents.ts';
import { type EmbeddedDatabase, fileOfDatabase, hasDriver, isEmbeddedFileDatabase } from './embedded-database.ts';
import { type ConfigurationFile, layersOf, type Unreadable } from './layers.ts';
import { type Lookup, lookupIn, type Overrides, type Unresolved } from './lookup.ts';

/** What the action reads of an application's configuration, for its active profiles. */
export interface Configuration {
  /** The active profiles in their order; `['default']` where none is set. */
  readonly profiles: readonly string[];
  readonly applicationName: string | undefined;
  /** `server.port`. Undefined where it is not set, random (0) or cannot be told. */
  readonly port: number | undefined;
  /** Path before every request of the application: empty, or with a leading and no final slash. */
  readonly contextPath: string;
  /** Path of the dispatcher servlet below the context path, in the same form; empty for WebFlux. */
  readonly servletPath: string;
  /** The application itself speaks https (`server.ssl`). */
  readonly tls: boolean;
  readonly gracefulShutdown: boolean;
  /** A database in a file, which two versions at once cannot share. */
  readonly embeddedDatabase: EmbeddedDatabase | undefined;
  /** Where it looks for a database behind a server. Undefined: for none, or that cannot be told. */
  readonly databasePlace: DatabasePlace | undefined;
  readonly health: HealthEndpoint;
  /** Values of keys read here that only the running application knows. */
  readonly unresolved: readonly Unresolved[];
  readonly unreadable: readonly Unreadable[];
}

/** The actuator's health endpoint. */
export interface HealthEndpoint {
  /** Why there is none over http; `served` where there is one. */
  readonly state: 'served' | 'no-actuator' | 'disabled' | 'not-exposed';
  /** A port of its own. Undefined: that of the application. Null: it has one, which cannot be told. */
  readonly managementPort: number | null | undefined;
  /** Path from the root of its port: `/api/actuator/health`. */
  readonly path: string;
  readonly tls: boolean;
}

/** What a configuration is made of. */
export interface ConfigurationSources {
  readonly files: readonly ConfigurationFile[];
  /** File names of the libraries in the jar. */
  readonly libraries: readonly string[];
  readonly bootVersion: string | undefined;
  /** Active profiles, separated by commas, where they are set from outside. */
  readonly profile?: string | undefined;
  readonly overrides?: Partial<Overrides> | undefined;
}

/** Reads an application's configuration as Spring Boot would, as far as it can be told without running it. */
export function readConfiguration(sources: ConfigurationSources): Configuration {
  const overrides = { env: sources.overrides?.env ?? {}, properties: sources.overrides?.properties ?? {} };
  const has = (library: RegExp) => sources.libraries.some((name) => library.test(name));
  // Only with Spring Cloud is bootstrap.yml read at all.
  const cloud = has(/^spring-cloud-context-/);
  const files = sources.files.filter((f) => cloud || !/(?:^|\/)bootstrap/.test(f.name));
  const layers = layersOf(files, sources.profile, overrides);
  const unresolved = new Map<string, Unresolved>();
  const lookup = lookupIn(layers.settings, overrides, (u) => unresolved.set(u.key, u));
  const get: Lookup = (key) => lookup(canonicalKey(key));

  const reactive = has(/^spring-webflux-/) && !has(/^spring-webmvc-/);
  const contextPath = reactive
    ? pathOf(get('spring.webflux.base-path'))
    : pathOf(get('server.servlet.context-path') ?? get('server.context-path'));
  const servletPath = reactive
    ? ''
    : pathOf(get('spring.mvc.servlet.path') ?? get('server.servlet.path') ?? get('server.servlet-path'));
  const port = portOf(get('server.port'));
  const tls = tlsOf('server.ssl', layers.settings, get) ?? false;
  const urls = databaseUrls(layers.settings, get);
  const health = healthOf({ get, settings: layers.settings, sources, port, prefix: contextPath + servletPath, tls });
  return {
    profiles: layers.profiles,
    applicationName: get('spring.application.name') || undefined,
    port: port ?? undefined,
    contextPath,
    servletPath,
    tls,
    gracefulShutdown: get('server.shutdown')?.toLowerCase() === 'graceful',
    embeddedDatabase: embeddedDatabaseIn(urls, sources.libraries, layers.settings, get),
    databasePlace: databasePlaceIn(urls.map(({ url }) => url)),
    health,
    unresolved: [...unresolved.values()],
    unreadable: layers.unreadable,
  };
}

interface HealthQuestion {
  readonly get: Lookup;
  readonly settings: readonly Settings[];
  readonly sources: ConfigurationSources;
  readonly port: number | null | undefined;
  readonly prefix: string;
  readonly tls: boolean;
}

function healthOf({ get, settings, sources, port, prefix, tls }: HealthQuestion): HealthEndpoint {
  const boot1 = sources.bootVersion?.startsWith('1.') === true;
  const own = portOf(get('management.server.port') ?? get('management.port'));
  // 8080 is the port where none is set, so the same number is no port of its own.
  const managementPort = own === (port === undefined ? 8080 : port) ? undefined : own;
  const before =
    managementPort === undefined
      ? prefix
      : pathOf(get('management.server.base-path') ?? get('management.server.servlet.context-path'));
  const base = boot1
    ? pathOf(get('management.context-path'))
    : pathOf(get('management.endpoints.web.base-path') ?? '/actuator');
  const endpoint = boot1
    ? (get('endpoints.health.path') ?? get('endpoints.health.id'))
    : get('management.endpoints.web.path-mapping.health');
  return {
    state: stateOf(get, settings, sources.libraries),
    managementPort,
    path: before + base + pathOf(endpoint || 'health'),
    tls: managementPort === undefined ? tls : (tlsOf('management.server.ssl', settings, get) ?? tls),
  };
}

function stateOf(get: Lookup, settings: readonly Settings[], libraries: readonly string[]): HealthEndpoint['state'] {
  if (!libraries.some((name) => /^spring-boot-actuator-/.test(name))) return 'no-actuator';
  const enabled = get('management.endpoint.health.enabled') ?? get('endpoints.health.enabled');
  const enabledByDefault = get('management.endpoints.enabled-by-default') ?? get('endpoints.enabled');
  const access = get('management.endpoint.health.access') ?? get('management.endpoints.access.default');
  if ((enabled ?? enabledByDefault) === 'false' || access?.toLowerCase() === 'none') return 'disabled';
  if ((get('management.server.port') ?? get('management.port')) === '-1') return 'disabled';

  const list = (key: string) =>
    get(key)
      ?.split(',')
      .map((s) => s.trim()) ?? settings.map((s) => listOf(s, key)).findLast((l) => l !== undefined);
  const covers = (names: readonly string[]) => names.includes('*') || names.includes('health');
  if (covers(list('management.endpoints.web.exposure.exclude') ?? [])) return 'not-exposed';
  return covers(list('management.endpoints.web.exposure.include') ?? ['health']) ? 'served' : 'not-exposed';
}

/** The JDBC URLs of all data sources; they may hold passwords. */
function databaseUrls(settings: readonly Settings[], get: Lookup): readonly DatabaseUrl[] {
  const keys = new Set(settings.flatMap((s) => [...s.keys()]).filter((k) => /^spring\.datasource\..*url$/.test(k)));
  return [...new Set(['spring.datasource.url', ...keys])].flatMap((key) => {
    const url = get(key);
    return url === undefined ? [] : [{ key, url }];
  });
}

/** A JDBC URL, and the key that sets it. */
interface DatabaseUrl {
  readonly key: string;
  readonly url: string;
}

/** Libraries that fetch configuration from a server, which outranks the jar. */
const configurationServers =
  /^(?:spring-cloud-(?:starter-)?(?:config|(?:alibaba-)?nacos-config|consul-config|zookeeper-config|kubernetes-\w*-?config)|nacos-config|apollo-client)/;

function embeddedDatabaseIn(
  urls: readonly DatabaseUrl[],
  libraries: readonly string[],
  settings: readonly Settings[],
  get: Lookup,
): EmbeddedDatabase | undefined {
  const found = urls.find(({ url }) => isEmbeddedFileDatabase(url));
  if (found === undefined) return undefined;
  // What follows may hold a password, and this goes into the plan.
  const url = found.url.replace(/[;?].*$/s, '');
  const elsewhere = ['import', 'location', 'additionallocation', 'name'].map((name) => `spring.config.${name}`);
  const others = elsewhere.some((key) => get(key) !== undefined || settings.some((s) => listOf(s, key) !== undefined));
  const fetched = libraries.some((name) => configurationServers.test(name));
  return { url, key: found.key, file: fileOfDatabase(url), certain: hasDriver(url, libraries) && !others && !fetched };
}

function databasePlaceIn(urls: readonly string[]): DatabasePlace | undefined {
  const places = urls.map(databasePlace).filter((place) => place !== undefined);
  return places.find((place) => place === 'container') ?? places[0];
}

/** Whether the settings below `prefix` turn https on; undefined where there are none. */
function tlsOf(prefix: string, settings: readonly Settings[], get: Lookup): boolean | undefined {
  if (get(`${prefix}.enabled`)?.toLowerCase() === 'false') return false;
  const names = ['enabled', 'key-store', 'certificate', 'bundle'];
  if (names.some((name) => (get(`${prefix}.${name}`) ?? '') !== '')) return true;
  return settings.some((s) => [...s.keys()].some((k) => k.startsWith(`${prefix}.`))) ? true : undefined;
}

/** A port; null where it is random or cannot be told, undefined where it is not set. */
function portOf(value: string | undefined): number | null | undefined {
  if (value === undefined || value === '') return undefined;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return port >= 1 && port <= 65535 ? port : null;
}

/** A path with a leading and no final slash; empty for the root. */
function pathOf(value: string | undefined): string {
  const path = (value ?? '').replace(/^\/+|\/+$/g, '');
  return path === '' ? '' : `/${path}`;
}
