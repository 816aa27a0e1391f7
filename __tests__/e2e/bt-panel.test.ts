import { layOutAsBtPanel, panelNginx, panelScript, panelSite, panelSites } from '../../practice/layouts/bt-panel.ts';
import { leafOf, leafServed } from './leaves.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { expectRed, versionServed } from './witness.ts';

const file = `${panelSites}/mccm-server.conf`;

let scene: Scene;
/** What of the panel no deploy may touch. */
let panels: string;
/** The renewed certificate. */
let pems: Record<string, string> = {};
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  await layOutAsBtPanel(scene.server);
  panels = await ofPanel();
}, 300_000);
afterAll(() => scene?.close(), 60_000);

function ofPanel(): Promise<string> {
  return scene.server.sh(
    `find ${panelNginx}/conf ${panelNginx}/sbin /www/server/panel ${panelScript} -type f -not -path ${file} -print0 | sort -z | xargs -0 sha256sum`,
  );
}

/** The panel's nginx is the only one, its site is served, and nothing of it was touched. */
async function expectPanelAsItWas(): Promise<void> {
  expect(await ofPanel()).toBe(panels);
  const site = `curl -sfk --resolve ${panelSite}:443:127.0.0.1 https://${panelSite}/`;
  expect(await scene.server.sh(site)).toBe('a site of the panel');
  expect(await scene.server.sh("readlink $(pgrep -of 'nginx: master' | sed 's|.*|/proc/&/exe|')")).toBe(
    `${panelNginx}/sbin/nginx`,
  );
  expect(
    await scene.server.sh("dpkg-query -W -f '${db:Status-Status} ${Package}\\n' | grep -c '^installed nginx' || true"),
  ).toBe('0');
  expect(await scene.server.sh('ls /etc/nginx')).toBe('ssl');
}

test('the first deploy puts its file among the panel’s sites, and nothing under /etc/nginx but the certificate', async () => {
  const result = await deployStandIn(scene, '1');
  expectSuccess(result);
  expect(result.log).toContain(file);
  expect(await versionServed(scene)).toBe('1');
  expect(await scene.server.sh(`ls ${panelSites}`)).toBe(`mccm-server.conf\n${panelSite}.conf`);
  await expectPanelAsItWas();
}, 300_000);

test('a new jar is switched to; one that crashes is not, and the other goes on', async () => {
  expectSuccess(await deployStandIn(scene, '2'));
  expect(await versionServed(scene)).toBe('2');
  const before = await scene.server.sh(`sha256sum ${file}`);
  const crashing = scene.inputs(await scene.world.jars.backend('crashing'));
  expectRed(await scene.run(crashing), 'APPLICATION_EXITED');
  expect(await versionServed(scene)).toBe('2');
  expect(await scene.server.sh(`sha256sum ${file}`)).toBe(before);
  await expectPanelAsItWas();
}, 300_000);

test('a renewed certificate is served, the container untouched, also after a reload by the panel', async () => {
  const container = () => scene.server.sh("docker inspect -f '{{.Id}} {{.State.StartedAt}}' mccm-server");
  const before = await container();
  const renewed = await scene.world.authority.issue([domain], { days: 120 });
  pems = { 'certificate-chain': renewed.chain, 'certificate-key': renewed.key };
  const result = await deployStandIn(scene, '2', pems);
  expectSuccess(result);
  expect(result.outputs).toMatchObject({ changed: 'true', release: result.outputs['previous-release'] ?? '' });
  expect(await leafServed(scene, 8014)).toBe(leafOf(renewed));
  expect(await container()).toBe(before);

  await scene.server.sh(`${panelScript} reload`);
  expect(await leafServed(scene, 8014)).toBe(leafOf(renewed));
  expect(await versionServed(scene)).toBe('2');
  await expectPanelAsItWas();
  const again = await deployStandIn(scene, '2', pems);
  expectSuccess(again);
  expect(again.outputs.changed).toBe('false');
}, 300_000);

test.each([
  ['which systemd takes for active still', 'systemctl is-active nginx.service'],
  [
    'which systemd may not start, and which is not on the PATH',
    'systemctl mask nginx.service && rm /usr/bin/nginx && systemctl daemon-reload',
  ],
])(
  'an nginx that the panel stopped, %s, is started again with the panel’s configuration',
  async (_, script) => {
    const latest = await leafServed(scene, 8014);
    await scene.server.sh(`${panelScript} stop; sleep 1; ! ${panelScript} status && ${script}`);
    const result = await deployStandIn(scene, '2', pems);
    expectSuccess(result);
    expect(result.outputs.changed).toBe('true');
    expect(await versionServed(scene)).toBe('2');
    expect(await leafServed(scene, 8014)).toBe(latest);
    await scene.server.sh(`${panelScript} status`);
    await expectPanelAsItWas();
  },
  120_000,
);
