/** A server of Tencent Cloud. */
export interface Instance {
  readonly kind: 'lighthouse' | 'cvm';
  /** `lhins-…` or `ins-…`. */
  readonly id: string;
  readonly region: string;
  readonly name: string;
  /** As the API says it: `RUNNING`, `STOPPED`. */
  readonly state: string;
  /** Why it is cut off (`NETWORK_RESTRICT`, `ISOLATED`, `EXPIRED`, `PROTECTIVELY_ISOLATED`); undefined: it is not. */
  readonly restricted: string | undefined;
  /** When it expires; undefined: billed by the hour. */
  readonly expires: Date | undefined;
  readonly renewsItself: boolean;
  /** Public IPv4 addresses. */
  readonly publicAddresses: readonly string[];
  /** Those of a CVM, in the API's order; none of a Lighthouse instance. */
  readonly securityGroups: readonly string[];
  /** Whether it is in mainland China, where a domain needs a filing; undefined: the region is not known to tell. */
  readonly mainland: boolean | undefined;
}

/** What names an instance to the API. */
export type InstanceName = Pick<Instance, 'kind' | 'id' | 'region'>;

/** What an instance is found by; the first that is given counts. */
export interface InstanceHints {
  /** The input `instance-id`, or what the server's own metadata service said. */
  readonly id: string | undefined;
  /** Its public address, where no id is known. */
  readonly address: string | undefined;
  /** Where to look; undefined: everywhere. */
  readonly region: string | undefined;
}
