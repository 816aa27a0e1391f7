import { randomBytes } from 'node:crypto';
import { jarNameInImage, renderDockerfile } from '../dockerfile/render.ts';
import { healthProbe } from '../jar/health.ts';
import type { Jar } from '../jar/jar.ts';
import { commandMessages } from '../messages/commands.ts';
import { type Text, text } from '../messages/text.ts';
import type { CertificatePair, StaticSite } from '../nginx/site.ts';
import type { Inherited } from '../release/adopted.ts';
import { label } from '../release/labels.ts';
import {
  answersAtWork,
  type Build,
  type BuiltJar,
  type ContainerSpec,
  type HealthCheck,
  type Origin,
  type Release,
  releaseId,
  staticDirectory,
} from '../release/release.ts';
import { belowServerError, type StatusRange } from '../settings/health-status.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { Volume } from '../settings/volumes.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { appPortOf, type Heritage } from './adoption/adoption.ts';
import { isReadOnTheRunner } from './adoption/inherited.ts';
import { buildHash, containerHash } from './build-hash.ts';
import { choosePort } from './port.ts';
import type { Project } from './project.ts';
import { plainVariables } from './variables.ts';
import { defaultVolumes, ownerOf } from './volumes.ts';

/** What is to be, and how it differs from what is. */
export interface Decision {
  /** The release that is to serve: the current one where its container stays. */
  readonly release: Release;
  readonly current: Release | undefined;
  /** Why a new container is needed; undefined where the current one stays. */
  readonly newContainer: Text | undefined;
  /** Image of the current release, where its content is the wanted one and it is still there. */
  readonly sameImage: string | undefined;
  /** Why the application is asked as `release.health` says. */
  readonly healthReason: Text;
  /** Statuses of the proof request that count. */
  readonly proofStatus: readonly StatusRange[];
}

/** What a decision rests on besides the settings. */
export interface Circumstances {
  readonly project: Project;
  readonly surveyed: DeploymentSurvey;
  /** What a set-up by hand hands on. */
  readonly heritage: Heritage;
  readonly certificate: CertificatePair;
  /** SHA-256 of the env file that is wanted; undefined where there are no variables. */
  readonly environmentSha256: string | undefined;
  readonly origin: Origin;
  readonly now: Date;
}

/** Decides what is to serve. Pure but for the random name of the proof location of a first deploy. */
export function decide(settings: DeploySettings, circumstances: Circumstances): Decision {
  const { project, surveyed, origin } = circumstances;
  const { inherited } = circumstances.heritage;
  const { current } = surveyed.releases;
  const volumes = settings.container.volumes ?? inherited?.volumes ?? defaultVolumes(project.app);
  // Who ran as somebody goes on as that: what it wrote belongs to it.
  const owner = inherited === undefined ? ownerOf(writable(volumes, surveyed)) : undefined;
  const build = decideBuild(settings, project, surveyed, owner);
  const spec = decideContainer(settings, circumstances, volumes, owner);
  const published = decidePublished(settings, inherited, spec.appPort);
  const hash = containerHash(build.hash, spec);
  const newContainer = reasonForContainer(hash, build, circumstances);
  const id =
    current !== undefined && newContainer === undefined ? current.id : releaseId(circumstances.now, origin.commit);
  const loopbackPort =
    current !== undefined && newContainer === undefined
      ? current.container.loopbackPort
      : choosePort(project.app, surveyed.listeners, surveyed.releases.recordedPorts);
  const health = decideHealth(settings, project, spec.appPort);
  const proof = decideProof(health, project, spec.appPort);
  const release: Release = {
    format: 1,
    id,
    app: project.app,
    image: project.image,
    origin: current !== undefined && newContainer === undefined ? current.origin : origin,
    build: current !== undefined && newContainer === undefined ? current.build : build,
    container: { hash, loopbackPort, ...spec },
    health,
    site: {
      app: project.app,
      image: project.image,
      release: id,
      domain: settings.site.domain,
      httpsPort: settings.site.httpsPort,
      upstreamPort: loopbackPort,
      publishedAppPort: published?.port,
      publishedOnLoopback: published?.loopbackOnly ?? false,
      staticSite: decideStaticSite(project),
      certificate: circumstances.certificate,
      maxBodySize: settings.site.maxBodySize,
      snippet: settings.site.snippet,
      proof: {
        path: current?.site.proof.path ?? `/deploy-proof/${randomBytes(16).toString('hex')}`,
        target: proof.target,
      },
      ipv6: surveyed.system.ipv6,
    },
    drainTimeoutSeconds: settings.drainTimeoutSeconds,
  };
  const sameBuild = current !== undefined && current.build.hash === build.hash;
  const currentImage = current === undefined ? '' : `${current.image}:${current.id}`;
  return {
    release,
    current,
    newContainer,
    sameImage: sameBuild && surveyed.images.includes(currentImage) ? currentImage : undefined,
    healthReason: reasonForHealth(settings, project, spec.appPort),
    proofStatus: proof.status,
  };
}

function decideStaticSite({ app, staticSite }: Project): StaticSite | undefined {
  if (staticSite === undefined) return undefined;
  const { sha256, path, fallback } = staticSite;
  return { root: staticDirectory(app, sha256), path, fallback };
}

/** Where the application's own port is served in plain http: as the input says, else as the container taken over had it. */
function decidePublished(
  { container: { publishPort } }: DeploySettings,
  inherited: Inherited | undefined,
  appPort: number,
): Inherited['published'] {
  if (publishPort === false) return undefined;
  if (publishPort === undefined) return inherited?.published;
  return { port: inherited?.published?.port ?? appPort, loopbackOnly: false };
}

function decideBuild(
  settings: DeploySettings,
  project: Project,
  surveyed: DeploymentSurvey,
  owner: ReturnType<typeof ownerOf>,
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
      user: owner,
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
    jar: builtJar(jar, surveyed.releases.current),
    jarDestinations: dockerfile?.jarDestinations ?? [jarName],
  };
}

/** A rebuilt jar with the same contents is the one that the server has: it need not be sent. */
function builtJar(jar: Jar, current: Release | undefined): BuiltJar {
  if (current?.build.jar.contentSha256 === jar.contentSha256) return current.build.jar;
  const { fileName, bytes, sha256, contentSha256, javaVersion, bootVersion } = jar;
  return { fileName, bytes, sha256, contentSha256, javaVersion, bootVersion };
}

function writable(volumes: readonly Volume[], surveyed: DeploymentSurvey): DeploymentSurvey['storage']['folders'] {
  const paths = volumes.filter((volume) => !volume.readOnly).map((volume) => volume.host);
  return surveyed.storage.folders.filter((folder) => paths.includes(folder.path));
}

function decideContainer(
  settings: DeploySettings,
  { project, surveyed, heritage: { inherited } }: Circumstances,
  volumes: readonly Volume[],
  owner: ReturnType<typeof ownerOf>,
): Omit<ContainerSpec, 'hash' | 'loopbackPort'> {
  const { container } = settings;
  const given = container.environment.map((variable) => variable.name);
  const user = project.dockerfile === undefined ? inherited?.user.effective : inherited?.user.given;
  // A container taken over goes by the clock that it went by.
  const clock = inherited === undefined ? surveyed.system.timezone : undefined;
  return {
    appPort: appPortOf(settings, project),
    volumes,
    files: project.files.map(({ name, container }) => ({ name, container })),
    networks: container.network === undefined ? (inherited?.networks ?? []) : [container.network],
    memory: container.memory,
    variables: plainVariables(container, project.dockerfile, clock),
    environmentNames: given,
    adoptedEnvironment: (inherited?.environment ?? []).filter(
      (name) => !given.includes(name) && !isReadOnTheRunner(name),
    ),
    user: user || undefined,
    options: container.options,
    volumeOwner: owner === undefined || project.dockerfile !== undefined ? undefined : `${owner.uid}:${owner.gid}`,
    rotateLogs: surveyed.docker.state !== 'running' || ['json-file', 'local'].includes(surveyed.docker.loggingDriver),
    stopTimeoutSeconds: 30,
  };
}

/** Why the container that serves cannot stay; undefined where it can. */
function reasonForContainer(
  hash: string,
  build: Build,
  { project, surveyed, environmentSha256, heritage }: Circumstances,
): Text | undefined {
  const { current } = surveyed.releases;
  if (heritage.container !== undefined) return text('the container set up by hand is taken over', '接管手工部署的容器');
  if (current === undefined) return text('nothing is deployed yet', '尚未部署过');
  if (current.build.jar.contentSha256 !== build.jar.contentSha256)
    return text('the jar is another one', 'jar 内容有变化');
  if (current.build.hash !== build.hash)
    return text('Dockerfile, context or build arguments changed', 'Dockerfile、上下文或构建参数有变化');
  if (current.container.hash !== hash) return text('settings of the container changed', '容器设置有变化');
  if (surveyed.releases.environmentSha256 !== environmentSha256) return text('values of env changed', 'env 的值有变化');
  if (project.files.some(({ name, sha256 }) => surveyed.releases.fileSha256.get(name) !== sha256))
    return text('contents of files changed', 'files 的内容有变化');
  const running = surveyed.containers.some(
    (one) => one.labels[label.release] === current.id && one.status === 'running',
  );
  return running ? undefined : text('its container does not run', '容器未在运行');
}

function reasonForHealth({ health }: DeploySettings, project: Project, appPort: number): Text {
  if (health.path !== undefined || health.status !== undefined) return commandMessages.healthGiven;
  return healthProbe(project.jar.configuration, appPort).reason;
}

function decideHealth(settings: DeploySettings, project: Project, appPort: number): HealthCheck {
  const probe = healthProbe(project.jar.configuration, appPort);
  const given = settings.health.path;
  return {
    path: given ?? probe.path,
    port: given === undefined ? probe.port : appPort,
    status: settings.health.status ?? (given === undefined ? probe.status : [{ from: 200, to: 200 }]),
    fallback:
      given !== undefined || settings.health.status !== undefined || probe.fallback === undefined
        ? undefined
        : { path: probe.fallback.path, port: probe.fallback.port, status: probe.fallback.status },
    timeoutSeconds: settings.health.timeoutSeconds,
    database: project.jar.configuration.databasePlace,
  };
}

/**
 * What is asked through nginx: the health path where the application's own port serves it, else its root. What a
 * guarded health endpoint answers (401, 404) counts too: release and configuration are told by nginx's headers.
 */
function decideProof(
  health: HealthCheck,
  project: Project,
  appPort: number,
): { target: string; status: readonly StatusRange[] } {
  if (health.port !== appPort) return { target: `${project.jar.configuration.contextPath}/`, status: belowServerError };
  return { target: health.path, status: answersAtWork(health) };
}
