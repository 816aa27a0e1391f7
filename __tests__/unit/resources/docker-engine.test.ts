import { join } from 'node:path';
import type { ServerStep, Step } from '../../../src/engine/step.ts';
import { tencentMirror } from '../../../src/messages/registry-mirror.ts';
import { planEngine, planMirror } from '../../../src/resources/docker-engine.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { failureIn } from '../../../src/server/script-protocol.ts';
import { docker, surveyed } from '../deployment/decision-inputs.ts';
import { openPrograms, type Programs } from './programs.ts';

const { system } = surveyed();

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
  programs.put('sleep', 'exit 0');
});
afterEach(() => programs.remove());

describe('the engine', () => {
  const stopped = {
    state: 'stopped',
    client: '/usr/bin/docker',
    podman: false,
    detail: '',
    daemonJson: undefined,
    masked: [],
    strangers: [],
  } as const;
  const start = (of: Parameters<typeof planEngine>[1] = stopped, on = system) => planEngine(on, of);
  const run = (steps: readonly Step[]) => programs.server.run(`${prelude}\nset -e\n${(steps[0] as ServerStep).script}`);

  test('is started where it does not run, by systemd or without', async () => {
    programs.put('docker', '[ -f "$TEST/up" ]');
    programs.put('systemctl', 'exit 1');
    programs.put('service', 'touch "$TEST/up"');
    expect(await run(start())).toMatchObject({ code: 0 });
    expect(start(docker)).toEqual([]);
  });

  test('that does not come up is told as such, whichever way it was started', async () => {
    programs.put('docker', 'exit 1');
    programs.put('seq', 'echo 1');
    programs.put('journalctl', 'echo "failed to load daemon.json"');
    for (const exit of [0, 1]) {
      programs.put('systemctl', `exit ${exit}`);
      programs.put('service', `exit ${exit}`);
      const result = await run(start());
      expect(failureIn(result)).toMatchObject({ code: 'DOCKER_NOT_STARTED' });
    }
  });

  test('that failed is not waited for, and is told in its own last words', async () => {
    programs.put('docker', 'exit 1');
    programs.put('systemctl', 'case "$*" in *ActiveState\\ docker.service) echo ActiveState=failed ;; esac');
    programs.put(
      'journalctl',
      'echo "unable to configure the Docker daemon with file /etc/docker/daemon.json: invalid character"; echo "docker.service: Failed with result"',
    );
    const failed = failureIn(await run(start()));
    expect(failed?.message).toMatch(/does not start: unable to configure .*daemon\.json: invalid character$/);
    expect(programs.calls('docker')).toHaveLength(1);
  });

  test('whose unit is masked is told by its name, whichever unit it is', async () => {
    programs.put('docker', 'exit 1');
    programs.put('seq', 'echo 1');
    programs.put('systemctl', 'case "$*" in *LoadState\\ containerd.service) echo LoadState=masked ;; esac');
    const failed = failureIn(await run(start()));
    expect(failed?.text.cure.en).toMatch(/: systemctl unmask containerd\.service$/);
  });

  test('without its client is told at once, with nothing changed', async () => {
    const inside = { ...system, tencentInstance: 'ins-1' };
    const [step] = start(stopped, inside) as readonly ServerStep[];
    const none = `PATH=/nowhere; hash -r\n`;
    const result = await programs.server.run(`${prelude}\nset -e\n${step?.script.replace(/^/, none)}`);
    expect(result.stderr).toMatch(/failure DOCKER_CLIENT_MISSING/);
  });

  test('gets Tencent’s mirror only in Tencent’s network, and only where it has none', () => {
    const inside = { ...system, tencentInstance: 'ins-1' };
    expect(start(stopped, inside)[0]?.diff).toContain(tencentMirror);
    expect(start(stopped)[0]?.diff).toBeUndefined();
    expect(planMirror(system, docker)).toEqual([]);
    expect(planMirror(inside, { ...docker, registryMirrors: ['https://m.example.com/'] })).toEqual([]);
    const [step] = planMirror(inside, docker);
    expect(step).toMatchObject({
      id: 'docker.mirror',
      undo: expect.stringContaining('\nrm -f "$file"'),
    });
    expect((step as ServerStep).script).not.toContain('restart');
    const theirs = planMirror(inside, { ...docker, daemonJson: '{"debug":true}' })[0] as ServerStep;
    expect(theirs.undo).toContain('{"debug":true}');
  });
});

describe('daemon.json', () => {
  let folder: string;
  const inside = { ...system, tencentInstance: 'ins-1' };
  const here = ([step]: readonly Step[], what: 'script' | 'undo' = 'script') => {
    const text = (step as ServerStep)[what] ?? '';
    return `${prelude}\nset -e\n${text.replaceAll('/etc/docker', folder)}`;
  };
  const script = (daemonJson: string | undefined, what: 'script' | 'undo' = 'script') =>
    here(planMirror(inside, { ...docker, daemonJson }), what);
  beforeEach(() => {
    folder = join(programs.folder, 'etc/docker');
    programs.put('systemctl', 'exit 0');
  });
  const states = async (path: string) =>
    (await programs.server.run(`stat -c '%F %a %u' ${path}; cat ${path}; ls -A ${folder}`)).stdout;

  test('keeps mode, owner and link; it is taken back only while it is as it was written', async () => {
    const before = '{"debug":true}';
    await programs.server.run(`mkdir -p ${folder} ${folder}/../real; printf %s '${before}' >${folder}/../real/d.json
chmod 640 ${folder}/../real/d.json; chown 65534 ${folder}/../real/d.json; ln -s ../real/d.json ${folder}/daemon.json`);
    expect(await programs.server.run(script(before))).toMatchObject({ code: 0 });
    expect(await states(`${folder}/daemon.json`)).toMatch(/^symbolic link/);
    expect(await states(`${folder}/../real/d.json`)).toMatch(
      /^regular file 640 65534\n[\s\S]*registry-mirrors[\s\S]*daemon\.json\n$/,
    );
    expect(await programs.server.run(script(before, 'undo'))).toMatchObject({ code: 0 });
    expect(await states(`${folder}/../real/d.json`)).toBe(`regular file 640 65534\n${before}daemon.json\n`);
  });

  test('that was not there is made, and goes again; an administrator’s change stays', async () => {
    expect(await programs.server.run(script(undefined))).toMatchObject({ code: 0 });
    expect(await states(`${folder}/daemon.json`)).toMatch(/^regular file 644 0\n/);
    await programs.server.run(`printf '\\n' >>${folder}/daemon.json`);
    expect(await programs.server.run(script(undefined, 'undo'))).toMatchObject({ code: 0 });
    expect(await states(`${folder}/daemon.json`)).toMatch(/^regular file/);
    await programs.server.run(`rm ${folder}/daemon.json`);
    expect(await programs.server.run(script(undefined))).toMatchObject({ code: 0 });
    expect(await programs.server.run(script(undefined, 'undo'))).toMatchObject({ code: 0 });
    expect(await states(`${folder}/daemon.json`)).toBe('');
  });

  const theirs = '{"data-root":"/data/docker"}';

  test.each(['missing', 'stopped'] as const)(
    'that was there before the engine (%s) keeps what it says, and comes back where that does not start',
    async (state) => {
      const rest = { client: '/usr/bin/docker', podman: false, detail: '', masked: [], strangers: [] };
      const steps = planEngine(inside, { state, daemonJson: theirs, ...rest });
      await programs.server.run(`mkdir -p ${folder}; printf %s '${theirs}' >${folder}/daemon.json`);
      programs.put('docker', '[ -f "$TEST/up" ]');
      programs.put('systemctl', 'case "$*" in is-enabled*) echo disabled ;; enable*) touch "$TEST/up" ;; esac');
      expect(await programs.server.run(here(steps))).toMatchObject({ code: 0 });
      expect(JSON.parse((await programs.server.run(`cat ${folder}/daemon.json`)).stdout)).toEqual({
        'data-root': '/data/docker',
        'registry-mirrors': [tencentMirror],
      });
      expect(programs.calls('systemctl')).not.toContain('disable docker.service');

      await programs.server.run(`rm "$TEST/up"; printf %s '${theirs}' >${folder}/daemon.json`);
      programs.put('systemctl', 'case "$*" in is-enabled*) echo disabled ;; esac');
      programs.put('seq', 'echo 1');
      programs.put('journalctl', 'exit 0');
      expect(failureIn(await programs.server.run(here(steps)))).toMatchObject({ code: 'DOCKER_NOT_STARTED' });
      for (let i = 0; i < 2; i += 1) expect(await programs.server.run(here(steps, 'undo'))).toMatchObject({ code: 0 });
      expect(await states(`${folder}/daemon.json`)).toBe(`regular file 644 0\n${theirs}daemon.json\n`);
      expect(programs.calls('systemctl').filter((call) => call.startsWith('disable'))).toEqual([
        'disable docker.service',
      ]);
    },
  );

  test('that names the mirror already is not written', () => {
    const daemonJson = `{ "registry-mirrors": ["${tencentMirror}"] }`;
    const [step] = planEngine(inside, { state: 'missing', daemonJson, masked: [] });
    expect(step?.diff).toBeUndefined();
    expect((step as ServerStep).script).not.toContain('daemon.json');
  });

  test.each([[undefined], [theirs]])('that somebody edited since it was %j is not written over', async (before) => {
    const edited = '{"data-root":"/data/other"}';
    await programs.server.run(`mkdir -p ${folder}; printf %s '${edited}' >${folder}/daemon.json`);
    programs.put('docker', 'exit 1');
    for (const steps of [
      planEngine(inside, { state: 'missing', daemonJson: before, masked: [] }),
      planMirror(inside, { ...docker, daemonJson: before }),
    ]) {
      expect(failureIn(await programs.server.run(here(steps)))).toMatchObject({ code: 'DAEMON_JSON_CHANGED' });
      expect(await programs.server.run(here(steps, 'undo'))).toMatchObject({ code: 0 });
      expect(await states(`${folder}/daemon.json`)).toBe(`regular file 644 0\n${edited}daemon.json\n`);
    }
    expect(programs.calls('systemctl').filter((call) => /^(enable|reload)/.test(call))).toEqual([]);
  });
});
