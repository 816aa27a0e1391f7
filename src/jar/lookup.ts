import type { Unreadable } from './configuration-file.ts';
import { canonicalKey, jsonSettings, type Properties } from './documents.ts';

/** Finds the value of a canonical key; undefined where it is not set or cannot be told from here. */
export type Lookup = (key: string) => string | undefined;

/** What is set outside of the jar and wins over it. */
export interface Overrides {
  /** The container's environment: `SERVER_PORT`, or names that placeholders use. */
  readonly env: Readonly<Record<string, string>>;
  /** Arguments (`--server.port=`) and system properties (`-Dserver.port=`) of the command line. */
  readonly properties: Readonly<Record<string, string>>;
}

/** A value with a placeholder that only the running application can resolve. */
export interface Unresolved {
  readonly key: string;
  /** As it is written: `${PORT}`, `${random.int}`. */
  readonly value: string;
}

/** A value as it is written, and what sets it. */
export interface Setting {
  readonly value: string;
  readonly from: 'command-line' | 'json' | 'environment' | 'file';
  /** The name that sets it there: a property, a variable, or the key itself. */
  readonly name: string;
}

/** Finds what sets a canonical key; undefined where nothing does. */
export type SettingLookup = (key: string) => Setting | undefined;

/**
 * Finds what sets a key as Spring ranks the sources: command line, SPRING_APPLICATION_JSON, environment, then `layers`,
 * the last of which wins.
 */
export function settingsIn(layers: readonly Properties[], overrides: Overrides): SettingLookup {
  const properties = new Map(
    Object.entries(overrides.properties).map(([name, value]) => [canonicalKey(name), { name, value }]),
  );
  const environment = new Map(
    Object.entries(overrides.env).map(([name, value]) => [environmentKey(name), { name, value }]),
  );
  const json = applicationJson(overrides);
  return (key) => {
    const property = properties.get(key);
    if (property !== undefined) return { ...property, from: 'command-line' };
    const inJson = json.get(key);
    if (inJson !== undefined) return { value: inJson, from: 'json', name: key };
    const variable = environment.get(environmentKey(key));
    if (variable !== undefined) return { ...variable, from: 'environment' };
    const value = layers.findLast((layer) => layer.has(key))?.get(key);
    return value === undefined ? undefined : { value, from: 'file', name: key };
  };
}

/** The settings of SPRING_APPLICATION_JSON; none where it cannot be read. */
export function applicationJson(overrides: Overrides): Properties {
  try {
    return jsonSettings(jsonText(overrides));
  } catch {
    return new Map();
  }
}

/** SPRING_APPLICATION_JSON, where it cannot be read. What is wrong with it may quote a secret, and is not told. */
export function unreadableJson(overrides: Overrides): readonly Unreadable[] {
  try {
    jsonSettings(jsonText(overrides));
    return [];
  } catch {
    return [{ file: 'SPRING_APPLICATION_JSON', detail: 'UNEXPECTED_TOKEN' }];
  }
}

function jsonText({ env, properties }: Overrides): string {
  return properties['spring.application.json'] ?? env.SPRING_APPLICATION_JSON ?? '{}';
}

/**
 * Looks keys up as {@link settingsIn} does. `${name:default}` is resolved by the same look-up; what cannot be is told to
 * `onUnresolved`.
 */
export function lookupIn(
  layers: readonly Properties[],
  overrides: Overrides,
  onUnresolved: (unresolved: Unresolved) => void = () => {},
): Lookup {
  const setting = settingsIn(layers, overrides);
  const raw = (key: string) => setting(key)?.value;

  return (key) => {
    const value = raw(key);
    if (value === undefined) return undefined;
    const resolved = resolvePlaceholders(value, (name) => raw(canonicalKey(name)));
    if (resolved === undefined) onUnresolved({ key, value });
    return resolved?.trim();
  };
}

/** Environment variables have no dots, dashes or brackets: `SERVER_SERVLET_CONTEXTPATH`, `SERVER_SERVLET_CONTEXT_PATH`. */
export function environmentKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * Replaces `${name}` and `${name:default}`, nested ones too. Undefined where a name without default is not known,
 * where names go round in a circle, and where a Maven filter (`@name@`) or an expression (`#{...}`) was left over.
 */
export function resolvePlaceholders(
  value: string,
  find: (name: string) => string | undefined,
  depth = 0,
): string | undefined {
  if (depth > 16 || /^@[^@\s]+@$/.test(value) || value.includes('#{')) return undefined;
  const start = value.indexOf('${');
  if (start === -1) return value;
  const end = closingBrace(value, start + 2);
  if (end === -1) return value;

  const inner = resolvePlaceholders(value.slice(start + 2, end), find, depth + 1);
  const rest = resolvePlaceholders(value.slice(end + 1), find, depth);
  if (inner === undefined || rest === undefined) return undefined;
  const colon = inner.indexOf(':');
  const found = find(colon === -1 ? inner : inner.slice(0, colon));
  const replaced =
    found === undefined
      ? colon === -1
        ? undefined
        : inner.slice(colon + 1)
      : resolvePlaceholders(found, find, depth + 1);
  return replaced === undefined ? undefined : value.slice(0, start) + replaced + rest;
}

function closingBrace(value: string, from: number): number {
  let open = 1;
  for (let at = from; at < value.length; at += 1) {
    if (value.startsWith('${', at)) open += 1;
    else if (value[at] === '}') open -= 1;
    if (open === 0) return at;
  }
  return -1;
}
