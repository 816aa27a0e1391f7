import { ask, askJson } from './client.ts';
import { reloadNginx } from './reload-nginx.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  // sites-enabled alone, as on many servers; in it a server of another name that is the port's default.
  await scene.server.sh(`set -e
sed -i '/conf\\.d/d' /etc/nginx/nginx.conf
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 9 -subj /CN=other.example.org \\
  -keyout /etc/ssl/other.key -out /etc/ssl/other.crt 2>/dev/null
cat >/etc/nginx/sites-enabled/other <<'END'
server { listen 8014 ssl default_server; server_name other.example.org; ssl_certificate /etc/ssl/other.crt; ssl_certificate_key /etc/ssl/other.key; return 404; }
END
nginx -t 2>&1 && ${reloadNginx}`);
}, 240_000);
afterAll(() => scene?.close(), 60_000);

test('Boot 3 with a context path and a management port, on a server whose nginx has sites-enabled alone', async () => {
  const jar = await scene.world.jars.backend3('v1');
  const result = await scene.run(scene.inputs(jar));
  expectSuccess(result);
  expect(result.log).toMatch(/Spring Boot 3\.\d+\.\d+, Java 17/);
  expect(result.log).toContain('/actuator/health on port 9004');
  expect(await scene.server.sh('ls /etc/nginx/conf.d /etc/nginx/sites-enabled')).toBe(
    '/etc/nginx/conf.d:\n\n/etc/nginx/sites-enabled:\ndefault\nother\nshop-server.conf',
  );
  // What the management port answers; through nginx the application's root answers 404.
  expect(result.outputs).toMatchObject({
    changed: 'true',
    url: 'https://api.example.com:8014',
    'health-status': '200',
  });
  expect(await askJson(scene, '/shop/api/version')).toEqual({ version: '1' });
  // The management port is for the server alone.
  expect((await ask(scene, '/actuator/health')).status).toBe(404);
  expect(await scene.server.sh("docker ps --format '{{.Ports}}'")).toMatch(/^127\.0\.0\.1:\d+->8005\/tcp$/);
  const dockerfile = await scene.server.sh('cat /docker/app/*/current/build/Dockerfile');
  expect(dockerfile).toContain('FROM eclipse-temurin:17-jre');
  expect(dockerfile).toMatch(
    /^ENTRYPOINT \["java", "-cp", ".+\/unpacked", "org\.springframework\.boot\.loader\.launch\.JarLauncher"\]/m,
  );

  // Boot 3.4 and later let requests finish, in a phase of 30 s: Docker waits a little longer.
  expect(result.log).toMatch(/Spring Boot 3\.(?:[4-9]|\d\d)/);
  expect(await scene.server.sh("docker inspect --format '{{.Config.StopTimeout}}' shop-server")).toBe('40');

  const second = await scene.run(scene.inputs(jar));
  expectSuccess(second);
  expect(second.outputs).toMatchObject({ changed: 'false', 'health-status': '200' });
}, 400_000);
