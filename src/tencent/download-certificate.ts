import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { Tencent } from './tencent.ts';

/** A text file of what was downloaded. It may hold the private key: nothing of it is told. */
export interface DownloadedFile {
  /** Path with `/`. */
  readonly name: string;
  readonly text: string;
}

/** Chains and keys have a few kilobytes; what is larger is neither. */
const mostBytes = 128 * 1024;

/** Some dozen files are packed: those of each kind of server. */
const mostEntries = 200;

/**
 * What Tencent packs for an issued certificate, its key included; only the files that hold PEM. Undefined: what came is no
 * zip archive. Throws `ApiFailure`.
 */
export async function downloadCertificate(
  tencent: Tencent,
  id: string,
): Promise<readonly DownloadedFile[] | undefined> {
  const { Content: content } = await tencent.call('ssl:DownloadCertificate', { CertificateId: id });
  try {
    const zip = await fromBufferPromise(Buffer.from(content ?? '', 'base64'));
    if (zip.entryCount > mostEntries) return undefined;
    const files: DownloadedFile[] = [];
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/') || entry.isEncrypted() || entry.uncompressedSize > mostBytes) continue;
      const text = await textOf(zip, entry);
      if (text.includes('-----BEGIN ')) files.push({ name: entry.fileName, text });
    }
    return files;
  } catch {
    // The cause is left out on purpose: no error may carry anything of a key.
    return undefined;
  }
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
