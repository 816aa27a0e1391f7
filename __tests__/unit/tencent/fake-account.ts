import type { RecordListItem } from 'tencentcloud-sdk-nodejs/tencentcloud/services/dnspod/v20210323/dnspod_models.js';
import type { ActionName, RequestOf, ResponseOf } from '../../../src/tencent/actions.ts';
import { ApiFailure } from '../../../src/tencent/api-failure.ts';
import type { Tencent } from '../../../src/tencent/tencent.ts';

/** A refusal of the API by `apiCode`; `undefined`: no answer came, and what was asked may be done. */
export function refusal(apiCode: string | undefined): ApiFailure {
  const words = { en: `refused: ${apiCode}`, zh: `拒绝：${apiCode}` };
  const why = { en: `answers: ${apiCode}`, zh: `返回：${apiCode}` };
  const text = { what: words, why, cure: words };
  return new ApiFailure(
    { code: 'INTERNAL', text, evidence: undefined, name: 'Failure', message: words.en },
    { apiCode, mayHaveTakenEffect: apiCode === undefined },
  );
}

/** A record as DNSPod's list gives it, an enabled A record of the default line unless told otherwise. */
export function listed(record: Partial<RecordListItem> & { RecordId: number; Value: string }): RecordListItem {
  return { Type: 'A', Line: '默认', LineId: '0', TTL: 600, Status: 'ENABLE', Remark: '', Name: 'api', ...record };
}

/** Time that passes by sleeping alone. */
export interface FakeClock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** A clock that begins at 0. */
export function fakeClock(): FakeClock {
  let now = 0;
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
  };
}

type Handlers = { [A in ActionName]?: (request: RequestOf<A>) => ResponseOf<A> };

/** An account with one zone in memory, of which the tests say what it has. */
export interface FakeAccount extends Tencent {
  /** Every call that came, in order. */
  readonly calls: { readonly action: ActionName; readonly request: Record<string, unknown> }[];
  /** The names of those that write, with what was to be written. */
  writes(): readonly string[];
  readonly records: RecordListItem[];
  /** Answers in place of the account's own, by action; one that throws refuses. */
  readonly instead: Handlers;
  /** Milliseconds for which a new record is not listed. */
  listLag: number;
  /** The least TTL of its plan. */
  leastTtl: number;
  /** Throws the next time the action is called; the account does as it is told all the same where `afterEffect`. */
  failNext(action: ActionName, error: unknown, afterEffect?: boolean): void;
}

/** A zone `example.com` with `records` of the host `api`. */
export function fakeAccount(records: readonly RecordListItem[] = [], clock: FakeClock = fakeClock()): FakeAccount {
  const stored = [...records];
  const born = new Map<number, number>();
  const failing: { action: ActionName; error: unknown; afterEffect: boolean }[] = [];
  let lastId = 1000;

  const byId = (id: number): RecordListItem => {
    const found = stored.find(({ RecordId }) => RecordId === id);
    if (found === undefined) throw refusal('InvalidParameter.RecordIdInvalid');
    return found;
  };
  const mustBeNew = (name: string, type: string, value: string, line: string, id?: number): void => {
    const beside = stored.filter((one) => one.Name === name && one.LineId === line && one.RecordId !== id);
    if (beside.some((one) => one.Type === type && one.Value === value))
      throw refusal('InvalidParameter.DomainRecordExist');
    if (beside.some((one) => one.Status === 'ENABLE' && (one.Type === 'CNAME' || type === 'CNAME')))
      throw refusal('InvalidParameter.ConflictRecord');
  };
  const mustLast = (ttl: number | undefined): void => {
    if ((ttl ?? 600) < account.leastTtl) throw refusal('LimitExceeded.RecordTtlLimit');
  };

  const own: Handlers = {
    'dnspod:DescribeDomainList': () => ({
      DomainCountInfo: { DomainTotal: 1 } as never,
      DomainList: [{ DomainId: 7, Name: 'example.com', Punycode: 'example.com', Status: 'ENABLE' }],
    }),
    'dnspod:DescribeDomain': () => ({
      DomainInfo: {
        DomainId: 7,
        Domain: 'example.com',
        Status: 'ENABLE',
        Grade: 'DP_FREE',
        TTL: 600,
        DnspodNsList: ['ns1.dnspod.test', 'ns2.dnspod.test'],
        ActualNsList: ['ns1.dnspod.test.', 'NS2.dnspod.test.'],
      },
    }),
    'domain:DescribeDomainBaseInfo': () => ({
      DomainInfo: { RealNameAuditStatus: 'Approved', DomainStatus: ['ok'] },
    }),
    'dnspod:DescribePackageDetail': () => ({ Info: [{ DomainGrade: 'DP_Free', MinTtl: account.leastTtl } as never] }),
    'dnspod:DescribeRecordList': ({ SubDomain, Offset = 0, Limit = 100 }) => {
      const shown = stored.filter(
        ({ RecordId = 0, Name = 'api' }) =>
          (SubDomain === undefined || Name === SubDomain) &&
          clock.now() - (born.get(RecordId) ?? -1e9) >= account.listLag,
      );
      return {
        RecordCountInfo: { TotalCount: shown.length, ListCount: shown.length, SubdomainCount: 1 },
        RecordList: structuredClone(shown.slice(Offset, Offset + Limit)),
      };
    },
    'dnspod:DescribeRecord': ({ RecordId }) => {
      const { Name, Type, Value, TTL, Status, Remark } = byId(RecordId);
      return {
        RecordInfo: {
          Id: RecordId,
          SubDomain: Name as string,
          RecordType: Type as string,
          Value: Value as string,
          TTL: TTL as number,
          Enabled: Status === 'ENABLE' ? 1 : 0,
          Remark: Remark as string,
        },
      };
    },
    'dnspod:CreateRecord': (request) => {
      const {
        SubDomain = 'api',
        Value,
        RecordType,
        RecordLine,
        RecordLineId = '0',
        TTL,
        Remark = '',
        Status,
      } = request;
      mustBeNew(SubDomain, RecordType, Value, RecordLineId);
      mustLast(TTL);
      lastId += 1;
      const made = {
        RecordId: lastId,
        Name: SubDomain,
        Type: RecordType,
        Value,
        Line: RecordLine,
        LineId: RecordLineId,
      };
      stored.push(listed({ ...made, TTL: TTL ?? 600, Remark, Status: Status ?? 'ENABLE' }));
      born.set(lastId, clock.now());
      return { RecordId: lastId };
    },
    'dnspod:ModifyRecord': ({ RecordId, Value, RecordType, RecordLineId = '0', TTL, Remark = '', Status }) => {
      const found = byId(RecordId);
      mustBeNew(found.Name as string, RecordType, Value, RecordLineId, RecordId);
      mustLast(TTL);
      Object.assign(found, { Type: RecordType, Value, LineId: RecordLineId, TTL, Remark, Status: Status ?? 'ENABLE' });
      return { RecordId };
    },
    'dnspod:DeleteRecord': ({ RecordId }) => {
      stored.splice(stored.indexOf(byId(RecordId)), 1);
      return {};
    },
  };

  const account: FakeAccount = {
    calls: [],
    records: stored,
    instead: {},
    listLag: 0,
    leastTtl: 600,
    writes: () =>
      account.calls.flatMap(({ action, request: { RecordId, RecordType, Value, TTL } }) =>
        /:(Create|Modify|Delete)/.test(action)
          ? [[action.slice(7, 13), RecordId, RecordType, Value, TTL].filter((one) => one !== undefined).join(' ')]
          : [],
      ),
    failNext: (action, error, afterEffect = false) => void failing.push({ action, error, afterEffect }),
    call: async <A extends ActionName>(action: A, request: RequestOf<A>): Promise<ResponseOf<A>> => {
      account.calls.push({ action, request: (request ?? {}) as Record<string, unknown> });
      const at = failing.findIndex((one) => one.action === action);
      const [fails] = at < 0 ? [] : failing.splice(at, 1);
      if (fails !== undefined && !fails.afterEffect) throw fails.error;
      const handle = account.instead[action] ?? own[action];
      if (handle === undefined) throw new Error(`${action} is not known to the fake`);
      const answer = (handle as (request: RequestOf<A>) => ResponseOf<A>)(request);
      if (fails !== undefined) throw fails.error;
      return answer;
    },
  };
  return account;
}
