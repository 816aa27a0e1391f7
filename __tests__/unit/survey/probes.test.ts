import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { containerProbe } from '../../../src/commands/look-inside.ts';
import { type Probe, survey } from '../../../src/engine/survey.ts';
import { certificatesProbe } from '../../../src/survey/certificates.ts';
import { containersProbe } from '../../../src/survey/containers.ts';
import { dockerProbe } from '../../../src/survey/docker.ts';
import { firewallProbe, goesOnLettingIn, letsIn } from '../../../src/survey/firewall.ts';
import { holdersOf, listenersProbe } from '../../../src/survey/listeners.ts';
import { networksProbe } from '../../../src/survey/networks.ts';
import { findNginx } from '../../../src/survey/nginx.ts';
import { releasesProbe } from '../../../src/survey/releases.ts';
import { storageProbe } from '../../../src/survey/storage.ts';
import { systemProbe } from '../../../src/survey/system.ts';
import { openAuthority, usualFamily } from '../certificate/authority.ts';
import { release } from '../deployment/release.ts';
import { openPrograms, type Programs } from '../resources/programs.ts';

let programs: Programs;
let folder: string;
beforeEach(() => {
  programs = openPrograms();
  folder = mkdtempSync(join(tmpdir(), 'probes-'));
});
afterEach(() => {
  programs.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks this machine, absolute paths of the script led to the test's folder. */
async function ask<T>(probe: Probe<T>, ...roots: readonly string[]): Promise<T> {
  const script = roots.reduce((text, root) => text.replaceAll(root, `${folder}${root}`), probe.script);
  return (await survey(programs.server, { it: { ...probe, script } })).it as T;
}

function put(path: string, content: string): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

describe('releases', () => {
  const root = '/docker/app/MCCM-server';
  const releases = () => ask(releasesProbe('MCCM-server'), '/docker/app', '/run/lock');

  test('of a server that was never deployed to', async () => {
    expect(await releases()).toMatchObject({
      current: undefined,
      recorded: [],
      orphans: [],
      statics: [],
      halfDone: false,
      underWay: undefined,
    });
  });

  test('current, recorded, orphans, jars that are still there, ports of every application', async () => {
    put(`${root}/releases/R1/release.json`, JSON.stringify({ ...release, id: 'R1' }, null, 2));
    put(`${root}/releases/R1/env`, 'A=1\n');
    put(`${root}/releases/R1/files/1`, 'A=1\n');
    put(`${root}/releases/R1/files/2`, '');
    put(`${root}/releases/R1/jar.sha256`, `${'1'.repeat(64)} target/my app.jar\n`);
    put(`${root}/releases/R1/build/target/my app.jar`, 'jar');
    put(`${root}/releases/R2/jar.sha256`, `${'2'.repeat(64)} gone.jar\n`);
    put(`${root}/releases/R3/switch/journal`, '1.0 begin a \n');
    put(`${root}/releases/.incoming/x.jar`, '');
    put(`${root}/releases/file`, '');
    put('/docker/app/other/releases/Q/release.json', '{\n  "loopbackPort": 20777\n}');
    execFileSync('ln', ['-s', 'releases/R1', join(folder, root, 'current')]);
    const found = await releases();
    expect(found.current?.id).toBe('R1');
    expect(found).toMatchObject({
      recorded: ['R1'],
      orphans: ['R2', 'R3'],
      halfDone: true,
      recordedPorts: [20_001, 20_777],
    });
    expect([...found.jars]).toEqual([['1'.repeat(64), `${folder}${root}/releases/R1/build/target/my app.jar`]]);
    const sha256 = execFileSync('sha256sum', { input: 'A=1\n', encoding: 'utf8' }).slice(0, 64);
    expect(found.environmentSha256).toBe(sha256);
    expect([...found.fileSha256]).toEqual([
      ['1', sha256],
      ['2', expect.stringMatching(/^e3b0c442/)],
    ]);
  });

  test('static sites, each with the releases that name it; what is not whole is none', async () => {
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    const naming = (sha256: string) => ({
      ...release,
      site: { ...release.site, staticSite: { root: `${root}/static/${sha256}`, path: '/admin/', fallback: true } },
    });
    for (const sha256 of [a, b]) put(`${root}/static/${sha256}/admin/index.html`, '');
    put(`${root}/static/.${'c'.repeat(64)}.new/admin/index.html`, '');
    for (const id of ['R1', 'R2']) put(`${root}/releases/${id}/release.json`, JSON.stringify(naming(a), null, 2));
    expect((await releases()).statics).toEqual([
      { sha256: a, releases: ['R1', 'R2'] },
      { sha256: b, releases: [] },
    ]);
  });

  test('a switch with an outcome is not half-done, one with half a word is', async () => {
    put(`${root}/releases/R3/switch/journal`, '1.0 begin a \n2.0 outcome undone \n');
    expect((await releases()).halfDone).toBe(false);
    put(`${root}/releases/R3/switch/journal`, '1.0 begin a \n2.0 outco');
    expect((await releases()).halfDone).toBe(true);
  });

  test('a lock that is held names its holder; one that was left does not', async () => {
    const lock = put('/run/lock/deploy-miniprogram/mccm-server.lock', '');
    put('/run/lock/deploy-miniprogram/mccm-server.holder', '{"who":"octocat","runUrl":"https://git.example.com/1"}');
    expect((await releases()).underWay).toBeUndefined();
    const probe = releasesProbe('MCCM-server');
    const script = `exec 9>>'${lock}'; flock 9\n${probe.script.replaceAll('/run/lock', `${folder}/run/lock`)}`;
    const { stdout } = await programs.server.run(script);
    expect(probe.read(stdout).underWay).toBe('octocat https://git.example.com/1');
  });
});

const application = { app: 'MCCM-server', image: 'mccm-server' };

test('folders: there or not, whose, empty or not, with odd names', async () => {
  const odd = join(folder, "it's a\nfolder");
  mkdirSync(odd);
  const full = dirname(put('full/file', ''));
  const found = await ask(storageProbe([odd, full, join(folder, 'none')], application));
  expect(found.folders.map(({ path, exists, empty }) => [path, exists, empty])).toEqual([
    [odd, true, true],
    [full, true, false],
    [join(folder, 'none'), false, true],
  ]);
  expect(found.fileSystems.some(({ target }) => target === '/')).toBe(true);
  expect((await ask(storageProbe([], application))).folders).toEqual([]);
});

test('a folder whose path differs in case alone is told where it holds something', async () => {
  const mounted = dirname(put('Apps/MCCM-server[1]/logs/x', ''));
  const other = dirname(put('apps/mccm-server[1]/Logs/x', ''));
  mkdirSync(join(folder, 'Apps/mccm-SERVER[1]/logs'), { recursive: true });
  put('apps/mccm-server1/logs/x', '');
  const { folders } = await ask(storageProbe([mounted], application));
  expect(folders.map(({ variants }) => variants)).toEqual([[other]]);
});

test('a port that listens is seen with its process', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const [holder] = holdersOf(await ask(listenersProbe), port);
  expect(holder).toMatchObject({
    address: '127.0.0.1',
    process: expect.stringMatching(/node|MainThread/),
    pid: process.pid,
  });
  server.close();
});

test('certificates and the public half of keys, also of a file that holds both; never a private key', async () => {
  const authority = openAuthority();
  const { leaf, intermediate } = usualFamily(authority);
  authority.remove();
  const chain = put('/etc/nginx/ssl/a/chain.crt', `subject=x\n${leaf.pem}${intermediate.pem}`);
  const key = put('/etc/nginx/ssl/a/a b.key', leaf.keyPem);
  const both = put('/etc/nginx/ssl/both.pem', `${leaf.keyPem}${leaf.pem}`);
  const named = put('/elsewhere/named.crt', leaf.pem);
  put('/etc/nginx/ssl/readme.txt', leaf.pem);
  programs.put(
    'nginx',
    `echo '  ssl_certificate "${named}";'; echo '  ssl_certificate_key ${key};'; echo 'ssl_certificate $variable;'`,
  );
  const found = await ask(certificatesProbe, '/etc/nginx/ssl');
  expect(found.certificates.map(({ path }) => path).toSorted()).toEqual([chain, both, named].toSorted());
  expect(found.certificates.find(({ path }) => path === chain)?.text).toBe(`${leaf.pem}${intermediate.pem}`);
  expect(found.keys.map(({ path }) => path).toSorted()).toEqual([key, both].toSorted());
  const publicKey = createPublicKey(leaf.keyPem).export({ type: 'spki', format: 'pem' });
  for (const one of found.keys) expect(one.publicKey).toBe(publicKey);
  expect(JSON.stringify(found)).not.toContain('PRIVATE KEY');
});

describe('ufw', () => {
  /** `ufw status verbose` of ufw 0.36.2, with these rules; its columns end in blanks. */
  const status = (rules: string, incoming = 'deny') => `Status: active
Logging: on (low)
Default: ${incoming} (incoming), allow (outgoing), deny (routed)
New profiles: skip

To                         Action      From
--                         ------      ----
${rules}`;

  /** Which of `ports` it lets in, on a machine whose way to the world is eth0. */
  async function open(output: string, ports: readonly number[]): Promise<readonly number[]> {
    programs.put('ufw', `cat <<'EOF'\n${output}\nEOF`);
    programs.put('ip', 'echo "default via 198.51.100.1 dev eth0 proto dhcp"');
    const firewall = await ask(firewallProbe);
    expect(firewall.kind).toBe('ufw');
    return ports.filter((port) => letsIn(firewall, port));
  }

  test('rules for everybody count, by port, range, list and profile; those for some networks do not', async () => {
    const rules = status(`22/tcp                     ALLOW IN    Anywhere                  
80,443/tcp (Nginx Full)    ALLOW IN    Anywhere                   # web
9000/tcp                   LIMIT IN    Anywhere                  
9001/tcp                   DENY IN     Anywhere                   (log)
9002/tcp on eth0           ALLOW IN    Anywhere                  
9003/tcp on eth1           ALLOW IN    Anywhere                  
9004                       ALLOW IN    10.0.0.0/8                
9005                       ALLOW IN    Anywhere                   # a b
203.0.113.9 9006/tcp       ALLOW IN    Anywhere                  
9010:9020,9030/tcp         ALLOW IN    Anywhere                  
9007/tcp (v6)              ALLOW IN    Anywhere (v6)             

9008/tcp                   ALLOW OUT   Anywhere                  

9009/tcp                   ALLOW FWD   Anywhere                  `);
    const ports = [22, 80, 443, 9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007, 9008, 9009, 9015, 9021, 9030];
    expect(await open(rules, ports)).toEqual([22, 80, 443, 9000, 9002, 9005, 9015, 9030]);
  });

  test('what is allowed by default is open, unless a rule says otherwise', async () => {
    expect(await open(status('8014/tcp                   REJECT IN   Anywhere', 'allow'), [8013, 8014])).toEqual([
      8013,
    ]);
    expect(await open(status('Anywhere                   DENY IN     Anywhere', 'allow'), [8013])).toEqual([]);
    expect(await open(status('Anywhere                   ALLOW IN    Anywhere'), [8013])).toEqual([8013]);
  });

  test('that is off counts for nothing', async () => {
    programs.put('ufw', 'echo "Status: inactive"');
    programs.put('firewall-cmd', 'exit 252');
    expect(await ask(firewallProbe)).toEqual({ kind: 'none', rules: [] });
  });
});

describe('firewalld', () => {
  /** A firewall-cmd 1.3.3 that knows the zone of eth0 and, if any, what its two lists say. */
  function put(now: string, later: string, zoneOfInterface = 'echo public'): void {
    programs.put('ip', 'echo "default via 198.51.100.1 dev eth0 onlink"');
    programs.put(
      'firewall-cmd',
      `case "$*" in
--state) echo running ;;
--get-zone-of-interface=eth0) ${zoneOfInterface} ;;
--get-default-zone) echo external ;;
'--info-service=ssh') printf 'ssh\\n  ports: 22/tcp\\n' ;;
'--info-service=web') printf 'web\\n  ports: 443/tcp 443/udp 9443/tcp\\n' ;;
'--zone=public --list-all'|'--zone=external --list-all') cat <<'EOF'
${now}
EOF
;;
'--permanent --zone=public --list-all'|'--permanent --zone=external --list-all') cat <<'EOF'
${later}
EOF
;;
esac`,
    );
  }
  const zone = (ports: string, services: string, rules = '', target = 'default') =>
    `public\n  target: ${target}\n  interfaces: \n  services: ${services}\n  ports: ${ports}\n  protocols: \n  source-ports: \n  rich rules: \n${rules}`;

  test('ports and services of the zone that leads to the world, now and after a reload', async () => {
    put(zone('8014/tcp 9000-9010/tcp', 'ssh web'), zone('', 'ssh'));
    const firewall = await ask(firewallProbe);
    expect(firewall).toMatchObject({ kind: 'firewalld', zone: 'public' });
    const ports = [22, 443, 8014, 8015, 9005, 9443];
    expect(ports.filter((port) => letsIn(firewall, port))).toEqual([22, 443, 8014, 9005, 9443]);
    expect(ports.filter((port) => goesOnLettingIn(firewall, port))).toEqual([22]);
  });

  test('an interface without a zone belongs to the default one', async () => {
    put(zone('', ''), zone('', ''), 'echo "no zone" >&2; exit 2');
    expect((await ask(firewallProbe)).zone).toBe('external');
  });

  test('rules in the rich language: a denial counts first, one for some networks does not', async () => {
    const rules = `\trule priority="-5" port port="8015" protocol="tcp" reject
\trule family="ipv4" source address="10.0.0.0/8" port port="8016" protocol="tcp" accept
\trule family="ipv6" port port="8017" protocol="tcp" accept
\trule family="ipv4" port port="8018-8020" protocol="tcp" accept`;
    put(zone('8015/tcp', '', rules), zone('', ''));
    const firewall = await ask(firewallProbe);
    expect([8015, 8016, 8017, 8019].filter((port) => letsIn(firewall, port))).toEqual([8019]);
  });

  test('a zone that accepts everything', async () => {
    put(zone('', '', '', 'ACCEPT'), zone('', '', '', 'ACCEPT'));
    const firewall = await ask(firewallProbe);
    expect(letsIn(firewall, 8014) && goesOnLettingIn(firewall, 8014)).toBe(true);
  });
});

test('an engine that does not answer is stopped, with what the client said', async () => {
  programs.put('docker', 'echo null; echo "Cannot connect to the Docker daemon. Is it running?" >&2; exit 1');
  expect(await ask(dockerProbe)).toMatchObject({
    state: 'stopped',
    client: join(programs.folder, 'bin/docker'),
    detail: expect.stringContaining('Cannot connect'),
  });
});

test('containers: by label and by name, each once, with the memory of its process', async () => {
  programs.put(
    'docker',
    `case "$*" in
*label=*) echo aa; echo bb ;;
*name=*) echo aa ;;
inspect*) for id in aa bb; do echo '{"id":"'$id'","name":"/x","labels":{"x":"\\"pid\\":9}"},"pid":'$([ $id = aa ] && echo ${process.pid} || echo 0)'}'; done ;;
esac`,
  );
  const found = await ask(containersProbe('MCCM-server', 'mccm-server'));
  expect(programs.calls('docker')[2]?.split(' ').slice(-2)).toEqual(['aa', 'bb']);
  expect(found.map(({ id }) => id)).toEqual(['aa', 'bb']);
  expect(found[0]?.memory).toBeGreaterThan(1e6);
  expect(found[1]?.memory).toBe(0);
  programs.put('docker', 'exit 0');
  expect(await ask(containersProbe('MCCM-server', 'mccm-server'))).toEqual([]);
});

test.each<[string, string | undefined, string | undefined, string | undefined]>([
  ['by its link', '/usr/share/zoneinfo/Asia/Shanghai', 'Etc/UTC\n', 'Asia/Shanghai'],
  ['by its file, where the link is a copy', undefined, 'Asia/Shanghai\n', 'Asia/Shanghai'],
  ['not at all', undefined, undefined, undefined],
  ['in a way that is no name', undefined, 'a zone\n', undefined],
])('the time zone of a machine that tells it %s', async (_, link, file, expected) => {
  mkdirSync(join(folder, 'etc'));
  if (link === undefined) put('/etc/localtime', 'TZif2');
  else execFileSync('ln', ['-s', link, join(folder, 'etc/localtime')]);
  if (file !== undefined) put('/etc/timezone', file);
  expect((await ask(systemProbe, '/etc/localtime', '/etc/timezone')).timezone).toBe(expected);
});

test('networks of Docker, and none where no engine answers', async () => {
  programs.put('docker', "printf 'bridge false bridge\\nhost false host\\nbridge true in side\\n'");
  expect(await ask(networksProbe)).toEqual([
    { name: 'bridge', driver: 'bridge', internal: false },
    { name: 'host', driver: 'host', internal: false },
    { name: 'in side', driver: 'bridge', internal: true },
  ]);
  programs.put('docker', 'echo "Cannot connect to the Docker daemon" >&2; exit 1');
  expect(await ask(networksProbe)).toEqual([]);
});

test('the machine: its own names, and what is missing', async () => {
  programs.put('getent', 'exit 2');
  const found = await ask(systemProbe);
  expect(found).toMatchObject({ missingTools: [], tencentInstance: undefined });
  expect(found.id).not.toBe('');
  expect(found.memoryAvailable).toBeGreaterThan(1e6);
});

describe('a container, to tell why it does not answer', () => {
  const look = () => ask(containerProbe('mccm', 8004, '/actuator/health', 'docker logs --tail 40 mccm 2>&1'));

  test('that runs', async () => {
    programs.put(
      'docker',
      'case "$*" in *inspect*) echo "running 0 false 2 4321 172.17.0.5 " ;; logs*) echo one; echo two >&2 ;; esac',
    );
    programs.put('curl', 'echo 503');
    programs.put('nsenter', "printf 'LISTEN 0 1 *:8004 *:*\\n'");
    expect(await look()).toEqual({
      status: 'running',
      exitCode: 0,
      oomKilled: false,
      restarts: 2,
      answer: 503,
      listening: [8004],
      logLines: ['one', 'two'],
    });
    expect(programs.calls('curl')[0]).toMatch(/http:\/\/172\.17\.0\.5:8004\/actuator\/health$/);
  });

  test('that is gone: docker prints an empty line then', async () => {
    programs.put('docker', 'echo; echo "Error: No such container" >&2; exit 1');
    expect(await look()).toMatchObject({ status: 'gone', answer: 0, restarts: 0, listening: [] });
  });
});

test.each([
  ['on the PATH', 'bin', 'bin/nginx', ''],
  ['in BT panel’s place, and on no PATH', 'www/server/nginx/sbin', 'www/server/nginx/sbin/nginx', '-c conf/nginx.conf'],
])('an nginx that does not run is found %s', async (_, place, program, words) => {
  const nginx = put(`${place}/nginx`, '#!/bin/sh\n');
  chmodSync(nginx, 0o755);
  const script = findNginx
    // No nginx of this machine's is meant.
    .replace('/proc/[0-9]*', '/nowhere/*')
    .replaceAll('/www/server', `${folder}/www/server`)
    .replaceAll('$(command -v nginx)', `$(PATH=${folder}/bin command -v nginx)`);
  const { stdout } = await programs.server.run(`${script}\nprintf '%s\\n' "$state" "$program" "$*"`);
  const selection = words.replace('conf/', `${folder}/www/server/nginx/conf/`);
  expect(stdout).toBe(`stopped\n${folder}/${program}\n${selection}\n`);
});
