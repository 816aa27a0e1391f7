import { failure } from '../messages/failure.ts';
import type { Command } from './settings.ts';

/** The default of action.yml, which the runner hands over like a value that was given. */
export const defaultArtifactName = 'deployment-<app>';

/** A name that GitHub takes for an artifact, `<app>` standing for the application's. Throws `INPUT_ARTIFACT_NAME`. */
export function parseArtifactName(value: string): string {
  if (/[":<>|*?\r\n\\/]/.test(value.replaceAll('<app>', ''))) throw failure('INPUT_ARTIFACT_NAME', { value });
  return value;
}

/** The name for a command: a plan and a deploy of one workflow would collide under one default. */
export function artifactNameOf(command: Command, name: string | undefined): string | undefined {
  return name === defaultArtifactName && command !== 'deploy' ? `${command}-<app>` : name;
}
