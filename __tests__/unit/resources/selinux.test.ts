import type { ServerStep, Step } from '../../../src/engine/step.ts';
import { planContentLabel, planSelinux } from '../../../src/resources/selinux.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { failureIn } from '../../../src/server/script-protocol.ts';
import { readSelinux, type Selinux, selinuxProbe } from '../../../src/survey/selinux.ts';
import { openPrograms, type Programs } from './programs.ts';

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
});
afterEach(() => programs.remove());

/** An enforcing server with some of the targeted policy's ports. */
const enforcing: Selinux = {
  mode: 'enforcing',
  semanage: true,
  ports: [
    { type: 'http_port_t', from: 8443, to: 8443 },
    { type: 'http_cache_port_t', from: 8080, to: 8080 },
    { type: 'unreserved_port_t', from: 1024, to: 32_767 },
    { type: 'postgresql_port_t', from: 5432, to: 5432 },
  ],
  networkConnect: true,
};

const scripts = (steps: readonly Step[]): readonly string[] => (steps as readonly ServerStep[]).map((s) => s.script);

/** Runs a step's script. */
async function run(script = '') {
  const result = await programs.server.run(`${prelude}\nset -e\n${script}`);
  return { ...result, failure: failureIn(result) };
}

test('the survey reads ports and the boolean, and only where SELinux is enforcing', async () => {
  const ask = async () => readSelinux((await programs.server.run(selinuxProbe.script)).stdout);
  programs.put('getenforce', 'echo Enforcing');
  programs.put('getsebool', 'echo "$1 --> off"');
  programs.put(
    'semanage',
    `cat <<'EOF'
SELinux Port Type              Proto    Port Number

http_port_t                    tcp      80, 81, 443, 488, 8008-8010, 8443
http_port_t                    udp      8014
unreserved_port_t              tcp      1024-32767, 61001-65535
EOF`,
  );
  const found = await ask();
  expect(found).toMatchObject({ mode: 'enforcing', semanage: true, networkConnect: false });
  expect(found.ports).toHaveLength(8);
  expect(found.ports).toContainEqual({ type: 'http_port_t', from: 8008, to: 8010 });
  programs.put('getsebool', 'echo "$1 --> on"');
  expect((await ask()).networkConnect).toBe(true);
  programs.put('getenforce', 'echo Permissive');
  expect(await ask()).toEqual({ mode: 'off', semanage: false, ports: [], networkConnect: false });
});

test('nothing is done where SELinux does not care, or where nginx may do it all', () => {
  expect(planSelinux({ ...enforcing, mode: 'off', networkConnect: false }, [8014])).toEqual([]);
  expect(planSelinux(enforcing, [8443, 8080])).toEqual([]);
  expect(planContentLabel({ ...enforcing, mode: 'off' }, '/docker/app/a/static')).toEqual([]);
});

test('a port of nobody’s is labelled, one of another service relabelled, and all of it beside what serves', async () => {
  programs.put('semanage', 'exit 0');
  const steps = planSelinux(enforcing, [8014, 5432, 8443]);
  expect(steps.map(({ id, phase }) => [id, phase])).toEqual([
    ['selinux.port', 'prepare'],
    ['selinux.port', 'prepare'],
  ]);
  for (const script of scripts(steps)) expect(await run(script)).toMatchObject({ code: 0 });
  expect(programs.calls('semanage')).toEqual([
    'port -a -t http_port_t -p tcp 8014',
    'port -m -t http_port_t -p tcp 5432',
  ]);
  expect(steps[1]?.reason.en).toBe('its type is postgresql_port_t; it stays, even if this run fails');
  expect(steps.some((step) => 'undo' in step)).toBe(false);
});

test('a port that was labelled since the survey is modified', async () => {
  programs.put('semanage', 'case "$*" in *-a*) echo "ValueError: Port tcp/8014 already defined" >&2; exit 1 ;; esac');
  const [script] = scripts(planSelinux(enforcing, [8014]));
  expect(await run(script)).toMatchObject({ code: 0 });
  expect(programs.calls('semanage').at(-1)).toBe('port -m -t http_port_t -p tcp 8014');
});

test('a port that the policy keeps for another is told in semanage’s words', async () => {
  programs.put('semanage', 'echo "ValueError: Port tcp/5432 is defined in policy" >&2; exit 1');
  const [script] = scripts(planSelinux(enforcing, [5432]));
  const { failure } = await run(script);
  expect(failure).toMatchObject({
    code: 'SELINUX_PORT_REFUSED',
    message: expect.stringContaining('port 5432 become one of nginx’s: ValueError: Port tcp/5432 is defined'),
  });
  expect(failure?.text.why.en).toContain('postgresql_port_t');
});

test('nginx may reach the application', async () => {
  programs.put('setsebool', 'exit 0');
  const steps = planSelinux({ ...enforcing, networkConnect: false }, [8443]);
  for (const script of scripts(steps)) expect(await run(script)).toMatchObject({ code: 0 });
  expect(programs.calls('setsebool')).toEqual(['-P httpd_can_network_connect on']);
});

test('a policy that cannot be changed fails the step', async () => {
  programs.put('setsebool', 'echo "Cannot set persistent booleans without managed policy." >&2; exit 1');
  const [script] = scripts(planSelinux({ ...enforcing, networkConnect: false }, []));
  expect((await run(script)).code).not.toBe(0);
});

test('a folder of static files is labelled by its name as it is, also where a rule is there already', async () => {
  programs.put('semanage', 'case "$*" in *-a*) exit 1 ;; esac');
  programs.put('restorecon', 'exit 0');
  const [script] = scripts(planContentLabel(enforcing, `/docker/app/a.b's/static/${'1'.repeat(64)}`));
  expect(await run(script)).toMatchObject({ code: 0 });
  expect(programs.calls('semanage')).toEqual([
    "fcontext -a -t httpd_sys_content_t /docker/app/a\\.b's/static(/[0-9a-f]{64}(/.*)?)?",
    "fcontext -m -t httpd_sys_content_t /docker/app/a\\.b's/static(/[0-9a-f]{64}(/.*)?)?",
  ]);
  expect(programs.calls('restorecon')).toEqual([
    "/docker/app/a.b's/static",
    `-R /docker/app/a.b's/static/${'1'.repeat(64)}`,
  ]);
});
