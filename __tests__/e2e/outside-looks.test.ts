import { dropPort } from '../../practice/faults.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { until } from '../../practice/waiting.ts';
import { reloadNginx } from './reload-nginx.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { whileHeld } from './while-held.ts';
import { belongings, expectRed, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 300_000);
afterAll(() => scene?.close());

const verify = (inputs: Record<string, string> = {}): Promise<RunResult> =>
  scene.run({ command: 'verify', domain, 'health-path': '/actuator/health', ...inputs });

/** Red, yet kept: what was deployed is current and runs, and nothing was rolled back. */
async function expectKept(result: RunResult, code: string): Promise<string> {
  expectRed(result, code);
  expect(result.outputs).toMatchObject({ changed: 'true', 'rolled-back': 'false' });
  const left = await belongings(scene);
  expect(left).toContain(`current releases/${result.outputs.release}`);
  expect(left.match(/^container .*$/gm)).toEqual(['container mccm-server']);
  return result.annotations.find(({ title }) => title === code)?.message ?? '';
}

test('a name that leads elsewhere: looked at by address, red, kept', async () => {
  const result = await deployStandIn(scene, '1', {}, { hosts: { [domain]: '198.18.0.253' } });
  expect(await expectKept(result, 'DNS_ELSEWHERE')).toContain(
    `${domain} resolves to 198.18.0.253, not to this server (${scene.server.address})`,
  );
  expect(result.log).toContain(`Looking at ${scene.server.address} itself, under the name ${domain}`);
  // The way of a request is sound, so that the name alone is blamed.
  expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
  expect(await versionServed(scene)).toBe('1');
}, 300_000);

test('verify is green where all is well', async () => {
  const result = await verify();
  expectSuccess(result);
  expect(result.outputs).toMatchObject({ url: `https://${domain}:8014`, 'health-status': '200', changed: 'false' });
}, 300_000);

test('verify tells a port on which nothing listens, and a status that is not the awaited one', async () => {
  expectRed(await verify({ 'https-port': '8999' }), 'OUTSIDE_UNREACHABLE');
  const missing = await verify({ 'health-path': '/api/nonesuch' });
  expectRed(missing, 'APPLICATION_STATUS');
  expect(missing.outputs['health-status']).toBe('404');
}, 300_000);

test('verify tells a chain without its intermediate, and which one is missing', async () => {
  const { server, pair } = scene;
  await server.sh('cat >/etc/ssl/leaf.pem', { input: pair.leaf });
  await server.sh('umask 077; cat >/etc/ssl/leaf.key', { input: pair.key });
  const site = `server {
  listen 8443 ssl;
  server_name ${domain};
  ssl_certificate /etc/ssl/leaf.pem;
  ssl_certificate_key /etc/ssl/leaf.key;
  return 200;
}`;
  await server.sh(`cat >/etc/nginx/conf.d/leaf.conf && ${reloadNginx}`, { input: site });
  const result = await verify({ 'https-port': '8443', 'health-path': '/' });
  expectRed(result, 'SERVED_CHAIN_INCOMPLETE');
  expect(result.annotations[0]?.message).toContain('(certificates sent: 1; missing: "Practice Intermediate")');
  await server.sh(`rm /etc/nginx/conf.d/leaf.conf && ${reloadNginx}`);
}, 300_000);

test('a firewall before the server drops the port: told apart from the server’s own, red, kept', async () => {
  const open = await dropPort(scene.server, 8014);
  // Rules that concern others.
  await scene.server.sh('iptables -A INPUT -s 203.0.113.9 -j DROP; iptables -A INPUT -p tcp --dport 8015 -j REJECT');
  const result = await deployStandIn(scene, '2');
  const said = await expectKept(result, 'CLOUD_FIREWALL_OR_ROUTE');
  expect(said).toMatch(
    /ETIMEDOUT[\s\S]*let the port in \(read: [\s\S]*Lighthouse firewall[\s\S]*The deployment stays as it is/,
  );
  // Where only some addresses reach the site, what the server itself proves is enough.
  const warned = await deployStandIn(scene, '2', { 'outside-check': 'warn' });
  expectSuccess(warned);
  expect(warned.outputs).toMatchObject({ url: `https://${domain}:8014`, 'error-code': '' });
  const told = warned.annotations.filter(({ level }) => level === 'warning').map(({ title }) => title);
  expect(told).toContain('CLOUD_FIREWALL_OR_ROUTE');
  const looked = await verify({ 'outside-check': 'warn' });
  expectSuccess(looked);
  expect(looked.outputs.url).toBe('');
  // What is broken on the server is broken for everybody.
  const dead = () => deployStandIn(scene, '3', { 'outside-check': 'warn' });
  const broken = await whileHeld(scene.server, 'outcome committed', dead, 'docker stop mccm-server');
  expectRed(broken, 'APPLICATION_EXITED');
  await open();
  await scene.server.sh('iptables -F INPUT && docker start mccm-server');
  expect(await until('the started container', 30, () => versionServed(scene))).toBe('3');
}, 300_000);

test('a server that takes TLS 1.3 alone does not pass: phones that know nothing newer than 1.2 cannot connect', async () => {
  const { server, pair } = scene;
  await server.sh('cat >/etc/ssl/new.pem', { input: pair.chain });
  await server.sh('umask 077; cat >/etc/ssl/new.key', { input: pair.key });
  const site = `server {
  listen 8444 ssl default_server;
  server_name ${domain};
  ssl_certificate /etc/ssl/new.pem;
  ssl_certificate_key /etc/ssl/new.key;
  ssl_protocols TLSv1.3;
  return 200;
}`;
  await server.sh(`cat >/etc/nginx/conf.d/new.conf && ${reloadNginx}`, { input: site });
  const result = await verify({ 'https-port': '8444', 'health-path': '/' });
  expectSuccess(result);
  expect(result.annotations[0]?.message).toContain('refuses TLS 1.2');
  expect(result.summary).toContain('❌ TLS 1.2');
  await server.sh(`rm /etc/nginx/conf.d/new.conf && ${reloadNginx}`);
}, 300_000);

test('ufw comes up after the survey and shuts the port: the host’s firewall is blamed, and the next run opens it', async () => {
  const { server } = scene;
  const install = 'apt-get install -q -y --no-install-recommends ufw';
  await server.sh(`apt-get update -q && DEBIAN_FRONTEND=noninteractive ${install}`);
  const shut = 'ufw allow 22/tcp && ufw default reject incoming && ufw --force enable';
  const result = await whileHeld(server, 'begin container.baseline', () => deployStandIn(scene, '1'), shut);
  expect(await expectKept(result, 'HOST_FIREWALL_CLOSED')).toContain('On the server, run `ufw allow 8014/tcp`.');

  const opened = await deployStandIn(scene, '1');
  expectSuccess(opened);
  expect(opened.log).toContain('Open port 8014 in ufw');
  expect(opened.log).toContain('1 steps: 0 provision · 0 issue · 0 prepare · 0 switch · 1 publish');
  expect(opened.outputs.changed).toBe('true');
  expect(await server.sh('ufw status')).toMatch(/^8014\/tcp +ALLOW +Anywhere/m);
  const again = await deployStandIn(scene, '1');
  expectSuccess(again);
  expect(again.outputs.changed).toBe('false');
}, 300_000);
