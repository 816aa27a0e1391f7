import { failure } from '../messages/failure.ts';
import type { InputName } from '../messages/inputs.ts';
import { versions } from '../tencent/actions.ts';
import type { Credentials } from '../tencent/credentials.ts';
import { parseBoolean } from '../values/boolean.ts';
import { parseOidcProvider, parseRole } from '../values/cam-role.ts';
import { parseDnsValues } from '../values/dns-values.ts';
import { parseInstanceId } from '../values/instance-id.ts';
import { parseSshFromRunner } from '../values/ssh-from-runner.ts';
import { isSecretId, parseSecretId, parseSecretWord } from '../values/tencent-credentials.ts';
import { defaultTencentEndpoint, tencentEndpointOf } from '../values/tencent-endpoint.ts';
import { parseTencentRegion } from '../values/tencent-region.ts';
import type { Reader } from './reader.ts';
import type { TencentSettings } from './settings.ts';

const key = ['tencent-secret-id', 'tencent-secret-key'] as const;
const role = ['tencent-role-arn', 'tencent-oidc-provider'] as const;

const parseEndpoint = tencentEndpointOf(Object.keys(versions));

/** Whether credentials of an account are given, or a part of them. */
export function hasAccount(reader: Reader): boolean {
  return [...key, ...role].some((name) => reader.has(name));
}

/**
 * An account of Tencent Cloud, opened by a key or by GitHub's word for the run; undefined if neither is given. What is asked
 * of it without either is refused, but for what asks for nothing (`dns: false`). `sshPort`: the port of the server.
 */
export function readTencent(reader: Reader, sshPort: number): TencentSettings | undefined {
  const given = hasAccount(reader);
  const credentials = readCredentials(reader);
  const dns = reader.read('dns', parseBoolean, given);
  const settings = {
    endpoint: reader.read('tencent-endpoint', parseEndpoint, defaultTencentEndpoint),
    region: reader.read('tencent-region', parseTencentRegion, undefined),
    instanceId: reader.read('instance-id', parseInstanceId, undefined),
    dns,
    dnsOverwrite: reader.read('dns-overwrite', parseDnsValues, []),
    firewall: reader.read('firewall', parseBoolean, given),
    sshFromRunner: reader.read('ssh-from-runner', parseSshFromRunner, 'nobody'),
  };
  if (settings.sshFromRunner !== 'nobody' && reader.has('jump-host')) {
    reader.refuse(failure('SSH_FROM_RUNNER_JUMP', { port: sshPort }));
  }
  if (!given) refuseWithoutAccount(settings, reader);
  else if (!dns && reader.has('dns-overwrite')) {
    reader.refuse(failure('INPUT_CONFLICT', { name: 'dns-overwrite', other: 'dns: false' }));
  }
  return credentials === undefined ? undefined : { credentials, ...settings };
}

/** The credentials; undefined if none are given, or any of them was refused. */
function readCredentials(reader: Reader): Credentials | undefined {
  const [firstKey] = key.filter((name) => reader.has(name));
  const [firstRole] = role.filter((name) => reader.has(name));
  if (firstKey !== undefined && firstRole !== undefined) {
    reader.refuse(failure('INPUT_CONFLICT', { name: firstRole, other: firstKey }));
  }
  if (firstKey !== undefined) refuseAbsent(reader, firstKey, key);
  else if (firstRole !== undefined) refuseAbsent(reader, firstRole, role);
  if (firstKey === undefined && reader.has('tencent-session-token')) {
    if (firstRole === undefined) refuseAbsent(reader, 'tencent-session-token', key);
    else reader.refuse(failure('INPUT_CONFLICT', { name: 'tencent-session-token', other: firstRole }));
  }
  const swapped = isSecretId(reader.read('tencent-secret-key', (value) => value, ''));
  if (swapped) reader.refuse(failure('INPUT_SECRETS_SWAPPED', {}));
  const secretId = swapped ? undefined : reader.read('tencent-secret-id', parseSecretId, undefined);
  const secretKey = reader.read('tencent-secret-key', parseSecretWord, undefined);
  const token = reader.read('tencent-session-token', parseSecretWord, undefined);
  const roleArn = reader.read('tencent-role-arn', parseRole, undefined);
  const provider = reader.read('tencent-oidc-provider', parseOidcProvider, undefined);
  if (secretId !== undefined && secretKey !== undefined) return { kind: 'key', secretId, secretKey, token };
  if (roleArn !== undefined && provider !== undefined) return { kind: 'oidc', roleArn, provider };
  return undefined;
}

function refuseAbsent(reader: Reader, name: InputName, all: readonly InputName[]): void {
  for (const needed of all) if (!reader.has(needed)) reader.refuse(failure('INPUT_NEEDS', { name, needed }));
}

function refuseWithoutAccount(settings: Omit<TencentSettings, 'credentials'>, reader: Reader): void {
  const asked: readonly (readonly [InputName, boolean])[] = [
    ['tencent-endpoint', true],
    ['tencent-region', true],
    ['instance-id', true],
    ['dns', settings.dns],
    ['dns-overwrite', true],
    ['firewall', settings.firewall],
    ['ssh-from-runner', settings.sshFromRunner !== 'nobody'],
  ];
  for (const [name, asks] of asked) {
    if (asks && reader.has(name)) reader.refuse(failure('INPUT_NEEDS', { name, needed: 'tencent-secret-id' }));
  }
}
