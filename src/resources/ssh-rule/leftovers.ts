import type { RunLockState } from '../../server/run-lock.ts';
import type { CloudFirewall } from '../../tencent/firewall.ts';
import { readSshRuleDescription } from './description.ts';
import { isSshRule, type SshRuleNote } from './ssh-rule.ts';

/** The rules of one run, as they were found. */
export interface SshRules {
  readonly note: SshRuleNote;
  readonly made: Date;
  readonly port: number;
  /** Whom they let in, as they say it. */
  readonly source: string;
  /** Whether they may be for the runner of a deployment to another server, whose lock is not on this one. */
  readonly maybeElsewhere: boolean;
}

/** Minutes after which a run without a lock is over: it takes its lock as soon as it is connected. Clocks differ by a few. */
const minutesToConnect = 30;

/** Minutes after which a run is over whose lock may be on another server: GitHub's own runners are ended by then. */
const minutesOfJob = 360;

/** What runs have opened for their runners, this one's among them. */
export function sshRulesOf({ instance, lists }: CloudFirewall): readonly SshRules[] {
  const { kind, id, region } = instance;
  const found = new Map<string, SshRules>();
  for (const list of lists) {
    for (const rule of list.rules) {
      const said = readSshRuleDescription(rule.description);
      if (said === undefined || !isSshRule(rule)) continue;
      const { token, made, port } = said;
      const before = found.get(token);
      found.set(token, {
        note: { instance: { kind, id, region }, lists: [...(before?.note.lists ?? []), list.id], token },
        made,
        port,
        source: rule.source ?? '',
        maybeElsewhere: (before?.maybeElsewhere ?? false) || list.others !== 0,
      });
    }
  }
  return [...found.values()];
}

/**
 * Whether the run of these rules is over: it has let go of its lock; or it holds none, and had the time to take one.
 * A plan takes none, and needs less time than that.
 */
export function isOver({ made, maybeElsewhere }: SshRules, lock: RunLockState, now: number): boolean {
  if (lock !== 'none') return lock === 'free';
  const minutes = maybeElsewhere ? minutesOfJob : minutesToConnect;
  return now - made.getTime() > minutes * 60_000;
}
