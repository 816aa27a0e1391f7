import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manualContainersProbe } from '../../../src/survey/manual-containers-probe.ts';
import { openPrograms, type Programs } from '../resources/programs.ts';

const id = 'b'.repeat(64);
const inspected = {
  id,
  name: '/mccm-server',
  image: 'mccm-server',
  imageId: 'sha256:2',
  status: 'running',
  pid: 4711,
  labels: { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': 'api' },
  entrypoint: null,
  command: ['java', '-jar', 'x.jar', '--debug'],
  user: '1000',
  workingDirectory: '/app',
  hostname: id.slice(0, 12),
  mounts: [
    { Type: 'volume', Name: 'data', Source: '/var/lib/docker/volumes/data/_data', Destination: '/z', RW: false },
    { Type: 'bind', Source: '/docker/app', Destination: '/a/mounted', RW: true },
  ],
  networks: {
    shop: { Aliases: [id.slice(0, 12), 'mccm-server', 'api', 'backend'], IPAMConfig: { IPv4Address: '172.20.0.9' } },
  },
  host: {
    NetworkMode: 'shop',
    RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 5 },
    PortBindings: {
      '8004/tcp': [{ HostIp: '0.0.0.0', HostPort: '8004' }],
      '9000/udp': [{ HostIp: '127.0.0.1', HostPort: '9' }],
    },
    Memory: 536_870_912,
  },
};

const probe = manualContainersProbe('MCCM-server', 'mccm-server');

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
});
afterEach(() => programs.remove());

/** A docker that knows one container and its image, with these variables (`printf` forms). */
function put(ofContainer: readonly string[], ofImage: readonly string[], last = 'MCCM-Server'): void {
  const nul = (entries: readonly string[]) =>
    entries.length === 0 ? 'true' : `printf '%b\\0' ${entries.map((entry) => `'=${entry}'`).join(' ')}`;
  programs.put(
    'docker',
    `case "$*" in
  'ps -a --no-trunc --format '*) printf '%s\\t%s\\t%s\\t"%s"\\t""\\n' \\
    ${'a'.repeat(64)} ours '0.0.0.0:1->1/tcp' Shop ${'d'.repeat(64)} database 3306/tcp '' ${id} ${last} '' MCCM-server ;;
  'container inspect '*)
    printf '%s\\0' ${id} '${JSON.stringify(inspected)}' ${process.pid} sha256:2; ${nul(ofContainer)}; printf '\\0\\n' ;;
  'image inspect '*) printf '%s\\0' '{"entrypoint":["java"],"command":null,"user":""}'; ${nul(ofImage)}; echo ;;
  *) echo "not foreseen: $*" >&2; exit 1 ;;
esac`,
  );
}

const ask = async () => {
  const { stdout } = await programs.server.run(probe.script);
  return { stdout, found: probe.read(stdout) };
};

test('a container by hand is told with all that decides what it hands on', async () => {
  put([], []);
  const { found } = await ask();
  expect(found).toEqual([
    expect.objectContaining({
      id,
      name: 'mccm-server',
      restartPolicy: 'on-failure:5',
      composeProject: 'shop',
      command: ['java', '-jar', 'x.jar', '--debug'],
      imageCommand: ['java'],
      user: '1000',
      imageUser: '',
      ids: { uid: process.geteuid?.(), gid: process.getegid?.() },
      hostname: undefined,
      mounts: [
        { kind: 'bind', source: '/docker/app', destination: '/a/mounted', readOnly: false },
        { kind: 'volume', source: 'data', destination: '/z', readOnly: true },
      ],
      published: [
        { containerPort: 8004, protocol: 'tcp', address: '', port: 8004 },
        { containerPort: 9000, protocol: 'udp', address: '127.0.0.1', port: 9 },
      ],
      networkMode: 'shop',
      networks: [{ name: 'shop', aliases: ['backend'], fixedAddress: '172.20.0.9' }],
      environment: [],
      host: expect.objectContaining({ Memory: 536_870_912 }),
    }),
  ]);
  expect(found[0]?.memory).toBeGreaterThan(0);
});

test('names of variables leave the server, values do not; line breaks and the image’s own are told apart', async () => {
  put(['PATH=/bin', 'A=secret-1', 'B=secret\\nof two lines', 'C=x=$y [z]*', 'LANG=changed'], ['PATH=/bin', 'LANG=C']);
  const { stdout, found } = await ask();
  expect(found[0]?.environment).toEqual([
    { name: 'PATH', ofImage: true, writable: true },
    { name: 'A', ofImage: false, writable: true },
    { name: 'B', ofImage: false, writable: false },
    { name: 'C', ofImage: false, writable: true },
    { name: 'LANG', ofImage: false, writable: true },
  ]);
  const decoded = stdout.split(/\s/).map((word) => Buffer.from(word, 'base64').toString());
  expect([stdout, ...decoded].join('\n')).not.toMatch(/secret|two lines/);
});

test.each([
  ['mccm-server-adopted-20261123T160512Z', 1],
  ['mccm-server-2', 0],
])('of containers that publish nothing, %s is asked for %d times', async (name, times) => {
  put([], [], name);
  expect((await ask()).found).toHaveLength(times);
});

test('no container by hand, and no docker at all', async () => {
  programs.put('docker', 'exit 1');
  expect((await ask()).found).toEqual([]);
});

test('what a release of any application recorded is none; one that has our labels from its image is', async () => {
  const recorded = 'f'.repeat(64);
  put([], [], 'mccm-server');
  const [inherits] = (await ask()).found;
  expect(inherits?.id).toBe(id);
  programs.put(
    'docker',
    `case "$*" in
  'ps -a --no-trunc --format '*)
    printf '%s\\t%s\\t\\t"MCCM-server"\\t""\\n' ${recorded} mccm-server ${'e'.repeat(64)} mccm-server ;;
  'container inspect '*) echo "$*" >>"$TEST/inspected"; exit 1 ;;
esac`,
  );
  const folder = join(programs.folder, 'docker/app/Shop/releases/R1');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'container'), recorded);
  await programs.server.run(probe.script.replaceAll('/docker/app', `${programs.folder}/docker/app`));
  const { stdout } = await programs.server.run('cat "$TEST/inspected"');
  expect(stdout).toContain('e'.repeat(64));
  expect(stdout).not.toContain(recorded);
});
