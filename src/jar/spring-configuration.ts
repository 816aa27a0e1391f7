import type { DatabasePlace } from '../values/database-place.ts';
import { layersOf } from './config-sources.ts';
import type { ConfigurationFile, Unreadable } from './configuration-file.ts';
import { canonicalKey, listOf, type Properties } from './documents.ts';
import { type EmbeddedDatabase, embeddedDatabaseIn } from './embedded-database.ts';
import { type ListenAddress, listenAddress } from './listen-address.ts';
import { locationsOf } from './locations.ts';
import {
  type Lookup,
  lookupIn,
  type Overrides,
  type SettingLookup,
  settingsIn,
  type Unresolved,
  unreadableJson,
} from './lookup.ts';
import { type ConfiguredPath, configuredPaths } from './paths.ts';
import { settingLine } from './service-setting.ts';
import { placeOfDatabases, type Service, servicesOf } from './services.ts';
import { consumerLibrary, type Shutdown, shutdownOf } from './shutdown.ts';

/** What the action reads of an application's configuration, for its active profiles. */
export interface SpringConfiguration {
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
  /** What turns that off: `env: SERVER_SSL_ENABLED=false`. */
  readonly tlsOff: string;
  readonly shutdown: Shutdown;
  /** A database in a file, which two versions at once cannot share. */
  readonly embeddedDatabase: EmbeddedDatabase | undefined;
  /** `server.address`, where it keeps nginx out; undefined: it does not, or that cannot be told. */
  readonly address: ListenAddress | undefined;
  /** Databases behind a server, and whatever else it connects to. */
  readonly services: readonly Service[];
  /** Where it looks for its databases behind a server. Undefined: for none, or that cannot be told. */
  readonly databasePlace: DatabasePlace | undefined;
  /** The places of what it keeps in files. */
  readonly paths: readonly ConfiguredPath[];
  readonly health: HealthEndpoint;
  /** Values of keys read here that only the running application knows. */
  readonly unresolved: readonly Unresolved[];
  readonly unreadable: readonly Unreadable[];
  /** Where what is active comes from, the application's own classes aside: `shop-db-1.0.jar!/application-db.yml`. */
  readonly origins: readonly string[];
  /** Files that other ones import and that were not given. */
  readonly wanted: readonly string[];
}

/** The actuator's health endpoint. */
export interface HealthEndpoint {
  /** Why there is none over http; `served` where there is one. */
  readonly state: 'served' | 'no-actuator' | 'disabled' | 'not-exposed' | 'local';
  /** A port of its own. Undefined: that of the application. Null: it has one, which cannot be told. */
  readonly managementPort: number | null | undefined;
  /** Path from the root of its port: `/api/actuator/health`. */
  readonly path: string;
  readonly tls: boolean;
  /** `management.server.address`, where it keeps out whoever asks; undefined: it does not. */
  readonly address: ListenAddress | undefined;
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
  /** The folder that the application is started in, to find files outside of the jar. */
  readonly workdir?: string | undefined;
}

/** Reads an application's configuration as Spring Boot would, as far as it can be told without running it. */
export function readConfiguration(sources: ConfigurationSources): SpringConfiguration {
  const overrides = { env: sources.overrides?.env ?? {}, properties: sources.overrides?.properties ?? {} };
  const has = (library: RegExp) => sources.libraries.some((name) => library.test(name));
  const { bootVersion } = sources;
  // Only with Spring Cloud is bootstrap.yml read at all.
  const cloud = has(/^spring-cloud-context-/);
  const files = sources.files.filter((f) => cloud || !/(?:^|\/)bootstrap/.test(f.name));
  const locations = locationsOf(overrides, sources.workdir);
  const layers = layersOf(files, { profile: sources.profile, overrides, locations, bootVersion });
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
  const settingOf = settingsIn(layers.settings, overrides);
  const address = listenAddress('server.address', get, settingOf);
  // What is tried for being a service is not what is read here.
  const quiet: Lookup = lookupIn(layers.settings, overrides);
  const services = servicesOf({ settings: layers.settings, overrides, get: quiet, settingOf, bootVersion });
  const prefix = contextPath + servletPath;
  const health = healthOf({ get, settingOf, settings: layers.settings, sources, port, prefix, tls });
  return {
    profiles: layers.profiles,
    applicationName: get('spring.application.name') || undefined,
    port: port ?? undefined,
    contextPath,
    servletPath,
    tls,
    tlsOff: settingLine('server.ssl.enabled', 'false', { settingOf }),
    shutdown: shutdownOf((key) => quiet(canonicalKey(key)), bootVersion, has(consumerLibrary)),
    embeddedDatabase: embeddedDatabaseIn(sources.libraries, layers.settings, get, settingOf),
    address,
    services,
    databasePlace: placeOfDatabases(services),
    paths: configuredPaths(layers.settings, quiet, settingOf),
    health,
    unresolved: [...unresolved.values()],
    origins: layers.origins,
    wanted: layers.wanted,
    unreadable: [...layers.unreadable, ...unreadableJson(overrides)],
  };
}

interface HealthQuestion {
  readonly get: Lookup;
  readonly settingOf: SettingLookup;
  readonly settings: readonly Properties[];
  readonly sources: ConfigurationSources;
  readonly port: number | null | undefined;
  readonly prefix: string;
  readonly tls: boolean;
}

function healthOf({ get, settingOf, settings, sources, port, prefix, tls }: HealthQuestion): HealthEndpoint {
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
  // Of no effect on the application's own port.
  const address =
    managementPort === undefined
      ? undefined
      : (listenAddress('management.server.address', get, settingOf) ??
        listenAddress('management.address', get, settingOf));
  const state = stateOf(get, settings, sources.libraries);
  return {
    state: state === 'served' && address !== undefined ? 'local' : state,
    address,
    managementPort,
    path: before + base + pathOf(endpoint || 'health'),
    tls: managementPort === undefined ? tls : (tlsOf('management.server.ssl', settings, get) ?? tls),
  };
}

function stateOf(get: Lookup, settings: readonly Properties[], libraries: readonly string[]): HealthEndpoint['state'] {
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

/** Whether the settings below `prefix` turn https on; undefined where there are none. */
function tlsOf(prefix: string, settings: readonly Properties[], get: Lookup): boolean | undefined {
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
