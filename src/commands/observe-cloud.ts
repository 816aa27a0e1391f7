import { type CloudPort, cloudPortAt } from '../checks/cloud-firewall.ts';
import type { Account } from '../survey/account.ts';
import { rereadFirewall } from '../tencent/read-firewall.ts';

/** Asks what the cloud's firewall does with ports by now; one that cannot be read says nothing. */
export async function observeCloudFirewall(
  account: Account | undefined,
): Promise<(port: number) => CloudPort | undefined> {
  if (account?.firewall === undefined) return () => undefined;
  const { tencent, firewall } = account;
  const now = await rereadFirewall(tencent, firewall).catch(() => undefined);
  return (port) => now && cloudPortAt(port, now);
}
