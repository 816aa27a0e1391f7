import { X509Certificate } from 'node:crypto';
import { zip } from '../../zip.ts';

/**
 * How a downloaded archive is laid out; each has been seen.
 * - `nginx`: `Nginx/1_<domain>_bundle.crt` and `Nginx/2_<domain>.key`, beside folders for Apache, IIS and Tomcat, and a CSR
 * - `domain-nginx`: `<domain>_nginx/<domain>_bundle.crt` and `.key`, a `_bundle.pem` of the same content, a CSR
 * - `numbered`: `<domain>_nginx/1_<domain>_bundle.crt` and `2_<domain>.key`
 * - `plain`: `Nginx/<domain>.crt` and `.key`
 */
export type ZipLayout = 'nginx' | 'domain-nginx' | 'numbered' | 'plain';

/** What goes into an archive. */
export interface Contents {
  readonly domain: string;
  /** What nginx takes: leaf, then intermediate. */
  readonly chain: string;
  readonly key: string;
}

/** Nobody here reads one: text that says what it stands for. */
const request = '-----BEGIN CERTIFICATE REQUEST-----\ncHJhY3RpY2U=\n-----END CERTIFICATE REQUEST-----\n';

/** Files of other servers: a leaf without its chain, a chain without its leaf, the key again, and what is no PEM. */
function otherServers(name: string, { chain, key }: Contents): Readonly<Record<string, string | Buffer>> {
  const leaf = new X509Certificate(chain).toString();
  const store = Buffer.from('3082practice', 'latin1');
  return {
    'Apache/': '',
    'Apache/1_root_bundle.crt': chain.slice(chain.indexOf('-----END CERTIFICATE-----') + 26),
    [`Apache/2_${name}.crt`]: leaf,
    [`Apache/3_${name}.key`]: key,
    'IIS/': '',
    [`IIS/${name}.pfx`]: store,
    'IIS/keystorePass.txt': 'practice-store',
    'Tomcat/': '',
    [`Tomcat/${name}.jks`]: store,
    'Tomcat/keystorePass.txt': 'practice-store',
  };
}

const layouts: Readonly<
  Record<ZipLayout, (name: string, contents: Contents) => Readonly<Record<string, string | Buffer>>>
> = {
  nginx: (name, contents) => ({
    ...otherServers(name, contents),
    'Nginx/': '',
    [`Nginx/1_${name}_bundle.crt`]: contents.chain,
    [`Nginx/2_${name}.key`]: contents.key,
    [`${name}.csr`]: request,
  }),
  'domain-nginx': (name, { chain, key }) => ({
    [`${name}_nginx/`]: '',
    [`${name}_nginx/${name}.csr`]: request,
    [`${name}_nginx/${name}.key`]: key,
    [`${name}_nginx/${name}_bundle.crt`]: chain,
    [`${name}_nginx/${name}_bundle.pem`]: chain,
  }),
  numbered: (name, { chain, key }) => ({
    [`${name}_nginx/1_${name}_bundle.crt`]: chain,
    [`${name}_nginx/2_${name}.key`]: key,
  }),
  plain: (name, { chain, key }) => ({
    [`Nginx/${name}.crt`]: chain,
    [`Nginx/${name}.key`]: key,
  }),
};

/** The archive of a certificate. */
export function packed(layout: ZipLayout, contents: Contents): Buffer {
  const files = layouts[layout](contents.domain.replace('*', '_'), contents);
  return zip(Object.entries(files).map(([name, data]) => ({ name, data })));
}
