import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLog } from '../../../practice/runner-protocol.ts';

const secret = 'tmp-s3cret/0f "the" run';

/** A run that learns a secret half-way, and tells it in every way that there is. */
const program = (source: string): string => `
import { hide } from '${source}/action/console.ts';
import { tellFindings } from '${source}/action/findings.ts';
import { runnerLog } from '${source}/action/log.ts';
import { report } from '${source}/action/report.ts';
import { newRecord } from '${source}/commands/run.ts';
import { failure } from '${source}/messages/failure.ts';
import { text } from '${source}/messages/text.ts';
import { openSecrets } from '${source}/redaction/secrets.ts';
import { Secret } from '${source}/redaction/secret.ts';
const words = process.argv.at(-1);
const secrets = openSecrets(hide);
const log = runnerLog('en', secrets);
const record = newRecord(0);
record.warnings.push(text('warned before: ' + words, '甲'));
secrets.add(new Secret(words));
for (const form of [words, encodeURIComponent(words), Buffer.from(words).toString('base64')]) {
  const said = text('said ' + form, '乙');
  log.info(said);
  log.warning(said);
  log.output('printed ' + form);
  log.debug('debugged ' + form);
  await log.group(said, async () => {});
  record.warnings.push(said);
  const evidence = 'shown ' + form;
  record.notices.push(failure('STEP_FAILED', { step: form, code: '1' }, { evidence }));
  record.failures.push(failure('SURVEY_FAILED', { code: 'no ' + form }, { evidence }));
}
record.app = 'shop';
record.site = 'server { # ' + words + ' }';
record.domain = words;
record.httpsPort = 8014;
record.verified = true;
const settings = { command: 'deploy', artifactName: 'deployment-x' };
await report(settings, record, 'en', secrets, new AbortController().signal);
tellFindings(record, 'en', secrets.masks());
`;

test('a secret that a run learns half-way is in no text that it tells, whenever the text was made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'on-the-way-'));
  const file = (name: string): string => join(folder, name);
  for (const name of ['summary', 'output']) writeFileSync(file(name), '');
  const source = join(import.meta.dirname, '../../../src');
  const node = ['--no-warnings', '--input-type=module-typescript', '--eval', program(source), secret];
  const env = {
    ...{ PATH: process.env.PATH, GITHUB_ACTIONS: 'true', RUNNER_DEBUG: '1', RUNNER_TEMP: folder },
    ...{ GITHUB_STEP_SUMMARY: file('summary'), GITHUB_OUTPUT: file('output') },
  };
  const log = execFileSync(process.execPath, node, { encoding: 'utf8', env });
  const artifact = readdirSync(file('deployment-x')).map((name) => readFileSync(file(`deployment-x/${name}`), 'utf8'));
  const told = {
    log: log.replaceAll(/^::add-mask::.*$/gm, ''),
    summary: readFileSync(file('summary'), 'utf8'),
    outputs: readFileSync(file('output'), 'utf8'),
    artifact: artifact.join('\n'),
  };
  for (const words of Object.values(told)) {
    expect(words).toContain('***');
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64'), 's3cret']) {
      expect(words).not.toContain(form);
    }
  }
  const { masks, annotations } = readLog(log);
  expect(masks).toContain(secret);
  expect(annotations.length).toBeGreaterThan(10);
  rmSync(folder, { recursive: true });
}, 60_000);
