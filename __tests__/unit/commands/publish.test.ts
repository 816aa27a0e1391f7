import { publish } from '../../../src/commands/carry-out.ts';
import { occasion } from '../../../src/commands/occasion.ts';
import { newRecord, type Run } from '../../../src/commands/run.ts';
import { applySteps } from '../../../src/engine/apply.ts';
import type { Step } from '../../../src/engine/step.ts';
import { failure, failuresOf } from '../../../src/messages/failure.ts';
import type { Log } from '../../../src/messages/log.ts';
import { outputsOf } from '../../../src/report/outputs.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import type { ScriptOptions, Server } from '../../../src/server/server.ts';
import { listeningLog } from '../engine/listening-log.ts';
import { type LocalServer, localServer } from '../engine/local-server.ts';
import { patience } from '../engine/patience.ts';
import { runnerStep, serverStep } from '../engine/steps.ts';

const opens = (id: string): Step => serverStep(id, `echo ${id}`, { phase: 'publish' });
const fails = (id: string): Step => serverStep(id, 'failure PACKAGES_LOCKED manager=ufw', { phase: 'publish' });

/** Publishes; what failed, and how often the server was asked. */
async function published(steps: readonly Step[], server: Server = localServer(), person = new AbortController()) {
  const record = newRecord(0);
  const entered: string[] = [];
  const run = {
    ...patience({ cancelled: person.signal }),
    log: listeningLog() as Log,
    now: Date.now,
    enter: (phase: string) => void entered.push(phase),
  } as unknown as Run;
  const thrown = await publish(steps, { ...server, reconnect: async () => {} }, run, record).then(
    () => [],
    (error: unknown) => failuresOf(error),
  );
  return { record, entered, thrown: thrown.map(({ code }) => code), failures: record.failures.map(({ code }) => code) };
}

test('each is tried, whatever becomes of the others; the run is red at its end', async () => {
  const refused = runnerStep('dns.bind', () => Promise.reject(failure('DOCKER_SNAP', {})), { phase: 'publish' });
  const { record, entered, thrown, failures } = await published([fails('a'), opens('b'), refused, opens('c')]);
  expect(entered).toEqual(['a', 'b', 'dns.bind', 'c']);
  expect([thrown, failures]).toEqual([[], ['PACKAGES_LOCKED', 'DOCKER_SNAP']]);
  expect(record.timings.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(outputsOf(record, 0)).toMatchObject({ changed: 'true', 'error-code': 'PACKAGES_LOCKED' });
});

test('where none succeeds it is not known whether anything is changed', async () => {
  const { record, failures } = await published([fails('a')]);
  expect(failures).toEqual(['PACKAGES_LOCKED']);
  expect(outputsOf(record, 0)).toMatchObject({ changed: '' });
});

test('a lost connection is told once; what needs none goes on', async () => {
  const gone: Server = {
    ...localServer(),
    run: () => Promise.reject(failure('CONNECTION_LOST', { host: 'h', port: 22, detail: 'reset' })),
  };
  let bound = false;
  const binds = runnerStep(
    'dns.bind',
    async () => {
      bound = true;
    },
    { phase: 'publish' },
  );
  const { failures } = await published([opens('a'), opens('b'), binds], gone);
  expect([failures, bound]).toEqual([['CONNECTION_LOST'], true]);
});

test('a run that is cancelled publishes no more, and says so before what failed until then', async () => {
  const [person, server]: [AbortController, LocalServer] = [new AbortController(), localServer()];
  const cancelling = runnerStep(
    'b',
    () => {
      person.abort();
      return new Promise<void>(() => {});
    },
    { phase: 'publish' },
  );
  const { thrown, failures, entered } = await published([fails('a'), cancelling, opens('c')], server, person);
  expect([thrown, failures]).toEqual([['CANCELLED', 'PACKAGES_LOCKED'], []]);
  expect(entered).toEqual(['a', 'b']);
  expect(server.scripts).toHaveLength(1);
});

test('what was undone, and what was not, is in the record: the one in the summary, the other warned of with its cure', async () => {
  const step = (id: string, undo: string) => serverStep(id, '', { undo });
  const steps = [
    step('a', 'true'),
    step('b', 'exit 1'),
    step('c', 'true'),
    step('d', 'exit 1'),
    serverStep('e', 'exit 1'),
  ];
  const record = newRecord(0);
  const run = { ...patience(), log: listeningLog(), now: Date.now } as unknown as Run;
  const server = { ...localServer(), reconnect: async () => {} };
  const applied = applySteps(steps, server, run.log, occasion(run, record, server));
  await applied.catch((error: unknown) => record.failures.push(...failuresOf(error)));
  expect([record.undone, record.left, record.uncertain]).toEqual([['c', 'a'], ['d', 'b'], true]);
  expect(record.notices.map(({ code, text }) => [code, text.what.en])).toEqual([
    ['NOT_UNDONE', 'Not undone on 203.0.113.10, or not seen to be: d, b.'],
  ]);
  const summary = renderSummary('deploy', record, 'en');
  expect(summary).toContain('**Undone, in this order: c, a.**');
  expect(summary).toMatch(/\*\*NOT_UNDONE\*\* — .*d, b\.\n {2}Run the workflow again/);
});

test('where the server is gone when things are to be undone, all of them may be left', async () => {
  const local = localServer();
  const server = {
    ...local,
    run: (script: string, options?: ScriptOptions) =>
      script.includes('undone %s')
        ? Promise.reject(failure('CONNECTION_LOST', { host: 'h', port: 22, detail: 'reset' }))
        : local.run(script, options),
    reconnect: async () => {},
  };
  const record = newRecord(0);
  const run = { ...patience(), log: listeningLog(), now: Date.now } as unknown as Run;
  const steps = [serverStep('a', '', { undo: 'true' }), serverStep('b', 'exit 1', { undo: 'true' })];
  await expect(applySteps(steps, server, run.log, occasion(run, record, server))).rejects.toMatchObject({
    code: 'STEP_FAILED',
  });
  expect([record.undone, record.left]).toEqual([[], ['b', 'a']]);
});
