import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plannedFor, runningServices, toldWhatIsMissing } from './blank.ts';
import { expectRefused } from './refused.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { expectRed, versionServed } from './witness.ts';

// Debian 13, whose docker.io comes without its client, and which builds by BuildKit. On Ubuntu, one of its own release.
let scene: Scene;
const debian = /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
const lacking = debian ? 'docker.io iptables nginx-light' : 'docker.io nginx';
beforeAll(async () => {
  scene = await openScene({ kind: 'blank', release: 'trixie' });
}, 300_000);
afterAll(() => scene?.close(), 60_000);

test('what it lacks is told, and the plan says that the client is installed with the engine', async () => {
  await toldWhatIsMissing(scene, lacking);
  expect(await plannedFor(scene, lacking)).toContain('+ docker-cli (if docker.io comes without it)');
}, 120_000);

test('a unit of the engine that is masked is refused before it is installed; the cure frees it', async () => {
  await scene.server.sh('systemctl mask docker.service 2>&1');
  const refused = await deployStandIn(scene, '1', { command: 'plan' });
  expectRefused(refused, { codes: ['DOCKER_MASKED'], says: ['systemctl unmask docker.service'] });
  const [, cure = ''] = /run there as root: (.*)/.exec(refused.annotations[0]?.message ?? '') ?? [];
  await scene.server.sh(`${cure} 2>&1`);
}, 60_000);

test('it is provisioned, the image built by BuildKit where the distribution has it, and the application serves', async () => {
  const services = await runningServices(scene);
  const result = await deployStandIn(scene, '1');
  expectSuccess(result);
  expect(await versionServed(scene)).toBe('1');
  if (debian) expect(result.log).toMatch(/load build definition from Dockerfile/);
  expect((await runningServices(scene)).filter((name) => !services.includes(name)).toSorted()).toEqual([
    'containerd',
    'docker',
    'nginx',
  ]);
  const again = await deployStandIn(scene, '1');
  expectSuccess(again);
  expect(again.outputs.changed).toBe('false');
}, 300_000);

describe('BuildKit', () => {
  /** Builds a Dockerfile of the test's own, which fails with `code`; what is said of it. */
  async function failing(code: string, ...lines: readonly string[]): Promise<string> {
    const command = ['COPY *.jar /app.jar', 'CMD ["java", "-jar", "/app.jar"]'];
    writeFileSync(join(scene.workspace, 'Dockerfile'), [...lines, ...command, ''].join('\n'));
    const result = await scene.run(scene.inputs(await scene.world.jars.hollow(), { dockerfile: 'Dockerfile' }));
    expectRed(result, code);
    expect(await versionServed(scene)).toBe('1');
    return result.annotations.find(({ title }) => title === code)?.message ?? '';
  }

  test('that cannot find a tag: the tag is told, whether it was pulled before the build or by it', async () => {
    const { address } = scene.world.registry;
    const image = `${address}/library/eclipse-temurin:8-jre-nonesuch`;
    expect(await failing('BASE_IMAGE_UNKNOWN', `FROM ${image}`)).toContain(image);
    expect(await failing('BASE_IMAGE_UNKNOWN', `FROM --platform=linux/amd64 ${image}`)).toContain(image);
  }, 120_000);

  test('that ran a command which fails: what that says of a registry is not about the base image', async () => {
    const words = 'echo registry.example.com: connection refused, manifest unknown, failed to resolve source metadata';
    expect(await failing('BUILD_FAILED', 'FROM eclipse-temurin:8-jre', `RUN ${words}; exit 3`)).toMatch(
      /did not complete successfully: exit code: 3|returned a non-zero code: 3/,
    );
  }, 120_000);
});

/** What Debian 13 alone has. */
const onDebian = (name: string, work: () => Promise<void>) =>
  debian ? test(name, work, 180_000) : test.skip(`${name} (skipped: this machine is no Debian)`, work);

onDebian(
  'a new version adds the layer that changed, to the images and to what BuildKit keeps of their builds',
  async () => {
    const used = async (): Promise<number> => {
      const df = await scene.server.sh(
        "docker system df --format '{{.Type}} {{.Size}}' | grep -E '^(Images|Build Cache) '",
      );
      return [...df.matchAll(/ ([\d.]+)(GB|MB|kB|B)$/gm)]
        .map(([, size, unit]) => Number(size) * { GB: 1e9, MB: 1e6, kB: 1e3, B: 1 }[unit as 'GB' | 'MB' | 'kB' | 'B'])
        .reduce((sum, bytes) => sum + bytes, 0);
    };
    expectSuccess(await scene.run(scene.inputs(await scene.world.jars.backend('v1'))));
    const before = await used();
    expectSuccess(await scene.run(scene.inputs(await scene.world.jars.backend('v2'))));
    expect(await versionServed(scene)).toBe('2');
    expect((await used()) - before).toBeLessThan(2e6);
    expect(await scene.server.sh('docker images -qf dangling=true')).toBe('');
  },
);

onDebian('an engine without its client: the command that is told brings it', async () => {
  await scene.server.sh('dpkg --remove --force-depends docker-cli docker-buildx 2>&1');
  const command = await toldWhatIsMissing(scene, 'docker.io iptables');
  await scene.server.sh(`DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; ${command} 2>&1`);
  expect(await scene.server.sh('docker version --format "{{.Server.Version}}"; docker buildx version')).toMatch(/\d/);
  expectSuccess(await deployStandIn(scene, '1'));
});

onDebian('sudo-rs, which has other words and no -H: green where it lets one do all, told apart where not', async () => {
  const { server } = scene;
  const install = 'DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends sudo-rs 2>&1';
  await server.sh(`${install} && ln -sf /usr/lib/cargo/bin/sudo /usr/bin/sudo`);
  expect(await server.sh('sudo --version 2>&1')).toMatch(/sudo-rs/);
  const as = (username: string) => deployStandIn(scene, '1', { username, command: 'plan' });
  expectSuccess(await as('deploy'));
  const asks = await as('asks');
  expectRefused(asks, { codes: ['SUDO_NEEDS_PASSWORD'], says: ['NOPASSWD:ALL'] });
  expect(asks.log).toContain('sudo-rs: interactive authentication is required');
  expectRefused(await as('nobody-special'), { codes: ['SUDO_NOT_ALLOWED'], says: ['NOPASSWD:ALL'] });
});
