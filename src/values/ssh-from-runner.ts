import { isIPv4 } from 'node:net';
import { failure } from '../messages/failure.ts';
import { isPublicAddress } from './public-address.ts';

/**
 * For whom SSH is opened for the time of the run: nobody, the runner (whose address Tencent sees), or an IPv4 address.
 */
export type SshFromRunner = 'nobody' | 'runner' | { readonly address: string };

/**
 * `false`, `true` or one public IPv4 address, which may be written as a network of its own (`/32`). A private one is not what
 * Tencent's firewall sees, and a wider network would let in others. Throws `INPUT_SSH_FROM_RUNNER`.
 */
export function parseSshFromRunner(value: string, name: string): SshFromRunner {
  if (/^false$/i.test(value)) return 'nobody';
  if (/^true$/i.test(value)) return 'runner';
  const address = value.replace(/\/32$/, '');
  if (!isIPv4(address) || !isPublicAddress(address)) throw failure('INPUT_SSH_FROM_RUNNER', { name, value });
  return { address };
}
