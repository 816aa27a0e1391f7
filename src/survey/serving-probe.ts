import type { ScriptProbe } from '../engine/probe.ts';
import { lookAtNginx, readServing, type Serving } from '../fragments/serving.ts';
import { quote } from '../shell/quote.ts';

/** Asks nginx on loopback for a path of a domain by https. */
export function servingProbe(domain: string, port: number, path: string): ScriptProbe<Serving> {
  return { script: `${lookAtNginx}\nlook_at_nginx https ${quote(domain)} ${port} ${quote(path)}`, read: readServing };
}

/** Asks the same at several addresses; what each brought, by its port. */
export function servedProbe(
  addresses: readonly { readonly domain: string; readonly port: number; readonly path: string }[],
): ScriptProbe<ReadonlyMap<number, Serving>> {
  const looks = addresses.map(
    ({ domain, port, path }) => `echo "${port} $(look_at_nginx https ${quote(domain)} ${port} ${quote(path)})"`,
  );
  return {
    script: [lookAtNginx, ...looks].join('\n'),
    read: (output) =>
      new Map([...output.matchAll(/^(\d+) (.*)$/gm)].map(([, port, line = '']) => [Number(port), readServing(line)])),
  };
}
