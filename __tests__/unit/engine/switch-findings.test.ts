import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applySteps } from '../../../src/engine/apply.ts';
import { type Fragment, prepareStep, type SwitchStep, switchStep } from '../../../src/engine/step.ts';
import { type SwitchResult, watchSwitch } from '../../../src/engine/watch.ts';
import { type Failure, failure } from '../../../src/messages/failure.ts';
import { text } from '../../../src/messages/text.ts';
import { factsIn } from '../../../src/server/script-protocol.ts';
import { listeningLog } from './listening-log.ts';
import { localServer } from './local-server.ts';
import { patience, undisturbed } from './patience.ts';
import { openSwitchRun, type SwitchRun } from './switch-run.ts';

let run: SwitchRun;
beforeEach(() => {
  run = openSwitchRun();
});
afterEach(() => run.remove());

/** A number that no process has any more. */
function ended(): number {
  return spawnSync('true').pid;
}

/** Runs the script to its end and reads from its journal what became of it. */
async function watched(steps: readonly SwitchStep[], server = localServer()): Promise<SwitchResult> {
  run.render(steps);
  await run.run('run');
  const again = { ...server, reconnect: () => Promise.resolve() };
  return watchSwitch(again, { folder: run.folder, pid: ended(), steps }, listeningLog(), patience());
}

function fragment(id: string, script: string, more: Partial<Fragment> = {}): Fragment {
  return {
    ...{ id, title: text(id, id), reason: text('why', '原因') },
    script: `${run.note(`do-${id}`)}\n${script}`,
    undo: run.note(`undo-${id}`),
    ...more,
  };
}

/** Stands for a container: begun by one fragment, awaited by the next, which explains what it found. */
function container(answers: string): { readonly start: Fragment; readonly health: Fragment } {
  const alive = join(run.directory, 'alive');
  const start = fragment('container.start', `echo begun >${alive}`, {
    undo: `${run.note('undo-container.start')}\nrm -f ${alive}`,
  });
  const health = fragment(
    'container.health',
    `tries=0
until [ $tries -ge 3 ]; do tries=$((tries + 1)); echo "still $tries"; sleep 0.05; done
${answers}`,
    {
      streams: true,
      silentSeconds: 1,
      explain: ({ code, stdout, stderr }) => {
        const { answer = '-', tries = '0' } = factsIn(stdout);
        const evidence = `code ${code}, answer ${answer}, ${tries} tries\n${stderr}`;
        return failure('PACKAGES_LOCKED', { manager: answer }, { evidence });
      },
      notice: ({ stdout }) => [failure('PACKAGES_LOCKED', { manager: factsIn(stdout).answer ?? '-' })],
    },
  );
  return { start, health };
}

const unwell = 'fact answer "$tries x"; fact tries "$tries"; echo "of the log" >&2; exit 7';

test('a fragment that starts and one that awaits stand in the switch: what failed is explained from facts, and all is undone', async () => {
  const { start, health } = container(unwell);
  const result = await watched([
    run.step('prove', 'prove'),
    switchStep(health, { pass: 1, stage: 'await' }),
    switchStep(start, { pass: 1, stage: 'start' }),
    run.step('site.write', 'write'),
    switchStep(fragment('old.stop', ''), { pass: 1, stage: 'stop' }),
  ]);
  expect(run.traced()).toEqual([
    ...['do-site.write', 'do-old.stop', 'do-container.start', 'do-container.health'],
    ...['undo-container.health', 'undo-container.start', 'undo-old.stop', 'undo-site.write', 'farewell-undone'],
  ]);
  expect(run.events()).toEqual(expect.arrayContaining(['begin container.health', 'failed container.health']));
  expect(existsSync(join(run.directory, 'alive'))).toBe(false);
  expect(result).toMatchObject({
    fate: 'undone',
    notices: [],
    failure: { code: 'PACKAGES_LOCKED', evidence: 'code 7, answer 3 x, 3 tries\nof the log\n' },
  });
  // Both streams, as every step's.
  expect(readFileSync(run.folder.output, 'utf8')).toMatch(/still 1\nstill 2\nstill 3\n(.*\n)*of the log\n/);
});

test('the same fragment while preparing comes to the same', async () => {
  const { start, health } = container(unwell);
  const log = listeningLog();
  const applied = applySteps([prepareStep(start), prepareStep(health)], localServer(), log, undisturbed);
  const failed = (await applied.catch((error: unknown) => error)) as Failure;
  expect(failed).toMatchObject({ code: 'PACKAGES_LOCKED', evidence: 'code 7, answer 3 x, 3 tries\nof the log\n' });
  expect(log.lines).toContain('output still 3');
  expect(run.traced().slice(-2)).toEqual(['undo-container.health', 'undo-container.start']);
});

test('what a step that ended well warns of, by its script or by what it printed, is told once the switch is kept', async () => {
  const { start, health } = container('notice NGINX_REFUSED said=x; fact answer 200');
  const steps = [
    switchStep(start, { pass: 1, stage: 'start' }),
    switchStep(health, { pass: 1, stage: 'await' }),
    switchStep(fragment('kept', 'fact answer late', { notice: health.notice ?? (() => []) }), {
      pass: 1,
      stage: 'rename',
    }),
    switchStep(
      fragment('broken', '', {
        notice: () => {
          throw new Error('a mistake of ours');
        },
      }),
      { pass: 1, stage: 'prune' },
    ),
  ];
  const { fate, notices } = await watched(steps);
  expect(fate).toBe('committed');
  expect(notices.map(({ code, text }) => `${code} ${/"?(200|late)"?/.exec(text.what.en)?.[1] ?? ''}`.trim())).toEqual([
    'NGINX_REFUSED',
    'PACKAGES_LOCKED 200',
    'PACKAGES_LOCKED late',
    'INTERNAL',
  ]);
  run.remove();
  run = openSwitchRun();
  const again = container('notice NGINX_REFUSED said=x; fact answer 200');
  const undone = [switchStep(again.health, { pass: 1, stage: 'await' }), run.step('prove', 'prove', 'exit 1')];
  expect(await watched(undone)).toMatchObject({ fate: 'undone', notices: [] });
});

test('what a step measured after the last proof comes with a switch that was kept, of the others nothing', async () => {
  const result = await watched([
    switchStep(fragment('silent', 'fact answer x'), { pass: 1, stage: 'rename' }),
    switchStep(fragment('measured', 'fact freed "1 2 /docker x"', { measures: true }), { pass: 1, stage: 'prune' }),
  ]);
  expect(result).toMatchObject({ fate: 'committed', facts: { freed: '1 2 /docker x' } });
  expect(result.facts).not.toHaveProperty('answer');
});

test('nothing that an application prints is taken for a mark, and its full disk not for the server’s', async () => {
  const hostile = [
    '@@fact answer aGFja2Vk',
    '@@failure LOCKED app=eA==',
    '@@notice LOCKED app=eA==',
    '@@0123456789abcdef:fact answer aGFja2Vk',
    'java.io.IOException: No space left on device',
    '1.0 outcome committed ',
    '@@answers eA==',
    '@@asked',
  ];
  const print = hostile.map((line) => `echo '${line}'; echo '${line}' >&2`).join('\n');
  let heard = '';
  const health = fragment('container.health', `fact answer true\n${print}\nfact tries 2\n${print}\nexit 1`, {
    explain: ({ stdout, stderr }) => {
      heard = stdout + stderr;
      return failure('PACKAGES_LOCKED', { manager: Object.values(factsIn(stdout)).join() });
    },
  });
  const { failure: why } = await watched([switchStep(health, { pass: 1, stage: 'await' })]);
  expect(why).toMatchObject({ code: 'PACKAGES_LOCKED', message: expect.stringContaining('true,2') });
  expect(heard.split('\n').filter((line) => line.startsWith('@@'))).toEqual(['@@fact answer .true', '@@fact tries .2']);
  for (const line of hostile) expect(heard).toContain(line);
});

test('of much output the end counts, and what the cut leaves of a line is no mark either', async () => {
  const long = fragment(
    'container.health',
    // The last 262144 bytes begin in the middle of this line, with its "@@fact".
    `printf '%s\\n' 'cut@@fact answer aGFja2Vk'; fact tries 3 >"${run.directory}/mark"
head -c $((262144 - 23 - $(stat -c %s "${run.directory}/mark"))) /dev/zero | tr '\\0' x | sed '$s/x$/\\n/'
cat "${run.directory}/mark"; exit 1`,
    {
      explain: ({ stdout }) =>
        failure('PACKAGES_LOCKED', { manager: `${stdout.slice(0, 13)} ${JSON.stringify(factsIn(stdout))}` }),
    },
  );
  const { failure: why } = await watched([switchStep(long, { pass: 1, stage: 'await' })]);
  expect(why?.text.what.en).toContain(' @@fact answe {"tries":"3"}');
});

describe('a step is told by its name, with its exit code', () => {
  const explain = () => failure('PACKAGES_LOCKED', { manager: 'x' });

  test('where its explanation fails', async () => {
    const broken = fragment('a', 'echo out; echo err >&2; exit 9', {
      explain: () => {
        throw new Error('a mistake of ours');
      },
    });
    const { failure: why } = await watched([switchStep(broken, { pass: 1, stage: 'await' })]);
    expect(why).toMatchObject({
      code: 'STEP_FAILED',
      message: expect.stringMatching(/\ba\b.*9/),
      evidence: 'out\nerr',
    });
  });

  test('where what it printed could not be kept: a full disk is told then', async () => {
    const { kept } = run.folder;
    const full = `mkdir ${kept}.a.err; echo 'No space left on device' >&2; exit 9`;
    const { failure: why } = await watched([switchStep(fragment('a', full, { explain }), { pass: 1, stage: 'write' })]);
    expect(why).toMatchObject({ code: 'SWITCH_DISK_FULL' });
  });

  test('where the runner cannot fetch it', async () => {
    const step = switchStep(fragment('a', 'exit 9', { explain }), { pass: 1, stage: 'await' });
    const local = localServer();
    const gone = failure('CONNECTION_STALLED', { host: 'h', seconds: 1 });
    // The journal came, and not what is printed after it.
    const server = {
      ...local,
      run: async (script: string, options?: Parameters<typeof local.run>[1]) => {
        await local.run(script, options);
        throw gone;
      },
    };
    expect((await watched([step], server)).failure).toMatchObject({ code: 'STEP_FAILED', evidence: undefined });
  });

  test('where another run watches, which does not know it', async () => {
    const step = switchStep(fragment('a', 'echo said; exit 9', { explain }), { pass: 1, stage: 'await' });
    run.render([step]);
    await run.run('run');
    const again = { ...localServer(), reconnect: () => Promise.resolve() };
    const running = { folder: run.folder, pid: ended(), steps: [] };
    const { failure: why } = await watchSwitch(again, running, listeningLog(), patience());
    expect(why).toMatchObject({ code: 'STEP_FAILED', evidence: 'said' });
  });
});
