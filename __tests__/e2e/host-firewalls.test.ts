import type { RunResult } from '../../practice/run-action.ts';
import { until } from '../../practice/waiting.ts';
import { askJson } from './client.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  // Both at once, to read the package lists once. firewalld is not to start here: ended in the middle of its start it
  // leaves its rules behind. Docker would wake it, unless it is masked.
  await scene.server.sh(`apt-get update -q >/dev/null
printf '#!/bin/sh\\nexit 101\\n' >/usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d
systemctl mask firewalld 2>/dev/null
DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends ufw firewalld >/dev/null 2>&1
rm /usr/sbin/policy-rc.d && systemctl reload dbus
ufw allow 22/tcp >/dev/null && ufw --force enable`);
}, 300_000);
afterAll(() => scene?.close(), 60_000);

const deploy = (more: Readonly<Record<string, string>> = {}): Promise<RunResult> => deployStandIn(scene, '1', more);

/** A deploy that opens the port, is seen from outside, and has nothing left to do when it is run again. */
async function expectOpened(firewall: string, footer: RegExp): Promise<void> {
  const first = await deploy();
  expectSuccess(first);
  expect(first.log).toContain(`Open port 8014 in ${firewall}`);
  expect(first.log).toMatch(footer);
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });
  const second = await deploy();
  expectSuccess(second);
  expect(second.outputs.changed).toBe('false');
}

test('ufw: the port is opened once the new version is proven, and is reached from outside', async () => {
  await expectOpened('ufw', /0 provision · \d+ prepare · \d+ switch · 1 publish/);
  expect(await scene.server.sh('ufw status')).toMatch(/^8014\/tcp +ALLOW +Anywhere +# deploy-miniprogram-backend/m);
}, 300_000);

test('ufw: the administrator’s bans stay before the rule, also where another one shuts the port', async () => {
  const { server } = scene;
  const order = async () =>
    (await server.sh("ufw status | grep -v v6 | awk '/DENY|ALLOW/ {print $1, $2, $3}'")).split('\n');
  await server.sh('ufw delete allow 8014/tcp && ufw deny from 203.0.113.66');
  expectSuccess(await deploy());
  expect(await order()).toEqual(['22/tcp ALLOW Anywhere', 'Anywhere DENY 203.0.113.66', '8014/tcp ALLOW Anywhere']);
  await server.sh('ufw delete allow 8014/tcp && ufw deny 8000:8100/tcp && ufw deny 9000/tcp');
  expectSuccess(await deploy());
  expect(await order()).toEqual([
    ...['22/tcp ALLOW Anywhere', 'Anywhere DENY 203.0.113.66'],
    ...['8014/tcp ALLOW Anywhere', '8000:8100/tcp DENY Anywhere', '9000/tcp DENY Anywhere'],
  ]);
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });
}, 200_000);

test('ufw: a port that an application profile opens needs no rule of its own', async () => {
  const plan = async () => (await deploy({ command: 'plan', 'https-port': '443' })).log;
  expect(await plan()).toContain('Open port 443 in ufw');
  await scene.server.sh("ufw allow 'Nginx Full'");
  expect(await plan()).not.toContain('in ufw');
}, 120_000);

test('ufw: a container reaches a service of the server once the rule of the README is there', async () => {
  const { server } = scene;
  await server.sh(
    "printf 'server { listen 3306; return 200 reached; }' >/etc/nginx/conf.d/service.conf && nginx -s reload",
  );
  // By nc and by address: the practice image's busybox is linked statically, and cannot look a name up.
  const asked = `docker exec mccm-server sh -c 'printf "GET / HTTP/1.0\\r\\n\\r\\n" |
    nc -w 3 $(sed -n "s/\thost.docker.internal//p" /etc/hosts) 3306' | tail -n 1`;
  expect((await server.exec(asked)).stdout).toBe('');
  await server.sh('ufw allow from 172.16.0.0/12 to any port 3306');
  expect(await server.sh(asked)).toBe('reached');
  await server.sh('rm /etc/nginx/conf.d/service.conf && nginx -s reload');
}, 60_000);

test('firewalld: the port is opened in the zone that leads to the world, for now and for later', async () => {
  const { server } = scene;
  await server.sh('ufw disable && systemctl unmask firewalld && systemctl start firewalld && systemctl restart docker');
  const inside = 'curl -sf --resolve api.example.com:8014:127.0.0.1 -k https://api.example.com:8014/api/version';
  await until('the application to be back', 60, async () => (await server.exec(inside)).code === 0 || undefined);
  await expectOpened('firewalld', /1 steps: 0 provision · 0 prepare · 0 switch · 1 publish/);
  await server.sh('firewall-cmd --reload');
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });
}, 300_000);

test('firewalld: a port that the next reload would shut is opened for good', async () => {
  const { server } = scene;
  await server.sh('firewall-cmd --permanent --remove-port=8014/tcp');
  const result = await deploy();
  expectSuccess(result);
  expect(result.log).toContain('firewalld would shut it at its next reload');
  expect(await server.sh('firewall-cmd --permanent --zone=public --list-ports')).toBe('8014/tcp');
}, 120_000);
