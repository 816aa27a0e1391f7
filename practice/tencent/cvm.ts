import type { HandlersOf } from './handlers.ts';
import { type AccountInstance, isoTime, regions } from './instances.ts';
import { page } from './pages.ts';
import { Refusal } from './refusal.ts';

const limits = { usual: 20, most: 100, code: 'InvalidParameterValue.LimitExceeded' };

const filters: Readonly<Record<string, (instance: AccountInstance) => readonly string[]>> = {
  'public-ip-address': ({ addresses }) => addresses,
  'instance-id': ({ id }) => [id],
  'instance-name': ({ name }) => [name],
  'instance-state': ({ state }) => [state],
  zone: ({ region }) => [`${region}-1`],
};

/** Product cvm on these instances. */
export function cvm(instances: readonly AccountInstance[]): HandlersOf<'cvm'> {
  return {
    'cvm:DescribeRegions': () => ({
      TotalCount: regions.length,
      RegionSet: regions.map(({ id, name }) => ({ Region: id, RegionName: name, RegionState: 'AVAILABLE' })),
    }),
    'cvm:DescribeInstances': (request, call) => {
      const { region, now } = call;
      const { InstanceIds: ids = [], Filters = [] } = request;
      if (ids.length > 0 && Filters.length > 0) {
        throw new Refusal(
          'InvalidParameterCombination',
          'The parameters `InstanceIds` and `Filters` exclude each other.',
        );
      }
      for (const id of ids) {
        if (!/^ins-[a-z0-9]{8}$/.test(id))
          throw new Refusal('InvalidInstanceId.Malformed', `The instance ID \`${id}\` is malformed.`);
      }
      const there = instances.filter((one) => one.kind === 'cvm' && one.region === region);
      const unknown = ids.find((id) => !there.some((one) => one.id === id));
      if (unknown !== undefined)
        throw new Refusal('InvalidInstanceId.NotFound', `The instance \`${unknown}\` is not found.`);
      const found = there.filter(
        (instance) =>
          (ids.length === 0 || ids.includes(instance.id)) &&
          Filters.every(({ Name, Values }) => {
            const valuesOf = filters[Name];
            if (valuesOf === undefined) throw new Refusal('InvalidFilter', `The filter \`${Name}\` is not known.`);
            return valuesOf(instance).some((value) => Values.includes(value));
          }),
      );
      return {
        TotalCount: found.length,
        InstanceSet: page(found, request, limits, call).map((instance) => ({
          InstanceId: instance.id,
          InstanceName: instance.name,
          InstanceState: instance.state,
          RestrictState: instance.restriction,
          InstanceChargeType: instance.expires === undefined ? 'POSTPAID_BY_HOUR' : 'PREPAID',
          RenewFlag: instance.renewFlag,
          CreatedTime: isoTime(new Date(now.getTime() - 86_400_000 * 60)),
          ExpiredTime: instance.expires === undefined ? null : isoTime(instance.expires),
          PublicIpAddresses: instance.addresses,
          PrivateIpAddresses: ['10.0.0.11'],
          Placement: { Zone: `${instance.region}-1`, ProjectId: 0 },
          SecurityGroupIds: instance.firewalls.map(({ id }) => id),
          OsName: 'Debian 12',
          DefaultLoginUser: 'root',
          DefaultLoginPort: 22,
          CPU: 2,
          Memory: 2,
        })),
      };
    },
  };
}
