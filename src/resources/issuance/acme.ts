import { type Directory, readDirectory } from '../../acme/directory.ts';
import { type RenewalInfo, readRenewalInfo } from '../../acme/renewal-info.ts';
import { openTransport, type Transport } from '../../acme/transport.ts';
import type { RunnerStep } from '../../engine/step.ts';
import { acmeAccountKey, pendingCertificate } from '../../layout/acme-paths.ts';
import { failure, gather, throwAll } from '../../messages/failure.ts';
import { type Text, text, verbatim } from '../../messages/text.ts';
import { redact } from '../../redaction/redact.ts';
import { type ProxyVariables, proxyAgent, proxyFor, proxySecrets } from '../../tencent/proxy.ts';
import { readZone } from '../../tencent/read-zone.ts';
import type { OpenTencent } from '../../tencent/tencent.ts';
import { certificatePaths, unissued } from '../certificate.ts';
import { zoneProblems } from '../zone-problems.ts';
import type { Attempt } from './acme/attempt.ts';
import { fetchCertificate } from './acme/fetch.ts';
import { beginOrder, type Ordering } from './acme/order.ts';
import { lookAtPending, type Pending, type PendingState } from './acme/pending.ts';
import { recordName, validateDomain } from './acme/validate.ts';
import type { DueCertificate, Issuer, IssuingRun, WantedCertificate } from './issuer.ts';

/** The authority, and whom it writes to. */
export interface AcmeSettings {
  /** URL of its directory. */
  readonly directory: string;
  readonly email: string | undefined;
}

/** What this issuer needs of the run. */
export interface AcmeRun extends IssuingRun {
  /** By which proxies the runner reaches the internet. */
  readonly proxies: ProxyVariables;
}

/**
 * An ACME authority (RFC 8555), which sees by a record in DNSPod that the domain is ours. The certificate's private key is
 * made on the server and stays there; the account's is kept there and comes to the runner for signing.
 */
export function acmeIssuer(settings: AcmeSettings, tencent: OpenTencent, run: AcmeRun): Issuer {
  const { directory, email } = settings;
  const transport = transportOf(run);
  const info = async (authority: Directory, chainPem: string): Promise<RenewalInfo | undefined> =>
    readRenewalInfo(transport, authority, chainPem, run.now());
  return {
    name: verbatim(new URL(directory).host),
    renewalWindow: async (chainPem) => {
      const found = await info(await readDirectory(transport, directory), chainPem);
      return found === undefined ? undefined : { start: found.start, end: found.end };
    },
    plan: async (server, wanted) => {
      const { domain, due, timeoutSeconds } = wanted;
      const pending = { directory, domain };
      const [authority, there] = await gather([
        readDirectory(transport, directory),
        lookAtPending(server, pending),
        checkZone(tencent, domain),
      ] as const);
      const replaces = due === undefined ? undefined : await idOf(due.chainPem, (chain) => info(authority, chain), run);
      const ordering = { ...pending, authority, transport, email, replaces, timeoutSeconds };
      return stepsOf(ordering, there, wanted, tencent, run);
    },
  };
}

/** The id by which an order says what it replaces: good to have, and no more. */
async function idOf(
  chainPem: string,
  ask: (chainPem: string) => Promise<{ readonly id: string } | undefined>,
  { cancelled }: AcmeRun,
): Promise<string | undefined> {
  try {
    return (await ask(chainPem))?.id;
  } catch (error) {
    if (cancelled.aborted) throw error;
    return undefined;
  }
}

/** Whether its record can be written, and would be seen, is known before anything is ordered. */
async function checkZone(tencent: OpenTencent, domain: string): Promise<void> {
  const name = recordName(domain);
  const zone = await readZone(tencent, name, (zones) => failure('VALIDATION_ZONE_MISSING', { name, zones }));
  throwAll(zoneProblems(domain, zone));
}

function transportOf({ proxies, cancelled, now, sleep }: AcmeRun): Transport {
  const hidden = proxySecrets(proxies);
  return openTransport({
    // A proxy that says nothing is told from an authority that says nothing: its tunnel is given up first.
    agent: proxyAgent(proxies, { timeout: 27_000 }),
    proxyFor: (host) => proxyFor(host, proxies),
    shown: (words) => redact(words, hidden),
    cancelled,
    now: () => now(),
    sleep: (milliseconds) => sleep(milliseconds),
  });
}

function stepsOf(
  ordering: Ordering,
  there: PendingState,
  { domain, due }: WantedCertificate,
  tencent: OpenTencent,
  run: AcmeRun,
): readonly RunnerStep[] {
  const { host } = ordering.authority;
  const reason = reasonOf(domain, due);
  const { chainPath, keyPath } = certificatePaths(domain, unissued);
  let begun: Attempt | undefined;
  const attempt = (): Attempt => {
    if (begun === undefined) throw failure('INTERNAL', { detail: 'certificate.order' });
    return begun;
  };
  return [
    {
      kind: 'runner',
      phase: 'issue',
      id: 'certificate.order',
      title:
        there.order === undefined
          ? text(`Order the certificate of ${domain} from ${host}`, `向 ${host} 申请 ${domain} 的证书`)
          : text(`Resume the order of ${domain} at ${host}`, `继续 ${domain} 在 ${host} 的订单`),
      reason,
      diff: keysDiff(ordering, there),
      run: async (server, log) => {
        begun = await beginOrder(server, ordering, run, log);
      },
    },
    {
      kind: 'runner',
      phase: 'issue',
      id: 'certificate.validate',
      title: text(`Validate ${domain} for ${host}`, `为 ${host} 验证 ${domain} 的归属`),
      reason: text(
        'the authority looks for a TXT record, which is removed afterwards',
        '该机构会查询一条 TXT 记录，验证后即移除',
      ),
      diff: `+ ${recordName(domain)} TXT (known after the order)\n- ${recordName(domain)} TXT (after the validation)`,
      run: (server, log) => validateDomain(attempt(), server, tencent, run, log),
    },
    {
      kind: 'runner',
      phase: 'issue',
      id: 'certificate.install',
      title: text(`Fetch and install the certificate of ${domain}`, `获取并安装 ${domain} 的证书`),
      reason,
      diff: `+ ${chainPath}\n+ ${keyPath} (0600)`,
      run: (server, log) => fetchCertificate(server, attempt(), run, log),
    },
  ];
}

function reasonOf(domain: string, due: DueCertificate | undefined): Text {
  if (due === undefined)
    return text(`the server has no valid certificate of ${domain}`, `服务器上没有 ${domain} 的有效证书`);
  const end = due.notAfter.toISOString();
  return text(`the certificate is due for renewal, and expires at ${end}`, `证书应当续期，将于 ${end} 过期`);
}

function keysDiff({ directory, domain }: Pending, { hasAccount, hasKey }: PendingState): string {
  const line = (there: boolean, path: string): string => `${there ? ' ' : '+'} ${path} (0600)`;
  return [line(hasAccount, acmeAccountKey(directory)), line(hasKey, pendingCertificate(directory, domain).key)].join(
    '\n',
  );
}
