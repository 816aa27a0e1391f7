import { diagnoseApplication } from '../checks/application.ts';
import { applicationNotices } from '../checks/application-notices.ts';
import { filesAtStake } from '../deployment/container-files.ts';
import type { Target } from '../deployment/target.ts';
import { writesOutside } from '../deployment/written-files-words.ts';
import { survey } from '../engine/survey.ts';
import { commandMessages } from '../messages/commands.ts';
import { failure } from '../messages/failure.ts';
import { writtenFilesMessages as say } from '../messages/written-files.ts';
import { containerProbe } from '../resources/container/container-probe.ts';
import type { Server } from '../server/server.ts';
import { type WrittenFiles, writtenFilesProbe } from '../survey/written-files.ts';
import { addNotices, type Run, type RunRecord, timed, withdrawNotices } from './run.ts';

/**
 * Seconds after the first answer for which the log of an application is awaited whose health path tells nothing of what it
 * needs: what it does first after its start (a first query, the jobs of a timer) may fail only then.
 */
const settleSeconds = 10;

type Served = Pick<Target, 'release' | 'newContainer' | 'hidden'>;

/** What the server tells of the version that serves. */
export type ServingLook = Awaited<ReturnType<typeof lookAtServing>>;

/** Asks the server about the version that serves; of one that went on only what it does now. */
export function lookAtServing(server: Server, { release, newContainer, hidden }: Served) {
  return survey(server, {
    container: containerProbe(release, hidden),
    // One that went on was looked at before.
    written: newContainer === undefined ? nothingAsked : writtenFilesProbe(release, release.container.volumes),
  });
}

/**
 * The last look of a deploy, at the version that serves: what its health path answers, what its log says since it began to
 * serve, and what it writes outside its mounts, so that its first user's data is not the first to be lost. `ahead`: what was
 * asked already. Never throws: the deployment is done, and other looks tell whether the server can be reached.
 */
export async function observeServing(
  server: Server,
  served: Served,
  run: Run,
  record: RunRecord,
  ahead?: Promise<ServingLook>,
): Promise<void> {
  const { release, newContainer } = served;
  const { health, image } = release;
  const { volumes, files: mounted } = release.container;
  await timed(run, record, 'last-look', commandMessages.lastLook, async () => {
    const wait =
      newContainer === undefined || health.telling || !record.verified ? 0 : settleSeconds - secondsServed(record);
    if (wait > 0) await run.sleep(wait * 1000);
    const { container, written } = await (ahead ?? lookAtServing(server, served));
    const { observation, well, healthStatus } = container;
    record.healthStatus = healthStatus ?? record.healthStatus;
    // Where it answers no more, a look from outside has told so, or it has just ended.
    const ended = !well && record.verified ? [diagnoseApplication(observation)] : [];
    const found = applicationNotices(observation);
    // What the log said before, which reaches as far back still, and says no more: connected since.
    withdrawNotices(
      record,
      ({ message, evidence = '' }) =>
        observation.logLines.includes(evidence.split('\n')[0] ?? '') && !found.some((one) => one.message === message),
    );
    addNotices(record, [...ended, ...found]);
    if (observation.denied !== undefined && !record.notices.some(({ code }) => code === 'PATH_NOT_WRITABLE')) {
      addNotices(record, [failure('PATH_NOT_WRITABLE', observation.denied)]);
    }
    if (newContainer === undefined) return;
    const serving = written?.containers.find(({ name }) => name === image);
    const files = mounted.map(({ container: path }) => path);
    record.warnings.push(
      ...(serving === undefined
        ? [say.unseen(image)]
        : writesOutside(filesAtStake(serving, volumes, files), release.app, volumes)),
    );
  }).catch(() => newContainer !== undefined && record.warnings.push(say.unseen(image)));
}

/** Stands for a question that is not put. */
const nothingAsked = { script: ':', read: (): { containers: readonly WrittenFiles[] } | undefined => undefined };

/** How long ago a new version first answered, as far as the steps since then tell. */
function secondsServed({ timings }: RunRecord): number {
  const at = timings.findLastIndex(({ id }) => id === 'container.health');
  return timings.slice(at + 1).reduce((sum, { seconds }) => sum + seconds, 0);
}
