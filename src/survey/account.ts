import type { CloudFirewall } from '../tencent/firewall.ts';
import type { Instance } from '../tencent/instance.ts';
import type { Tencent } from '../tencent/tencent.ts';
import type { Zone } from '../tencent/zone.ts';

/** What there is of a server and its domain in an account of Tencent Cloud. */
export interface Account {
  /** Through which what is there can be changed. */
  readonly tencent: Tencent;
  /** Undefined: it was not asked for. */
  readonly instance: Instance | undefined;
  /** Undefined: it was not asked for. */
  readonly firewall: CloudFirewall | undefined;
  /** Undefined: it was not asked for. */
  readonly zone: Zone | undefined;
}
