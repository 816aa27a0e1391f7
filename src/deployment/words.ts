import { servicesAtLocalhost } from '../checks/local-service.ts';
import { environmentKey } from '../jar/lookup.ts';
import { localOnes } from '../jar/services.ts';
import { commandMessages } from '../messages/commands.ts';
import { type Failure, failure } from '../messages/failure.ts';
import type { Text } from '../messages/text.ts';
import { staticUrl } from '../nginx/site.ts';
import type { Project } from '../project/project.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { renderHealthStatus } from '../values/health-status.ts';
import type { ChosenCertificate } from './certificate.ts';
import type { Decision } from './decide.ts';
import { latestOfOthers } from './steps.ts';
import { noteOnUser } from './user-words.ts';

/** What a person wants to know of a deployment before it begins. */
export function notesOn(decision: Decision, { pair, certificate, notes }: ChosenCertificate): readonly Text[] {
  const { release, healthReason } = decision;
  const { path, port, status } = release.health;
  return [
    noteOnUser(decision),
    commandMessages.health(path, port, renderHealthStatus(status), healthReason),
    commandMessages.certificateUntil(pair.chainPath, certificate.notAfter.toISOString().slice(0, 10)),
    ...notes,
    ...(release.container.stopTimeoutSeconds > 60
      ? [commandMessages.longStop(release.container.stopTimeoutSeconds)]
      : []),
  ];
}

/** What is said of a deployment every time, also where nothing is to change. */
export function warningsOf(decision: Decision, surveyed: DeploymentSurvey): readonly Text[] {
  return [...openToTheWorld(decision), ...siteNoLonger(decision), ...latestKept(decision, surveyed)];
}

/** What the application's configuration says that cannot work in a container. */
export function noticesOn({ jar }: Project, inheritedEnvironment: readonly string[] = []): readonly Failure[] {
  const { address, health, services } = jar.configuration;
  // What a variable of the container taken over says is not known here.
  const local = localOnes(services).filter(({ setting }) => {
    const [, variable] = /^env: (\w+)=/.exec(setting) ?? [];
    return (
      variable === undefined || !inheritedEnvironment.some((name) => environmentKey(name) === environmentKey(variable))
    );
  });
  const addresses = [
    { key: 'server.address', setting: address?.setting },
    { key: 'management.server.address', setting: health.address?.setting },
  ];
  return [
    ...(local.length === 0 ? [] : [servicesAtLocalhost(local)]),
    ...addresses.flatMap(({ key, setting }) =>
      setting === undefined ? [] : [failure('ADDRESS_UNREACHABLE', { key, setting })],
    ),
  ];
}

/** Plain http can be read and changed on its way, and goes past what the https port demands. */
function openToTheWorld({ release }: Decision): readonly Text[] {
  const { publishedAppPort, publishedOnLoopback } = release.site;
  return publishedAppPort === undefined || publishedOnLoopback ? [] : [commandMessages.publicPort(publishedAppPort)];
}

/** People who start `<image>` without a tag get that one. */
function latestKept({ release, newContainer }: Decision, surveyed: DeploymentSurvey): readonly Text[] {
  const tag = newContainer === undefined ? undefined : latestOfOthers(release, surveyed);
  return tag === undefined ? [] : [commandMessages.latestKept(tag)];
}

/** A site that goes because an input is not there any more: what was meant, or forgotten. */
function siteNoLonger({ release, current }: Decision): readonly Text[] {
  const before = current === undefined ? undefined : staticUrl(current.site);
  return before === undefined || release.site.staticSite !== undefined ? [] : [commandMessages.siteNoLonger(before)];
}
