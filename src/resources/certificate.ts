import { createPublicKey, X509Certificate } from 'node:crypto';
import { posix } from 'node:path';
import { isSameKey } from '../certificate/key.ts';
import { mustSucceed } from '../engine/apply.ts';
import type { Step } from '../engine/step.ts';
import { findNginx } from '../fragments/find-nginx.ts';
import { text } from '../messages/text.ts';
import { patiently } from '../nginx/patience.ts';
import type { CertificatePair } from '../nginx/site.ts';
import type { Secret } from '../redaction/secret.ts';
import { underSharedLock } from '../server/lock-script.ts';
import { prelude } from '../server/prelude.ts';
import type { Server } from '../server/server.ts';
import { makeFolders } from '../shell/make-folders.ts';
import { quote } from '../shell/quote.ts';
import type { CertificateFiles } from '../survey/certificates.ts';
import { labelByPlace } from './selinux.ts';

/** Stands for the fingerprint of a certificate that is still to be issued. */
export const unissued = '<fingerprint>';

/** Where the pair of a provided certificate lies: named by its contents, so that a pair changes in one step. */
export function certificatePaths(domain: string, fingerprint: string): CertificatePair {
  const folder = `/etc/nginx/ssl/${domain}/${fingerprint}`;
  return { chainPath: `${folder}/${domain}_bundle.crt`, keyPath: `${folder}/${domain}.key` };
}

/** Whether a pair lies where `certificatePaths` puts one: it was brought by a deployment, and its files never change. */
export function isBrought(pair: CertificatePair, domain: string): boolean {
  const fingerprint = pair.chainPath.split('/').at(-2) ?? '';
  const { chainPath, keyPath } = certificatePaths(domain, fingerprint);
  const known = fingerprint === unissued || /^[0-9a-f]{64}$/.test(fingerprint);
  return known && pair.chainPath === chainPath && pair.keyPath === keyPath;
}

/** Whether one file of such a pair lies there. */
function isBroughtFile(path: string, domain: string): boolean {
  const fingerprint = path.split('/').at(-2) ?? '';
  return /^[0-9a-f]{64}$/.test(fingerprint) && Object.values(certificatePaths(domain, fingerprint)).includes(path);
}

/** Whether it is a certificate of the user's own, where no deployment puts one, that nginx complains of. */
export function complainsOfOwnPair(complaint: string, domain: string): boolean {
  const [, path] = /\[emerg\].*(?:certificate|SSL_CTX_).*?"([^"]+)"/.exec(complaint) ?? [];
  return path !== undefined && !isBroughtFile(path, domain);
}

/** The step that installs a provided pair; none where the server has it already. */
export function planCertificate(
  pair: CertificatePair,
  domain: string,
  chain: string,
  key: Secret,
  there: CertificateFiles,
): readonly Step[] {
  const same = there.certificates.find((file) => file.path === pair.chainPath)?.text.trim() === chain.trim();
  const leaf = readLeaf(chain);
  // Also a file that a power cut left half written lies there.
  const fitting = there.keys.some(
    (file) => file.path === pair.keyPath && leaf !== undefined && fits(leaf, file.publicKey),
  );
  if (same && fitting) return [];
  const folder = posix.dirname(pair.chainPath);
  // The same certificate with another chain may lie there, and nginx name it: taking that back would break what serves.
  const occupied = [...there.certificates, ...there.keys].some((file) => file.path.startsWith(`${folder}/`));
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'certificate.install',
      title: text(`Install the certificate of ${domain}`, `安装 ${domain} 的证书`),
      reason: text('the server does not have it', '服务器上没有该证书'),
      diff: `+ ${pair.chainPath}\n+ ${pair.keyPath} (0600)`,
      script: installScript(pair, folder, undefined),
      input: async () => sentPair(chain, key),
      ...(occupied
        ? {}
        : {
            undo: underSharedLock(removeScript(pair, folder), 120),
          }),
    },
  ];
}

/** A private key that the server made itself, by its path there. */
export interface KeptKey {
  readonly keptAt: string;
}

/** Writes a pair where it belongs, unless the shared lock stays busy. Throws `Failure`. */
export async function installPair(
  server: Server,
  pair: CertificatePair,
  chain: string,
  key: Secret | KeptKey,
): Promise<void> {
  const kept = 'keptAt' in key ? key.keptAt : undefined;
  const script = installScript(pair, posix.dirname(pair.chainPath), kept);
  const input = sentPair(chain, 'keptAt' in key ? undefined : key);
  const result = await server.run(`${prelude}\nset -e\n${script}`, { input });
  mustSucceed('certificate.install', result);
}

/** What the script reads. */
function sentPair(chain: string, key: Secret | undefined): Buffer {
  const sent = key === undefined ? '' : `${key.reveal().trimEnd()}\n`;
  return Buffer.from(`${sent}${chain.trimEnd()}\n`, 'utf8');
}

/**
 * Bash that reads key and chain from its standard input, in one stream, under the shared lock; the chain alone where the server keeps the key. The
 * key is never readable by others.
 */
function installScript(pair: CertificatePair, folder: string, kept: string | undefined): string {
  const key =
    kept === undefined ? `printf '%s\\n' "$pem" | sed '/BEGIN CERTIFICATE/,/END CERTIFICATE/d'` : `cat ${quote(kept)}`;
  return underSharedLock(
    `umask 077
roots_alone ${quote(folder)}
${makeFolders('755', '/etc/nginx/ssl', posix.dirname(folder))}
${makeFolders('700', folder)}
pem=$(cat)
printf '%s\\n' "$pem" | sed -n '/BEGIN CERTIFICATE/,/END CERTIFICATE/p' >${quote(`${pair.chainPath}.new`)}
${key} >${quote(`${pair.keyPath}.new`)}
chmod 644 ${quote(`${pair.chainPath}.new`)}
put_in_place ${quote(`${pair.keyPath}.new`)} ${quote(pair.keyPath)}
put_in_place ${quote(`${pair.chainPath}.new`)} ${quote(pair.chainPath)}
flush ${quote(posix.dirname(folder))} /etc/nginx/ssl /etc/nginx
${labelByPlace(folder)}`,
    120,
  );
}

/**
 * Bash that removes the pair again, unless nginx names it by now: another application may have come to serve it. Of an
 * nginx that another user can change it is not known. What else is in the folder is not ours, and stays.
 */
function removeScript({ keyPath, chainPath }: CertificatePair, folder: string): string {
  const files = [keyPath, chainPath].flatMap((path) => [path, `${path}.new`]).map(quote);
  return `named=$( ( ${findNginx}
  ${patiently} "$program" "$@" -T 2>/dev/null || echo ${quote(folder)} ) | grep -cF -e ${quote(folder)} -e 'stranger ') || true
[ "$named" != 0 ] || { rm -f ${files.join(' ')}; rmdir ${quote(folder)} ${quote(posix.dirname(folder))} 2>/dev/null || true; }`;
}

/** A pair that the server has. */
export interface ExistingPair extends CertificatePair {
  readonly chain: string;
}

/**
 * The pairs of the server for which a key fits the leaf: `named` (those that nginx names for the domain) first, each by
 * the end of their validity, latest first.
 */
export function existingPairs(files: CertificateFiles, named: readonly CertificatePair[]): readonly ExistingPair[] {
  const nameOf = (path: string) => named.find(({ chainPath }) => chainPath === path);
  return files.certificates
    .flatMap(({ path, text: chain }) => {
      const leaf = readLeaf(chain);
      const key =
        leaf === undefined
          ? undefined
          : files.keys.find((file) => fits(leaf, file.publicKey) && (nameOf(path)?.keyPath ?? file.path) === file.path);
      return leaf === undefined || key === undefined ? [] : [{ chainPath: path, keyPath: key.path, chain, leaf }];
    })
    .toSorted(
      (a, b) =>
        Number(nameOf(b.chainPath) !== undefined) - Number(nameOf(a.chainPath) !== undefined) ||
        b.leaf.validToDate.getTime() - a.leaf.validToDate.getTime(),
    )
    .map(({ chainPath, keyPath, chain }) => ({ chainPath, keyPath, chain }));
}

/** The leaf of a chain in PEM; undefined where there is none to read. */
export function readLeaf(chain: string): X509Certificate | undefined {
  try {
    return new X509Certificate(chain);
  } catch {
    return undefined;
  }
}

function fits(leaf: X509Certificate, publicKey: string): boolean {
  try {
    return isSameKey(leaf.publicKey, createPublicKey(publicKey));
  } catch {
    return false;
  }
}
