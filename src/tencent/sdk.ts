import type { Agent } from 'node:http';
import { type ActionName, actions, type Product, versions } from './actions.ts';

/** What one key is made of, as the SDK takes it; undefined for the request that gets one. */
export interface Key {
  readonly secretId: string;
  readonly secretKey: string;
  /** Of temporary credentials. */
  readonly token: string | undefined;
}

/** One request of the SDK: what Tencent answers, or what the SDK throws (`faultOf` reads it). `region` is the header's. */
export type Send = (
  action: ActionName,
  request: unknown,
  region: string | undefined,
  key: Key | undefined,
  signal: AbortSignal,
) => Promise<unknown>;

/** Any region does where one must be named. */
const anyRegion = 'ap-guangzhou';

/** The region header of a call: only where the table of actions says so. Throws where one is needed and none is given. */
export function regionOf(action: ActionName, region: string | undefined): string | undefined {
  const needed = actions[action].region;
  if (needed === 'none') return undefined;
  if (needed === 'fixed') return anyRegion;
  if (region === undefined) throw new Error(`${action} needs a region.`);
  return region;
}

/** `dnspod` of `dnspod:CreateRecord`. */
export function productOf(action: ActionName): Product {
  return action.slice(0, action.indexOf(':')) as Product;
}

/** `dnspod.tencentcloudapi.com`. */
export function hostOf(action: ActionName, endpoint: string): string {
  return `${productOf(action)}.${endpoint}`;
}

/**
 * The SDK as one function. It is loaded by the first call, since nobody else needs it: its general client alone, by its own
 * path; the package's root loads every product of Tencent's.
 */
export function openSdk(options: {
  readonly endpoint: string;
  readonly language: 'en-US' | 'zh-CN';
  readonly agent: Agent;
  readonly timeoutSeconds: number;
}): Send {
  const clients = new Map<string, Promise<Client>>();
  const clientFor = (action: ActionName, region: string | undefined, key: Key | undefined): Promise<Client> => {
    const id = [productOf(action), region, key?.secretId].join(' ');
    const known = clients.get(id);
    if (known !== undefined) return known;
    const made = newClient(options, action, region, key);
    clients.set(id, made);
    return made;
  };
  return async (action, request, region, key, signal) => {
    const client = await clientFor(action, region, key);
    const name = action.slice(action.indexOf(':') + 1);
    // Without a key, `Authorization: SKIP` takes the signature's place.
    return client.request(name, request, key === undefined ? { signal, skipSign: true } : { signal });
  };
}

type Client = InstanceType<
  typeof import('tencentcloud-sdk-nodejs/tencentcloud/common/common_client.js')['CommonClient']
>;

async function newClient(
  { endpoint, language, agent, timeoutSeconds }: Parameters<typeof openSdk>[0],
  action: ActionName,
  region: string | undefined,
  key: Key | undefined,
): Promise<Client> {
  const { CommonClient } = await import('tencentcloud-sdk-nodejs/tencentcloud/common/common_client.js');
  const host = hostOf(action, endpoint);
  const { secretId, secretKey, token } = key ?? { secretId: '', secretKey: '', token: undefined };
  return new CommonClient(host, versions[productOf(action)], {
    credential: { secretId, secretKey, ...(token === undefined ? {} : { token }) },
    ...(region === undefined ? {} : { region }),
    profile: { language, httpProfile: { endpoint: host, reqTimeout: timeoutSeconds, agent } },
  });
}
