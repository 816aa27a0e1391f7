import { posix } from 'node:path';
import { applicationDirectory } from '../release/release.ts';
import { renderVolume, type Volume } from '../settings/volumes.ts';

/** Names in the application's folder that are no places for data of its own. */
const taken = /^(?:releases|static|current|rollback|container-files|adopted\.(?:json|env)|deploy\.log)$/;

/** Where a folder of the container would be mounted from: the same path as in the guide, else one of the last name. */
export function suggestedVolume(app: string, folder: string, volumes: readonly Volume[]): Volume {
  const directory = applicationDirectory(app);
  const inside = folder.startsWith(`${directory}/`) ? folder.slice(directory.length + 1) : posix.basename(folder);
  const free =
    !taken.test(inside.split('/')[0] ?? '') && !volumes.some(({ host }) => host === `${directory}/${inside}`);
  return { host: free ? `${directory}/${inside}` : `${directory}/data${folder}`, container: folder, readOnly: false };
}

/**
 * The input `volumes` with these mounts, as it is pasted; undefined where one of them is a volume of Docker's own, which
 * the input does not take.
 */
export function volumesToPaste(volumes: readonly Volume[]): string | undefined {
  if (volumes.some(({ host }) => !host.startsWith('/'))) return undefined;
  return ['volumes: |', ...volumes.map((volume) => `  ${renderVolume(volume)}`)].join('\n');
}
