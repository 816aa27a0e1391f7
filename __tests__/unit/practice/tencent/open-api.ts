import { type ApiGround, answer } from '../../../../practice/tencent/api.ts';
import { openCam } from '../../../../practice/tencent/cam.ts';
import { openCertificates } from '../../../../practice/tencent/certificates/account-certificates.ts';
import { cvm } from '../../../../practice/tencent/cvm.ts';
import { dnspod } from '../../../../practice/tencent/dnspod.ts';
import { domain } from '../../../../practice/tencent/domain.ts';
import { openIssuer } from '../../../../practice/tencent/identity.ts';
import type { AccountInstance, Firewall } from '../../../../practice/tencent/instances.ts';
import { lighthouse } from '../../../../practice/tencent/lighthouse.ts';
import { ruleOf, type SomeRule } from '../../../../practice/tencent/rules.ts';
import { ssl } from '../../../../practice/tencent/ssl.ts';
import { vpc } from '../../../../practice/tencent/vpc.ts';
import { openZone, type ZoneOptions } from '../../../../practice/tencent/zone.ts';
import { type ActionName, versions } from '../../../../src/tencent/actions.ts';
import { authorityAt, lookUpIn } from './issuing.ts';
import { sdkSignature } from './sdk-signature.ts';

/** The names of its name servers. */
export const servers = ['f1g1ns1.dnspod.net', 'f1g1ns2.dnspod.net'];

function firewall(id: string, rules: readonly SomeRule[]): Firewall {
  const made: { -readonly [K in keyof Firewall]: Firewall[K] } = {
    id,
    region: 'ap-guangzhou',
    version: 1,
    rules: rules.map(ruleOf),
    others: { CVM: 0, ENI: 0 },
    change: async (next) => {
      made.rules = next.map(ruleOf);
      made.version += 1;
    },
  };
  return made;
}

function instance(kind: 'lighthouse' | 'cvm', id: string, firewalls: readonly Firewall[]): AccountInstance {
  const common = { name: 'practice', state: 'RUNNING', restriction: 'NORMAL', expires: undefined };
  const renewFlag = 'NOTIFY_AND_MANUAL_RENEW';
  return { kind, id, region: 'ap-guangzhou', addresses: ['198.18.0.10'], renewFlag, firewalls, ...common };
}

/** An account that is asked without a network; calls are signed by the SDK's own code. */
export function open(
  options: Partial<ZoneOptions> = {},
  firewalls: { lh?: readonly SomeRule[]; sg?: readonly SomeRule[] } = {},
) {
  const time = { now: new Date('2026-11-26T10:00:00Z') };
  const lists = { atMost: Number.POSITIVE_INFINITY };
  const clock = (): Date => time.now;
  const ground = { site: 'china', clock, publish: async () => {} } as const;
  const zone = openZone({ name: 'example.com', ...options }, servers, ground);
  const { cam, lasting, handlers, keyOf } = openCam(openIssuer(), clock);
  const instances = [
    instance('lighthouse', 'lhins-practice', [firewall('lhins-practice', firewalls.lh ?? [])]),
    instance('cvm', 'ins-practice', [firewall('sg-practice', firewalls.sg ?? [])]),
  ];
  const certificates = openCertificates({
    authority: authorityAt(clock),
    zones: [zone],
    lookUp: lookUpIn(zone),
    clock,
  });
  const api: ApiGround = {
    site: 'china',
    cam,
    keyOf,
    clock,
    lists,
    checkThrottle: () => {},
    before: async () => {},
    handlers: {
      ...dnspod([zone], 'china'),
      ...domain([zone]),
      ...lighthouse(instances),
      ...cvm(instances),
      ...vpc(instances),
      ...ssl(certificates),
      ...handlers,
    },
  };
  const call = async (
    action: ActionName,
    request: object,
    region = 'ap-guangzhou',
    { language = 'en-US', key = lasting } = {},
  ) => {
    const [product, name] = action.split(':') as [keyof typeof versions, string];
    const host = `${product}.tencentcloudapi.com`;
    const timestamp = time.now.getTime() / 1000;
    const body = Buffer.from(JSON.stringify(request));
    const headers = {
      host,
      'content-type': 'application/octet-stream; charset=utf-8',
      'x-tc-action': name,
      'x-tc-version': versions[product],
      'x-tc-timestamp': String(timestamp),
      ...(region === '' ? {} : { 'x-tc-region': region }),
      authorization: sdkSignature({ host, product, timestamp, body, ...key }),
      'x-tc-language': language,
    };
    const said = await answer(api, { method: 'POST', url: '/', headers, body, from: '198.18.0.1' });
    // biome-ignore lint/suspicious/noExplicitAny: an answer is of its action's own form.
    return { outcome: said.outcome, ...(said.body.Response as any) };
  };
  return { call, zone, instances, certificates, cam, time, lists };
}
