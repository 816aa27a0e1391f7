import { giveBackOrphans } from '../engine/lease.ts';
import { sshRuleMessages as say } from '../messages/ssh-rule.ts';
import { isOver, type SshRules, sshRulesOf } from '../resources/ssh-rule/leftovers.ts';
import { removeSshRules } from '../resources/ssh-rule/ssh-rule.ts';
import { lookAtRunLocks, removeRunLocks } from '../server/run-lock.ts';
import type { Session } from '../server/session.ts';
import type { CloudFirewall } from '../tencent/firewall.ts';
import type { Tencent } from '../tencent/tencent.ts';
import type { Run } from './run.ts';

/**
 * Removes what runs have opened for their runners and left, because they died with their post step; a plan only tells of
 * it. Asks the server which of them go on, if there are any. Never throws: the next run tries again.
 */
export async function clearSshLeftovers(
  tencent: Tencent,
  firewall: CloudFirewall,
  session: Session,
  run: Run,
  does: 'remove' | 'tell',
): Promise<void> {
  const removed: string[] = [];
  const find = async (): Promise<readonly SshRules[]> => {
    const all = sshRulesOf(firewall);
    const locks = await lookAtRunLocks(
      session,
      all.map(({ note }) => note.token),
    );
    return all.filter((rules) => isOver(rules, locks.get(rules.note.token) ?? 'strange', run.now()));
  };
  const giveBack = async ({ note }: SshRules): Promise<void> => {
    await removeSshRules(tencent, note);
    removed.push(note.token);
  };
  const tell = async ({ port, source, made }: SshRules): Promise<boolean> => {
    run.log.info(say.leftovers(port, source, made.toISOString()));
    return false;
  };
  const isToGo = does === 'remove' ? async () => true : tell;
  await giveBackOrphans({ title: say.leftoverTitle, find, giveBack }, isToGo, run);
  // Left behind, they would be removed a day later.
  await removeRunLocks(session, removed).catch(() => {});
}
