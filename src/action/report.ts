import { appendFile } from 'node:fs/promises';
import * as core from '@actions/core';
import type { RunRecord } from '../commands/run.ts';
import { unlessCancelled } from '../engine/cancel.ts';
import { mainMessages } from '../messages/main.ts';
import type { Language } from '../messages/text.ts';
import type { Secrets } from '../redaction/secrets.ts';
import { artifactFiles } from '../report/artifact.ts';
import { outputsOf } from '../report/outputs.ts';
import { renderSummary } from '../report/summary.ts';
import type { Settings } from '../settings/settings.ts';
import { type KeptArtifact, keepArtifact } from './artifact.ts';
import { resume, say, warn } from './console.ts';

/** Hands over what the run came to: outputs, job summary, then the artifact, for which a cancelled run may lack time. */
export async function report(
  settings: Settings | undefined,
  record: RunRecord,
  language: Language,
  secrets: Secrets,
  graceOver: AbortSignal,
): Promise<void> {
  resume();
  for (const [name, value] of Object.entries(outputsOf(record, Date.now())))
    core.setOutput(name, secrets.redact(value));
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file !== undefined && file !== '') {
    await appendFile(file, `${renderSummary(settings?.command ?? 'deploy', record, language, secrets.masks())}\n`);
  }
  const artifact = settings && (await artifactOf(settings, record, language, secrets.masks(), graceOver));
  core.setOutput('artifact-id', artifact?.id ?? '');
  core.setOutput('artifact-url', artifact?.url ?? '');
}

/** An artifact that cannot be kept is a warning: the deployment stands. */
async function artifactOf(
  settings: Settings,
  record: RunRecord,
  language: Language,
  secrets: readonly string[],
  graceOver: AbortSignal,
): Promise<KeptArtifact | undefined> {
  const { artifactName } = settings;
  if (artifactName === undefined) return undefined;
  const name = artifactName.replaceAll('<app>', record.app ?? record.domain ?? 'app');
  try {
    const files = artifactFiles(record, language, secrets);
    const kept = await unlessCancelled(() => keepArtifact(name, files), graceOver);
    say(mainMessages.artifactFolder(kept.folder)[language]);
    return kept;
  } catch (error) {
    if (graceOver.aborted) say(mainMessages.artifactOutOfTime[language]);
    else warn(mainMessages.artifactFailed(error instanceof Error ? error.message : String(error))[language]);
    return undefined;
  }
}
