import type { HandlersOf } from './handlers.ts';
import { lineOf } from './lines.ts';
import { localTime } from './local-time.ts';
import { page } from './pages.ts';
import { keptValue, type ZoneRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import type { ZoneOfApi } from './zone.ts';

const limits = { usual: 3000, most: 3000, code: 'InvalidParameter.LimitInvalid' };
const missing = (): Refusal => new Refusal('InvalidParameter.RecordIdInvalid', '记录编号错误。');

/** Product dnspod on these zones. */
export function dnspod(zones: readonly ZoneOfApi[], site: 'china' | 'international'): HandlersOf<'dnspod'> {
  /** The zone that a request names; `DomainId` outranks `Domain`. */
  const zoneOf = ({ Domain, DomainId }: { Domain: string; DomainId?: number }): ZoneOfApi => {
    const name = Domain.toLowerCase().replace(/\.$/, '');
    const found = zones.find((zone) => (DomainId ? zone.id === DomainId : zone.name === name));
    if (found !== undefined) return found;
    if (!DomainId && name.split('.').length > 2)
      throw new Refusal('InvalidParameter.DomainInvalid', '域名不正确，请输入主域名，如 dnspod.cn。');
    throw new Refusal('InvalidParameterValue.DomainNotExists', '当前域名有误，请返回重新操作。');
  };
  const recordOf = (zone: ZoneOfApi, id: number): ZoneRecord => {
    const found = zone.records.find((record) => record.id === id);
    if (found === undefined) throw missing();
    return found;
  };
  const common = (zone: ZoneOfApi) => ({
    DomainId: zone.id,
    Status: zone.status,
    Grade: zone.grade,
    TTL: 600,
    Punycode: zone.name,
    Remark: '',
    Owner: 'owner@example.com',
    RecordCount: zone.records.length,
    IsVip: 'NO',
    GroupId: 1,
    // As the zone's servers are found when asked: ours, or not.
    DNSStatus: zone.delegatedTo.some((name) => zone.nameServers.includes(name)) ? '' : 'DNSERROR',
  });
  return {
    'dnspod:DescribeDomainList': (request, call) => {
      const found = zones.filter((zone) => zone.name.includes(request.Keyword ?? ''));
      const none = {
        ErrorTotal: 0,
        GroupTotal: 0,
        LockTotal: 0,
        ShareOutTotal: 0,
        ShareTotal: 0,
        VipExpire: 0,
        VipTotal: 0,
      };
      const count = (status: string): number => found.filter((zone) => zone.status === status).length;
      return {
        DomainCountInfo: {
          ...none,
          AllTotal: zones.length,
          DomainTotal: found.length,
          MineTotal: found.length,
          PauseTotal: count('PAUSE'),
          SpamTotal: count('SPAM'),
        },
        DomainList: page(found, request, limits, call).map((zone) => ({
          ...common(zone),
          Name: zone.name,
          EffectiveDNS: zone.nameServers,
        })),
      };
    },
    'dnspod:DescribeDomain': (request) => {
      const zone = zoneOf(request);
      return {
        DomainInfo: {
          ...common(zone),
          Domain: zone.name,
          DnspodNsList: zone.nameServers,
          ActualNsList: zone.delegatedTo,
          IsSubDomain: false,
        },
      };
    },
    'dnspod:DescribePackageDetail': () => {
      const [minTtl, roll] = [zones[0]?.plan.minTtl ?? 600, zones[0]?.plan.roll ?? 3];
      const rest = {
        ChangedTimes: 0,
        DnsServerRegion: '',
        Ns: zones[0]?.nameServers ?? [],
        MaxWildcard: 1,
        SubDomainLevel: 3,
      };
      return {
        Info: [
          // The plan's name is not spelled as the zone's grade.
          {
            ...rest,
            DomainGrade: 'DP_Free',
            DomainGradeCn: '免费版',
            GradeLevel: 2,
            MinTtl: minTtl,
            RecordRoll: roll,
            RealPrice: 0,
          },
          {
            ...rest,
            DomainGrade: 'DP_PLUS',
            DomainGradeCn: '专业版',
            GradeLevel: 3,
            MinTtl: 60,
            RecordRoll: 10,
            RealPrice: 188,
          },
        ],
        LevelMap: ['DP_Free', 'DP_PLUS'],
      };
    },
    'dnspod:DescribeRecordList': (request, call) => {
      const zone = zoneOf(request);
      const host = request.SubDomain ?? request.Subdomain;
      const line =
        request.RecordLine === undefined && request.RecordLineId === undefined
          ? undefined
          : lineOf(request.RecordLine, request.RecordLineId, site);
      const listed = zone.records.filter(({ madeAt }) => {
        return madeAt === undefined || madeAt.getTime() + zone.listLag * 1000 <= call.now.getTime();
      });
      const found = listed.filter(
        (record) =>
          (!host || record.host === host) &&
          (!request.RecordType || record.type === request.RecordType) &&
          (line === undefined || record.line.id === line.id) &&
          (!request.Keyword || record.host.includes(request.Keyword) || record.value.includes(request.Keyword)),
      );
      if (found.length === 0 && request.ErrorOnEmpty !== 'no') {
        throw new Refusal('ResourceNotFound.NoDataOfRecord', '记录列表为空。');
      }
      const shown = page(found, request, { ...limits, usual: 100 }, call);
      const hosts = new Set(listed.map((record) => record.host));
      return {
        RecordCountInfo: { SubdomainCount: hosts.size, TotalCount: found.length, ListCount: shown.length },
        RecordList: shown.map((record) => ({
          RecordId: record.id,
          Name: record.host,
          Type: record.type,
          Line: record.line.name,
          LineId: record.line.id,
          Value: record.value,
          Status: record.enabled ? 'ENABLE' : 'DISABLE',
          TTL: record.ttl,
          MX: record.mx,
          Weight: null,
          Remark: record.remark,
          MonitorStatus: '',
          UpdatedOn: localTime(record.updatedAt),
          DefaultNS: record.defaultNs,
        })),
      };
    },
    'dnspod:DescribeRecord': (request) => {
      const zone = zoneOf(request);
      const record = recordOf(zone, request.RecordId);
      return {
        RecordInfo: {
          Id: record.id,
          SubDomain: record.host,
          RecordType: record.type,
          RecordLine: record.line.name,
          RecordLineId: record.line.id,
          Value: record.value,
          Weight: null,
          MX: record.mx,
          TTL: record.ttl,
          Enabled: record.enabled ? 1 : 0,
          MonitorStatus: '',
          Remark: record.remark,
          UpdatedOn: localTime(record.updatedAt),
          DomainId: zone.id,
        },
      };
    },
    'dnspod:CreateRecord': async (request, call) => {
      const zone = zoneOf(request);
      const content = {
        host: request.SubDomain ?? '@',
        type: request.RecordType,
        line: lineOf(request.RecordLine, request.RecordLineId, site),
        value: keptValue(request.RecordType, request.Value),
        mx: request.MX ?? 0,
        ttl: request.TTL ?? 600,
        enabled: statusOf(request.Status) ?? true,
        remark: request.Remark ?? '',
      };
      return { RecordId: await zone.write(content, call) };
    },
    'dnspod:ModifyRecord': async (request, call) => {
      const zone = zoneOf(request);
      const old = recordOf(zone, request.RecordId);
      if (old.defaultNs) throw missing();
      const content = {
        // Not the one that it has: a caller that leaves the host out moves the record.
        host: request.SubDomain ?? '@',
        type: request.RecordType,
        line: lineOf(request.RecordLine, request.RecordLineId, site),
        value: keptValue(request.RecordType, request.Value),
        mx: request.MX ?? 0,
        ttl: request.TTL ?? 600,
        enabled: statusOf(request.Status) ?? old.enabled,
        remark: request.Remark ?? old.remark,
      };
      return { RecordId: await zone.write(content, call, old.id) };
    },
    'dnspod:DeleteRecord': async (request) => {
      const zone = zoneOf(request);
      if (recordOf(zone, request.RecordId).defaultNs) throw missing();
      await zone.remove(request.RecordId);
      return {};
    },
  };
}

/** Whether a status means enabled; undefined where none is given. Throws `Refusal`. */
function statusOf(status: string | undefined): boolean | undefined {
  if (status === undefined) return undefined;
  if (status !== 'ENABLE' && status !== 'DISABLE')
    throw new Refusal('InvalidParameter.RecordStatusInvalid', '记录状态不正确。');
  return status === 'ENABLE';
}
