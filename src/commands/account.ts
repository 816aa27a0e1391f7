import { instanceMismatch, instanceNotices, instanceProblems } from '../checks/instance.ts';
import { commandMessages } from '../messages/commands.ts';
import { throwAll } from '../messages/failure.ts';
import type { Server } from '../server/server.ts';
import type { DeploySettings, TencentSettings } from '../settings/settings.ts';
import { type Account, surveyAccount } from '../survey/account.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { InstanceHints } from '../tencent/instance.ts';
import type { Tencent } from '../tencent/tencent.ts';
import { publicAddressOf, sshAddress } from './public-address.ts';
import { addNotices, type Run, type RunRecord, timed } from './run.ts';

/** By what it is known where a server is, and what is to be done around it. */
export type Surroundings = Pick<DeploySettings, 'publicIp' | 'server' | 'tencent'> & {
  readonly site: Pick<DeploySettings['site'], 'domain'>;
};

/** What surrounds the server. */
export interface Cloud {
  /** Undefined: no credentials were given. */
  readonly account: Account | undefined;
  /** The address that the domain is to lead to; undefined: not known. */
  readonly publicAddress: string | undefined;
}

/**
 * Looks into the account: the instance that the server is, its firewall, the domain's zone. Throws `Failures` with what it
 * lacks or refuses, and where the instance is one that cannot be worked with.
 */
export async function lookAround(
  server: Server,
  tencent: Tencent | undefined,
  settings: Surroundings,
  surveyed: DeploymentSurvey,
  run: Run,
  record: RunRecord,
): Promise<Cloud> {
  const account =
    tencent === undefined || settings.tencent === undefined
      ? undefined
      : await lookAtAccount(server, tencent, settings, settings.tencent, surveyed, run, record);
  return { account, publicAddress: await publicAddressOf(settings, surveyed, account) };
}

function lookAtAccount(
  server: Server,
  tencent: Tencent,
  settings: Surroundings,
  wanted: TencentSettings,
  surveyed: DeploymentSurvey,
  run: Run,
  record: RunRecord,
): Promise<Account> {
  return timed(run, record, 'account', commandMessages.account, async () => {
    const { system } = surveyed;
    const address = await sshAddress(settings);
    const account = await surveyAccount(server, tencent, {
      domain: wanted.dns ? settings.site.domain : undefined,
      instance: asksInstance(wanted) ? hintsFrom(settings, wanted, surveyed, address) : undefined,
      firewall: wanted.firewall,
    });
    const { instance, zone } = account;
    if (instance !== undefined) run.log.info(commandMessages.instance(instance));
    if (zone !== undefined) run.log.info(commandMessages.zone(zone.name, zone.nameServers.join(', ')));
    if (instance === undefined) return account;
    const { host } = settings.server;
    const mismatch = instanceMismatch(instance, { metadataId: system.tencentInstance, host, address });
    throwAll([...(mismatch === undefined ? [] : [mismatch]), ...instanceProblems(instance)]);
    addNotices(record, instanceNotices(instance, new Date(run.now())));
    return account;
  });
}

/** Without anything to do there it is looked at where an input names it. */
function asksInstance({ firewall, instanceId }: TencentSettings): boolean {
  return firewall || instanceId !== undefined;
}

/** `address`: where SSH went. */
function hintsFrom(
  { publicIp }: Surroundings,
  { instanceId, region }: TencentSettings,
  { system }: DeploymentSurvey,
  address: string | undefined,
): InstanceHints {
  return {
    id: instanceId ?? system.tencentInstance,
    address: publicIp ?? system.tencentPublicAddress ?? address,
    region: region ?? system.tencentRegion,
  };
}
