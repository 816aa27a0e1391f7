/**
 * Where an application looks for its database, as a container sees it: at `localhost`, which is the container; at
 * `host.docker.internal`, which is the server; or elsewhere. Not the address itself, which may come from a secret.
 */
export type DatabasePlace = 'container' | 'server' | 'elsewhere';

/** Where a host name or address leads. */
export function placeOfHost(host: string): DatabasePlace {
  const name = host.trim().toLowerCase();
  // Without a host the drivers take localhost.
  if (/^(?:|localhost|0\.0\.0\.0|127(?:\.\d+){3}|\[?::1\]?)$/.test(name)) return 'container';
  return name === 'host.docker.internal' ? 'server' : 'elsewhere';
}

/**
 * Where a JDBC URL of MySQL, MariaDB or PostgreSQL leads; undefined for any other. Of several hosts one that is the
 * container counts before all others: it is never right.
 */
export function databasePlace(url: string): DatabasePlace | undefined {
  const [, authority] =
    /^jdbc:(?:p6spy:)?(?:mysql|mariadb|postgresql)(?::[\w+]+)*:\/\/([^/?]*)/i.exec(url.trim()) ?? [];
  if (authority === undefined) return undefined;
  const places = authority
    .slice(authority.lastIndexOf('@') + 1)
    .split(',')
    .map((one) => placeOfHost(/\(host=([^)]*)\)/i.exec(one)?.[1] ?? one.replace(/:\d*$/, '')));
  return places.find((place) => place === 'container') ?? places[0];
}
