import { until } from '../../practice/waiting.ts';
import { plannedFor, runningServices, toldWhatIsMissing } from './blank.ts';
import { askJson } from './client.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { statusOf, warnedOf } from './status.ts';

let scene: Scene;
/** What the server lacks, by the names of its packages: it is made from those of this machine's distribution. */
let lacking: string;
beforeAll(async () => {
  scene = await openScene({ kind: 'blank' });
  const id = await scene.server.sh('. /etc/os-release; echo "$ID"');
  lacking = id === 'ubuntu' ? 'docker.io nginx' : 'docker.io iptables nginx-light';
}, 240_000);
afterAll(() => scene?.close(), 60_000);

/** Holds files locked as apt and dpkg do (fcntl) until the unit is stopped. */
async function hold(unit: string, files: readonly string[]): Promise<() => Promise<void>> {
  const script = `use Fcntl;
my @kept;
for my $path (@ARGV) {
  open(my $file, ">>", $path) or die;
  my $lock = pack("ssx4qqlx4", F_WRLCK, 0, 0, 0, 0);
  fcntl($file, F_SETLK, $lock) or die "$path: $!";
  push @kept, $file;
}
print "held\\n";
close STDOUT;
sleep;`;
  await scene.server.sh(`cat >/run/${unit}.pl`, { input: script });
  await scene.server.sh(`systemd-run --quiet --collect --unit ${unit} perl /run/${unit}.pl ${files.join(' ')}`);
  await until(`${unit} to hold`, 20, async () =>
    (await scene.server.exec(`journalctl -u ${unit} -o cat | grep -qx held`)).code === 0 ? true : undefined,
  );
  return async () => {
    await scene.server.sh(`systemctl stop ${unit}; rm -f /run/${unit}.pl`);
  };
}

test('without provisioning a blank server is told what it lacks, and not touched', async () => {
  expect(await toldWhatIsMissing(scene, lacking)).toContain('apt-get update && apt-get -y');
}, 120_000);

test('its status is green, in Chinese as well: nothing is installed, nothing is deployed', async () => {
  const status = await statusOf(scene, { language: 'zh', app: 'MCCM-server' });
  for (const told of [status.log, status.summary]) {
    expect(told).toContain('服务器上没有 Docker 和 nginx');
    expect(told).toContain('本 Action 尚未在该服务器上部署任何应用。');
    expect(told).toContain('没有匹配的容器和 nginx server 块');
  }
  expect(status.log).toContain('Docker：未安装');
  expect(status.outputs).toMatchObject({ release: '', container: '', url: '' });
  expect(warnedOf(status)).toEqual([]);
}, 60_000);

test('a plan says what is to be installed and that the rest is known after it, and touches nothing', async () => {
  await plannedFor(scene, lacking);
}, 120_000);

test('a package that would have to go for Docker is named, and stays', async () => {
  // As Docker's own repository has it; another engine may use it.
  await scene.server.sh(`mkdir -p /tmp/theirs/DEBIAN && cat >/tmp/theirs/DEBIAN/control <<'EOF'
Package: containerd.io
Version: 1.7.0
Architecture: all
Maintainer: practice
Provides: containerd, runc
Conflicts: containerd, runc
Description: practice
EOF
dpkg-deb -b /tmp/theirs /tmp/theirs.deb && dpkg -i /tmp/theirs.deb && rm -r /tmp/theirs*`);
  const before = await stateOf(scene.server);
  const result = await scene.run(scene.inputs(await scene.world.jars.backend('v1')));
  expect(result.code).not.toBe(0);
  expect(result.outputs).toMatchObject({ 'error-code': 'PACKAGES_REMOVE' });
  const [error] = result.annotations.filter((one) => one.level === 'error');
  expect(error?.message).toContain('would remove packages from the server: containerd.io');
  expect(await stateOf(scene.server)).toBe(before);
  await scene.server.sh('dpkg -P containerd.io');
}, 180_000);

test('a deploy waits for a running apt, installs without starting, and ends verified', async () => {
  const jar = await scene.world.jars.backend('v1');
  const services = await runningServices(scene);
  const freeLists = await hold('practice-apt-lists', ['/var/lib/apt/lists/lock']);
  const freeDpkg = await hold('practice-dpkg', ['/var/lib/dpkg/lock-frontend', '/var/lib/dpkg/lock']);

  const told: Promise<unknown>[] = [];
  let nginxAfterInstalling: Promise<string> | undefined;
  const hear = (line: string): void => {
    if (told.length === 0 && /could not get lock/i.test(line)) told.push(freeLists());
    if (line === '::group::Start the Docker Engine') {
      nginxAfterInstalling = scene.server.exec('systemctl is-active nginx').then(({ stdout }) => stdout.trim());
    }
  };
  const running = scene.run(scene.inputs(jar), { onLine: hear });
  // The second lock is held until apt-get itself says that it waits for it.
  const waits = async (): Promise<true | undefined> =>
    (await scene.server.exec('grep -qs "lock-frontend" /run/deploy-miniprogram/apt.*')).code === 0 ? true : undefined;
  await until('apt-get to wait for dpkg', 120, waits).finally(freeDpkg);
  const result = await running;
  await Promise.all(told);
  expectSuccess(result);
  expect(told).toHaveLength(1);
  expect(result.outputs).toMatchObject({
    changed: 'true',
    url: 'https://api.example.com:8014',
    'health-status': '200',
  });
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });

  expect(await nginxAfterInstalling).toBe('inactive');
  const starts = await scene.server.sh('journalctl -u nginx -o short-unix | grep -F "Started nginx"');
  const reload = await scene.server.sh(
    "sed -n 's/ begin site.reload.*//p' /docker/app/MCCM-server/releases/*/switch/journal",
  );
  expect(starts.split('\n')).toHaveLength(1);
  expect(Number.parseFloat(starts)).toBeGreaterThanOrEqual(Number(reload));
  expect((await runningServices(scene)).filter((name) => !services.includes(name)).toSorted()).toEqual([
    'containerd',
    'docker',
    'nginx',
  ]);
  expect((await scene.server.exec('ls /usr/sbin/policy-rc.d /run/deploy-miniprogram/apt.*')).stdout).toBe('');
}, 300_000);

test('the nginx that it installed comes back when it fails', async () => {
  expect(await scene.server.sh('cat /etc/systemd/system/nginx.service.d/deploy-miniprogram-backend.conf')).toMatch(
    /^# Written by deploy-miniprogram-backend/,
  );
  await scene.server.sh(`kill -9 "$(systemctl show -p MainPID --value nginx)"`);
  const answer = await until('https after nginx was killed', 30, () => askJson(scene, '/api/version'));
  expect(answer).toMatchObject({ version: '1' });
}, 60_000);

test('after a reboot the application is back and answers https', async () => {
  await scene.server.reboot();
  const answer = await until('https after the reboot', 60, () => askJson(scene, '/api/version'));
  expect(answer).toMatchObject({ version: '1' });
}, 180_000);
