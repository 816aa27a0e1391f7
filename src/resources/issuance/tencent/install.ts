import { checkPair } from '../../../certificate/check.ts';
import { certificateIssueMessages as messages } from '../../../messages/certificate-issue.ts';
import { failure, throwAll } from '../../../messages/failure.ts';
import type { Log } from '../../../messages/log.ts';
import { Secret } from '../../../redaction/secret.ts';
import type { Server } from '../../../server/server.ts';
import { downloadCertificate } from '../../../tencent/download-certificate.ts';
import { certificatePaths, installPair } from '../../certificate.ts';
import { holdsKey, pairIn } from './pair.ts';
import type { Issuing } from './tools.ts';

/**
 * Downloads the certificate `id` with its key, checks both by their contents, and installs them. Throws what `checkPair`
 * finds, CERTIFICATE_PACKAGE_UNREADABLE, and `ApiFailure`; then nothing is installed.
 */
export async function install(id: string, { tencent, run, domain }: Issuing, server: Server, log: Log): Promise<void> {
  const files = (await downloadCertificate(tencent, id)) ?? [];
  for (const file of files.filter(holdsKey)) run.hide(new Secret(file.text));
  const pair = pairIn(files);
  if (pair === undefined) {
    const found = files.map(({ name }) => name).join(', ');
    throw failure('CERTIFICATE_PACKAGE_UNREADABLE', { domain, id, found });
  }
  const sourceOf = (name: string): string => `Tencent Cloud ${id}, ${name}`;
  const { certificate, key, problems, warnings, notes } = checkPair({
    ...{ chainPem: pair.chain.text, source: sourceOf(pair.chain.name) },
    ...{ keyPem: new Secret(pair.key.text), keySource: sourceOf(pair.key.name) },
    ...{ domain, now: new Date(run.now()), roots: run.roots },
  });
  throwAll(problems);
  // Without problems, both were read.
  if (certificate === undefined || key === undefined) throw failure('INTERNAL', { detail: `certificate ${id}` });
  run.hide(key);
  for (const note of notes) log.info(note);
  for (const warning of warnings) log.warning(warning);
  log.info(messages.downloaded(id, certificate.notAfter.toISOString(), certificate.issuer));
  await installPair(server, certificatePaths(domain, certificate.fingerprint), certificate.chainPem, key);
}
