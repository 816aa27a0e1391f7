import { isIP } from 'node:net';
import { failure } from '../messages/failure.ts';

/** What host names of Tencent Cloud's API end with, if nothing else is said. */
export const defaultTencentEndpoint = 'tencentcloudapi.com';

/**
 * A parser of what host names of the API end with, after the product's name and a dot. A whole host name would break the
 * signature, which covers the product by its place in the name. It throws `INPUT_ENDPOINT`.
 */
export function tencentEndpointOf(products: readonly string[]): (value: string) => string {
  return (value) => {
    const suffix = value.toLowerCase();
    const labels = suffix.split('.');
    const good =
      labels.length >= 2 &&
      suffix.length <= 200 &&
      labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
      isIP(suffix) === 0;
    if (!good || products.includes(labels[0] ?? '')) throw failure('INPUT_ENDPOINT', { value });
    return suffix;
  };
}
