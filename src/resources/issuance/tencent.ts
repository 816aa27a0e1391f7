import type { RunnerStep } from '../../engine/step.ts';
import { failure } from '../../messages/failure.ts';
import { dayOf, type Text, text } from '../../messages/text.ts';
import { readCertificates } from '../../tencent/read-certificates.ts';
import type { OpenTencent } from '../../tencent/tencent.ts';
import { certificatePaths, unissued } from '../certificate.ts';
import type { Issuer, IssuingRun, WantedCertificate } from './issuer.ts';
import { apply } from './tencent/apply.ts';
import { awaitIssued } from './tencent/await.ts';
import { chooseIssued, choosePending } from './tencent/choose.ts';
import { install } from './tencent/install.ts';
import { type Issuing, type RecordTools, realRecords } from './tencent/tools.ts';

/**
 * Tencent Cloud as an issuer: a certificate of the account that lasts is installed, an application for the domain that is
 * on its way is waited for, else one is made for the free certificate. The key is downloaded only to be installed.
 */
export function tencentIssuer(tencent: OpenTencent, run: IssuingRun, records: RecordTools = realRecords): Issuer {
  return {
    name: text('Tencent Cloud', '腾讯云'),
    renewalWindow: async () => undefined,
    async plan(server, wanted) {
      const { domain, timeoutSeconds } = wanted;
      const all = await readCertificates(tencent);
      const issuing: Issuing = { tencent, run, records, domain, host: server.host, timeoutSeconds };
      return stepsOf(issuing, wanted, {
        issued: chooseIssued(all, domain, wanted.due?.notAfter, run.now()),
        pending: choosePending(all, domain),
      });
    },
  };
}

interface Found {
  readonly issued: ReturnType<typeof chooseIssued>;
  readonly pending: ReturnType<typeof choosePending>;
}

function stepsOf(issuing: Issuing, wanted: WantedCertificate, { issued, pending }: Found): readonly RunnerStep[] {
  // The step that applies knows the id first; those after it have it from here.
  const known = new KnownId(issuing.run);
  if (issued !== undefined) {
    const { id, validity } = issued;
    const end = dayOf(validity.notAfter);
    const reason = text(
      `the Tencent Cloud account has certificate ${id}, valid until ${end}; its fingerprint is known after the download`,
      `腾讯云账号中已有证书 ${id}，有效期至 ${end}；其指纹在下载后可知`,
    );
    return afterClearing(issuing, [installStep(issuing, known.set(id), reason)]);
  }
  const installing = installStep(issuing, known, text('its fingerprint is known after issue', '其指纹在签发后可知'));
  return pending === undefined
    ? afterClearing(issuing, [applyStep(issuing, known, wanted), awaitStep(issuing, known, undefined), installing])
    : afterClearing(issuing, [awaitStep(issuing, known.set(pending.id), pending.id), installing]);
}

/** The id of the certificate, told to the run once a step works with it. */
class KnownId {
  readonly #run: IssuingRun;
  #id: string | undefined;

  constructor(run: IssuingRun) {
    this.#run = run;
  }

  set(id: string): this {
    this.#id = id;
    return this;
  }

  /** Throws INTERNAL where no step set it. */
  get(): string {
    if (this.#id === undefined) throw failure('INTERNAL', { detail: 'certificate id' });
    this.#run.noteCertificate(this.#id);
    return this.#id;
  }
}

function applyStep(issuing: Issuing, known: KnownId, { domain, due }: WantedCertificate): RunnerStep {
  return {
    ...{ kind: 'runner', phase: 'issue', id: 'certificate.apply' },
    title: text(
      `Apply to Tencent Cloud for a free 90-day certificate for ${domain}`,
      `向腾讯云申请 ${domain} 的 90 天免费证书`,
    ),
    reason:
      due === undefined
        ? text(
            'neither the server nor the account has one that is valid for long enough',
            '服务器和账号中都没有有效期足够长的证书',
          )
        : text(
            `the one on the server expires on ${dayOf(due.notAfter)}, and the account has none that lasts longer`,
            `服务器上的证书将于 ${dayOf(due.notAfter)} 到期，且账号中没有有效期更长的证书`,
          ),
    diff: `+ ${domain} TrustAsia DV, RSA 2048, DNS_AUTO`,
    run: async (_, log) => {
      known.set(await apply(issuing, log)).get();
    },
  };
}

function awaitStep(issuing: Issuing, known: KnownId, pending: string | undefined): RunnerStep {
  const { domain, timeoutSeconds } = issuing;
  return {
    ...{ kind: 'runner', phase: 'issue', id: 'certificate.await' },
    title: text(
      `Wait up to ${timeoutSeconds} s until the certificate for ${domain} is issued`,
      `等待 ${domain} 的证书签发（最长 ${timeoutSeconds} 秒）`,
    ),
    reason:
      pending === undefined
        ? text(
            'the authority validates the domain by a DNS record, which is added and removed automatically',
            '证书颁发机构通过 DNS 记录验证域名，该记录会自动添加和删除',
          )
        : text(`application ${pending} is in progress and is continued`, `继续正在进行的申请 ${pending}`),
    run: (_, log) => awaitIssued(known.get(), issuing, log),
  };
}

function installStep(issuing: Issuing, known: KnownId, reason: Text): RunnerStep {
  const { domain } = issuing;
  const { chainPath, keyPath } = certificatePaths(domain, unissued);
  return {
    ...{ kind: 'runner', phase: 'issue', id: 'certificate.install' },
    title: text(`Download the certificate of ${domain}, check it and install it`, `下载、检查并安装 ${domain} 的证书`),
    reason,
    diff: `+ ${chainPath}\n+ ${keyPath} (0600)`,
    run: (server, log) => install(known.get(), issuing, server, log),
  };
}

/** The first step removes what dead runs left in the zone. */
function afterClearing(
  { tencent, run, records, domain, host }: Issuing,
  steps: readonly RunnerStep[],
): readonly RunnerStep[] {
  return steps.map((step, at) =>
    at > 0
      ? step
      : {
          ...step,
          run: async (...given) => {
            await records.clearValidationRecords(tencent, { domain, host }, run);
            await step.run(...given);
          },
        },
  );
}
