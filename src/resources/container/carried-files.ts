import { posix } from 'node:path';
import type { ServerStep, Step } from '../../engine/step.ts';
import { leftToOthersExitCode } from '../../engine/undo.ts';
import { applicationDirectory, carriedDirectory } from '../../layout/application-paths.ts';
import { containerFile, releaseDirectory } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import { candidateName, imageTag } from '../../release/names.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import { copyCommand } from '../copy-command.ts';
import { goneFunctions } from '../gone.ts';
import type { CarriedFolder, OldContainer } from './files-of-old.ts';
import { removeMade } from './make-room.ts';
import { manifest, stageOf, takeBack } from './take-back-copies.ts';

/**
 * Bash function `copy_out ID FOLDER TARGET`: owners, modes and times as in the container. It is Docker that reads there:
 * a link that an application laid leads nowhere outside of the container.
 */
const copyOut = `copy_out() { ( set -o pipefail; docker cp "$1:$2/." - | tar -x -p --same-owner --numeric-owner -C "$3" ); }`;

/** Marks a folder of copies until the switch begins. */
export const copying = '.copying';

/** Where a run notes what it copied, closed to all but root: another one may have carried files into the release before. */
const notesIn = (release: Release, run: string): string => `${releaseDirectory(release)}/carried-${run}`;

/** The folder of everything that a run carries into folders of its own. */
const ownFolder = (app: string, run: string): string => `${carriedDirectory(app)}/${run}`;

/**
 * The step that copies folders out of the container that goes; none where nothing is carried. Folders of the server that
 * were there before (`existing`) keep their mode and owner; others get those that the folder has in the container.
 */
export function planCarry(
  release: Release,
  old: Pick<OldContainer, 'id' | 'name'> | undefined,
  carried: readonly CarriedFolder[],
  existing: readonly string[] = [],
): readonly Step[] {
  const [first] = carried;
  if (old === undefined || first === undefined) return [];
  const folder = notesIn(release, first.run);
  const own = ownFolder(release.app, first.run);
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'container-files.carry',
      title: text(`Copy the files that ${old.name} holds`, `复制 ${old.name} 中的文件`),
      reason: text(
        'container-files: carry; they are lost with it otherwise',
        'container-files: carry；否则会随容器丢失',
      ),
      diff: carried.map(({ folder: from, host }) => `+ ${host} (${from})`).join('\n'),
      silentSeconds: 3600,
      script: `umask 077
${manifest}
${copyOut}
mkdir -p ${quote(folder)}
[ -d ${quote(carriedDirectory(release.app))} ] || install -d -m 755 ${quote(carriedDirectory(release.app))}
${imageCheck(release, old, carried)}
mkdir -p ${quote(own)}
: >${quote(`${own}/${copying}`)}
carry() {
  local attempt
  [ -d "$3" ] || mkdir -p "$3"
  [ -z "$(ls -A "$3")" ] || failure CONTAINER_FILES_COPY_FAILED folder="$2" container=${quote(old.name)}
  # A file that shrinks while it is read breaks the stream off.
  for attempt in 1 2 3; do
    rm -rf "$5" && mkdir "$5"
    if copy_out ${quote(old.id)} "$2" "$5"; then
      manifest "$5" >"$4/$1.list"
      ( cd "$5" && find . -xdev -mindepth 1 -type d -print0 ) >"$4/$1.folders"
      flush "$4/$1.list" "$4/$1.folders" "$4"
      [ "$6" = existing ] || { chown --reference="$5" "$3" && chmod --reference="$5" "$3"; }
      find "$5" -mindepth 1 -maxdepth 1 -exec mv -n -t "$3" -- {} + || true
      # What somebody put there meanwhile is not written over.
      rmdir "$5" || break
      sync -f "$3" 2>/dev/null || sync
      return 0
    fi
    sleep 1
  done
  failure CONTAINER_FILES_COPY_FAILED folder="$2" container=${quote(old.name)}
}
${carried
  .map((one, index) =>
    [
      'carry',
      index,
      ...[one.folder, one.host, folder, stageOf(one)].map(quote),
      existing.includes(one.host) ? 'existing' : 'made',
    ].join(' '),
  )
  .join('\n')}`,
      undo: [
        goneFunctions,
        // A container that is still there may mount them.
        removeMade(release, 'docker rm -v'),
        `rm -f ${quote(`${own}/${copying}`)}`,
        takeBack(folder, carried),
        `rm -rf ${quote(folder)}`,
        ...[own, ...carried.filter(({ mount }) => mount).map(({ host }) => host)]
          .toReversed()
          .map(removeMadeFolders(release.app)),
        `rmdir ${quote(carriedDirectory(release.app))} 2>/dev/null || true`,
        // Uploads to a version that was taken back: nobody mounts them any more.
        `[ ! -e ${quote(own)} ] || exit ${leftToOthersExitCode}`,
      ].join('\n'),
    },
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'write',
      id: 'container-files.keep',
      title: text('The copies stay', '副本予以保留'),
      reason: text('from here on an application writes to them', '此后应用会写入其中'),
      script: `rm -f ${quote(`${own}/${copying}`)}`,
    },
  ];
}

/** The step that removes copies which a run that died left behind: marked as such, and mounted by no container. */
export function removeCopies(app: string, ids: readonly string[]): readonly ServerStep[] {
  return ids.map((id) => {
    const folder = `${carriedDirectory(app)}/${id}`;
    return {
      kind: 'server',
      phase: 'prepare',
      id: 'container-files.remove-orphan',
      title: text(`Remove the copies of ${id}`, `删除 ${id} 的副本`),
      reason: text('a run that was interrupted left them', '之前中断的运行留下的'),
      script: `[ -e ${quote(`${folder}/${copying}`)} ] || exit 0
mounts=$(docker ps -aq | xargs -r docker container inspect --format '{{range .Mounts}}{{println .Source}}{{end}}') || exit 0
if printf '%s\\n' "$mounts" | grep -qF ${quote(`${folder}/`)}; then exit 0; fi
if grep -qF ${quote(`"${folder}/`)} ${quote(applicationDirectory(app))}/releases/*/release.json 2>/dev/null; then exit 0; fi
rm -rf ${quote(folder)}`,
    };
  });
}

/** Bash that removes a folder of a run's own, and those above it that were made for it, as far as nothing is in them. */
function removeMadeFolders(app: string): (folder: string) => string {
  const top = carriedDirectory(app);
  return (folder) => `( cd ${quote(top)} && rmdir -p -- ${quote(posix.relative(top, folder))} ) 2>/dev/null || true`;
}

/**
 * Bash that refuses an image which has files where a new mount would hide them. The container that it looks into has the
 * name and the id file of the candidate that comes later: the next run removes it if this one dies meanwhile.
 */
function imageCheck(release: Release, old: Pick<OldContainer, 'name'>, carried: readonly CarriedFolder[]): string {
  const folders = carried.filter(({ mount }) => mount).map(({ folder }) => folder);
  if (folders.length === 0) return '';
  const elsewhere = release.container.volumes.find(
    ({ host, readOnly }) => host.startsWith('/') && !readOnly && !carried.some((one) => one.host === host),
  );
  const looks = folders.map((folder) => {
    const copies = elsewhere === undefined ? '' : copyCommand(old.name, `${folder}/.`, elsewhere.host);
    return `look_into ${quote(folder)} ${quote(copies)}`;
  });
  const file = quote(containerFile(release));
  return `docker create --cidfile ${file} --name ${quote(candidateName(release))} --network none ${quote(imageTag(release))} true >/dev/null
look=$(cat ${file}) hidden= copies=
look_into() { if docker cp "$look:$1/." - 2>/dev/null | tar -t 2>/dev/null | grep -qv '/$'; then hidden=$1 copies=$2; fi; }
${looks.join('\n')}
docker rm -v "$look" >/dev/null
rm -f ${file}
[ -z "$hidden" ] || failure CONTAINER_FILES_IN_IMAGE folder="$hidden" copies="$copies" mounted=${quote(elsewhere?.container ?? '')}`;
}

/**
 * Bash for when the old container has stopped: what it wrote after the first copy is carried as well, but never over what
 * the new one wrote or removed. Docker writes into the new container, so that a link there leads nowhere else. Where
 * something is left, `left` names it.
 */
export function carryAgain(release: Release, old: Pick<OldContainer, 'id'>, carried: readonly CarriedFolder[]): string {
  if (carried.length === 0) return '';
  return `umask 077
${manifest}
${copyOut}
${carryLast}
new=$(cat ${quote(containerFile(release))})
${carried
  .map(
    ({ folder, host, run }, index) =>
      `carry_last ${index} ${quote(folder)} ${quote(host)} ${quote(old.id)} ${quote(notesIn(release, run))} || left="\${left:+$left, }"${quote(folder)}`,
  )
  .join('\n')}
`;
}

/** `carry_last NUMBER FOLDER HOST OLD NOTES`; names of what is left go to `left`. */
const carryLast = `same() {
  if [ -L "$1" ] || [ -L "$2" ]; then [ "$(readlink "$1")" = "$(readlink "$2")" ]; else [ -f "$2" ] && timeout 600 cmp -s "$1" "$2"; fi
}
carry_last() {
  local last=$5/$1.last entry rest path
  local -A before=() now=()
  rm -rf "$last" && mkdir "$last" || return 1
  copy_out "$4" "$2" "$last" || return 1
  while IFS= read -r -d '' entry; do rest=\${entry#* }; before[\${rest#* }]="\${entry%% *} \${rest%% *}"; done <"$5/$1.list"
  while IFS= read -r -d '' entry; do rest=\${entry#* }; now[\${rest#* }]="\${entry%% *} \${rest%% *}"; done < <(manifest "$3")
  while IFS= read -r -d '' path; do
    if [ -z "\${now[$path]:-}" ]; then
      # The new version removed it; or it came after the first copy.
      [ -z "\${before[$path]:-}" ] || rm -f "$last/$path"
    elif same "$last/$path" "$3/$path"; then rm -f "$last/$path"
    elif [ "\${now[$path]}" != "\${before[$path]:-}" ]; then left="\${left:+$left, }$2/\${path#./}"; rm -f "$last/$path"
    fi
  done < <(cd "$last" && find . ! -type d -print0)
  find "$last" -depth -mindepth 1 -type d -empty -delete
  # Folders that the new version has keep their modes.
  ( set -o pipefail
    cd "$last" && find . -mindepth 1 -print0 | while IFS= read -r -d '' path; do
      [ -d "$path" ] && [ ! -L "$path" ] && [ -d "$3/$path" ] || printf '%s\\0' "$path"
    done >"$5/$1.names"
    [ ! -s "$5/$1.names" ] || tar -c --null --no-recursion --numeric-owner -T "$5/$1.names" | docker cp - "$new:$2" ) || return 1
  sync -f "$3" 2>/dev/null || sync
  rm -rf "$last"
}`;
