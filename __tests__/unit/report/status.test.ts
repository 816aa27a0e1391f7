import { newRecord } from '../../../src/commands/run.ts';
import { artifactFiles } from '../../../src/report/artifact.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { applicationStatus } from '../../../src/status/application.ts';
import { seenApplication, statusOf } from '../status/seen.ts';

const nasty = '`x` | <img src=x> [a](http://b) $1$ ::error::\n# h';

test('a summary of its own: tables in which nothing from outside becomes a link, a picture or a cell', () => {
  const application = applicationStatus(
    seenApplication({ name: nasty }, { log: `first\n${'```'}\n::stop-commands::x\n<script>last</script>` }),
  );
  const summary = renderSummary('status', { ...newRecord(0), status: statusOf(application) }, 'en');
  expect(summary).toMatch(/^## Status of MCCM-server: https:\/\/api\.example\.com:8014$/m);
  expect(summary).toContain('| Release | Date | Commit | State |');
  expect(summary).toContain('| 2026-11-23T16:05:12Z | 1a2b3c4d5e6f | live |');
  const [row = ''] = summary.split('\n').filter((line) => line.startsWith('| Container |'));
  expect(row.split(/(?<!\\)\|/)).toHaveLength(4);
  expect(row).not.toMatch(/<img|(?<!\\)\[a/);
  // A fence of its own for what has one within.
  expect(summary).toContain('````\nfirst\n```\n');
  expect(summary).toContain('committed Add | <b>pages</b>');
});

test('secrets are in neither summary nor artifact, and the log of the application is in no artifact', () => {
  const application = applicationStatus(seenApplication({}, { log: 'token tr0ub4dor and more' }));
  const deploys = ['2026-11-23T16:06:10Z octocat - R committed tr0ub4dor'];
  const record = { ...newRecord(0), status: statusOf({ ...application, deploys }) };
  expect(renderSummary('status', record, 'zh', ['tr0ub4dor'])).toContain('token *** and more');
  const files = artifactFiles(record, 'en', ['tr0ub4dor']);
  expect(files.map(({ name }) => name)).toEqual(['status.json', 'deployment.json']);
  const [{ text } = { text: '' }] = files;
  expect(JSON.parse(text)).toMatchObject({
    machine: { host: '203.0.113.7' },
    application: { container: { state: 'running', restarts: 2 }, deploys: [expect.stringContaining('***')] },
  });
  expect(text).not.toMatch(/tr0ub4dor|and more/);
});

test('a log that is too long for a summary is shown by its end', () => {
  const log = Array.from({ length: 30 }, (_, at) => `${at} ${'x'.repeat(4000)}`).join('\n');
  const status = statusOf(applicationStatus(seenApplication({}, { log })));
  const summary = renderSummary('status', { ...newRecord(0), status }, 'en');
  expect(summary).toContain('\n29 xxx');
  expect(summary).not.toContain('\n0 xxx');
});

test('a run that reached no server has a summary of its failure alone', () => {
  expect(renderSummary('status', newRecord(0), 'en')).toMatch(/^## The status of the server is not known$/m);
});
