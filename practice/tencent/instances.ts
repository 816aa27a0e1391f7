import type { Rule, SomeRule } from './rules.ts';

/** An instance of the account; what can be written is what its owner, or Tencent, may change. */
export interface AccountInstance {
  readonly kind: 'lighthouse' | 'cvm';
  /** `lhins-…` or `ins-…`. */
  readonly id: string;
  readonly region: string;
  readonly name: string;
  /** Public IPv4 addresses. */
  readonly addresses: readonly string[];
  /** `RUNNING`, `STOPPED`. */
  state: string;
  /** `NORMAL`; of Lighthouse `NETWORK_RESTRICT`, of CVM `EXPIRED`, `PROTECTIVELY_ISOLATED`. */
  restriction: string;
  /** Undefined: billed by the hour (CVM alone). */
  expires: Date | undefined;
  /** `NOTIFY_AND_AUTO_RENEW`: renewed by itself; `NOTIFY_AND_MANUAL_RENEW`. */
  renewFlag: string;
  /** In the order in which they are asked; one of Lighthouse, those of a CVM's security groups. */
  readonly firewalls: readonly Firewall[];
}

/** A list of rules, asked from the top. */
export interface Firewall {
  /** The instance's id, or the security group's, `sg-…`. */
  readonly id: string;
  readonly region: string;
  /** Goes up with every change. */
  readonly version: number;
  readonly rules: readonly Rule[];
  /** Servers, network interfaces and the like that a security group is of besides the account's own instances. */
  readonly others: { CVM: number; ENI: number };
  /** Puts others in the place of its rules, as its owner would in the console; the packet filter changes with them. */
  change(rules: readonly SomeRule[]): Promise<void>;
}

/** How the products write a time. */
export const isoTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');

/** Regions, as far as practice needs them. */
export const regions: readonly { readonly id: string; readonly name: string; readonly mainland: boolean }[] = [
  { id: 'ap-guangzhou', name: '华南地区(广州)', mainland: true },
  { id: 'ap-shanghai', name: '华东地区(上海)', mainland: true },
  { id: 'ap-nanjing', name: '华东地区(南京)', mainland: true },
  { id: 'ap-beijing', name: '华北地区(北京)', mainland: true },
  { id: 'ap-chengdu', name: '西南地区(成都)', mainland: true },
  { id: 'ap-hongkong', name: '港澳台地区(中国香港)', mainland: false },
  { id: 'ap-singapore', name: '亚太东南(新加坡)', mainland: false },
  { id: 'ap-tokyo', name: '亚太东北(东京)', mainland: false },
  { id: 'na-siliconvalley', name: '美国西部(硅谷)', mainland: false },
  { id: 'eu-frankfurt', name: '欧洲地区(法兰克福)', mainland: false },
];
