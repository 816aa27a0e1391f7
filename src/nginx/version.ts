/** What `nginx -V` tells of a server's nginx. */
export interface NginxVersion {
  /** `[major, minor, patch]`. */
  readonly number: readonly [number, number, number];
  /** Version as printed, `1.22.1`; of one that is not known, what it says of itself. */
  readonly text: string;
  /** `--conf-path`, the main file when started without `-c`; undefined: not printed. */
  readonly configurationPath: string | undefined;
  /** `--prefix`, what relative paths count from when started without `-p`; undefined: not printed. */
  readonly prefix: string | undefined;
  /** `--error-log-path`; undefined: not printed, and so `logs/error.log` below the prefix. */
  readonly errorLogPath: string | undefined;
  /** Built `--with-http_v2_module`. */
  readonly http2: boolean;
  /** Built `--with-http_ssl_module`. */
  readonly tls: boolean;
  /** Version of OpenSSL that it runs with, `3.0.19`; undefined: another library, or none. */
  readonly openssl: string | undefined;
}

/**
 * What is taken for the version of an nginx that does not tell it: a build may bear any name and number. Newer ones read
 * what is written for this one, at most with a warning; the forks still in use are none older.
 */
const unknown: NginxVersion['number'] = [1, 13, 0];

/**
 * nginx's version: of Tengine in brackets (`Tengine/2.2.3 (nginx/1.8.1)`) or on a line of its own, of OpenResty the first
 * three numbers of its own. Another name's number says nothing.
 */
const versions: readonly RegExp[] = [
  /\(nginx\/((\d+)\.(\d+)(?:\.(\d+))?[^\s)]*)\)/,
  /^nginx version: (?:nginx|nginx-plus|freenginx|openresty|)\/?((\d+)\.(\d+)(?:\.(\d+))?\S*)/im,
];

/** Reads what `nginx -V` prints (on standard error), of forks too. */
export function parseNginxVersion(output: string): NginxVersion {
  const version = versions.map((pattern) => pattern.exec(output)).find((found) => found !== null);
  const option = (name: string) => new RegExp(`--${name}=(?:'([^']*)'|(\\S+))`).exec(output);
  const value = (name: string) => option(name)?.[1] ?? option(name)?.[2];
  const openssl = /running with OpenSSL (\S+?)\)?[\s)]/.exec(output) ?? /built with OpenSSL (\S+)/.exec(output);
  return {
    number: version ? [Number(version[2]), Number(version[3]), Number(version[4] ?? 0)] : unknown,
    text: version?.[1] ?? (/version: *(.*)$/m.exec(output)?.[1] ?? output.split('\n')[0] ?? '').slice(0, 80),
    configurationPath: value('conf-path'),
    prefix: value('prefix'),
    errorLogPath: value('error-log-path'),
    http2: output.includes('--with-http_v2_module'),
    tls: output.includes('--with-http_ssl_module'),
    openssl: openssl?.[1],
  };
}

/** Whether nginx is at least `major.minor.patch`. */
export function atLeast(nginx: NginxVersion, major: number, minor: number, patch: number): boolean {
  const [a, b, c] = nginx.number;
  if (a !== major) return a > major;
  if (b !== minor) return b > minor;
  return c >= patch;
}
