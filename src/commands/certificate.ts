import { chooseExisting, expectedCertificate, findIssued, type IssuedCertificate } from '../decision/certificate.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { type Failure, failure, failuresOf } from '../messages/failure.ts';
import { issueMessages } from '../messages/issue.ts';
import type { CertificateSettings, DeploySettings, IssuedCertificateSettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { configurationOf } from '../survey/domain-certificates.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { OpenTencent } from '../tencent/tencent.ts';
import type { Issuance } from './issue.ts';
import type { Prepared } from './read-runner.ts';
import type { Run } from './run.ts';

/** The certificate that a deployment is to serve. */
export type CertificateChoice = { readonly kind: 'ready'; readonly served: ServedCertificate } | NeededCertificate;

/** One that must be issued first. */
export interface NeededCertificate {
  readonly kind: 'needed';
  readonly issuance: Issuance;
  readonly found: IssuedCertificate;
  /** For planning what comes after it. */
  readonly expected: ServedCertificate;
}

/** What it is chosen for. */
interface Choosing {
  readonly settings: DeploySettings;
  readonly prepared: Prepared;
  readonly tencent: OpenTencent | undefined;
  readonly run: Run;
}

/**
 * Chooses it from what is on the server; the account is not asked. `asked`: an issuer was, so that what is there by now is
 * served, due or not. Throws what is wrong with it.
 */
export function chooseCertificate(choosing: Choosing, server: ProvisionedServer, asked: boolean): CertificateChoice {
  const { settings, prepared, run } = choosing;
  const { certificate, site } = settings;
  if (prepared.provided !== undefined) return { kind: 'ready', served: prepared.provided };
  if (isIssued(certificate)) {
    const found = issuedOn(server, site.domain, certificate, run);
    const needed = asked ? undefined : neededInPlaceOf(found, certificate, choosing);
    if (needed !== undefined) return needed;
    if (found.kind === 'none') throw failure('CERTIFICATE_NOT_FOUND', { domain: site.domain, found: '-' });
    return { kind: 'ready', served: found.served };
  }
  const { certificates, configuration } = server;
  const served = chooseExisting(site.domain, certificates, configuration, new Date(run.now()), run.roots);
  return { kind: 'ready', served };
}

/** The one that must be issued, also for a server that has no nginx yet; undefined: none must. */
export function certificateNeeded(choosing: Choosing, surveyed: DeploymentSurvey): NeededCertificate | undefined {
  const { settings, run } = choosing;
  const { certificate, site } = settings;
  if (!isIssued(certificate)) return undefined;
  return neededInPlaceOf(issuedOn(surveyed, site.domain, certificate, run), certificate, choosing);
}

function isIssued(certificate: CertificateSettings): certificate is IssuedCertificateSettings {
  return certificate.source === 'tencent' || certificate.source === 'acme';
}

/** Undefined where what was found is not due; that is said. */
function neededInPlaceOf(
  found: IssuedCertificate,
  certificate: IssuedCertificateSettings,
  { settings: { site }, prepared, tencent, run }: Choosing,
): NeededCertificate | undefined {
  const { domain } = site;
  const now = new Date(run.now());
  if (found.kind === 'valid' && found.from > now) {
    const { pair, certificate: leaf } = found.served;
    run.log.info(issueMessages.kept(pair.chainPath, leaf.notAfter.toISOString(), found.from.toISOString()));
    return undefined;
  }
  if (tencent === undefined) throw failure('INTERNAL', { detail: 'no account to have a certificate issued in' });
  const issuance = { app: prepared.project.app, domain, settings: certificate, tencent };
  return { kind: 'needed', issuance, found, expected: expectedCertificate(domain, now) };
}

function issuedOn(
  { nginx, certificates }: DeploymentSurvey,
  domain: string,
  { renewBeforeDays }: IssuedCertificateSettings,
  { now, roots }: Run,
): IssuedCertificate {
  return findIssued(domain, certificates, configurationOf(nginx), { renewBeforeDays, now: new Date(now()), roots });
}

/** What is warned of where a certificate that is due was not renewed, and is served all the same: that, and why. */
export function notRenewed(
  domain: string,
  { served }: IssuedCertificate & { kind: 'valid' },
  error: unknown,
): readonly Failure[] {
  const causes = failuresOf(error);
  const until = served.certificate.notAfter.toISOString();
  return [failure('CERTIFICATE_NOT_RENEWED', { domain, until, code: causes[0]?.code ?? '-' }), ...causes];
}
