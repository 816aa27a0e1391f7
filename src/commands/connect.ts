import { gather } from '../messages/failure.ts';
import { parseHostKeys } from '../server/host-key.ts';
import { parsePrivateKey } from '../server/private-key.ts';
import { connect, type Session } from '../server/session.ts';
import type { ServerSettings } from '../settings/settings.ts';
import type { Run } from './run.ts';

/** Seconds without a byte after which an upload or a build counts as stalled. */
const stallSeconds = 300;

/** Checks what is shown to server and jump host before either is contacted. Throws `Failures` with all that cannot be read. */
export async function checkCredentials(settings: ServerSettings): Promise<undefined> {
  const { privateKey, passphrase, hostKey, jump } = settings;
  await gather<readonly unknown[]>([
    Promise.resolve().then(() => parseHostKeys(hostKey)),
    Promise.resolve().then(() => (privateKey === undefined ? undefined : parsePrivateKey(privateKey, passphrase))),
    Promise.resolve().then(() => parseHostKeys(jump?.hostKey ?? '', 'jump-host-key')),
    // The key of both machines is read above.
    Promise.resolve().then(() =>
      jump?.keyInput === 'jump-private-key' ? parsePrivateKey(jump.privateKey, passphrase, jump.keyInput) : undefined,
    ),
  ]);
}

/**
 * Opens an SSH connection, unless the run is cancelled first. `opensWithinSeconds`: for which the port may still be closed,
 * since a firewall has just been told to open it. Throws `Failure` as `connect` of the server room does.
 */
export function connectTo(
  settings: ServerSettings,
  { log, cancelled }: Pick<Run, 'log' | 'cancelled'>,
  opensWithinSeconds = 0,
): Promise<Session> {
  const { jump } = settings;
  return connect(
    {
      host: settings.host,
      port: settings.port,
      username: settings.username,
      privateKey: settings.privateKey,
      passphrase: settings.passphrase,
      password: settings.password,
      hostKey: parseHostKeys(settings.hostKey),
      jump:
        jump === undefined
          ? undefined
          : { ...jump, passphrase: settings.passphrase, hostKey: parseHostKeys(jump.hostKey, 'jump-host-key') },
      connectTimeoutSeconds: settings.connectTimeoutSeconds,
      opensWithinSeconds,
      stallSeconds,
    },
    log,
    undefined,
    cancelled,
  );
}
