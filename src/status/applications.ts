import { type ManagedApplication, managedApplications } from '../deployment/managed-applications.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { portsOf } from '../nginx/site.ts';
import type { Release } from '../release/release.ts';
import type { LockHolder } from '../server/lock-script.ts';
import { imageNameOf } from '../values/app-name.ts';
import type { ListedApplication, MachineStatus, UnderWay } from './status.ts';

/** Who holds the locks of applications, by the names of their images. */
export type Holders = ReadonlyMap<string, Partial<LockHolder>>;

/** The applications that nginx serves, and those that it has no file of, as far as they are recorded: their `file` is empty. */
export function deployedApplications(
  configuration: NginxConfiguration | undefined,
  recorded: readonly Release[],
): readonly ManagedApplication[] {
  const served = configuration === undefined ? [] : managedApplications(configuration);
  const others = recorded.filter(({ app }) => !served.some((one) => one.app === app));
  return [
    ...served,
    ...others.map(({ app, id, site }) => ({ app, file: '', release: id, domain: site.domain, ports: portsOf(site) })),
  ];
}

/** An application in a line. */
export function listed({ app, file, release, domain, ports }: ManagedApplication, holders: Holders): ListedApplication {
  return {
    app,
    url: `https://${domain}:${ports[0]}`,
    release,
    file: file === '' ? undefined : file,
    underWay: underWay(holders.get(imageNameOf(app))),
  };
}

/** The runs at work on what was not deployed before. */
export function firstDeploys(all: readonly ManagedApplication[], holders: Holders): MachineStatus['underWay'] {
  const images = all.map(({ app }) => imageNameOf(app));
  return [...holders].flatMap(([image, holder]) => {
    const found = images.includes(image) ? undefined : underWay(holder);
    return found === undefined ? [] : [{ image, ...found }];
  });
}

function underWay(holder: Partial<LockHolder> | undefined): UnderWay | undefined {
  if (holder === undefined) return undefined;
  const { who = '', runUrl = '', since = '' } = holder;
  return { who: who || '-', runUrl: runUrl || '-', since: since || '-' };
}
