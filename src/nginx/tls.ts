import { quoteNginx } from './quote.ts';
import type { CertificatePair } from './site.ts';
import { atLeast, type NginxVersion } from './version.ts';

/** Mozilla's "intermediate", guidelines 6.0 (github.com/mozilla/ssl-config-generator). */
const ciphers = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');

/**
 * The TLS directives of a server block: Mozilla's intermediate without X25519MLKEM768, which OpenSSL 3.0 does not know,
 * and without HSTS, which would bind the whole host name. The order of the suites is the server's, which scanners ask for
 * (testssl.sh: cipher_order); what Mozilla leaves it to the client for is kept: a phone that computes ChaCha20 faster, and
 * therefore names it first, gets it. `id` names the session cache.
 */
export function renderTls(certificate: CertificatePair, nginx: NginxVersion, id: string): readonly string[] {
  // OpenSSL 1.0 has no X25519, and nginx does not start with a curve that it lacks; before 1.11.0 it takes one alone.
  const known = nginx.openssl?.startsWith('1.0.') ? 'prime256v1:secp384r1' : 'X25519:prime256v1:secp384r1';
  const curves = atLeast(nginx, 1, 11, 0) ? known : 'prime256v1';
  return [
    `ssl_certificate ${quoteNginx(certificate.chainPath)};`,
    `ssl_certificate_key ${quoteNginx(certificate.keyPath)};`,
    atLeast(nginx, 1, 13, 0) ? 'ssl_protocols TLSv1.2 TLSv1.3;' : 'ssl_protocols TLSv1.2;',
    `ssl_ciphers ${ciphers};`,
    'ssl_prefer_server_ciphers on;',
    ...(prioritizesChaCha(nginx) ? ['ssl_conf_command Options PrioritizeChaCha;'] : []),
    `ssl_ecdh_curve ${curves};`,
    'ssl_session_timeout 1d;',
    `ssl_session_cache shared:${id}:10m;`,
    // Since 1.23.2 nginx rotates the ticket keys of a shared cache.
    ...(atLeast(nginx, 1, 23, 2) ? [] : ['ssl_session_tickets off;']),
  ];
}

/** ssl_conf_command is nginx 1.19.4's, the option OpenSSL 1.1.1's; other libraries may have neither. */
function prioritizesChaCha(nginx: NginxVersion): boolean {
  return nginx.openssl !== undefined && !/^1\.(0\.|1\.0)/.test(nginx.openssl) && atLeast(nginx, 1, 19, 4);
}
