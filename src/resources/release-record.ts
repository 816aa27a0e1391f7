import type { Step } from '../engine/step.ts';
import { applicationDirectory, deployLog, incomingDirectory, unpackedDirectory } from '../layout/application-paths.ts';
import { containerFile, plannedFile, recordFile, releaseDirectory } from '../layout/release-paths.ts';
import { text } from '../messages/text.ts';
import { ourFolders } from '../release/marker.ts';
import { imageTag } from '../release/names.ts';
import type { Release } from '../release/release.ts';
import { encode } from '../shell/heredoc.ts';
import { quote } from '../shell/quote.ts';
import { measureFreed } from './freed-space.ts';
import { goneByFile, goneFunctions } from './gone.ts';
import { removeImage } from './image.ts';

/** A release as its record holds it. */
export function renderRecord(release: Release): string {
  return `${JSON.stringify(release, null, 2)}\n`;
}

/** The step that makes `release` the recorded and current one. */
export function planRecord(release: Release): Step {
  const folder = releaseDirectory(release);
  const application = applicationDirectory(release.app);
  const uploads = quote(incomingDirectory(release.app));
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'record',
    id: 'release.record',
    title: text(`${application}/current is ${release.id}`, `${application}/current 指向 ${release.id}`),
    reason: text('later runs and people find there which release is live', '后续运行和运维人员据此找到当前发布版本'),
    script: `umask 077
base64 -d >${quote(`${folder}/release.json.new`)} <<'EOF'
${encode(renderRecord(release))}
EOF
put_in_place ${quote(`${folder}/release.json.new`)} ${quote(recordFile(release))}
rm -f ${quote(plannedFile(release))}
${leadCurrent(release)}
rm -rf ${quote(`${folder}/switch/stage`)} ${quote(unpackedDirectory(release.app))}
# What an upload that was broken off left is of no use any more.
for file in ${uploads}/*.jar ${uploads}/*.jar.* ${uploads}/*.image ${uploads}/*.image.*; do
  ! [[ \${file##*/} =~ ^[0-9a-f]{64}[.](jar|image)([.](part|rest)-[0-9a-f.]+)?$ ]] || rm -f "$file"
done
rmdir ${uploads} 2>/dev/null || true`,
  };
}

/**
 * Bash that points `current` at a release. The link is made in the release's folder, where nothing of anybody else's has
 * its name. It is flushed by its folders: `sync` follows a link, and this one does not resolve where it is made.
 */
function leadCurrent(release: Pick<Release, 'app' | 'id'>): string {
  const [folder, application] = [releaseDirectory(release), applicationDirectory(release.app)];
  const link = quote(`${folder}/current.new`);
  return `rm -f ${link}
ln -s ${quote(`releases/${release.id}`)} ${link}
flush ${quote(folder)}
mv -fT ${link} ${quote(`${application}/current`)}
flush ${quote(application)}`;
}

/** The step that writes the record which an earlier run failed to write, of a release that serves; it comes first. */
export function planMissingRecord(release: Pick<Release, 'app' | 'id'>): Step {
  const [planned, record] = [quote(plannedFile(release)), quote(recordFile(release))];
  return {
    kind: 'server',
    phase: 'prepare',
    id: 'release.record-missing',
    title: text(`Record ${release.id} as live`, `记录当前发布版本 ${release.id}`),
    reason: text('an earlier run could not write its record', '先前的运行未能写入其记录'),
    diff: `+ ${recordFile(release)}\n+ ${applicationDirectory(release.app)}/current -> releases/${release.id}`,
    script: `[ ! -f ${planned} ] || put_in_place ${planned} ${record}
${leadCurrent(release)}`,
  };
}

/** The releases that go beyond `keep`, once `release` is recorded. */
export function releasesToPrune(release: Release, recorded: readonly string[], keep: number): readonly string[] {
  if (recorded.length < keep) return [];
  return recorded.filter((id) => id !== release.id).slice(0, -(keep - 1) || undefined);
}

/** The step that removes the releases that go beyond `keep`; those kept are there to roll back to. */
export function planPrune(release: Release, recorded: readonly string[], keep: number): readonly Step[] {
  const old = releasesToPrune(release, recorded, keep);
  if (old.length === 0) return [];
  return [
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'prune',
      id: 'release.prune',
      title: text(
        `Remove ${old.length} old release(s), keep ${keep}`,
        `删除 ${old.length} 个旧的发布版本，保留 ${keep} 个`,
      ),
      reason: text('old images fill the disk', '旧镜像会占满磁盘'),
      diff: old.map((id) => `- ${id}`).join('\n'),
      measures: true,
      script: measureFreed(old.map((id) => pruneRelease(release, id)).join('\n')),
    },
  ];
}

/** Bash that removes a release and counts it; it warns of an image that somebody's container holds. */
function pruneRelease(release: Pick<Release, 'app' | 'image'>, id: string): string {
  const [folder, tag] = [
    quote(releaseDirectory({ app: release.app, id })),
    quote(imageTag({ image: release.image, id })),
  ];
  return `${removeRelease(release, id)}
if [ ! -e ${folder} ]; then
  removed=$((removed + 1))
  if docker image inspect ${tag} >/dev/null 2>&1; then
    held=$(docker ps -a --filter ancestor=${tag} --format '{{.Names}}' 2>/dev/null) || held=
    held=\${held//$'\\n'/,}
    notice IMAGE_LEFT image=${tag} "containers=\${held:--}"
  fi
fi`;
}

/**
 * Bash that removes image and folder of a release, as far as they are ours. While its container is there, so do they stay:
 * its id and the files that it mounts are in the folder.
 */
export function removeRelease({ app, image }: Pick<Release, 'app' | 'image'>, id: string): string {
  return `${goneFunctions}
if ${goneByFile(containerFile({ app, id }))}; then
${removeImage(imageTag({ image, id }), app)} || true
${ourFolders(app)}
remove_ours ${quote(releaseDirectory({ app, id }))}
fi`;
}

/** Bash that adds the line of this run to deploy.log; `$outcome` says how it ended. */
export function deployLogLine(release: Pick<Release, 'app' | 'id' | 'origin'>, subject: string): string {
  const who = release.origin.actor || '-';
  const line = [who, release.origin.runUrl || '-', release.id]
    .map((word) => word.replace(/[\s\x00-\x1f\x7f-\x9f]+/g, '_'))
    .join(' ');
  return `printf '%s %s %s %s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" ${quote(line)} "$outcome" ${quote(subject.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' '))} >>${quote(deployLog(release.app))}`;
}
