import { quote } from '../shell/quote.ts';

/**
 * A command for people that copies a path of a container into a folder of the server. Owners, modes and times stay; what is
 * there already is not written over.
 */
export function copyCommand(container: string, path: string, to: string): string {
  const folder = quote(to);
  return `mkdir -p ${folder} && docker cp ${quote(`${container}:${path}`)} - | tar -xp --numeric-owner --skip-old-files -C ${folder}`;
}
