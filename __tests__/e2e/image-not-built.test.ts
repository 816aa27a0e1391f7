import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../../practice/run-action.ts';
import type { Scene } from './scene.ts';
import { openStandIn } from './stand-in.ts';
import { belongings, expectRed, versionServed } from './witness.ts';

let scene: Scene;
let standing: string;
beforeAll(async () => {
  scene = await openStandIn();
  standing = await belongings(scene);
}, 300_000);
afterAll(() => scene?.close());

async function failWith(code: string, inputs: Record<string, string>): Promise<RunResult> {
  const result = await scene.run(scene.inputs(await scene.world.jars.hollow(), inputs));
  expectRed(result, code);
  expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false' });
  expect(await versionServed(scene)).toBe('1');
  expect(await belongings(scene)).toBe(standing);
  return result;
}

test('a build that fails is told by its last lines, and leaves neither container nor image', async () => {
  // What a program of the Dockerfile says of a registry of its own is not about the base image.
  const words = 'echo npm error registry: connection refused, manifest unknown, i/o timeout; echo no such front end';
  const lines = ['FROM openjdk:8-jre-slim', 'COPY target/*.jar /app.jar', `RUN ${words}; exit 3`];
  writeFileSync(join(scene.workspace, 'Dockerfile'), [...lines, 'CMD ["java", "-jar", "/app.jar"]', ''].join('\n'));
  const result = await failWith('BUILD_FAILED', { dockerfile: 'Dockerfile' });
  expect(result.annotations.map(({ message }) => message).join('\n')).toContain('returned a non-zero code: 3');
  expect(result.log).toMatch(/Output that shows BUILD_FAILED[\s\S]*no such front end/);
}, 300_000);

test('a registry that refuses connections, or to which no route leads: unreachable, with cures in order', async () => {
  await scene.server.sh('echo 198.18.0.254 registry.example.com >>/etc/hosts');
  for (const [registry, cause] of [
    ['127.0.0.1:5999', /connection refused/],
    ['registry.example.com:5000', /no route to host|i\/o timeout|Client\.Timeout/],
  ] as const) {
    const result = await failWith('BASE_IMAGE_UNREACHABLE', {
      'base-image': `${registry}/library/eclipse-temurin:8-jre`,
    });
    const said = result.annotations.find(({ title }) => title === 'BASE_IMAGE_UNREACHABLE')?.message;
    expect(said).toMatch(cause);
    // A mirror is Docker Hub's; these registries are asked themselves.
    expect(said).toMatch(/1\. Check .*curl -v https:.*2\. Set `base-image`.*3\. .*docker save/s);
    expect(said).not.toContain('mirror');
  }
}, 300_000);

test('a tag that the registry does not have; nor the mirror, whatever Docker says of Docker Hub then', async () => {
  for (const registry of [`${scene.world.registry.address}/library/`, '']) {
    const image = `${registry}eclipse-temurin:8-jre-nonesuch`;
    const result = await failWith('BASE_IMAGE_UNKNOWN', { 'base-image': image });
    expect(result.log).toContain(`base image ${image}`);
    expect(result.log).not.toMatch(/^Upload /m);
  }
}, 300_000);
