import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactFile } from '../report/artifact.ts';

/** Where an artifact went: its id and page where there is an artifact service, else a folder of the runner. */
export interface KeptArtifact {
  readonly folder: string;
  readonly id: string;
  readonly url: string;
}

/** How many names are tried where an earlier step of the run took the name. */
const mostNames = 9;

/**
 * Writes the files under the runner's temporary folder and uploads them where the runner has an artifact service. A name
 * that another step of the run has taken gets a number (`-2`): neither artifact is lost.
 */
export async function keepArtifact(name: string, files: readonly ArtifactFile[]): Promise<KeptArtifact> {
  for (let number = 1; ; number += 1) {
    try {
      return await keepAs(number === 1 ? name : `${name}-${number}`, files);
    } catch (error) {
      if (number === mostNames || !isTaken(error)) throw error;
    }
  }
}

async function keepAs(name: string, files: readonly ArtifactFile[]): Promise<KeptArtifact> {
  const above = process.env.RUNNER_TEMP ?? '.';
  await mkdir(above, { recursive: true });
  const folder = join(above, name);
  await mkdir(folder);
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

/** The folder is there, or the service has an artifact of this name in the run (it answers 409, Conflict). */
function isTaken(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EEXIST' || /\(409\)/.test(message);
}

function artifactUrl(id: number | undefined): string {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = process.env;
  if (id === undefined || GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined) return '';
  return `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/artifacts/${id}`;
}
