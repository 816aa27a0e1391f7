import { createHash } from 'node:crypto';

/** Where accounts of ACME authorities are kept. */
export const acmeFolder = '/etc/deploy-miniprogram/acme';

/** The folder of the account that the server has at the authority with this directory. */
export function acmeAccountFolder(directory: string): string {
  return `${acmeFolder}/${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`;
}

/** The private key of that account, 0600: whoever has it may order and revoke in its name. */
export function acmeAccountKey(directory: string): string {
  return `${acmeAccountFolder(directory)}/account.key`;
}

/** What is kept of a certificate that is being issued: there until it is installed. */
export interface PendingCertificate {
  readonly folder: string;
  /** Its private key, 0600. */
  readonly key: string;
  readonly request: string;
  /** URL of the authority's order. */
  readonly order: string;
}

/** Where a certificate that is being issued is kept. */
export function pendingCertificate(directory: string, domain: string): PendingCertificate {
  const folder = `${acmeAccountFolder(directory)}/${domain}`;
  return { folder, key: `${folder}/private.key`, request: `${folder}/request.csr`, order: `${folder}/order` };
}
