import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { diagnoseApplication } from '../../../src/checks/application.ts';
import { survey } from '../../../src/engine/survey.ts';
import { findNginx } from '../../../src/fragments/find-nginx.ts';
import { containerProbe } from '../../../src/resources/container/container-probe.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { certificatesProbe } from '../../../src/survey/certificates.ts';
import { listContainersOnce } from '../../../src/survey/container-list.ts';
import { containersProbe } from '../../../src/survey/containers.ts';
import { dockerProbe } from '../../../src/survey/docker.ts';
import { buildLeftoversProbe, imagesProbe } from '../../../src/survey/images.ts';
import { holdersOf, listenersProbe } from '../../../src/survey/listeners.ts';
import { networksProbe } from '../../../src/survey/networks.ts';
import { nginxAnswer } from '../../../src/survey/nginx.ts';
import { releasesProbe } from '../../../src/survey/releases-probe.ts';
import { storageProbe } from '../../../src/survey/storage.ts';
import { systemProbe } from '../../../src/survey/system.ts';
import { openAuthority, usualFamily } from '../certificate/authority.ts';

import { release } from '../deployment/release.ts';
import { ask, folder, programs, put } from './probing.ts';

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
  // As the probe of nginx tells it.
  const dump = `ssl_certificate "${named}";\n  ssl_certificate_key ${key};\nssl_certificate $variable;\n`;
  const script = certificatesProbe.script.replaceAll('/etc/nginx/ssl', `${folder}/etc/nginx/ssl`);
  const opening = `${nginxAnswer}='state running\ndump ${Buffer.from(dump).toString('base64')}'`;
  const found = (await survey(programs.server, { it: { ...certificatesProbe, script } }, opening)).it;
  expect(found.certificates.map(({ path }) => path).toSorted()).toEqual([chain, both, named].toSorted());
  expect(found.certificates.find(({ path }) => path === chain)?.text).toBe(`${leaf.pem}${intermediate.pem}`);
  expect(found.keys.map(({ path }) => path).toSorted()).toEqual([key, both].toSorted());
  const publicKey = createPublicKey(leaf.keyPem).export({ type: 'spki', format: 'pem' });
  for (const one of found.keys) expect(one.publicKey).toBe(publicKey);
  expect(JSON.stringify(found)).not.toContain('PRIVATE KEY');
});

test('an engine that does not answer is stopped, with what the client said', async () => {
  programs.put('docker', 'echo null; echo "Cannot connect to the Docker daemon. Is it running?" >&2; exit 1');
  expect(await ask(dockerProbe)).toMatchObject({
    state: 'stopped',
    client: join(programs.folder, 'bin/docker'),
    detail: expect.stringContaining('Cannot connect'),
  });
});

test('a client that another user can change is told, and not run', async () => {
  programs.put('docker', 'exit 0');
  const client = join(programs.folder, 'bin/docker');
  chmodSync(client, 0o775);
  expect(await ask(dockerProbe)).toMatchObject({
    state: 'stopped',
    client,
    strangers: [{ path: client, mode: '775' }],
  });
  expect(programs.calls('docker')).toEqual([]);
  // Nor by any other probe of a survey.
  const probes = {
    docker: dockerProbe,
    containers: containersProbe(application.app, application.image),
    images: imagesProbe(application.image),
    networks: networksProbe,
    storage: storageProbe([], application),
  };
  const found = await survey(programs.server, probes, listContainersOnce);
  expect(found.docker).toMatchObject({ state: 'stopped', client });
  expect(programs.calls('docker')).toEqual([]);
});

test('containers: by label and by name, each once, with the memory of its process', async () => {
  programs.put(
    'docker',
    `case "$*" in
'ps '*) printf '%s\\t%s\\t\\t"%s"\\t""\\n' aa link/x,mccm-server,y '' bb x MCCM-server cc mccm-server2 '' dd x/mccm-server '' ee mccm-serverX Shop ;;
container\\ inspect*) for id in bb aa cc dd ee; do echo 'container '$id' {"id":"'$id'","name":"/x","labels":{"x":"\\"pid\\":9}"},"pid":'$([ $id = aa ] && echo ${process.pid} || echo 0)'}'; done ;;
esac`,
  );
  // One that a release recorded counts, whatever became of its name and its labels.
  put('/docker/app/MCCM-server/releases/R1/container', 'cc');
  put('/docker/app/MCCM-server/releases/R2/container', '');
  const found = await ask(containersProbe('MCCM-server', 'mccm-server'), '/docker/app');
  expect(found.map(({ id }) => id)).toEqual(['aa', 'bb', 'cc']);
  expect(found[0]?.memory).toBeGreaterThan(1e6);
  expect(found[1]?.memory).toBe(0);
  expect(found.map(({ user }) => user)).toEqual([
    { uid: process.geteuid?.(), gid: process.getegid?.() },
    undefined,
    undefined,
  ]);
  programs.put('docker', 'exit 0');
  expect(await ask(containersProbe('MCCM-server', 'mccm-server'))).toEqual([]);
});

/** What `docker container inspect` prints of one, which mounts a folder of this name. */
const inspected = (
  id: string,
  mounted: string,
): string => `container ${id} {"id":"${id}","name":"/x","labels":null,"pid":0}
image ${id} sha256:2 =sha256%3A${'2'.repeat(64)} = exited
mount ${id} =%2Fx bind false =${encodeURIComponent(mounted)} =
`;

test('Docker is asked for all containers at once, whoever wants to know; again for those that an older client left out', async () => {
  const mounted = join(folder, 'a b+c%20\\x41*名');
  mkdirSync(mounted);
  put('aa', inspected('aa', mounted));
  put('bb', inspected('bb', '/elsewhere'));
  programs.put(
    'docker',
    `case "$*" in
'ps '*) printf '%s\\t%s\\t\\t"MCCM-server"\\t"MCCM-server"\\n' aa x bb y gone z ;;
'container inspect '*) shift 4; for id; do cat "${folder}/$id" || exit 1; [ "$id" = aa ] && exit 1; done ;;
esac`,
  );
  const { app, image } = application;
  const probes = {
    containers: containersProbe(app, image),
    images: imagesProbe(image),
    leftovers: buildLeftoversProbe(app),
    storage: storageProbe([], application),
    releases: releasesProbe(app),
  };
  const found = await survey(programs.server, probes, listContainersOnce);
  expect(found.containers.map(({ id }) => id)).toEqual(['aa', 'bb']);
  expect(found.leftovers).toEqual(['aa', 'bb']);
  expect(found.storage.folders.map(({ path, exists }) => [path, exists])).toEqual([
    [mounted, true],
    ['/elsewhere', false],
  ]);
  const calls = programs.calls('docker').map((call) => call.split(' ', 2).join(' '));
  expect(calls.filter((call) => call === 'ps -a')).toHaveLength(1);
  // All of them, then bb and the one that is gone.
  expect(calls.filter((call) => call === 'container inspect')).toHaveLength(3);
});

test('a list of containers that could not be asked for fails the survey, instead of reading as none', async () => {
  programs.put('docker', 'exit 0');
  const asked = survey(
    programs.server,
    { containers: containersProbe('a', 'a') },
    `printf() { :; }\n${listContainersOnce}`,
  );
  await expect(asked).rejects.toThrow(expect.objectContaining({ code: 'SURVEY_FAILED' }));
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

test('a page in the place of the metadata adds nothing to what the machine says', async () => {
  programs.put('getent', 'echo 10.0.0.1 x');
  programs.put('curl', "printf 'ins-12345678\\nmissing=tar\\narchitecture=m68k\\n'");
  const found = await ask(systemProbe);
  expect(found).toMatchObject({ missingTools: [], tencentInstance: 'ins-12345678', tencentPublicAddress: undefined });
  expect(found.architecture).not.toBe('m68k');
  programs.put('curl', "printf '<html>\\ninstance=ins-12345678\\naddress=203.0.113.7\\n'");
  expect(await ask(systemProbe)).toMatchObject({ tencentInstance: undefined, tencentPublicAddress: undefined });
});

test('the metadata of an instance: its id, address and region', async () => {
  programs.put('getent', 'echo 10.0.0.1 x');
  programs.put(
    'curl',
    'case "$*" in */instance-id) echo lhins-1a2b3c4d ;; */public-ipv4) echo 203.0.113.7 ;; */placement/region) echo ap-guangzhou ;; esac',
  );
  expect(await ask(systemProbe)).toMatchObject({
    tencentInstance: 'lhins-1a2b3c4d',
    tencentPublicAddress: '203.0.113.7',
    tencentRegion: 'ap-guangzhou',
  });
});

test('the machine: its own names, and what is missing', async () => {
  programs.put('getent', 'exit 2');
  const found = await ask(systemProbe);
  expect(found).toMatchObject({ missingTools: [], tencentInstance: undefined });
  expect(found.id).not.toBe('');
  expect(found.memoryAvailable).toBeGreaterThan(1e6);
});

describe('a container, to tell why it does not answer', () => {
  const look = () => ask(containerProbe(release, 'taken-over'));

  test('that runs', async () => {
    programs.put(
      'docker',
      `case "$*" in
*State.Status*) echo "running 0 false 2 99999999 0001-01-01T00:00:00Z c1 SIGTERM ,172.17.0.5, /app" ;;
*Config.User*) echo 1000:1000 ;;
logs*) echo one; echo log:; echo '@@fact status Z29uZQ=='; echo two >&2 ;;
esac`,
    );
    programs.put('curl', `case "$*" in *http_code*) echo 503 ;; *) printf '{"status":\\n"DOWN"}' ;; esac`);
    programs.put('nsenter', "printf 'LISTEN 0 1 *:8004 *:*\\n'");
    const { observation, ...seen } = await look();
    expect(seen).toEqual({ well: false, healthStatus: 503 });
    expect(observation).toEqual({
      name: 'mccm-server',
      status: 'running',
      exitCode: 0,
      oomKilled: false,
      restarts: 2,
      port: 8004,
      answer: {
        status: 503,
        path: '/actuator/health',
        expected: release.health.status,
        seconds: undefined,
        steady: false,
      },
      healthBody: '{"status":\n"DOWN"}',
      listening: [8004],
      listeningLocally: [],
      // What the application says is no fact of ours.
      logLines: ['one', 'log:', '@@fact status Z29uZQ==', 'two'],
    });
    expect(diagnoseApplication(observation)).toMatchObject({
      code: 'HEALTH_FAILED',
      message: expect.stringMatching(/answers 503 on \/actuator\/health, port 8004; expected 200\./),
    });
    expect(programs.calls('curl')[0]).toMatch(/http:\/\/172\.17\.0\.5:8004\/actuator\/health$/);
  });

  test.each([
    ['2', true],
    ['99', false],
  ])('that was killed: Docker says at its look %s whether for want of memory', async (when, oomKilled) => {
    programs.put(
      'docker',
      `case "$*" in *State.Status*)
  killed=false; [ "$n" -lt ${when} ] || killed=true
  echo "exited 137 $killed 0 0 2026-11-26T09:00:00.1Z c1 SIGTERM , /app" ;;
esac`,
    );
    programs.put('curl', 'exit 7');
    programs.put('sleep', 'exit 0');
    programs.put('dmesg', 'exit 1');
    const { observation } = await look();
    expect(observation).toMatchObject({ exitCode: 137, oomKilled });
  });

  test.each([
    ['names it', 0, 'oom-kill:constraint=CONSTRAINT_MEMCG,oom_memcg=/system.slice/docker-c1.scope,task=java', true],
    ['names it as old kernels do', 0, 'Task in /docker/c1 killed as a result of limit of /docker/c1', true],
    ['names another', 0, 'oom-kill:constraint=CONSTRAINT_MEMCG,oom_memcg=/docker/c2,task=java', false],
    ['tells of an earlier end', 900, 'oom-kill:constraint=CONSTRAINT_MEMCG,oom_memcg=/docker/c1,task=java', false],
  ])(
    'that was killed, of which Docker heard nothing: the kernel’s log %s',
    async (_, secondsSince, line, oomKilled) => {
      const ended = new Date(Date.now() + secondsSince * 1000).toISOString();
      programs.put(
        'docker',
        `case "$*" in *State.Status*) echo "exited 137 false 0 0 ${ended} c1 SIGTERM , /app" ;; esac`,
      );
      programs.put('curl', 'exit 7');
      programs.put('sleep', 'exit 0');
      programs.put(
        'dmesg',
        `read -r up _ < /proc/uptime; echo "[ $up] ${line}"; echo '[99999999.1] docker0: port 2 left'`,
      );
      const { observation } = await look();
      expect(observation).toMatchObject({ exitCode: 137, oomKilled });
    },
  );

  // Docker notes a start later than the first lines of what was started, so that its time is of no use.
  const minutesAgo = new Date(Date.now() - 600_000).toISOString();
  test.each([
    ['ten minutes ago', minutesAgo, minutesAgo],
    ['never', '0001-01-01T00:00:00Z', undefined],
    ['long ago', '2020-01-01T00:00:00.5Z', undefined],
  ])('that ended %s before: its log since then, of an hour at most', async (_, finished, since) => {
    const state = `running 0 false 0 99999999 ${finished} c1 SIGTERM ,172.17.0.5, /app`;
    programs.put('docker', `case "$*" in *State.Status*) echo "${state}" ;; esac`);
    await look();
    const asked = programs.calls('docker').flatMap((call) => /^logs .*--since (\S+)/.exec(call)?.[1] ?? []);
    if (since === undefined) expect(Math.abs(Date.now() / 1000 - 3600 - Number(asked[0]))).toBeLessThan(60);
    else expect(asked).toEqual([since]);
  });

  test('that is gone: docker prints an empty line then', async () => {
    programs.put('docker', 'echo; echo "Error: No such container" >&2; exit 1');
    const { observation, ...seen } = await look();
    expect(seen).toEqual({ well: false, healthStatus: undefined });
    expect(observation).toMatchObject({ status: 'gone', answer: undefined, restarts: 0, listening: [] });
  });

  test('that is well by what its guarded health path stands for: only what is needed is asked', async () => {
    programs.put(
      'docker',
      'case "$*" in *State.Status*) echo "running 0 false 0 99999999 0001-01-01T00:00:00Z c1 SIGTERM ,172.17.0.5, /app" ;; esac',
    );
    programs.put('curl', 'case "$*" in *http_code*/actuator/health) echo 401 ;; *http_code*) echo 302 ;; esac');
    programs.put('nsenter', 'exit 0');
    const fallback = { path: '/', port: 8004, status: [{ from: 100, to: 499 }] };
    const guarded = { ...release, health: { ...release.health, fallback } };
    expect(await ask(containerProbe(guarded, 'taken-over'))).toMatchObject({ well: true, healthStatus: 401 });
    expect(programs.calls('docker').filter((call) => call.includes('.Mounts'))).toEqual([]);
    programs.put('curl', 'case "$*" in *http_code*/actuator/health) echo 404 ;; *http_code*) echo 500 ;; esac');
    const { well, observation } = await ask(containerProbe(guarded, 'taken-over'));
    expect([well, diagnoseApplication(observation).code]).toEqual([false, 'HEALTH_FAILED']);
  });
});

/** Bash that finds an nginx of the test's folder: none of this machine's is meant. */
function findHere(): string {
  const script = findNginx
    .replace('/proc/[0-9]*', '/nowhere/*')
    .replaceAll('/www/server', `${folder}/www/server`)
    .replaceAll('$(command -v nginx)', `$(PATH=${folder}/bin command -v nginx)`);
  return `${prelude}\n${script}`;
}

test.each([
  ['on the PATH', 'bin', 'bin/nginx', ''],
  ['in BT panel’s place, and on no PATH', 'www/server/nginx/sbin', 'www/server/nginx/sbin/nginx', '-c conf/nginx.conf'],
])('an nginx that does not run is found %s', async (_, place, program, words) => {
  const nginx = put(`${place}/nginx`, '#!/bin/sh\n');
  chmodSync(nginx, 0o755);
  const { stdout } = await programs.server.run(`${findHere()}\nprintf '%s\\n' "$state" "$program" "$*"`);
  const selection = words.replace('conf/', `${folder}/www/server/nginx/conf/`);
  expect(stdout).toBe(`stopped\n${folder}/${program}\n${selection}\n`);
});

test.each([
  ['itself', 'bin/nginx', 'bin/nginx'],
  ['its main file', 'conf/nginx.conf', 'conf/nginx.conf'],
  ['the folder of its main file', 'conf', 'conf'],
])('an nginx of which another user can change %s is told, and no configuration of it read', async (_, path, told) => {
  const main = put('conf/nginx.conf', '');
  const nginx = put(
    'bin/nginx',
    `#!/bin/sh\necho "$@" >>${folder}/calls\necho "configure arguments: --conf-path=${main}"\n`,
  );
  chmodSync(nginx, 0o755);
  chmodSync(join(folder, path), 0o777);
  const { stdout } = await programs.server.run(`${findHere()}\necho "then $*"`);
  const owner = userInfo().username;
  expect(stdout).toBe(
    `stranger ${owner} 777 ${Buffer.from(join(folder, told)).toString('base64')}\nprogram ${nginx}\nstate stopped\n`,
  );
  if (path === 'bin/nginx') expect(existsSync(join(folder, 'calls'))).toBe(false);
});
