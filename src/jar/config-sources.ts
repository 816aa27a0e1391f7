import { type ConfigurationDocument, documentsOf } from './configuration-document.ts';
import type { ConfigurationFile, Unreadable } from './configuration-file.ts';
import { listOf, type Properties } from './documents.ts';
import { importsOf } from './imports.ts';
import type { Locations } from './locations.ts';
import { lookupIn, type Overrides } from './lookup.ts';
import { holds } from './profile-expression.ts';

/** The settings that are active, the last of which wins. */
export interface Layers {
  readonly profiles: readonly string[];
  readonly settings: readonly Properties[];
  readonly unreadable: readonly Unreadable[];
  /** Where what is active comes from, the application's own classes aside. */
  readonly origins: readonly string[];
  /** Files that `spring.config.import` names and that were not given. */
  readonly wanted: readonly string[];
}

/** What decides which documents are active, and in which order. */
export interface LayerQuestion {
  /** Active profiles, separated by commas; undefined: those of the environment or of the files. */
  readonly profile: string | undefined;
  readonly overrides: Overrides;
  readonly locations: Locations;
  readonly bootVersion: string | undefined;
}

/**
 * Puts the documents that are active in the order in which Spring Boot applies them: bootstrap before application, the
 * jar before files in the container, general before a profile's (up to Boot 2.3 the latter two the other way round),
 * profiles in their order, `classpath:/` before `classpath:/config/`, YAML before properties, documents of a file as they
 * come, and what one imports right after it.
 */
export function layersOf(files: readonly ConfigurationFile[], question: LayerQuestion): Layers {
  const { overrides, locations, bootVersion } = question;
  const unreadable: Unreadable[] = [];
  const documents = files.flatMap((file) => documentsOf(file, locations, unreadable));
  const standing = documents.filter((d) => d.place !== undefined);
  const order = (profiles: readonly string[]) => (a: ConfigurationDocument, b: ConfigurationDocument) =>
    compare(rankOf(a, profiles, bootVersion), rankOf(b, profiles, bootVersion));

  const wanted = new Set<string>();
  /** A document and what it imports, the profiles' variants after what they vary. */
  const withImports = (
    document: ConfigurationDocument,
    profiles: readonly string[],
    depth = 0,
  ): ConfigurationDocument[] => {
    const imported = depth > 16 ? [] : importsOf(document, locations, profiles);
    return [
      document,
      ...imported.flatMap((name) => {
        const found = documents.filter((d) => d.file === name);
        if (!files.some((file) => file.name === name)) wanted.add(name);
        return found.filter((d) => fits(d, profiles)).flatMap((d) => withImports(d, profiles, depth + 1));
      }),
    ];
  };

  const general = standing
    .filter((d) => d.place?.profile === undefined && conditions(d.settings).length === 0)
    .toSorted(order([]))
    .flatMap((d) => withImports(d, []));
  const profiles = activeProfiles(general, documents, question.profile, overrides);
  const active = standing
    .filter((d) => (d.place?.profile === undefined || profiles.includes(d.place.profile)) && fits(d, profiles))
    .toSorted(order(profiles))
    .flatMap((d) => withImports(d, profiles));
  const names = new Set(active.map((d) => d.file));
  const origins = files.flatMap(({ name, from }) => (from !== undefined && names.has(name) ? [from] : []));
  return { profiles, settings: active.map((d) => d.settings), unreadable, origins, wanted: [...wanted] };
}

function activeProfiles(
  general: readonly ConfigurationDocument[],
  documents: readonly ConfigurationDocument[],
  profile: string | undefined,
  overrides: Overrides,
): string[] {
  const layers = general.map((d) => d.settings);
  const list = (key: string) => activeList(layers, key, overrides);

  const chosen = profile === undefined ? (list('spring.profiles.active') ?? []) : split(profile);
  const profiles = [...new Set([...(list('spring.profiles.include') ?? []), ...chosen])];
  if (profiles.length === 0) return list('spring.profiles.default') ?? ['default'];

  // Grows while it is walked: a group's members and what a profile's own documents include come right after it.
  for (let at = 0; at < profiles.length; at += 1) {
    const name = profiles[at] ?? '';
    const own = documents.filter((d) => d.place?.profile === name || legacyCondition(d.settings).includes(name));
    const included = own.flatMap((d) => listOf(d.settings, 'spring.profiles.include') ?? []);
    const members = list(`spring.profiles.group.${name.toLowerCase().replace(/[-_]/g, '')}`) ?? [];
    profiles.splice(at + 1, 0, ...[...new Set([...members, ...included])].filter((p) => !profiles.includes(p)));
  }
  return profiles;
}

function activeList(layers: readonly Properties[], key: string, overrides: Overrides): string[] | undefined {
  const value = lookupIn(layers, overrides)(key);
  if (value !== undefined) return split(value);
  const listed = layers.map((layer) => listOf(layer, key)).findLast((list) => list !== undefined);
  // A name that a build filter or the environment should have filled in is no profile.
  return listed?.filter((name) => !/[@$]/.test(name));
}

/** Whether a document's own conditions hold. */
function fits({ settings }: ConfigurationDocument, profiles: readonly string[]): boolean {
  if (settings.has('spring.config.activate.oncloudplatform')) return false;
  return conditions(settings).every((list) => list.length === 0 || list.some((e) => holds(e, profiles)));
}

/** The lists of expressions of which one each must hold: `on-profile`, and `spring.profiles` before Boot 2.4. */
function conditions(settings: Properties): string[][] {
  return [listOf(settings, 'spring.config.activate.onprofile'), listOf(settings, 'spring.profiles')].filter(
    (l) => l !== undefined,
  );
}

function legacyCondition(settings: Properties): string[] {
  return listOf(settings, 'spring.profiles') ?? [];
}

/** Which of two documents wins: each number before the next, the higher one. */
function rankOf(
  document: ConfigurationDocument,
  profiles: readonly string[],
  bootVersion: string | undefined,
): number[] {
  const { place, rank } = document;
  const base = place?.base === 'bootstrap' ? 0 : 1;
  const group = place?.group ?? 0;
  const profile = profileRank(document, profiles);
  return [base, ...(isBefore24(bootVersion) ? [profile, group] : [group, profile]), ...rank];
}

/** Boot 2.4 made each group of places win as a whole. */
function isBefore24(bootVersion: string | undefined): boolean {
  const [major = 0, minor = 0] = (bootVersion ?? '4').split('.').map(Number);
  return major < 2 || (major === 2 && minor < 4);
}

/** 0 for what is general; `on-profile` keeps its place in the file, the older `spring.profiles` goes with its profile. */
function profileRank({ place, settings }: ConfigurationDocument, profiles: readonly string[]): number {
  if (place?.profile !== undefined) return 1 + profiles.indexOf(place.profile);
  return 1 + Math.max(-1, ...legacyCondition(settings).map((name) => profiles.indexOf(name)));
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
