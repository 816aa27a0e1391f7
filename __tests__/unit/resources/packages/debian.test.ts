import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerStep, Step } from '../../../src/engine/step.ts';
import { missingPackages, planMirror, planPackages, provisionProblems } from '../../../src/resources/packages.ts';
import { tencentMirror } from '../../../src/resources/registry-mirror.ts';
import { failureIn, prelude } from '../../../src/server/script-failure.ts';
import { docker, nginx, surveyed } from '../deployment/circumstances.ts';
import { openPrograms, type Programs } from './programs.ts';

const { system } = surveyed();
const blank = { state: 'missing' } as const;

let programs: Programs;
let policy: string;
beforeEach(() => {
  programs = openPrograms();
  policy = join(programs.folder, 'policy-rc.d');
  programs.put('sleep', 'exit 0');
  programs.put('dpkg', 'exit 0');
  programs.put('apt-get', 'exit 0');
});
afterEach(() => programs.remove());

function scriptOf(steps: readonly Step[], id: string): string {
  return (steps.find((step) => step.id === id) as ServerStep).script;
}

/** Runs the install step with policy-rc.d, apt's log and the deadline of the test's own. */
async function install(packages: readonly string[] = ['nginx-light', 'curl'], seconds = 600) {
  const script = scriptOf(planPackages(system, docker, packages), 'packages.install')
    .replace('/usr/sbin/policy-rc.d', policy)
    .replaceAll('/tmp/deploy-miniprogram-apt', join(programs.folder, 'apt'))
    .replace('SECONDS + 600', `SECONDS + ${seconds}`);
  const result = await programs.server.run(`${prelude}\nset -e\n${script}`);
  return { ...result, failure: failureIn(result) };
}

test('what is missing, by the names of Debian’s packages, each once', () => {
  const bare = { ...system, missingTools: ['flock', 'setsid', 'curl', 'odd'] };
  expect(missingPackages(bare, blank, blank)).toEqual([
    'docker.io',
    'iptables',
    'nginx-light',
    'util-linux',
    'curl',
    'odd',
  ]);
  expect(missingPackages(system, docker, nginx)).toEqual([]);
});

test('a Linux that is not known is refused by name; without provision the command is told', () => {
  const problem = (id: string, like: readonly string[], allowed: boolean, missing = ['curl']) =>
    provisionProblems({ ...system, id, like, name: 'X' }, missing, allowed).map(({ code }) => code);
  expect(problem('tencentos', ['rhel', 'fedora'], true)).toEqual(['LINUX_UNKNOWN']);
  expect(problem('mint', ['ubuntu'], true)).toEqual([]);
  expect(problem('debian', [], false)).toEqual(['PROVISION_NEEDED']);
  expect(problem('tencentos', [], false, [])).toEqual([]);
  const [told] = provisionProblems(system, ['curl', 'nginx-light'], false);
  expect(told?.text.cure.en).toMatch(/apt-get -y .* install curl nginx-light$/);
});

test('packages are installed, nothing is started meanwhile, and policy-rc.d goes again', async () => {
  programs.put('apt-get', `cat '${policy}' >"$TEST/policy-then" 2>&1; [ -x '${policy}' ] || exit 9`);
  expect(await install()).toMatchObject({ code: 0 });
  expect((await programs.server.run('sh "$TEST/policy-then"')).code).toBe(101);
  expect(existsSync(policy)).toBe(false);
  expect(programs.calls('apt-get').at(-1)).toMatch(/install nginx-light curl$/);
});

test('a policy-rc.d that is there is left as it is', async () => {
  writeFileSync(policy, 'theirs');
  expect(await install()).toMatchObject({ code: 0 });
  expect((await programs.server.run(`cat '${policy}'`)).stdout).toBe('theirs');
});

test('policy-rc.d goes also when the installation fails', async () => {
  programs.put('apt-get', 'case "$*" in *install*) echo "E: Unable to locate package curl"; exit 100 ;; esac');
  const { failure } = await install();
  expect(failure).toMatchObject({
    code: 'PACKAGES_NOT_INSTALLED',
    message: expect.stringContaining('nginx-light curl: E: Unable to locate package curl'),
  });
  expect(existsSync(policy)).toBe(false);
});

test('an apt that runs already is waited for; when it never ends, that is told', async () => {
  const locked = 'echo "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)"; exit 100';
  programs.put('apt-get', `if [ "$n" -lt 4 ]; then ${locked}; fi`);
  expect(await install()).toMatchObject({ code: 0 });
  expect(programs.calls('apt-get')).toHaveLength(5);
  programs.put('apt-get', locked);
  expect((await install(['curl'], 0)).failure).toMatchObject({ code: 'PACKAGES_LOCKED' });
});

test('a dpkg that was cut short is mended first; one that runs is waited for', async () => {
  programs.put(
    'dpkg',
    'case "$*" in --audit) [ -f "$TEST/mended" ] || echo half ;; *) [ "$n" -gt 4 ] && touch "$TEST/mended" ;; esac',
  );
  expect(await install()).toMatchObject({ code: 0 });
  expect(programs.calls('dpkg')).toContain('--configure -a');
  programs.put('dpkg', 'case "$*" in --audit) echo half ;; *) exit 2 ;; esac');
  expect((await install(['curl'], 0)).failure).toMatchObject({ code: 'PACKAGES_LOCKED' });
});

test('lists that cannot be read are told with apt’s words; only a warning does not stop', async () => {
  programs.put(
    'apt-get',
    'echo "Err:1 http://deb.example.com x"; echo "E: Failed to fetch http://deb.example.com"; exit 100',
  );
  expect((await install()).failure).toMatchObject({
    code: 'PACKAGES_UNREACHABLE',
    message: expect.stringContaining('E: Failed to fetch http://deb.example.com'),
  });
  expect(programs.calls('apt-get')).toHaveLength(1);
  programs.put('apt-get', 'echo "W: Some index files failed to download."');
  expect(await install()).toMatchObject({ code: 0, stdout: expect.stringContaining('W: Some index') });
});

describe('the engine', () => {
  const stopped = {
    state: 'stopped',
    client: '/usr/bin/docker',
    podman: false,
    detail: '',
    daemonJson: undefined,
  } as const;
  const start = (of: Parameters<typeof planPackages>[1] = stopped, on = system) => planPackages(on, of, []);
  const run = (steps: readonly Step[]) => programs.server.run(`${prelude}\nset -e\n${scriptOf(steps, 'docker.start')}`);

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
