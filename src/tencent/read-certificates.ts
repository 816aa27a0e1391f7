import type { Certificates } from 'tencentcloud-sdk-nodejs/tencentcloud/services/ssl/v20191205/ssl_models.js';
import { asciiName, chinaTime, type ListedCertificate, usefulStatuses } from './certificate.ts';
import { allPages } from './pages.ts';
import type { Tencent } from './tencent.ts';

/** As many as the API gives at once. */
const pageSize = 1000;

/**
 * The server certificates of the account that are issued or on their way. Not searched by name: the search finds no
 * wildcard by a host name. Throws `ApiFailure`.
 */
export async function readCertificates(tencent: Tencent): Promise<readonly ListedCertificate[]> {
  const request = { CertificateType: 'SVR', CertificateStatus: [...usefulStatuses] };
  const found = await allPages(tencent, 'ssl:DescribeCertificates', request, {
    size: pageSize,
    page: ({ Certificates: items, TotalCount: total }) => ({ items: items ?? [], total }),
  });
  return found.flatMap((one) => listedOf(one));
}

function listedOf(found: Certificates): readonly ListedCertificate[] {
  const { CertificateId: id, From, Domain, SubjectAltName, CertSANs, Status, IsSM, AllowDownload, IsDv } = found;
  if (!id) return [];
  const names = [Domain, ...(SubjectAltName ?? []), ...(CertSANs ?? [])].flatMap((name) => name || []);
  const notBefore = chinaTime(found.CertBeginTime);
  const notAfter = chinaTime(found.CertEndTime);
  return [
    {
      id,
      domain: asciiName(Domain ?? ''),
      names: [...new Set(names.map(asciiName))],
      status: Status ?? 0,
      validity: notBefore === undefined || notAfter === undefined ? undefined : { notBefore, notAfter },
      // Who uploads one can forbid its download. Of Tencent's own it says `false` although they are downloaded.
      usable: IsSM !== true && !(From === 'upload' && AllowDownload === false),
      uploaded: From === 'upload',
      domainValidated: IsDv !== false,
    },
  ];
}
