import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.ts';
import { folder } from './home.ts';
import { exclusively } from './processes.ts';
import { find } from './programs.ts';

/** A certificate with its key, as PEM. */
export interface Issued {
  /** The leaf alone. */
  readonly leaf: string;
  /** Leaf, then intermediate: what nginx and the input `certificate-chain` take. */
  readonly chain: string;
  readonly key: string;
}

/** How a certificate should be made. Times in days from now; may be negative. */
export interface IssueOptions {
  readonly days?: number;
  /** When it begins to count (default: yesterday). */
  readonly from?: number;
  readonly keyType?: 'ec' | 'rsa';
}

/** A certificate authority for practice: a root, an intermediate under it. */
export interface Authority {
  /** The root's certificate, for NODE_EXTRA_CA_CERTS and `curl --cacert`. */
  readonly rootPath: string;
  readonly root: string;
  readonly intermediate: string;
  /** A certificate for host names, the first of which is its common name. */
  issue(names: readonly string[], options?: IssueOptions): Promise<Issued>;
}

const configuration = `
[ca]
default_ca = practice
[practice]
default_md = sha256
policy = any
unique_subject = no
rand_serial = yes
database = index
new_certs_dir = .
email_in_dn = no
copy_extensions = none
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[intermediate]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[leaf]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = $ENV::PRACTICE_NAMES
`;

/** A time in days from now, as `openssl ca` takes it. */
function time(days: number): string {
  const iso = new Date(Date.now() + days * 86_400_000).toISOString();
  return `${iso.replace(/[-:T]/g, '').slice(0, 14)}Z`;
}

/** A private key of its own, as PEM. */
export function newKey(type: 'ec' | 'rsa'): string {
  const encoding = { publicKeyEncoding: { type: 'spki', format: 'pem' } } as const;
  const privateKeyEncoding = { type: 'pkcs8', format: 'pem' } as const;
  if (type === 'ec')
    return generateKeyPairSync('ec', { namedCurve: 'P-256', ...encoding, privateKeyEncoding }).privateKey;
  return generateKeyPairSync('rsa', { modulusLength: 2048, ...encoding, privateKeyEncoding }).privateKey;
}

interface Request {
  readonly section: 'root' | 'intermediate' | 'leaf';
  readonly name: string;
  readonly names?: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly keyType: 'ec' | 'rsa';
  /** Who signs; the certificate itself where left out. */
  readonly issuer?: { readonly certificate: string; readonly key: string };
}

/** Makes one certificate in a folder of its own, so that several can be made at once. */
async function sign(request: Request): Promise<{ certificate: string; key: string }> {
  const cwd = mkdtempSync(join(tmpdir(), 'practice-'));
  try {
    const key = newKey(request.keyType);
    const write = (name: string, content: string): void => writeFileSync(join(cwd, name), content, { mode: 0o600 });
    write('openssl.cnf', configuration);
    write('index', '');
    write('key.pem', key);
    const names = (request.names ?? [request.name]).map((name) => `DNS:${name}`).join(',');
    const env = { PRACTICE_NAMES: names };
    const openssl = [find('openssl') ?? 'openssl'];
    const subject = ['-subj', `/CN=${request.name}`];
    const asked = ['req', '-new', '-config', 'openssl.cnf', '-key', 'key.pem', ...subject, '-out', 'request.pem'];
    await run([...openssl, ...asked], { cwd, env });
    const by = ['-keyfile', 'signer-key.pem'];
    write('signer-key.pem', request.issuer?.key ?? key);
    if (request.issuer === undefined) by.push('-selfsign');
    else {
      write('signer.pem', request.issuer.certificate);
      by.push('-cert', 'signer.pem');
    }
    const span = ['-startdate', time(request.from), '-enddate', time(request.to)];
    const form = ['-batch', '-notext', '-in', 'request.pem', '-out', 'certificate.pem', '-extensions', request.section];
    await run([...openssl, 'ca', '-config', 'openssl.cnf', ...form, ...by, ...span], { cwd, env });
    return { certificate: readFileSync(join(cwd, 'certificate.pem'), 'utf8'), key };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Opens practice's authority; its root is made once, so that who trusts it once trusts it still. */
export async function openAuthority(): Promise<Authority> {
  const place = folder('authority');
  const path = (name: string): string => join(place, name);
  const read = (name: string): string => readFileSync(path(name), 'utf8');
  await exclusively('authority', async () => {
    if (existsSync(path('complete'))) return;
    const common = { from: -400, to: 3650, keyType: 'ec' } as const;
    const root = await sign({ section: 'root', name: 'Practice Root', ...common });
    const middle = { section: 'intermediate', name: 'Practice Intermediate', issuer: root, ...common } as const;
    const intermediate = await sign(middle);
    for (const [name, made] of Object.entries({ root, intermediate })) {
      writeFileSync(path(`${name}.pem`), made.certificate);
      writeFileSync(path(`${name}.key`), made.key, { mode: 0o600 });
    }
    writeFileSync(path('complete'), '');
  });
  const issuer = { certificate: read('intermediate.pem'), key: read('intermediate.key') };
  return {
    rootPath: path('root.pem'),
    root: read('root.pem'),
    intermediate: issuer.certificate,
    issue: async (names, { days = 90, from = -1, keyType = 'ec' } = {}) => {
      const [name = 'nameless.example.com'] = names;
      const made = await sign({ section: 'leaf', name, names, from, to: days, keyType, issuer });
      return { leaf: made.certificate, chain: made.certificate + issuer.certificate, key: made.key };
    },
  };
}

/** The ways in which a certificate is bad, each as what a user would paste. */
export type BadCertificate =
  | 'expired'
  | 'not-yet-valid'
  | 'other-name'
  | 'no-intermediate'
  | 'other-key'
  | 'wrong-order';

/** A bad certificate for a host name. */
export async function issueBad(authority: Authority, name: string, how: BadCertificate): Promise<Issued> {
  if (how === 'expired') return authority.issue([name], { from: -91, days: -1 });
  if (how === 'not-yet-valid') return authority.issue([name], { from: 1, days: 90 });
  if (how === 'other-name') return authority.issue(['other.example.org']);
  const good = await authority.issue([name]);
  if (how === 'no-intermediate') return { ...good, chain: good.leaf };
  if (how === 'wrong-order') return { ...good, chain: authority.intermediate + good.leaf };
  return { ...good, key: newKey('ec') };
}
