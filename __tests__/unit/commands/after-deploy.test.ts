import { afterDeploy } from '../../../src/commands/after-deploy.ts';
import { newRecord, type Run, type RunRecord } from '../../../src/commands/run.ts';
import type { Target } from '../../../src/deployment/target.ts';
import { failure, failuresOf } from '../../../src/messages/failure.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import type { Session } from '../../../src/server/session.ts';
import { release } from '../deployment/release.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { patience } from '../engine/patience.ts';
import { openPrograms, type Programs } from '../resources/programs.ts';

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
});
afterEach(() => programs.remove());

/** Runs a script after a run that came to this; the log, and what failed. */
async function after(script: string | undefined, changes: Partial<RunRecord> = {}, person = new AbortController()) {
  const log = listeningLog();
  const record = { ...newRecord(0), changed: true, fate: 'committed' as const, ...changes };
  const run = { ...patience({ cancelled: person.signal }), log, now: Date.now, enter: () => {} } as unknown as Run;
  const hooks = { beforeSwitch: undefined, afterDeploy: script && new Secret(script), timeoutSeconds: 60 };
  const target = { release, choices: { hooks } } as unknown as Target;
  const session = programs.server as unknown as Session;
  const failed = await afterDeploy(session, { target }, run, record).then(
    () => [],
    (error: unknown) => failuresOf(error),
  );
  return { log: log.lines, failed, record };
}

test('it runs after a run that changed something and did not fail', async () => {
  const { log, failed, record } = await after('echo "$CANDIDATE_URL serves $RELEASE"');
  expect(failed).toEqual([]);
  expect(log).toEqual(['group Run after-deploy', `output http://127.0.0.1:20001 serves ${release.id}`]);
  expect(record.timings.map(({ id }) => id)).toEqual(['hook.after-deploy']);
});

test('not where nothing was changed, or what was changed is not as it should be', async () => {
  const failures = [failure('DOCKER_SNAP', {})];
  for (const one of [
    await after(undefined),
    await after('echo x', { changed: false }),
    await after('echo x', { failures }),
  ]) {
    expect([one.log, one.failed]).toEqual([[], []]);
  }
  expect(programs.server.scripts).toEqual([]);
});

test('one that fails is told with its last lines, and that the new version is live', async () => {
  const { failed, record } = await after('echo cannot notify; exit 22');
  const [one] = failed;
  expect([one?.code, one?.evidence]).toEqual(['AFTER_DEPLOY_FAILED', 'cannot notify']);
  expect(one?.text.what.en).toBe('`after-deploy` failed: exit code 22.');
  expect(one?.text.why.en).toContain(`nothing is undone: ${release.id} is live.`);
  record.failures.push(...failed);
  const summary = renderSummary('deploy', { ...record, release, app: 'MCCM-server' }, 'zh');
  expect(summary).toContain(`${release.id} 已上线`);
});

test('nobody waits for it once the run is cancelled', async () => {
  const person = new AbortController();
  setTimeout(() => person.abort(failure('CANCELLED', {})), 300);
  const { failed } = await after('sleep 2', {}, person);
  expect(failed.map(({ code }) => code)).toEqual(['CANCELLED']);
});
