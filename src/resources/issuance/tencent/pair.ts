import { readPrivateKey } from '../../../certificate/key.ts';
import { Secret } from '../../../redaction/secret.ts';
import type { DownloadedFile } from '../../../tencent/download-certificate.ts';
import { readLeaf } from '../../certificate.ts';

/** A chain and its key, by where they were in the archive. */
export interface DownloadedPair {
  readonly chain: DownloadedFile;
  readonly key: DownloadedFile;
}

/** Whether a file holds a private key. */
export function holdsKey({ text }: DownloadedFile): boolean {
  return text.includes('PRIVATE KEY-----');
}

/**
 * The chain and the key to install, by their contents: names and folders of the archive differ by time and by console or
 * API. nginx's own is preferred, then the longer chain. Where no key fits any chain, the best of each, so that the check says
 * so. Undefined: there is no chain, or no key.
 */
export function pairIn(files: readonly DownloadedFile[]): DownloadedPair | undefined {
  const keys = files.filter(holdsKey).toSorted((a, b) => rank(b) - rank(a));
  const chains = files
    .filter((file) => !holdsKey(file) && blocks(file) > 0)
    .toSorted((a, b) => rank(b) - rank(a) || blocks(b) - blocks(a));
  const pairs = chains.flatMap((chain) => keys.map((key) => ({ chain, key })));
  return pairs.find(fits) ?? pairs[0];
}

function rank({ name }: DownloadedFile): number {
  const bundle = /_bundle\.(crt|pem)$/i.test(name) && !/root_bundle/i.test(name);
  return (/(^|[/_])nginx\//i.test(name) ? 2 : 0) + (bundle ? 1 : 0);
}

function blocks({ text }: DownloadedFile): number {
  return text.split('-----BEGIN CERTIFICATE-----').length - 1;
}

function fits({ chain, key }: DownloadedPair): boolean {
  try {
    return readLeaf(chain.text)?.checkPrivateKey(readPrivateKey(new Secret(key.text), key.name).key) ?? false;
  } catch {
    return false;
  }
}
