/** A record of a zone, as far as it matters to a host name's address. */
export interface DnsRecord {
  readonly id: number;
  /** `A`, `AAAA`, `CNAME`, `显性URL`. */
  readonly type: string;
  /** As `plainValue` gives it: without a dot at its end, without quotes. */
  readonly value: string;
  /** `默认`, or the line that it is for. */
  readonly line: string;
  /** `0` is the default line's. */
  readonly lineId: string;
  /** Seconds. */
  readonly ttl: number;
  readonly enabled: boolean;
  readonly remark: string;
}

/** The zone that a host name is in, and the records that the name has. */
export interface Zone {
  readonly id: number;
  /** `example.com`. */
  readonly name: string;
  /** The host name's part before it, `api`; `@` for the zone's own name. */
  readonly host: string;
  /** `ENABLE`, `PAUSE`, `SPAM`. */
  readonly status: string;
  /** Of its plan: `DP_FREE`. */
  readonly grade: string;
  /** Seconds that records have by default. */
  readonly ttl: number;
  /** DNSPod's servers for it. */
  readonly nameServers: readonly string[];
  /** The servers that its registry names. */
  readonly delegatedTo: readonly string[];
  /** The records of the host name, of all types and lines. */
  readonly records: readonly DnsRecord[];
  /** What the registrar says, where the domain is registered at Tencent. */
  readonly registration: Registration | undefined;
}

/** A domain at its registrar. */
export interface Registration {
  /** `Approved`, `InAudit`, `NotUpload`, `Reject`, `NoAudit`. */
  readonly realName: string;
  /** EPP's states: `serverHold` means that it does not resolve. */
  readonly states: readonly string[];
}
