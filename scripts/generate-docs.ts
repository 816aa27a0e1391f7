import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { LinkResults } from '../bench/link/results.ts';
import type { Results } from '../bench/results.ts';
import { actionErrors } from '../src/messages/errors/action.ts';
import { certificateErrors } from '../src/messages/errors/certificate.ts';
import { certificateIssueErrors } from '../src/messages/errors/certificate-issue.ts';
import { checkErrors } from '../src/messages/errors/check.ts';
import { containerErrors } from '../src/messages/errors/container.ts';
import { dnsRecordErrors } from '../src/messages/errors/dns-record.ts';
import { dnsRefusalErrors } from '../src/messages/errors/dns-refusal.ts';
import { dnsZoneErrors } from '../src/messages/errors/dns-zone.ts';
import { dockerErrors } from '../src/messages/errors/docker.ts';
import { dockerfileErrors } from '../src/messages/errors/dockerfile.ts';
import { inputErrors } from '../src/messages/errors/input.ts';
import { jarErrors } from '../src/messages/errors/jar.ts';
import { nginxErrors } from '../src/messages/errors/nginx.ts';
import { nginxSwitchErrors } from '../src/messages/errors/nginx-switch.ts';
import { packagesErrors } from '../src/messages/errors/packages.ts';
import { portErrors } from '../src/messages/errors/ports.ts';
import { projectErrors } from '../src/messages/errors/project.ts';
import { selinuxErrors } from '../src/messages/errors/selinux.ts';
import { sessionErrors } from '../src/messages/errors/session.ts';
import { siteInputErrors } from '../src/messages/errors/site-input.ts';
import { staticSiteErrors } from '../src/messages/errors/static-site.ts';
import { switchErrors } from '../src/messages/errors/switch.ts';
import { tencentInputErrors } from '../src/messages/errors/tencent-input.ts';
import { userErrors } from '../src/messages/errors/user.ts';
import { errors } from '../src/messages/errors.ts';
import type { FailureText } from '../src/messages/failure.ts';
import { inputTexts } from '../src/messages/inputs.ts';
import { outputTexts } from '../src/messages/outputs.ts';
import { type Language, languages, type Text, text } from '../src/messages/text.ts';
import { figures } from './figures.ts';
import { linkFigures } from './link-figures.ts';
import { table } from './table.ts';
import { actionsTable, policyBlock } from './tencent-actions.ts';

/** What action.yml declares, as far as the documents show it. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

type Catalogue = Readonly<Record<string, Text>>;

/** The rooms of the error catalogue, in the order of a run. */
const named: readonly { readonly title: string; readonly entries: object }[] = [
  { title: 'Inputs / 参数', entries: { ...inputErrors, ...siteInputErrors, ...tencentInputErrors } },
  { title: 'Jar', entries: jarErrors },
  { title: 'Dockerfile', entries: dockerfileErrors },
  { title: 'SSH session / SSH 会话', entries: sessionErrors },
  { title: 'Project / 项目', entries: projectErrors },
  { title: 'Packages / 软件包', entries: packagesErrors },
  { title: 'Docker', entries: dockerErrors },
  { title: 'Container / 容器', entries: containerErrors },
  { title: 'User and signals of the container / 容器的用户与信号', entries: userErrors },
  { title: 'nginx', entries: { ...nginxErrors, ...portErrors, ...nginxSwitchErrors } },
  { title: 'Static site / 静态站点', entries: staticSiteErrors },
  { title: 'SELinux', entries: selinuxErrors },
  { title: 'Switch / 切换', entries: switchErrors },
  { title: 'The action itself / 本 Action', entries: actionErrors },
  { title: 'Certificate / 证书', entries: { ...certificateErrors, ...certificateIssueErrors } },
  { title: 'Looks from outside / 外部检查', entries: checkErrors },
  { title: 'DNS record / 解析记录', entries: { ...dnsZoneErrors, ...dnsRecordErrors, ...dnsRefusalErrors } },
];

/** Codes of a room that has no title here yet. */
const others = Object.entries(errors).filter(([code]) => !named.some(({ entries }) => Object.hasOwn(entries, code)));
const rooms = [...named, { title: 'Others / 其他', entries: Object.fromEntries(others) }];

const readmes: readonly { readonly file: string; readonly language: Language; readonly title: string }[] = [
  { file: 'README.md', language: 'en', title: 'deploy-miniprogram-backend' },
  { file: 'README.zh-CN.md', language: 'zh', title: 'deploy-miniprogram-backend' },
];

/** The table of inputs in one language. */
export function inputsTable(action: Action, language: Language): string {
  const head = [text('Input', '参数'), text('Default', '默认值'), text('Meaning', '含义')];
  const rows = Object.entries(action.inputs).map(([name, input]) => [
    `\`${name}\``,
    input.default === undefined ? '' : `\`${input.default}\``,
    (inputTexts as Catalogue)[name]?.[language] ?? '',
  ]);
  return table([head.map((words) => words[language]), ...rows]);
}

/** The table of outputs in one language. */
export function outputsTable(action: Action, language: Language): string {
  const head = [text('Output', '输出'), text('Meaning', '含义')];
  const rows = Object.keys(action.outputs).map((name) => [
    `\`${name}\``,
    (outputTexts as Catalogue)[name]?.[language] ?? '',
  ]);
  return table([head.map((words) => words[language]), ...rows]);
}

/** docs/errors.md: every code with its text in both languages, parameters as `<name>`. */
export function errorsPage(): string {
  const sections = rooms
    .filter(({ entries }) => Object.keys(entries).length > 0)
    .map(({ title, entries }) => `## ${title}\n\n${Object.entries(entries).map(errorSection).join('\n')}`);
  return `# Errors / 错误代码

Generated from \`src/messages/errors\` by \`npm run docs\`. The code of the first failure is in the output \`error-code\`.

由 \`npm run docs\` 根据 \`src/messages/errors\` 生成。第一个失败的代码在输出 \`error-code\` 中。

${sections.join('\n')}`;
}

/** A document with what stands between the two markers of `name` replaced; appends the markers where they are missing. */
export function between(document: string, name: string, content: string): string {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const block = `${begin}\n${content}\n${end}`;
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) return `${document.trimEnd()}\n\n${block}\n`;
  return document.slice(0, from) + block + document.slice(to + end.length);
}

function errorSection([code, entry]: [string, unknown]): string {
  // Entries only interpolate, so that whatever is asked of this object shows as the parameter's own name.
  const parameters = new Proxy({}, { get: (_, name) => `<${String(name)}>` });
  const { what, why, cure } = (entry as (p: object) => FailureText)(parameters);
  const line = (label: Text, words: Text, language: Language) =>
    words[language] === '' ? '' : `- **${label[language]}**: ${escapeHtml(words[language])}\n`;
  const labels = {
    what: text('What', '现象'),
    why: text('Why', '原因'),
    cure: text('What to do', '解决办法'),
  };
  const lines = (language: Language) =>
    line(labels.what, what, language) + line(labels.why, why, language) + line(labels.cure, cure, language);
  return `### ${code}\n\n${languages.map(lines).join('\n')}`;
}

/** GitHub would take `<name>` for a tag, but for what stands between backticks. */
function escapeHtml(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll('<', '&lt;').replace(/[*_]/g, '\\$&')))
    .join('')
    .replaceAll('\n', '<br>');
}

/** Every generated document of the repository in `root`: its path there and its text as it should be. */
export function documents(root: string): ReadonlyMap<string, string> {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
  const found = new Map<string, string>();
  for (const { file, language, title } of readmes) {
    const path = join(root, file);
    const now = existsSync(path) ? readFileSync(path, 'utf8') : `# ${title}\n`;
    const inputs = between(now, 'inputs', inputsTable(action, language));
    found.set(file, between(inputs, 'outputs', outputsTable(action, language)));
  }
  const performance = readFileSync(join(root, 'docs/performance.md'), 'utf8');
  const stored = (name: string): unknown => JSON.parse(readFileSync(join(root, 'bench/results', name), 'utf8'));
  const withStarts = between(performance, 'figures', figures(stored('start.json') as Results));
  found.set('docs/performance.md', between(withStarts, 'link', linkFigures(stored('link.json') as LinkResults)));
  const tencent = readFileSync(join(root, 'docs/tencent.md'), 'utf8');
  found.set('docs/tencent.md', between(between(tencent, 'actions', actionsTable()), 'policy', policyBlock()));
  return found.set('docs/errors.md', errorsPage());
}

/** Writes the documents; with `check` writes nothing. Returns those that were stale. */
export function generate(root: string, check: boolean): readonly string[] {
  const stale: string[] = [];
  for (const [file, text] of documents(root)) {
    const path = join(root, file);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    stale.push(file);
    if (check) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return stale;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const stale = generate(fileURLToPath(new URL('..', import.meta.url)), check);
  for (const file of stale) console.log(check ? `stale: ${file} (npm run docs writes it)` : `written: ${file}`);
  if (check && stale.length > 0) process.exitCode = 1;
}
