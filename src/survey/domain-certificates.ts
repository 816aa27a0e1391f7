import { askedBefore, survey } from '../engine/survey.ts';
import { type NginxConfiguration, parseDump } from '../nginx/configuration.ts';
import type { Server } from '../server/server.ts';
import { type CertificateFiles, certificatesProbe } from './certificates.ts';
import { nginxAnswer, nginxProbe } from './nginx.ts';

/** The pairs that a server has, and the nginx that names some of them. */
export interface DomainCertificates {
  readonly certificates: CertificateFiles;
  /** Undefined where there is none that passes. */
  readonly configuration: NginxConfiguration | undefined;
}

/** Asks the server for its certificates alone. */
export async function surveyCertificates(server: Server, app: string, domain: string): Promise<DomainCertificates> {
  const nginx = askedBefore(nginxAnswer, nginxProbe(app, domain));
  const found = await survey(server, { nginx: nginx.probe, certificates: certificatesProbe }, nginx.opening);
  const dump = found.nginx.state === 'missing' ? '' : found.nginx.dump;
  return { certificates: found.certificates, configuration: dump === '' ? undefined : parseDump(dump) };
}
