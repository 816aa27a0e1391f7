import type { RunResult } from '../../practice/run-action.ts';
import { until } from '../../practice/waiting.ts';
import { askJson } from './client.ts';
import { reloadNginx } from './reload-nginx.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { expectRed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  // Both at once, to read the package lists once. firewalld is not to start here: ended in the middle of its start it
  // leaves its rules behind. Docker would wake it, unless it is masked.
  await scene.server.sh(`apt-get update -q >/dev/null
printf '#!/bin/sh\\nexit 101\\n' >/usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d
systemctl mask firewalld 2>/dev/null
DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends ufw firewalld nftables ipset >/dev/null 2>&1
rm /usr/sbin/policy-rc.d && systemctl reload dbus && systemctl disable --now nftables`);
}, 300_000);
afterAll(() => scene?.close(), 60_000);

const deploy = (more: Readonly<Record<string, string>> = {}): Promise<RunResult> => deployStandIn(scene, '1', more);

/** A deploy that opens the port, is seen from outside, and has nothing left to do when it is run again. */
async function expectOpened(firewall: string, footer: RegExp): Promise<void> {
  const first = await deploy();
  expectSuccess(first);
  expect(first.log).toContain(`Open port 8014 in ${firewall}`);
  expect(first.log).toMatch(footer);
  // What the step opens is not warned of as well.
  expect(first.annotations.filter(({ title }) => title?.startsWith('HOST_FIREWALL'))).toEqual([]);
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });
  const second = await deploy();
  expectSuccess(second);
  expect(second.outputs.changed).toBe('false');
}

/** A red run that names a rule; what it says, and the command that it advises. */
async function expectNamed(result: RunResult, code: string): Promise<{ said: string; command: string }> {
  expectRed(result, code);
  const said = result.annotations.find(({ title, level }) => title === code && level === 'error')?.message ?? '';
  const [, command = ''] = /run `([^`]+)`|server: `([^`]+)`/.exec(said)?.filter((part) => part !== undefined) ?? [];
  return { said, command };
}

const rejects = 'reject with tcp reset';
const mine = (rules: string): string => `nft -f - <<'EOF'
table inet mine {
${rules}
}
EOF`;

describe('rules that no program for firewalls wrote', () => {
  test.each<{ name: string; setUp: string; code: string; rule: string; cleanUp: string }>([
    {
      name: 'nft: a set of ports',
      setUp: mine(`set closed {
 type inet_service
 elements = { 8014 }
}
chain input {
 type filter hook input priority 0
 iifname "lo" accept
 tcp dport @closed ${rejects}
}`),
      code: 'HOST_FIREWALL_CLOSED',
      rule: 'tcp dport @closed reject',
      cleanUp: 'nft delete table inet mine',
    },
    {
      name: 'iptables: a jump, and a list of ports',
      setUp: `iptables -N BLOCK && iptables -I INPUT ! -i lo -j BLOCK
iptables -A BLOCK -p udp -j RETURN && iptables -A BLOCK -p tcp -m multiport --dports 8000:8100 -j REJECT --reject-with tcp-reset`,
      code: 'HOST_FIREWALL_CLOSED',
      rule: 'iptables filter BLOCK rule 2: -p tcp -m multiport --dports 8000:8100 -j REJECT',
      cleanUp: 'iptables -D INPUT ! -i lo -j BLOCK && iptables -F BLOCK && iptables -X BLOCK',
    },
    {
      name: 'nft: some sources only',
      setUp: mine(`chain input {
 type filter hook input priority -10
 iif "lo" accept
 ip saddr { 203.0.113.0/24, 198.51.100.7 } accept
 tcp dport 8014 ${rejects}
}`),
      code: 'HOST_FIREWALL_SOURCES',
      rule: 'for this runner (198.18.0.1): nft inet mine input handle',
      cleanUp: 'nft delete table inet mine',
    },
    {
      name: 'iptables: a ban of the runner alone',
      setUp: `ipset create banned hash:net && ipset add banned 198.18.0.0/28
iptables -A INPUT -m set --match-set banned src -p tcp ! --dport 22 -j REJECT --reject-with tcp-reset`,
      code: 'HOST_FIREWALL_SOURCES',
      rule: 'iptables filter INPUT rule 1: -p tcp -m set --match-set banned src -m tcp ! --dport 22 -j REJECT',
      cleanUp: 'iptables -F INPUT && ipset destroy banned',
    },
    {
      name: 'legacy iptables beside that of nf_tables',
      setUp: 'iptables-legacy -A INPUT ! -i lo -p tcp --dport 8014 -j REJECT --reject-with tcp-reset',
      code: 'HOST_FIREWALL_CLOSED',
      rule: 'iptables-legacy filter INPUT rule 1: ! -i lo -p tcp -m tcp --dport 8014 -j REJECT',
      cleanUp: 'iptables-legacy -F INPUT',
    },
    {
      name: 'a redirection',
      setUp: 'iptables -t nat -I PREROUTING -p tcp --dport 8014 -j REDIRECT --to-ports 9',
      code: 'HOST_FIREWALL_REDIRECTS',
      rule: 'iptables nat PREROUTING rule 1: -p tcp -m tcp --dport 8014 -j REDIRECT --to-ports 9',
      cleanUp: 'true',
    },
  ])(
    '$name',
    async ({ setUp, code, rule, cleanUp }) => {
      const { server } = scene;
      await server.sh(setUp);
      const { said, command } = await expectNamed(await deploy(), code);
      expect(said).toContain(rule);
      // The cure is followed as it is written.
      await server.sh(command);
      expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });
      await server.sh(cleanUp);
    },
    120_000,
  );

  test('what depends on the rate, or on the name in a packet, is told as unclear', async () => {
    const { server } = scene;
    await server.sh(
      'iptables -A INPUT -i eth0 -p tcp --dport 8014 -m limit --limit 1/hour --limit-burst 1 -j ACCEPT; iptables -A INPUT -i eth0 -p tcp --dport 8014 -j REJECT --reject-with tcp-reset',
    );
    const limited = await expectNamed(await deploy(), 'HOST_FIREWALL_UNCLEAR');
    expect(limited.said).toContain('-m limit --limit 1/hour --limit-burst 1 -j ACCEPT');
    // Its counters, which the cure has looked at.
    expect(await server.sh(limited.command)).toMatch(/^1 .* ACCEPT .*limit: avg 1\/hour/m);
    await server.sh(
      `iptables -F INPUT; iptables -A INPUT -i eth0 -p tcp --dport 8014 -m string --string ${domain} --algo bm -j REJECT --reject-with tcp-reset`,
    );
    const cut = await expectNamed(await deploy(), 'HOST_FIREWALL_UNCLEAR');
    expect(cut.said).toContain('-m string --string …');
    expect(cut.said).not.toContain(`string ${domain}`);
    await server.sh('iptables -F INPUT');
  }, 200_000);

  test('what shuts the port to the server itself is refused by the plan, for it could not be proven', async () => {
    const { server } = scene;
    await server.sh('iptables -I INPUT -p tcp --dport 8014 -j DROP');
    const { command } = await expectNamed(await deploy({ command: 'plan' }), 'HOST_FIREWALL_CLOSED');
    await server.sh(command);
    expectSuccess(await deploy({ command: 'plan' }));
    await server.sh('iptables -F INPUT');
  }, 120_000);

  test('rules for others, and large sets, are no reason to doubt', async () => {
    const { server } = scene;
    await server.sh(`iptables -A INPUT -i eth9 -p tcp --dport 8014 -j DROP && iptables -A INPUT -s 203.0.113.9 -j DROP
iptables -A FORWARD -s 203.0.113.9 -j DROP && ipset create big hash:ip maxelem 200000
seq 100000 | awk '{printf "add big 203.%d.%d.7\\n", int($1 / 250), $1 % 250}' | ipset restore
iptables -A INPUT -m set --match-set big src -j DROP`);
    const result = await deploy({ command: 'plan' });
    expectSuccess(result);
    expect(result.annotations.filter(({ title }) => title?.startsWith('HOST_FIREWALL'))).toEqual([]);
    await server.sh('iptables -F INPUT && ipset destroy big && iptables -D FORWARD -s 203.0.113.9 -j DROP');
  }, 120_000);
});

test('ufw: the port is opened once the new version is proven, and is reached from outside', async () => {
  await scene.server.sh('ufw allow 22/tcp >/dev/null && ufw --force enable');
  await expectOpened('ufw', /0 provision · 0 issue · \d+ prepare · \d+ switch · 1 publish/);
  expect(await scene.server.sh('ufw status')).toMatch(/^8014\/tcp +ALLOW +Anywhere +# deploy-miniprogram-backend/m);
}, 300_000);

test('ufw: a port that cannot be opened makes the run red, and the looks from outside are told beside it', async () => {
  const { server } = scene;
  await server.sh(`ufw delete allow 8014/tcp && mv /usr/sbin/ufw /usr/sbin/ufw.real
printf '#!/bin/sh\\ncase "$*" in *comment*) echo not today >&2; exit 1 ;; esac\\nexec /usr/sbin/ufw.real "$@"\\n' >/usr/sbin/ufw
chmod 755 /usr/sbin/ufw`);
  const result = await deploy();
  await server.sh('mv /usr/sbin/ufw.real /usr/sbin/ufw && ufw allow 8014/tcp');
  expectRed(result, 'STEP_FAILED');
  const told = result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title);
  expect(told).toEqual(['STEP_FAILED', 'HOST_FIREWALL_CLOSED']);
  expect(result.outputs).toMatchObject({ changed: '', 'error-code': 'STEP_FAILED', url: '' });
}, 120_000);

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
  // One that denies the very port is changed: ufw has no two for the same.
  await server.sh('ufw deny 8014/tcp');
  expectSuccess(await deploy());
  expect(await order()).toContain('8014/tcp ALLOW Anywhere');
}, 200_000);

test('ufw is open, and a rule before its own shuts the port: told in the plan, and named when it is red', async () => {
  const { server } = scene;
  await server.sh('iptables -t mangle -A PREROUTING -i eth0 -p tcp --dport 8014 -j DROP');
  const result = await deploy();
  const { said, command } = await expectNamed(result, 'HOST_FIREWALL_CLOSED');
  expect(said).toContain('iptables mangle PREROUTING rule 1');
  await server.sh(command);
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });
  await server.sh('iptables -t mangle -F PREROUTING');
}, 120_000);

test('ufw: a port that an application profile opens needs no rule of its own', async () => {
  const plan = async () => (await deploy({ command: 'plan', 'https-port': '443' })).log;
  expect(await plan()).toContain('Open port 443 in ufw');
  await scene.server.sh("ufw allow 'Nginx Full'");
  expect(await plan()).not.toContain('in ufw');
}, 120_000);

test('ufw: a container reaches a service of the server once the rule of the README is there', async () => {
  const { server } = scene;
  await server.sh(
    `printf 'server { listen 3306; return 200 reached; }' >/etc/nginx/conf.d/service.conf && ${reloadNginx}`,
  );
  // By nc and by address: the practice image's busybox is linked statically, and cannot look a name up.
  const asked = `docker exec mccm-server sh -c 'printf "GET / HTTP/1.0\\r\\n\\r\\n" |
    nc -w 3 $(sed -n "s/\thost.docker.internal//p" /etc/hosts) 3306' | tail -n 1`;
  expect((await server.exec(asked)).stdout).toBe('');
  await server.sh('ufw allow from 172.16.0.0/12 to any port 3306');
  expect(await server.sh(asked)).toBe('reached');
  await server.sh(`rm /etc/nginx/conf.d/service.conf && ${reloadNginx}`);
}, 60_000);

test('firewalld: the port is opened in the zone that leads to the world, for now and for later', async () => {
  const { server } = scene;
  await server.sh('ufw disable && systemctl unmask firewalld && systemctl start firewalld && systemctl restart docker');
  const inside = 'curl -sf --resolve api.example.com:8014:127.0.0.1 -k https://api.example.com:8014/api/version';
  await until('the application to be back', 60, async () => (await server.exec(inside)).code === 0 || undefined);
  await expectOpened('firewalld', /1 steps: 0 provision · 0 issue · 0 prepare · 0 switch · 1 publish/);
  await server.sh('firewall-cmd --reload');
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1' });
}, 300_000);

test('firewalld: a port that the next reload would shut is opened for good', async () => {
  const { server } = scene;
  await server.sh('firewall-cmd --permanent --remove-port=8014/tcp');
  const result = await deploy();
  expectSuccess(result);
  expect(result.log).toContain('firewalld would close it at its next reload');
  expect(await server.sh('firewall-cmd --permanent --zone=public --list-ports')).toBe('8014/tcp');
}, 120_000);

test('firewalld: a rich rule that denies the port is asked after ours', async () => {
  const deny = '--zone=public --add-rich-rule=\'rule port port="8014" protocol="tcp" reject\'';
  await scene.server.sh(`firewall-cmd -q ${deny} && firewall-cmd -q --permanent ${deny}`);
  const result = await deploy();
  expectSuccess(result);
  expect(result.outputs.changed).toBe('true');
  expect((await deploy({ command: 'plan' })).log).not.toContain('in firewalld');
}, 120_000);
