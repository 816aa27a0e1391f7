import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { instanceMismatch } from '../checks/instance.ts';
import { unlessCancelled } from '../engine/cancel.ts';
import { withLease } from '../engine/lease.ts';
import { Failure, failure } from '../messages/failure.ts';
import { sshRuleMessages as say } from '../messages/ssh-rule.ts';
import { listsToOpen, type Opened, type SshOpening, sshRule } from '../resources/ssh-rule/ssh-rule.ts';
import { holdRunLock, type RunLock } from '../server/run-lock.ts';
import type { Session } from '../server/session.ts';
import { sessionsNeeded } from '../server/sessions-needed.ts';
import type { ReachSettings, ServerSettings, TencentSettings } from '../settings/settings.ts';
import { findInstance } from '../tencent/find-instance.ts';
import type { CloudFirewall, RuleList } from '../tencent/firewall.ts';
import { readFirewall } from '../tencent/read-firewall.ts';
import type { OpenTencent, Tencent } from '../tencent/tencent.ts';
import { isPublicAddress } from '../values/public-address.ts';
import { connectTo } from './connect.ts';
import type { EarlyConnection } from './early-connection.ts';
import { type Run, type RunRecord, timed } from './run.ts';
import { clearSshLeftovers } from './ssh-leftovers.ts';

/** How the server is reached by a run that may have to be let in first. */
export interface SshAccess {
  /** Connects to the server. Throws as `connectTo` does, and SSH_FROM_RUNNER_TIMEOUT. */
  connect(): Promise<Session>;
  /** The firewall as it was before SSH was opened for the runner; undefined: it was not asked for. */
  readonly firewall: CloudFirewall | undefined;
  /**
   * Removes what earlier runs have opened for their runners and left in `firewall` (where it is undefined, in what was read
   * before connecting); a plan only tells of it. Does nothing without a connection or a firewall. Never throws.
   */
  clearLeftovers(firewall: CloudFirewall | undefined): Promise<void>;
}

/** Seconds in which a rule takes effect. */
const opensWithinSeconds = 20;

/**
 * Does `work` while SSH is open for the runner, where `ssh-from-runner` asks for it and it is not open anyway, and closes it
 * again. What changes the server holds a lock of its own on the server meanwhile, by which other runs see that it goes on; a
 * plan, which changes nothing there, is over soon enough without. `early`: a connection that may have been begun. The session
 * that `connect` gives is closed at the end. Throws what reading and writing the firewall throws.
 */
export async function withSshAccess<T>(
  tencent: OpenTencent | undefined,
  settings: ReachSettings,
  run: Run,
  record: RunRecord,
  work: (access: SshAccess) => Promise<T>,
  early?: EarlyConnection,
): Promise<T> {
  const wanted = tencent === undefined ? undefined : await whatToOpen(tencent, settings, run, record);
  let session: Session | undefined;
  let lock: RunLock | undefined;
  let opened: Opened | undefined;
  const connect = async (): Promise<Session> => {
    const connecting =
      opened === undefined && early !== undefined
        ? early.take(run.log)
        : connectTo(settings.server, run, opened === undefined ? 0 : opensWithinSeconds);
    const made = await connecting.catch((error: unknown) => {
      throw opened === undefined ? error : connectionFailure(error, opened, settings.server);
    });
    session = made;
    made.warm(sessionsNeeded);
    // One that another run's rule lets in has nothing that it would have to be asked about.
    if (wanted !== undefined && opened?.own === true && !changesNothing(settings))
      lock = await unlessCancelled(() => holdRunLock(made, wanted.opening.token), run.cancelled);
    return made;
  };
  /** Left for the end, as this run is let in by what another one has left. */
  let leftFor: CloudFirewall | undefined;
  const clear = async (firewall: CloudFirewall | undefined): Promise<void> => {
    if (tencent === undefined || firewall === undefined || session === undefined || run.cancelled.aborted) return;
    const does = changesNothing(settings) ? 'tell' : 'remove';
    await clearSshLeftovers(tencent, firewall, session, run, does);
  };
  const reach = async (): Promise<T> => {
    const clearLeftovers = async (firewall = wanted?.firewall): Promise<void> => {
      if (opened?.own === false) leftFor = firewall;
      else await clear(firewall);
    };
    try {
      return await work({ connect, firewall: wanted?.firewall, clearLeftovers });
    } finally {
      await clear(leftFor);
    }
  };
  let closed = false;
  try {
    if (tencent === undefined || wanted === undefined || wanted.lists.length === 0) return await reach();
    const { firewall, lists, opening } = wanted;
    const lease = sshRule(tencent.until(run.graceOver), firewall, lists, opening, (now) => {
      opened = now;
      tellOpened(firewall, lists, opening.port, now, run);
    });
    const noting = {
      ...lease,
      giveBack: async (note: Parameters<typeof lease.giveBack>[0]) => {
        await lease.giveBack(note);
        closed = true;
      },
      // The post step asks the server how the switch ended.
      neededLater: () => record.fate === 'open',
    };
    return await withLease(noting, run, reach);
  } finally {
    // Whoever finds the rule while the lock is free takes the run for dead.
    await unlessCancelled(async () => lock?.release(closed), run.graceOver).catch(() => {});
    record.roundTrips = session?.roundTrips ?? record.roundTrips;
    session?.dispose();
  }
}

/** Such a run leaves server and firewall as they are, and is over soon. */
function changesNothing({ command }: Pick<ReachSettings, 'command'>): boolean {
  return command === 'plan' || command === 'status';
}

/** What was found of the firewall, and what of it must be opened for the runner. */
interface Wanted {
  readonly firewall: CloudFirewall;
  /** None where nothing must be. */
  readonly lists: readonly RuleList[];
  readonly opening: SshOpening;
}

/** Undefined where nothing is asked for. */
async function whatToOpen(
  tencent: Tencent,
  settings: ReachSettings,
  run: Run,
  record: RunRecord,
): Promise<Wanted | undefined> {
  const { sshFromRunner } = settings.tencent as TencentSettings;
  if (sshFromRunner === 'nobody') return undefined;
  const address = sshFromRunner === 'runner' ? undefined : sshFromRunner.address;
  return timed(run, record, 'ssh-rule', say.group, async () => {
    const { port } = settings.server;
    const firewall = await readFirewall(tencent, await instanceOf(tencent, settings));
    const lists = listsToOpen(firewall, { port, address });
    if (lists.length === 0) run.log.info(say.alreadyOpen(firewall.instance.id, port));
    else if (changesNothing(settings)) run.log.info(say.planToo);
    const token = randomBytes(4).toString('hex');
    return { firewall, lists, opening: { port, address, token, made: new Date(run.now()) } };
  });
}

/** The server, before anything was asked of itself. */
async function instanceOf(tencent: Tencent, { tencent: account, publicIp, server }: ReachSettings) {
  const { instanceId, region } = account as TencentSettings;
  const { host } = server;
  const reached = (await lookup(host, { family: 4 }).catch(() => undefined))?.address;
  const address = instanceId === undefined ? (publicIp ?? reached) : undefined;
  const instance = await findInstance(tencent, { id: instanceId, address, region });
  const isPublic = reached !== undefined && isPublicAddress(reached);
  const mismatch = instanceMismatch(instance, { metadataId: undefined, host, address: isPublic ? reached : undefined });
  if (mismatch !== undefined) throw mismatch;
  return instance;
}

function tellOpened(
  { instance }: CloudFirewall,
  lists: readonly RuleList[],
  port: number,
  { address, own }: Opened,
  { log }: Run,
): void {
  if (!own) {
    log.info(say.openedByAnother(instance.id, port));
    return;
  }
  log.info(address === undefined ? say.openedForCaller(instance.id, port) : say.opened(instance.id, port, address));
  if (instance.kind === 'lighthouse') return;
  for (const { id, others } of lists) if (others !== 0) log.info(say.shared(id, others));
}

/** What the failure of a connection means where SSH had been opened for it. */
export function connectionFailure(error: unknown, opened: Opened, server: ServerSettings): unknown {
  if (!(error instanceof Failure) || error.code !== 'CONNECTION_TIMEOUT') return error;
  const { host, port, connectTimeoutSeconds: seconds } = server;
  return failure('SSH_FROM_RUNNER_TIMEOUT', { host, port, seconds, address: opened.address ?? 'MY_PUBLIC_IP' });
}
