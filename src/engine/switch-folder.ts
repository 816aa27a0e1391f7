/** Where the switch of one release keeps its script, its journal and its output. */
export interface SwitchFolder {
  readonly script: string;
  readonly journal: string;
  readonly output: string;
  /** What the names of files begin with that keep what a step printed, where the runner is to read it (step-output.ts). */
  readonly kept: string;
}

/** The files of a switch under the release's own folder on the server. */
export function switchFolder(releaseDirectory: string): SwitchFolder {
  const folder = `${releaseDirectory}/switch`;
  return {
    script: `${folder}/script`,
    journal: `${folder}/journal`,
    output: `${folder}/output`,
    kept: `${folder}/printed`,
  };
}
