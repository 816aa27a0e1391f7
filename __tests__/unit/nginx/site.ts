import type { Site } from '../../../src/nginx/site.ts';
import type { NginxVersion } from '../../../src/nginx/version.ts';

/** A site with every optional part left out. */
export const site: Site = {
  app: 'MCCM-server',
  image: 'mccm-server',
  release: '20261123T160512Z-1a2b3c4',
  domain: 'api.example.com',
  httpsPort: 8014,
  upstreamPort: 18004,
  publishedAppPort: undefined,
  publishedOnLoopback: false,
  certificate: {
    chainPath: '/etc/nginx/ssl/api.example.com/ab12/chain.crt',
    keyPath: '/etc/nginx/ssl/api.example.com/ab12/a.key',
  },
  maxBodySize: '20m',
  snippet: undefined,
  proof: { path: '/deploy-proof/0123456789abcdef', target: '/actuator/health' },
  ipv6: false,
};

/** An nginx of this version, with OpenSSL 3. */
export function nginx(major: number, minor: number, patch: number): NginxVersion {
  return {
    number: [major, minor, patch],
    text: `${major}.${minor}.${patch}`,
    configurationPath: '/etc/nginx/nginx.conf',
    prefix: '/usr/share/nginx',
    errorLogPath: '/var/log/nginx/error.log',
    http2: true,
    tls: true,
    openssl: '3.0.19',
  };
}
