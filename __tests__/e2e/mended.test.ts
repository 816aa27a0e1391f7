import type { RunResult } from '../../practice/run-action.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { expectRed, versionServed } from './witness.ts';

const [ownFile, shopFile] = ['/etc/nginx/conf.d/mccm-server.conf', '/etc/nginx/conf.d/shop.conf'];

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
  return deployStandIn(scene, 'shop', { app: 'Shop', 'https-port': '8015' });
}

function served(): Promise<readonly string[]> {
  return Promise.all([versionServed(scene), versionServed(scene, 8015)]);
}

/** Boots nginx with what is on disk by now; it must not come up. */
async function nginxCannotStart(): Promise<void> {
  expect((await scene.server.exec('systemctl restart nginx')).code).not.toBe(0);
}

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
  expect(result.log).toMatch(/does not accept the file of the application Shop, \/etc\/nginx\/conf\.d\/shop\.conf: /);
  expectSuccess(await deployShop());
}, 180_000);
