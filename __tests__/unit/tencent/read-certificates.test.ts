import type { DescribeCertificateResponse } from 'tencentcloud-sdk-nodejs/tencentcloud/services/ssl/v20191205/ssl_models.js';
import { chinaTime } from '../../../src/tencent/certificate.ts';
import { readApplication } from '../../../src/tencent/read-application.ts';
import { readCertificates } from '../../../src/tencent/read-certificates.ts';
import { fakeAccount } from './fake-account.ts';

test.each([
  ['2024-08-14 08:00:00', '2024-08-14T00:00:00.000Z'],
  ['2024-11-13 07:59:59', '2024-11-12T23:59:59.000Z'],
  // As a sample of the documentation has it.
  ['2024-1-3 08:00:0', '2024-01-03T00:00:00.000Z'],
  ['', undefined],
  [null, undefined],
  ['soon', undefined],
])('%j is %s', (written, time) => {
  expect(chinaTime(written)?.toISOString()).toBe(time);
});

test('the list is of all pages, of what is of use alone, with names in ASCII', async () => {
  const account = fakeAccount();
  const all = [
    { CertificateId: 'a', Domain: '中文.com', Status: 0, SubjectAltName: null, CertBeginTime: null, IsSM: null },
    { CertificateId: 'b', Domain: 'Api.Example.com', Status: 1, CertSANs: ['*.example.com', 'api.example.com'] },
    { CertificateId: 'c', Domain: 'c.com', Status: 1, From: 'upload', AllowDownload: false, IsDv: false },
    { CertificateId: 'd', Domain: 'd.com', Status: 1, From: 'trustasia', AllowDownload: false },
  ];
  account.instead['ssl:DescribeCertificates'] = ({ Offset = 0 }) => ({
    TotalCount: all.length,
    Certificates: all.slice(Offset, Offset + 2) as never,
  });
  expect(await readCertificates(account)).toMatchObject([
    { id: 'a', domain: 'xn--fiq228c.com', status: 0, validity: undefined, usable: true, domainValidated: true },
    { id: 'b', domain: 'api.example.com', names: ['api.example.com', '*.example.com'], usable: true },
    { id: 'c', usable: false, domainValidated: false },
    { id: 'd', usable: true },
  ]);
  expect(
    account.calls.map(({ request }) => [request.CertificateType, request.CertificateStatus, request.Offset]),
  ).toEqual([
    ['SVR', [1, 0, 4, 11, 13, 15], 0],
    ['SVR', [1, 0, 4, 11, 13, 15], 2],
  ]);
});

const several = (...DvAuths: object[]) => ({ DvAuthDetail: { DvAuths } }) as DescribeCertificateResponse;

test.each<[string, DescribeCertificateResponse, object[]]>([
  [
    'a CNAME, as seen live',
    several({
      DvAuthKey: '_875b.example.com',
      DvAuthValue: 'a310.trust-provider.com.',
      DvAuthDomain: 'example.com',
      DvAuthSubDomain: '_875b',
      DvAuthVerifyType: 'CNAME',
    }),
    [{ type: 'CNAME', name: '_875b.example.com', value: 'a310.trust-provider.com' }],
  ],
  [
    'a key below the domain, and no type',
    several({ DvAuthKey: '_dnsauth.api', DvAuthValue: 'token', DvAuthDomain: 'example.com' }),
    [{ type: 'TXT', name: '_dnsauth.api.example.com', value: 'token' }],
  ],
  [
    'one for the domain alone, not in the list',
    {
      DvAuthDetail: {
        DvAuthKey: '',
        DvAuthKeySubDomain: '_dnsauth',
        DvAuthValue: 'token',
        DvAuthDomain: 'example.com',
        DvAuths: null as never,
      },
    },
    [{ type: 'TXT', name: '_dnsauth.example.com', value: 'token' }],
  ],
  [
    'a file',
    several({ DvAuthPath: '/.well-known/x', DvAuthValue: 'token', DvAuthVerifyType: 'FILE' }),
    [{ type: 'FILE', name: '/.well-known/x', value: 'token' }],
  ],
  ['nothing yet', { DvAuthDetail: null as never }, []],
])('what the authority looks for: %s', async (_, answer, validations) => {
  const account = fakeAccount();
  account.instead['ssl:DescribeCertificate'] = () => ({ ...answer, Status: null as never, StatusMsg: null as never });
  expect(await readApplication(account, 'a')).toEqual({ id: 'a', status: 0, said: '', method: '', validations });
});
