import { keptReleases, listOfKept, nothingAdopted, previousOf, reasonToGoBack } from '../deployment/kept-releases.ts';
import { containerOf, servingContainer } from '../deployment/orphans.ts';
import { choosePort } from '../deployment/port.ts';
import { toStartAgain } from '../deployment/start-again.ts';
import type { ServedCertificate, Target } from '../deployment/target.ts';
import { releaseId } from '../layout/release-id.ts';
import { releaseDirectory } from '../layout/release-paths.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { type Text, text } from '../messages/text.ts';
import type { ContainerSpec, Release } from '../release/release.ts';
import type { RollbackSettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { isReadOnTheRunner } from './adoption/inherited-settings.ts';
import { containerHash } from './build-hash.ts';
import { withCarriedSince } from './carried-since.ts';
import { renderedEnvironment, sha256Of } from './env-content.ts';
import { filesOfOld, whatIsCarried } from './files-of-old.ts';
import { missingParts } from './missing-parts.ts';

/** What can be rolled back to. */
type Choosable = Pick<DeploymentSurvey, 'releases' | 'images'>;

/** Which release is asked for. */
export interface AskedRelease {
  readonly app: string;
  /** Its id; undefined: the one before the live one. */
  readonly wanted: string | undefined;
  /** The release that was live when the run began, whoever pressed the button then. */
  readonly seen: string;
  /** The release that is live now, as nginx's file says; undefined: it says nothing. */
  readonly written: string | undefined;
  /** The same, as nginx itself answers. */
  readonly served: string | undefined;
}

/**
 * The release that is asked for by its id, or the one before the live one. Throws RELEASE_NOT_KEPT, RELEASE_NOT_RECORDED,
 * LIVE_RELEASE_CHANGED and NO_PREVIOUS_RELEASE, with what can be rolled back to.
 */
export function pickRelease({ app, wanted, seen, written, served }: AskedRelease, found: Choosable): Release {
  const all = keptReleases(found);
  const kept = listOfKept(all);
  if (wanted !== undefined) {
    const named = all.find(({ release }) => release.id === wanted);
    if (named === undefined) throw failure('RELEASE_NOT_KEPT', { app, release: wanted, kept });
    return named.release;
  }
  const { current, adopted } = found.releases;
  if (current === undefined || (served !== undefined && served !== current.id)) {
    const release = served ?? seen;
    throw failure('RELEASE_NOT_RECORDED', { app, release, folder: releaseDirectory({ app, id: release }), kept });
  }
  const live = written ?? current.id;
  if (live !== seen) throw failure('LIVE_RELEASE_CHANGED', { app, seen, live, kept });
  const previous = previousOf(all);
  if (previous !== undefined) return previous.release;
  const byHand = adopted?.container?.keptAs ?? '';
  throw failure('NO_PREVIOUS_RELEASE', { app, serving: current.id, kept, byHand });
}

/** What a rollback is decided from. */
export interface RollbackInputs {
  readonly settings: RollbackSettings;
  /** The release to roll back to, as it is recorded. */
  readonly release: Release;
  readonly server: ProvisionedServer;
  readonly certificate: ServedCertificate;
  /** The server's public address; undefined: not known. */
  readonly publicAddress: string | undefined;
  readonly now: Date;
}

/** Decides how a release that was kept is to serve on the server of today. */
export function decideRollback(inputs: RollbackInputs): Target {
  const { settings, release, server, certificate, publicAddress, now } = inputs;
  const { current } = server.releases;
  const environment = renderedEnvironment(settings.environment ?? []);
  const serves = current?.id === release.id;
  const newContainer = reasonForContainer(release, serves, server);
  const replaces = newContainer !== undefined;
  const replaced = replaces ? settings.writtenFiles : undefined;
  const mountedFiles = release.container.files.map(({ container }) => container);
  const { volumes, carried: remembered } = withCarriedSince(release.container, current?.container);
  const atStake = filesOfOld(servingContainer(server), server, volumes, mountedFiles);
  const { carried, mounts } = whatIsCarried(atStake, replaced, release.app, releaseId(now, release.origin.commit));
  const port = replaces
    ? choosePort(release.app, server.listeners, server.releases.recordedPorts)
    : release.container.loopbackPort;
  const given = (settings.environment ?? []).map(({ name }) => name);
  const container = {
    ...release.container,
    loopbackPort: port,
    volumes: [...volumes, ...mounts],
    carried: [...remembered, ...mounts],
    ...(replaces && environment !== undefined ? variablesOfToday(given, release.container, server) : {}),
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
    source: { kind: 'kept', environment: replaces ? environment : undefined },
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
        ...(replaces ? missingParts(release, environment === undefined, server) : []),
        ...(serves ? otherVariables(environment && sha256Of(environment), release, server) : []),
      ],
      warnings: [],
      notices: { configuration: [], paths: [] },
      healthReason: text('as when it was deployed', '与部署时相同'),
    },
  };
}

/**
 * The variables that are given in the place of those that it had. None of the others is to outrank one of them: neither
 * what docker is given in argv, nor what a container set up by hand had.
 */
function variablesOfToday(
  given: readonly string[],
  { variables }: ContainerSpec,
  { releases: { adopted } }: ProvisionedServer,
): Pick<ContainerSpec, 'variables' | 'environmentNames' | 'inheritedEnvironment'> {
  return {
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => !given.includes(name))),
    environmentNames: given,
    inheritedEnvironment: (adopted?.inherited?.environment ?? []).filter(
      (name) => !given.includes(name) && !isReadOnTheRunner(name),
    ),
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
