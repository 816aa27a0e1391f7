import type { X509Certificate } from 'node:crypto';
import { commonName, notAfter, notBefore } from '../certificate/chain.ts';
import { signatureOf } from '../certificate/signature.ts';
import { type Failure, failure } from '../messages/failure.ts';
import * as say from '../messages/wechat.ts';
import { broken, kept, unseen, type WechatRule } from './wechat-rule.ts';

/** What was served, and where. */
export interface ServedCertificates {
  readonly domain: string;
  readonly port: number;
  /** As the server sent them, its own first. */
  readonly certificates: readonly X509Certificate[];
}

/**
 * The rules for the certificates themselves, whoever trusts them. WeChat leaves TLS to the phone: what iOS 13 asks for is
 * on support.apple.com/103769, and Android 7.0 offers the curve P-256 alone.
 */
export function certificateRules(served: ServedCertificates): readonly WechatRule[] {
  return [keyRule(served), signatureRule(served), usageRule(served), lifetimeRule(served)];
}

/** Why OpenSSL refuses a certificate without a word for it (`UNSPECIFIED`, `INVALID_PURPOSE`), as far as these rules tell. */
export function unfit(served: ServedCertificates): Failure | undefined {
  return [keyRule, signatureRule, usageRule].map((rule) => rule(served).failure).find((found) => found !== undefined);
}

function keyRule({ domain, port, certificates }: ServedCertificates): WechatRule {
  const keys = issuing(certificates).map((one, index) => ({ ...keyOf(one, index === 0), holder: holderOf(one) }));
  const weak = keys.find(({ fit }) => fit === false);
  if (weak !== undefined) {
    const { key, holder } = weak;
    return broken(say.ruleKey, `${key} (${holder})`, failure('WECHAT_KEY', { domain, port, key, holder }));
  }
  return keys.every(({ fit }) => fit) && keys[0] !== undefined ? kept(say.ruleKey, keys[0].key) : unseen(say.ruleKey);
}

function signatureRule({ domain, port, certificates }: ServedCertificates): WechatRule {
  const signatures = issuing(certificates).map((one) => ({ ...signatureOf(one), holder: holderOf(one) }));
  const weak = signatures.find(({ sha2 }) => sha2 === false);
  if (weak !== undefined) {
    const { algorithm, holder } = weak;
    const found = failure('WECHAT_SIGNATURE', { domain, port, algorithm, holder });
    return broken(say.ruleSignature, `${algorithm} (${holder})`, found);
  }
  const names = [...new Set(signatures.map(({ algorithm }) => algorithm))].join(', ');
  return signatures.every(({ sha2 }) => sha2) ? kept(say.ruleSignature, names) : unseen(say.ruleSignature);
}

const serverAuth = '1.3.6.1.5.5.7.3.1';

function usageRule({ domain, port, certificates: [leaf] }: ServedCertificates): WechatRule {
  if (leaf === undefined) return unseen(say.ruleUsage);
  // Node's name for the extension extendedKeyUsage; the types do not know that it may be missing.
  const usage: readonly string[] = leaf.keyUsage ?? [];
  const names = usage.join(', ') || '-';
  if (usage.includes(serverAuth)) return kept(say.ruleUsage, 'serverAuth');
  return broken(say.ruleUsage, names, failure('WECHAT_USAGE', { domain, port, usage: names }));
}

/** Days that a certificate may count by the day on which it begins: Baseline Requirements of the CA/B Forum, 6.3.2 (SC-081). */
const lifetimes = [
  { since: '2026-03-15', days: 200 },
  { since: '2020-09-01', days: 398 },
] as const;

const DAY_MS = 86_400_000;

function lifetimeRule({ domain, port, certificates: [leaf] }: ServedCertificates): WechatRule {
  const begin = leaf && notBefore(leaf);
  const limit = begin && lifetimes.find(({ since }) => begin >= new Date(since));
  if (leaf === undefined || begin === undefined || limit === undefined) return unseen(say.ruleLifetime);
  // Both ends belong to it, and a day that has begun counts.
  const days = Math.ceil((notAfter(leaf).getTime() - begin.getTime() + 1000) / DAY_MS);
  const detail = `${days} d, ≤ ${limit.days} d`;
  if (days <= limit.days) return kept(say.ruleLifetime, detail);
  const found = failure('WECHAT_LIFETIME', { domain, port, days, most: limit.days, since: limit.since });
  return broken(say.ruleLifetime, `${days} d > ${limit.days} d`, found);
}

/** All but a root, which clients have anyway: neither its own signature nor its key is looked at. */
function issuing(certificates: readonly X509Certificate[]): readonly X509Certificate[] {
  return certificates.filter((one, index) => index === 0 || one.issuer !== one.subject);
}

/** A key in words, and whether phones take it; of an issuing authority the size of an RSA key alone counts. */
function keyOf(certificate: X509Certificate, leaf: boolean): { readonly key: string; readonly fit?: boolean } {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
  if (type === 'rsa') {
    const bits = details?.modulusLength ?? 0;
    return { key: `RSA ${bits}`, fit: bits >= 2048 };
  }
  const curve = details?.namedCurve ?? type ?? '-';
  // OpenSSL's name for P-256.
  return { key: curve === 'prime256v1' ? 'P-256' : curve, fit: !leaf || curve === 'prime256v1' };
}

function holderOf(certificate: X509Certificate): string {
  return commonName(certificate.subject);
}
