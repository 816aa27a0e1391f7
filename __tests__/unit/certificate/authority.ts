import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../../../src/redaction/secret.ts';

/** A certificate with its key, as PEM. */
export interface Issued {
  readonly pem: string;
  readonly keyPem: string;
}

/** What to issue: its common name, its DNS names (none: an authority) and its dates (YYYYMMDD; default: around today). */
export interface Order {
  readonly name: string;
  readonly dns?: readonly string[];
  readonly from?: string;
  readonly until?: string;
  /** URL of the issuer's certificate. */
  readonly issuerUrl?: string;
  /** Default: P-256. */
  readonly key?: 'P-256' | 'P-384' | 'RSA-1024' | 'RSA-2048';
  /** Default: sha256. */
  readonly hash?: 'sha1' | 'sha256';
  /** The extendedKeyUsage of a leaf (default: serverAuth); empty: none. */
  readonly usage?: string;
}

/** An authority for tests, made with the openssl program in a folder of its own. */
export interface Authority {
  /** A self-signed certificate. */
  selfSigned(order: Order): Issued;
  /** A certificate issued by `issuer`. */
  issue(issuer: Issued, order: Order): Issued;
  /** Another certificate of an authority that exists: the same name and key, issued by `issuer`. */
  crossSign(issuer: Issued, subject: Issued, order: Order): Issued;
  readonly folder: string;
  remove(): void;
}

const DAY_MS = 86_400_000;

/** Opens a folder for an authority; `remove` deletes it. */
export function openAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'authority-'));
  let count = 0;
  const certify = (order: Order, keyPem: string, issuer: Issued | undefined): Issued => {
    count += 1;
    const work = join(folder, String(count));
    mkdirSync(work);
    const write = (name: string, words: string) => writeFileSync(join(work, name), words);
    write('key.pem', keyPem);
    write('issuer-key.pem', issuer?.keyPem ?? keyPem);
    if (issuer !== undefined) write('issuer.pem', issuer.pem);
    write('index.txt', '');
    write('openssl.cnf', configuration(order));
    openssl(work, [
      'req',
      '-new',
      '-key',
      'key.pem',
      '-subj',
      `/CN=${order.name}`,
      '-config',
      'openssl.cnf',
      '-out',
      'csr.pem',
    ]);
    const signer = issuer === undefined ? ['-selfsign'] : ['-cert', 'issuer.pem'];
    openssl(work, [
      ...['ca', '-batch', '-notext', '-config', 'openssl.cnf', '-in', 'csr.pem', '-out', 'cert.pem'],
      ...['-keyfile', 'issuer-key.pem', ...signer, '-startdate', `${order.from ?? day(-2)}000000Z`],
      ...['-enddate', `${order.until ?? day(60)}000000Z`],
    ]);
    return { pem: readFileSync(join(work, 'cert.pem'), 'utf8'), keyPem };
  };
  return {
    folder,
    selfSigned: (order) => certify(order, newKey(order.key), undefined),
    issue: (issuer, order) => certify(order, newKey(order.key), issuer),
    crossSign: (issuer, subject, order) => certify(order, subject.keyPem, issuer),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A usual family: root, intermediate, and a leaf for api.example.com and *.shop.example.com. */
export function usualFamily(authority: Authority): { root: Issued; intermediate: Issued; leaf: Issued } {
  const root = authority.selfSigned({ name: 'Test Root' });
  const intermediate = authority.issue(root, { name: 'Test Intermediate' });
  const leaf = authority.issue(intermediate, {
    name: 'api.example.com',
    dns: ['api.example.com', '*.shop.example.com'],
    issuerUrl: 'http://ca.example.com/intermediate.crt',
  });
  return { root, intermediate, leaf };
}

/** PEM texts as the chain of one file. */
export function bundle(...certificates: readonly Issued[]): string {
  return certificates.map(({ pem }) => pem).join('');
}

/** Certificates as roots to trust. */
export function rootsOf(...certificates: readonly Issued[]): readonly X509Certificate[] {
  return certificates.map(({ pem }) => new X509Certificate(pem));
}

/** The public key of a certificate, as the survey reads that of a key file. */
export function publicKeyOf(pem: string): string {
  return new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/** The key, as the settings hold it. */
export function keyOf(issued: Issued): Secret {
  return new Secret(issued.keyPem);
}

/** Runs openssl in `folder`; throws with what it wrote on standard error. */
export function openssl(folder: string, argv: readonly string[]): string {
  return execFileSync('openssl', argv, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** By Node itself: a process for each would take longer than the rest. */
function newKey(kind = 'P-256'): string {
  const [, bits] = kind.split('RSA-');
  const { privateKey } =
    bits === undefined
      ? generateKeyPairSync('ec', { namedCurve: kind })
      : generateKeyPairSync('rsa', { modulusLength: Number(bits) });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function configuration({ dns, issuerUrl, hash = 'sha256', usage = 'serverAuth' }: Order): string {
  const leaf = dns?.length ? `subjectAltName=${dns.map((name) => `DNS:${name}`).join(',')}` : '';
  return `[req]
distinguished_name=dn
prompt=no
[dn]
[ca]
default_ca=test
[test]
new_certs_dir=.
database=index.txt
rand_serial=yes
default_md=${hash}
policy=policy
x509_extensions=extensions
unique_subject=no
[policy]
commonName=supplied
[extensions]
${dns === undefined ? 'basicConstraints=critical,CA:true' : 'basicConstraints=CA:false'}
subjectKeyIdentifier=hash
${dns === undefined || usage === '' ? '' : `extendedKeyUsage=${usage}`}
${leaf}
${issuerUrl === undefined ? '' : `authorityInfoAccess=caIssuers;URI:${issuerUrl}`}
`;
}

function day(offset: number): string {
  return new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
}
