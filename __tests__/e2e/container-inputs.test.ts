import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applicationUser } from '../../src/decision/volume-owner.ts';
import { ask, askJson } from './client.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';

const folder = '/docker/app/MCCM-server';
const key = 'the-payment-key-of-the-shop';

let scene: Scene;
let jar: string;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  jar = await scene.world.jars.backend('v1');
  await scene.server.sh('docker network create backend && docker network create other');
}, 240_000);
afterAll(() => scene?.close(), 60_000);

/** Inputs for all that a container can be given. */
function inputs(application: string, more: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  return scene.inputs(application, {
    'java-options': '-Dserver.port=8010 -Dexample.files=/etc/shop "-Dexample.greeting=two words"',
    memory: '400m',
    timezone: 'PRC',
    files: 'pay.pem:/etc/shop/key',
    network: 'backend',
    ...more,
  });
}

/** A line of `docker inspect` of the container that serves. */
function inspected(format: string): Promise<string> {
  return scene.server.sh(`docker inspect --format '${format}' mccm-server`);
}

test('network, memory, options of the JVM, time zone and a file that an unprivileged user reads', async () => {
  writeFileSync(join(scene.workspace, 'pay.pem'), key, { mode: 0o600 });
  const result = await scene.run(inputs(jar));
  expectSuccess(result);
  expect(result.log).toContain('/actuator/health on port 8010');
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1', greeting: 'two words' });
  expect((await ask(scene, '/api/files/key')).body).toBe(key);

  const { uid, gid } = applicationUser;
  expect(await inspected('{{.Config.User}} {{.HostConfig.Memory}}')).toBe(`${uid}:${gid} ${400 * 1024 * 1024}`);
  expect(await inspected('{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}')).toBe('backend');
  expect(await scene.server.sh(`cd ${folder}/current && stat -c '%a %U' files files/1`)).toBe('700 root\n444 root');
  expect(await scene.server.sh('docker exec mccm-server sh -c "echo x >/etc/shop/key" 2>&1 || true')).toMatch(
    /read-only|denied/i,
  );
  // Spring Boot 2.7 begins a line with the local time, without saying of which zone.
  const [started] =
    (await scene.server.sh('docker logs mccm-server 2>&1')).match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/m) ?? [];
  const ahead = Date.parse(`${started?.replace(' ', 'T')}Z`) - Date.now();
  expect(Math.round(ahead / 3_600_000)).toBe(8);
  expect(await scene.server.sh(`cat ${folder}/current/release.json`)).not.toContain(key);
  expect(result.log).not.toContain(key);

  const second = await scene.run(inputs(jar));
  expectSuccess(second);
  expect(second.outputs).toMatchObject({ changed: 'false', release: result.outputs.release });
}, 400_000);

test('a network that does not exist is refused by its name, and nothing is changed', async () => {
  const before = await stateOf(scene.server);
  const result = await scene.run(inputs(jar, { network: 'nowhere' }));
  expect([result.code, result.outputs['error-code']]).toEqual([1, 'NETWORK_MISSING']);
  expect(result.log).toContain('docker network create nowhere');
  expect(await stateOf(scene.server)).toBe(before);
}, 200_000);

test('another content of the file leads to another container, in which it is read', async () => {
  writeFileSync(join(scene.workspace, 'pay.pem'), `${key}-2`);
  const result = await scene.run(inputs(jar));
  expectSuccess(result);
  expect(result.log).toContain('contents of files changed');
  expect((await ask(scene, '/api/files/key')).body).toBe(`${key}-2`);
}, 400_000);

test('an executable war, on another network', async () => {
  const war = await scene.world.jars.backendWar();
  const result = await scene.run(inputs(war, { network: 'other', 'java-options': '-Dexample.files=/etc/shop' }));
  expectSuccess(result);
  expect(result.log).toMatch(/MCCM-server-0\.0\.1-SNAPSHOT\.war: Spring Boot 2\.7\.\d+, Java 8/);
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1', greeting: '' });
  expect((await ask(scene, '/api/files/key')).body).toBe(`${key}-2`);
  const dockerfile = await scene.server.sh(`cat ${folder}/current/build/Dockerfile`);
  expect(dockerfile).toContain(
    `ENTRYPOINT ["java", "-cp", "${folder}/unpacked", "org.springframework.boot.loader.WarLauncher"]`,
  );
  expect(dockerfile.match(/^COPY .*/gm)).toEqual(
    ['dependencies', 'spring-boot-loader', 'application'].map(
      (layer) => `COPY --chown=10001:10001 ${layer}/ ${folder}/`,
    ),
  );
  expect(await inspected('{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}')).toBe('other');
}, 400_000);
