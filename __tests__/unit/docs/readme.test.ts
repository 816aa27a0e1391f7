import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { errors } from '../../../src/messages/errors.ts';

const root = new URL('../../../', import.meta.url).pathname;
const pages = ['README.md', 'README.zh-CN.md', 'docs/reliability.md', 'docs/performance.md', 'docs/tencent.md'];
const read = (page: string): string => readFileSync(join(root, page), 'utf8');

/** What a page consists of, whatever its language. */
function skeletonOf(page: string): unknown {
  const text = read(page);
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  return {
    headings: [...prose.matchAll(/^(#+) /gm)].map(([, marks]) => marks?.length),
    tables: [...prose.matchAll(/(?:^\|.*\n)+/gm)].map(([rows]) => rows.trim().split('\n').length),
    bullets: [...prose.matchAll(/^- /gm)].length,
    code: [...text.matchAll(/^```(\w*)$/gm)].map(([, language]) => language),
    // Anchors of headings differ with the language, and each page links to the other.
    links: linksOf(text).filter((link) => !/^#|^README/.test(link)),
  };
}

function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

test('README.md and README.zh-CN.md consist of the same parts, and lead to the same places', () => {
  expect(skeletonOf('README.zh-CN.md')).toEqual(skeletonOf('README.md'));
});

test('code in both is the same but for comments and names', () => {
  const yaml = (page: string): readonly string[] =>
    [...read(page).matchAll(/^```(?:yaml|sh)\n([\s\S]*?)^```$/gm)].map(([, code]) =>
      (code ?? '').replace(/ *# .*/g, ''),
    );
  expect(yaml('README.zh-CN.md')).toEqual(yaml('README.md'));
  expect(yaml('README.md').length).toBeGreaterThan(5);
});

test.each(pages)('%s: every link within the repository leads somewhere', (page) => {
  const text = read(page);
  const broken = linksOf(text)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(root, target))) return true;
      if (anchor === undefined) return false;
      const headings = [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
      return !headings.includes(decodeURIComponent(anchor));
    });
  expect(broken).toEqual([]);
});

test.each(pages)('%s: every code of an error is in the catalogue', (page) => {
  const named = linksOf(read(page)).flatMap((link) => /errors\.md#(\w+)$/.exec(link)?.[1] ?? []);
  expect(named.filter((code) => !Object.hasOwn(errors, code.toUpperCase()))).toEqual([]);
});

interface Step {
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on?: unknown;
  readonly concurrency?: unknown;
  readonly jobs?: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

/** The inputs in a piece of a workflow: of its steps, or of `with:` where it is nothing else. */
function inputsIn(recipe: string): readonly string[] {
  const parsed = parse(recipe) as Workflow | readonly Step[] | Readonly<Record<string, unknown>>;
  if (Array.isArray(parsed)) return (parsed as readonly Step[]).flatMap((step) => Object.keys(step.with ?? {}));
  const workflow = parsed as Workflow;
  if (workflow.on === undefined && workflow.concurrency === undefined) return Object.keys(parsed);
  const steps = Object.values(workflow.jobs ?? {}).flatMap((job) => job.steps ?? []);
  return steps.flatMap((step) => Object.keys(step.with ?? {}));
}

test('every input that the recipes use is declared', () => {
  const { inputs } = parse(read('action.yml')) as { inputs: Readonly<Record<string, unknown>> };
  const used = [...read('README.md').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].flatMap(([, code]) =>
    inputsIn(code ?? ''),
  );
  expect(used).toEqual(expect.arrayContaining(['jar', 'command', 'health-path', 'dockerfile', 'username']));
  expect(used.filter((name) => !Object.hasOwn(inputs, name))).toEqual([]);
});
