import { YAMLError } from 'yaml';
import { listOf, propertiesDocuments, type Settings, yamlDocuments } from './documents.ts';
import { lookupIn, type Overrides } from './lookup.ts';
import { holds } from './profile-expression.ts';

/** A configuration file of the jar. */
export interface ConfigurationFile {
  /** Path below the folder of classes: `application.yml`, `config/application-prod.properties`. */
  readonly name: string;
  readonly text: string;
}

/** A configuration file that could not be parsed; what it sets is not known. */
export interface Unreadable {
  readonly file: string;
  readonly detail: string;
}

/** The settings that are active, the last of which wins. */
export interface Layers {
  readonly profiles: readonly string[];
  readonly settings: readonly Settings[];
  readonly unreadable: readonly Unreadable[];
}

interface Document {
  readonly settings: Settings;
  /** Of the file's name: `application-prod.yml`. */
  readonly fileProfile: string | undefined;
  /** [bootstrap or application, folder, format, place]: which of two documents of the same profile wins. */
  readonly rank: readonly number[];
}

const fileName = /^(config\/)?(bootstrap|application)(?:-([^/]+))?\.(yaml|yml|properties)$/;

/** Whether a path below the folder of classes is a configuration file that Spring Boot reads by itself. */
export function isConfigurationFile(name: string): boolean {
  return fileName.test(name);
}

/**
 * Puts the documents that are active in the order in which Spring Boot applies them: bootstrap before application,
 * general before a profile's, profiles in their order, `classpath:/` before `classpath:/config/`, YAML before
 * properties, and documents of a file as they come. Without `profile` that of the environment or of the jar is active.
 */
export function layersOf(
  files: readonly ConfigurationFile[],
  profile: string | undefined,
  overrides: Overrides,
): Layers {
  const unreadable: Unreadable[] = [];
  const documents = files.flatMap((file) => documentsOf(file, unreadable));
  const profiles = activeProfiles(documents, profile, overrides);
  const settings = documents
    .filter((d) => isActive(d, profiles))
    .map((d) => ({ settings: d.settings, rank: [d.rank[0] ?? 0, profileRank(d, profiles), ...d.rank.slice(1)] }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map((d) => d.settings);
  return { profiles, settings, unreadable };
}

/** What is wrong where, in the parser's terms: its message quotes the file, which may hold a password there. */
function placeOf(error: unknown): string {
  if (error instanceof YAMLError) {
    const [at] = error.linePos ?? [];
    return at === undefined ? error.code : `${error.code}, line ${at.line}, column ${at.col}`;
  }
  return error instanceof ReferenceError ? 'BAD_ALIAS' : 'UNEXPECTED_TOKEN';
}

function documentsOf(file: ConfigurationFile, unreadable: Unreadable[]): Document[] {
  const [, folder, base, fileProfile, format] = fileName.exec(file.name) ?? [];
  if (format === undefined) return [];
  try {
    const text = file.text.replace(/^\uFEFF/, '');
    const parsed = format === 'properties' ? propertiesDocuments(text) : yamlDocuments(text);
    const rank = [
      base === 'bootstrap' ? 0 : 1,
      folder === undefined ? 0 : 1,
      ['yaml', 'yml', 'properties'].indexOf(format),
    ];
    return parsed.map((settings, place) => ({ settings, fileProfile, rank: [...rank, place] }));
  } catch (error) {
    unreadable.push({ file: file.name, detail: placeOf(error) });
    return [];
  }
}

function activeProfiles(documents: readonly Document[], profile: string | undefined, overrides: Overrides): string[] {
  const general = documents.filter((d) => d.fileProfile === undefined && conditions(d.settings).length === 0);
  const layers = general.toSorted((a, b) => compare(a.rank, b.rank)).map((d) => d.settings);
  const list = (key: string) => activeList(layers, key, overrides);

  const chosen = profile === undefined ? (list('spring.profiles.active') ?? []) : split(profile);
  const profiles = [...new Set([...(list('spring.profiles.include') ?? []), ...chosen])];
  if (profiles.length === 0) return list('spring.profiles.default') ?? ['default'];

  // Grows while it is walked: a group's members and what a profile's own documents include come right after it.
  for (let at = 0; at < profiles.length; at += 1) {
    const name = profiles[at] ?? '';
    const own = documents.filter((d) => d.fileProfile === name || legacyCondition(d.settings).includes(name));
    const included = own.flatMap((d) => listOf(d.settings, 'spring.profiles.include') ?? []);
    const members = list(`spring.profiles.group.${name.toLowerCase().replace(/[-_]/g, '')}`) ?? [];
    profiles.splice(at + 1, 0, ...[...new Set([...members, ...included])].filter((p) => !profiles.includes(p)));
  }
  return profiles;
}

function activeList(layers: readonly Settings[], key: string, overrides: Overrides): string[] | undefined {
  const value = lookupIn(layers, overrides)(key);
  if (value !== undefined) return split(value);
  const listed = layers.map((layer) => listOf(layer, key)).findLast((list) => list !== undefined);
  // A name that a build filter or the environment should have filled in is no profile.
  return listed?.filter((name) => !/[@$]/.test(name));
}

function isActive(document: Document, profiles: readonly string[]): boolean {
  if (document.fileProfile !== undefined && !profiles.includes(document.fileProfile)) return false;
  if (document.settings.has('spring.config.activate.oncloudplatform')) return false;
  return conditions(document.settings).every((list) => list.length === 0 || list.some((e) => holds(e, profiles)));
}

/** The lists of expressions of which one each must hold: `on-profile`, and `spring.profiles` before Boot 2.4. */
function conditions(settings: Settings): string[][] {
  return [listOf(settings, 'spring.config.activate.onprofile'), listOf(settings, 'spring.profiles')].filter(
    (l) => l !== undefined,
  );
}

function legacyCondition(settings: Settings): string[] {
  return listOf(settings, 'spring.profiles') ?? [];
}

/** 0 for what is general; `on-profile` keeps its place in the file, the older `spring.profiles` goes with its profile. */
function profileRank(document: Document, profiles: readonly string[]): number {
  if (document.fileProfile !== undefined) return 1 + profiles.indexOf(document.fileProfile);
  return 1 + Math.max(-1, ...legacyCondition(document.settings).map((name) => profiles.indexOf(name)));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((n, index) => n !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function split(list: string): string[] {
  return list
    .split(',')
    .map((s) => s.trim())
    .filter((s) => s !== '');
}
