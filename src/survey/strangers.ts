import type { ScriptProbe } from '../engine/probe.ts';
import {
  adoptionRecordFile,
  applicationDirectory,
  carriedDirectory,
  deployLog,
  inheritedEnvironmentFile,
  keptFile,
  staticDirectory,
} from '../layout/application-paths.ts';
import { decode } from '../shell/packed.ts';
import { quote } from '../shell/quote.ts';
import { readStrangers, type Stranger } from '../shell/strangers.ts';
import { readLines } from './probe-lines.ts';

/** What other users can change of the folders in which root reads what it obeys, and writes (rule *Roots alone*). */
export interface Strangers {
  /** Of the application's folders, all but those that its container writes to. */
  readonly application: readonly Stranger[];
  /** What bears the name of a file or folder of the application's that root writes to, and is a link or something else. */
  readonly mistaken: readonly string[];
  /** Of the folder of the domain's certificates. */
  readonly certificates: readonly Stranger[];
  /** Of the folder of daemon.json. */
  readonly engine: readonly Stranger[];
  /** Of folders to mount, by the folder: where it does not exist, root would make it. */
  readonly volumes: ReadonlyMap<string, readonly Stranger[]>;
}

/** The folder of a domain's certificates. */
export function certificateFolder(domain: string): string {
  return `/etc/nginx/ssl/${domain}`;
}

/** Asks what other users can change of the folders of an application, its domain and its `volumes`. */
export function strangersProbe(app: string, domain: string, volumes: readonly string[]): ScriptProbe<Strangers> {
  const own = applicationDirectory(app);
  return {
    script: `
tell() { printf '%s %s\\n' "$1" "$(strangers "\${@:2}" | base64 -w0)"; }
tell application ${applicationPaths(app)} ${quote(own)}/releases/* ${quote(staticDirectory(app))}/*
mistaken() { printf 'mistaken %s\\n' "$(printf %s "$1" | base64 -w0)"; }
# A link may have been put there while the folder was another user's: root would write to where it leads.
for path in ${[deployLog(app), keptFile(app)].map(quote).join(' ')}; do
  [ ! -L "$path" ] && { [ -f "$path" ] || [ ! -e "$path" ]; } || mistaken "$path"
done
path=${quote(carriedDirectory(app))}
[ ! -L "$path" ] && { [ -d "$path" ] || [ ! -e "$path" ]; } || mistaken "$path"
tell certificates ${quote(certificateFolder(domain))} ${quote(certificateFolder(domain))}/*
tell engine /etc/docker/daemon.json
for path in ${volumes.map(quote).join(' ')}; do tell "volume $(printf %s "$path" | base64 -w0)" "$path"; done
true`,
    read: readStrangersOfPlaces,
  };
}

/** Bash words: the files and folders of an application that scripts read and obey. */
export function applicationPaths(app: string): string {
  const own = applicationDirectory(app);
  const releases = `${own}/releases`;
  return [releases, `${releases}/.incoming`, staticDirectory(app), `${own}/current`]
    .concat(
      adoptionRecordFile(app),
      inheritedEnvironmentFile(app),
      deployLog(app),
      carriedDirectory(app),
      keptFile(app),
    )
    .map(quote)
    .join(' ');
}

/** Reads the probe's lines: of what, then what the bash function `strangers` printed, in base64. */
export function readStrangersOfPlaces(output: string): Strangers {
  const { value, values, fields } = readLines(output);
  const found = (base64: string | undefined) => readStrangers(decode(base64));
  return {
    application: found(value('application')),
    mistaken: values('mistaken').map(decode),
    certificates: found(value('certificates')),
    engine: found(value('engine')),
    volumes: new Map(fields('volume').map(([path, strangers]) => [decode(path), found(strangers)])),
  };
}
