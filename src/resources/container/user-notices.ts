import type { ContainerObservation } from '../../checks/container-observation.ts';
import { type ProcessUser, readProcessUser } from '../../fragments/process-user.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import type { Release } from '../../release/release.ts';
import { renderVolume } from '../../values/volumes.ts';
import type { ExpectedUser } from './candidate.ts';
import { readMounts } from './closed-mounts.ts';
import { chownLine, mayBeGiven } from './denied-path.ts';

/** Warns of a user that is another than before; `chown` lines for what the version before may have written. */
export function userChanged(
  before: ProcessUser | undefined,
  now: ProcessUser | undefined,
  by: string,
  { volumes }: Pick<Release['container'], 'volumes'>,
): readonly Failure[] {
  if (before === undefined || now === undefined) return [];
  if (before.uid === now.uid && before.gid === now.gid) return [];
  const to = `${now.uid}:${now.gid}`;
  const hosts = volumes.filter(({ host, readOnly }) => mayBeGiven(host) && !readOnly).map(({ host }) => host);
  // Root changes whatever it likes.
  const folders = now.uid === 0 ? [] : [...new Set(hosts)].map((host) => chownLine(to, host));
  return [failure('USER_CHANGED', { from: `${before.uid}:${before.gid}`, to, by, folders: folders.join('\n') })];
}

/** What to warn of over the user of a container that is well: facts of look_at_candidate, and its log. */
export function userNotices(
  { container }: Release,
  { denied }: ContainerObservation,
  facts: Readonly<Record<string, string>>,
  expected: ExpectedUser,
): readonly Failure[] {
  return [
    ...(expected.known ? [] : userChanged(expected.before, readProcessUser(facts.started), expected.by, container)),
    ...mountNotices(facts.user ?? '', facts.mounts ?? ''),
    ...(denied === undefined ? [] : [failure('PATH_NOT_WRITABLE', denied)]),
  ];
}

/** What `ask_mounts` found, a line each. */
export function mountNotices(user: string, mounts: string): readonly Failure[] {
  return readMounts(mounts).map(({ hindrance, path, place, owner, mode, files }) => {
    switch (hindrance) {
      case 'read-only': {
        const volume = renderVolume({ host: path, container: place, readOnly: true });
        return failure('MOUNT_READ_ONLY', { path, volume });
      }
      case 'out-of-reach': {
        const elsewhere = renderVolume({ host: path, container: `/data${place}`, readOnly: false });
        return failure('MOUNT_OUT_OF_REACH', { place, path, user, elsewhere });
      }
      default:
        return failure('MOUNT_NOT_WRITABLE', { path, user, owner, mode, files, chown: chownLine(user, path) });
    }
  });
}

/** What to warn of where the application does not get the signal that asks it to stop. */
export function signalNotices(
  { container: { stopTimeoutSeconds } }: Release,
  name: string,
  signal: string | undefined,
  shellForm: { readonly line: number } | undefined,
): readonly Failure[] {
  if (signal === '') return [];
  if (signal !== undefined) {
    const [program = '', process = '', lost = ''] = signal.split(' ');
    return [
      failure('STOP_SIGNAL_LOST', { container: name, program, process, signal: lost, seconds: stopTimeoutSeconds }),
    ];
  }
  // It could not be asked: what the Dockerfile says is all that is known.
  if (shellForm === undefined) return [];
  const { line } = shellForm;
  const words = { container: name, program: 'sh', process: 'sh', signal: 'SIGTERM', seconds: stopTimeoutSeconds, line };
  return [failure('STOP_SIGNAL_LOST', words)];
}
