import { lineOfIcp } from '../checks/icp-report.ts';
import { domainsChanged, wechatDomains } from '../checks/wechat.ts';
import type { RunRecord } from '../commands/run.ts';
import type { Step } from '../engine/step.ts';
import type { Failure } from '../messages/failure.ts';
import { summaryMessages as say } from '../messages/summary.ts';
import { dayOf, type Language, type Text } from '../messages/text.ts';
import { domainsAsBefore, onlyWechatKnows } from '../messages/wechat.ts';
import { staticUrl } from '../nginx/site.ts';
import { redact } from '../redaction/redact.ts';
import { lineOfGrowth } from '../resources/disk-growth.ts';
import { lineOfFreed } from '../resources/freed-space.ts';
import type { Command } from '../settings/settings.ts';
import { titleOf } from '../status/describe.ts';
import { evidenceOf, mostEvidence } from './evidence.ts';
import { cell, details, drawn, fenced, plain } from './markdown.ts';
import { shorten } from './shorten.ts';
import { statusSections } from './status.ts';

/** GitHub drops a summary of more than 1 MiB as a whole, and counts bytes. */
const mostBytes = 1_000_000;

/** Characters that each of its texts may have, tried one after another until the whole fits. */
const limits = [mostEvidence, 10_000, 2000, 300];

/**
 * The job summary in Markdown: what happened, what changed, how long it took, the way of a request, WeChat's strings.
 * Without `secrets`; texts are shortened as far as GitHub's limit asks for.
 */
export function renderSummary(
  command: Command,
  record: RunRecord,
  language: Language,
  secrets: readonly string[] = [],
): string {
  // Escaped, a secret is written in yet another form.
  const forms = [...secrets, ...secrets.map(plain)];
  for (const most of limits) {
    const summary = redact(renderAll(command, record, { language, secrets, most }), forms);
    if (Buffer.byteLength(summary) <= mostBytes) return summary;
  }
  const codes = record.failures.map(({ code }) => `- **${code}**`).slice(0, 1000);
  const shown = (words: Text): string => plain(words[language]);
  return [`## ${shown(title(command, record))}`, codes.join('\n'), shown(say.tooLong)].join('\n\n');
}

/** What the words of a summary are written for. */
interface Reader {
  readonly language: Language;
  readonly secrets: readonly string[];
  /** Characters of a text at most. */
  readonly most: number;
}

function renderAll(command: Command, record: RunRecord, reader: Reader): string {
  const cut = (words: string): string => shorten(redact(words, reader.secrets), reader.most);
  const t = (words: Text): string => cut(words[reader.language]);
  return [
    `## ${plain(t(title(command, record)))}`,
    ...record.failures.flatMap((failed) => renderFailure(failed, t, reader)),
    ...(record.failures.length > 0
      ? [...consequence(record), ...undone(record)].map((words) => `**${plain(t(words))}**`)
      : []),
    ...warnings(record, t),
    ...statusSections(record.status, {
      t,
      tail: (output) => shorten(redact(output, reader.secrets), reader.most, 'end'),
    }),
    ...changes(record, t, cut),
    ...way(record, t),
    ...wechat(command, record, t, cut),
    ...timings(record, t),
  ].join('\n\n');
}

function title(command: Command, record: RunRecord): Text {
  const [failed] = record.failures;
  if (failed !== undefined) return say.failed(failed.code);
  const url = record.domain === undefined ? '' : wechatDomains(record.domain, record.httpsPort ?? 443).request;
  const app = record.app ?? '';
  switch (command) {
    case 'verify':
      return record.verified ? say.verified(url) : say.notVerified(url);
    case 'plan':
      return record.plan?.steps.length === 0 ? say.nothingPlanned(app) : say.planned(app);
    case 'renew': {
      const { certificateNotAfter: end } = record;
      const until = end === undefined ? '-' : dayOf(end);
      return record.changed ? say.renewed(record.domain ?? '', until) : say.notDue(record.domain ?? '', until);
    }
    case 'status':
      return record.status === undefined ? say.nothingSeen : titleOf(record.status);
    case 'rollback':
      return record.changed ? rolledBack(app, record, url) : say.unchanged(app, url);
    case 'deploy':
      return record.changed ? say.deployed(app, url) : say.unchanged(app, url);
  }
}

/** Ids of releases begin with their time. */
function rolledBack(app: string, { release, previous }: RunRecord, url: string): Text {
  const to = release?.id ?? '';
  return previous !== undefined && previous.id < to ? say.switchedTo(app, to, url) : say.rolledBackTo(app, to, url);
}

function renderFailure(failed: Failure, t: (words: Text) => string, { secrets, most }: Reader): readonly string[] {
  const { what, why, cure } = failed.text;
  const evidence = evidenceOf(failed, secrets, most);
  return [
    `**${failed.code}** — ${plain(t(what))}`,
    plain(t(why)),
    `> ${plain(t(cure)).replaceAll('\n', '\n> ')}`,
    ...(evidence === undefined ? [] : [details(t(say.evidence), fenced(evidence))]),
  ];
}

function warnings({ warnings, notices }: RunRecord, t: (words: Text) => string): readonly string[] {
  if (warnings.length + notices.length === 0) return [];
  const items = [
    ...warnings.map((words) => plain(t(words))),
    ...notices.map(({ code, text: { what, cure } }) => `**${code}** — ${plain(t(what))}\n${plain(t(cure))}`),
  ];
  return [`### ${t(say.warnings)}`, items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n')];
}

/** What is live after a run that failed, where neither the failure nor a warning says it. */
function consequence(record: RunRecord): readonly Text[] {
  const { fate, previous } = record;
  const kept = previous === undefined ? [] : [say.keptServing(previous.id)];
  if (record.rolledBack) return [record.uncertain ? say.switchUndone : say.rolledBack, ...kept];
  if (fate === undefined) return record.outside !== undefined && record.changed ? [say.deploymentKept] : kept;
  if (fate !== 'committed' || record.failures.some(({ code }) => code === 'CANCELLED')) return [];
  return [record.outside === undefined ? say.live(record.release?.id ?? '') : say.deploymentKept];
}

/** What the runner took back. */
function undone({ undone: steps }: RunRecord): readonly Text[] {
  return steps.length === 0 ? [] : [say.undone(steps.join(', '))];
}

function changes(record: RunRecord, t: (words: Text) => string, cut: (words: string) => string): readonly string[] {
  const steps = record.plan?.steps ?? [];
  if (steps.length === 0) return [];
  const row = (step: Step): string => `| \`${step.id}\` | ${cell(t(step.title))} | ${cell(t(step.reason))} |`;
  const diffs = steps.filter((step) => step.diff !== undefined);
  return [
    `### ${t(say.changes)}`,
    [`| | ${t(say.step)} | ${t(say.reason)} |`, '|---|---|---|', ...steps.map(row)].join('\n'),
    ...diffs.map((step) => details(t(step.title), fenced(cut(step.diff ?? ''), 'diff'))),
    ...(record.growth === undefined || record.fate !== 'committed' ? [] : [t(lineOfGrowth(record.growth))]),
    ...(record.freed === undefined ? [] : [t(lineOfFreed(record.freed))]),
  ];
}

/** The way of a request as a Mermaid drawing, which GitHub renders. */
function way(record: RunRecord, t: (words: Text) => string): readonly string[] {
  const { release } = record;
  if (release === undefined) return [];
  const { site, container } = release;
  const url = staticUrl(site);
  return [
    `### ${t(say.path)}`,
    fenced(
      [
        'flowchart LR',
        `  client[${drawn(t(say.miniProgram))}] -->|"https ${site.domain}:${site.httpsPort}"| nginx["nginx :${site.httpsPort}"]`,
        `  nginx -->|"http 127.0.0.1:${container.loopbackPort}"| container[${drawn(`${release.image} :${container.appPort}`)}]`,
        ...(site.publishedAppPort === undefined ? [] : [`  world["http"] -->|":${site.publishedAppPort}"| nginx`]),
        ...(url === undefined
          ? []
          : [
              `  browser[${drawn(t(say.browser))}] -->|${drawn(url)}| pages["nginx :443"]`,
              `  pages --> files[${drawn(t(say.pages))}]`,
            ]),
      ].join('\n'),
      'mermaid',
    ),
  ];
}

const signs = { ok: '✅', broken: '❌', unseen: '❔' } as const;

function wechat(
  command: Command,
  record: RunRecord,
  t: (words: Text) => string,
  cut: (words: string) => string,
): readonly string[] {
  const { domain, httpsPort, outside } = record;
  if (command === 'plan' || domain === undefined || httpsPort === undefined || outside === undefined) return [];
  const { request, socket } = wechatDomains(domain, httpsPort);
  const rules = (record.wechat ?? []).map(
    ({ state, rule, detail }) => `- ${signs[state]} ${t(rule)}${detail === '' ? '' : `: ${plain(cut(detail))}`}`,
  );
  return [
    ...(domainsChanged({ domain, httpsPort }, record.previous?.site)
      ? [
          `### ${t(say.paste)}`,
          [
            '| | |',
            '|---|---|',
            `| ${t(say.requestDomain)} | \`${request}\` |`,
            `| ${t(say.socketDomain)} | \`${socket}\` |`,
          ].join('\n'),
        ]
      : [`### ${t(say.wechat)}`, t(domainsAsBefore)]),
    ...(rules.length === 0 ? [] : [rules.join('\n')]),
    ...(record.certificateNotAfter === undefined ? [] : [t(say.certificate(dayOf(record.certificateNotAfter)))]),
    ...(record.icp === undefined ? [] : [t(lineOfIcp(record.icp))]),
    t(onlyWechatKnows),
  ];
}

function timings(record: RunRecord, t: (words: Text) => string): readonly string[] {
  if (record.timings.length === 0) return [];
  const rows = record.timings.map(({ id, seconds }) => `| \`${id}\` | ${seconds.toFixed(1)} |`);
  return [`### ${t(say.timings)}`, [`| ${t(say.step)} | ${t(say.seconds)} |`, '|---|--:|', ...rows].join('\n')];
}
