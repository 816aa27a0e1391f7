import { type DatabasePlace, databasePlace, firstPlace, placeOfAddresses } from '../values/database-place.ts';
import { kindOfKey, kindOfValue, type LocalService, type ServiceKind } from '../values/service-kinds.ts';
import { canonicalKey, listOf, type Properties } from './documents.ts';
import { applicationJson, environmentKey, type Lookup, type Overrides, type SettingLookup } from './lookup.ts';
import { settingFor } from './service-setting.ts';

/** A service that an application connects to, as its configuration has it; neither a host nor a password is in it. */
export interface Service extends LocalService {
  readonly place: DatabasePlace;
}

/** The services at localhost among those of an application. */
export function localOnes(services: readonly Service[]): readonly LocalService[] {
  return services
    .filter(({ place }) => place === 'container')
    .map(({ kind, key, setting }) => ({ kind, key, setting }));
}

/** What the services of an application are read from. */
export interface ServiceSources {
  /** The active settings, the last of which wins. */
  readonly settings: readonly Properties[];
  readonly overrides: Overrides;
  readonly get: Lookup;
  readonly settingOf: SettingLookup;
  readonly bootVersion: string | undefined;
}

/** Services that two keys name, the latter of no effect where the former is set. */
const outranked: readonly (readonly [winner: RegExp, loser: RegExp])[] = [
  [/^spring\.datasource\.(?:druid\.url|hikari\.jdbcurl|dynamic\..*url)$/, /^spring\.datasource\.url$/],
  [/^spring\.(?:data\.)?redis\.(?:url|sentinel\.nodes|cluster\.nodes)$/, /^spring\.(?:data\.)?redis\.host$/],
  [/^spring\.(?:data\.)?redis\.(?:sentinel|cluster)\.nodes$/, /^spring\.(?:data\.)?redis\.url$/],
  [/^spring\.rabbitmq\.addresses$/, /^spring\.rabbitmq\.host$/],
  [/^spring\.(?:data\.)?mongodb\.uri$/, /^spring\.(?:data\.)?mongodb\.host$/],
  [/^spring\.cloud\.nacos\.discovery\.serveraddr$/, /^spring\.cloud\.nacos\.serveraddr$/],
];

/** The services that an application's active configuration names, each key once. */
export function servicesOf(sources: ServiceSources): readonly Service[] {
  const found = [...keysOf(sources)].flatMap((key) => serviceAt(key, sources) ?? []);
  const others = (key: string) => found.filter((other) => other.key !== key).map((other) => other.key);
  const read = found.filter(
    ({ key }) => !isOutranked(key, others(key)) && !isUnread(key, others(key), sources.bootVersion),
  );
  // A placeholder's variable looks like a service of its own.
  return read.filter((one, at) => read.findIndex(({ setting }) => setting === one.setting) === at);
}

/** Whether a key is of no effect beside others that are set. */
export function isOutranked(key: string, others: readonly string[]): boolean {
  return outranked.some(([winner, loser]) => loser.test(key) && others.some((other) => winner.test(other)));
}

/** Where the databases among them are. */
export function placeOfDatabases(services: readonly Service[]): DatabasePlace | undefined {
  return firstPlace(services.filter(({ kind }) => kind === 'database').map(({ place }) => place));
}

/** Keys of whatever sets them. A variable stands for the key that it is read as; one that a file has too is that one. */
function keysOf({ settings, overrides }: ServiceSources): ReadonlySet<string> {
  const files = settings.flatMap((layer) => [...layer.keys()].map((key) => key.replace(/\[\d+\]$/, '')));
  const known = new Set(files.map(environmentKey));
  const variables = Object.keys(overrides.env)
    .filter((name) => !known.has(environmentKey(name)))
    .map((name) => name.toLowerCase().replace(/_+/g, '.'));
  const properties = Object.keys(overrides.properties).map(canonicalKey);
  return new Set([...files, ...properties, ...applicationJson(overrides).keys(), ...variables]);
}

function serviceAt(key: string, sources: ServiceSources): Service | undefined {
  const value = sources.get(key) ?? listAt(key, sources.settings);
  // `vm:` is a broker within the application.
  if (value === undefined || value === '' || value.startsWith('vm:')) return undefined;
  if (isDisabled(key, sources.get)) return undefined;
  const kind = kindOfValue(value) ?? kindOfKey(key);
  if (kind === undefined || isSwitchedOff(key, kind, sources)) return undefined;
  const place = kind === 'database' ? databasePlace(value) : placeOfAddresses(value);
  if (place === undefined) return undefined;
  return { kind, key, place, setting: settingFor(readAs(key, sources.bootVersion), kind, value, sources) };
}

/** A list as YAML has it: `nodes:` and a line for each. */
function listAt(key: string, settings: readonly Properties[]): string | undefined {
  return settings
    .map((layer) => listOf(layer, key))
    .findLast((list) => list !== undefined)
    ?.join(',');
}

/** Whether a switch beside the key, or above it, is off: `spring.datasource.druid.slave.enabled`, `mqtt.enable`. */
export function isDisabled(key: string, get: Lookup): boolean {
  const parts = key.split('.');
  const isOff = (name: string): boolean => get(name)?.toLowerCase() === 'false';
  return parts.some(
    (_, at) => at > 0 && ['enabled', 'enable'].some((word) => isOff([...parts.slice(0, at), word].join('.'))),
  );
}

/** Switches of Spring Cloud that turn off what a key names; all of one row must be off. */
const switches: readonly (readonly [key: RegExp, names: readonly string[]])[] = [
  [/^spring\.cloud\.nacos\.serveraddr$/, ['spring.cloud.nacos.discovery.enabled', 'spring.cloud.nacos.config.enabled']],
  [/^spring\.cloud\.(?:nacos|consul|zookeeper)\.discovery\.|^eureka\.client\./, ['spring.cloud.discovery.enabled']],
  [/^eureka\.client\./, ['eureka.client.registerwitheureka', 'eureka.client.fetchregistry']],
];

/** What Spring Boot would have configured by itself, were it not for `spring.autoconfigure.exclude`. */
const configurers: Partial<Record<ServiceKind, RegExp>> = {
  redis: /\.RedisAutoConfiguration$/,
  rabbitmq: /\.RabbitAutoConfiguration$/,
  mongodb: /\.MongoAutoConfiguration$/,
  kafka: /\.KafkaAutoConfiguration$/,
  mail: /\.MailSenderAutoConfiguration$/,
  elasticsearch: /\.ElasticsearchRestClientAutoConfiguration$/,
};

/** Whether the configuration of Spring turns off what a key names. */
function isSwitchedOff(key: string, kind: ServiceKind, { get, settings }: ServiceSources): boolean {
  if (switches.some(([of, names]) => of.test(key) && names.every((name) => get(name)?.toLowerCase() === 'false')))
    return true;
  const configurer = configurers[kind];
  if (configurer === undefined || !key.startsWith('spring.')) return false;
  const excluded = get('spring.autoconfigure.exclude') ?? listAt('spring.autoconfigure.exclude', settings) ?? '';
  return excluded.split(',').some((name) => configurer.test(name.trim()));
}

/** Boot reads `spring.redis` up to 2.7 and `spring.data.redis` since; where the other one stands alone, it was meant. */
function isUnread(key: string, others: readonly string[], bootVersion: string | undefined): boolean {
  const read = readPrefix(key, bootVersion);
  return read !== undefined && !key.startsWith(read) && others.some((other) => other.startsWith(read));
}

/** The key that Boot reads for a key of redis. */
function readAs(key: string, bootVersion: string | undefined): string {
  const read = readPrefix(key, bootVersion);
  return read === undefined ? key : key.replace(/^spring\.(?:data\.)?redis\./, read);
}

function readPrefix(key: string, bootVersion: string | undefined): string | undefined {
  if (bootVersion === undefined || !/^spring\.(?:data\.)?redis\./.test(key)) return undefined;
  return Number.parseInt(bootVersion, 10) >= 3 ? 'spring.data.redis.' : 'spring.redis.';
}
