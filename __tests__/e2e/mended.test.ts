import type { RunResult } from '../../practice/run-action.ts';
import { artifactOf } from './artifact.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { statusOf, warnedOf } from './status.ts';
import { expectRed, versionServed } from './witness.ts';

const [ownFile, shopFile] = ['/etc/nginx/conf.d/mccm-server.conf', '/etc/nginx/conf.d/shop.conf'];

const token = 'Tr0ub4dor "of" the shop';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  expectSuccess(await deploy());
  expectSuccess(await deployShop());
}, 300_000);
afterAll(() => scene?.close());
beforeEach(async () => {
  expect(await served()).toEqual(['1', 'shop']);
});

function deploy(): Promise<RunResult> {
  return deployStandIn(scene, '1');
}

function deployShop(): Promise<RunResult> {
  return deployStandIn(scene, 'shop', { app: 'Shop', 'https-port': '8015', env: `SHOP_TOKEN=${token}` });
}

function served(): Promise<readonly string[]> {
  return Promise.all([versionServed(scene), versionServed(scene, 8015)]);
}

/** Boots nginx with what is on disk by now; it must not come up. */
async function nginxCannotStart(): Promise<void> {
  expect((await scene.server.exec('systemctl restart nginx')).code).not.toBe(0);
}

test('the status of one that serves: all of it, but no value of its env; without a name both in a line', async () => {
  const { server } = scene;
  await server.sh(`docker exec shop sh -c 'echo "::error::token is $SHOP_TOKEN" >/proc/1/fd/1'`);
  const [release, running, ends] = await Promise.all([
    server.sh('readlink /docker/app/Shop/current'),
    server.sh("docker inspect -f '{{.State.StartedAt}}' shop"),
    server.sh(
      'date -d "$(openssl x509 -in /etc/nginx/ssl/api.example.com/*/*.crt -noout -enddate | cut -d = -f 2)" +%F',
    ),
  ]);
  const status = await statusOf(scene, { domain: undefined, app: 'Shop' });
  const name = release.replace('releases/', '');
  for (const told of [status.log, status.summary]) {
    expect(told).toContain(name);
    expect(told).toContain(running.slice(0, 19));
    expect(told).toContain('healthy: :8004/actuator/health answers 200');
    expect(told).toContain('serves it at https://api.example.com:8015');
    expect(told).toContain(ends);
    expect(told).toContain('/var/lib/docker');
    expect(told).toMatch(new RegExp(`octocat https://github.com/\\S+ ${name} committed`));
    // A line of the application's commands nobody, and its secret is in none.
    expect(told).toContain('::error::token is ***');
    expect(told).not.toContain('Tr0ub4dor');
  }
  expect(status.annotations).toEqual([]);
  expect(status.raw).not.toContain('Tr0ub4dor');
  expect(status.outputs).toMatchObject({
    release: name,
    container: 'shop',
    url: 'https://api.example.com:8015',
    'health-status': '200',
    'certificate-not-after': expect.stringContaining(ends),
  });
  const files = artifactOf(status);
  expect(JSON.parse(files['status.json'] ?? '')).toMatchObject({
    application: { app: 'Shop', site: { serves: true } },
  });
  expect(Object.values(files).join('\n')).not.toContain('Tr0ub4dor');

  const both = await statusOf(scene, { domain: undefined });
  expect(both.log).toMatch(/^MCCM-server +https:\/\/api\.example\.com:8014 /m);
  expect(both.log).toMatch(/^Shop +https:\/\/api\.example\.com:8015 /m);
}, 120_000);

test('key and chain, which two applications share, are empty: the deploy of either puts them back', async () => {
  await scene.server.sh('for file in /etc/nginx/ssl/api.example.com/*/*; do : >"$file"; done');
  await nginxCannotStart();
  const result = await deploy();
  expectSuccess(result);
  expect(result.log).toContain('Install the certificate of api.example.com');
  expect(await served()).toEqual(['1', 'shop']);
  expect((await scene.server.exec('nginx -t')).code).toBe(0);
}, 180_000);

test('its own file is empty: nginx runs without the site, and the deploy writes the file', async () => {
  await scene.server.sh(`: >${ownFile}; systemctl restart nginx`);
  expectSuccess(await deploy());
}, 180_000);

test.each([
  ['zeros', `head -c 4096 /dev/zero >${ownFile}`],
  ['cut off in the middle', `truncate -s 300 ${ownFile}`],
  ['one that names a certificate which is gone', `sed -i 's,/etc/nginx/ssl/,/etc/nginx/gone/,' ${ownFile}`],
])(
  'its own file is %s: nginx does not start, and the deploy writes the file',
  async (_, spoil) => {
    await scene.server.sh(spoil);
    await nginxCannotStart();
    expectSuccess(await deployStandIn(scene, '1', { command: 'plan' }));
    expectSuccess(await deploy());
  },
  180_000,
);

test('another application’s file is broken: it is named, and its own deploy puts it right', async () => {
  await scene.server.sh(`truncate -s 300 ${shopFile}`);
  await nginxCannotStart();
  const result = await deploy();
  expectRed(result, 'NGINX_BROKEN_BY_APP');
  expect(warnedOf(await statusOf(scene, { app: 'Shop', domain: undefined }))).toEqual([
    'NGINX_BROKEN_BY_APP',
    'NGINX_STOPPED',
  ]);
  expect(result.log).toMatch(/does not accept the file of the application Shop, \/etc\/nginx\/conf\.d\/shop\.conf: /);
  expectSuccess(await deployShop());
}, 180_000);
