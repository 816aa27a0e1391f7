import fc from 'fast-check';
import { readCertificates } from '../../../src/survey/certificates.ts';
import { readContainers } from '../../../src/survey/containers.ts';
import { readDocker } from '../../../src/survey/docker.ts';
import { letsIn, readFirewall } from '../../../src/survey/firewall.ts';
import { buildLeftoversProbe, imagesProbe } from '../../../src/survey/images.ts';
import { holdersOf, readListeners } from '../../../src/survey/listeners.ts';
import { readNginx } from '../../../src/survey/nginx.ts';
import { refusals } from '../../../src/survey/refusals.ts';
import { readReleases } from '../../../src/survey/releases.ts';
import { readStorage } from '../../../src/survey/storage.ts';
import { readSurveyed } from '../../../src/survey/strangers.ts';
import { readSystem } from '../../../src/survey/system.ts';
import { release } from '../deployment/release.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('ss -ltnpe', () => {
  const found = readListeners(`ephemeral 32768
State  Recv-Q Send-Q  Local Address:Port  Peer Address:Port
LISTEN 0      511          0.0.0.0:8014      0.0.0.0:*    users:(("nginx",pid=812,fd=6),("nginx",pid=811,fd=6))
LISTEN 0      4096       127.0.0.1:20417     0.0.0.0:*    users:(("docker-proxy",pid=2101,fd=4))
LISTEN 0      4096   127.0.0.53%lo:53        0.0.0.0:*    users:(("systemd-resolve",pid=401,fd=14))
LISTEN 0      100                *:8080            *:*    users:(("java",pid=77,fd=20))
LISTEN 0      511             [::]:8014         [::]:*    users:(("nginx",pid=812,fd=7))
LISTEN 0      128            [::1]:6010         [::]:*
garbage
`);

  test('tells what listens where, and who', () => {
    expect(found.ephemeralFrom).toBe(32_768);
    expect(found.sockets).toHaveLength(6);
    expect(holdersOf(found, 8014).map(({ address, process, pid }) => [address, process, pid])).toEqual([
      ['0.0.0.0', 'nginx', 812],
      ['[::]', 'nginx', 812],
    ]);
    expect(holdersOf(found, 53)[0]?.address).toBe('127.0.0.53%lo');
    expect(holdersOf(found, 6010)[0]).toMatchObject({ process: '', pid: undefined });
    expect(holdersOf(found, 801)).toEqual([]);
  });

  test('as CentOS 7 prints it', () => {
    const old = readListeners(
      'LISTEN     0      128          *:8014                     *:*      users:(("nginx",812,6))\n',
    );
    expect(old.sockets).toEqual([{ address: '*', port: 8014, process: 'nginx', pid: 812, uid: 0 }]);
  });

  test('whose the socket is, whatever its process calls itself', () => {
    const { sockets } = readListeners(`
LISTEN 0 511 0.0.0.0:80 0.0.0.0:* users:(("nginx",pid=813,fd=6),("nginx",pid=812,fd=6)) ino:3 sk:1 cgroup:/x <->
LISTEN 0 511 0.0.0.0:81 0.0.0.0:* users:(("nginx",pid=9,fd=3)) uid:65534 ino:4 sk:2 <->
LISTEN 0 511 0.0.0.0:82 0.0.0.0:* users:(("x uid:0 ",pid=9,fd=3)) uid:1000 ino:5 sk:3 <->
`);
    expect(sockets.map(({ port, uid }) => [port, uid])).toEqual([
      [80, 0],
      [81, 65_534],
      [82, 1000],
    ]);
  });

  test('that says nothing leaves the kernel’s own range', () => {
    expect(readListeners('')).toEqual({ sockets: [], ephemeralFrom: 32_768 });
  });
});

describe('docker version, docker info', () => {
  const version =
    '{"Platform":{"Name":""},"Components":[{"Name":"Engine","Version":"20.10.24+dfsg1"}],"Version":"20.10.24+dfsg1","ApiVersion":"1.41"}';
  const info = `{"DockerRootDir":"/data/docker","LoggingDriver":"journald","SecurityOptions":["name=apparmor","name=seccomp,profile=default"],"RegistryConfig":{"Mirrors":["https://mirror.ccs.tencentyun.com/"]}}`;

  test('of an engine that runs', () => {
    const text = `client /usr/bin/docker\ndaemon ${base64('{"debug":true}')}\nversion ${version}\ninfo ${info}\n`;
    expect(readDocker(text)).toEqual({
      state: 'running',
      client: '/usr/bin/docker',
      version: '20.10.24+dfsg1',
      podman: false,
      rootless: false,
      rootDirectory: '/data/docker',
      loggingDriver: 'journald',
      registryMirrors: ['https://mirror.ccs.tencentyun.com/'],
      daemonJson: '{"debug":true}',
    });
  });

  test('of one without mirrors, of Podman, of a rootless one', () => {
    const read = (v: string, i: string) => readDocker(`client /usr/bin/docker\nversion ${v}\ninfo ${i}\n`);
    expect(read(version, '{"RegistryConfig":{"Mirrors":null}}')).toMatchObject({
      registryMirrors: [],
      loggingDriver: 'json-file',
    });
    expect(read('{"Components":[{"Name":"Podman Engine"}]}', '{}')).toMatchObject({ podman: true });
    expect(read(version, '{"SecurityOptions":["name=rootless"]}')).toMatchObject({ rootless: true });
  });

  test('of none, of one that does not answer, of one that answers nonsense', () => {
    expect(readDocker('missing\n')).toEqual({ state: 'missing' });
    expect(readDocker('')).toEqual({ state: 'missing' });
    const stopped = 'client /usr/bin/docker\ndetail Cannot connect to the Docker daemon\n';
    expect(readDocker(stopped)).toMatchObject({ state: 'stopped', detail: 'Cannot connect to the Docker daemon' });
    expect(readDocker(`client /usr/bin/docker\nversion ${version}\ninfo \n`)).toMatchObject({ state: 'stopped' });
    expect(readDocker('client /usr/bin/docker\nversion {"Ver\ninfo {}\n')).toMatchObject({ state: 'stopped' });
  });
});

test('docker inspect: memory in front, name without its slash, no labels at all', () => {
  const one =
    '{"id":"1f","name":"/mccm-server","image":"sha256:aa","labels":null,"status":"exited","exitCode":137,"outOfMemory":true,"restarts":4,"restartPolicy":"always","networkMode":"default","pid":0}';
  const labels = '"labels":{"deploy-miniprogram-backend.app":"a b \\"c\\""}';
  expect(readContainers(`0 ${one}\n204800 ${one.replace('"labels":null', labels)}\n`)).toMatchObject([
    { id: '1f', name: 'mccm-server', labels: {}, status: 'exited', exitCode: 137, outOfMemory: true, memory: 0 },
    { labels: { 'deploy-miniprogram-backend.app': 'a b "c"' }, memory: 209_715_200 },
  ]);
  expect(readContainers('')).toEqual([]);
});

test('docker image inspect: each name of the application’s image, whose it is, and what stands on it', () => {
  const labels = '{"deploy-miniprogram-backend.app":"MCCM-server","deploy-miniprogram-backend.release":"R1"}';
  const output = `{"id":"sha256:a","labels":${labels},"tags":["mccm-server:R1","mccm-server:latest","other:1"]}
{"id":"sha256:b","labels":null,"tags":["mccm-server:mine"]}
{"id":"sha256:c","labels":null,"tags":null}
on sha256:a container-1
on sha256:z container-2
`;
  const ours = { id: 'sha256:a', app: 'MCCM-server', release: 'R1', containers: ['container-1'] };
  expect(imagesProbe('mccm-server').read(output)).toEqual([
    { ...ours, tag: 'mccm-server:R1' },
    { ...ours, tag: 'mccm-server:latest' },
    { tag: 'mccm-server:mine', id: 'sha256:b', app: undefined, release: undefined, containers: [] },
  ]);
});

test('containers that a build left are of an image without a name, and of no release', () => {
  const digest = `sha256:${'1'.repeat(64)}`;
  const output = `a ${digest} -
b ${digest} R1
c mccm-server:latest -
`;
  expect(buildLeftoversProbe('a').read(output)).toEqual(['a']);
});

describe('the firewall', () => {
  test.each([
    ['none', [], 8014, true],
    ['ufw', [], 8014, false],
    ['ufw', ['8014/tcp'], 8014, true],
    ['ufw', ['8014'], 8014, true],
    ['ufw', ['8014/udp'], 8014, false],
    ['ufw', ['80,443,8014/tcp'], 8014, true],
    ['ufw', ['8000:8100/tcp'], 8014, true],
    ['firewalld', ['8000-8013/tcp', '8015-8100/tcp'], 8014, false],
    ['ufw', ['Anywhere', 'OpenSSH', '80141/tcp', '801/tcp'], 8014, false],
  ] as const)('%s with %j lets %d in: %s', (kind, allowed, port, open) => {
    expect(letsIn({ kind, rules: allowed.map((ports) => ({ lets: true, ports })) }, port)).toBe(open);
  });

  test('the first rule that names a port decides', () => {
    const rules = [
      { lets: false, ports: '8014/tcp' },
      { lets: true, ports: '8000:8100/tcp' },
    ];
    expect([8014, 8015].map((port) => letsIn({ kind: 'ufw', rules }, port))).toEqual([false, true]);
  });

  test('what is not known counts as none', () => {
    expect(readFirewall('')).toEqual({ kind: 'none', rules: [] });
    expect(readFirewall('kind nftables\n').kind).toBe('none');
  });
});

describe('os-release and the machine', () => {
  test('Debian’s, with what the probe adds', () => {
    const text = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\narchitecture=x86_64\nmemory=1048576\nipv6=yes\nsystemd=yes\nmissing=flock\nmissing=curl\ntimezone=Asia/Shanghai\ninstance=ins-1a2b3c4d\naddress=203.0.113.7\n`;
    expect(readSystem(text)).toEqual({
      id: 'debian',
      like: [],
      version: '12',
      platform: '',
      name: 'Debian GNU/Linux 12 (bookworm)',
      architecture: 'x86_64',
      memoryAvailable: 1_073_741_824,
      ipv6: true,
      systemd: true,
      policyLeft: false,
      missingTools: ['flock', 'curl'],
      timezone: 'Asia/Shanghai',
      tencentInstance: 'ins-1a2b3c4d',
      tencentPublicAddress: '203.0.113.7',
    });
  });

  test('others’ quotes, several families, an answer that is no address', () => {
    const text = `NAME='TencentOS Server'\nID="tencentos"\nID_LIKE="rhel fedora centos"\nVERSION_ID="3.1"\nPLATFORM_ID="platform:el8.2"\naddress=<html>\n`;
    expect(readSystem(text)).toMatchObject({
      id: 'tencentos',
      like: ['rhel', 'fedora', 'centos'],
      version: '3.1',
      platform: 'platform:el8.2',
      name: 'TencentOS Server',
      ipv6: false,
      tencentInstance: undefined,
      tencentPublicAddress: undefined,
    });
    expect(readSystem('')).toMatchObject({ id: '', name: '', memoryAvailable: 0 });
  });

  test('whoever answers to the name of the metadata service with something else is none', () => {
    for (const answer of ['<!doctype html>', 'i-0abcdef1234567890', 'ins-', 'ins-<b>', ''])
      expect(readSystem(`instance=${answer}\naddress=203.0.113.7\n`)).toMatchObject({
        tencentInstance: undefined,
        tencentPublicAddress: undefined,
      });
  });
});

test('folders and df', () => {
  const path = '/data/a folder\nof two lines';
  expect(
    readStorage(
      `folder ${base64(path)} ${base64('/mnt/data')} yes 1000 100 full\nfolder ${base64('/no')} ${base64('/no')} no 0 0 empty\nMounted on      Avail\n/          123\n/mnt/a disk   456\n`,
    ),
  ).toEqual({
    folders: [
      { path, real: '/mnt/data', exists: true, uid: 1000, gid: 100, empty: false, variants: [] },
      { path: '/no', real: '/no', exists: false, uid: 0, gid: 0, empty: true, variants: [] },
    ],
    fileSystems: [
      { target: '/', availableBytes: 123 },
      { target: '/mnt/a disk', availableBytes: 456 },
    ],
  });
});

test('certificates and keys, paths with spaces among them', () => {
  const text = `certificate ${base64('/a b.pem')} ${base64('CERT')}\nkey ${base64('/a b.pem')} ${base64('PUBLIC')}\nkey ${base64('/locked.key')} \n`;
  expect(readCertificates(text)).toEqual({
    certificates: [{ path: '/a b.pem', text: 'CERT' }],
    keys: [
      { path: '/a b.pem', publicKey: 'PUBLIC' },
      { path: '/locked.key', publicKey: '' },
    ],
  });
});

describe('releases', () => {
  test('all of a folder that was deployed to', () => {
    const folder = '/docker/app/MCCM-server/releases/R1';
    const found = readReleases(`under-way octocat https://git.example.com/1
recorded R2
recorded R1
jar ${'f'.repeat(64)} ${folder}/build/target/my app.jar
orphan R0
half-done R0
container R1 ${'c'.repeat(64)}
container R0 
known R2 ${base64(JSON.stringify({ ...release, id: 'R2' }))}
env R2 ${'e'.repeat(64)}
current R2
static aa R1 R2 
static bb 
file R2 1 ${'a'.repeat(64)}
empty-incoming yes
taken ${base64('/docker/app/a b/current')}
application ${base64('/docker/app/x')}
port 20001
port 20002
`);
    expect(found).toMatchObject({
      recorded: ['R1', 'R2'],
      orphans: ['R0'],
      environmentSha256: 'e'.repeat(64),
      statics: [
        { sha256: 'aa', releases: ['R1', 'R2'] },
        { sha256: 'bb', releases: [] },
      ],
      fileSha256: new Map([['1', 'a'.repeat(64)]]),
      recordedPorts: [20_001, 20_002],
      containers: new Map([
        ['R1', 'c'.repeat(64)],
        ['R0', ''],
      ]),
      emptyIncoming: true,
      taken: ['/docker/app/a b/current'],
      applications: ['/docker/app/x'],
      halfDone: true,
      underWay: 'octocat https://git.example.com/1',
    });
    expect(found.current?.id).toBe('R2');
    expect([...found.jars]).toEqual([['f'.repeat(64), `${folder}/build/target/my app.jar`]]);
  });

  test.each(['{"format":2}', '{', 'null', '[]', ''])('a record %j counts as none', (json) => {
    expect(readReleases(`recorded R1\nknown R1 ${base64(json)}\ncurrent R1\n`).current).toBeUndefined();
  });
});

describe('nginx', () => {
  const version = `nginx version: nginx/1.22.1\nbuilt with OpenSSL 3.0.8 7 Feb 2023 (running with OpenSSL 3.0.19 27 Jan 2026)\nconfigure arguments: --with-http_ssl_module --with-http_v2_module --conf-path=/etc/nginx/nginx.conf`;

  test('that runs, with our file', () => {
    const text = `master 812 no\nstate running\nprogram /usr/sbin/nginx\nselect -c\nselect /etc/nginx/nginx.conf\nunit yes\ninit-script yes\nversion ${base64(version)}\ndump ${base64('# dump')}\nmanaged /etc/nginx/conf.d/a.conf\ntext ${base64('# text\n')}\nserving 200 R C F\n`;
    expect(readNginx(text)).toMatchObject({
      state: 'running',
      program: '/usr/sbin/nginx',
      selection: ['-c', '/etc/nginx/nginx.conf'],
      masters: [{ pid: 812, contained: false }],
      dump: '# dump',
      complaint: '',
      managedFile: { path: '/etc/nginx/conf.d/a.conf', text: '# text\n' },
      serving: { status: 200, release: 'R', configuration: 'C', fingerprint: 'F' },
      unit: true,
      initScript: true,
    });
  });

  test('that is not there, that runs in a container, that is broken', () => {
    expect(readNginx('')).toEqual({ state: 'missing' });
    expect(readNginx('master 9 yes\n')).toMatchObject({ program: '', masters: [{ pid: 9, contained: true }] });
    const broken = `state stopped\nprogram /usr/sbin/nginx\nversion ${base64(version)}\ncomplaint ${base64('nginx: [emerg] x')}\n`;
    expect(readNginx(broken)).toMatchObject({
      state: 'stopped',
      dump: '',
      complaint: 'nginx: [emerg] x',
      unit: false,
      initScript: false,
    });
  });

  test('that is broken by a file of ours alone', () => {
    const begin = `state stopped\nprogram /usr/sbin/nginx\nversion ${base64(version)}\n`;
    const own = `broken ${base64('nginx: [emerg] y')}\ndump ${base64('# dump')}\nmanaged /etc/nginx/conf.d/a.conf\ntext ${base64('')}\n`;
    expect(readNginx(begin + own)).toMatchObject({
      dump: '# dump',
      complaint: '',
      brokenOthers: [],
      managedFile: { path: '/etc/nginx/conf.d/a.conf', text: '', broken: 'nginx: [emerg] y' },
    });
    const found = readNginx(
      `${begin}complaint ${base64('nginx: [emerg] x')}\nbroken-other /etc/nginx/my shop.conf Shop\n`,
    );
    expect(found).toMatchObject({ brokenOthers: [{ file: '/etc/nginx/my shop.conf', app: 'Shop' }] });
    expect(refusals({ state: 'missing' }, found, []).map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(
        /^NGINX_BROKEN_BY_APP .*the application Shop, \/etc\/nginx\/my shop\.conf: nginx: \[emerg\] x/,
      ),
    ]);
  });
});

describe('what other users can change', () => {
  const found = 'bob 755 L3d3dy9zZXJ2ZXI=\nroot 777 L3gK\n';
  const strangers = [
    { path: '/www/server', owner: 'bob', mode: '755' },
    { path: '/x\n', owner: 'root', mode: '777' },
  ];

  test('of an nginx, none of which was run then', () => {
    const lines = found.replace(/^(?=.)/gm, 'stranger ');
    expect(readNginx(`master 7 no\n${lines}program /www/server/nginx/sbin/nginx\nstate running\n`)).toMatchObject({
      state: 'running',
      program: '/www/server/nginx/sbin/nginx',
      strangers,
      dump: '',
    });
  });

  test('of the places that nginx includes from, each with its own', () => {
    const place = `place-stranger ${base64('/home/bob/sites')} `;
    const text = `state running\nprogram /usr/sbin/nginx\n${found.replace(/^(?=.)/gm, place)}`;
    expect(readNginx(text)).toMatchObject({
      strangers: [],
      strangersOfPlaces: new Map([['/home/bob/sites', strangers]]),
    });
  });

  test('of the client of docker', () => {
    const lines = found.replace(/^(?=.)/gm, 'stranger ');
    expect(readDocker(`client /usr/local/bin/docker\n${lines}`)).toMatchObject({ state: 'stopped', strangers });
  });

  test('of folders of the application, its certificates, the engine and its volumes', () => {
    const text = `application ${base64(found)}\ncertificates \nengine ${base64(found)}\nvolume:${base64('/data')} ${base64(found)}\n`;
    expect(readSurveyed(text)).toEqual({
      application: strangers,
      certificates: [],
      engine: strangers,
      volumes: new Map([['/data', strangers]]),
    });
  });
});

test('no reader is thrown off by noise, the engine’s own JSON aside', () => {
  const readers = [readCertificates, readDocker, readFirewall, readListeners, readReleases, readStorage, readSystem];
  const words = fc.constantFrom(
    'client',
    'version',
    'info',
    'kind',
    'allow',
    'jar',
    'current',
    'port',
    'folder',
    'key',
    'ID=',
    '{',
    'LISTEN 0 1',
  );
  const line = fc.tuple(words, fc.string()).map(([word, rest]) => `${word} ${rest}`);
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      for (const read of readers) expect(() => read(lines.join('\n'))).not.toThrow();
    }),
  );
});
