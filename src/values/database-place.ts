/**
 * Where an application looks for its database, or for another service, as a container sees it: at `localhost`, which is
 * the container; at `host.docker.internal`, which is the server; or elsewhere. Not the address itself, which may come from
 * a secret.
 */
export type DatabasePlace = 'container' | 'server' | 'elsewhere';

const loopback =
  /^(?:|localhost\.?|localhost\.localdomain|(?:ip6-)?loopback|ip6-localhost|0|0\.0\.0\.0|127(?:\.\d+){1,3}|\[?(?:::|::1|(?:0:){7}[01]|::ffff:127(?:\.\d+){3})\]?)$/;

/** Where a host name or address leads. */
export function placeOfHost(host: string): DatabasePlace {
  const name = host.trim().toLowerCase();
  // Without a host the drivers take localhost.
  if (loopback.test(name)) return 'container';
  return name === 'host.docker.internal' ? 'server' : 'elsewhere';
}

/** Where a list of addresses leads: `a:1,b:2`, each with or without a scheme, a user and a path. */
export function placeOfAddresses(list: string): DatabasePlace | undefined {
  const hosts = list
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(hostOf);
  return firstPlace(hosts.map(placeOfHost));
}

/** The host of an address: of `redis://:password@localhost:6379/0` and of `localhost:6379` it is `localhost`. */
function hostOf(address: string): string {
  const authority = address.replace(/^[\w+.-]+:\/\//, '').replace(/[/?].*$/s, '');
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return /^(?:::1|::)$/.test(host) ? host : host.replace(/:\d*$/, '');
}

// In the application itself, or asked by a server of their own within it.
const within = /^(?:h2|hsqldb|derby|sqlite|tc|shardingsphere|duckdb|calcite)(?::|$)/;

/** What is put before the name of a driver. */
const wrappers = /^(?:pool|p6spy|log4jdbc|otel|proxy|datasource-proxy|jtds|aws-wrapper)(?=:)/;

/**
 * Where a JDBC or R2DBC URL of a database behind a server leads; undefined for any other, and where it cannot be told.
 */
export function databasePlace(url: string): DatabasePlace | undefined {
  const [, driver] = /^(?:jdbc|r2dbcs?):(.*)$/is.exec(url.trim()) ?? [];
  if (driver === undefined) return undefined;
  let rest = driver;
  while (wrappers.test(rest.toLowerCase())) rest = rest.slice(rest.indexOf(':') + 1);
  if (within.test(rest.toLowerCase())) return undefined;
  if (/^oracle:/i.test(rest)) return oraclePlace(rest);
  const [, authority] = /:\/\/([^/?;]*)/.exec(rest) ?? [];
  if (authority === undefined) {
    // `jdbc:postgresql:shop` has no host, and `jdbc:sybase:Tds:host:port` no slashes.
    if (/^postgresql:\/?[^:/]*$/i.test(rest)) return 'container';
    const [, host] = /^sybase:tds:([^:/?]+)/i.exec(rest) ?? [];
    return host === undefined ? undefined : placeOfHost(host);
  }
  // SQL Server may have its host among the properties, and an instance after it.
  const [, named] = /;\s*servername\s*=\s*([^;]*)/i.exec(rest) ?? [];
  if (authority === '' && named !== undefined) return placeOfHost(named);
  const hosts = authority
    .slice(authority.lastIndexOf('@') + 1)
    .split(',')
    .map((one) => /\(\s*host\s*=\s*([^),]*)/i.exec(one)?.[1] ?? one.replace(/:\d*$/, '').replace(/\\.*$/s, ''));
  return firstPlace(hosts.map(placeOfHost));
}

/** `thin:@host:1521:sid`, `thin:@//host:1521/service`, `thin:@(DESCRIPTION=...(HOST=host)...)`. */
function oraclePlace(url: string): DatabasePlace | undefined {
  const described = [...url.matchAll(/\(\s*host\s*=\s*([^)]*)\)/gi)].map(([, host]) => placeOfHost(host ?? ''));
  if (described.length > 0) return firstPlace(described);
  const [, host] = /@(?:(?:tcps?:)?\/\/)?(\[[^\]]*\]|[^:/?]*)/.exec(url.slice(url.lastIndexOf('@'))) ?? [];
  return host === undefined || host === '' ? undefined : placeOfHost(host);
}

/** The place of several that counts: one that is the container does before all others, since it is never right. */
export function firstPlace(places: readonly DatabasePlace[]): DatabasePlace | undefined {
  return places.find((place) => place === 'container') ?? places[0];
}
