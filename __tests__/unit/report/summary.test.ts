import fc from 'fast-check';
import { kept, unseen } from '../../../src/checks/wechat-rule.ts';
import { newRecord } from '../../../src/commands/run.ts';
import { makePlan } from '../../../src/engine/plan.ts';
import { failure } from '../../../src/messages/failure.ts';
import { text } from '../../../src/messages/text.ts';
import { ruleKey, ruleSuites, ruleTls } from '../../../src/messages/wechat.ts';
import type { Site } from '../../../src/nginx/site.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { release } from '../deployment/release.ts';
import { serverStep } from '../engine/steps.ts';
import { deployedRecord } from './run-record.ts';

/** The cells of the table rows in a Markdown text, as GitHub splits them. */
function rows(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-:|\s]+\|$/.test(line))
    .map((line) => line.slice(1, -1).split(/(?<!\\)\|/));
}

test('a deploy: what changed, the way of a request, WeChat’s strings, timings', () => {
  const summary = renderSummary('deploy', deployedRecord({ previous: undefined }), 'en');
  expect(summary).toMatch(/^## MCCM-server is deployed: https:\/\/api\.example\.com:8014$/m);
  expect(summary).toContain('| `image.build` | Build \\| it | why |');
  expect(summary).toContain('```mermaid\nflowchart LR');
  expect(summary).toContain('container["mccm-server :8004"]');
  expect(summary).toContain('`https://api.example.com:8014`');
  expect(summary).toContain('`wss://api.example.com`');
  expect(summary).toContain('Certificate valid until 2027-01-02');
  expect(summary).toContain('| `image.build` | 12.3 |');
});

test('WeChat’s strings are told anew only where they are other ones; its rules in any case', () => {
  const broken = { state: 'broken', rule: ruleTls, detail: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' } as const;
  const wechat = [broken, unseen(ruleSuites), kept(ruleKey, 'RSA 2048')];
  const as = (before: Partial<Site>) =>
    renderSummary(
      'deploy',
      deployedRecord({ wechat, previous: { ...release, site: { ...release.site, ...before } } }),
      'en',
    );
  expect(as({})).not.toContain('wss://');
  expect(as({})).toContain('服务器域名 at WeChat stays as it is');
  for (const before of [{ domain: 'www.example.com' }, { httpsPort: 443 }]) {
    expect(as(before)).toContain('`https://api.example.com:8014`');
    expect(as(before)).toContain('`wss://api.example.com`');
  }
  expect(as({})).toContain(`- ❌ ${ruleTls.en}: ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION
- ❔ ${ruleSuites.en}
- ✅ ${ruleKey.en}: RSA 2048`);
  expect(as({})).toContain('Only WeChat knows the rest');
});

test('in Chinese it is Chinese, its names and numbers the same', () => {
  const summary = renderSummary(
    'deploy',
    deployedRecord({ failures: [failure('NGINX_IN_CONTAINER', { pids: '7' })] }),
    'zh',
  );
  const english = renderSummary(
    'deploy',
    deployedRecord({ failures: [failure('NGINX_IN_CONTAINER', { pids: '7' })] }),
    'en',
  );
  expect(summary).toContain('## 失败：NGINX_IN_CONTAINER');
  for (const line of summary.split('\n').filter((one) => one.startsWith('#') && !/`|R0|\d/.test(one))) {
    expect(line).toMatch(/\p{Script=Han}/u);
  }
  expect(summary.match(/`[^`\n]+`/g)).toEqual(english.match(/`[^`\n]+`/g));
});

test.each([
  [
    'deploy',
    { changed: false, plan: undefined },
    'MCCM-server: nothing to change, https://api.example.com:8014 is verified',
  ],
  ['plan', { changed: false }, 'Plan for MCCM-server'],
  ['renew', {}, 'The certificate of api.example.com is renewed, valid until 2027-01-02'],
  ['renew', { changed: false }, 'The certificate of api.example.com is valid until 2027-01-02: nothing to do'],
  [
    'verify',
    { changed: false, plan: undefined, release: undefined },
    'https://api.example.com:8014 is as it should be',
  ],
] as const)('%s has its own title', (command, changes, title) => {
  expect(renderSummary(command, deployedRecord(changes), 'en')).toContain(`## ${title}\n`);
});

test('a run that failed before anything was known', () => {
  const record = { ...newRecord(0), failures: [failure('INTERNAL', { detail: 'x' })] };
  const summary = renderSummary('deploy', record, 'en');
  expect(summary).toMatch(/^## Failed: INTERNAL\n/);
  expect(summary).not.toContain('undefined');
});

describe('what a failure means for what serves', () => {
  const failures = [failure('NGINX_FILE_CHANGED', { file: 'no' })];
  const of = (changes: Parameters<typeof deployedRecord>[0]) =>
    renderSummary('deploy', deployedRecord({ failures, ...changes }), 'en');

  test('a switch that was undone', () => {
    const summary = of({ rolledBack: true, changed: false });
    expect(summary).toContain('**The switch was undone; what was prepared has been removed.**');
    expect(summary).toContain('**R0 stays live.**');
  });

  test('a look from outside that failed leaves the deployment', () => {
    expect(of({ outside: {} as never, changed: true })).toContain(
      'stays live. The problem is on the way from the internet to the server.**',
    );
  });

  test('a switch that is stuck promises nothing', () => {
    const summary = of({
      failures: [...failures, failure('SWITCH_STUCK', { step: 'x', notUndone: 'y', output: '/o' })],
      fate: 'stuck',
      changed: true,
    });
    expect(summary).not.toMatch(/stays live|was undone;|stays;/);
  });

  test('a switch whose end was not seen promises nothing', () => {
    for (const fate of ['open', 'cut-short'] as const) {
      expect(of({ fate, changed: false })).not.toMatch(/stays live|was undone|is live|stays;/);
    }
  });

  test('what fails after the switch leaves the new version live, not the old one', () => {
    const summary = of({ fate: 'committed', outside: undefined, changed: true });
    expect(summary).toContain(`**${release.id} is live.**`);
    expect(summary).not.toContain('stays live');
  });

  test('what was prepared is not called removed where that is not known', () => {
    const summary = of({ rolledBack: true, uncertain: true });
    expect(summary).toContain('**The switch was undone.**');
    expect(summary).not.toContain('has been removed');
  });
});

test('words that look like HTML are shown, code spans and all', () => {
  const failures = [failure('INTERNAL', { detail: 'set `<app>` to <name> & <b>' })];
  const warnings = [text('use <app>', '使用 <app>')];
  const summary = renderSummary('deploy', deployedRecord({ failures, warnings }), 'en');
  expect(summary).toContain('set `<app>` to &lt;name> & &lt;b>');
  expect(summary).toContain('- use &lt;app>');
});

test('what is warned of by code is a line with its cure', () => {
  const notices = [failure('PACKAGES_LOCKED', { manager: 'apt' })];
  const summary = renderSummary('deploy', deployedRecord({ notices }), 'en');
  expect(summary).toContain('### Warnings\n\n- **PACKAGES_LOCKED** — ');
  expect(summary).toContain('api.example.com:8014');
});

describe('a summary that would be too long for GitHub', () => {
  const many = (count: number, evidence: string) =>
    Array.from({ length: count }, (_, at) => failure('STEP_FAILED', { step: `step-${at}`, code: '1' }, { evidence }));

  test('is shortened text by text, in bytes, until it fits, and stays whole Markdown', () => {
    const failures = many(30, `${'汉字，'.repeat(30_000)}\nthe last line`);
    const summary = renderSummary('deploy', deployedRecord({ failures }), 'zh');
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_000_000);
    expect(summary.match(/the last line/g)).toHaveLength(30);
    expect(summary.match(/<details>/g)).toHaveLength(summary.match(/<\/details>/g)?.length ?? 0);
    expect(summary).toContain('flowchart LR');
  });

  test('says at least what failed', () => {
    const failures = many(20_000, 'x');
    const summary = renderSummary('deploy', deployedRecord({ failures }), 'en');
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_000_000);
    expect(summary).toContain('## Failed: STEP_FAILED');
    expect(summary).toContain('see the log');
  });

  test('holds no half of a secret where it is cut', () => {
    const secret = 'correct-horse-battery-staple';
    const failures = many(1, `${secret}${'x'.repeat(59_990)}`);
    const summary = renderSummary('deploy', deployedRecord({ failures }), 'en', [secret]);
    expect(summary).not.toMatch(/battery|staple/);
  });
});

test('evidence with fences of its own stays in its block', () => {
  const evidence = '```\n````\n# not a heading\n</details>';
  const failures = [failure('STEP_FAILED', { step: 'x', code: '1' }, { evidence })];
  const summary = renderSummary('deploy', deployedRecord({ failures }), 'en');
  expect(summary).toContain(`\n\n\`\`\`\`\`\n${evidence}\n\`\`\`\`\`\n\n</details>`);
});

test('whatever a step says, its row has three cells and its diff stays in its block', () => {
  const words = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\r', ''));
  fc.assert(
    fc.property(words, words, (title, diff) => {
      const step = serverStep('a.b', 'true', { title: text(title, title), diff });
      const summary = renderSummary('deploy', deployedRecord({ plan: makePlan([step]), timings: [] }), 'en');
      const row = rows(summary).find(([first]) => first === ' `a.b` ');
      expect(row).toHaveLength(3);
      const fence = /<\/summary>\n\n(`{3,})diff\n/.exec(summary)?.[1] ?? '';
      expect(diff.includes(fence)).toBe(false);
    }),
  );
});

test('a published port is drawn', () => {
  const published = { ...release, site: { ...release.site, publishedAppPort: 8004 } };
  expect(renderSummary('deploy', deployedRecord({ release: published }), 'en')).toContain(
    'world["http"] -->|":8004"| nginx',
  );
});

test('the way of a request shows the static site, where there is one', () => {
  const staticSite = { root: `/docker/app/MCCM-server/static/${'a'.repeat(64)}`, path: '/admin/', fallback: true };
  const site = { ...release.site, staticSite };
  const summary = renderSummary('deploy', deployedRecord({ release: { ...release, site } }), 'en');
  expect(summary).toContain('browser["Browser"] -->|"https://api.example.com/admin/"| pages["nginx :443"]');
  expect(renderSummary('deploy', deployedRecord(), 'en')).not.toContain('nginx :443');
});
