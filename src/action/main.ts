import * as core from '@actions/core';
import { newRecord, type Run, type RunRecord } from '../commands/run.ts';
import type { Patience } from '../engine/reconnect.ts';
import { type Failure, failuresOf } from '../messages/failure.ts';
import { inputTexts } from '../messages/inputs.ts';
import { mainMessages } from '../messages/main.ts';
import type { Language } from '../messages/text.ts';
import { openSecrets, type Secrets } from '../redaction/secrets.ts';
import { inputsFrom } from '../settings/inputs.ts';
import { masks } from '../settings/masks.ts';
import { publicFacts } from '../settings/public-facts.ts';
import { BadInputs, languageOf, readSettings } from '../settings/read-settings.ts';
import type { Command, Settings } from '../settings/settings.ts';
import { unknownInputs } from '../settings/unknown-inputs.ts';
import { endSoon, listenForCancel } from './cancellation.ts';
import { debug, hide } from './console.ts';
import { runnerDocker } from './docker.ts';
import { tellFindings } from './findings.ts';
import { idToken } from './id-token.ts';
import { runnerLog } from './log.ts';
import { originOf, subjectOf } from './origin.ts';
import { report } from './report.ts';
import { ended, leaseMemory, rememberPhase, rememberSwitch } from './state.ts';

/**
 * The main step of the action: settings, command, report. Never throws; a failure ends the process with code 1. A run
 * that is cancelled ends by itself before the runner kills it.
 */
export async function main(): Promise<void> {
  const inputs = inputsFrom(process.env);
  const language = languageOf(inputs);
  const record = newRecord(Date.now());
  const patience = listenForCancel();
  const secrets = openSecrets(hide);
  let settings: Settings | undefined;
  try {
    for (const name of unknownInputs(inputs, Object.keys(inputTexts)).ignored)
      debug(mainMessages.ignored(name)[language]);
    settings = readSettings(inputs);
    secrets.include(masks(settings), publicFacts(settings));
    record.warnings.push(...settings.warnings);
    await runCommand(settings, await runOf(settings.command, language, patience, secrets), record);
  } catch (error) {
    record.failures.push(...failuresOf(error), ...(await alsoWrong(error, language, patience, secrets)));
  }
  await report(settings, record, language, secrets, patience.graceOver).catch((error: unknown) =>
    record.failures.push(...failuresOf(error)),
  );
  tellFindings(record, language, secrets.masks());
  if (record.failures.length > 0) process.exitCode = core.ExitCode.Failure;
  rememberPhase(ended);
  endSoon();
}

/** Where inputs were refused: what else is wrong, so that it is all told in one run. */
async function alsoWrong(
  error: unknown,
  language: Language,
  patience: Patience,
  secrets: Secrets,
): Promise<readonly Failure[]> {
  if (!(error instanceof BadInputs) || error.readable === undefined) return [];
  secrets.include(masks(error.readable), publicFacts(error.readable));
  const { furtherProblems } = await import('../commands/read-runner.ts');
  return furtherProblems(error.readable, await runOf('plan', language, patience, secrets));
}

async function runOf(command: Command, language: Language, patience: Patience, secrets: Secrets): Promise<Run> {
  // With TLS and all roots: not for a run that fails at its inputs.
  const { trustedRoots } = await import('../certificate/roots.ts');
  const folder = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const origin = originOf(process.env);
  return {
    log: runnerLog(language, secrets),
    folder,
    origin,
    subject: command === 'deploy' ? await subjectOf(origin.commit, folder) : '',
    roots: trustedRoots(),
    now: Date.now,
    enter: rememberPhase,
    noteSwitch: rememberSwitch,
    noteLease: leaseMemory(),
    hide: secrets.add,
    idToken,
    proxies: process.env,
    docker: runnerDocker,
    ...patience,
  };
}

/** Each command is loaded when it is called for: `verify` needs no SSH. */
async function runCommand(settings: Settings, run: Run, record: RunRecord): Promise<void> {
  switch (settings.command) {
    case 'verify':
      return (await import('../commands/verify.ts')).verify(settings, run, record);
    case 'plan':
      return (await import('../commands/plan.ts')).plan(settings, run, record);
    case 'rollback':
      return (await import('../commands/rollback.ts')).rollback(settings, run, record);
    case 'status':
      return (await import('../commands/status.ts')).status(settings, run, record);
    case 'renew':
      return (await import('../commands/renew.ts')).renew(settings, run, record);
    case 'deploy':
      return (await import('../commands/deploy.ts')).deploy(settings, run, record);
    default:
      settings satisfies never;
  }
}
