import type { Probe } from '../engine/survey.ts';
import { type NginxVersion, parseNginxVersion } from '../nginx/version.ts';
import { quote } from '../server/quote.ts';
import { lookAtBrokenNginx } from './broken-nginx.ts';
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
  /** Files of other applications of ours that are what does not pass. */
  readonly brokenOthers: readonly { readonly file: string; readonly app: string }[];
  /** Bytes of the files that speak of the domain, by their path: what `nginx -T` prints is not to the byte. */
  readonly originals: ReadonlyMap<string, Buffer>;
  /** Path and text of the file managed for this application; `broken`: what `nginx -t` says, which passes only without it. */
  readonly managedFile: { readonly path: string; readonly text: string; readonly broken?: string } | undefined;
  /** What loopback answers through the managed file's proof location. */
  readonly serving: Serving | undefined;
  /** Whether systemd can start it as `nginx.service`; a SysV script counts, which systemd wraps (systemd-sysv-generator(8)). */
  readonly unit: boolean;
  /** Whether there is `/etc/init.d/nginx`. */
  readonly initScript: boolean;
}

/** A master process of nginx. */
export interface NginxMaster {
  readonly pid: number;
  /** It has a pid namespace other than the host's: it runs in a container. */
  readonly contained: boolean;
}

/**
 * Bash that finds the nginx that runs by its process, not by its name on the PATH: BT panel's lies elsewhere (design
 * rule 9), and is looked for there when it does not run. It prints a line for each master, sets `program` and `state`,
 * and the words that select its configuration as positional parameters; it exits where there is no nginx.
 */
export const findNginx = `program=; words=
for process in /proc/[0-9]*; do
  exe=$(readlink "$process/exe") || continue
  case "\${exe##*/}" in nginx|'nginx (deleted)'|openresty|tengine) ;; *) continue ;; esac
  title=$(tr '\\0' ' ' <"$process/cmdline")
  case "$title" in *'master process'*) ;; *) continue ;; esac
  contained=no
  [ "$(readlink "$process/ns/pid")" = "$(readlink /proc/1/ns/pid)" ] || contained=yes
  echo "master \${process#/proc/} $contained"
  [ $contained = no ] && { program=\${exe% (deleted)}; words=$title; state=running; }
done
[ -n "$program" ] || {
  state=stopped; panel=/www/server/nginx
  program=$(command -v nginx) || program=$panel/sbin/nginx
  program=$(readlink -f "$program"); [ -x "$program" ] || exit 0
  # So its own script calls it.
  [ "$program" != "$panel/sbin/nginx" ] || words=" -c $panel/conf/nginx.conf"
}
conf=$(printf %s "$words" | sed -n 's/.* -c *\\([^ ]*\\).*/\\1/p'); prefix=$(printf %s "$words" | sed -n 's/.* -p *\\([^ ]*\\).*/\\1/p')
set -- \${conf:+-c "$conf"} \${prefix:+-p "$prefix"}`;

// What is served now is asked for where the file says, not where the next one will be.
const script = (app: string, domain: string): string => `${lookAtNginx}${lookAtBrokenNginx(app)}
${findNginx}
echo "state $state"
echo "program $program"
for word; do echo "select $word"; done
# A masked one cannot be started.
[ "$(systemctl show -p LoadState nginx.service 2>/dev/null)" = LoadState=loaded ] && echo "unit yes"
[ -x /etc/init.d/nginx ] && echo "init-script yes"
echo "version $("$program" -V 2>&1 | base64 -w0)"
if dump=$("$program" "$@" -T 2>/dev/null); then
  echo "dump $(printf %s "$dump" | base64 -w0)"
else
  broken=
  look_at_broken_nginx "$@"
fi
paths() { printf '%s\\n' "$dump" | sed -n 's/^# configuration file \\(.*\\):$/\\1/p'; }
paths | while IFS= read -r path; do
  grep -qiF ${quote(domain)} "$path" && echo "original $(printf %s "$path" | base64 -w0) $(base64 -w0 <"$path")"
done
file=\${broken:-}
[ -n "$file" ] || file=$(paths | while IFS= read -r path; do
  head -n 3 "$path" 2>/dev/null | grep -qF ${quote(`managed by deploy-miniprogram-backend: app ${app},`)} && { echo "$path"; break; }
done)
[ -n "$file" ] || exit 0
echo "managed $file"
echo "text $(base64 -w0 <"$file")"
proof=$(sed -n 's/^ *location = "\\{0,1\\}\\(\\/[^" ]*\\)"\\{0,1\\} .*/\\1/p' "$file" | head -n 1)
port=$(sed -n 's/^ *listen \\([0-9]*\\) ssl.*/\\1/p' "$file" | head -n 1); domain=$(sed -n 's/^ *server_name \\([^ ]*\\);$/\\1/p' "$file" | head -n 1)
[ $state = running ] && echo "serving $(look_at_nginx https "$domain" "$port" "$proof")"`;

/** Asks for the nginx that runs, its configuration, what it serves of this application, and who else speaks of the domain. */
export function nginxProbe(app: string, domain: string): Probe<Nginx> {
  return { script: script(app, domain), read: readNginx };
}

/** Reads the probe's lines: a word, then its value, long ones in base64. */
export function readNginx(output: string): Nginx {
  const values = (word: string): string[] =>
    [...output.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map((m) => m[1] ?? '');
  const long = (word: string): string => Buffer.from(values(word)[0] ?? '', 'base64').toString('utf8');
  const [program] = values('program');
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
    version: program === undefined ? emptyVersion : parseNginxVersion(long('version')),
    selection: values('select'),
    masters,
    dump: long('dump'),
    complaint: long('complaint'),
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
    unit: values('unit').length > 0,
    initScript: values('init-script').length > 0,
  };
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
