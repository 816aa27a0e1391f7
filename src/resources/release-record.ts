import { posix } from 'node:path';
import type { Step } from '../engine/step.ts';
import { text } from '../messages/text.ts';
import { applicationDirectory, imageTag, incomingJar, type Release, releaseDirectory } from '../release/release.ts';
import { encode } from '../server/heredoc.ts';
import { quote } from '../server/quote.ts';

/** The step that makes `release` the recorded and current one. */
export function planRecord(release: Release): Step {
  const folder = releaseDirectory(release);
  const application = applicationDirectory(release.app);
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'record',
    id: 'release.record',
    title: text(`${application}/current is ${release.id}`, `${application}/current 指向 ${release.id}`),
    reason: text('later runs and people find what serves there', '后续运行和运维人员据此找到当前版本'),
    script: `umask 077
base64 -d >${quote(`${folder}/release.json.new`)} <<'EOF'
${encode(`${JSON.stringify(release, null, 2)}\n`)}
EOF
put_in_place ${quote(`${folder}/release.json.new`)} ${quote(`${folder}/release.json`)}
ln -sfn ${quote(`releases/${release.id}`)} ${quote(`${application}/current.new`)}
put_in_place ${quote(`${application}/current.new`)} ${quote(`${application}/current`)}
# What an upload that was broken off left is of no use any more.
rm -rf ${quote(`${folder}/switch/stage`)} ${quote(posix.dirname(incomingJar(release)))}`,
  };
}

/** The releases that go beyond `keep`, once `release` is recorded. */
export function releasesToPrune(release: Release, recorded: readonly string[], keep: number): readonly string[] {
  if (recorded.length < keep) return [];
  return recorded.filter((id) => id !== release.id).slice(0, -(keep - 1) || undefined);
}

/** The step that removes the releases that go beyond `keep`; those kept are there to go back to. */
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
      title: text(`Remove ${old.length} old release(s), keep ${keep}`, `删除 ${old.length} 个旧版本，保留 ${keep} 个`),
      reason: text('old images fill the disk', '旧镜像会占满磁盘'),
      diff: old.map((id) => `- ${id}`).join('\n'),
      script: old
        .map(
          (id) => `docker image rm ${quote(imageTag({ image: release.image, id }))} >/dev/null 2>&1 || true
rm -rf ${quote(releaseDirectory({ app: release.app, id }))}`,
        )
        .join('\n'),
    },
  ];
}

/** Bash that adds the line of this deploy to deploy.log; `$outcome` says how it ended. */
export function deployLogLine(release: Release, subject: string): string {
  const who = release.origin.actor || '-';
  const line = [who, release.origin.runUrl || '-', release.id]
    .map((word) => word.replace(/[\s\x00-\x1f\x7f-\x9f]+/g, '_'))
    .join(' ');
  return `printf '%s %s %s %s\\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" ${quote(line)} "$outcome" ${quote(subject.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' '))} >>${quote(`${applicationDirectory(release.app)}/deploy.log`)}`;
}
