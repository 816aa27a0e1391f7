import { failure } from '../messages/failure.ts';
import { type HostPlace, parseHost, parseJumpHost, parseUsername } from '../values/host.ts';
import { parsePort, parseSeconds } from '../values/whole-number.ts';
import type { Reader } from './reader.ts';
import type { JumpSettings, ServerSettings } from './settings.ts';

/** How the server is reached. `host` is empty where it was refused or not given, which the reader has noted or will. */
export function readServer(reader: Reader): ServerSettings {
  if (reader.has('passphrase') && !reader.has('private-key') && !reader.has('jump-private-key')) {
    reader.refuse(failure('INPUT_NEEDS', { name: 'passphrase', needed: 'private-key' }));
  }
  const server = {
    host: reader.read('host', parseHost, ''),
    port: reader.read('port', parsePort, 22),
    username: reader.read('username', parseUsername, 'root'),
    privateKey: reader.secret('private-key'),
    passphrase: reader.secret('passphrase'),
    password: reader.secret('password'),
    hostKey: reader.read('host-key', (value) => value, ''),
    connectTimeoutSeconds: reader.read('connect-timeout', parseSeconds, 30),
  };
  return { ...server, jump: readJump(reader, server) };
}

/** The jump host; undefined where none is given, or it was refused. */
function readJump(
  reader: Reader,
  { username, privateKey }: Pick<ServerSettings, 'username' | 'privateKey'>,
): JumpSettings | undefined {
  if (!reader.has('jump-host')) {
    for (const name of ['jump-host-key', 'jump-private-key'] as const) {
      if (reader.has(name)) reader.refuse(failure('INPUT_NEEDS', { name, needed: 'jump-host' }));
    }
    return undefined;
  }
  const place: HostPlace | undefined = reader.read('jump-host', parseJumpHost, undefined);
  const hostKey = reader.read('jump-host-key', (value) => value, '');
  const own = reader.secret('jump-private-key');
  const key = own ?? privateKey;
  if (key === undefined) reader.refuse(failure('INPUT_JUMP_KEY', {}));
  if (place === undefined || key === undefined) return undefined;
  return {
    host: place.host,
    port: place.port ?? 22,
    username: place.username ?? username,
    privateKey: key,
    keyInput: own === undefined ? 'private-key' : 'jump-private-key',
    hostKey,
  };
}
