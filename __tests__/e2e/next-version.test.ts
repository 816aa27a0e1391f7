import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../../practice/run-action.ts';
import type { DiskGrowth } from '../../src/resources/disk-growth.ts';
import { artifactOf, stepsOf, titlesOf } from './artifact.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { belongings, everythingSaid, expectRed, versionServed } from './witness.ts';

const secret = 'Tr0ub4dor-not-a-port';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 240_000);
afterAll(() => scene?.close(), 60_000);

describe('plans of the deploys that lead to version 2', () => {
  /** Plans, then deploys with the same inputs; the plan must change nothing, and be what the deploy then does. */
  async function planThenDeploy(
    jar: string,
    onLine?: (line: string) => void,
  ): Promise<{ readonly ids: readonly string[]; readonly log: string; readonly deployed: RunResult }> {
    const before = await stateOf(scene.server);
    const planned = await scene.run(scene.inputs(jar, { command: 'plan' }));
    expectSuccess(planned);
    expect(planned.outputs.changed).toBe('false');
    expect(planned.log).toContain('Nothing was changed: this was a plan.');
    expect(await stateOf(scene.server)).toBe(before);

    const deployed = await scene.run(scene.inputs(jar), onLine === undefined ? {} : { onLine });
    expectSuccess(deployed);
    const [plan, done] = [artifactOf(planned)['plan.txt'] ?? '', artifactOf(deployed)['plan.txt'] ?? ''];
    expect(stepsOf(deployed)).toEqual(stepsOf(planned));
    expect(titlesOf(done)).toEqual(titlesOf(plan));
    expect(titlesOf(planned.log)).toEqual(titlesOf(plan));
    expect(titlesOf(plan)).toHaveLength(stepsOf(planned).length);
    return { ids: stepsOf(deployed).map(({ id }) => id), log: planned.log, deployed };
  }

  /** What the layers of all images take, each counted once. */
  async function imageBytes(): Promise<number> {
    const size = await scene.server.sh("docker system df --format '{{.Type}} {{.Size}}' | sed -n 's/^Images //p'");
    return Number.parseFloat(size) * (size.endsWith('GB') ? 1e9 : size.endsWith('MB') ? 1e6 : 1);
  }

  test('a plan writes nothing and lists what the first deploy then does; one under way is told', async () => {
    let during: Promise<void> | undefined;
    const { ids } = await planThenDeploy(await scene.world.jars.backend('v1'), (line) => {
      if (during !== undefined || !line.startsWith('::group::Build image ')) return;
      during = (async () => {
        const meanwhile = await scene.run(scene.inputs(await scene.world.jars.backend('v1'), { command: 'plan' }));
        expectSuccess(meanwhile);
        expect(meanwhile.annotations.map((one) => one.message)).toEqual([
          expect.stringMatching(/^A run is in progress \(octocat https:\/\/github\.com\/.+\/8014, \d{4}-/),
        ]);
        // Without a word on what does not change: the deploy goes on.
        const status = await scene.run(scene.inputs('', { command: 'status', jar: undefined, domain: undefined }));
        expectSuccess(status);
        expect(status.log).toMatch(
          /Run in progress: (?:mccm-server: )?a run of octocat, since 20\S+Z: https:\/\/github\.com\/\S+\/8014$/m,
        );
      })();
      during.catch(() => undefined);
    });
    expect(ids).toEqual(expect.arrayContaining(['certificate.install', 'image.build', 'site.swap', 'release.record']));
    expect(during).toBeDefined();
    await during;
  }, 400_000);

  test('a plan writes nothing and lists what a later deploy then does', async () => {
    const before = await imageBytes();
    const jar = await scene.world.jars.backend('v2');
    const { ids, deployed } = await planThenDeploy(jar);
    expect(ids).toEqual(expect.arrayContaining(['release.jar', 'image.build', 'site.swap', 'container.retire']));
    // Of the jar's 20 MB the layer alone that changed is new, and nothing without a name is left.
    const { diskGrowth } = JSON.parse(artifactOf(deployed)['deployment.json'] ?? '{}') as { diskGrowth?: DiskGrowth };
    expect(diskGrowth?.image).toBeGreaterThan(0);
    expect(diskGrowth?.image).toBeLessThan(2e6);
    expect(diskGrowth?.folder).toBeGreaterThan(20e6);
    expect((await imageBytes()) - before).toBeLessThan(2e6);
    expect(deployed.log).toContain('Disk use of this release: ');
    expect(deployed.summary).toContain('Disk use of this release: ');
    expect(await scene.server.sh('docker images -q --filter dangling=true; ls -A /docker/app/*/releases')).toMatch(
      /^\S+-1a2b3c4\n\S+-1a2b3c4$/,
    );
    // Its folder is the application's own, which may write beside what it is started from.
    expect(await scene.server.sh("docker exec mccm-server sh -c 'stat -c %u . unpacked && touch beside'")).toBe(
      '10001\n10001',
    );
    expect(ids).not.toContain('certificate.install');
    // Of the jar of version 1 all is there but a few bytes.
    expect(deployed.log).toMatch(/Sent \d+\.\d kB of \d+\.\d MB; the rest was on the server/);
    const [there = ''] = (await scene.server.sh('sha256sum /docker/app/MCCM-server/current/build/*.jar')).split(' ');
    expect(there).toBe(createHash('sha256').update(readFileSync(jar)).digest('hex'));
  }, 400_000);

  test('where nothing is to change the plan says so', async () => {
    const { ids, log } = await planThenDeploy(await scene.world.jars.backend('v2'));
    expect(ids).toEqual([]);
    expect(log).toContain('Nothing to change.');
  }, 240_000);
});

describe('version 2 serves, and the next one is not well', () => {
  let standing: string;
  beforeAll(async () => {
    standing = await belongings(scene);
  }, 60_000);

  async function failWith(code: string, jar: string, inputs: Record<string, string>): Promise<RunResult> {
    const result = await scene.run(scene.inputs(jar, inputs));
    expectRed(result, code);
    expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false' });
    expect(await versionServed(scene)).toBe('2');
    expect(await belongings(scene)).toBe(standing);
    return result;
  }

  function said(result: RunResult, code: string): string {
    return result.annotations.find(({ title }) => title === code)?.message ?? '';
  }

  test('a container that exits is told at once, with its exit code and last log lines', async () => {
    const jar = await scene.world.jars.backend('crashing');
    const result = await failWith('APPLICATION_EXITED', jar, { 'health-timeout': '600' });
    expect(said(result, 'APPLICATION_EXITED')).toContain('ended with exit code 1 ');
    expect(result.log).toMatch(/Output that shows APPLICATION_EXITED[\s\S]*missing\.properties/);
    expect(Number(result.outputs['duration-seconds'])).toBeLessThan(200);
  }, 300_000);

  test('a variable that nothing sets is named, with the line that sets it', async () => {
    const jar = await scene.world.jars.backend('v1');
    const result = await failWith('VARIABLE_MISSING', jar, { env: 'EXAMPLE_GREETING=${SHOP_GREETING}' });
    expect(said(result, 'VARIABLE_MISSING')).toMatch(/needs `SHOP_GREETING`[\s\S]*`SHOP_GREETING=\.\.\.` to `env`/);
  }, 300_000);

  test('what the application logs of its env is shown nowhere', async () => {
    const jar = await scene.world.jars.backend('v1');
    const result = await failWith('APPLICATION_EXITED', jar, { env: `SERVER_PORT=${secret}` });
    // Spring's own words, the value taken out.
    expect(result.log).toContain('java.lang.NumberFormatException: For input string: "***"');
    expect(everythingSaid(result)).not.toContain(secret);
    // Not by the runner's masks alone, which a short value does not get.
    const written = result.raw.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(written.filter((line) => line.includes(secret))).toEqual([]);
  }, 300_000);

  test('health that never passes is told with its answer; env is redacted', async () => {
    const jar = await scene.world.jars.backend('unhealthy');
    const result = await failWith('HEALTH_FAILED', jar, { 'health-timeout': '20', env: `EXAMPLE_GREETING=${secret}` });
    expect(said(result, 'HEALTH_FAILED')).toMatch(
      /answers 503 on \/actuator\/health, port 8004; expected 200 \(waited 20 s/,
    );
    expect(result.log).toMatch(/Output that shows HEALTH_FAILED[\s\S]*Free disk space below threshold/);
    expect(everythingSaid(result)).not.toContain(secret);
  }, 300_000);

  test('followed: with its components shown the actuator names the one that is down', async () => {
    const jar = await scene.world.jars.backend('unhealthy');
    const env = 'MANAGEMENT_ENDPOINT_HEALTH_SHOW_COMPONENTS=always';
    const result = await failWith('HEALTH_FAILED', jar, { 'health-timeout': '20', env });
    expect(said(result, 'HEALTH_FAILED')).toMatch(/reports as down: diskSpace\.[\s\S]*THRESHOLD=10MB/);
  }, 300_000);

  test('an application that listens on another port: which one is said', async () => {
    const jar = await scene.world.jars.backend('v1');
    const result = await failWith('APPLICATION_OTHER_PORT', jar, { 'app-port': '9004', 'health-timeout': '25' });
    expect(said(result, 'APPLICATION_OTHER_PORT')).toContain('listens on: 8004');
  }, 300_000);

  test('an application that listens on its container’s loopback only: what to set', async () => {
    const jar = await scene.world.jars.backend('v1');
    const env = 'SERVER_ADDRESS=127.0.0.1';
    const result = await failWith('APPLICATION_LISTENS_LOCALLY', jar, { env, 'health-timeout': '40' });
    expect(said(result, 'APPLICATION_LISTENS_LOCALLY')).toContain('env: SERVER_ADDRESS=0.0.0.0');
    expect(said(result, 'ADDRESS_UNREACHABLE')).toContain('env: SERVER_ADDRESS=0.0.0.0');
  }, 300_000);

  test('memory that does not suffice is named as the cause', async () => {
    const jar = await scene.world.jars.backend('v1');
    const options = { memory: '64m', 'docker-options': '--memory-swap 64m' };
    const result = await failWith('APPLICATION_OUT_OF_MEMORY', jar, options);
    expect(said(result, 'APPLICATION_OUT_OF_MEMORY')).toMatch(/killed for want of memory/);
  }, 300_000);

  test('a log at a path that its user cannot write to: path and user are named, and the volumes line that cures it', async () => {
    const jar = await scene.world.jars.backend('v1');
    // With logback's own file, as most applications have it; Spring Boot's default one goes on without a log.
    writeFileSync(
      join(scene.workspace, 'logback.xml'),
      `<configuration><appender name="FILE" class="ch.qos.logback.core.FileAppender"><file>/home/x/logs/app.log</file>
<encoder><pattern>%d %msg%n</pattern></encoder></appender><root level="INFO"><appender-ref ref="FILE"/></root></configuration>`,
    );
    const logging = { files: 'logback.xml:/etc/shop/logback.xml', env: 'LOGGING_CONFIG=/etc/shop/logback.xml' };
    const result = await failWith('APPLICATION_EXITED', jar, logging);
    const message = said(result, 'APPLICATION_EXITED');
    expect(message).toContain('cannot write to /home/x/logs: it runs as user 10001:10001');
    const volumes = message.match(/^ {2}\S+:\S+$/gm)?.map((line) => line.trim()) ?? [];
    expect(volumes).toContain('/docker/app/MCCM-server/home-x-logs:/home/x/logs');

    // The cure, as it is written.
    const cured = await scene.run(scene.inputs(jar, { ...logging, volumes: volumes.join('\n') }));
    expectSuccess(cured);
    expect(await versionServed(scene)).toBe('1');
    expect(await scene.server.sh('stat -c %u /docker/app/MCCM-server/home-x-logs/app.log')).toBe('10001');
  }, 400_000);
});
