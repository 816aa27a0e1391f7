import { unlessCancelled } from '../../engine/cancel.ts';
import { giveBackOrphans, type Lease, withLease } from '../../engine/lease.ts';
import { failure, throwAll } from '../../messages/failure.ts';
import { validationRecordMessages as say } from '../../messages/validation-record.ts';
import { readRecord, readRecords } from '../../tencent/read-records.ts';
import { findZones, readZone } from '../../tencent/read-zone.ts';
import type { OpenTencent, Tencent } from '../../tencent/tencent.ts';
import type { Zone } from '../../tencent/zone.ts';
import { isAs, removeRecord } from '../dns-writing.ts';
import type { IssuingRun } from '../issuance/issuer.ts';
import { type AskServer, askOverNetwork, awaitServers } from '../name-servers.ts';
import { zoneProblems } from '../zone-problems.ts';
import { addValidationRecord } from './add.ts';
import { recordsInTheWay, wordsOf } from './in-the-way.ts';
import { isOfRun, isOwnValidation, useOf, type Validated } from './own-remark.ts';
import type { WantedValidationRecord } from './wanted.ts';

export type { WantedValidationRecord } from './wanted.ts';

/** What finds the record of one run again. */
export interface ValidationRecordNote {
  readonly zone: Pick<Zone, 'id' | 'name' | 'host'>;
  readonly type: 'TXT' | 'CNAME';
  readonly value: string;
  /** What its remark says that it is for, and by which run. */
  readonly use: string;
  readonly run: string;
  /** Undefined: it was not added yet, as far as the run knew. */
  readonly id?: number;
}

/** The kind by which a note tells who gives it back. */
export const validationRecordKind = 'validation-record';

/**
 * Does `work` while the record is there and all authoritative servers answer it. One that somebody else has added with the
 * same value is used, and stays. Throws VALIDATION_ZONE_MISSING, VALIDATION_RECORD_CONFLICT and VALIDATION_SERVERS_BEHIND,
 * what keeps the zone from resolving, and `ApiFailure`.
 */
export async function withValidationRecord<T>(
  tencent: OpenTencent,
  wanted: WantedValidationRecord,
  run: IssuingRun,
  work: () => Promise<T>,
  ask: AskServer = askOverNetwork(),
): Promise<T> {
  const { name, type, value } = wanted;
  const zone = await readZone(tencent, name, (zones) => failure('VALIDATION_ZONE_MISSING', { name, zones }));
  throwAll(zoneProblems(wanted.domain, zone));
  const obstacles = recordsInTheWay(wanted, zone);
  if (obstacles.length > 0) {
    throw failure('VALIDATION_RECORD_CONFLICT', { name, type, value, found: wordsOf(obstacles) });
  }
  // The lease outlives a run that is cancelled.
  return withLease(validationRecord(tencent.until(run.graceOver), wanted, zone, run), run, async () => {
    await unlessCancelled(() => awaitRecord(wanted, zone, run, ask), run.cancelled);
    return work();
  });
}

function validationRecord(
  tencent: Tencent,
  wanted: WantedValidationRecord,
  zone: Zone,
  run: IssuingRun,
): Lease<ValidationRecordNote> {
  const { name, type, value } = wanted;
  const place = { id: zone.id, name: zone.name, host: zone.host };
  const intention = { zone: place, type, value, use: useOf(wanted), run: run.name };
  return {
    kind: validationRecordKind,
    title: say.title(name, type),
    intention,
    take: async () => {
      const id = await addValidationRecord(wanted, { zone, tencent, clock: run, log: run.log }, run.name);
      return id === undefined ? intention : { ...intention, id };
    },
    giveBack: (note) => removeValidationRecord(tencent, note),
  };
}

/** All servers that resolvers may ask: those of DNSPod, and those that the registry names. */
async function awaitRecord(
  { name, type, value }: WantedValidationRecord,
  { nameServers, delegatedTo }: Zone,
  run: IssuingRun,
  ask: AskServer,
): Promise<void> {
  const wanted = {
    name,
    type,
    servers: [...new Set([...nameServers, ...delegatedTo])],
    // Several may stand at the name: of other runs, other authorities.
    isRight: (answer: readonly string[]) => answer.some((one) => isAs({ type, value: one }, { type, value })),
    told: say.servers,
    failed: (servers: string, seconds: number) =>
      failure('VALIDATION_SERVERS_BEHIND', { name, type, value, servers, seconds }),
  };
  await awaitServers(wanted, ask, run, run.log);
}

/** Removes a run's record, if it is still as the run added it. Throws `ApiFailure`. */
export async function removeValidationRecord(tencent: Tencent, note: ValidationRecordNote): Promise<void> {
  const { zone, id, use, run } = note;
  if (id === undefined) {
    // Not one that the next run has added by now for the same order.
    const left = (await readRecords(tencent, zone)).filter(
      (one) => isAs(one, note) && isOwnValidation(one, use) && isOfRun(one, run),
    );
    for (const record of left) await removeRecord(record.id, { tencent, zone });
    return;
  }
  const found = await readRecord(tencent, zone, id);
  // One that cannot be found may just not be shown yet; no other has its id.
  if (found === undefined || isOwnValidation(found, use)) await removeRecord(id, { tencent, zone });
}

/**
 * Removes what runs of this server have left that died with their post step. The caller holds the lock of the domain's
 * certificate on that server, so that those are over. Never throws: it warns.
 */
export async function clearValidationRecords(tencent: OpenTencent, of: Validated, run: IssuingRun): Promise<void> {
  const use = useOf(of);
  const find = async () => {
    const zones = await findZones(tencent, of.domain);
    const found = await Promise.all(
      zones.map(async (zone) =>
        (await readRecords(tencent, zone)).filter((one) => isOwnValidation(one, use)).map(({ id }) => ({ zone, id })),
      ),
    );
    return found.flat();
  };
  const orphans = {
    title: say.leftoverTitle(of.domain),
    find,
    giveBack: ({ zone, id }: Awaited<ReturnType<typeof find>>[number]) => removeRecord(id, { tencent, zone }),
  };
  await giveBackOrphans(orphans, async () => true, run);
}
