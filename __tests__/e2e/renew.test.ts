import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issued } from '../../practice/certificates.ts';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import { type Account, openAccount } from '../../practice/tencent/account.ts';
import { leafOf, leafServed, watchLeaves } from './leaves.ts';
import { failuresIn, startLoad } from './load.ts';
import { expectRefused } from './refused.ts';
import { reloadNginx } from './reload-nginx.ts';
import { domain, expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { whileHeld } from './while-held.ts';
import { before, expectRed, lineIn } from './witness.ts';

const ports = [8014, 8015, 443] as const;
const pems = ({ chain, key }: Issued) => ({ 'certificate-chain': chain, 'certificate-key': key });
const mccm = { 'static-site': 'dist' };
const shop = { app: 'Shop', 'https-port': '8015', 'app-port': '8004' };

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  mkdirSync(join(scene.workspace, 'dist'));
  writeFileSync(join(scene.workspace, 'dist/index.html'), '<p>admin</p>\n');
  expectSuccess(await deployStandIn(scene, '1', mccm));
  expectSuccess(await deployStandIn(scene, '1', shop));
}, 400_000);
afterAll(() => scene?.close(), 60_000);

/** No jar, no Dockerfile: the inputs of a workflow that renews. */
function renew(
  pair: Issued,
  more: Readonly<Record<string, string | undefined>> = {},
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  const none = { 'drain-timeout': undefined, 'health-timeout': undefined };
  return scene.run(scene.inputs('', { jar: undefined, ...none, command: 'renew', ...pems(pair), ...more }), options);
}

const served = () => Promise.all(ports.map((port) => leafServed(scene, port)));
const everywhere = (pair: Issued) => ports.map(() => leafOf(pair));
const issue = (days: number): Promise<Issued> => scene.world.authority.issue([domain], { days });
const containers = () =>
  scene.server.sh("docker inspect --format '{{.Id}} {{.State.StartedAt}} {{.State.Pid}}' mccm-server shop");
const nginxFile = (image: string) => scene.server.sh(`cat /etc/nginx/conf.d/${image}.conf`);

let renewed: Issued;

test('a certificate that is live already, or one that ends earlier, changes nothing', async () => {
  const before = await stateOf(scene.server);
  const again = await renew(scene.pair);
  expectSuccess(again);
  expect(again.outputs).toMatchObject({ changed: 'false', url: `https://${domain}:8014` });
  expect(again.log).toContain('The certificate of the inputs is live already.');
  const earlier = await renew(await issue(5));
  expectSuccess(earlier);
  expect(earlier.outputs.changed).toBe('false');
  expect(earlier.outputs['certificate-not-after']).toBe(again.outputs['certificate-not-after']);
  expect(earlier.summary).toContain('nothing to do');
  expect(await stateOf(scene.server)).toBe(before);
}, 120_000);

test('every block of the domain is repointed in one switch: no request fails, no container is touched', async () => {
  // As a hand leaves it; the application's next deploy would replace it, a renewal does not.
  await scene.server.sh(
    `sed -i 's|^ *server_name .*|&\\n    # by hand: äöü\\n    add_header X-By-Hand yes always;|' /etc/nginx/conf.d/shop.conf && nginx -t && ${reloadNginx}`,
  );
  const edited = await nginxFile('shop');
  const records = () =>
    scene.server.sh('sha256sum /docker/app/*/releases/*/release.json; wc -l /docker/app/*/deploy.log');
  const [running, recorded] = [await containers(), await records()];
  const before = leafOf(scene.pair);
  expect(await served()).toEqual(everywhere(scene.pair));
  renewed = await issue(120);

  const watches = ports.map((port) => watchLeaves(scene, port));
  const loads = [8014, 8015].map((port) => startLoad(scene, '/api/version', { port, keep: port === 8015 }));
  const result = await renew(renewed);
  const [leaves, samples] = [
    await Promise.all(watches.map((watch) => watch.stop())),
    await Promise.all(loads.map((load) => load.stop())),
  ];
  expectSuccess(result);
  expect(result.outputs).toMatchObject({ changed: 'true', 'rolled-back': 'false', url: `https://${domain}:8014` });
  expect(new Date(result.outputs['certificate-not-after'] ?? '').getTime()).toBeGreaterThan(Date.now() + 110 * 864e5);
  for (const app of ['MCCM-server', 'Shop']) expect(result.log).toContain(`Have ${app} use the new certificate`);
  expect(result.log).toContain('nginx serves the certificate on 8014, 443, 8015');
  expect(samples.flatMap(failuresIn)).toEqual([]);
  for (const ofPort of leaves) {
    expect(ofPort.flatMap(({ error }) => error ?? [])).toEqual([]);
    expect(new Set(ofPort.map(({ leaf }) => leaf))).toEqual(new Set([before, leafOf(renewed)]));
  }
  console.log(`${samples.flat().length} requests, ${leaves.flat().length} TLS connections, none failed`);

  expect(await containers()).toBe(running);
  const paths = (text: string, pair: Issued) => text.replaceAll(leafOf(pair).replaceAll(':', '').toLowerCase(), '…');
  expect(paths(await nginxFile('shop'), renewed)).toBe(paths(edited, scene.pair));
  // The records are as they were; deploy.log of the application that was asked for has one line more.
  const changed = (await records()).split('\n').filter((line) => !recorded.includes(line));
  expect(changed).toEqual([
    expect.stringMatching(/^ *2 \/docker\/app\/MCCM-server\/deploy\.log$/),
    expect.stringMatching(/ total$/),
  ]);
  expect(await scene.server.sh('tail -n 1 /docker/app/MCCM-server/deploy.log')).toMatch(
    /^\S+ \S+ \S+ \S+ committed certificate of api\.example\.com, valid until \d{4}-\d\d-\d\d\n?$/,
  );
}, 120_000);

test('the next run of each application, and its next deploy with that pair, find nothing to do', async () => {
  const before = await stateOf(scene.server);
  for (const more of [{}, { 'https-port': '8015' }, { app: 'Shop' }]) {
    const again = await renew(renewed, more);
    expectSuccess(again);
    expect(again.outputs.changed).toBe('false');
  }
  expect(await stateOf(scene.server)).toBe(before);
  const deployed = await deployStandIn(scene, '1', { ...mccm, ...pems(renewed) });
  expectSuccess(deployed);
  expect(deployed.outputs.changed).toBe('false');
}, 180_000);

test('an application that a run which died left at the earlier pair is repointed, and it alone', async () => {
  const [old, current] = [scene.pair, renewed].map((pair) => leafOf(pair).replaceAll(':', '').toLowerCase());
  await scene.server.sh(`sed -i 's/${current}/${old}/' /etc/nginx/conf.d/shop.conf && ${reloadNginx}`);
  const own = await nginxFile('mccm-server');
  const result = await renew(renewed);
  expectSuccess(result);
  expect(result.outputs.changed).toBe('true');
  expect(result.log).not.toContain('Have MCCM-server use the new certificate');
  expect(await served()).toEqual(everywhere(renewed));
  expect(await nginxFile('mccm-server')).toBe(own);
}, 120_000);

test('where one port does not prove it, all keep what they have, and until when is said', async () => {
  const next = await issue(150);
  const nginxFiles = () => scene.server.sh('sha256sum /etc/nginx/conf.d/*.conf; ls /etc/nginx/ssl/*');
  const [before, running] = [await nginxFiles(), await containers()];
  const rule = 'INPUT -i lo -p tcp --dport 8015 -j REJECT --reject-with tcp-reset';
  await scene.server.sh(`iptables -w -I ${rule}`);
  const result = await whileHeld(
    scene.server,
    'failed site.prove',
    () => renew(next),
    async () => {
      expect(await served()).toEqual(everywhere(next));
      await scene.server.sh(`iptables -w -D ${rule}`);
    },
  );
  expectRed(result, 'NGINX_NOT_SWITCHED');
  expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'true' });
  expect(result.log).toContain('The live certificate stays in use. It is valid until ');
  const undone = [...result.log.matchAll(/^undone: (\S+)$/gm)].map(([, step]) => step);
  expect(undone).toEqual(['certificate.repoint-2', 'certificate.repoint']);
  expect(await served()).toEqual(everywhere(renewed));
  expect(await nginxFiles()).toBe(before);
  expect(await containers()).toBe(running);
}, 180_000);

test('two runs at once: one waits for the other, and finds nothing to do', async () => {
  const next = await issue(160);
  const { seen, onLine } = lineIn(/Waiting for another run on MCCM-server: /);
  let second: Promise<RunResult> | undefined;
  const first = await whileHeld(
    scene.server,
    'done certificate.repoint',
    () => renew(next),
    async () => {
      second = renew(next, {}, { onLine });
      await before(second, seen);
    },
  );
  const waited = await second;
  for (const result of [first, waited]) expectSuccess(result as RunResult);
  expect([first.outputs.changed, waited?.outputs.changed]).toEqual(['true', 'false']);
  expect(waited?.log).toContain('The certificate of the inputs is live already.');
  expect(await served()).toEqual(everywhere(next));
}, 120_000);

test('an application that is not there is refused with those that are; `existing` before the server is met', async () => {
  expectRefused(await renew(scene.pair, { 'https-port': '9999' }), {
    codes: ['APPLICATION_NOT_FOUND'],
    says: [`${domain}:9999`, `MCCM-server (${domain}:8014), Shop (${domain}:8015)`],
  });
  expectRefused(
    await renew(scene.pair, {
      certificate: 'existing',
      'certificate-chain': undefined,
      'certificate-key': undefined,
      host: '192.0.2.1',
    }),
    {
      codes: ['INPUT_RENEW_EXISTING'],
      says: ['`certificate` is `existing`'],
    },
  );
}, 60_000);

describe('issued by Tencent Cloud', () => {
  let account: Account;
  let old: Issued;
  const apps = { 'MCCM-server': mccm, Shop: shop };
  beforeAll(async () => {
    const [host = '', ...zone] = domain.split('.');
    const records = [{ host, type: 'A', value: scene.server.address }] as const;
    account = await openAccount(scene.world, { zones: [{ name: zone.join('.'), records }] });
    // A server whose only pair has twenty days left of 45: due from 15 on, or from 30 on at most, as the input says.
    old = await scene.world.authority.issue([domain], { from: -25, days: 20 });
    for (const more of Object.values(apps)) expectSuccess(await deployStandIn(scene, '1', { ...more, ...pems(old) }));
    const kept = leafOf(old).replaceAll(':', '').toLowerCase();
    await scene.server.sh(`find /etc/nginx/ssl/${domain} -mindepth 1 -maxdepth 1 ! -name ${kept} -exec rm -r {} +`);
    account.journal.clear();
  }, 240_000);
  afterAll(() => account?.close());
  beforeEach(() => account.journal.clear());

  const renewIssued = (more: Readonly<Record<string, string>> = {}): Promise<RunResult> =>
    scene.run(
      scene.inputs('', {
        ...{ jar: undefined, 'certificate-chain': undefined, 'certificate-key': undefined },
        ...{ 'drain-timeout': undefined, 'health-timeout': undefined },
        ...{ command: 'renew', certificate: 'tencent', ...account.inputs, dns: 'false', ...more },
      }),
      account.runOptions,
    );
  const served1 = () => leafServed(scene, 8014);
  const asked = () => account.journal.entries.map(({ action }) => action);
  /** Applications that were taken. */
  const applied = () => account.journal.of('ssl:ApplyCertificate').filter(({ outcome }) => outcome === 'ok').length;

  test('not due: until when it is valid and from when it will be renewed is said, and the account asked nothing', async () => {
    const before = await stateOf(scene.server);
    const result = await renewIssued();
    expectSuccess(result);
    expect(result.outputs.changed).toBe('false');
    expect(result.log).toMatch(/valid until \d{4}-\d\d-\d\d and will be renewed from \d{4}-\d\d-\d\d on/);
    expect(asked()).toEqual([]);
    expect(await stateOf(scene.server)).toBe(before);
  }, 60_000);

  test('a renewal that is refused leaves what serves, in Tencent’s words, and says until when it goes on', async () => {
    account.ssl.settings.quota.account = 0;
    const before = await stateOf(scene.server);
    const result = await renewIssued({ 'renew-before-days': '25' });
    account.ssl.settings.quota.account = 50;
    expect(result.code).toBe(1);
    expect(result.log).toContain('免费证书数量超出限制');
    expect(result.log).toContain('The live certificate stays in use. It is valid until ');
    expect(result.outputs.changed).not.toBe('true');
    expect(await stateOf(scene.server)).toBe(before);
    expect(await served()).toEqual(everywhere(old));
  }, 120_000);

  test('one that is pending is waited for, and not applied for twice', async () => {
    account.ssl.settings.held = true;
    const slow = await renewIssued({ 'renew-before-days': '25', 'certificate-timeout': '5' });
    expect(slow.code).toBe(1);
    expect(slow.log).toContain('The live certificate stays in use.');
    const again = await renewIssued({ 'renew-before-days': '25', 'certificate-timeout': '5' });
    Object.assign(account.ssl.settings, { held: false, daysLeft: 60 });
    expect(again.code).toBe(1);
    expect([applied(), account.ssl.certificates.length]).toEqual([1, 1]);
    expect(await served()).toEqual(everywhere(old));
  }, 180_000);

  test('due: it is renewed under load on every port of both applications, and no request fails', async () => {
    const running = await containers();
    const watches = ports.map((port) => watchLeaves(scene, port));
    const loads = [8014, 8014, 8015, 8015].map((port, at) =>
      startLoad(scene, '/api/version', { port, keep: at % 2 === 1 }),
    );
    const result = await renewIssued({ 'renew-before-days': '25' });
    const leaves = await Promise.all(watches.map((watch) => watch.stop()));
    const samples = await Promise.all(loads.map((load) => load.stop()));
    expectSuccess(result);
    // The application of the test before.
    expect(applied()).toBe(0);
    const [id] = account.ssl.certificates.map((one) => one.id);
    expect(result.outputs).toMatchObject({ changed: 'true', 'certificate-id': id });
    expect(samples.flatMap(failuresIn)).toEqual([]);
    expect(leaves.flat().flatMap(({ error }) => error ?? [])).toEqual([]);
    console.log(`issued: ${samples.flat().length} requests, ${leaves.flat().length} TLS connections, none failed`);
    const now = await served1();
    expect(now).not.toBe(leafOf(old));
    expect(await served()).toEqual(ports.map(() => now));
    expect(await containers()).toBe(running);
    expect(new Date(result.outputs['certificate-not-after'] ?? '').getTime()).toBeGreaterThan(Date.now() + 55 * 864e5);
  }, 180_000);

  test('the next run asks the account nothing; two at once that find it due apply once', async () => {
    const again = await renewIssued();
    expectSuccess(again);
    expect([again.outputs.changed, asked()]).toEqual(['false', []]);
    account.ssl.settings.daysLeft = undefined;
    const results = await Promise.all([1, 2].map(() => renewIssued({ 'renew-before-days': '70' })));
    for (const result of results) expectSuccess(result);
    expect(applied()).toBe(1);
  }, 180_000);
});
