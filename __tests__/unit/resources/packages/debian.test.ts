import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerStep } from '../../../../src/engine/step.ts';
import { policyMark } from '../../../../src/layout/policy-file.ts';
import { planPackages, planPolicy, provisionProblems } from '../../../../src/resources/packages/packages.ts';
import { prelude } from '../../../../src/server/prelude.ts';
import { failureIn } from '../../../../src/server/script-protocol.ts';
import { surveyed } from '../../deployment/decision-inputs.ts';
import { openPrograms, type Programs } from '../programs.ts';

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

/** Runs the install step with policy-rc.d and the deadline of the test's own. */
async function install(packages: readonly string[] = ['nginx-light', 'curl'], seconds = 600) {
  const [step] = planPackages(surveyed().system, packages) as readonly ServerStep[];
  const script = (step?.script ?? '')
    .replaceAll('/usr/sbin/policy-rc.d', policy)
    .replace('SECONDS + 600', `SECONDS + ${seconds}`);
  const result = await programs.server.run(`${prelude}\nset -e\n${script}`);
  return { ...result, failure: failureIn(result) };
}

test('packages are installed, nothing is started meanwhile, and policy-rc.d goes again', async () => {
  // As dpkg calls it for a service that a package brings (invoke-rc.d says `--quiet`, deb-systemd-invoke does not).
  const asked = `'${policy}' --quiet mysql.service start; echo "$?" >"$TEST/answer"; env -u DEPLOY_MINIPROGRAM_PACKAGES '${policy}' nginx.service start; echo "$?" >>"$TEST/answer"`;
  programs.put('apt-get', `case "$*" in *install*) ${asked} ;; *) [ ! -e '${policy}' ] || exit 9 ;; esac`);
  expect(await install()).toMatchObject({ code: 0 });
  // Another package manager that runs meanwhile starts what it likes.
  expect((await programs.server.run('cat "$TEST/answer"')).stdout).toBe('101\n0\n');
  expect(existsSync(policy)).toBe(false);
  expect(programs.calls('apt-get').at(-1)).toMatch(/install nginx-light curl$/);
});

test('packages that would have to go are named, and stay', async () => {
  const said = `Reading package lists...
The following packages will be REMOVED:
  containerd.io docker-buildx-plugin
  nerdctl*
The following NEW packages will be installed:
  docker.io
E: Packages need to be removed but remove is disabled.`;
  programs.put('apt-get', `case "$*" in *install*) cat <<'EOF'\n${said}\nEOF\nexit 100 ;; esac`);
  const { failure } = await install(['docker.io']);
  expect(failure).toMatchObject({
    code: 'PACKAGES_REMOVE',
    message: expect.stringMatching(/docker\.io would remove .*: containerd\.io docker-buildx-plugin nerdctl\b/),
  });
  expect(failure?.text.cure.en).toContain('apt-get -y --no-install-recommends --no-remove');
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
  const locked = 'dpkg: error: dpkg frontend lock was locked by another process with pid 7';
  programs.put(
    'dpkg',
    `case "$*" in --audit) [ -f "$TEST/mended" ] || echo half ;; *)
  for unit in nginx.service docker.socket containerd.service mysql.service; do '${policy}' "$unit" start; echo "$?"; done >"$TEST/answers"
  [ "$n" -gt 4 ] || { echo '${locked}'; exit 2; }
  touch "$TEST/mended" ;;
esac`,
  );
  expect(await install()).toMatchObject({ code: 0 });
  expect(programs.calls('dpkg')).toContain('--configure -a');
  // What is half configured may be somebody's: that is started as it would have been.
  expect((await programs.server.run('cat "$TEST/answers"')).stdout).toBe('101\n101\n101\n0\n');
  programs.put('dpkg', `case "$*" in --audit) echo half ;; *) echo '${locked}'; exit 2 ;; esac`);
  expect((await install(['curl'], 0)).failure).toMatchObject({ code: 'PACKAGES_LOCKED' });
});

test('a package that cannot be configured is told at once in dpkg’s words, not taken for an apt that runs', async () => {
  const said = `Setting up mysql-server (8.0) ...
dpkg: error processing package mysql-server (--configure):
 installed mysql-server package post-installation script subprocess returned error exit status 1
Errors were encountered while processing:
 mysql-server`;
  programs.put('dpkg', `case "$*" in --audit) echo half ;; *) cat <<'EOF'\n${said}\nEOF\nexit 1 ;; esac`);
  const { failure } = await install();
  expect(failure).toMatchObject({
    code: 'PACKAGES_BROKEN',
    message: expect.stringMatching(/error processing package mysql-server[\s\S]*exit status 1/),
  });
  expect(programs.calls('apt-get')).toEqual([]);
});

test('a dpkg that another one keeps waiting to the end of apt’s own patience is told as locked', async () => {
  const said = 'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 7 (unattended-upgr)';
  programs.put('apt-get', `case "$*" in *install*) echo '${said}'; exit 100 ;; esac`);
  expect((await install()).failure).toMatchObject({ code: 'PACKAGES_LOCKED' });
});

describe('Docker’s client', () => {
  // As apt of each distribution tells.
  const debian13 = `docker.io
  Depends: containerd
  Recommends: <git>
 |Recommends: docker-cli
docker-cli
  Recommends: docker-buildx
  Suggests: docker-compose
  Breaks: docker.io`;
  const ubuntu = `docker.io\n  Depends: containerd\n  Suggests: docker-buildx\n  Suggests: docker-doc`;
  const debian12 = `docker.io\n  Depends: containerd\n  Recommends: iptables\n  Suggests: docker-doc`;

  test.each([
    ['Debian 13', debian13, 'docker.io iptables docker-buildx docker-cli'],
    ['Ubuntu 24.04', ubuntu, 'docker.io iptables docker-buildx'],
    ['Debian 12', debian12, 'docker.io iptables'],
    ['a source without docker.io', '', 'docker.io iptables'],
  ])('is installed with the engine where that comes without it: %s', async (_, depends, installed) => {
    programs.put('apt-cache', `cat <<'EOF'\n${depends}\nEOF`);
    expect(await install(['docker.io', 'iptables'])).toMatchObject({ code: 0 });
    expect(programs.calls('apt-get').at(-1)).toMatch(new RegExp(`install ${installed}$`));
    // What a person is told to type does the same.
    const [needed] = provisionProblems(surveyed().system, ['docker.io', 'iptables'], 'no');
    const typed = needed?.text.cure.en.split('on the server: ')[1] ?? '';
    expect(await programs.server.run(typed)).toMatchObject({ code: 0 });
    expect(programs.calls('apt-get').at(-2)).toBe('update');
    expect(programs.calls('apt-get').at(-1)).toMatch(new RegExp(`install ${installed}$`));
  });

  test('is not asked for where the engine is there', async () => {
    programs.put('apt-cache', 'echo never');
    expect(await install()).toMatchObject({ code: 0 });
    expect(programs.calls('apt-cache')).toEqual([]);
  });
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

test('a source that does not answer is the cause, though apt-get update takes it for a warning', async () => {
  const dead = 'W: Failed to fetch http://deb.example.com/debian/dists/trixie/InRelease  Could not connect';
  const install404 = 'E: Failed to fetch http://deb.example.com/pool/x.deb  404  Not Found';
  for (const [update, installed, code, said] of [
    [dead, 'E: Unable to locate package curl', 'PACKAGES_UNREACHABLE', 'Could not connect'],
    [
      '',
      'Building dependency tree...E: Unable to locate package curl',
      'PACKAGES_NOT_INSTALLED',
      ': E: Unable to locate',
    ],
    ['', install404, 'PACKAGES_UNREACHABLE', '404  Not Found'],
    [dead, 'E: Sub-process dpkg returned an error code (1)', 'PACKAGES_NOT_INSTALLED', 'Sub-process'],
  ] as const) {
    programs.put('apt-get', `case "$*" in *install*) echo '${installed}'; exit 100 ;; *) echo '${update}' ;; esac`);
    expect((await install()).failure).toMatchObject({ code, message: expect.stringContaining(said) });
  }
});

test('a policy-rc.d of ours that a power cut left is removed; an administrator’s is not', async () => {
  const ours = `#!/bin/sh\n${policyMark}\nexit 101\n`;
  writeFileSync(policy, ours);
  expect(await install()).toMatchObject({ code: 0 });
  expect(existsSync(policy)).toBe(false);

  const left = { ...surveyed().system, policyLeft: true };
  const [step] = planPolicy(left) as readonly ServerStep[];
  const remove = () =>
    programs.server.run(`${prelude}\nset -e\n${(step?.script ?? '').replaceAll('/usr/sbin/policy-rc.d', policy)}`);
  for (const [content, there] of [
    [ours, false],
    ['#!/bin/sh\nexit 101\n', true],
  ] as const) {
    writeFileSync(policy, content);
    expect(await remove()).toMatchObject({ code: 0 });
    expect(existsSync(policy)).toBe(there);
  }
  expect(planPolicy(surveyed().system)).toEqual([]);
});
