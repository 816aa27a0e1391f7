import { posix } from 'node:path';
import { applicationDirectory, dataFolder } from '../layout/application-paths.ts';
import { renderVolume, type Volume } from '../values/volumes.ts';

/** Names in the application's folder that are no places for data of its own. */
const taken = /^(?:releases|static|current|rollback|container-files|adopted\.(?:json|env)|deploy\.log)$/;

/** A folder of the container that is mounted for writing: the first one, else that which is mounted by default. */
export function writableFolder(app: string, volumes: readonly Volume[]): string {
  return volumes.find(({ readOnly }) => !readOnly)?.container ?? dataFolder(app);
}

/**
 * Where folders of the container would be mounted from, each from another folder: the same path as in the guide, else one
 * of the last name.
 */
export function suggestedVolumes(
  app: string,
  folders: readonly string[],
  volumes: readonly Volume[],
): readonly Volume[] {
  const directory = applicationDirectory(app);
  const suggested: Volume[] = [];
  for (const folder of folders) {
    const own = folder.startsWith(`${directory}/`) ? folder.slice(directory.length + 1) : posix.basename(folder);
    const free = (name: string) =>
      !taken.test(name.split('/')[0] ?? '') &&
      ![...volumes, ...suggested].some(({ host }) => meets(host, `${directory}/${name}`));
    const name = [own, folder.slice(1).replaceAll('/', '-')].find(free) ?? `data${folder}`;
    suggested.push({ host: `${directory}/${name}`, container: folder, readOnly: false });
  }
  return suggested;
}

/** Whether two folders are the same, or one is in the other. */
function meets(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}

/**
 * The input `volumes` with these mounts, as it is pasted; undefined where one of them is a volume of Docker's own, which
 * the input does not take.
 */
export function volumesToPaste(volumes: readonly Volume[]): string | undefined {
  if (volumes.some(({ host }) => !host.startsWith('/'))) return undefined;
  return ['volumes: |', ...volumes.map((volume) => `  ${renderVolume(volume)}`)].join('\n');
}
