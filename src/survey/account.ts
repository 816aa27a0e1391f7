import { survey } from '../engine/survey.ts';
import type { Server } from '../server/server.ts';
import { findInstance } from '../tencent/find-instance.ts';
import type { CloudFirewall } from '../tencent/firewall.ts';
import type { Instance, InstanceHints } from '../tencent/instance.ts';
import { readFirewall } from '../tencent/read-firewall.ts';
import { readZone } from '../tencent/read-zone.ts';
import type { Tencent } from '../tencent/tencent.ts';
import type { Zone } from '../tencent/zone.ts';

/** What there is of a server and its domain in an account of Tencent Cloud. */
export interface Account {
  /** Through which what is there can be changed. */
  readonly tencent: Tencent;
  /** Undefined: it was not asked for. */
  readonly instance: Instance | undefined;
  /** Undefined: it was not asked for. */
  readonly firewall: CloudFirewall | undefined;
  /** Undefined: it was not asked for. */
  readonly zone: Zone | undefined;
}

/** What of an account is asked for. */
export interface AskedOfAccount {
  /** Whose zone; undefined: none. */
  readonly domain: string | undefined;
  /** Which instance; undefined: none. */
  readonly instance: InstanceHints | undefined;
  /** Its firewall as well. */
  readonly firewall: boolean;
}

/** Asks the account everything at once. Throws `Failures` with all that it refuses, or that is not in it. */
export async function surveyAccount(server: Server, tencent: Tencent, asked: AskedOfAccount): Promise<Account> {
  const { domain, instance: hints, firewall } = asked;
  const { zone, machine } = await survey(server, {
    zone: { ask: async () => (domain === undefined ? undefined : readZone(tencent, domain)) },
    machine: {
      ask: async () => {
        if (hints === undefined) return undefined;
        const instance = await findInstance(tencent, hints);
        return { instance, firewall: firewall ? await readFirewall(tencent, instance) : undefined };
      },
    },
  });
  return { tencent, zone, instance: machine?.instance, firewall: machine?.firewall };
}
