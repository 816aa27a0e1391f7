/** What `nginx -V` tells of a server's nginx. */
export interface NginxVersion {
  /** `[major, minor, patch]`. */
  readonly number: readonly [number, number, number];
  /** Version as printed, `1.22.1`. */
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
 * Reads what `nginx -V` prints (on standard error). Forks that keep the format count too (`nginx version: openresty/1.25.3.1`):
 * the first three numbers are nginx's; Tengine prints a line of its own and nginx's. Throws Error
 * when it is none of these.
 */
export function parseNginxVersion(output: string): NginxVersion {
  const numbers = String.raw`version: [^/\s]+\/((\d+)\.(\d+)\.(\d+)\S*)`;
  const version = new RegExp(`^nginx ${numbers}`, 'm').exec(output) ?? new RegExp(`^\\S+ ${numbers}`, 'm').exec(output);
  if (!version) throw new Error(`not the version of an nginx: ${output.slice(0, 200)}`);
  const option = (name: string) => new RegExp(`--${name}=(?:'([^']*)'|(\\S+))`).exec(output);
  const value = (name: string) => option(name)?.[1] ?? option(name)?.[2];
  const openssl = /running with OpenSSL (\S+?)\)?[\s)]/.exec(output) ?? /built with OpenSSL (\S+)/.exec(output);
  return {
    number: [Number(version[2]), Number(version[3]), Number(version[4])],
    text: version[1] ?? '',
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
