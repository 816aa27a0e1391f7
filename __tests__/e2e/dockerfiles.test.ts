import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../practice/home.ts';
import { askJson } from './client.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';

const secret = 'kept-out-of-the-image-8014';
const folder = '/docker/app/MCCM-server';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 240_000);
afterAll(() => scene?.close(), 60_000);

/** Where the value of `env` is found in what a release was built of and in its image: nowhere, it should be. */
function leaks(): Promise<string> {
  return scene.server.sh(`
grep -rlF ${secret} ${folder}/releases/*/build || true
docker history --no-trunc mccm-server:latest | grep -F ${secret} || true
docker image inspect mccm-server:latest | grep -F ${secret} || true
docker save mccm-server:latest | grep -caF ${secret} | grep -vx 0 || true`);
}

test('the guide’s own Dockerfile, to the letter', async () => {
  const jar = await scene.world.jars.backend('v1');
  const dockerfile = join(projectRoot, 'examples/backend/Dockerfile');
  const inputs = scene.inputs(jar, { dockerfile, env: `EXAMPLE_GREETING=${secret}` });
  const result = await scene.run(inputs);
  expectSuccess(result);
  // In exec form the JVM gets the signal that asks it to stop, and ends by itself.
  expect(result.annotations.map(({ title }) => title)).not.toContain('STOP_SIGNAL_LOST');
  // Its CMD says --spring.profiles.active=test.
  expect(await askJson(scene, '/api/version')).toEqual({ version: '1', profile: 'test', greeting: secret });
  expect(await scene.server.sh(`ls ${folder}/current/build`)).toBe('Dockerfile\nMCCM-server-0.0.1-SNAPSHOT.jar');
  const sent = await scene.server.sh(`cat ${folder}/current/build/Dockerfile`);
  // The one line more is what tells leftovers of our builds from those of others.
  const labelled = readFileSync(dockerfile, 'utf8').replace(
    /^FROM .*$/m,
    '$&\nLABEL deploy-miniprogram-backend.build=MCCM-server',
  );
  expect(sent).toBe(labelled.trim());
  expect(await leaks()).toBe('');

  const second = await scene.run(inputs);
  expectSuccess(second);
  expect(second.outputs.changed).toBe('false');
}, 400_000);

test('Spring’s usual Dockerfile, with a context and build arguments', async () => {
  const jar = await scene.world.jars.backend('v1');
  const dockerfile = `FROM eclipse-temurin:8-jre
ARG JAR_FILE=target/*.jar
ARG TITLE=none
ENV EXAMPLE_PROFILE=\${TITLE}
WORKDIR /srv
COPY config/ config/
COPY start.sh /start.sh
COPY \${JAR_FILE} app.jar
ENTRYPOINT ["/start.sh"]
`;
  writeFileSync(join(scene.workspace, 'Dockerfile.usual'), dockerfile);
  mkdirSync(join(scene.workspace, 'deploy/config'), { recursive: true });
  writeFileSync(
    join(scene.workspace, 'deploy/config/application.properties'),
    'example.greeting=from the context\nserver.port=8005\n',
  );
  writeFileSync(join(scene.workspace, 'deploy/start.sh'), '#!/bin/sh\nexec java -jar app.jar\n', { mode: 0o755 });
  const inputs = scene.inputs(jar, {
    dockerfile: 'Dockerfile.usual',
    context: 'deploy',
    'build-args': 'TITLE=a title of several words, $HOME and "quotes"',
    env: `EXAMPLE_SECRET=${secret}`,
  });
  const result = await scene.run(inputs);
  expectSuccess(result);
  expect(result.log).toContain('Dockerfile, context or build arguments changed');
  // What lies beside the jar wins over it.
  expect(result.log).toContain('Configuration also from: config/application.properties');
  expect(result.log).toContain('Health: /actuator/health on port 8005');
  expect(await askJson(scene, '/api/version')).toEqual({
    version: '1',
    profile: 'a title of several words, $HOME and "quotes"',
    greeting: 'from the context',
  });
  expect(await scene.server.sh(`docker exec mccm-server sh -c 'echo "$EXAMPLE_SECRET"'`)).toBe(secret);
  expect(await scene.server.sh(`cd ${folder}/current/build && find . -type f | sort`)).toBe(
    ['./Dockerfile', './config/application.properties', './start.sh', './target/MCCM-server-0.0.1-SNAPSHOT.jar'].join(
      '\n',
    ),
  );
  expect(await leaks()).toBe('');

  // A script that hands over to the JVM by `exec` keeps no signal from it.
  expect(result.annotations.map(({ title }) => title)).not.toContain('STOP_SIGNAL_LOST');

  // A build argument that says where the jar lies: it is put there, without being sent again.
  const elsewhere = { ...inputs, 'build-args': 'JAR_FILE=build/libs/app.jar' };
  writeFileSync(join(scene.workspace, 'deploy/start.sh'), '#!/bin/sh\njava -jar app.jar\nexit $?\n', { mode: 0o755 });
  const moved = await scene.run(elsewhere);
  expectSuccess(moved);
  // One that does not is named; the container that is stopped by it takes all the time that it has.
  const lost = moved.annotations.find(({ title }) => title === 'STOP_SIGNAL_LOST')?.message ?? '';
  expect(lost).toMatch(/does not get SIGTERM.*`start\.sh`[\s\S]*exec java/);
  expect(moved.log).toContain('the server has this very jar');
  expect(await scene.server.sh(`ls ${folder}/current/build/build/libs`)).toBe('app.jar');
  expect(await askJson(scene, '/api/version')).toMatchObject({ version: '1', profile: 'none' });
}, 400_000);
