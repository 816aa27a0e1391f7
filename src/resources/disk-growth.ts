import { releaseDirectory } from '../layout/release-paths.ts';
import { commandMessages } from '../messages/commands.ts';
import type { Text } from '../messages/text.ts';
import { imageTag } from '../release/names.ts';
import type { Release } from '../release/release.ts';
import { formatBytes } from '../server/space.ts';
import { quote } from '../shell/quote.ts';

/** What a deploy takes of the server's disk, in bytes. */
export interface DiskGrowth {
  /** Layers of its image that neither the image before nor its base images have. */
  readonly image: number;
  /** Files of its release's folder that no other release shares. */
  readonly folder: number;
}

/**
 * Bash that tells by facts what the image and the folder of a release add to those of `before`. Layers are told apart by
 * when and how they were made, which those out of a builder's cache keep.
 */
export function measureGrowth(release: Release, before: Pick<Release, 'image' | 'id'> | undefined): string {
  const others = [...(before === undefined ? [] : [imageTag(before)]), ...baseImagesOf(release.build.dockerfile)];
  return `layers() { docker history --no-trunc --human=false --format '{{.CreatedAt}} {{.Size}} {{json .CreatedBy}}' "$1" 2>/dev/null; }
known=
for image in ${others.map(quote).join(' ')}; do known+=$(layers "$image" || true)$'\\n'; done
grown=0
while read -r made size how; do
  case $'\\n'$known in *$'\\n'"$made $size $how"$'\\n'*) ;; *) [[ ! $size =~ ^[0-9]+$ ]] || grown=$((grown + size)) ;; esac
done < <(layers ${quote(imageTag(release))})
fact image-bytes "$grown"
grown=0
declare -A links=()
while read -r inode count size; do
  links[$inode]=$((\${links[$inode]:-0} + 1))
  # The same file under several names: none of them is in another release's folder.
  [ "\${links[$inode]}" != "$count" ] || grown=$((grown + size))
done < <(find ${quote(releaseDirectory(release))} -type f -printf '%i %n %s\\n')
fact folder-bytes "$grown"`;
}

/** What the facts of a step say; undefined where it measured nothing. */
export function growthIn(facts: Readonly<Record<string, string>>): DiskGrowth | undefined {
  const [image, folder] = [Number(facts['image-bytes'] ?? '-'), Number(facts['folder-bytes'] ?? '-')];
  return Number.isSafeInteger(image) && Number.isSafeInteger(folder) ? { image, folder } : undefined;
}

/** The line of the log and of the summary. */
export function lineOfGrowth({ image, folder }: DiskGrowth): Text {
  return commandMessages.diskGrowth({
    both: formatBytes(image + folder),
    layers: formatBytes(image),
    folder: formatBytes(folder),
  });
}

/** As the Dockerfile writes them. */
function baseImagesOf(dockerfile: string): readonly string[] {
  return [...dockerfile.matchAll(/^\s*FROM\s+(?:--\S+\s+)*([^\s$]+)/gim)].map(([, image = '']) => image);
}
