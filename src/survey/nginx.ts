import type { ScriptProbe } from '../engine/probe.ts';
import { findNginx } from '../fragments/find-nginx.ts';
import { lookAtNginx, readServing, type Serving } from '../fragments/serving.ts';
import { managedBy, nginxFileOf } from '../nginx/label.ts';
import { type NginxVersion, parseNginxVersion } from '../nginx/version.ts';
import { decode } from '../shell/packed.ts';
import { quote } from '../shell/quote.ts';
import { readStrangers, type Stranger } from '../shell/strangers.ts';
import { lookAtBrokenNginx } from './broken-nginx.ts';
import { type ClosedPlace, closed, readClosed } from './closed-places.ts';
import { managedFile } from './managed-file.ts';
import { dumpNginx } from './nginx-dump.ts';
import { headings } from './nginx-headings.ts';
import { lookAtUnit } from './nginx-unit.ts';
import { parted, readLines } from './probe-lines.ts';

/** The nginx of the server. */
export type Nginx = { readonly state: 'missing' } | InstalledNginx;

/** An nginx that is installed, running or not. */
export interface InstalledNginx {
  readonly state: 'running' | 'stopped';
  /** The program: of the master that runs, else the one on the PATH. */
  readonly program: string;
  readonly version: NginxVersion;
  /** Words that select its configuration (`-c FILE`, `-p PREFIX`), as the running master was given them. */
  readonly selection: readonly string[];
  readonly masters: readonly NginxMaster[];
  /** What `nginx -T` prints: every file of the configuration; empty when the configuration does not pass. */
  readonly dump: string;
  /** What `nginx -t` says on standard error when it does not pass; empty when it does, but for the application's own file. */
  readonly complaint: string;
  /** Whether nginx did not come to the end of its configuration in time: it waits for a file that it names. */
  readonly silent: boolean;
  /** Files of other applications of ours that are what does not pass. */
  readonly brokenOthers: readonly { readonly file: string; readonly app: string }[];
  /** Bytes of the files that speak of the domain, by their path: what `nginx -T` prints is not to the byte. */
  readonly originals: ReadonlyMap<string, Buffer>;
  /** Path and text of the file managed for this application; `broken`: what `nginx -t` says, which passes only without it. */
  readonly managedFile: { readonly path: string; readonly text: string; readonly broken?: string } | undefined;
  /** What loopback answers through the managed file's proof location. */
  readonly serving: Serving | undefined;
  /**
   * The unit by which systemd can start it, `nginx.service`, `openresty.service`; a SysV script's counts, which systemd
   * wraps (systemd-sysv-generator(8)). Undefined: none.
   */
  readonly unit: string | undefined;
  /** Whether that unit, which would start this very nginx, does not do so at boot. */
  readonly disabled: boolean;
  /** Whether there is `/etc/init.d/nginx`. */
  readonly initScript: boolean;
  /** What another user can change of the program, its main file or its start script: nothing of it was run then. */
  readonly strangers: readonly Stranger[];
  /** What another user can change of files that speak of the domain, and of folders that files are included from. */
  readonly strangersOfPlaces: ReadonlyMap<string, readonly Stranger[]>;
  /** Which of those files and folders take no writes. */
  readonly closed: readonly ClosedPlace[];
}

/** A master process of nginx, of root's. */
export interface NginxMaster {
  readonly pid: number;
  /** It has a pid namespace or a root other than the host's: it runs in a container. */
  readonly contained: boolean;
}

// What is served now is asked for where the file says, not where the next one will be.
const script = (app: string, domain: string): string => `${lookAtNginx}
${headings}
${closed}
${dumpNginx}
${lookAtBrokenNginx(app)}
${managedFile(app)}
${findNginx}
echo "state $state"
echo "program $program"
for word; do echo "select $word"; done
${lookAtUnit}
echo "version $("$program" -V 2>&1 | base64 -w0)"
broken=
if dump_nginx "$@"; then
  dump=$(with_own_headings)
  echo "dump $(printf %s "$dump" | base64 -w0)"
else
  if ran_out $?; then echo "silent yes"; else look_at_broken_nginx "$@"; fi
fi
speaking=$(paths | tr '\\n' '\\0' | xargs -0 -r grep -liaF -D skip ${quote(domain)})
# Files that may change with ours, and folders that it includes from, where ours may come to lie.
mapfile -t places < <({ paths | sed 's|/[^/]*$||'; printf '%s\\n' "$speaking" | head -n 50; printf '%s\\n' "$dump" | sed -nE 's/^[[:space:]]*include[[:space:]]+(\\/[^*?;[]*)\\/[^/;]*;.*/\\1/p'; } | grep . | sort -u)
[ -z "$(strangers \${places[@]+"\${places[@]}"})" ] || for place in \${places[@]+"\${places[@]}"}; do
  strangers "$place" | sed "s|^|place-stranger $(printf %s "$place" | base64 -w0) |"
done
mapfile -t files < <({ printf '%s\\n' "$speaking" | head -n 50; printf '%s\\n' \${places[@]+"\${places[@]/%//${nginxFileOf(app)}}"}; } | while IFS= read -r path; do [ ! -f "$path" ] || printf '%s\\n' "$path"; done)
closed \${places[@]+"\${places[@]}"} \${files[@]+"\${files[@]}"}
printf '%s\\n' "$speaking" | while IFS= read -r path; do
  [ ! -f "$path" ] || echo "original $(printf %s "$path" | base64 -w0) $(base64 -w0 <"$path")"
done
file=$broken
[ -n "$file" ] || file=$(paths | managed_file)
[ -n "$file" ] || exit 0
echo "managed $file"
echo "text $(base64 -w0 <"$file")"
proof=$(sed -n 's/^ *location = "\\{0,1\\}\\(\\/[^" ]*\\)"\\{0,1\\} .*/\\1/p' "$file" | head -n 1)
port=$(sed -n 's/^ *listen \\([0-9]*\\) ssl.*/\\1/p' "$file" | head -n 1); domain=$(sed -n 's/^ *server_name \\([^ ]*\\);$/\\1/p' "$file" | head -n 1)
[ $state = running ] && echo "serving $(look_at_nginx https "$domain" "$port" "$proof")"`;

/** Asks for the nginx that runs, its configuration, what it serves of this application, and who else speaks of the domain. */
export function nginxProbe(app: string, domain: string): ScriptProbe<Nginx> {
  return { script: script(app, domain), read: readNginx };
}

/** The shell variable that has what {@link nginxProbe} printed, for other probes: nginx is asked for its files once. */
export const nginxAnswer = 'nginx_answer';

/** Reads the probe's lines: a word, then its value, long ones in base64. */
export function readNginx(output: string): Nginx {
  const { value, values, fields, has } = readLines(output);
  const long = (word: string): string => decode(value(word));
  const program = value('program');
  const strangers = readStrangers(values('stranger').join('\n'));
  const masters = fields('master').map(([pid, contained]) => ({ pid: Number(pid), contained: contained === 'yes' }));
  if (program === undefined) {
    // A master in a container and none on the host: for the caller to refuse, not to install beside.
    if (masters.length === 0) return { state: 'missing' };
  }
  const managed = value('managed');
  const serving = value('serving');
  return {
    state: value('state') === 'running' ? 'running' : 'stopped',
    program: program ?? '',
    version: program === undefined || !has('version') ? emptyVersion : parseNginxVersion(long('version')),
    selection: values('select'),
    masters,
    dump: long('dump'),
    complaint: long('complaint'),
    silent: has('silent'),
    brokenOthers: values('broken-other').map((value) => {
      const at = value.lastIndexOf(' ');
      return { file: value.slice(0, at), app: value.slice(at + 1) };
    }),
    originals: new Map(fields('original').map(([path, bytes = '']) => [decode(path), Buffer.from(bytes, 'base64')])),
    managedFile:
      managed === undefined
        ? undefined
        : { path: managed, text: long('text'), ...(has('broken') ? { broken: long('broken') } : {}) },
    serving: serving === undefined ? undefined : readServing(serving),
    unit: value('unit'),
    disabled: has('disabled'),
    initScript: has('init-script'),
    strangers,
    strangersOfPlaces: readPlaces(values('place-stranger')),
    closed: readClosed(output),
  };
}

function readPlaces(lines: readonly string[]): ReadonlyMap<string, readonly Stranger[]> {
  const found = new Map<string, Stranger[]>();
  for (const line of lines) {
    const [path, stranger] = parted(line);
    const place = decode(path);
    found.set(place, [...(found.get(place) ?? []), ...readStrangers(stranger)]);
  }
  return found;
}

/** The release that nginx serves, by its answer or else by the application's file; undefined: none. */
export function servedRelease(nginx: Nginx): string | undefined {
  if (nginx.state === 'missing') return undefined;
  return nginx.serving?.release || writtenRelease(nginx);
}

/** The release that the application's nginx file leads to; undefined: it has none of ours. */
export function writtenRelease(nginx: Nginx): string | undefined {
  return nginx.state === 'missing' ? undefined : managedBy(nginx.managedFile?.text ?? '')?.release;
}

const emptyVersion: NginxVersion = {
  number: [0, 0, 0],
  text: '',
  configurationPath: undefined,
  prefix: undefined,
  errorLogPath: undefined,
  http2: false,
  tls: false,
  openssl: undefined,
};
