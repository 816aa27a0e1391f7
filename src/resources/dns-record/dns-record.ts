import type { Replaced } from '../../checks/dns-cached.ts';
import type { Clock } from '../../checks/outside.ts';
import type { RunnerStep, Step } from '../../engine/step.ts';
import { dnsRecordMessages } from '../../messages/dns-record.ts';
import { type Failure, failure, throwAll } from '../../messages/failure.ts';
import type { Log } from '../../messages/log.ts';
import { text } from '../../messages/text.ts';
import { hasApiCode } from '../../tencent/api-failure.ts';
import { readRecords } from '../../tencent/read-records.ts';
import type { Tencent } from '../../tencent/tencent.ts';
import type { DnsRecord, Zone } from '../../tencent/zone.ts';
import { isAlias, isDefaultLine } from '../dns-lines.ts';
import { isConflict, refusalOf } from '../dns-refusal.ts';
import { usualTtl } from '../dns-writing.ts';
import { type AskServer, askOverNetwork } from '../name-servers.ts';
import { zoneProblems } from '../zone-problems.ts';
import { awaitAddress } from './await-address.ts';
import { decideRecord, type RecordChange, type WantedRecord } from './decide.ts';
import { type AddressWriting, writeRecord } from './write-record.ts';
import { isDelegatedElsewhere, zoneNotices } from './zone-findings.ts';

/** How a host name comes to lead to the server. */
export interface DnsRecordPlan {
  /** One, or none where all is as it should be. */
  readonly steps: readonly Step[];
  readonly problems: readonly Failure[];
  readonly notices: readonly Failure[];
  /** What resolvers may go on answering once the step has run; undefined: nothing that will pass by itself. */
  readonly replaced: Replaced | undefined;
}

/** Id of the step: it ends well only where all name servers answer as they are to. */
export const dnsStep = 'dns.bind';

/** What the step needs beside the account: time, and a way to the name servers. */
export interface DnsTools {
  readonly clock: Clock;
  readonly ask: AskServer;
}

const realTools: DnsTools = {
  clock: {
    now: Date.now,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  },
  ask: askOverNetwork(),
};

/**
 * Plans how `domain` comes to lead to `address` and nowhere else. The step changes the records in DNSPod, then waits until
 * all authoritative servers answer so. It has no undo: what serves by then has been proven, and a step that was cut short is
 * finished by the next run, which decides again from what is there.
 */
export function planDnsRecord(
  wanted: WantedRecord,
  zone: Zone,
  tencent: Tencent,
  tools: DnsTools = realTools,
): DnsRecordPlan {
  const { changes, problems } = decideRecord(wanted, zone);
  const all = [...zoneProblems(wanted.domain, zone), ...problems];
  const notices = zoneNotices(wanted, zone);
  if (all.length > 0 || changes.length === 0) return { steps: [], problems: all, notices, replaced: undefined };
  const step: RunnerStep = {
    kind: 'runner',
    phase: 'publish',
    id: dnsStep,
    title: text(`Point ${wanted.domain} to ${wanted.address}`, `将 ${wanted.domain} 解析到 ${wanted.address}`),
    reason: reasonOf(wanted, zone),
    diff: diffOf(changes, wanted, zone),
    run: (_, log) => bind(wanted, zone, tencent, tools, log),
  };
  return { steps: [step], problems: [], notices, replaced: replacedIn(zone) };
}

async function bind(
  wanted: WantedRecord,
  zone: Zone,
  tencent: Tencent,
  { clock, ask }: DnsTools,
  log: Log,
): Promise<void> {
  const writing = { wanted, zone, tencent, clock, log };
  const { domain, address } = wanted;
  const servers = zone.nameServers.length > 0 ? zone.nameServers : zone.delegatedTo;
  const answer = { domain, address, servers, isAlsoGood: isOfAnotherLine(zone) };
  const seen = () => awaitAddress(answer, ask, clock, log);
  await settle(writing);
  try {
    await seen();
  } catch (error) {
    // By now the list shows what it did not: a record of a run that ended right before this one, with another address.
    if (!(await settle(writing))) throw error;
    await seen();
  }
}

/** Milliseconds for which DNSPod's list may lack a record that was just made. */
const listLag = 30_000;

/**
 * Decides from what is there now, for somebody may have changed it since the plan, and makes the changes; tells whether
 * there were any. A record that the API has already and the list does not show yet is waited for, since what else is there
 * decides what is to be done.
 */
async function settle(writing: AddressWriting): Promise<boolean> {
  const { wanted, zone, tencent, clock, log } = writing;
  const until = clock.now() + listLag;
  for (;;) {
    const { changes, problems } = decideRecord(wanted, { ...zone, records: await readRecords(tencent, zone) });
    throwAll(problems);
    try {
      for (const change of changes) await writeRecord(change, writing);
      return changes.length > 0;
    } catch (error) {
      if (!hasApiCode(error, 'InvalidParameter.DomainRecordExist')) throw refusalOf(error, zone, refusedFor(wanted));
      // Not shown in time, but there: the name servers tell whether it answers.
      if (clock.now() >= until) return true;
      log.info(dnsRecordMessages.alreadyThere);
      await clock.sleep(5000);
    }
  }
}

/** What DNSPod's refusal of an A record means, by Tencent's code. */
function refusedFor({ domain, address }: WantedRecord): Parameters<typeof refusalOf>[2] {
  return (detail, options) => {
    if (isConflict(detail)) return failure('DNS_RECORD_CONFLICT', { domain, detail }, options);
    return detail === 'OperationDenied.IPInBlacklistNotAllowed'
      ? failure('DNS_ADDRESS_REFUSED', { domain, address, detail }, options)
      : undefined;
  };
}

function reasonOf({ domain }: WantedRecord, { records }: Zone) {
  const old = answering(records).map(({ value }) => value);
  if (old.length === 0) return text(`${domain} does not resolve yet`, `${domain} 尚无解析记录`);
  return text(`it resolves to ${old.join(', ')}`, `当前解析到 ${old.join('、')}`);
}

function diffOf(changes: readonly RecordChange[], { address }: WantedRecord, { host }: Zone): string {
  const line = (sign: string, type: string, value: string, ttl: number, note = ''): string =>
    `${sign} ${host} ${type} ${value} TTL ${ttl}${note}`;
  return changes
    .flatMap((change) => {
      if (change.kind === 'create') return [line('+', 'A', address, usualTtl)];
      const { type, value, ttl, enabled } = change.record;
      const old = line('-', type, value, ttl, enabled ? '' : ' (paused)');
      return change.kind === 'remove' ? [old] : [old, line('+', 'A', address, ttl || usualTtl)];
    })
    .join('\n');
}

/** What the default line answers. */
function answering(records: readonly DnsRecord[]): readonly DnsRecord[] {
  return records.filter((one) => one.enabled && isDefaultLine(one) && (one.type === 'A' || isAlias(one)));
}

function replacedIn(zone: Zone): Replaced | undefined {
  // What resolvers answer then is not from here, and stays as it is however long they are waited for.
  if (zone.delegatedTo.length === 0 || isDelegatedElsewhere(zone)) return undefined;
  const old = answering(zone.records);
  // For a name without records, resolvers keep that there is none: 600 seconds in DNSPod's SOA.
  if (old.length === 0) return { answer: [], seconds: usualTtl };
  const seconds = Math.max(...old.map(({ ttl }) => ttl || usualTtl));
  // What an alias led to is in another zone.
  if (old.some(isAlias)) return { answer: 'alias', seconds };
  return { answer: old.map(({ value }) => value), seconds };
}

/**
 * Whether an answer can be that of another line: DNSPod answers by where it is asked from, and this runner may be of a line
 * that has records of its own, which nobody changes.
 */
function isOfAnotherLine({ records }: Zone): (answer: readonly string[]) => boolean {
  const others = records.filter((one) => one.enabled && !isDefaultLine(one) && (one.type === 'A' || isAlias(one)));
  const values = others.map(({ value }) => value);
  const old = answering(records).map(({ value }) => value);
  return (answer) =>
    answer.every((address) => values.includes(address)) ||
    (others.some(isAlias) && !answer.some((address) => old.includes(address)));
}
