import { appendFile } from 'node:fs/promises';
import * as core from '@actions/core';
import type { RunRecord } from '../commands/run.ts';
import { mainMessages } from '../messages/main.ts';
import type { Language } from '../messages/text.ts';
import { artifactFiles } from '../report/artifact.ts';
import { outputsOf } from '../report/outputs.ts';
import { redact } from '../report/redact.ts';
import { renderSummary } from '../report/summary.ts';
import { masks } from '../settings/masks.ts';
import type { Settings } from '../settings/settings.ts';
import { keepArtifact } from './artifact.ts';
import { resume, say, warn } from './console.ts';

/** Hands over what the run came to: artifact, outputs, job summary. */
export async function report(settings: Settings | undefined, record: RunRecord, language: Language): Promise<void> {
  resume();
  const secrets = settings === undefined ? [] : masks(settings);
  const artifact = settings === undefined ? undefined : await artifactOf(settings, record, language, secrets);
  const outputs = {
    ...outputsOf(record, Date.now()),
    'artifact-id': artifact?.id ?? '',
    'artifact-url': artifact?.url ?? '',
  };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file !== undefined && file !== '') {
    await appendFile(file, `${redact(renderSummary(settings?.command ?? 'deploy', record, language), secrets)}\n`);
  }
}

/** An artifact that cannot be kept is a warning: the deployment stands. */
async function artifactOf(settings: Settings, record: RunRecord, language: Language, secrets: readonly string[]) {
  const { artifactName } = settings;
  if (artifactName === undefined) return undefined;
  const name = artifactName.replaceAll('<app>', record.app ?? record.domain ?? 'app');
  try {
    const kept = await keepArtifact(name, artifactFiles(record, language, secrets));
    say(mainMessages.artifactFolder(kept.folder)[language]);
    return kept;
  } catch (error) {
    warn(mainMessages.artifactFailed(error instanceof Error ? error.message : String(error))[language]);
    return undefined;
  }
}
