import type { Configuration } from './configuration.ts';
import type { Directive } from './parse.ts';

/** Ports that the `proxy_pass` directives of a block lead to, on whatever host; `upstream` names are resolved. */
export function proxiedPorts(block: readonly Directive[], { tree }: Configuration): readonly number[] {
  const http = tree.find(({ name }) => name === 'http')?.block ?? [];
  const upstreams = http.filter(({ name }) => name === 'upstream');
  const ports = targetsOf(block).flatMap((target) => {
    const [, scheme, host, port] = /^(https?):\/\/(\[[^\]]*\]|[^:/]+)(?::(\d+))?/.exec(target) ?? [];
    if (host === undefined) return [];
    if (port !== undefined) return [Number(port)];
    const upstream = upstreams.find(({ args }) => args[0] === host);
    if (upstream === undefined) return [scheme === 'https' ? 443 : 80];
    return (upstream.block ?? [])
      .filter(({ name }) => name === 'server')
      .map(({ args }) => Number(/:(\d+)$/.exec(args[0] ?? '')?.[1] ?? 80));
  });
  return [...new Set(ports)];
}

function targetsOf(block: readonly Directive[]): readonly string[] {
  return block.flatMap(({ name, args, block: inside }) =>
    name === 'proxy_pass' ? [args[0] ?? ''] : targetsOf(inside ?? []),
  );
}
