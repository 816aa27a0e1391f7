import { failure } from '../messages/failure.ts';
import { parseHost, parseUsername } from '../values/host.ts';
import { parsePort, parseSeconds } from '../values/whole-number.ts';
import type { Reader } from './reader.ts';
import type { ServerSettings } from './settings.ts';

/** How the server is reached. `host` is empty where it was refused or not given, which the reader has noted or will. */
export function readServer(reader: Reader): ServerSettings {
  if (reader.has('passphrase') && !reader.has('private-key')) {
    reader.refuse(failure('INPUT_NEEDS', { name: 'passphrase', needed: 'private-key' }));
  }
  return {
    host: reader.read('host', parseHost, ''),
    port: reader.read('port', parsePort, 22),
    username: reader.read('username', parseUsername, 'root'),
    privateKey: reader.secret('private-key'),
    passphrase: reader.secret('passphrase'),
    password: reader.secret('password'),
    hostKey: reader.read('host-key', (value) => value, ''),
    connectTimeoutSeconds: reader.read('connect-timeout', parseSeconds, 30),
  };
}
