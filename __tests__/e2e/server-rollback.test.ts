import { holdSwitch } from '../../practice/faults.ts';
import { failuresIn, startLoad } from './load.ts';
import { reloadNginx } from './reload-nginx.ts';
import { expectSuccess, type Scene, stateOf } from './scene.ts';
import { deployStandIn, openStandIn } from './stand-in.ts';
import { belongings, versionServed } from './witness.ts';

const rollback = '/docker/app/MCCM-server/rollback';

// Versions 1, 2 and 3 were deployed, in this order; then the server is cut off from every network but its own.
let scene: Scene;
const releases: string[] = [];
beforeAll(async () => {
  scene = await openStandIn();
  for (const version of ['2', '3']) expectSuccess(await deployStandIn(scene, version));
  releases.push(...(await scene.server.sh('ls /docker/app/MCCM-server/releases')).trim().split('\n'));
  await cutOff();
}, 300_000);
afterAll(() => scene?.close());

/** By which nothing new goes out, for the server itself and for its containers; what comes in is answered. */
const rules = ['OUTPUT', 'FORWARD'].map(
  (chain) => `${chain} -o "$(ip -o route show default | awk '{ print $5 }')" -m conntrack --ctstate NEW -j REJECT`,
);

async function cutOff(): Promise<void> {
  await scene.server.sh(rules.map((rule) => `iptables -I ${rule}`).join('\n'));
  const pull = `docker pull ${scene.world.registry.address}/library/eclipse-temurin:8-jre`;
  expect(await scene.server.exec(pull)).toMatchObject({ code: 1 });
}

async function reconnect(): Promise<void> {
  await scene.server.sh(rules.map((rule) => `iptables -D ${rule}`).join('\n'));
}

/** Goes back as root on the server; what it said. */
function goBack(words = ''): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return scene.server.exec(`${rollback} ${words} </dev/null`);
}

async function expectLive(version: string): Promise<void> {
  expect(await versionServed(scene)).toBe(version);
  const left = await belongings(scene);
  expect(left.match(/^container .*$/gm)).toEqual(['container mccm-server']);
  expect(left).toContain(`current releases/${releases[Number(version) - 1]}`);
}

test('it is root’s alone, lists what can be gone back to, and refuses the rest with the list', async () => {
  expect(await scene.server.sh(`stat -c '%U %a' ${rollback}`)).toMatch(/^root 700/);
  const before = await stateOf(scene.server);
  const listed = await goBack('--list');
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(listed.stdout.trim().split('\n').slice(1)).toEqual([
    expect.stringMatching(
      new RegExp(`^ {2}${releases[2]} {2}\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC {2}commit 1a2b3c4.* {2}live$`),
    ),
    expect.stringMatching(new RegExp(`^ {2}${releases[1]} .*image present$`)),
    expect.stringMatching(new RegExp(`^ {2}${releases[0]} .*image present$`)),
  ]);
  for (const word of ['20200101T000000Z-0000000', releases[2] ?? '']) {
    const refused = await goBack(word);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(new RegExp(`^${word} is .*\\nReleases on this server[\\s\\S]*${releases[0]}`));
  }
  expect(await stateOf(scene.server)).toBe(before);
}, 60_000);

test('to the previous release, under load: no connection fails', async () => {
  const load = startLoad(scene, '/api/version');
  const gone = await goBack();
  const samples = await load.stop();
  expect(gone).toMatchObject({ code: 0 });
  expect(failuresIn(samples)).toEqual([]);
  expect(new Set(samples.map(({ body }) => body?.trim()))).toEqual(new Set(['{"version":"3"}', '{"version":"2"}']));
  await expectLive('2');
  expect(gone.stdout).toMatch(
    /Start container mccm-server-.* done\n[\s\S]*Reload nginx \.\.\. done\n[\s\S]*Verified: .*\n[\s\S]*is live\.\n$/,
  );
  const line = await scene.server.sh('tail -n 1 /docker/app/MCCM-server/deploy.log');
  expect(line).toMatch(new RegExp(`^\\S+Z root - ${releases[1]} committed rollback on the server`));
}, 120_000);

test('forth to a named one, once no renewal comes between, which is undone by name', async () => {
  const held = await holdSwitch(scene.server, 'done container.health');
  const run = goBack(releases[2]);
  await held.reached();
  const renewed = await scene.server.sh(`file=$(grep -ls '^# managed by .* MCCM-server,' /etc/nginx/*/*.conf)
chain=$(sed -n 's/^ *ssl_certificate \\(.*\\);/\\1/p' "$file" | head -n 1) && folder=\${chain%/*}
cp -a "$folder" "$folder-renewed" && sed -i "s|$folder/|$folder-renewed/|" "$file" && ${reloadNginx} && echo "$folder-renewed"`);
  await held.release();
  const undone = await run;
  expect(undone).toMatchObject({ code: 1, stdout: expect.stringMatching(/SITE_CERTIFICATE_CHANGED[\s\S]*Undone: /) });
  await expectLive('2');
  // As a run left it that died when it had made its container.
  await scene.server.sh(
    `docker create --name mccm-server-left mccm-server:${releases[2]} >/docker/app/MCCM-server/releases/${releases[2]}/container`,
  );
  expect(await goBack(releases[2])).toMatchObject({ code: 0 });
  await expectLive('3');
  expect(await scene.server.sh("grep -h '^ *ssl_certificate ' /etc/nginx/*/mccm-server.conf")).toContain(renewed);
}, 120_000);

test('back to one whose image was pruned: it is built from what is there', async () => {
  await scene.server.sh(`docker image rm mccm-server:${releases[0]}`);
  expect((await goBack('--list')).stdout).toMatch(new RegExp(`${releases[0]} .*will be rebuilt`));
  expect(await goBack(releases[0])).toMatchObject({ code: 0 });
  await expectLive('1');
}, 180_000);

/** Goes back, and kills all processes of that with SIGKILL once its switch has written `line`. */
async function killedAt(line: string, words = ''): Promise<void> {
  const held = await holdSwitch(scene.server, line);
  const run = scene.server.exec(`bash -c 'echo $$ >/run/rollback.pid; exec ${rollback} ${words}' </dev/null`);
  await held.reached();
  await scene.server.sh(
    `kill -KILL "$(cat /run/rollback.pid)" -- $(sed 's/^/-/' $(ls -t /docker/app/MCCM-server/releases/*/switch/script.pid | head -n 1))`,
  );
  await held.release();
  expect((await run).code).not.toBe(0);
}

test('killed half-way: something serves, and the next one ends that first', async () => {
  await killedAt('done site.swap', releases[1]);
  expect(await versionServed(scene)).toBe('1');
  const next = await goBack(releases[1]);
  expect(next).toMatchObject({ code: 0 });
  expect(next.stdout).toMatch(new RegExp(`The switch to ${releases[1]} was interrupted\\.`));
  await expectLive('2');

  await killedAt('done container.start', releases[2]);
  const after = await goBack('--list');
  expect(after.stdout).toMatch(new RegExp(`${releases[1]} .*live`));
}, 180_000);

test('the next deploy ends it as well, and the one after that has nothing to change', async () => {
  await killedAt('done site.reload', releases[0]);
  await reconnect();
  const next = await deployStandIn(scene, '3');
  expectSuccess(next);
  expect(next.log).toMatch(new RegExp(`The interrupted switch to ${releases[0]} has ended: undone\\.`));
  expect(await versionServed(scene)).toBe('3');
  const second = await deployStandIn(scene, '3');
  expectSuccess(second);
  expect(second.outputs.changed).toBe('false');
  expect((await belongings(scene)).match(/^container .*$/gm)).toEqual(['container mccm-server']);
}, 240_000);
