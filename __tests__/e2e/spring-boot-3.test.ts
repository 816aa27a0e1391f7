import { ask, askJson } from './client.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 240_000);
afterAll(() => scene?.close(), 60_000);

test('Boot 3 with a context path and a management port: health there, proof on the application’s own port', async () => {
  const jar = await scene.world.jars.backend3('v1');
  const result = await scene.run(scene.inputs(jar));
  expectSuccess(result);
  expect(result.log).toMatch(/Spring Boot 3\.\d+\.\d+, Java 17/);
  expect(result.log).toContain('/actuator/health on port 9004');
  expect(result.outputs).toMatchObject({ changed: 'true', url: 'https://api.example.com:8014' });
  expect(await askJson(scene, '/shop/api/version')).toEqual({ version: '1' });
  // The management port is for the server alone.
  expect((await ask(scene, '/actuator/health')).status).toBe(404);
  expect(await scene.server.sh("docker ps --format '{{.Ports}}'")).toMatch(/^127\.0\.0\.1:\d+->8005\/tcp$/);
  expect(await scene.server.sh('cat /docker/app/*/current/build/Dockerfile')).toContain('FROM eclipse-temurin:17-jre');

  const second = await scene.run(scene.inputs(jar));
  expectSuccess(second);
  expect(second.outputs.changed).toBe('false');
}, 400_000);
