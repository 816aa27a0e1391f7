import type { ScriptProbe } from '../engine/probe.ts';
import { lookAtNginx, readServing, type Serving } from '../fragments/serving.ts';
import { quote } from '../shell/quote.ts';

/** Asks nginx on loopback for a path of a domain by https. */
export function servingProbe(domain: string, port: number, path: string): ScriptProbe<Serving> {
  return { script: `${lookAtNginx}\nlook_at_nginx https ${quote(domain)} ${port} ${quote(path)}`, read: readServing };
}
