import { privateNames } from '../layout/application-paths.ts';
import type { Volume } from './volumes.ts';

/** Places of the server that no container may get at. */
export interface PrivatePlaces {
  /** Folders of applications: what is mounted lies below them, beside what is root's. */
  readonly applications: readonly string[];
  /** Folders of nginx's configuration besides /etc/nginx, and files of it elsewhere. */
  readonly nginx?: readonly string[];
  readonly files?: readonly string[];
}

/**
 * The place that a volume would open to the container: the variables of every release, scripts and configuration that root
 * runs. Undefined: none. A volume at or above such a place opens it, one inside of it as well; a single folder of nginx's
 * may be mounted to be read.
 */
export function openedBy(volume: Volume, { applications, nginx = [], files = [] }: PrivatePlaces): string | undefined {
  const { host, readOnly } = volume;
  if (!host.startsWith('/')) return undefined;
  const above = (place: string): boolean => place === host || place.startsWith(`${host.replace(/\/$/, '')}/`);
  const inside = (place: string): boolean => host.startsWith(`${place}/`);
  const opened = (place: string): boolean => above(place) || inside(place);
  return (
    applications.find(above) ??
    applications.flatMap((folder) => privateNames.map((name) => `${folder}/${name}`)).find(opened) ??
    ['/etc/nginx', ...nginx].find((place) => above(place) || (!readOnly && inside(place))) ??
    files.find((file) => !readOnly && above(file))
  );
}
