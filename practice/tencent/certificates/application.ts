import { X509Certificate } from 'node:crypto';
import { type Authority, newKey } from '../../certificates.ts';
import type { AccountZone } from '../zone.ts';
import type { OwnCertificate } from './certificate.ts';
import type { CertificateSettings, Flaw } from './settings.ts';
import { type LookUp, localCheck } from './validation.ts';

/** What applications are decided by. */
export interface AuthorityGround {
  readonly authority: Pick<Authority, 'issue'>;
  readonly zones: readonly AccountZone[];
  readonly settings: CertificateSettings;
  readonly lookUp: LookUp;
  readonly clock: () => Date;
}

/** How often the authority looks for a record by itself, seconds; sooner where it is asked to (CompleteCertificate). */
const looksEvery = { DNS_AUTO: 1, DNS: 30 } as const;

/** A time some seconds later. */
export function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}

/** Brings an application as far as it goes now: to its record, to validation, to a certificate. */
export async function advance(certificate: OwnCertificate, ground: AuthorityGround): Promise<void> {
  const { settings, clock } = ground;
  const zone = ground.zones.find(({ name }) => name === certificate.validation.zone);
  if (certificate.stage === 'applied') {
    if (certificate.method === 'DNS_AUTO') certificate.autoRecord = await zone?.add(recordOf(certificate));
    certificate.stage = 'validating';
  }
  if (settings.held) return;
  if (settings.fails !== undefined) {
    if (clock() < later(certificate.appliedAt, settings.issueAfterSeconds)) return;
    certificate.failure = settings.fails;
    certificate.stage = 'failed';
    return;
  }
  if (certificate.stage === 'validating' && !(await validate(certificate, ground))) return;
  if (clock() < later(certificate.validatedAt ?? clock(), settings.issueAfterSeconds)) return;
  const { life, flaw } = settings;
  // Authorities date certificates back, so that clocks that are behind take them.
  await issue(certificate, ground.authority, { life, daysLeft: settings.daysLeft ?? life - 1 / 24, flaw });
  if (!certificate.removesAutoRecord || certificate.autoRecord === undefined) return;
  await zone?.remove(certificate.autoRecord);
  certificate.autoRecord = undefined;
}

/** Makes an application a certificate, with its flaw. */
export async function issue(
  certificate: OwnCertificate,
  authority: AuthorityGround['authority'],
  { life, daysLeft, flaw }: { life: number; daysLeft: number; flaw: Flaw | undefined },
): Promise<void> {
  const keyType = certificate.algorithm === 'ECC' ? 'ec' : 'rsa';
  const made = await authority.issue(certificate.names, { from: daysLeft - life, days: daysLeft, keyType });
  const leaf = new X509Certificate(made.leaf);
  certificate.begins = new Date(leaf.validFrom);
  certificate.ends = new Date(leaf.validTo);
  certificate.chain = flaw === 'no-intermediate' ? made.leaf : made.chain;
  certificate.key = flaw === 'key-mismatch' ? newKey(keyType) : made.key;
  certificate.stage = 'issued';
}

const recordOf = ({ validation: { host, type, value } }: OwnCertificate) => ({ host, type, value });

/** Looks for the record where it is time to; whether it is there. */
async function validate(certificate: OwnCertificate, { lookUp, clock }: AuthorityGround): Promise<boolean> {
  if (clock() < certificate.looksAt) return false;
  certificate.looksAt = later(clock(), looksEvery[certificate.method ?? 'DNS']);
  const { validation } = certificate;
  if (localCheck(validation, await lookUp(validation.key, validation.type)).code !== 1) return false;
  certificate.validatedAt = clock();
  certificate.stage = 'validated';
  return true;
}

/** When the authority first looks for the record of an application that is made now. */
export function firstLook(method: OwnCertificate['method'], now: Date): Date {
  return method === 'DNS_AUTO' ? now : later(now, looksEvery.DNS);
}
