import type * as cvm from 'tencentcloud-sdk-nodejs/tencentcloud/services/cvm/v20170312/cvm_models.js';
import type * as dnspod from 'tencentcloud-sdk-nodejs/tencentcloud/services/dnspod/v20210323/dnspod_models.js';
import type * as domain from 'tencentcloud-sdk-nodejs/tencentcloud/services/domain/v20180808/domain_models.js';
import type * as lighthouse from 'tencentcloud-sdk-nodejs/tencentcloud/services/lighthouse/v20200324/lighthouse_models.js';
import type * as ssl from 'tencentcloud-sdk-nodejs/tencentcloud/services/ssl/v20191205/ssl_models.js';
import type * as sts from 'tencentcloud-sdk-nodejs/tencentcloud/services/sts/v20180813/sts_models.js';
import type * as vpc from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc/v20170312/vpc_models.js';

/** What an action takes and gives, by the SDK's own models. */
interface Exchange<Request, Response> {
  readonly request: Request;
  readonly response: Response;
}

/** Every action of Tencent Cloud's API that is called, as CAM names it: `<product>:<Action>`. */
export interface Actions {
  'dnspod:DescribeDomainList': Exchange<dnspod.DescribeDomainListRequest, dnspod.DescribeDomainListResponse>;
  'dnspod:DescribeDomain': Exchange<dnspod.DescribeDomainRequest, dnspod.DescribeDomainResponse>;
  'dnspod:DescribePackageDetail': Exchange<dnspod.DescribePackageDetailRequest, dnspod.DescribePackageDetailResponse>;
  'dnspod:DescribeRecordList': Exchange<dnspod.DescribeRecordListRequest, dnspod.DescribeRecordListResponse>;
  'dnspod:DescribeRecord': Exchange<dnspod.DescribeRecordRequest, dnspod.DescribeRecordResponse>;
  'dnspod:CreateRecord': Exchange<dnspod.CreateRecordRequest, dnspod.CreateRecordResponse>;
  'dnspod:ModifyRecord': Exchange<dnspod.ModifyRecordRequest, dnspod.ModifyRecordResponse>;
  'dnspod:DeleteRecord': Exchange<dnspod.DeleteRecordRequest, dnspod.DeleteRecordResponse>;
  'domain:DescribeDomainBaseInfo': Exchange<
    domain.DescribeDomainBaseInfoRequest,
    domain.DescribeDomainBaseInfoResponse
  >;
  'lighthouse:DescribeRegions': Exchange<lighthouse.DescribeRegionsRequest, lighthouse.DescribeRegionsResponse>;
  'lighthouse:DescribeInstances': Exchange<lighthouse.DescribeInstancesRequest, lighthouse.DescribeInstancesResponse>;
  'lighthouse:DescribeFirewallRules': Exchange<
    lighthouse.DescribeFirewallRulesRequest,
    lighthouse.DescribeFirewallRulesResponse
  >;
  'lighthouse:CreateFirewallRules': Exchange<
    lighthouse.CreateFirewallRulesRequest,
    lighthouse.CreateFirewallRulesResponse
  >;
  'lighthouse:DeleteFirewallRules': Exchange<
    lighthouse.DeleteFirewallRulesRequest,
    lighthouse.DeleteFirewallRulesResponse
  >;
  'cvm:DescribeRegions': Exchange<cvm.DescribeRegionsRequest, cvm.DescribeRegionsResponse>;
  'cvm:DescribeInstances': Exchange<cvm.DescribeInstancesRequest, cvm.DescribeInstancesResponse>;
  'vpc:DescribeSecurityGroupPolicies': Exchange<
    vpc.DescribeSecurityGroupPoliciesRequest,
    vpc.DescribeSecurityGroupPoliciesResponse
  >;
  'vpc:DescribeSecurityGroupAssociationStatistics': Exchange<
    vpc.DescribeSecurityGroupAssociationStatisticsRequest,
    vpc.DescribeSecurityGroupAssociationStatisticsResponse
  >;
  'vpc:CreateSecurityGroupPolicies': Exchange<
    vpc.CreateSecurityGroupPoliciesRequest,
    vpc.CreateSecurityGroupPoliciesResponse
  >;
  'vpc:DeleteSecurityGroupPolicies': Exchange<
    vpc.DeleteSecurityGroupPoliciesRequest,
    vpc.DeleteSecurityGroupPoliciesResponse
  >;
  'ssl:DescribeCertificates': Exchange<ssl.DescribeCertificatesRequest, ssl.DescribeCertificatesResponse>;
  'ssl:DescribeCertificate': Exchange<ssl.DescribeCertificateRequest, ssl.DescribeCertificateResponse>;
  'ssl:CheckCertificateDomainVerification': Exchange<
    ssl.CheckCertificateDomainVerificationRequest,
    ssl.CheckCertificateDomainVerificationResponse
  >;
  'ssl:ApplyCertificate': Exchange<ssl.ApplyCertificateRequest, ssl.ApplyCertificateResponse>;
  'ssl:CompleteCertificate': Exchange<ssl.CompleteCertificateRequest, ssl.CompleteCertificateResponse>;
  'ssl:DownloadCertificate': Exchange<ssl.DownloadCertificateRequest, ssl.DownloadCertificateResponse>;
  'sts:AssumeRoleWithWebIdentity': Exchange<
    sts.AssumeRoleWithWebIdentityRequest,
    sts.AssumeRoleWithWebIdentityResponse
  >;
}

/** `<product>:<Action>`. */
export type ActionName = keyof Actions;

/** What an action takes. */
export type RequestOf<A extends ActionName> = Actions[A]['request'];

/** What an action gives where it succeeds. */
export type ResponseOf<A extends ActionName> = Actions[A]['response'];

/** How an action is called. */
export interface ActionFacts {
  /**
   * - `read`: changes nothing, so that it is called again whenever no answer came.
   * - `write`: called again only where the answer says that nothing was done.
   */
  readonly kind: 'read' | 'write';
  /**
   * - `none`: the product has one for all. `resource`: that of what is asked about.
   * - `fixed`: any will do, yet one must be named (`ap-guangzhou`).
   */
  readonly region: 'none' | 'resource' | 'fixed';
}

const read = { kind: 'read', region: 'none' } as const;
const write = { kind: 'write', region: 'none' } as const;
const readThere = { kind: 'read', region: 'resource' } as const;
const writeThere = { kind: 'write', region: 'resource' } as const;
const readAnywhere = { kind: 'read', region: 'fixed' } as const;

/** All actions, by their names. The least rights that the action needs in CAM are these names, and no others. */
export const actions: { readonly [A in ActionName]: ActionFacts } = {
  'dnspod:DescribeDomainList': read,
  'dnspod:DescribeDomain': read,
  'dnspod:DescribePackageDetail': read,
  'dnspod:DescribeRecordList': read,
  'dnspod:DescribeRecord': read,
  'dnspod:CreateRecord': write,
  'dnspod:ModifyRecord': write,
  'dnspod:DeleteRecord': write,
  'domain:DescribeDomainBaseInfo': read,
  'lighthouse:DescribeRegions': readAnywhere,
  'lighthouse:DescribeInstances': readThere,
  'lighthouse:DescribeFirewallRules': readThere,
  'lighthouse:CreateFirewallRules': writeThere,
  'lighthouse:DeleteFirewallRules': writeThere,
  'cvm:DescribeRegions': readAnywhere,
  'cvm:DescribeInstances': readThere,
  'vpc:DescribeSecurityGroupPolicies': readThere,
  'vpc:DescribeSecurityGroupAssociationStatistics': readThere,
  'vpc:CreateSecurityGroupPolicies': writeThere,
  'vpc:DeleteSecurityGroupPolicies': writeThere,
  'ssl:DescribeCertificates': read,
  'ssl:DescribeCertificate': read,
  'ssl:CheckCertificateDomainVerification': read,
  'ssl:ApplyCertificate': write,
  'ssl:CompleteCertificate': write,
  // Gives the private key as well: called only to install it.
  'ssl:DownloadCertificate': read,
  // Unsigned; needs a region all the same (Tencent's documentation of 2025-10-30).
  'sts:AssumeRoleWithWebIdentity': readAnywhere,
};

/** The version of each product's API that the models are of. */
export const versions = {
  dnspod: '2021-03-23',
  domain: '2018-08-08',
  lighthouse: '2020-03-24',
  cvm: '2017-03-12',
  vpc: '2017-03-12',
  ssl: '2019-12-05',
  sts: '2018-08-13',
} as const;

/** A product of Tencent Cloud, as the host names of its API begin. */
export type Product = keyof typeof versions;
