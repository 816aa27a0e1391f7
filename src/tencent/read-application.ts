import type { DvAuthDetail } from 'tencentcloud-sdk-nodejs/tencentcloud/services/ssl/v20191205/ssl_models.js';
import { type Application, asciiName, type Validation } from './certificate.ts';
import type { Tencent } from './tencent.ts';

/** What an application has come to, by the action that gives no key. Throws `ApiFailure`. */
export async function readApplication(tencent: Tencent, id: string): Promise<Application> {
  const found = await tencent.call('ssl:DescribeCertificate', { CertificateId: id });
  return {
    id,
    // Many fields are null until it is issued.
    status: found.Status ?? 0,
    said: found.StatusMsg ?? '',
    method: found.VerifyType ?? '',
    validations: validationsOf(found.DvAuthDetail, found.VerifyType ?? ''),
  };
}

/** One of the fields that `DvAuths` and its parent, for a single domain, have in common. */
interface Written {
  readonly key: string | undefined;
  readonly value: string | undefined;
  readonly domain: string | undefined;
  readonly subDomain: string | undefined;
  readonly path: string | undefined;
  readonly type: string | undefined;
}

function validationsOf(detail: DvAuthDetail | null | undefined, method: string): readonly Validation[] {
  if (!detail) return [];
  const several: readonly Written[] = (detail.DvAuths ?? []).map((one) => ({
    key: one.DvAuthKey,
    value: one.DvAuthValue,
    domain: one.DvAuthDomain,
    subDomain: one.DvAuthSubDomain,
    path: one.DvAuthPath,
    type: one.DvAuthVerifyType,
  }));
  const single: Written = {
    key: detail.DvAuthKey,
    value: detail.DvAuthValue,
    domain: detail.DvAuthDomain,
    subDomain: detail.DvAuthKeySubDomain,
    path: detail.DvAuthPath,
    type: method.startsWith('FILE') ? 'FILE' : undefined,
  };
  return (several.length > 0 ? several : [single]).flatMap(validationOf);
}

function validationOf({ key, value, domain, subDomain, path, type }: Written): readonly Validation[] {
  if (!value) return [];
  if (type === 'FILE') return [{ type, name: path || key || '', value }];
  const name = nameOf(asciiName(key || subDomain || ''), asciiName(domain ?? ''));
  const known = type === 'TXT' || type === 'CNAME' ? type : undefined;
  return name === '' ? [] : [{ type: known ?? typeOf(value), name, value: value.replace(/\.$/, '') }];
}

/** The key is the whole name in what was seen live; where it is the part below the domain, the domain is added. */
function nameOf(key: string, domain: string): string {
  return key === '' || domain === '' || key === domain || key.endsWith(`.${domain}`) ? key : `${key}.${domain}`;
}

/** An authority's CNAME leads to a host name; its TXT value has no dot. */
function typeOf(value: string): 'TXT' | 'CNAME' {
  return /^[\w-]+(\.[\w-]+)+\.?$/.test(value) ? 'CNAME' : 'TXT';
}
