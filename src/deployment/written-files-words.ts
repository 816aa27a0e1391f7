import { type Failure, failure } from '../messages/failure.ts';
import type { Text } from '../messages/text.ts';
import { writtenFilesMessages as say } from '../messages/written-files.ts';
import { suggestedVolumes, volumesToPaste, writableFolder } from '../release/volumes-to-paste.ts';
import { copyCommand } from '../resources/copy-command.ts';
import { quote } from '../shell/quote.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { FolderState } from '../survey/storage.ts';
import { mostFiles } from '../survey/written-files-script.ts';
import type { Volume } from '../values/volumes.ts';
import { type FilesAtStake, filledMounts } from './container-files.ts';
import { isDatabaseFile } from './database-file.ts';
import type { Target } from './target.ts';

/** Names that are shown of many. */
const shown = 10;

/** Files that a deploy which needs a new container would lose, as far as `container-files` does not see to them. */
export function lostFiles(
  { release, newContainer, atStake, source, choices: { writtenFiles: choice } }: Target,
  states: readonly FolderState[],
): readonly Failure[] {
  if (newContainer === undefined || atStake === undefined || choice === 'discard') return [];
  const { container, seen, files } = atStake;
  if (!seen) return [failure('CONTAINER_FILES_UNSEEN', { container })];
  const filled = filledMounts(atStake, states);
  const { carried } = release.container;
  const before = release.container.volumes.filter((volume) => choice === 'refuse' || !carried.includes(volume));
  // A release that was kept has its own mounts, whatever `volumes` says.
  const volumes = source.kind === 'kept' ? '' : pasted(atStake, release.app, before);
  if (atStake.cut) {
    return [
      failure('CONTAINER_FILES_TOO_MANY', {
        container,
        most: mostFiles,
        files: listed(files),
        copies: copiesOf(atStake, release.app, before),
        volumes,
      }),
    ];
  }
  if (files.length === 0) return [];
  const hindered = atStake.inUse.length > 0 || atStake.besideImage.length > 0 || filled.length > 0;
  if (choice === 'carry') {
    if (!hindered) return [];
    return [
      failure('CONTAINER_FILES_NOT_CARRIED', {
        container,
        inUse: listed(atStake.inUse),
        beside: listed(atStake.besideImage),
        filled: filled.map(({ host }) => host).join(', '),
        mounted: writableFolder(release.app, before),
        copies: copiesOf({ ...atStake, folders: [], hiddenBy: filled }, release.app, before),
      }),
    ];
  }
  return [
    failure('CONTAINER_FILES', {
      container,
      files: listed(files),
      count: files.length,
      carry: atStake.besideImage.length === 0 && filled.length === 0,
      copies: copiesOf(atStake, release.app, before),
      volumes,
      beside: listed(atStake.besideImage),
      mounted: writableFolder(release.app, before),
      database: files.some(isDatabaseFile),
    }),
  ];
}

/** What is said where no new container is needed, so that nothing is lost yet; and of what is let go. */
export function warningsOfFiles({ release, newContainer, atStake, choices }: Target): readonly Text[] {
  if (atStake === undefined) return [];
  if (newContainer === undefined) return writesOutside(atStake, release.app, release.container.volumes);
  const { container, files } = atStake;
  return choices.writtenFiles === 'discard' && (files.length > 0 || atStake.cut)
    ? [say.discarded({ container, files: listed(files) || '…', count: countOf(atStake) })]
    : [];
}

/** What is said of a version that serves and writes outside its mounts. */
export function writesOutside(atStake: FilesAtStake, app: string, volumes: readonly Volume[]): readonly Text[] {
  const { container, seen, files, cut, besideImage } = atStake;
  if (!seen) return [say.unseen(container)];
  if (files.length === 0 && !cut) return [];
  return [
    say.outsideMounts({
      container,
      files: listed(files) || '…',
      count: countOf(atStake),
      volumes: pasted(atStake, app, volumes),
      beside: listed(besideImage),
      mounted: writableFolder(app, volumes),
    }),
  ];
}

/** Containers that an earlier switch did not remove, since not all of their files could be carried. */
export function keptContainers({ written }: ProvisionedServer): readonly Text[] {
  return written.containers.filter(({ kept }) => kept).map(({ name }) => say.keptForFiles(name));
}

/** What is carried, for people to read before it begins. */
export function notesOnCarried({ carried }: Target): readonly Text[] {
  return carried.map(({ folder, host }) => say.carried(folder, host));
}

/** Commands that save what a container holds, its settings first: these may hold secrets. */
export function savesOf(
  container: string,
  atStake: FilesAtStake | undefined,
  anonymousVolumes: readonly string[],
): string {
  const into = (folder: string) => `/root/${container}${folder}`;
  const folders = [...(atStake?.folders ?? []), ...(atStake?.hiddenBy.map((volume) => volume.container) ?? [])];
  const inUse = atStake === undefined || !atStake.seen || atStake.cut || atStake.inUse.length > 0;
  return [
    `(umask 077; ${settingsCommand(container)})`,
    // It cannot be stopped before it is saved; paused, it writes nothing meanwhile.
    ...(inUse || anonymousVolumes.length > 0 ? [`docker pause ${quote(container)}`] : []),
    // All but its volumes: whatever is not named here is in it.
    `(umask 077; ${exportCommand(container)})`,
    ...[...new Set([...folders, ...anonymousVolumes])].map((folder) =>
      copyCommand(container, `${folder}/.`, into(folder)),
    ),
  ]
    .map((line) => `  ${line}`)
    .join('\n');
}

/** A command that removes a container once all of it but its volumes is saved. */
export function saveAndRemove(container: string, removedOnStop: boolean): string {
  const name = quote(container);
  // The environment may hold secrets.
  const save = `(umask 077; ${settingsCommand(container)} && ${exportCommand(container)})`;
  return removedOnStop
    ? `docker pause ${name} && ${save} && docker unpause ${name} && docker stop ${name}`
    : `docker stop ${name} && ${save} && docker rm ${name}`;
}

function settingsCommand(container: string): string {
  return `docker inspect ${quote(container)} >/root/${quote(`${container}.json`)}`;
}

function exportCommand(container: string): string {
  return `docker export ${quote(container)} >/root/${quote(`${container}.tar`)}`;
}

function copiesOf(
  { container, folders, hiddenBy, besideImage }: FilesAtStake,
  app: string,
  volumes: readonly Volume[],
): string {
  const place = volumes.find(({ host, readOnly }) => host.startsWith('/') && !readOnly)?.host;
  return [
    ...suggestedVolumes(app, folders, volumes).map((volume) =>
      copyCommand(container, `${volume.container}/.`, volume.host),
    ),
    ...hiddenBy
      .filter(({ host }) => host.startsWith('/'))
      .map((volume) => copyCommand(container, `${volume.container}/.`, volume.host)),
    ...(place === undefined ? [] : besideImage.slice(0, shown).map((file) => copyCommand(container, file, place))),
  ]
    .map((line) => `  ${line}`)
    .join('\n');
}

function countOf({ files, cut }: FilesAtStake): string {
  return cut ? `${mostFiles}+` : String(files.length);
}

function pasted({ folders }: FilesAtStake, app: string, volumes: readonly Volume[]): string {
  if (folders.length === 0) return '';
  return volumesToPaste([...volumes, ...suggestedVolumes(app, folders, volumes)]) ?? '';
}

/** The first names of a list, on one line each whatever is in them. */
function listed(files: readonly string[]): string {
  const more = files.length > shown ? ', …' : '';
  return (
    files
      .slice(0, shown)
      .map((file) => file.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, '?'))
      .join(', ') + more
  );
}
