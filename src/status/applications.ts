import type { ManagedApplication } from '../deployment/managed-applications.ts';
import type { LockHolder } from '../server/lock-script.ts';
import { imageNameOf } from '../values/app-name.ts';
import type { ListedApplication, MachineStatus, UnderWay } from './status.ts';

/** Who holds the locks of applications, by the names of their images. */
export type Holders = ReadonlyMap<string, Partial<LockHolder>>;

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
