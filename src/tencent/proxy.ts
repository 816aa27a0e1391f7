import { Agent, type AgentOptions } from 'node:https';

/** The variables that name a proxy, and where it is not used; `process.env` in production. */
export type ProxyVariables = Readonly<Record<string, string | undefined>>;

/**
 * Connections that honour `https_proxy` and `no_proxy` (Node 24.5 and later). With an agent the SDK leaves its own reading
 * alone, which takes `http_proxy` for https and knows no exceptions. `options.timeout`, in milliseconds, is for the tunnel.
 */
export function proxyAgent(env: ProxyVariables, options: AgentOptions = {}): Agent {
  return new Agent({ ...options, proxyEnv: { ...env } });
}

/** The proxy through which `host` is asked, as it may be shown: without user and password. Undefined: none. */
export function proxyFor(host: string, env: ProxyVariables): string | undefined {
  const given = env.https_proxy || env.HTTPS_PROXY;
  // Node reads no other kind, and goes directly then.
  if (given === undefined || !/^https?:\/\//.test(given) || !URL.canParse(given)) return undefined;
  if (isExempt(host, env.no_proxy || env.NO_PROXY || '')) return undefined;
  return new URL(given).origin;
}

/** The names and passwords in the addresses of proxies: what must not be shown. */
export function proxySecrets(env: ProxyVariables): readonly string[] {
  return [env.https_proxy, env.HTTPS_PROXY].flatMap((given) => {
    if (given === undefined || !URL.canParse(given)) return [];
    const { username, password } = new URL(given);
    return password === '' ? [] : [`${username}:${password}@`, password, decoded(password)];
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** As Node reads the list: `*`, a name, `.example.com` and `*.example.com`, each perhaps with a port. */
function isExempt(host: string, list: string): boolean {
  return list
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .some(
      (one) => ['*', host, `${host}:443`].includes(one) || (/^\*?\./.test(one) && host.endsWith(one.replace('*', ''))),
    );
}
