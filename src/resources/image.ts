import { explainBuild } from '../dockerfile/build-failure.ts';
import type { Puller } from '../dockerfile/pull-failure.ts';
import { lastLines } from '../engine/apply.ts';
import type { Step } from '../engine/step.ts';
import { unpackedDirectory } from '../layout/application-paths.ts';
import { buildDirectory, recipeFile, releaseDirectory } from '../layout/release-paths.ts';
import { text } from '../messages/text.ts';
import { label } from '../release/labels.ts';
import { imageTag } from '../release/names.ts';
import type { Release } from '../release/release.ts';
import { shownRelease } from '../release/shown.ts';
import { commandLine, quote } from '../shell/quote.ts';
import { measureGrowth } from './disk-growth.ts';
import { mustBeJar } from './place-jar.ts';
import { unpacking } from './unpacking.ts';

/** The `docker build` of a release as argv. Of a jar that is taken apart it sees the layers alone. */
export function buildCommand(release: Release): readonly string[] {
  const folder = buildDirectory(release);
  const context = release.build.unpacked === undefined ? folder : unpackedDirectory(release.app);
  return [
    // Without it a build that fails leaves the container of its last step (docker build --help).
    ...['docker', 'build', '--force-rm', '--file', `${folder}/Dockerfile`, '--tag', imageTag(release)],
    ...['--label', `${label.app}=${release.app}`, '--label', `${label.release}=${release.id}`],
    ...release.build.arguments.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
    context,
  ];
}

/**
 * Where the image of a release comes from: built; another release's, named anew; or there under its own name. `kept`: the
 * release was kept, and needs it from then on, whatever becomes of the run.
 */
export type ImageSource =
  | { readonly from: 'build'; readonly kept: boolean }
  | { readonly from: 'release'; readonly tag: string; readonly kept: boolean }
  | { readonly from: 'server' };

/**
 * Steps that bring the image of `release`.
 * `latestIsOurs`: whether `<image>:latest` may be led to it; somebody else's keeps what it names (rule *Ours*).
 * `before`: the release that serves now; what the disk has of it does not count as growth.
 */
export function planImage(
  release: Release,
  source: ImageSource,
  latestIsOurs: boolean,
  puller: Puller,
  before: Pick<Release, 'image' | 'id'> | undefined,
): readonly Step[] {
  const brought = source.from === 'server' ? [] : [bring(release, source, puller, before)];
  return [...brought, ...(latestIsOurs ? [nameLatest(release)] : [])];
}

function bring(
  release: Release,
  source: Exclude<ImageSource, { readonly from: 'server' }>,
  puller: Puller,
  before: Pick<Release, 'image' | 'id'> | undefined,
): Step {
  const tag = imageTag(release);
  const free = source.kept ? endWhereThere(release) : mustBeFree(tag);
  const common = { kind: 'server', phase: 'prepare' } as const;
  if (source.from === 'release') {
    return {
      ...common,
      id: 'image.tag',
      title: text(`Name image ${tag}`, `标记镜像 ${tag}`),
      reason: text('its content did not change', '镜像内容没有变化'),
      script: `${free}\ndocker tag ${quote(source.tag)} ${quote(tag)}\n${measureGrowth(release, before)}`,
      ...(source.kept ? {} : { undo: takeBackImage(tag, isSameImage(tag, source.tag)) }),
    };
  }
  const undo = [
    ...(release.build.unpacked === undefined ? [] : [removeUnpacked(release)]),
    ...(source.kept ? [] : [takeBackImage(tag, isBuiltFor(release))]),
  ];
  return {
    ...common,
    id: 'image.build',
    title: text(`Build image ${tag}`, `构建镜像 ${tag}`),
    reason: source.kept
      ? text('the image of this release was removed', '该发布版本的镜像已被删除')
      : text('the jar or what is built around it is new', 'jar 或其构建内容有变化'),
    diff: `+ ${commandLine(buildCommand(shownRelease(release)))}`,
    streams: true,
    // A builder is silent while it pulls, and a command may be.
    silentSeconds: 1800,
    endable: true,
    script: `${buildScript(release, free)}\n${measureGrowth(release, before)}`,
    ...(undo.length === 0 ? {} : { undo: undo.join('\n') }),
    explain: (result) => explainBuild(lastLines(result.stdout, 40), puller),
  };
}

function mustBeFree(tag: string): string {
  return `! docker image inspect ${quote(tag)} >/dev/null 2>&1 || failure IMAGE_TAG_TAKEN tag=${quote(tag)}`;
}

/** Bash that ends a step where a release has its image; somebody else's under its name is refused. */
export function endWhereThere(release: Release): string {
  const tag = imageTag(release);
  return `if docker image inspect ${quote(tag)} >/dev/null 2>&1; then
  ${isOfApp(tag, release.app)} || failure IMAGE_TAG_TAKEN tag=${quote(tag)}
  exit 0
fi`;
}

/** Bash that takes a name from an image that this run gave it to, as a condition tells; fails where docker refuses. */
function takeBackImage(tag: string, isOurs: string): string {
  const [name, there] = [quote(tag), `docker image inspect ${quote(tag)} >/dev/null 2>&1`];
  return `! ${isOurs} || docker image rm ${name} >/dev/null 2>&1 || ! ${there}`;
}

function isSameImage(tag: string, other: string): string {
  const idOf = (name: string) => `$(docker image inspect --format '{{.Id}}' ${quote(name)} 2>/dev/null)`;
  return `[ "${idOf(tag)}" = "${idOf(other)}" ]`;
}

/** Bash condition: whether the image under a release's name is the one that was built for it. */
function isBuiltFor(release: Release): string {
  const format = [label.app, label.release].map((name) => `{{index .Config.Labels ${JSON.stringify(name)}}}`).join(' ');
  const labels = `$(docker image inspect --format ${quote(format)} ${quote(imageTag(release))} 2>/dev/null)`;
  return `[ "${labels}" = ${quote(`${release.app} ${release.id}`)} ]`;
}

function nameLatest(release: Release): Step {
  const latest = `${release.image}:latest`;
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'record',
    id: 'image.latest',
    title: text(`${latest} is this release`, `${latest} 指向本发布版本`),
    reason: text('for people who look with docker images', '便于用 docker images 查看'),
    script: `! docker image inspect ${quote(latest)} >/dev/null 2>&1 || ${isOfApp(latest, release.app)} || failure IMAGE_LATEST_TAKEN tag=${quote(latest)}
docker tag ${quote(imageTag(release))} ${quote(latest)}`,
  };
}

/** Bash condition: whether the image of a name was built for an application. */
export function isOfApp(tag: string, app: string): string {
  const format = `{{index .Config.Labels ${JSON.stringify(label.app)}}}`;
  return `[ "$(docker image inspect --format ${quote(format)} ${quote(tag)} 2>/dev/null)" = ${quote(app)} ]`;
}

/** Bash that takes a name from an image, where that was built for the application; fails where docker refuses. */
export function removeImage(tag: string, app: string): string {
  return `{ ! ${isOfApp(tag, app)} || docker image rm ${quote(tag)} >/dev/null 2>&1; }`;
}

/**
 * Bash that builds the image once `free` let it; afterwards images go that earlier builds left without a name, but for
 * those that this one went through. In the middle of a build an image has no label of a release: what somebody made of a
 * whole one (`docker commit`) has it.
 */
export function buildScript(release: Release, free: string): string {
  const log = quote(`${releaseDirectory(release)}/build.log`);
  const format = `{{index .Config.Labels ${JSON.stringify(label.release)}}}`;
  const build = `${commandLine(buildCommand(release))} 2>&1 | tee ${log}`;
  return `${free}
set -o pipefail
${release.build.unpacked === undefined ? build : unpackedFor(release, build)}
docker image ls -q --no-trunc --filter dangling=true --filter ${quote(`label=${label.build}=${release.app}`)} | sort -u | while IFS= read -r image; do
  part=\${image#sha256:}
  grep -qF "\${part:0:12}" ${log} || [ -n "$(docker image inspect --format ${quote(format)} "$image" 2>/dev/null || echo gone)" ] ||
    docker image rm "$image" >/dev/null 2>&1 || true
done
rm -f ${log}`;
}

/** `build` with the jar taken apart before it; what came of that is there only as long as it runs. */
function unpackedFor(release: Release, build: string): string {
  const folder = quote(unpackedDirectory(release.app));
  const jar = `${buildDirectory(release)}/${release.build.jarDestinations[0]}`;
  return `${unpacking}
# A jar that was kept for a rollback lies there for long.
${mustBeJar(release, jar)}
rm -rf ${folder}
mkdir -m 700 ${folder}
printf %s ${release.id} >${folder}/${ownerFile}
take_apart ${quote(jar)} ${quote(recipeFile(release))} ${folder} || {
  ${removeUnpacked(release)}
  failure JAR_NOT_UNPACKED path=${quote(jar)}
}
built=0
${build} || built=$?
${removeUnpacked(release)}
[ "$built" = 0 ] || exit "$built"`;
}

/** In the folder that a jar is taken apart in: the id of the release whose build that is for. */
const ownerFile = '.release';

/** Bash that removes what the jar was taken apart into; what another run has there by now, whose turn it is, stays. */
function removeUnpacked(release: Release): string {
  const folder = quote(unpackedDirectory(release.app));
  return `[ "$(cat ${folder}/${ownerFile} 2>/dev/null)" != ${release.id} ] || rm -rf ${folder}`;
}

/** The step that removes the containers of a build that was cut short; none of them runs. */
export function removeBuildLeftovers(ids: readonly string[]): readonly Step[] {
  if (ids.length === 0) return [];
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'image.remove-leftovers',
      title: text(
        `Remove ${ids.length} container(s) of an interrupted build`,
        `删除中断的构建留下的 ${ids.length} 个容器`,
      ),
      reason: text('docker build left them when it was interrupted', 'docker build 中断时留下的'),
      diff: ids.map((id) => `- ${id.slice(0, 12)}`).join('\n'),
      // Without -f: docker refuses one that runs.
      script: `docker rm ${ids.map(quote).join(' ')} >/dev/null 2>&1 || true`,
    },
  ];
}
