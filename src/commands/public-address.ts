import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { ReachSettings } from '../settings/settings.ts';
import type { Account } from '../survey/account.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { isPublicAddress } from '../values/public-address.ts';

/**
 * The address that the domain must point at: the input, else the instance's by Tencent's API or metadata service, else
 * where SSH went. A private address is never taken for it, nor one of IPv6: a name rightly leads to the IPv4 address of the
 * same server. Undefined where none is known.
 */
export async function publicAddressOf(
  settings: Pick<ReachSettings, 'publicIp' | 'server'>,
  { system }: Pick<DeploymentSurvey, 'system'>,
  account: Account | undefined,
): Promise<string | undefined> {
  const ofInstance = account?.instance?.publicAddresses ?? [];
  // Of several, the one that SSH goes to.
  const known = settings.publicIp ?? (ofInstance.length === 1 ? ofInstance[0] : system.tencentPublicAddress);
  return known ?? (await sshAddress(settings)) ?? ofInstance[0];
}

/**
 * The public IPv4 address that `host` stands for; undefined where it has none. A name is resolved by the machine that
 * connects: what a jump host makes of it is not known here.
 */
export async function sshAddress(
  { server }: Pick<ReachSettings, 'server'>,
  resolve: (name: string) => Promise<{ readonly address: string }> = lookup,
): Promise<string | undefined> {
  if (server.jump !== undefined && isIP(server.host) === 0) return undefined;
  const found = await resolve(server.host).catch(() => undefined);
  return found !== undefined && isIP(found.address) === 4 && isPublicAddress(found.address) ? found.address : undefined;
}
