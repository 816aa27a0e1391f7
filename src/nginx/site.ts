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

/** Absolute paths of a certificate (leaf first, with its intermediates) and its key on the server. */
export interface CertificatePair {
  readonly chainPath: string;
  readonly keyPath: string;
}

/** A location with a random name, open to loopback only, that proxies `target` and says what is being served. */
export interface Proof {
  /** Random path, `/.well-known/deploy-proof/4f1c...`. */
  readonly path: string;
  /** Path (and query) asked of the application. */
  readonly target: string;
}

/** Headers of an answer through the proof location. */
export const proofHeaders = { release: 'X-Deploy-Release', configuration: 'X-Deploy-Configuration' } as const;

/** The ports that nginx listens on for a site: the https port, and the application's own where it is published. */
export function portsOf({ httpsPort, publishedAppPort }: Site): readonly number[] {
  return publishedAppPort === undefined ? [httpsPort] : [httpsPort, publishedAppPort];
}

/** Those of them that the world is to reach. */
export function openPorts(site: Site): readonly number[] {
  return portsOf(site).filter((port) => port !== site.publishedAppPort || !site.publishedOnLoopback);
}
