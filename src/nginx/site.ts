/** All that the one nginx file of an application says. Values are checked when it is rendered. */
export interface Site {
  /** Application name, as given: for the label only. */
  readonly app: string;
  /** Lower-case form of the name; also the root of names that must be unique in nginx. */
  readonly image: string;
  /** Release that it serves, `20261123T160512Z-1a2b3c4`. */
  readonly release: string;
  /** Host name in ASCII. */
  readonly domain: string;
  readonly httpsPort: number;
  /** Loopback port that the container's port is published on. */
  readonly upstreamPort: number;
  /** Port for plain http to the world; undefined: none. */
  readonly publishedAppPort: number | undefined;
  /** Serve that port to this server alone, as a container taken over did. */
  readonly publishedOnLoopback: boolean;
  /** Pages served on 443, with 80 leading there; undefined, or absent in a record of before: none. */
  readonly staticSite?: StaticSite | undefined;
  readonly certificate: CertificatePair;
  /** `client_max_body_size`, in nginx's notation. */
  readonly maxBodySize: string;
  /** Further directives of the API's server block, as the user wrote them; undefined: none. */
  readonly snippet: string | undefined;
  /** The location by which the switch is proven. */
  readonly proof: Proof;
  /** Listen on IPv6 too. Needs a machine that has it. */
  readonly ipv6: boolean;
}

/** A folder of static files. */
export interface StaticSite {
  /** Absolute folder on the server, named by what is in it; the files lie below it at `path`. */
  readonly root: string;
  /** Path of the URL, `/` at both ends. */
  readonly path: string;
  /** Answer unknown paths with index.html. */
  readonly fallback: boolean;
}

/** The ports that a static site has. */
export const staticPorts = { https: 443, http: 80 } as const;

/** Absolute paths of a certificate (leaf first, with its intermediates) and its key on the server. */
export interface CertificatePair {
  readonly chainPath: string;
  readonly keyPath: string;
}

/** A location with a random name, open to loopback only, that proxies `target` and says what is being served. */
export interface Proof {
  /** Random path, `/deploy-proof/4f1c...`. */
  readonly path: string;
  /** Path (and query) asked of the application. */
  readonly target: string;
}

/** Headers of an answer through the proof location. */
export const proofHeaders = { release: 'X-Deploy-Release', configuration: 'X-Deploy-Configuration' } as const;

/** The URL of a site's pages; undefined where it has none. */
export function staticUrl({ domain, staticSite }: Pick<Site, 'domain' | 'staticSite'>): string | undefined {
  return staticSite === undefined ? undefined : `https://${domain}${staticSite.path}`;
}

/** A port that nginx listens on for a site. */
export interface SitePort {
  readonly port: number;
  readonly tls: boolean;
}

/** The ports that nginx listens on for a site: the https port, the application's own where published, those of the pages. */
export function listensOf({ httpsPort, publishedAppPort, staticSite }: Site): readonly SitePort[] {
  return [
    { port: httpsPort, tls: true },
    ...(publishedAppPort === undefined ? [] : [{ port: publishedAppPort, tls: false }]),
    ...(staticSite === undefined
      ? []
      : [
          { port: staticPorts.https, tls: true },
          { port: staticPorts.http, tls: false },
        ]),
  ];
}

/** The same by their numbers. */
export function portsOf(site: Site): readonly number[] {
  return listensOf(site).map(({ port }) => port);
}

/** Those of them that the world is to reach. */
export function openPorts(site: Site): readonly number[] {
  return portsOf(site).filter((port) => port !== site.publishedAppPort || !site.publishedOnLoopback);
}
