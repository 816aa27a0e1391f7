import { explainBuild } from '../dockerfile/build-failure.ts';
import { lastLines } from '../engine/apply.ts';
import type { Step } from '../engine/step.ts';
import { text } from '../messages/text.ts';
import { label } from '../release/labels.ts';
import { buildDirectory, imageTag, type Release } from '../release/release.ts';
import { shownRelease } from '../release/shown.ts';
import { commandLine, quote } from '../server/quote.ts';

/** The `docker build` of a release as argv. */
export function buildCommand(release: Release): readonly string[] {
  const folder = buildDirectory(release);
  return [
    // Without it a build that fails leaves the container of its last step (docker build --help).
    ...['docker', 'build', '--force-rm', '--file', `${folder}/Dockerfile`, '--tag', imageTag(release)],
    ...['--label', `${label.app}=${release.app}`, '--label', `${label.release}=${release.id}`],
    ...release.build.arguments.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
    folder,
  ];
}

/** Steps that bring the image of `release`: built, or named anew when `same` (a release's image) has the same content. */
export function planImage(release: Release, same: string | undefined): readonly Step[] {
  const tag = imageTag(release);
  const undo = `docker image rm ${quote(tag)} >/dev/null 2>&1 || ! docker image inspect ${quote(tag)} >/dev/null 2>&1`;
  const build: Step = {
    kind: 'server',
    phase: 'prepare',
    id: 'image.build',
    title: text(`Build image ${tag}`, `构建镜像 ${tag}`),
    reason: text('the jar or what is built around it is new', 'jar 或其构建内容有变化'),
    diff: `+ ${commandLine(buildCommand(shownRelease(release)))}`,
    streams: true,
    // The classic builder is silent while a layer of the base image comes in.
    silentSeconds: 1800,
    script: `${commandLine(buildCommand(release))} 2>&1`,
    undo,
    explain: (result) => explainBuild(lastLines(result.stdout, 40)),
  };
  const rename: Step = {
    kind: 'server',
    phase: 'prepare',
    id: 'image.tag',
    title: text(`Name image ${tag}`, `标记镜像 ${tag}`),
    reason: text('its content did not change', '镜像内容没有变化'),
    script: same === undefined ? 'false' : `docker tag ${quote(same)} ${quote(tag)}`,
    undo,
  };
  return [
    same === undefined ? build : rename,
    {
      kind: 'switch',
      phase: 'switch',
      pass: 1,
      stage: 'record',
      id: 'image.latest',
      title: text(`${release.image}:latest is this release`, `${release.image}:latest 指向本版本`),
      reason: text('for people who look with docker images', '便于用 docker images 查看'),
      script: `docker tag ${quote(tag)} ${quote(`${release.image}:latest`)}`,
    },
  ];
}
