import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactFile } from '../report/artifact.ts';

/** Where an artifact went: its id and page where there is an artifact service, else a folder of the runner. */
export interface KeptArtifact {
  readonly folder: string;
  readonly id: string;
  readonly url: string;
}

/** Writes the files under the runner's temporary folder and uploads them where the runner has an artifact service. */
export async function keepArtifact(name: string, files: readonly ArtifactFile[]): Promise<KeptArtifact> {
  const folder = join(process.env.RUNNER_TEMP ?? '.', name);
  await mkdir(folder, { recursive: true });
  const paths = await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file.name);
      await writeFile(path, file.text, { mode: 0o600 });
      return path;
    }),
  );
  if (process.env.ACTIONS_RUNTIME_TOKEN === undefined) return { folder, id: '', url: '' };
  // Loaded only here: with what it brings along it takes longer than all the rest of the start.
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const { id } = await new DefaultArtifactClient().uploadArtifact(name, paths, folder);
  return { folder, id: String(id ?? ''), url: artifactUrl(id) };
}

function artifactUrl(id: number | undefined): string {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = process.env;
  if (id === undefined || GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined) return '';
  return `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/artifacts/${id}`;
}
