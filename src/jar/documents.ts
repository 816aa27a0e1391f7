import { parseLines } from 'dot-properties';
import { parseAllDocuments } from 'yaml';

/** Properties by their canonical key (see `canonicalKey`); an element of a list has its index: `a.b[0]`. */
export type Properties = ReadonlyMap<string, string>;

/**
 * The one form of a key, whichever way it is written: `server.servlet.context-path`, `contextPath` and `context_path`
 * are the same (Spring Boot reference, "Relaxed Binding").
 */
export function canonicalKey(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}

/** The documents of a .properties file, divided by lines `#---` or `!---`. Throws where an escape is malformed. */
export function propertiesDocuments(text: string): Properties[] {
  const documents = [new Map<string, string>()];
  for (const line of parseLines(text)) {
    if (typeof line === 'string') {
      if (/^[#!]---\s*$/.test(line)) documents.push(new Map());
      continue;
    }
    const [key, value] = line;
    if (key !== undefined) documents.at(-1)?.set(canonicalKey(key), value ?? '');
  }
  return documents;
}

/** The documents of a YAML file, flattened. YAML 1.1, as SnakeYAML reads it. Throws where it is malformed. */
export function yamlDocuments(text: string): Properties[] {
  const documents: Properties[] = [];
  for (const document of parseAllDocuments(text, {
    version: '1.1',
    uniqueKeys: false,
    merge: true,
    logLevel: 'error',
  })) {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    const settings = new Map<string, string>();
    flatten(document.toJS({ maxAliasCount: 1000 }), '', settings);
    documents.push(settings);
  }
  return documents;
}

/** The settings of a JSON object, as SPRING_APPLICATION_JSON holds one. Throws where it is malformed. */
export function jsonSettings(text: string): Properties {
  const settings = new Map<string, string>();
  flatten(JSON.parse(text), '', settings);
  return settings;
}

function flatten(value: unknown, key: string, into: Map<string, string>): void {
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) flatten(element, `${key}[${index}]`, into);
  } else if (value instanceof Date) {
    into.set(key, value.toISOString());
  } else if (value !== null && typeof value === 'object') {
    for (const [name, element] of Object.entries(value)) {
      flatten(element, key === '' ? canonicalKey(name) : `${key}.${canonicalKey(name)}`, into);
    }
  } else if (key !== '') {
    into.set(key, value === null || value === undefined ? '' : String(value));
  }
}

/** The elements of a setting that is a list: `a,b` or `a[0]`, `a[1]`. Undefined where it is not set. */
export function listOf(settings: Properties, key: string): string[] | undefined {
  const scalar = settings.get(key);
  const elements: string[] = [];
  for (let index = 0; settings.has(`${key}[${index}]`); index += 1)
    elements.push(settings.get(`${key}[${index}]`) ?? '');
  if (scalar === undefined && elements.length === 0) return undefined;
  return [...(scalar ?? '').split(','), ...elements].map((s) => s.trim()).filter((s) => s !== '');
}
