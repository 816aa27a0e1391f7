import { posix } from 'node:path';
import { type Failure, Failures, failure } from '../messages/failure.ts';
import { linesOf } from './lines.ts';

/** One mount of the container: absolute paths on the server and in the container. */
export interface Volume {
  readonly host: string;
  readonly container: string;
  readonly readOnly: boolean;
}

/** Lines `host:container[:ro]`. Throws `Failures` of `INPUT_VOLUME` and `INPUT_VOLUME_TWICE`, one a line. */
export function parseVolumes(value: string): readonly Volume[] {
  const failures: Failure[] = [];
  const volumes: Volume[] = [];
  for (const { number, text } of linesOf(value)) {
    const volume = parseVolume(text.trimEnd());
    if (!volume) failures.push(failure('INPUT_VOLUME', { line: number, value: text }));
    else if (volumes.some((other) => other.container === volume.container)) {
      failures.push(failure('INPUT_VOLUME_TWICE', { line: number, path: volume.container }));
    } else volumes.push(volume);
  }
  if (failures.length > 0) throw new Failures(failures);
  return volumes;
}

/** One volume as the input and `docker run -v` write it. */
export function renderVolume({ host, container, readOnly }: Volume): string {
  return `${host}:${container}${readOnly ? ':ro' : ''}`;
}

function parseVolume(line: string): Volume | undefined {
  const [host, container, mode, ...rest] = line.split(':');
  if (host === undefined || container === undefined || rest.length > 0) return undefined;
  if (mode !== undefined && mode !== 'ro' && mode !== 'rw') return undefined;
  if (!isFolder(host) || !isFolder(container)) return undefined;
  return { host: clean(host), container: clean(container), readOnly: mode === 'ro' };
}

/** Whether a path is absolute, below the root, and without `..`. */
export function isFolder(path: string): boolean {
  const safe = path.startsWith('/') && !/[\\\x00-\x1f\x7f]/.test(path) && !path.split('/').includes('..');
  return safe && clean(path) !== '/';
}

/** Without doubled slashes, `.` and the slash at the end, so that equal folders are equal texts. */
function clean(path: string): string {
  return posix.normalize(path).replace(/(.)\/+$/, '$1');
}

/** Whether a path in a container is in one of its mounts. */
export function isMounted(path: string, volumes: readonly Volume[]): boolean {
  return volumes.some(({ container }) => path === container || path.startsWith(`${container}/`));
}
