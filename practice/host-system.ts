import { readFileSync } from 'node:fs';
import { run } from './command.ts';

/** The distribution of this machine, which practice servers have too, and where its packages come from. */
export interface HostSystem {
  /** `debian` or `ubuntu`. */
  readonly id: string;
  /** The release's name, as debootstrap takes it: `bookworm`. */
  readonly codename: string;
  /** The repository that debootstrap takes the base from. */
  readonly repository: string;
  /** Lines of a sources.list, those of the distribution itself. */
  readonly sources: readonly string[];
  /** Lines for apt.conf: the proxy, and checks of dates that this machine leaves out. */
  readonly aptSettings: readonly string[];
}

/** A `mirror+file:` source names a file whose first line is the repository. */
function repositoryOf(uri: string): string {
  if (!uri.startsWith('mirror+file:')) return uri;
  const first = readFileSync(uri.slice('mirror+file:'.length), 'utf8').split('\n')[0] ?? '';
  return first.split(/\s+/)[0] ?? uri;
}

function osRelease(): Readonly<Record<string, string>> {
  const lines = readFileSync('/etc/os-release', 'utf8').split('\n');
  return Object.fromEntries(lines.map((line) => line.split('=', 2).map((part) => part.replaceAll('"', ''))));
}

/** Where a process finds what the one that started it has seen. */
const variable = 'PRACTICE_HOST_SYSTEM';

let known: Promise<HostSystem> | undefined;

/**
 * Looks at this machine; once for a process and those that it starts, since apt takes half a second to tell its sources and
 * each server asks for them. Throws an Error where it is neither Debian nor Ubuntu.
 */
export function surveyHost(): Promise<HostSystem> {
  known ??= look().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function look(): Promise<HostSystem> {
  const told = process.env[variable];
  if (told !== undefined) return JSON.parse(told) as HostSystem;
  const seen = await survey();
  process.env[variable] = JSON.stringify(seen);
  return seen;
}

async function survey(): Promise<HostSystem> {
  const { ID: id = '', VERSION_CODENAME: codename = '' } = osRelease();
  if (id !== 'debian' && id !== 'ubuntu') throw new Error(`Practice servers need Debian or Ubuntu; this is ${id}`);
  const format = '$(ORIGIN)\t$(REPO_URI)\t$(SUITE)\t$(CODENAME)\t$(COMPONENT)';
  const read = (): Promise<string> => run(['apt-get', 'indextargets', '--format', format, 'Created-By: Packages']);
  let targets = await read();
  if (!/^(Debian|Ubuntu)\t/m.test(targets)) {
    await run(['apt-get', 'update', '-q']);
    targets = await read();
  }
  const rows = targets.split('\n').flatMap((line) => {
    const [origin, uri, suite, code, component] = line.split('\t');
    const ours = (origin === 'Debian' || origin === 'Ubuntu') && code?.startsWith(codename) === true;
    return ours && uri && component ? [{ uri: repositoryOf(uri), suite: suite ?? '', code, component }] : [];
  });
  const base = rows.find((row) => row.code === codename && !/-(updates|security|backports)$/.test(row.suite));
  if (base === undefined)
    throw new Error(`No package source for ${codename}; run apt-get update and look at its output`);
  const sources = [...new Set(rows.map((row) => `deb ${row.uri} ${suiteName(row)} ${row.component}`))].sort();
  const settings = (await run(['apt-config', 'dump', 'Acquire'])).split('\n');
  const aptSettings = settings.filter((line) =>
    /^Acquire::(https?::Proxy(::\S+)?|Check-Valid-Until|Check-Date) "[^"]+";$/.test(line),
  );
  return { id, codename, repository: base.uri, sources, aptSettings };
}

/** Debian's index says `stable-updates` for `bookworm-updates`; the release's own name is what stays true. */
function suiteName({ suite, code }: { suite: string; code: string }): string {
  const ending = /-(updates|security|backports|proposed-updates)$/.exec(suite)?.[0];
  return ending === undefined || code.endsWith(ending) ? code : `${code}${ending}`;
}
