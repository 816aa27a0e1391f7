import * as core from '@actions/core';
import { newRecord, type Run, type RunRecord } from '../commands/run.ts';
import { describe, failuresOf } from '../messages/failure.ts';
import { mainMessages } from '../messages/main.ts';
import type { Language } from '../messages/text.ts';
import { redact } from '../report/redact.ts';
import { type Inputs, inputsFrom } from '../settings/inputs.ts';
import { masks, secretsIn } from '../settings/masks.ts';
import { languageOf, readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { runnerLog } from './log.ts';
import { originOf, subjectOf } from './origin.ts';
import { report } from './report.ts';
import { rememberPhase } from './state.ts';

/** The main step of the action: settings, command, report. Never throws; a failure ends the process with code 1. */
export async function main(): Promise<void> {
  const inputs = inputsFrom(process.env);
  const language = languageOf(inputs);
  const record = newRecord(Date.now());
  const settings = await attempt(record, () => settingsOf(inputs, record));
  if (settings !== undefined) {
    await attempt(record, async () => runCommand(settings, await runOf(settings, language), record));
  }
  await attempt(record, () => report(settings, record, language));
  tellFailures(record, language, settings === undefined ? [] : secretsIn(settings));
  rememberPhase('ended');
}

async function attempt<T>(record: RunRecord, work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    record.failures.push(...failuresOf(error));
    return undefined;
  }
}

function settingsOf(inputs: Inputs, record: RunRecord): Settings {
  const settings = readSettings(inputs);
  for (const secret of masks(settings)) core.setSecret(secret);
  record.warnings.push(...settings.warnings);
  return settings;
}

async function runOf(settings: Settings, language: Language): Promise<Run> {
  // With TLS and all roots: not for a run that fails at its inputs.
  const { trustedRoots } = await import('../certificate/roots.ts');
  const folder = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const origin = originOf(process.env);
  return {
    log: runnerLog(language),
    folder,
    origin,
    subject: settings.command === 'deploy' ? await subjectOf(origin.commit, folder) : '',
    roots: trustedRoots(),
    now: Date.now,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    enter: rememberPhase,
  };
}

/** Each command is loaded when it is called for: `verify` needs no SSH. */
async function runCommand(settings: Settings, run: Run, record: RunRecord): Promise<void> {
  switch (settings.command) {
    case 'verify':
      return (await import('../commands/verify.ts')).verify(settings, run, record);
    case 'plan':
      return (await import('../commands/plan.ts')).plan(settings, run, record);
    case 'deploy':
      return (await import('../commands/deploy.ts')).deploy(settings, run, record);
  }
}

/** Every failure with its cure in the log and as an annotation; the run is red. */
function tellFailures(record: RunRecord, language: Language, secrets: readonly string[]): void {
  for (const warning of record.warnings) core.warning(warning[language]);
  for (const failed of record.failures) {
    if (failed.evidence !== undefined) {
      core.startGroup(mainMessages.evidence(failed.code)[language]);
      core.info(redact(failed.evidence, secrets));
      core.endGroup();
    }
    core.error(describe(failed, language), { title: failed.code });
  }
  if (record.failures.length > 0) process.exitCode = core.ExitCode.Failure;
}
