import { jarNameInImage, renderDockerfile } from '../dockerfile/render.ts';
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
  const jarName = jarNameInImage(jar.fileName);
  const text =
    dockerfile?.text ??
    renderDockerfile({
      baseImage: project.baseImages[0] ?? '',
      app: project.app,
      jarName,
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
    jar: builtJar(jar, releases),
    jarDestinations: dockerfile?.jarDestinations ?? [jarName],
  };
}

/** A rebuilt jar with the same contents is the one that the server has, while it has it: it need not be sent. */
function builtJar(jar: Jar, { current, jars }: ProvisionedServer['releases']): BuiltJar {
  const built = current?.build.jar;
  if (built?.contentSha256 === jar.contentSha256 && jars.has(built.sha256)) return built;
  const { fileName, bytes, sha256, contentSha256, javaVersion, bootVersion } = jar;
  return { fileName, bytes, sha256, contentSha256, javaVersion, bootVersion };
}
