import { releaseIdForm } from '../layout/release-id.ts';
import { prelude } from '../server/prelude.ts';
import { factsIn } from '../server/script-protocol.ts';
import type { Server } from '../server/server.ts';
import { quote } from '../shell/quote.ts';
import { followScript } from './follow-script.ts';
import { type SwitchFolder, switchFolder } from './switch-folder.ts';

/** A switch without an outcome, whose script a reboot ended. */
export interface CutShort {
  /** Id of its release. */
  readonly release: string;
  readonly folder: SwitchFolder;
}

/**
 * The switches of an application that a reboot cut short. Root runs their scripts: a folder counts only where its name is a
 * release's, it was made here (`ourFolders` defines `is_ours FOLDER`), and no other user can change it.
 */
export async function findCutShort(
  server: Server,
  applicationDirectory: string,
  ourFolders: string,
): Promise<readonly CutShort[]> {
  const { stdout } = await server.run(cutShortScript(applicationDirectory, ourFolders));
  return [...stdout.matchAll(/^@@cut-short (\S+)$/gm)].map(([, release = '']) => ({
    release,
    folder: switchFolder(`${applicationDirectory}/releases/${release}`),
  }));
}

function cutShortScript(applicationDirectory: string, ourFolders: string): string {
  return `${prelude}${ourFolders}
for journal in ${quote(applicationDirectory)}/releases/*/switch/journal; do
  [ -s "$journal" ] || continue
  grep -Eq '^[0-9.]+ outcome ' "$journal" && continue
  folder=\${journal%/switch/journal}; release=\${folder##*/}
  [[ $release =~ ^${releaseIdForm}$ ]] && is_ours "$folder" && [ -z "$(strangers "$folder/switch/script")" ] || continue
  printf '%scut-short %s\\n' "$deploy_mark" "$release"
done
exit 0
`;
}

/** Waits until the process `pid`, which resumes a switch, has written its outcome or is gone; the outcome, or `-`. */
export async function awaitOutcome(server: Server, folder: SwitchFolder, pid: number): Promise<string> {
  const script = `${prelude}
pid=${pid}
${followScript(folder)}
outcome() { sed -n 's/^[0-9.]* outcome \\([a-z]*\\).*/\\1/p' ${quote(folder.journal)} | tail -n 1; }
while is_alive && [ -z "$(outcome)" ]; do sleep 0.2; done
fact outcome "$(outcome)"`;
  // A long drain writes nothing; a dead connection shows by its keepalive.
  const { stdout } = await server.run(script, { stallSeconds: 100_000 });
  return factsIn(stdout).outcome || '-';
}
