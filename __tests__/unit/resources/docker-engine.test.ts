import type { ServerStep, Step } from '../../../src/engine/step.ts';
import { planEngine, planMirror } from '../../../src/resources/docker-engine.ts';
import { tencentMirror } from '../../../src/resources/registry-mirror.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { failureIn } from '../../../src/server/script-failure.ts';
import { docker, surveyed } from '../deployment/circumstances.ts';
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

  test('gets Tencent’s mirror only in Tencent’s network, and only where it has none', () => {
    const inside = { ...system, tencentInstance: 'ins-1' };
    expect(start(stopped, inside)[0]?.diff).toContain(tencentMirror);
    expect(start(stopped)[0]?.diff).toBeUndefined();
    expect(planMirror(system, docker)).toEqual([]);
    expect(planMirror(inside, { ...docker, registryMirrors: ['https://m.example.com/'] })).toEqual([]);
    const [step] = planMirror(inside, docker);
    expect(step).toMatchObject({ id: 'docker.mirror', undo: expect.stringContaining('rm -f /etc/docker/daemon.json') });
    expect((step as ServerStep).script).not.toContain('restart');
    const theirs = planMirror(inside, { ...docker, daemonJson: '{"debug":true}' })[0] as ServerStep;
    expect(theirs.undo).toContain('{"debug":true}');
  });
});
