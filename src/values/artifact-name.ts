import { failure } from '../messages/failure.ts';

/** The default of action.yml, which the runner hands over like a value that was given. */
export const defaultArtifactName = 'deployment-<app>';

/** A name that GitHub takes for an artifact, `<app>` standing for the application's. Throws `INPUT_ARTIFACT_NAME`. */
export function parseArtifactName(value: string): string {
  if (/[":<>|*?\r\n\\/]/.test(value.replaceAll('<app>', ''))) throw failure('INPUT_ARTIFACT_NAME', { value });
  return value;
}
