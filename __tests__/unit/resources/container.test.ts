import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Step, SwitchStep } from '../../../src/engine/step.ts';
import { inheritedVariablesFile, releaseDirectory } from '../../../src/layout/release-paths.ts';
import { candidateName } from '../../../src/release/names.ts';
import type { Release } from '../../../src/release/release.ts';
import { planRetirement } from '../../../src/resources/container/retirement.ts';
import { createCommand, startCommands } from '../../../src/resources/container/run-command.ts';
import { logsScript } from '../../../src/resources/container-logs.ts';
import { buildCommand, planImage } from '../../../src/resources/image.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { commandLine } from '../../../src/shell/quote.ts';
import { container } from '../deployment/decision-inputs.ts';
import { release } from '../deployment/release.ts';
import { replaceContainer } from './new-container.ts';
import { openPrograms, type Programs } from './programs.ts';

const old = container({ id: 'old-id', restartPolicy: 'unless-stopped' });

function scriptOf(steps: readonly Step[], id: string, what: 'script' | 'undo' = 'script'): string {
  const step = steps.find((one) => one.id === id);
  return (step !== undefined && 'script' in step ? step[what] : undefined) ?? '';
}

test('docker create: its id recorded, loopback only, no restart of its own, labels, the env file by its path', () => {
  const full: Release = {
    ...release,
    container: {
      ...release.container,
      volumes: [
        { host: '/a b', container: '/c', readOnly: true },
        { host: '/d', container: '/d', readOnly: false },
      ],
      files: [{ name: '1', container: '/etc/pay.pem' }],
      networks: ['backend'],
      memory: '512m',
      variables: { SPRING_PROFILES_ACTIVE: 'prod' },
      environmentNames: ['PASSWORD'],
      options: ['--cpus', '1'],
    },
  };
  const name = candidateName(release);
  expect(createCommand(full)).toEqual([
    ...['docker', 'create', '--cidfile', `/docker/app/MCCM-server/releases/${release.id}/container`],
    ...['--name', name, '--restart', 'no'],
    ...['--label', 'deploy-miniprogram-backend.app=MCCM-server'],
    ...['--label', `deploy-miniprogram-backend.release=${release.id}`],
    ...['--label', `deploy-miniprogram-backend.container=${release.container.hash}`],
    ...['--publish', '127.0.0.1:20001:8004', '--add-host', 'host.docker.internal:host-gateway'],
    ...['--network', 'backend', '--memory', '512m', '--volume', '/a b:/c:ro', '--volume', '/d:/d'],
    ...['--volume', `/docker/app/MCCM-server/releases/${release.id}/files/1:/etc/pay.pem:ro`],
    ...['--env', 'SPRING_PROFILES_ACTIVE=prod'],
    ...['--env-file', `/docker/app/MCCM-server/releases/${release.id}/env`, '--stop-timeout', '30'],
    ...['--log-opt', 'max-size=10m', '--log-opt', 'max-file=3', '--cpus', '1', `mccm-server:${release.id}`],
  ]);
  expect(createCommand(release)).not.toContain('--env-file');
  expect(createCommand({ ...release, container: { ...release.container, rotateLogs: false } })).not.toContain(
    '--log-opt',
  );
});

describe('on several networks', () => {
  const several = { ...release, container: { ...release.container, networks: ['a', 'b', 'c'] } };
  const name = candidateName(release);

  test('it is on all of them before it starts', () => {
    const create = createCommand(several);
    expect(create.filter((_, at) => create[at - 1] === '--network')).toEqual(['a']);
    expect(startCommands(several)).toEqual([
      ['docker', 'network', 'connect', 'b', name],
      ['docker', 'network', 'connect', 'c', name],
      ['docker', 'start', name],
    ]);
  });

  test('on one or none it is only started', () => {
    const one = { ...release, container: { ...release.container, networks: ['a'] } };
    for (const each of [release, one]) expect(startCommands(each)).toEqual([['docker', 'start', name]]);
  });
});

test.each([['--log-driver', 'journald'], ['--log-opt=max-size=1m']])(
  '%s: how it logs is left to the user',
  (...options) => {
    const own = { ...release, container: { ...release.container, options } };
    expect(createCommand(own).join(' ')).not.toContain('max-file');
  },
);

test('docker build: of the release’s folder, with its arguments, to the letter', () => {
  const build = { ...release.build, arguments: [{ name: 'A', value: "b c'$(d)=e" }] };
  const argv = buildCommand({ ...release, build });
  const folder = `/docker/app/MCCM-server/releases/${release.id}/build`;
  expect(argv.slice(0, 5)).toEqual(['docker', 'build', '--force-rm', '--file', `${folder}/Dockerfile`]);
  expect(argv.slice(-3)).toEqual(['--build-arg', "A=b c'$(d)=e", folder]);
});

const puller = { architecture: 'x86_64', tencent: false, mirrors: [], unloaded: [] };

test('an image of the same content is named anew, not built', () => {
  expect(planImage(release, { from: 'build', kept: false }, true, puller, undefined).map(({ id }) => id)).toEqual([
    'image.build',
    'image.latest',
  ]);
  const [tag] = planImage(release, { from: 'release', tag: 'mccm-server:R0', kept: false }, true, puller, undefined);
  expect(tag).toMatchObject({
    id: 'image.tag',
    script: expect.stringContaining(`\ndocker tag mccm-server:R0 mccm-server:${release.id}`),
  });
  expect(planImage(release, { from: 'build', kept: false }, false, puller, undefined).map(({ id }) => id)).toEqual([
    'image.build',
  ]);
});

describe('run by bash', () => {
  let programs: Programs;
  beforeEach(() => {
    programs = openPrograms();
  });
  afterEach(() => programs.remove());

  /** An engine that knows containers by their ids or names: a file under $TEST each, named by the id, that holds the name. */
  const engine = `cd "$TEST/containers"
id=$(grep -lx -- "\${3:-}" * 2>/dev/null | head -n 1)
case "$1 $2" in
"container inspect") one=\${!#}; [ -e "$one" ] && id=$one || id=$(grep -lx -- "$one" *) || { echo; exit 1; }
  case $4 in *.Id*) echo "$id" ;; *.Pid*) echo 4321 ;; esac ;;
"rename $2") [ -z "$id" ] && [ -e "$2" ] && echo "$3" >"$2" ;;
esac`;
  const folder = `/docker/app/MCCM-server/releases/${release.id}`;
  const run = (script: string) =>
    programs.server.run(
      `${prelude}\nset -e\n${script.replaceAll('/proc/$pid', '$TEST/proc').replaceAll(folder, programs.folder)}`,
    );
  const put = (containers: Readonly<Record<string, string>>) => {
    mkdirSync(join(programs.folder, 'proc'), { recursive: true });
    mkdirSync(join(programs.folder, 'containers'), { recursive: true });
    for (const [id, name] of Object.entries(containers)) {
      writeFileSync(join(programs.folder, 'containers', id), `${name}\n`);
    }
    writeFileSync(join(programs.folder, 'container'), 'new-id');
  };
  const names = async () =>
    (await programs.server.run('cd "$TEST/containers"; for id in *; do echo "$id $(cat "$id")"; done')).stdout
      .split('\n')
      .filter(Boolean);
  const rename = scriptOf(replaceContainer(release, old), 'container.rename');
  const candidate = candidateName(release);

  test('whatever values come in, docker is called with exactly these words', async () => {
    programs.put('docker', `printf '%s\\0' "$@" >"$TEST/argv"; [ "$1" != run ] || exit 1`);
    const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    const volume = fc.record({ host: word, container: word, readOnly: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(volume, { maxLength: 3 }),
        fc.array(word, { maxLength: 3 }),
        fc.dictionary(word, word, { maxKeys: 2 }),
        async (volumes, options, variables) => {
          const one = { ...release, container: { ...release.container, volumes, options, variables } };
          await programs.server.run(commandLine(createCommand(one)));
          const { stdout } = await programs.server.run('cat "$TEST/argv"');
          expect(stdout.split('\0').slice(0, -1)).toEqual(createCommand(one).slice(1));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('a container that docker refuses to start is named', async () => {
    programs.put('docker', 'echo "invalid mount" >&2; exit 125');
    put({});
    const result = await run(scriptOf(replaceContainer(release), 'container.start'));
    expect(result).toMatchObject({
      code: 70,
      stderr: expect.stringMatching(/invalid mount[\s\S]*@@failure CONTAINER_NOT_STARTED image=/),
    });
  });

  test.each(['create', 'network', 'start'])('nor is it started further where docker %s fails', async (verb) => {
    programs.put('docker', `[ "$1" != ${verb} ] || { echo "not so" >&2; exit 1; }`);
    const several = { ...release, container: { ...release.container, networks: ['a', 'b'] } };
    put({});
    const result = await run(scriptOf(replaceContainer(several), 'container.start'));
    expect(result).toMatchObject({ code: 70, stderr: expect.stringContaining('CONTAINER_NOT_STARTED') });
    expect(programs.calls('docker').at(-1)).toMatch(new RegExp(`^${verb} `));
  });

  test('the candidate takes the guide’s name; an old one that was not retired makes room', async () => {
    programs.put('docker', engine);
    put({ 'new-id': candidate, 'old-id': 'mccm-server' });
    expect(await run(rename)).toMatchObject({ code: 0 });
    expect(await names()).toEqual(['new-id mccm-server', `old-id mccm-server-replaced-by-${release.id}`]);
    expect((await programs.server.run('cat "$TEST/proc/oom_score_adj"')).stdout).toBe('0\n');
  });

  test('gone back to a second time, the one that goes is told apart from what it replaced the first time', async () => {
    programs.put('docker', engine);
    put({
      'new-id': candidate,
      'old-id': 'mccm-server',
      'kept-id': `mccm-server-replaced-by-${release.id}`,
    });
    const steps = planRetirement(release, [], { serving: old, again: true });
    expect(await run(scriptOf(steps, 'container.rename'))).toMatchObject({ code: 0 });
    expect(await names()).toEqual([
      `kept-id mccm-server-replaced-by-${release.id}`,
      'new-id mccm-server',
      `old-id mccm-server-replaced-by-${release.id}-after-old-id`,
    ]);
    const { script } = steps.find(({ id }) => id === 'container.retire') as SwitchStep;
    expect(script).toContain(`container=mccm-server-replaced-by-${release.id}-after-old-id`);
  });

  test('run once more after a reboot in mid-aftermath, it keeps the name', async () => {
    programs.put('docker', engine);
    put({ 'new-id': candidate });
    expect(await run(rename)).toMatchObject({ code: 0 });
    expect(await run(rename)).toMatchObject({ code: 0 });
    expect(await names()).toEqual(['new-id mccm-server']);
  });

  test('another container that took the name meanwhile keeps it', async () => {
    programs.put('docker', engine);
    put({ 'new-id': candidate, stranger: 'mccm-server' });
    expect(await run(rename)).toMatchObject({
      code: 70,
      stderr: expect.stringContaining('CONTAINER_NAME_TAKEN'),
    });
    expect(await names()).toEqual([`new-id ${candidate}`, 'stranger mccm-server']);
  });

  test('an undo may find nothing left, but not what it could not remove', async () => {
    const undo = scriptOf(replaceContainer(release), 'container.start', 'undo');
    programs.put('docker', 'exit 1');
    expect((await run(undo)).code).toBe(0);
    // A name that somebody else's container had before is no reason to touch that one.
    expect(programs.calls('docker')).toEqual([]);
    put({});
    programs.put('docker', '[ "$1" = ps ] && echo other-id');
    expect((await run(undo)).code).toBe(0);
    expect(programs.calls('docker')).toEqual(['rm -f new-id', 'ps -aq --no-trunc']);
    programs.put('docker', '[ "$1" = ps ] && printf "other-id\\nnew-id\\n"');
    expect((await run(undo)).code).not.toBe(0);
    // Nor what no engine tells of: its id is forgotten otherwise.
    programs.put('docker', 'exit 1');
    expect((await run(undo)).code).not.toBe(0);
  });
});

test('before the swap old and new come back after a reboot; the undo gives the old one its policy again', () => {
  const steps = replaceContainer(release, old);
  expect(scriptOf(steps, 'container.restart-policy')).toMatch(/unless-stopped .*\n.*always old-id/);
  expect(scriptOf(steps, 'container.restart-policy', 'undo')).toContain(
    'docker update --restart unless-stopped old-id',
  );
  expect(scriptOf(replaceContainer(release), 'container.restart-policy')).not.toContain('always');
  expect(replaceContainer(release).map(({ id }) => id)).not.toContain('container.retire');
});

test('while nginx may lead to it, as its old file could not be put back, the candidate stays', async () => {
  const programs = openPrograms();
  programs.put('docker', '[ "$1" != ps ] || echo old-id');
  const undo = scriptOf(replaceContainer(release, old), 'container.restart-policy', 'undo');
  expect((await programs.server.run(`set -e; stuck=1\n${undo}`)).code).toBe(1);
  expect(programs.calls('docker')).toEqual([]);
  expect((await programs.server.run(`set -e; stuck=0\n${undo}`)).code).toBe(0);
  // What it took is free before Docker has to write.
  const calls = programs.calls('docker').map((line) => line.split(' ').slice(0, 2).join(' '));
  expect(calls.indexOf('rm -f')).toBeLessThan(calls.indexOf('update --restart'));
  programs.remove();
});

test('an old container that somebody removed meanwhile stands in nobody’s way', async () => {
  const programs = openPrograms();
  programs.put('docker', 'case "$*" in "update --restart "*old-id) exit 1 ;; esac');
  const steps = replaceContainer(release, old);
  for (const part of ['script', 'undo'] as const) {
    const script = scriptOf(steps, 'container.restart-policy', part);
    expect(await programs.server.run(`set -e\n${script}`)).toMatchObject({ code: 0 });
  }
  programs.remove();
});

test('the ids of switch steps are unique: the journal knows them by nothing else', () => {
  const ids = replaceContainer(release, old).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('values that were taken over are taken out of log lines on the server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'logs-'));
  const programs = openPrograms();
  try {
    const file = inheritedVariablesFile(release);
    writeFileSync(join(folder, 'env.adopted'), 'DB_PASSWORD=a.long&secret\\\nSHORT=abc\n');
    programs.put('docker', "printf '%s\\n' 'abc a.long&secret\\ and a.long&secret\\!' 'aXlong&secret'");
    const adopted = { ...release, container: { ...release.container, inheritedEnvironment: ['DB_PASSWORD', 'SHORT'] } };
    const script = logsScript('mccm', 5, adopted, 'taken-over').replaceAll(file, join(folder, 'env.adopted'));
    expect((await programs.server.run(script)).stdout).toBe('abc *** and ***!\naXlong&secret\n');
    writeFileSync(join(folder, 'env.adopted'), 'URL=redis://:p"w\\\\d@h/ä\n');
    programs.put(
      'docker',
      `printf '%s\\n' '{"url":"redis://:p\\"w\\\\\\\\d@h/ä"}' 'GET /?to=redis%3A%2F%2F%3Ap%22w%5C%5Cd%40h%2F%C3%A4&x'`,
    );
    expect((await programs.server.run(script)).stdout).toBe('{"url":"***"}\nGET /?to=***&x\n');
    writeFileSync(join(folder, 'env.adopted'), 'DB_PASSWORD=hunter2hunter2\nDB_TOKEN=hunter2hunter2-extended99\n');
    programs.put('docker', "echo 'hunter2hunter2-extended99 and hunter2hunter2'");
    expect((await programs.server.run(script)).stdout).toBe('*** and ***\n');
    expect(logsScript('mccm', 5, release, 'taken-over')).toBe('docker logs --tail 5 mccm 2>&1');

    // For a run that was not given `env` either: all that the release has.
    writeFileSync(join(folder, 'env'), 'WX_SECRET=0f1e2d3c4b5a\n');
    const both = { ...adopted, container: { ...adopted.container, environmentNames: ['WX_SECRET'] } };
    const all = logsScript('mccm', 5, both, 'all').replaceAll(releaseDirectory(release), folder);
    programs.put('docker', "echo 'hunter2hunter2, 0f1e2d3c4b5a'");
    expect((await programs.server.run(all)).stdout).toBe('***, ***\n');

    // Where one of them cannot be read, nothing is shown but that.
    const withheld = /^The log is not shown: (\S+), which .* 未显示日志：\S+ \1 .*\n$/;
    const closed = [
      () => writeFileSync(join(folder, 'env.adopted'), ''),
      () => rmSync(join(folder, 'env.adopted')),
      () => mkdirSync(join(folder, 'env.adopted')),
    ];
    for (const close of closed) {
      close();
      const { code, stdout } = await programs.server.run(`set -eo pipefail; ${all}`);
      expect([code, withheld.exec(stdout)?.[1]]).toEqual([0, join(folder, 'env.adopted')]);
    }
  } finally {
    programs.remove();
    rmSync(folder, { recursive: true });
  }
});
