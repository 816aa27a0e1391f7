import { type Border, type BorderOptions, openBorder } from '../../practice/border.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { said, titles } from './cloud.ts';
import { reloadNginx } from './reload-nginx.ts';
import { domain, expectSuccess, type Scene } from './scene.ts';
import { deployStandIn, openStandIn } from './stand-in.ts';
import { belongings, expectRed, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openStandIn();
  // A site on 443 as well, which the stand-in does not have; Debian's nginx answers on 80 by itself.
  const { server, pair } = scene;
  await server.sh('cat >/etc/ssl/pages.pem', { input: pair.chain });
  await server.sh('umask 077; cat >/etc/ssl/pages.key', { input: pair.key });
  const site = `server {
  listen 443 ssl;
  server_name ${domain};
  ssl_certificate /etc/ssl/pages.pem;
  ssl_certificate_key /etc/ssl/pages.key;
  return 200;
}`;
  await server.sh(`cat >/etc/nginx/conf.d/pages.conf && ${reloadNginx}`, { input: site });
}, 300_000);
afterAll(() => scene?.close());

/** Does `work` with a border in front of the server; the domain resolves to it. */
async function behind<T>(options: Partial<BorderOptions>, work: (border: Border) => Promise<T>): Promise<T> {
  const border = await openBorder(scene.server.address, { domain, ports: [80, 443, 8014], ...options });
  try {
    return await work(border);
  } finally {
    await border.close();
  }
}

const verify = (border: Border, inputs: Record<string, string> = {}): Promise<RunResult> =>
  scene.run(
    { command: 'verify', domain, 'health-path': '/actuator/health', ...inputs },
    { hosts: { [domain]: border.address } },
  );

const status = ({ outputs }: RunResult): string | undefined => outputs['icp-status'];

test('not blocked: green within seconds, without a word that there is a filing', async () => {
  await behind({}, async (border) => {
    const result = await verify(border, { 'icp-check': 'require' });
    expectSuccess(result);
    expect(status(result)).toBe('not-blocked');
    expect(result.log).toContain('TLS, port 8014: 5 of 5 connections with the domain accepted');
    expect(result.log).toContain('was seen (open ports checked: 80, 443, 8014). This does not mean that');
    expect(result.summary).toContain('whether WeChat finds its ICP filing');
    expect(Number(result.outputs['duration-seconds'])).toBeLessThan(6);
  });
});

test('the block page, whenever it is asked for: a warning, red with `require`, and the deployment stays', async () => {
  await behind({ pages: 'always' }, async (border) => {
    const warned = await verify(border);
    expectSuccess(warned);
    expect(warned.outputs).toMatchObject({ 'icp-status': 'blocked', url: `https://${domain}:8014`, 'error-code': '' });
    expect(titles(warned, 'warning')).toEqual(['ICP_BLOCKED']);
    expect(said(warned, 'ICP_BLOCKED')).toMatch(/5 of 5 plain HTTP requests[\s\S]*接入备案[\s\S]*may continue to work/);
    expect(warned.summary).toContain('is blocked for want of an ICP filing (备案)');

    const chinese = await verify(border, { language: 'zh', 'icp-check': 'require' });
    expect(chinese.code).toBe(1);
    expect(said(chinese, 'ICP_BLOCKED')).toMatch(/^ICP_BLOCKED: api\.example\.com 的访问被拦截：.*有 5 次被跳转/);

    const red = await deployStandIn(
      scene,
      '2',
      { 'icp-check': 'require', 'public-ip': border.address },
      { hosts: { [domain]: border.address } },
    );
    expectRed(red, 'ICP_BLOCKED');
    expect(red.outputs).toMatchObject({ changed: 'true', 'rolled-back': 'false', 'icp-status': 'blocked' });
    expect(red.summary).toContain('The deployment is verified on the server and stays live');
    expect(await belongings(scene)).toContain(`current releases/${red.outputs.release}`);
    expect(await versionServed(scene)).toBe('2');
  });
}, 300_000);

test('the block page once among several tries, under its own status', async () => {
  await behind({ pages: 5, status: 566 }, async (border) => {
    const result = await verify(border, { 'icp-check': 'require' });
    expectRed(result, 'ICP_BLOCKED');
    expect(said(result, 'ICP_BLOCKED')).toContain('1 of 5 plain HTTP requests');
    expect(border.counts.pages).toBe(1);
  });
});

test('resets by name on 443 alone: the https port goes on, so that only `require` is red', async () => {
  await behind({ resets: 'always', resetsAt: [443] }, async (border) => {
    const warned = await verify(border);
    expectSuccess(warned);
    expect(status(warned)).toBe('blocked');
    expect(said(warned, 'ICP_BLOCKED')).toContain('5 of 5 TLS connections to');
    expectRed(await verify(border, { 'icp-check': 'require' }), 'ICP_BLOCKED');
  });
});

test('resets by name on the https port: red for the site that is not reached, told once and as the block', async () => {
  await behind({ resets: 'always' }, async (border) => {
    const result = await verify(border);
    expectRed(result, 'ICP_BLOCKED');
    expect(status(result)).toBe('blocked');
    expect(titles(result, 'error')).toEqual(['ICP_BLOCKED']);
    expect(titles(result, 'warning')).toEqual([]);
    expect(said(result, 'ICP_BLOCKED')).toContain('clients cannot rely on port 8014 either');
    // Not looked at, what is left is what one look shows.
    const off = await verify(border, { 'icp-check': 'off' });
    expectRed(off, 'REQUEST_RESET_BY_NAME');
    expect(status(off)).toBe('');

    const deployed = await deployStandIn(
      scene,
      '3',
      { 'icp-check': 'warn', 'public-ip': border.address },
      { hosts: { [domain]: border.address } },
    );
    expectRed(deployed, 'ICP_BLOCKED');
    expect(titles(deployed, 'error')).toEqual(['ICP_BLOCKED']);
    expect(await versionServed(scene)).toBe('3');
  });
}, 300_000);

test('some resets are no proof: unknown, and green also with `require`', async () => {
  await behind({ resets: 2, resetsAt: [443] }, async (border) => {
    const result = await verify(border, { 'icp-check': 'require' });
    expectSuccess(result);
    expect(status(result)).toBe('unknown');
    expect(result.log).toContain('on port 443 some connections with the domain were reset, others were not.');
  });
});

test('what is reset without a name as well is unknown', async () => {
  await behind({ resets: 'always', anyName: true, resetsAt: [443] }, async (border) => {
    const result = await verify(border, { 'icp-check': 'require' });
    expectSuccess(result);
    expect(status(result)).toBe('unknown');
    expect(result.log).toContain('on port 443 connections are reset with and without the domain.');
  });
  await behind({ resets: 'always', anyName: true }, async (border) => {
    // The site is not reached, for whatever reason: the look before says that, and nothing of a filing.
    const result = await verify(border, { 'icp-check': 'require' });
    expectRed(result, 'OUTSIDE_UNREACHABLE');
    expect(titles(result, 'error')).toEqual(['OUTSIDE_UNREACHABLE']);
    expect(status(result)).toBe('unknown');
  });
});

test('`off` does not look', async () => {
  await behind({ pages: 'always' }, async (border) => {
    const result = await verify(border, { 'icp-check': 'off' });
    expectSuccess(result);
    expect(status(result)).toBe('');
    expect(border.counts.pages).toBe(0);
    expect(result.log).not.toContain('ICP filing block');
  });
});
