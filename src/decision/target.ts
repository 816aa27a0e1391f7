import type { ProjectSource, ServedCertificate, Target } from '../deployment/target.ts';
import type { Jar } from '../jar/jar.ts';
import type { Project } from '../project/project.ts';
import type { Secret } from '../redaction/secret.ts';
import type { BuiltJar, Origin, Release } from '../release/release.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { adoptionProblems, adoptionSourceOf } from './adoption/adoption-source.ts';
import { configurationNotices } from './configuration-notices.ts';
import { decide } from './decide.ts';
import { unmountedDatabase } from './embedded-database.ts';
import { renderedEnvironment, sha256Of } from './env-content.ts';
import { heapNotices } from './heap.ts';
import { pathNotices } from './written-paths.ts';

/** What a release of a project is decided from. */
export interface TargetInputs {
  readonly settings: DeploySettings;
  readonly project: Project;
  readonly server: ProvisionedServer;
  readonly certificate: ServedCertificate;
  /** The server's public address; undefined: not known. */
  readonly publicAddress: string | undefined;
  readonly origin: Origin;
  readonly now: Date;
}

/** Decides the release that a project and settings ask for, and what is to be said of it. */
export function decideTarget(inputs: TargetInputs): Target {
  const { settings, project, server, certificate, publicAddress, origin, now } = inputs;
  const environment = renderedEnvironment(settings.container.environment);
  const adoptionSource = adoptionSourceOf(settings, project, server);
  const { release, newContainer, healthReason, atStake, carried } = decide(settings, {
    project,
    server,
    adoptionSource,
    certificate: certificate.pair,
    environmentSha256: environment === undefined ? undefined : sha256Of(environment),
    origin,
    now,
  });
  const database = unmountedDatabase(settings, project, release.container, newContainer !== undefined);
  return {
    release,
    source: sourceOf(project, environment, release, server.releases.current),
    newContainer,
    certificate,
    adoption: adoptionSource,
    atStake,
    carried,
    publicAddress,
    hidden: 'taken-over',
    choices: {
      writtenFiles: settings.container.writtenFiles,
      keepReleases: settings.keepReleases,
      host: settings.server.host,
      dnsOverwrite: settings.tencent?.dnsOverwrite ?? [],
      language: settings.language,
      hooks: settings.hooks,
    },
    advice: {
      problems: [...database.problems, ...adoptionProblems(adoptionSource, settings, project, atStake)],
      warnings: database.warnings,
      notices: {
        configuration: configurationNotices(project, release.container.inheritedEnvironment),
        paths: [...heapNotices(settings.container), ...pathNotices(release.container, project)],
      },
      healthReason,
    },
  };
}

function sourceOf(
  project: Project,
  environment: Secret | undefined,
  { build }: Release,
  current: Release | undefined,
): ProjectSource {
  const { context, files, jar, pulledImages, staticSite, dockerfile } = project;
  return {
    kind: 'project',
    context,
    environment,
    files,
    jarSource: jar.path,
    recipe: build.unpacked && recipeFor(jar, build.jar, current),
    fileBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    pulledImages,
    staticSite,
    shellForm: dockerfile?.shellForm,
  };
}

/** The runner's own for the jar that it has; for one that the server has and that was packed otherwise, that which is there. */
function recipeFor({ sha256, exploded }: Jar, built: BuiltJar, current: Release | undefined): ProjectSource['recipe'] {
  if (built.sha256 !== sha256) return current && { release: current.id };
  return typeof exploded === 'object' ? exploded.recipe : undefined;
}
