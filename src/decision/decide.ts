import { randomBytes } from 'node:crypto';
import type { FilesAtStake } from '../deployment/container-files.ts';
import { containerOf, servingContainer } from '../deployment/orphans.ts';
import { choosePort } from '../deployment/port.ts';
import { toStartAgain } from '../deployment/start-again.ts';
import { staticRoot } from '../layout/application-paths.ts';
import { releaseId } from '../layout/release-id.ts';
import { type Text, text } from '../messages/text.ts';
import type { StaticSite } from '../nginx/site.ts';
import type { Project } from '../project/project.ts';
import { defaultVolumes } from '../release/default-volumes.ts';
import type { Build, Release } from '../release/release.ts';
import type { CarriedFolder } from '../resources/container/files-of-old.ts';
import type { DeploySettings } from '../settings/settings.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { FolderState } from '../survey/storage.ts';
import { isOfTheSystem } from '../values/system-places.ts';
import type { Volume } from '../values/volumes.ts';
import { isMounted } from '../values/volumes.ts';
import { decideBuild } from './build.ts';
import { containerHash } from './build-hash.ts';
import { decideContainer, decidePublished } from './container-spec.ts';
import type { DecisionInputs } from './decision-inputs.ts';
import { filesOfOld, whatIsCarried } from './files-of-old.ts';
import { decideHealth, proofTarget, reasonForHealth } from './health.ts';
import { decideUser } from './user.ts';

/** What is to be, and how it differs from what is. */
export interface Decision {
  /** The release that is to serve: the current one where its container stays. */
  readonly release: Release;
  /** Why a new container is needed; undefined where the current one stays. */
  readonly newContainer: Text | undefined;
  /** Why the application is asked as `release.health` says. */
  readonly healthReason: Text;
  /** What is in the container that this deploy replaces, or that goes on: outside its mounts. Undefined: there is none. */
  readonly atStake: FilesAtStake | undefined;
  /** Folders that are copied out of it and mounted in the new one. */
  readonly carried: readonly CarriedFolder[];
}

/** Decides what is to serve. Pure but for the random name of the proof location of a first deploy. */
export function decide(settings: DeploySettings, decisionInputs: DecisionInputs): Decision {
  const { project, server, origin } = decisionInputs;
  const { inherited } = decisionInputs.adoptionSource;
  const { current } = server.releases;
  const named = settings.container.volumes ?? inherited?.volumes ?? defaultVolumes(project.app);
  const remembered = (current?.container.carried ?? []).filter(({ container }) => !isMounted(container, named));
  const volumes = [...named, ...remembered];
  const user = decideUser(settings, project, inherited, writable(volumes, server));
  const build = decideBuild(settings, project, server, user);
  const spec = decideContainer(settings, decisionInputs, volumes, user);
  const published = decidePublished(settings, inherited, spec.appPort);
  const newContainer = reasonForContainer(containerHash(build.hash, spec), build, decisionInputs);
  const id =
    current !== undefined && newContainer === undefined ? current.id : releaseId(decisionInputs.now, origin.commit);
  const mountedFiles = project.files.map(({ container }) => container);
  const old = decisionInputs.adoptionSource.container ?? servingContainer(server);
  const atStake = filesOfOld(old, server, volumes, mountedFiles);
  const choice = newContainer === undefined ? undefined : settings.container.writtenFiles;
  const { carried, mounts } = whatIsCarried(atStake, choice, project.app, id);
  const mounted = { ...spec, volumes: [...volumes, ...mounts], carried: [...remembered, ...mounts] };
  const loopbackPort =
    current !== undefined && newContainer === undefined
      ? current.container.loopbackPort
      : choosePort(project.app, server.listeners, server.releases.recordedPorts);
  const health = decideHealth(settings, project, spec.appPort);
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
        target: proofTarget(health, project, spec.appPort),
      },
      ipv6: server.system.ipv6,
    },
    drainTimeoutSeconds: settings.drainTimeoutSeconds,
  };
  return {
    release,
    newContainer,
    healthReason: reasonForHealth(settings, project, spec.appPort),
    atStake,
    carried,
  };
}

/** Why the container that serves cannot stay; undefined where it can. */
function reasonForContainer(
  hash: string,
  build: Build,
  { project, server, environmentSha256, adoptionSource }: DecisionInputs,
): Text | undefined {
  const { current } = server.releases;
  if (adoptionSource.container !== undefined) return text('the existing container is taken over', '接管手工部署的容器');
  if (current === undefined) return text('nothing is deployed yet', '尚未部署过');
  if (current.build.jar.contentSha256 !== build.jar.contentSha256)
    return text('the jar is another one', 'jar 内容有变化');
  if (current.build.hash !== build.hash)
    return text('Dockerfile, context or build arguments changed', 'Dockerfile、上下文或构建参数有变化');
  if (current.container.hash !== hash) return text('settings of the container changed', '容器设置有变化');
  if (server.releases.environmentSha256 !== environmentSha256) return text('values of env changed', 'env 的值有变化');
  if (project.files.some(({ name, sha256 }) => server.releases.fileSha256.get(name) !== sha256))
    return text('contents of files changed', 'files 的内容有变化');
  const runs = containerOf(current.id, server)?.status === 'running';
  return runs || toStartAgain(current, server) !== undefined
    ? undefined
    : text('its container does not run', '容器未在运行');
}

function decideStaticSite({ app, staticSite }: Project): StaticSite | undefined {
  if (staticSite === undefined) return undefined;
  const { sha256, path, fallback } = staticSite;
  return { root: staticRoot(app, sha256), path, fallback };
}

function writable(volumes: readonly Volume[], server: ProvisionedServer): readonly FolderState[] {
  // Root's time zone (`/etc/localtime:/etc/localtime`) makes no application root.
  const paths = volumes.flatMap(({ host, readOnly }) => (readOnly || isOfTheSystem(host) ? [] : [host]));
  return server.storage.folders.filter((folder) => paths.includes(folder.path));
}
