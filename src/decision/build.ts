import { isDeepStrictEqual } from 'node:util';
import { jarNameInImage, renderDockerfile } from '../dockerfile/render.ts';
import type { Exploded } from '../jar/exploded.ts';
import type { Jar } from '../jar/jar.ts';
import type { Project } from '../project/project.ts';
import type { Build, BuiltJar, ContainerUser } from '../release/release.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { buildHash } from './build-hash.ts';

/** Decides what the image is built from; a rendered Dockerfile has the application run as `user`. */
export function decideBuild(
  settings: DeploySettings,
  project: Project,
  { releases }: ProvisionedServer,
  { ids }: ContainerUser,
): Build {
  const { jar, dockerfile } = project;
  const exploded = dockerfile === undefined && typeof jar.exploded === 'object' ? jar.exploded : undefined;
  const jarName = jarNameInImage(jar.fileName);
  const text =
    dockerfile?.text ??
    renderDockerfile({
      baseImage: project.baseImages[0] ?? '',
      app: project.app,
      jarName,
      unpacked: exploded && { layers: exploded.layers, mainClass: jar.mainClass },
      profile: project.profile,
      user: ids?.uid === 0 ? undefined : ids,
    });
  return {
    hash: buildHash({
      dockerfile: text,
      arguments: settings.image.buildArgs,
      jarContentSha256: jar.contentSha256,
      context: project.context,
    }),
    dockerfile: text,
    arguments: settings.image.buildArgs,
    jar: builtJar(jar, releases, exploded),
    jarDestinations: dockerfile?.jarDestinations ?? [jarName],
    ...(exploded && { unpacked: { layers: exploded.layers, files: exploded.files, bytes: exploded.bytes } }),
  };
}

/**
 * A rebuilt jar with the same contents is the one that the server has, while it has it: it need not be sent. One that is
 * to be taken apart must have been taken apart there: it was packed otherwise, so that it takes another recipe.
 */
function builtJar(
  jar: Jar,
  { current, jars }: ProvisionedServer['releases'],
  exploded: Exploded | undefined,
): BuiltJar {
  const built = current?.build.jar;
  const known =
    exploded === undefined ||
    built?.sha256 === jar.sha256 ||
    isDeepStrictEqual(current?.build.unpacked?.layers, exploded.layers);
  if (built?.contentSha256 === jar.contentSha256 && jars.has(built.sha256) && known) return built;
  const { fileName, bytes, sha256, contentSha256, javaVersion, bootVersion } = jar;
  return { fileName, bytes, sha256, contentSha256, javaVersion, bootVersion };
}
