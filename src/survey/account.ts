import { survey } from '../engine/survey.ts';
import { type Failure, Failures, throwAll } from '../messages/failure.ts';
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
  const asking = survey(server, {
    zone: { ask: async () => (domain === undefined ? undefined : readZone(tencent, domain)) },
    machine: {
      ask: async () => {
        if (hints === undefined) return undefined;
        const instance = await findInstance(tencent, hints);
        return { instance, firewall: firewall ? await readFirewall(tencent, instance) : undefined };
      },
    },
  });
  const { zone, machine } = await asking.catch((error: unknown) => {
    if (error instanceof Failures) throwAll(toldOnce(error.failures));
    throw error;
  });
  return { tencent, zone, instance: machine?.instance, firewall: machine?.firewall };
}

/** What has one cause, whichever call comes to it. */
const ofAccount: readonly Failure['code'][] = [
  'OIDC_PERMISSION_MISSING',
  'OIDC_REFUSED',
  'OIDC_TOKEN_UNAVAILABLE',
  'TENCENT_CLOCK_SKEW',
  'TENCENT_CREDENTIALS',
  'TENCENT_UNREACHABLE',
];

/** Each failure, of those with one cause the first alone. */
function toldOnce(failures: readonly Failure[]): readonly Failure[] {
  return failures.filter(
    ({ code }, at) => !ofAccount.includes(code) || failures.findIndex((other) => other.code === code) === at,
  );
}
