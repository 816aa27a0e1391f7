import type { Call } from './handlers.ts';
import { lineOf } from './lines.ts';
import { checkRecord, keptValue, type Plan, type RecordContent, type ZoneRecord } from './records.ts';
import { Refusal } from './refusal.ts';

/** What a zone is at first. */
export interface ZoneOptions {
  /** `example.com`. */
  readonly name: string;
  /** Records that are there: `{ host: 'api', type: 'A', value: '192.0.2.1' }`. */
  readonly records?: readonly SomeRecord[];
  /** Least TTL of its plan, seconds (default 600). */
  readonly minTtl?: number;
  /** Records of one name, type and line that its plan allows (default 3). */
  readonly roll?: number;
  /** The servers that its registry names, where they are not DNSPod's. */
  readonly delegatedTo?: readonly string[];
  /** What its registrar says, where that is Tencent (default: registered there, real name approved); undefined: elsewhere. */
  readonly registration?: Registration | undefined;
}

/** A record of somebody's, as far as it is not the usual. */
export type SomeRecord = Pick<RecordContent, 'host' | 'type' | 'value'> &
  Partial<Pick<RecordContent, 'ttl' | 'enabled' | 'remark' | 'mx'>> & { readonly line?: string };

/** What a registrar says. */
export interface Registration {
  /** `Approved`, `InAudit`, `NotUpload`, `Reject`, `NoAudit`. */
  readonly realName: string;
  /** `ok`, `serverHold`: the domain does not resolve. */
  readonly states: readonly string[];
}

/** A zone of the account, as its owner sees it and as somebody else may change it. */
export interface AccountZone {
  readonly id: number;
  readonly name: string;
  readonly nameServers: readonly string[];
  readonly plan: Plan;
  readonly grade: string;
  /** `ENABLE`, `PAUSE`, `SPAM`; setting it takes effect with `sync`. */
  status: 'ENABLE' | 'PAUSE' | 'SPAM';
  delegatedTo: readonly string[];
  registration: Registration | undefined;
  /** For how long a record that the API made is missing from lists, seconds; setting it counts for those made before. */
  listLag: number;
  /** All, in the order of their making. */
  readonly records: readonly ZoneRecord[];
  /** Those of a host name's part, `api`. */
  at(host: string): readonly ZoneRecord[];
  /** Adds one as its owner would in the console, no matter what stands beside it. Returns its id. */
  add(record: SomeRecord): Promise<number>;
  /** Takes one away. */
  remove(id: number): Promise<void>;
  /** Has the name servers answer what the zone is now. */
  sync(): Promise<void>;
}

/** How the API changes a zone. */
export interface ZoneOfApi extends AccountZone {
  write(content: RecordContent, call: Call, id?: number): Promise<number>;
}

let lastId = 1_900_000_000;

function newId(): number {
  lastId += 1;
  return lastId;
}

/** A zone whose changes `publish` brings to its name servers. */
export function openZone(
  options: ZoneOptions,
  nameServers: readonly string[],
  { site, clock, publish }: { site: 'china' | 'international'; clock: () => Date; publish: () => Promise<void> },
): ZoneOfApi {
  const records = new Map<number, ZoneRecord>();
  const put = (content: RecordContent, madeAt?: Date, { id = newId(), defaultNs = false } = {}): number => {
    records.set(id, { ...content, id, updatedAt: clock(), madeAt, defaultNs });
    return id;
  };
  const line = lineOf(undefined, '0', site);
  for (const value of nameServers) {
    const common = { host: '@', type: 'NS', line, mx: 0, ttl: 86_400, enabled: true, remark: '' };
    put({ ...common, value: `${value}.` }, undefined, { defaultNs: true });
  }
  const complete = (some: SomeRecord): RecordContent => ({
    mx: 0,
    ttl: 600,
    enabled: true,
    remark: '',
    ...some,
    value: keptValue(some.type, some.value),
    line: some.line === undefined ? line : lineOf(some.line, undefined, site),
  });
  for (const record of options.records ?? []) put(complete(record));
  const zone: ZoneOfApi = {
    id: newId(),
    name: options.name,
    nameServers,
    plan: { minTtl: options.minTtl ?? 600, roll: options.roll ?? 3 },
    grade: 'DP_FREE',
    status: 'ENABLE',
    delegatedTo: options.delegatedTo ?? nameServers,
    registration: 'registration' in options ? options.registration : { realName: 'Approved', states: ['ok'] },
    listLag: 0,
    get records() {
      return [...records.values()];
    },
    at: (host) => [...records.values()].filter((record) => record.host === host),
    add: async (record) => {
      const id = put(complete(record));
      await publish();
      return id;
    },
    remove: async (id) => {
      records.delete(id);
      await publish();
    },
    sync: publish,
    write: async (content, { now }, id) => {
      if (zone.status === 'SPAM') throw new Refusal('FailedOperation.DomainIsSpam', '封禁域名不能进行此操作。');
      const old = id === undefined ? undefined : records.get(id);
      checkRecord(
        [...records.values()].filter((record) => record !== old),
        content,
        zone.plan,
      );
      const written = put(content, old === undefined ? now : old.madeAt, id === undefined ? {} : { id });
      await publish();
      return written;
    },
  };
  return zone;
}
