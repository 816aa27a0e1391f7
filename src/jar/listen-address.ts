import { placeOfHost } from '../values/database-place.ts';
import type { Lookup, SettingLookup } from './lookup.ts';
import { settingLine } from './service-setting.ts';

/** An address that an application listens on, and that a request from outside its container does not reach. */
export interface ListenAddress {
  /** The container's loopback; or an address that the container does not have, on which nothing can listen. */
  readonly place: 'loopback' | 'other';
  /** What makes it listen on every address: `env: SERVER_ADDRESS=0.0.0.0`. */
  readonly setting: string;
}

/** What `key` says of where an application listens; undefined: on every address, or that cannot be told. */
export function listenAddress(key: string, get: Lookup, settingOf: SettingLookup): ListenAddress | undefined {
  const value = get(key)?.toLowerCase();
  if (value === undefined || /^(?:|\*|0\.0\.0\.0|\[?(?:::|(?:0+:){7}0+)\]?)$/.test(value)) return undefined;
  const place = placeOfHost(value) === 'container' ? 'loopback' : 'other';
  return { place, setting: settingLine(key, '0.0.0.0', { settingOf }) };
}
