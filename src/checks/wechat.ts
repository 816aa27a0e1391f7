import { isIP } from 'node:net';
import { chainOf, commonName, covers, namesOf } from '../certificate/chain.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { dayOf } from '../messages/text.ts';
import * as say from '../messages/wechat.ts';
import { diagnoseCertificate, foreignName } from './diagnose-certificate.ts';
import { origin } from './origin.ts';
import type { Outside } from './outside.ts';
import type { TlsServed } from './tls.ts';
import { certificateRules } from './wechat-certificate.ts';
import { broken, kept, unseen, type WechatRule } from './wechat-rule.ts';

/**
 * What is pasted into 服务器域名 (mp.weixin.qq.com, 开发管理). A request domain is registered with its port and then
 * allows that one only; a socket domain without, and allows every port.
 * Source: developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html
 */
export interface WechatDomains {
  /** For request, uploadFile and downloadFile: `https://host:8014`, or `https://host` for port 443. */
  readonly request: string;
  /** For connectSocket: `wss://host`. */
  readonly socket: string;
}

/** Where a site is, as far as WeChat's strings say it. */
export interface SitePlace {
  readonly domain: string;
  readonly httpsPort: number;
}

/** The strings to paste. */
export function wechatDomains(domain: string, httpsPort: number): WechatDomains {
  return { request: origin(domain, httpsPort), socket: `wss://${domain}` };
}

/** Whether the strings are other ones than those of the release that served before, so that they have to be pasted. */
export function domainsChanged(now: SitePlace, before: SitePlace | undefined): boolean {
  return before?.domain !== now.domain || before.httpsPort !== now.httpsPort;
}

/**
 * WeChat's rules for a server, held against what was seen. What only WeChat knows (the domain's filing, whether it is
 * registered) is not among them.
 */
export function checkWechat(
  outside: Pick<Outside, keyof SitePlace | 'path' | 'tls' | 'tls12' | 'https'>,
): readonly WechatRule[] {
  const { domain, httpsPort: port, tls } = outside;
  const served = tls?.kind === 'served' ? tls : undefined;
  return [
    isHostName(domain)
      ? kept(say.ruleHostName, domain)
      : broken(say.ruleHostName, domain, failure('WECHAT_HOST', { domain })),
    formRule(outside),
    ...versionRules(outside),
    ...(served === undefined
      ? [say.ruleChain, say.ruleCertificateName, say.ruleCertificateDates].map(unseen)
      : trustRules(domain, port, served)),
    ...(served === undefined
      ? [say.ruleKey, say.ruleSignature, say.ruleUsage, say.ruleLifetime].map(unseen)
      : certificateRules({ domain, port, certificates: served.certificates })),
  ];
}

/** wx.request speaks HTTP/1.1 unless `enableHttp2` is set. */
function formRule({ domain, httpsPort, path, https }: Pick<Outside, keyof SitePlace | 'path' | 'https'>): WechatRule {
  const { request } = wechatDomains(domain, httpsPort);
  if (https?.kind === 'answered') return kept(say.ruleForm, request);
  if (https?.kind !== 'handshake') return unseen(say.ruleForm);
  const { detail } = https;
  return broken(say.ruleForm, detail, failure('HTTPS_NO_ANSWER', { url: `${request}${path}`, detail }));
}

/** 1.2 itself: the network page says 「TLS 必须支持 1.2 及以上版本」, and phones that know nothing newer cannot connect otherwise. */
function versionRules({
  domain,
  httpsPort: port,
  tls12,
}: Pick<Outside, keyof SitePlace | 'tls12'>): readonly WechatRule[] {
  switch (tls12?.kind) {
    case undefined:
      return [unseen(say.ruleTls), unseen(say.ruleSuites)];
    case 'refused':
      return [broken(say.ruleTls, tls12.detail, failure('WECHAT_TLS12', { domain, port })), unseen(say.ruleSuites)];
    case 'other': {
      const { cipher } = tls12;
      const found = failure('WECHAT_SUITES', { domain, port, cipher });
      return [kept(say.ruleTls, 'TLSv1.2'), broken(say.ruleSuites, cipher, found)];
    }
    case 'ecdhe':
      return [kept(say.ruleTls, 'TLSv1.2'), kept(say.ruleSuites, tls12.cipher)];
  }
}

const nameError = 'ERR_TLS_CERT_ALTNAME_INVALID';
const dateErrors = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

/** Chain, name and dates, with the failures that the diagnosis has for them. OpenSSL looks at dates last, and tells one error. */
function trustRules(domain: string, port: number, tls: TlsServed): readonly WechatRule[] {
  const refused = tls.authorizationError === nameError ? undefined : diagnoseCertificate(domain, port, tls);
  const [leaf] = tls.certificates;
  const names = (leaf && namesOf(leaf).join(', ')) ?? '';
  const until = dayOf(tls.notAfter);
  const dated = dateErrors.includes(tls.authorizationError ?? '');
  return [
    dated ? unseen(say.ruleChain) : chainRule(domain, port, tls, refused),
    leaf !== undefined && covers(leaf, domain)
      ? kept(say.ruleCertificateName, names)
      : broken(say.ruleCertificateName, names, foreignName(domain, port, tls)),
    dated && refused !== undefined
      ? broken(say.ruleCertificateDates, until, refused)
      : kept(say.ruleCertificateDates, until),
  ];
}

function chainRule(
  domain: string,
  port: number,
  { certificates }: TlsServed,
  refused: Failure | undefined,
): WechatRule {
  const names = [...certificates.map(({ subject }) => subject), certificates.at(-1)?.issuer].map(commonName);
  const sent = names.filter((name, index) => name !== names[index - 1]).join(' → ');
  if (refused !== undefined) {
    // What is refused for its key, its hash or its purpose has a rule of its own.
    return refused.code.startsWith('SERVED_') ? broken(say.ruleChain, sent, refused) : unseen(say.ruleChain);
  }
  // RFC 5246, 7.4.2: TLS 1.2 has each certificate followed by its issuer.
  if (!chainOf(certificates).reordered) return kept(say.ruleChain, sent);
  return broken(say.ruleChain, sent, failure('WECHAT_CHAIN_ORDER', { domain, port, sent }));
}

function isHostName(domain: string): boolean {
  const name = domain.toLowerCase();
  if (isIP(name) !== 0 || name === 'api.weixin.qq.com') return false;
  return name.includes('.') && !name.endsWith('.localhost') && !/^\d+$/.test(name.slice(name.lastIndexOf('.') + 1));
}
