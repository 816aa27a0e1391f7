import type { NginxConfiguration } from './configuration.ts';
import type { Directive } from './parse.ts';

/** What a `proxy_pass` leads to. */
export interface BackEnd {
  /** Host as it is written, this server's loopback as `localhost`; with variables or a socket's path: all that is written. */
  readonly host: string;
  /** Undefined for a socket. */
  readonly port: number | undefined;
}

/** What the `proxy_pass` directives of a block lead to, those of inner blocks with them; `upstream` names are resolved. */
export function backEndsOf(
  block: readonly Directive[],
  { tree }: Pick<NginxConfiguration, 'tree'>,
): readonly BackEnd[] {
  const http = tree.find(({ name }) => name === 'http')?.block ?? [];
  const upstreams = http.filter(({ name }) => name === 'upstream');
  const found = targetsOf(block).flatMap((target): readonly BackEnd[] => {
    const [, scheme, host, port] = /^(https?):\/\/(\[[^\]]*\]|[^:/]+)(?::(\d+))?/.exec(target) ?? [];
    if (host === undefined || host === 'unix') return [{ host: target, port: undefined }];
    const upstream = port === undefined ? upstreams.find(({ args }) => args[0] === host) : undefined;
    if (upstream === undefined) return [{ host: nameOf(host), port: Number(port ?? (scheme === 'https' ? 443 : 80)) }];
    return (upstream.block ?? []).filter(({ name }) => name === 'server').map(({ args }) => ofUpstream(args[0] ?? ''));
  });
  return found.filter((one, at) => found.findIndex((other) => isSame([one], [other])) === at);
}

/** What the server block's `location /` leads to; where it has none or that is no proxy: whatever its locations lead to. */
export function mainBackEnds(
  block: readonly Directive[],
  configuration: Pick<NginxConfiguration, 'tree'>,
): readonly BackEnd[] {
  const root = block.filter(({ name, args }) => name === 'location' && /^(\^~ )?\/$/.test(args.join(' ')));
  const main = backEndsOf(root, configuration);
  return main.length > 0 ? main : backEndsOf(block, configuration);
}

/** Whether requests come to the same place, whichever of the two is asked. */
export function isSame(some: readonly BackEnd[], others: readonly BackEnd[]): boolean {
  const words = (of: readonly BackEnd[]) =>
    of
      .map(({ host, port }) => `${host}:${port}`)
      .toSorted()
      .join(' ');
  return words(some) === words(others);
}

function ofUpstream(address: string): BackEnd {
  if (address.startsWith('unix:')) return { host: address, port: undefined };
  const [, host = address, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(address) ?? [];
  return { host: nameOf(host), port: Number(port ?? 80) };
}

function nameOf(host: string): string {
  return /^(127(\.\d+){3}|localhost|\[::1\])$/i.test(host) ? 'localhost' : host.toLowerCase();
}

function targetsOf(block: readonly Directive[]): readonly string[] {
  return block.flatMap(({ name, args, block: inside }) =>
    name === 'proxy_pass' ? [args[0] ?? ''] : targetsOf(inside ?? []),
  );
}
