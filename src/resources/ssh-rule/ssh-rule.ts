import type { Lease } from '../../engine/lease.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import { sshRuleMessages } from '../../messages/ssh-rule.ts';
import type { CloudFirewall, CloudRule, RuleList } from '../../tencent/firewall.ts';
import { addRule, removeRule } from '../../tencent/firewall-rules.ts';
import { judgeForAddress, judgeForWorld, placeFor } from '../../tencent/firewall-verdict.ts';
import type { InstanceName } from '../../tencent/instance.ts';
import { everyAddress, type Ipv4Range, rangeOf } from '../../tencent/ipv4-ranges.ts';
import { readRuleList } from '../../tencent/read-firewall.ts';
import type { Tencent } from '../../tencent/tencent.ts';
import { readSshRuleDescription, renderSshRuleDescription } from './description.ts';

/** What finds the rules of one run again. */
export interface SshRuleNote {
  readonly instance: InstanceName;
  /** The rule lists that they may be in. */
  readonly lists: readonly string[];
  readonly token: string;
}

/** A rule that is wanted, for the time of a run. */
export interface SshOpening {
  readonly port: number;
  /** Of the runner; undefined: as Tencent sees it, which it can for a security group. */
  readonly address: string | undefined;
  readonly token: string;
  readonly made: Date;
}

/** What stands for the address of whoever calls, in a rule of a security group that is written. */
const caller = 'MY_PUBLIC_IP';

/** The kind by which a note tells who gives it back. */
export const sshRuleKind = 'ssh-rule';

/** Whether a rule is one that a run made for its runner, and that nobody has changed since (rule *Ours*). */
export function isSshRule({ protocol, ports, source, action, description }: CloudRule): boolean {
  const said = readSshRuleDescription(description);
  return (
    said !== undefined &&
    protocol === 'TCP' &&
    action === 'ACCEPT' &&
    ports === String(said.port) &&
    source !== undefined &&
    (source === caller || addressOf(source) !== undefined)
  );
}

/** The one address that a rule's source is; undefined: it is several, or stands for one that is not known. */
function addressOf(source: string): string | undefined {
  return /^(\d+\.\d+\.\d+\.\d+)(?:\/32)?$/.exec(source)?.[1];
}

/**
 * The lists that need a rule so that the runner is let in; none where it is already, for good. What runs opened for
 * their own time does not count, since each closes its own.
 * Throws SSH_FROM_RUNNER_ADDRESS and SSH_FROM_RUNNER_DROP where a Lighthouse firewall cannot be opened.
 */
export function listsToOpen(
  firewall: CloudFirewall,
  opening: Pick<SshOpening, 'port' | 'address'>,
): readonly RuleList[] {
  const { instance, lists } = withoutSshRules(firewall);
  const { port, address } = opening;
  const verdict = address === undefined ? judgeForWorld({ lists }, port) : judgeForAddress({ lists }, port, address);
  if (verdict.kind === 'open' || lists.length === 0) return [];
  if (instance.kind === 'lighthouse') {
    if (address === undefined) throw failure('SSH_FROM_RUNNER_ADDRESS', { instance: instance.id, port });
    if (verdict.by !== undefined) throw dropped(instance, port, address, verdict.by.rule);
  }
  const refusing = lists.filter((list) => typeof placeFor(list, port, rangeFor(address)) === 'number');
  // One that other servers share only where there is no other.
  const fewest = lists.toSorted((one, other) => (one.others ?? 1) - (other.others ?? 1)).slice(0, 1);
  const ids = (refusing.length > 0 ? refusing : fewest).map(({ id }) => id);
  return firewall.lists.filter(({ id }) => ids.includes(id));
}

function withoutSshRules({ instance, lists }: CloudFirewall): CloudFirewall {
  return { instance, lists: lists.map((list) => ({ ...list, rules: list.rules.filter((rule) => !isSshRule(rule)) })) };
}

function rangeFor(address: string | undefined): Ipv4Range {
  return (address === undefined ? undefined : rangeOf(address)) ?? everyAddress;
}

function dropped({ id }: InstanceName, port: number, address: string, rule: CloudRule): Failure {
  const shown = `${rule.protocol} ${rule.ports}, ${rule.source ?? '?'}`;
  return failure('SSH_FROM_RUNNER_DROP', { instance: id, port, address, rule: shown });
}

/** What was opened. */
export interface Opened {
  /** For whom; undefined: Tencent did not tell. */
  readonly address: string | undefined;
  /** Whether by a rule of this run: there can be but one for the same address, which may be another one's. */
  readonly own: boolean;
}

/**
 * A rule in each of `lists` that lets the runner in. `tell` hears what it became. It can still be given back when the run
 * is cancelled: `tencent` must live as long.
 */
export function sshRule(
  tencent: Tencent,
  { instance, lists: all }: CloudFirewall,
  lists: readonly RuleList[],
  opening: SshOpening,
  tell: (opened: Opened) => void,
): Lease<SshRuleNote> {
  const { port, address, token } = opening;
  const { kind, id, region } = instance;
  const note: SshRuleNote = { instance: { kind, id, region }, lists: lists.map((list) => list.id), token };
  const rule = {
    ports: String(port),
    source: address === undefined ? caller : `${address}/32`,
    description: renderSshRuleDescription(opening),
  };
  const range = rangeFor(address);
  return {
    kind: sshRuleKind,
    title: sshRuleMessages.title(id, port),
    intention: note,
    take: async () => {
      const written = new Map<string, RuleList>();
      for (const list of lists)
        written.set(list.id, await addRule(tencent, instance, list, rule, (now) => placeFor(now, port, range)));
      const now = all.map((list) => written.get(list.id) ?? list);
      const ours = now.flatMap((list) => list.rules).filter((one) => isSshRule(one) && one.ports === rule.ports);
      const own = ours.filter((one) => isOf(one, token));
      const seen = address ?? own.map(({ source }) => addressOf(source ?? '')).find((one) => one !== undefined);
      const verdict = seen === undefined ? undefined : judgeForAddress({ lists: now }, port, seen);
      if (verdict?.kind === 'closed' && verdict.by !== undefined && seen !== undefined)
        throw dropped(instance, port, seen, verdict.by.rule);
      const another = ours.some(({ source = '' }) => address === undefined || addressOf(source) === address);
      tell({ address: seen, own: own.length > 0 || !another });
      return note;
    },
    giveBack: (held) => removeSshRules(tencent, held),
  };
}

function isOf(rule: CloudRule, token: string): boolean {
  return isSshRule(rule) && readSshRuleDescription(rule.description)?.token === token;
}

/** Removes what there is of a run's rules, read afresh. Throws `ApiFailure`. */
export async function removeSshRules(tencent: Tencent, { instance, lists, token }: SshRuleNote): Promise<void> {
  for (const id of lists) {
    const list = await readRuleList(tencent, instance, id);
    await removeRule(tencent, instance, list, (rule) => isOf(rule, token));
  }
}
