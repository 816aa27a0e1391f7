import { createHash } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type BaseImageName, baseImageNames } from '../../practice/base-images.ts';
import { freePort } from '../../practice/ports.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { tar } from '../../practice/tar.ts';
import { until } from '../../practice/waiting.ts';
import { openWorld, type World } from '../../practice/world.ts';
import { domain, expectSuccess, type Scene, sceneOn } from './scene.ts';
import { versionServed } from './witness.ts';

// What servers pull under these names must be what users pull: the Java of the name, and a locale in which Chinese lines
// of an application's log come out as such.
let world: World;
let jar: string;
beforeAll(async () => {
  world = await openWorld(() => {});
  jar = await world.jars.backend('v1');
  for (const name of baseImageNames) await world.baseImage(name);
}, 900_000);
afterAll(() => world?.close(), 60_000);

const containers: string[] = [];
afterEach(async () => {
  if (containers.length > 0) await world.engine.docker(['rm', '-f', ...containers.splice(0)]);
});

/** The log of the example application in an image, with the line that it logs when it has started. */
async function logIn(image: string): Promise<string> {
  const words = ['create', '--network', 'none', image, 'java', '-jar', '/app.jar'];
  const id = await world.engine.docker(words);
  containers.push(id);
  await world.engine.docker(['cp', jar, `${id}:/app.jar`]);
  await world.engine.docker(['start', id]);
  return until('the application', 100, async () => {
    const { stdout } = await world.engine.attempt(['logs', id]);
    return /Started \w+ in.*\n.*\bMccmServerApplication +: .+\n/.test(stdout) ? stdout : undefined;
  });
}

test.each(baseImageNames.map((name) => [name, /:(\d+)/.exec(name)?.[1] ?? ''] as const))(
  '%s is Java %s, and an application that logs Chinese is read in docker logs',
  async (name: BaseImageName, java) => {
    const image = await world.baseImage(name);
    const log = await logIn(image);
    expect(log).toMatch(new RegExp(`using Java ${java === '8' ? '1\\.8' : java}[._0-9]* `));
    expect(log).toContain('小程序后端已就绪');
    const set = await world.engine.docker(['inspect', '--format', '{{join .Config.Env "\\n"}}', image]);
    expect(set).toMatch(name.startsWith('openjdk') ? /^LANG=C\.UTF-8$/m : /^LC_ALL=en_US\.UTF-8$/m);
  },
  120_000,
);

describe('a server that reaches no registry, and a runner with Docker', () => {
  const app = '/docker/app/MCCM-server';
  let scene: Scene;
  let silent: Server;
  let loopback: Server;
  const held = new Set<Socket>();
  const made: string[] = [];

  /** Listens, and keeps a hold of what connects. */
  async function listen(address: string, hear: (socket: Socket) => void): Promise<Server> {
    const port = await freePort(address);
    const server = createServer((socket) => {
      held.add(socket);
      socket.on('error', () => {});
      hear(socket);
    });
    await new Promise<void>((done) => server.listen(port, address, done));
    return server;
  }

  const addressOf = (server: Server): string => {
    const at = server.address();
    return at === null || typeof at === 'string' ? '' : `${at.address}:${at.port}`;
  };

  beforeAll(async () => {
    const server = await world.startServer({ kind: 'ready', mirror: false });
    scene = sceneOn(world, server, await world.authority.issue([domain]));
    // A mirror that takes connections and never says a word.
    silent = await listen(world.network.gateway, () => {});
    // A registry that the runner reaches, and the server, where nothing listens there, does not.
    loopback = await listen('127.0.0.1', (socket) => {
      const [host = '', port] = world.registry.address.split(':');
      const behind = connect(Number(port), host);
      held.add(behind);
      behind.on('error', () => socket.destroy());
      socket.pipe(behind).pipe(socket);
    });
    await scene.server.sh(
      `echo '{"registry-mirrors": ["http://${addressOf(silent)}"]}' >/etc/docker/daemon.json; systemctl reload docker`,
    );
  }, 300_000);
  afterAll(async () => {
    for (const socket of held) socket.destroy();
    silent?.close();
    loopback?.close();
    if (made.length > 0) await world.engine.attempt(['rmi', ...made]);
    await scene?.close();
  }, 60_000);

  /** Runs with the runner's own engine. */
  function run(inputs: Record<string, string>): Promise<RunResult> {
    return scene.run(scene.inputs(jar, inputs), { env: { DOCKER_HOST: world.engine.address } });
  }

  test('the plan says by the runner, and names the mirror that hangs, within seconds', async () => {
    const begun = performance.now();
    const planned = await run({ command: 'plan', 'base-image': await world.baseImage('eclipse-temurin:8-jre') });
    expectSuccess(planned);
    expect((performance.now() - begun) / 1000).toBeLessThan(30);
    expect(planned.log).toMatch(/Send \S+ from the runner: .*way: runner, which has it from no registry/);
    expect(planned.annotations.map(({ title, message }) => `${title} ${message}`)).toContainEqual(
      expect.stringMatching(new RegExp(`REGISTRY_MIRROR_SILENT .*${addressOf(silent)} did not answer within 5 s`)),
    );
  }, 120_000);

  test('what was sent is kept where the engine cannot take it, and is gone on from where it was cut', async () => {
    const image = await world.baseImage('eclipse-temurin:8-jre');
    const stub = '/usr/local/bin/docker';
    await scene.server.sh(
      `printf '#!/bin/bash\n[ "$1" != load ] || { echo broken >&2; exit 1; }\nexec /usr/bin/docker "$@"\n' >${stub}; chmod 755 ${stub}`,
    );
    const failed = await run({ 'base-image': image });
    expect(failed.outputs['error-code']).toBe('BASE_IMAGE_NOT_LOADED');
    // As a run leaves it whose connection broke in the middle.
    await scene.server.sh(`rm ${stub}; cd ${app}/releases/.incoming
name=$(ls *.image); truncate -s $(($(stat -c %s $name) / 2)) $name; mv $name $name.part-\${name:0:8}`);
    const result = await run({ 'base-image': image });
    expectSuccess(result);
    expect(result.log).toMatch(/Sending 1 of 1 layers, [\d.]+ MB compressed/);
    expect(result.log).toMatch(/[\d.]+ MB of [\d.]+ MB are on the server already; going on from there/);
    expect(await versionServed(scene)).toBe('1');
    const platform = `docker image inspect --format '{{.Id}} {{.Architecture}}' ${image}`;
    expect(await scene.server.sh(platform)).toBe(
      await world.engine.docker(['image', 'inspect', '--format', '{{.Id}} {{.Architecture}}', image]),
    );
    expect(await scene.server.sh(`ls -A ${app}/releases/.incoming 2>&1 || true`)).toMatch(/No such file/);
  }, 300_000);

  test('another base image, which the runner pulls itself: only what the server lacks is sent', async () => {
    const image = `${addressOf(loopback)}/library/openjdk:8-jre-slim`;
    made.push(image);
    const result = await run({ 'base-image': image });
    expectSuccess(result);
    expect(result.log).toMatch(
      /way: runner, since no registry gives it to the server \(127\.0\.0\.1:\d+: no connection\)/,
    );
    expect(result.log).toMatch(/Sending 0 of 1 layers, [\d.]+ (?:B|kB) compressed/);
    expect(await scene.server.sh(`docker image inspect --format '{{.Id}}' ${image}`)).toMatch(/^sha256:/);
  }, 300_000);

  test('an image for another processor is not sent, and the failure says so', async () => {
    const image = 'practice-of-another-processor:1';
    const layer = tar([]).toString();
    const diff = `sha256:${createHash('sha256').update(layer).digest('hex')}`;
    const config = { architecture: 's390x', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [diff] } };
    const archive = Object.entries({
      'manifest.json': JSON.stringify([{ Config: 'config.json', RepoTags: [image], Layers: ['layer.tar'] }]),
      'config.json': JSON.stringify(config),
      'layer.tar': layer,
    }).map(([path, content]) => ({ path, content, mode: 0o644 }));
    await world.engine.docker(['load'], { input: tar(archive) });
    made.push(image);
    const result = await run({ 'base-image': image });
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ message }) => message).join()).toContain(
      'The runner has it for linux/s390x only, and the server needs linux/',
    );
    expect(await scene.server.sh('docker images -q practice-of-another-processor')).toBe('');
  }, 300_000);
});
