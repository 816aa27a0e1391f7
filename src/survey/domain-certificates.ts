import { askedBefore, survey } from '../engine/survey.ts';
import { type NginxConfiguration, parseDump } from '../nginx/configuration.ts';
import type { Server } from '../server/server.ts';
import { type CertificateFiles, certificatesProbe } from './certificates.ts';
import { type Nginx, nginxAnswer, nginxProbe } from './nginx.ts';

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
  return { certificates: found.certificates, configuration: configurationOf(found.nginx) };
}

/** What an nginx was configured with; undefined where there is none, or none that passes. */
export function configurationOf(nginx: Nginx): NginxConfiguration | undefined {
  return nginx.state === 'missing' || nginx.dump === '' ? undefined : parseDump(nginx.dump);
}
