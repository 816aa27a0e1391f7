import { Refusal } from './refusal.ts';

/** Lines by their ids; those of a free plan, as far as known. */
const lines: Readonly<Record<string, string>> = {
  '0': '默认',
  '10=0': '电信',
  '10=1': '联通',
  '10=3': '移动',
  '10=2': '教育网',
  '3=0': '境外',
};

/** A line of a zone. */
export interface Line {
  readonly id: string;
  readonly name: string;
}

/** What the default line is called, by site. */
const defaultNames = { china: '默认', international: 'Default' } as const;

/** The line that a request names; its id outranks its name. Throws `Refusal`. */
export function lineOf(name: string | undefined, id: string | undefined, site: keyof typeof defaultNames): Line {
  const names = Object.entries(lines).map(([key, value]) => [key, key === '0' ? defaultNames[site] : value] as const);
  const found = names.find(([key, value]) => (id === undefined ? value === name : key === id));
  if (found === undefined) throw new Refusal('InvalidParameter.RecordLineInvalid', '记录线路不正确。');
  return { id: found[0], name: found[1] };
}
