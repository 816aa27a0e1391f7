import { adoptionRecordFile } from '../layout/application-paths.ts';
import { commandMessages } from '../messages/commands.ts';
import { rollbackMessages } from '../messages/rollback.ts';
import { dayOf, type Text } from '../messages/text.ts';
import { portsOf, staticUrl } from '../nginx/site.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { renderHealthStatus } from '../values/health-status.ts';
import { latestOfOthers } from './image-source.ts';
import type { Target } from './target.ts';
import { noteOnUser } from './user-words.ts';

/** What a person wants to know of a deployment before it begins. */
export function notesOn({
  release,
  certificate: { pair, certificate, notes, expected },
  advice,
}: Target): readonly Text[] {
  const { path, port, status } = release.health;
  return [
    noteOnUser(release.container.runsAs),
    commandMessages.health(path, port, renderHealthStatus(status), advice.healthReason),
    expected
      ? commandMessages.certificateToCome(pair.chainPath)
      : commandMessages.certificateUntil(pair.chainPath, dayOf(certificate.notAfter)),
    ...notes,
    ...(release.container.stopTimeoutSeconds > 60
      ? [commandMessages.longStop(release.container.stopTimeoutSeconds)]
      : []),
  ];
}

/** What is said of a deployment every time, also where nothing is to change. */
export function warningsOf(target: Target, server: ProvisionedServer): readonly Text[] {
  const gone = target.source.kind === 'kept' ? portsNoLonger(target, server) : siteNoLonger(target, server);
  return [...openToTheWorld(target), ...gone, ...latestKept(target, server)];
}

/** Plain http can be read and changed on its way, and goes past what the https port demands. */
function openToTheWorld({ release }: Target): readonly Text[] {
  const { publishedAppPort, publishedOnLoopback } = release.site;
  return publishedAppPort === undefined || publishedOnLoopback ? [] : [commandMessages.publicPort(publishedAppPort)];
}

/** People who start `<image>` without a tag get that one. */
function latestKept({ release, newContainer }: Target, server: ProvisionedServer): readonly Text[] {
  const tag = newContainer === undefined ? undefined : latestOfOthers(release, server);
  return tag === undefined ? [] : [commandMessages.latestKept(tag)];
}

/** A site that goes because an input is not there any more, meant or forgotten. */
function siteNoLonger({ release }: Target, { releases: { current } }: ProvisionedServer): readonly Text[] {
  const before = current === undefined ? undefined : staticUrl(current.site);
  if (before === undefined || release.site.staticSite !== undefined) return [];
  return [commandMessages.siteNoLonger(before)];
}

/** Ports, and with them a site, that a release from before does not have: nobody asked for their end. */
function portsNoLonger({ release }: Target, { releases: { current, adopted } }: ProvisionedServer): readonly Text[] {
  if (current === undefined) return [];
  const stay = portsOf(release.site);
  const ports = portsOf(current.site).filter((port) => !stay.includes(port));
  if (ports.length === 0) return [];
  const listens = new RegExp(`\\blisten\\b[^;]*\\b(${ports.join('|')})\\b`);
  const byHand = adopted?.servers.some((server) => listens.test(server.text)) === true;
  return [
    rollbackMessages.noLonger({
      app: release.app,
      to: release.id,
      from: current.id,
      ports: ports.join(', '),
      url: release.site.staticSite === undefined ? staticUrl(current.site) : undefined,
      record: byHand ? adoptionRecordFile(release.app) : undefined,
    }),
  ];
}
