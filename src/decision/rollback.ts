import {
  type KeptRelease,
  keptReleases,
  nothingAdopted,
  previousOf,
  reasonToGoBack,
} from '../deployment/kept-releases.ts';
import { containerOf, servingContainer } from '../deployment/orphans.ts';
import { choosePort } from '../deployment/port.ts';
import { toStartAgain } from '../deployment/start-again.ts';
import type { ServedCertificate, Target } from '../deployment/target.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { type Text, text } from '../messages/text.ts';
import type { Release } from '../release/release.ts';
import type { RollbackSettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { containerHash } from './build-hash.ts';
import { renderedEnvironment, sha256Of } from './env-content.ts';
import { filesOfOld, whatIsCarried } from './files-of-old.ts';
import { missingParts } from './missing-parts.ts';

/** What can be gone back to, and what is asked for. */
type Choosable = Pick<DeploymentSurvey, 'releases' | 'images'>;

/**
 * The release that is asked for by its id, or the one before the one that serves. Throws RELEASE_NOT_KEPT and
 * NO_PREVIOUS_RELEASE, with what can be gone back to.
 */
export function pickRelease(wanted: string | undefined, app: string, found: Choosable): Release {
  const kept = keptReleases(found);
  const picked = wanted === undefined ? previousOf(kept) : kept.find(({ release }) => release.id === wanted);
  if (picked !== undefined) return picked.release;
  const list = listOf(kept);
  if (wanted !== undefined) throw failure('RELEASE_NOT_KEPT', { app, release: wanted, kept: list });
  const { current, adopted } = found.releases;
  const byHand = adopted?.container?.keptAs;
  throw failure('NO_PREVIOUS_RELEASE', { app, serving: current?.id ?? '-', kept: list, byHand: byHand ?? '' });
}

/** A line a release that does not serve, the newest first. */
function listOf(kept: readonly KeptRelease[]): string {
  return kept
    .filter(({ serves }) => !serves)
    .map(lineOf)
    .join('\n');
}

function lineOf({ release: { id, origin } }: KeptRelease): string {
  return [id, origin.commit.slice(0, 12), origin.actor].filter(Boolean).join(' ');
}

/** What a rollback is decided from. */
export interface RollbackInputs {
  readonly settings: RollbackSettings;
  /** The release that is gone to, as it is recorded. */
  readonly release: Release;
  readonly server: ProvisionedServer;
  readonly certificate: ServedCertificate;
  /** The server's public address; undefined: not known. */
  readonly publicAddress: string | undefined;
}

/** Decides how a release that was kept is to serve on the server of today. */
export function decideRollback({ settings, release, server, certificate, publicAddress }: RollbackInputs): Target {
  const { current } = server.releases;
  const environment = renderedEnvironment(settings.environment ?? []);
  const serves = current?.id === release.id;
  const newContainer = reasonForContainer(release, serves, server);
  const replaced = newContainer === undefined ? undefined : settings.writtenFiles;
  const mountedFiles = release.container.files.map(({ container }) => container);
  const { volumes } = release.container;
  const atStake = filesOfOld(servingContainer(server), server, volumes, mountedFiles);
  const { carried, mounts } = whatIsCarried(atStake, replaced, release.app, release.id);
  const port =
    newContainer === undefined
      ? release.container.loopbackPort
      : choosePort(release.app, server.listeners, server.releases.recordedPorts);
  const given = environment === undefined ? undefined : (settings.environment ?? []).map(({ name }) => name);
  const container = {
    ...release.container,
    loopbackPort: port,
    volumes: [...volumes, ...mounts],
    carried: [...release.container.carried, ...mounts],
    environmentNames: given ?? release.container.environmentNames,
    inheritedEnvironment: release.container.inheritedEnvironment.filter((name) => given?.includes(name) !== true),
  };
  return {
    release: {
      ...release,
      container: { ...container, hash: containerHash(release.build.hash, container) },
      site: {
        ...release.site,
        upstreamPort: port,
        certificate: certificate.pair,
        proof: { ...release.site.proof, path: current?.site.proof.path ?? release.site.proof.path },
        ipv6: server.system.ipv6,
      },
    },
    source: { kind: 'kept', environment: newContainer === undefined ? undefined : environment },
    newContainer,
    certificate,
    adoption: nothingAdopted,
    atStake,
    carried,
    publicAddress,
    hidden: environment === undefined ? 'all' : 'taken-over',
    choices: {
      writtenFiles: settings.writtenFiles,
      keepReleases: settings.keepReleases,
      host: settings.server.host,
      dnsOverwrite: settings.tencent?.dnsOverwrite ?? [],
      language: settings.language,
      hooks: settings.hooks,
    },
    advice: {
      problems: [
        ...(newContainer === undefined ? [] : missingParts(release, environment === undefined, server)),
        ...(serves ? otherVariables(environment && sha256Of(environment), release, server) : []),
      ],
      warnings: [],
      notices: { configuration: [], paths: [] },
      healthReason: text('as when it was deployed', '与部署时相同'),
    },
  };
}

/** Why a container is needed; undefined where the release serves and its own stays, or is started again. */
function reasonForContainer(release: Release, serves: boolean, server: ProvisionedServer): Text | undefined {
  if (!serves) return reasonToGoBack;
  const runs = containerOf(release.id, server)?.status === 'running';
  return runs || toStartAgain(release, server) !== undefined
    ? undefined
    : text('its container does not run', '容器未在运行');
}

/** A release that serves gets no other variables by going to it. */
function otherVariables(
  sha256: string | undefined,
  { id, app }: Release,
  { releases }: ProvisionedServer,
): readonly Failure[] {
  return sha256 === undefined || sha256 === releases.environmentSha256
    ? []
    : [failure('RELEASE_SERVES', { app, release: id })];
}
