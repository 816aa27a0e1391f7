import { type FilesAtStake, filesAtStake, foldersToCarry } from '../deployment/container-files.ts';
import type { CarriedFolder } from '../resources/container/files-of-old.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { unseenFiles } from '../survey/written-files.ts';
import type { Volume } from '../values/volumes.ts';
import type { WrittenFilesChoice } from '../values/written-files-choice.ts';

/** What the container that goes holds outside its mounts, or the one that stays. Undefined: there is none. */
export function filesOfOld(
  old: { readonly id: string; readonly name: string } | undefined,
  { written }: Pick<ProvisionedServer, 'written'>,
  volumes: readonly Volume[],
  mountedFiles: readonly string[],
): FilesAtStake | undefined {
  if (old === undefined) return undefined;
  const known = written.containers.find(({ container }) => container === old.id);
  // One of which nothing was told is not one that holds nothing.
  return filesAtStake(known ?? unseenFiles(old.id, old.name), volumes, mountedFiles);
}

/** Folders that are copied out of it by the run of this word, and what is mounted for them. `choice` undefined: it stays. */
export function whatIsCarried(
  atStake: FilesAtStake | undefined,
  choice: WrittenFilesChoice | undefined,
  app: string,
  run: string,
): { readonly carried: readonly CarriedFolder[]; readonly mounts: readonly Volume[] } {
  const carried = choice === 'carry' && atStake !== undefined ? foldersToCarry(atStake, app, run) : [];
  const mounts = carried
    .filter(({ mount }) => mount)
    .map(({ folder, host }) => ({ host, container: folder, readOnly: false }));
  return { carried, mounts };
}
