import { randomBytes } from 'node:crypto';
import type { ProcessUser } from '../fragments/process-user.ts';
import { staticRoot } from '../layout/application-paths.ts';
import { type Text, text } from '../messages/text.ts';
import type { StaticSite } from '../nginx/site.ts';
import type { Project } from '../project/project.ts';
import { defaultVolumes } from '../release/default-volumes.ts';
import type { Build, Release } from '../release/release.ts';
import { releaseId } from '../release/release-id.ts';
import type { CarriedFolder } from '../resources/container/files-of-old.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { Container } from '../survey/containers.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { unseenFiles } from '../survey/written-files.ts';
import type { StatusRange } from '../values/health-status.ts';
import { isOfTheSystem } from '../values/system-places.ts';
import type { Volume } from '../values/volumes.ts';
import { isMounted } from '../values/volumes.ts';
import { decideBuild } from './build.ts';
import { containerHash } from './build-hash.ts';
import { type FilesAtStake, filesAtStake, foldersToCarry } from './container-files.ts';
import { decideContainer, decidePublished } from './container-spec.ts';
import type { DecisionInputs } from './decision-inputs.ts';
import { decideHealth, decideProof, reasonForHealth } from './health.ts';
import { containerOf, servingContainer } from './orphans.ts';
import { choosePort } from './port.ts';
import { toStartAgain } from './start-again.ts';
import { type ContainerUser, decideUser } from './user.ts';

/** What is to be, and how it differs from what is. */
export interface Decision {
  /** The release that is to serve: the current one where its container stays. */
  readonly release: Release;
  readonly current: Release | undefined;
  /** Why a new container is needed; undefined where the current one stays. */
  readonly newContainer: Text | undefined;
  /** The container of the current release where it stays, but does not run. */
  readonly startAgain: Container | undefined;
  /** Image of the current release, where its content is the wanted one and it is still there. */
  readonly sameImage: string | undefined;
  /** Whom its container runs as. */
  readonly user: ContainerUser;
  /** Whom that of the version before runs as; undefined: none runs. */
  readonly userBefore: ProcessUser | undefined;
  /** Why the application is asked as `release.health` says. */
  readonly healthReason: Text;
  /** What is in the container that this deploy replaces, or that goes on: outside its mounts. Undefined: there is none. */
  readonly atStake: FilesAtStake | undefined;
  /** Folders that are copied out of it and mounted in the new one. */
  readonly carried: readonly CarriedFolder[];
  /** Statuses of the proof request that count. */
  readonly proofStatus: readonly StatusRange[];
}

/** Decides what is to serve. Pure but for the random name of the proof location of a first deploy. */
export function decide(settings: DeploySettings, decisionInputs: DecisionInputs): Decision {
  const { project, surveyed, origin } = decisionInputs;
  const { inherited } = decisionInputs.adoptionSource;
  const { current } = surveyed.releases;
  const named = settings.container.volumes ?? inherited?.volumes ?? defaultVolumes(project.app);
  const remembered = (current?.container.carried ?? []).filter(({ container }) => !isMounted(container, named));
  const volumes = [...named, ...remembered];
  const user = decideUser(settings, project, inherited, writable(volumes, surveyed));
  const build = decideBuild(settings, project, surveyed, user);
  const spec = decideContainer(settings, decisionInputs, volumes, user);
  const published = decidePublished(settings, inherited, spec.appPort);
  const newContainer = reasonForContainer(containerHash(build.hash, spec), build, decisionInputs);
  const id =
    current !== undefined && newContainer === undefined ? current.id : releaseId(decisionInputs.now, origin.commit);
  const atStake = filesOfOld(decisionInputs, volumes);
  const carries = newContainer !== undefined && settings.container.writtenFiles === 'carry' && atStake !== undefined;
  const carried = carries ? foldersToCarry(atStake, project.app, id) : [];
  const mounts = carried
    .filter(({ mount }) => mount)
    .map(({ folder, host }) => ({ host, container: folder, readOnly: false }));
  const mounted = { ...spec, volumes: [...volumes, ...mounts], carried: [...remembered, ...mounts] };
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
    container: { hash: containerHash(build.hash, mounted), loopbackPort, ...mounted },
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
      certificate: decisionInputs.certificate,
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
    startAgain: current !== undefined && newContainer === undefined ? toStartAgain(current, surveyed) : undefined,
    user,
    userBefore: decisionInputs.adoptionSource.container?.ids ?? servingContainer(surveyed)?.user,
    sameImage:
      sameBuild && surveyed.images.some(({ tag, app }) => tag === currentImage && app === project.app)
        ? currentImage
        : undefined,
    healthReason: reasonForHealth(settings, project, spec.appPort),
    atStake,
    carried,
    proofStatus: proof.status,
  };
}

/** What the container that goes holds outside its mounts, or the one that stays. */
function filesOfOld(
  { adoptionSource, surveyed, project }: DecisionInputs,
  volumes: readonly Volume[],
): FilesAtStake | undefined {
  const old = adoptionSource.container ?? servingContainer(surveyed);
  if (old === undefined) return undefined;
  const written = surveyed.written.containers.find(({ container }) => container === old.id);
  const files = project.files.map(({ container }) => container);
  // One of which nothing was told is not one that holds nothing.
  return filesAtStake(written ?? unseenFiles(old.id, old.name), volumes, files);
}

/** Why the container that serves cannot stay; undefined where it can. */
function reasonForContainer(
  hash: string,
  build: Build,
  { project, surveyed, environmentSha256, adoptionSource }: DecisionInputs,
): Text | undefined {
  const { current } = surveyed.releases;
  if (adoptionSource.container !== undefined)
    return text('the container set up by hand is taken over', '接管手工部署的容器');
  if (current === undefined) return text('nothing is deployed yet', '尚未部署过');
  if (current.build.jar.contentSha256 !== build.jar.contentSha256)
    return text('the jar is another one', 'jar 内容有变化');
  if (current.build.hash !== build.hash)
    return text('Dockerfile, context or build arguments changed', 'Dockerfile、上下文或构建参数有变化');
  if (current.container.hash !== hash) return text('settings of the container changed', '容器设置有变化');
  if (surveyed.releases.environmentSha256 !== environmentSha256) return text('values of env changed', 'env 的值有变化');
  if (project.files.some(({ name, sha256 }) => surveyed.releases.fileSha256.get(name) !== sha256))
    return text('contents of files changed', 'files 的内容有变化');
  const runs = containerOf(current.id, surveyed)?.status === 'running';
  return runs || toStartAgain(current, surveyed) !== undefined
    ? undefined
    : text('its container does not run', '容器未在运行');
}

function decideStaticSite({ app, staticSite }: Project): StaticSite | undefined {
  if (staticSite === undefined) return undefined;
  const { sha256, path, fallback } = staticSite;
  return { root: staticRoot(app, sha256), path, fallback };
}

function writable(volumes: readonly Volume[], surveyed: DeploymentSurvey): DeploymentSurvey['storage']['folders'] {
  // Root's time zone (`/etc/localtime:/etc/localtime`) makes no application root.
  const paths = volumes.flatMap(({ host, readOnly }) => (readOnly || isOfTheSystem(host) ? [] : [host]));
  return surveyed.storage.folders.filter((folder) => paths.includes(folder.path));
}
