import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { DeploySettings } from '../settings/settings.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import { isPublicAddress } from '../values/public-address.ts';

/**
 * The address that the domain must point at: the input, else what the metadata service says, else where SSH went.
 * A private address is never taken for it, nor one of IPv6: a name rightly leads to the IPv4 address of the same server.
 * Undefined where none is known.
 */
export async function publicAddressOf(
  settings: DeploySettings,
  surveyed: DeploymentSurvey,
): Promise<string | undefined> {
  if (settings.publicIp !== undefined) return settings.publicIp;
  if (surveyed.system.tencentPublicAddress !== undefined) return surveyed.system.tencentPublicAddress;
  const found = await lookup(settings.server.host).catch(() => undefined);
  return found !== undefined && isIP(found.address) === 4 && isPublicAddress(found.address) ? found.address : undefined;
}
