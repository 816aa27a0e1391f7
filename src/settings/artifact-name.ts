import { defaultArtifactName } from '../values/artifact-name.ts';
import type { Command } from './settings.ts';

/** The name for a command: a plan and a deploy of one workflow would collide under one default. */
export function artifactNameOf(command: Command, name: string | undefined): string | undefined {
  return name === defaultArtifactName && command !== 'deploy' ? `${command}-<app>` : name;
}
