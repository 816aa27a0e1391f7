import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerStep } from '../../../../src/engine/step.ts';
import { planPackages } from '../../../../src/resources/packages/packages.ts';
import { prelude } from '../../../../src/server/prelude.ts';
import { failureIn } from '../../../../src/server/script-protocol.ts';
import { surveyed } from '../../deployment/decision-inputs.ts';
import { openPrograms, type Programs } from '../programs.ts';

const engine = ['docker-ce', 'docker-ce-cli', 'containerd.io'];

let programs: Programs;
let repository: string;
beforeEach(() => {
  programs = openPrograms();
  repository = join(programs.folder, 'docker.repo');
  for (const name of ['sleep', 'dnf', 'yum', 'rpm']) programs.put(name, 'exit 0');
});
afterEach(() => programs.remove());

/** Runs the install step of a Rocky 9, or of a CentOS 7, with files and deadline of the test's own. */
async function install(packages: readonly string[], { version = '9.4', seconds = 600 } = {}) {
  const system = { ...surveyed().system, id: version === '7' ? 'centos' : 'rocky', like: ['rhel'], version };
  const [step] = planPackages(system, packages) as readonly ServerStep[];
  const script = (step?.script ?? '')
    .replaceAll('/etc/yum.repos.d/deploy-miniprogram-docker.repo', repository)
    .replace('SECONDS + 600', `SECONDS + ${seconds}`);
  const result = await programs.server.run(`${prelude}\nset -e\n${script}`);
  expect(readdirSync(programs.folder).filter((name) => /^(yum|dnf)\.\w{6}$/.test(name))).toEqual([]);
  return { ...result, failure: failureIn(result) };
}

test('dnf installs what is missing, without what is only recommended, and never waits for ever', async () => {
  programs.put('dnf', 'echo "Installing       : nginx-1.20 1/2"; echo noise');
  const result = await install(['nginx', 'iproute']);
  expect(result).toMatchObject({ code: 0, stdout: 'Installing       : nginx-1.20 1/2\n', stderr: '' });
  const call = '-y --setopt=exit_on_lock=True --setopt=install_weak_deps=False install nginx iproute';
  expect(programs.calls('dnf')).toEqual([`${call} --assumeno`, call]);
  expect(programs.calls('rpm').map((call) => call.split(' ').at(-1))).toEqual(['nginx', 'iproute']);
  expect(existsSync(repository)).toBe(false);
});

test('the engine brings its repository along, which stays', async () => {
  programs.put('dnf', `cp '${repository}' "$TEST/repo-then"`);
  expect(await install(engine)).toMatchObject({ code: 0 });
  expect(readFileSync(join(programs.folder, 'repo-then'), 'utf8')).toBe(`[deploy-miniprogram-docker]
name=Docker Engine
baseurl=https://download.docker.com/linux/centos/9/$basearch/stable
enabled=1
gpgcheck=1
gpgkey=https://download.docker.com/linux/centos/gpg
`);
  expect(existsSync(repository)).toBe(true);
});

test('CentOS 7 gets EPEL where none of its repositories has nginx, and only there', async () => {
  programs.put('yum', 'case "$*" in *info*) exit 1 ;; esac');
  expect(await install(['nginx'], { version: '7' })).toMatchObject({ code: 0 });
  const done = programs.calls('yum').filter((call) => !call.endsWith(' --assumeno'));
  expect(done.map((call) => call.split(' ').at(-1))).toEqual(['nginx', 'epel-release', 'nginx']);
  programs.put('yum', 'exit 0');
  expect(await install(['nginx', 'curl'], { version: '7' })).toMatchObject({ code: 0 });
  expect(programs.calls('yum').at(-1)).toMatch(/ install nginx curl$/);
  expect(programs.calls('yum').filter((call) => call.includes('epel'))).toEqual([]);
});

test.each([
  ['dnf', 'exit 200'],
  ['rpm below it', 'echo "error: can\'t create transaction lock on /var/lib/rpm/.rpm.lock"; exit 1'],
  ['yum', 'echo "Another app is currently holding the yum lock; exiting as configured by exit_on_lock"; exit 1'],
])('%s that runs already is waited for; when it never ends, that is told', async (_, locked) => {
  programs.put('dnf', `if [ "$n" -lt 4 ]; then ${locked}; fi`);
  expect(await install(['curl'])).toMatchObject({ code: 0, stdout: 'waiting for dnf\n'.repeat(3) });
  programs.put('dnf', locked);
  const { failure } = await install(engine, { seconds: 0 });
  expect(failure).toMatchObject({ code: 'PACKAGES_LOCKED', message: expect.stringContaining('Another dnf') });
  expect(existsSync(repository)).toBe(false);
});

test.each([
  [
    '9.4',
    "Errors during downloading metadata for repository 'baseos':\n  - Curl error (6): Couldn't resolve host name\nError: Failed to download metadata for repo 'baseos'",
    "Failed to download metadata for repo 'baseos'",
  ],
  [
    '7',
    'Could not retrieve mirrorlist http://mirrorlist.centos.org/?release=7\nCannot find a valid baseurl for repo: base/7/x86_64',
    'Cannot find a valid baseurl for repo: base/7/x86_64',
  ],
])('repositories that Enterprise Linux %s does not reach are told in its words', async (version, words, told) => {
  programs.put(version === '7' ? 'yum' : 'dnf', `printf '%s\\n' "${words}"; exit 1`);
  const { failure } = await install(engine, { version });
  expect(failure).toMatchObject({ code: 'PACKAGES_UNREACHABLE', message: expect.stringContaining(told) });
  expect(failure?.text.cure.en).toContain('/etc/yum.repos.d');
  expect(existsSync(repository)).toBe(false);
});

test('a package that no repository has is told, and a repository file that was there before is left', async () => {
  writeFileSync(repository, 'of an earlier run');
  programs.put(
    'dnf',
    'echo "No match for argument: docker-ce"; echo "Error: Unable to find a match: docker-ce"; exit 1',
  );
  expect((await install(engine)).failure).toMatchObject({
    code: 'PACKAGES_NOT_INSTALLED',
    message: expect.stringMatching(/dnf could not install docker-ce .*Unable to find a match: docker-ce/s),
    evidence: expect.stringContaining('No match for argument'),
  });
  expect(existsSync(repository)).toBe(true);
});

test.each([
  [
    '9.4',
    `Installing:
 containerd.io      x86_64   1.6.28-3.1.el9   deploy-miniprogram-docker   35 M
     replacing  runc.x86_64 4:1.1.12-2.el9
Removing dependent packages:
 podman             x86_64   2:4.9.4-0.el9    @appstream                  50 M
 podman-catatonit   x86_64   2:4.9.4-0.el9    @appstream                 400 k

Transaction Summary`,
    'podman podman-catatonit runc.x86_64',
  ],
  ['7', 'Removing:\n docker  x86_64  2:1.13.1-209  @extras  70 M\n\nTransaction Summary', 'docker'],
])(
  'packages that Enterprise Linux %s would take away for ours are named, and stay',
  async (version, summary, removed) => {
    const manager = version === '7' ? 'yum' : 'dnf';
    programs.put(manager, `case "$*" in *--assumeno) cat <<'EOF'\n${summary}\nEOF\nexit 1 ;; esac`);
    expect((await install(engine, { version })).failure).toMatchObject({
      code: 'PACKAGES_REMOVE',
      message: expect.stringContaining(`containerd.io would remove packages from the server: ${removed}`),
    });
    expect(
      programs
        .calls(manager)
        .filter((call) => call.includes('docker-ce'))
        .every((call) => call.endsWith('--assumeno')),
    ).toBe(true);
    expect(existsSync(repository)).toBe(false);
  },
);

test('what yum passed over in silence is found by asking rpm', async () => {
  programs.put('yum', 'echo "No package tar available."');
  programs.put('rpm', 'case "$*" in *tar) exit 1 ;; esac');
  expect((await install(['curl', 'tar'], { version: '7' })).failure).toMatchObject({
    code: 'PACKAGES_NOT_INSTALLED',
    message: expect.stringContaining('yum could not install tar: No package tar available.'),
  });
});
