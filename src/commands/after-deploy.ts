import type { Deployment } from '../deployment/plan.ts';
import { mustSucceed } from '../engine/apply.ts';
import { hookMessages } from '../messages/hook.ts';
import { afterDeployHook } from '../resources/hook/hook.ts';
import type { Session } from '../server/session.ts';
import { type Run, type RunRecord, timed } from './run.ts';

/**
 * The last thing that a run does: the user's `after-deploy`, where the run changed something and nothing failed. The
 * application's lock is not held. Throws AFTER_DEPLOY_FAILED; nothing is undone. A run that is cancelled leaves it to the
 * server, which ends it.
 */
export async function afterDeploy(
  session: Pick<Session, 'run'>,
  { target: { release, choices } }: { readonly target: Pick<Deployment['target'], 'release' | 'choices'> },
  run: Run,
  record: RunRecord,
): Promise<void> {
  const hook = afterDeployHook(release, choices.hooks);
  if (hook === undefined || !record.changed || record.failures.length > 0) return;
  await timed(run, record, 'hook.after-deploy', hookMessages.afterDeploy, async () => {
    const result = await session.run(hook.script, {
      input: await hook.input(),
      signal: run.cancelled,
      onLine: (line, stream) => {
        if (stream === 'stdout' && !line.startsWith('@@')) run.log.output(line);
      },
    });
    mustSucceed('hook.after-deploy', result, hook.explain);
  });
}
