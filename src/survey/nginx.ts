import type { ScriptProbe } from '../engine/probe.ts';
import { managedBy, nginxFileOf } from '../nginx/label.ts';
import { type NginxVersion, parseNginxVersion } from '../nginx/version.ts';
import { quote } from '../shell/quote.ts';
import { readStrangers, type Stranger } from '../shell/strangers.ts';
import { lookAtBrokenNginx } from './broken-nginx.ts';
import { type ClosedPlace, closed, readClosed } from './closed-places.ts';
import { managedFile } from './managed-file.ts';
import { dumpNginx } from './nginx-dump.ts';
import { headings } from './nginx-headings.ts';
import { lookAtUnit } from './nginx-unit.ts';
import { lookAtNginx, readServing, type Serving } from './serving.ts';

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

/**
 * Bash that finds the nginx that runs by its process, not by its name on the PATH: BT panel's lies elsewhere (rule
 * *The nginx that runs*), and is looked for there when it does not run. A process says of itself what it likes: only root's are believed,
 * and nothing is run that another user can change. It prints a line for each master, sets `program`, `state` and `master`,
 * its pid, and the words that select its configuration as positional parameters; it exits where there is no nginx, and
 * where there is one that another user can change, which it prints (`stranger`). Needs the prelude in front.
 */
export const findNginx = `units_start() {
  local name
  for name in nginx.service openresty.service tengine.service; do
    [ "$1" = any ] || [ "$(systemctl is-enabled "$name" 2>/dev/null)" = enabled ] || continue
    systemctl show -p ExecStart "$name" 2>/dev/null | sed -nE 's/.*argv\\[\\]=(.*) ; ignore_errors=.*/\\1/p' | tail -n 1
  done | grep -vE '^/etc/init\\.d/' | grep -E '^/[^ ]*/(nginx|openresty|tengine)( |$)' | while IFS= read -r name; do
    [ -x "\${name%% *}" ] || continue
    # Variables of the unit's own are not known.
    case $name in *'$'*) name=\${name%% *} ;; esac
    printf '%s\\n' "$name"
    break
  done
}
program=; words=; found=; master=
while IFS= read -r -d '' process && IFS= read -r -d '' file; do
  exe=\${file% (deleted)}
  case "\${exe##*/}" in nginx|openresty|tengine) ;; *) continue ;; esac
  # Real, effective, saved and file system user. One that is root in a user namespace of its own is another user here.
  grep -Eqs '^Uid:([[:space:]]+0){4}$' "$process/status" || continue
  title=$(tr '\\0' ' ' <"$process/cmdline")
  case "$title" in *'master process'*) ;; *) continue ;; esac
  # A container may share the pid namespace: its path of the program and its configuration are another root's then. A
  # program that was replaced by an upgrade is no file any more.
  contained=no
  [ "$(readlink "$process/ns/pid")" = "$(readlink /proc/1/ns/pid)" ] && [ "$process/root" -ef / ] &&
    { [ "$process/exe" -ef "$exe" ] || [ "$file" != "$exe" ]; } || contained=yes
  echo "master \${process#/proc/} $contained"
  [ $contained = no ] && { program=$exe; words=$title; state=running; master=\${process#/proc/}; }
done < <(find /proc/[0-9]*/exe -maxdepth 0 -printf '%h\\0%l\\0' 2>/dev/null)
[ -n "$program" ] || {
  state=stopped; panel=/www/server/nginx
  # What systemd starts at boot; what the shell finds; what systemd knows; where panels, OpenResty and sources install it.
  words=$(units_start enabled)
  if [ -z "$words" ]; then found=$(command -v nginx) || found=$(command -v openresty) || found=$(command -v tengine); fi
  [ -n "$words$found" ] || words=$(units_start any)
  found=\${found:-\${words%% *}}
  [ -n "$found" ] || for found in $panel /usr/local/openresty/nginx /usr/local/nginx /usr/local/tengine /opt/openresty/nginx /opt/nginx /opt/tengine; do
    found=$found/sbin/nginx
    [ ! -x "$found" ] || break
  done
  program=$(readlink -f "$found"); [ -x "$program" ] || exit 0
  # So its own script calls it.
  [ "$program" != "$panel/sbin/nginx" ] || words=" -c $panel/conf/nginx.conf"
}
conf=$(printf %s "$words" | sed -n 's/.* -c *\\([^ ]*\\).*/\\1/p'); prefix=$(printf %s "$words" | sed -n 's/.* -p *\\([^ ]*\\).*/\\1/p')
set -- \${conf:+-c "$conf"} \${prefix:+-p "$prefix"}
strange=$(strangers "$program" \${found:+"$found"} \${prefix:+"$prefix"})
if [ -z "$strange" ]; then
  built() { "$program" -V 2>&1 | sed -n "s/.* --$1=\\([^ ]*\\).*/\\1/p"; }
  # As nginx finds its main file (ngx_process_options, ngx_conf_full_name).
  main=\${conf:-$(built conf-path)}; main=\${main:-conf/nginx.conf}
  case $main in /*) ;; *) home=\${prefix:-$(built prefix)}; main=\${home:-/usr/local/nginx}/$main ;; esac
  strange=$(strangers "$main")
fi
[ -z "$strange" ] || { printf '%s\\n' "$strange" | sed 's/^/stranger /'; echo "program $program"; echo "state $state"; exit 0; }`;

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
  const values = (word: string): string[] =>
    [...output.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map((m) => m[1] ?? '');
  const long = (word: string): string => Buffer.from(values(word)[0] ?? '', 'base64').toString('utf8');
  const [program] = values('program');
  const strangers = readStrangers(values('stranger').join('\n'));
  const masters = values('master').map((value) => {
    const [pid, contained] = value.split(' ');
    return { pid: Number(pid), contained: contained === 'yes' };
  });
  if (program === undefined) {
    // A master in a container and none on the host: for the caller to refuse, not to install beside.
    if (masters.length === 0) return { state: 'missing' };
  }
  const [managed] = values('managed');
  const [serving] = values('serving');
  return {
    state: values('state')[0] === 'running' ? 'running' : 'stopped',
    program: program ?? '',
    version:
      program === undefined || values('version').length === 0 ? emptyVersion : parseNginxVersion(long('version')),
    selection: values('select'),
    masters,
    dump: long('dump'),
    complaint: long('complaint'),
    silent: values('silent').length > 0,
    brokenOthers: values('broken-other').map((value) => {
      const at = value.lastIndexOf(' ');
      return { file: value.slice(0, at), app: value.slice(at + 1) };
    }),
    originals: new Map(
      values('original').map((value) => {
        const [path = '', bytes = ''] = value.split(' ');
        return [Buffer.from(path, 'base64').toString('utf8'), Buffer.from(bytes, 'base64')];
      }),
    ),
    managedFile:
      managed === undefined
        ? undefined
        : { path: managed, text: long('text'), ...(values('broken').length > 0 ? { broken: long('broken') } : {}) },
    serving: serving === undefined ? undefined : readServing(serving),
    unit: values('unit')[0],
    disabled: values('disabled').length > 0,
    initScript: values('init-script').length > 0,
    strangers,
    strangersOfPlaces: readPlaces(values('place-stranger')),
    closed: readClosed(output),
  };
}

function readPlaces(lines: readonly string[]): ReadonlyMap<string, readonly Stranger[]> {
  const found = new Map<string, Stranger[]>();
  for (const line of lines) {
    const at = line.indexOf(' ');
    const place = Buffer.from(line.slice(0, at), 'base64').toString('utf8');
    found.set(place, [...(found.get(place) ?? []), ...readStrangers(line.slice(at + 1))]);
  }
  return found;
}

/** The release that nginx serves, by its answer or else by the application's file; undefined: none. */
export function servedRelease(nginx: Nginx): string | undefined {
  if (nginx.state === 'missing') return undefined;
  return nginx.serving?.release || managedBy(nginx.managedFile?.text ?? '')?.release;
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
