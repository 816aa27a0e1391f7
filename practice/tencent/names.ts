import { actions, type Product, versions } from '../../src/tencent/actions.ts';

/** What host names of the API end with, by site. */
export const suffixes = { china: 'tencentcloudapi.com', international: 'intl.tencentcloudapi.com' } as const;

/** One of Tencent Cloud's two sites; an account is of one of them. */
export type Site = keyof typeof suffixes;

/** Where a job gets its ID tokens. */
export const tokenHost = 'pipelines.actions.githubusercontent.com';

/** The products of the table of actions. */
const products = [...new Set(Object.keys(actions).map((name) => name.split(':')[0] as Product))];

/** The host names of the API that the table of actions leads to. */
export function apiHosts(suffix: string): readonly string[] {
  return products.map((product) => `${product}.${suffix}`);
}

/** The product that a host name of the API is of, and its site; undefined where it is none. */
export function productOf(host: string): { product: Product; site: Site } | undefined {
  const [first = '', ...rest] = host.split('.');
  const product = products.find((one) => one === first && one in versions);
  const site = (Object.keys(suffixes) as Site[]).find((one) => suffixes[one] === rest.join('.'));
  return product === undefined || site === undefined ? undefined : { product, site };
}

/**
 * Throws an Error where a run with these inputs may ask Tencent Cloud in earnest: unless it has no input for it, or each
 * host name that the action can reach leads into practice's network.
 */
export function refuseRealApi(inputs: Readonly<Record<string, string>>, hosts: Readonly<Record<string, string>>): void {
  if (!Object.entries(inputs).some(([name, value]) => name.startsWith('tencent-') && value !== '')) return;
  const chosen = inputs['tencent-endpoint'] ?? '';
  const reachable = [...Object.values(suffixes), ...(chosen === '' ? [] : [chosen])].flatMap(apiHosts);
  const outside = reachable.filter((name) => !/^198\.18\.0\.\d+$/.test(hosts[name] ?? ''));
  if (outside.length === 0) return;
  throw new Error(
    `A practice run must not ask Tencent Cloud: no address of practice's network for ${outside.join(', ')}`,
  );
}
