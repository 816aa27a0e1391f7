import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mavenOptions } from '../../practice/maven.ts';
import { type Account, openAccount } from '../../practice/tencent/account.ts';
import { installAct } from '../../practice/workflow-runner/act.ts';
import { makeRepository } from '../../practice/workflow-runner/repository.ts';
import { runWorkflow, type WorkflowOptions, type WorkflowResult } from '../../practice/workflow-runner/run-workflow.ts';
import { layStandIns, type StandIns } from '../../practice/workflow-runner/stand-ins.ts';
import { domain, openScene, type Scene } from './scene.ts';
import { zipContents } from './zip-contents.ts';

// The example workflows as users write them, on a real workflow runner, against a practice server that is an instance of an
// account (a stand-in) with an empty zone and no certificate.
const action = 'deploy-miniprogram/deploy-miniprogram-backend@v1';
const databasePassword = 'correct-horse-battery-staple';

let act: string;
let scene: Scene;
let account: Account;
let place: string;
let repository: string;
let standIns: StandIns;
let runs = 0;

beforeAll(async () => {
  act = await installAct(() => {});
  place = mkdtempSync(join(tmpdir(), 'runner-'));
  repository = await makeRepository('backend', 'v1.0.0');
  standIns = layStandIns(place);
  scene = await openScene({ kind: 'ready' });
  account = await openAccount(scene.world, { zones: [{ name: 'example.com' }] });
  await account.addInstance({ server: scene.server, kind: 'lighthouse' });
}, 600_000);
afterAll(async () => {
  await account?.close();
  await scene?.close();
  for (const folder of [place, repository]) if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}, 60_000);

function secrets(): Record<string, string> {
  return {
    SERVER_PRIVATE_KEY: readFileSync(scene.server.privateKeyPath, 'utf8'),
    TENCENT_SECRET_ID: account.inputs['tencent-secret-id'] ?? '',
    TENCENT_SECRET_KEY: account.inputs['tencent-secret-key'] ?? '',
    DATABASE_PASSWORD: databasePassword,
  };
}

/** Runs a workflow of the repository with the secrets and variables that its first lines ask for. */
function run(
  workflow: string,
  event: WorkflowOptions['event'],
  payload: unknown,
  vars: Readonly<Record<string, string>> = {},
): Promise<WorkflowResult> {
  runs += 1;
  account.journal.clear();
  const trusted = scene.world.authority.rootPath;
  return runWorkflow({
    ...{ act, repository, standIns, workflow, event, payload },
    place: join(place, `run-${runs}`),
    runId: 8000 + runs,
    seconds: 220,
    secrets: secrets(),
    vars: {
      SERVER_HOST: scene.server.address,
      SERVER_HOST_KEY: scene.server.hostKeys.map((key) => key.fingerprint).join('\n'),
      DOMAIN: domain,
      DATABASE_URL: 'jdbc:mysql://host.docker.internal:3306/mccm',
      ...vars,
    },
    hosts: { ...account.runOptions.hosts, [domain]: scene.server.address },
    env: { NODE_EXTRA_CA_CERTS: trusted, CURL_CA_BUNDLE: trusted, MAVEN_OPTS: mavenOptions },
  });
}

function expectGreen(result: WorkflowResult): void {
  if (result.code !== 0) throw new Error(`exit code ${result.code}\n${result.log}`);
  expect(result.steps.filter((step) => step.result !== 'success')).toEqual([]);
  expect(result.steps).toContainEqual({ name: action, stage: 'Post', result: 'success' });
  expect(result.errors).toEqual([]);
  expect(result.warnings).toEqual([]);
}

/** What must be seen nowhere: one line of each secret that tells it from others, and of the certificate's key. */
async function traces(): Promise<readonly string[]> {
  const { SERVER_PRIVATE_KEY = '', TENCENT_SECRET_KEY = '' } = secrets();
  const issued = await scene.server.sh(`cat /etc/nginx/ssl/${domain}/*/${domain}.key`);
  const lines = [SERVER_PRIVATE_KEY, issued].flatMap((pem) =>
    pem.split('\n').filter((line) => line !== '' && !line.startsWith('-----')),
  );
  const plain = [...lines, databasePassword, TENCENT_SECRET_KEY];
  return [...plain, ...plain.map((secret) => Buffer.from(secret).toString('base64'))];
}

/** The artifact as the service keeps it: a zip whose name is the artifact's. */
async function artifactOf(result: WorkflowResult, name: string): Promise<ReadonlyMap<string, Buffer>> {
  const archive = readFileSync(join(result.artifacts, name, `${name}.zip`));
  const [files, hidden] = [await zipContents(archive), await traces()];
  for (const bytes of [archive, ...files.values()]) expect(hidden.filter((trace) => bytes.includes(trace))).toEqual([]);
  return files;
}

/** What the account was asked about certificates, in this run. */
function asked(): readonly string[] {
  return account.journal.entries.map(({ action }) => action).filter((action) => action.startsWith('ssl:'));
}

test('push.yml builds and deploys with a certificate of its own; the next step uses the output, the artifact is kept, the post step runs', async () => {
  const result = await run('push.yml', 'push', { ref: 'refs/heads/main' });
  expectGreen(result);
  expect(result.outputs).toMatchObject({
    'deploy.changed': 'true',
    'deploy.url': `https://${domain}:8014`,
    'deploy.health-status': '200',
    'deploy.certificate-id': expect.stringMatching(/./),
    'deploy.artifact-id': expect.stringMatching(/^\d+$/),
    'deploy.artifact-url': expect.stringContaining('/octocat/mccm-server/actions/runs/8001/artifacts/'),
  });
  expect(asked().filter((action) => action === 'ssl:ApplyCertificate')).toHaveLength(1);
  // `curl "$URL/actuator/health"` of the step that follows.
  expect(result.log).toContain('{"status":"UP"}');
  expect(result.summary).toContain(`## MCCM-server is deployed: https://${domain}:8014`);
  expect(result.summary).toContain('```mermaid');

  const files = await artifactOf(result, 'deployment-MCCM-server');
  expect([...files.keys()].sort()).toEqual([
    'Dockerfile',
    'deployment.json',
    'docker-run.sh',
    'nginx-mccm-server.conf',
    'plan.txt',
  ]);
  expect(files.get('Dockerfile')?.toString()).toMatch(/^FROM eclipse-temurin:8-jre$/m);
  expect(files.get('nginx-mccm-server.conf')?.toString()).toContain(`server_name ${domain};`);
  expect(JSON.parse(files.get('deployment.json')?.toString() ?? '')).toMatchObject({
    release: { id: result.outputs['deploy.release'], origin: { actor: 'octocat' } },
  });
}, 240_000);

test('dispatch.yml plans in Chinese, and the same commit built again changes nothing', async () => {
  const result = await run('dispatch.yml', 'workflow_dispatch', { inputs: { command: 'plan', language: 'zh' } });
  expectGreen(result);
  expect(result.outputs).toMatchObject({ 'run.changed': 'false', 'run.error-code': '' });
  expect(result.summary).toContain('## MCCM-server 的部署计划：无需变更');
  expect(result.log).toContain('无需变更。');
  expect(result.log).toContain("error code 'none', changed 'false'");
  expect(asked()).toEqual([]);
}, 240_000);

test('renew.yml builds nothing and, as the certificate is not due, changes nothing and asks nobody for one', async () => {
  const keys = (): Promise<string> => scene.server.sh('find /etc/nginx/ssl -type f | xargs sha256sum');
  const before = await keys();
  const result = await run('renew.yml', 'schedule', { schedule: '17 19 * * *' });
  expectGreen(result);
  expect(result.steps.map((step) => step.name)).not.toContain('mvn -B package');
  expect(result.outputs).toMatchObject({ 'renew.changed': 'false', 'renew.error-code': '' });
  expect(result.log).toMatch(/certificate valid until '\d{4}-\d\d-\d\dT[^']+', changed 'false'/);
  expect(asked()).toEqual([]);
  expect(account.journal.writes()).toEqual([]);
  expect(await keys()).toBe(before);
}, 240_000);

test('dispatch.yml verifies without building anything', async () => {
  const result = await run('dispatch.yml', 'workflow_dispatch', { inputs: { command: 'verify', language: 'en' } });
  expectGreen(result);
  expect(result.steps.map((step) => step.name)).not.toContain('mvn -B package');
  expect(result.summary).toContain(`## https://${domain}:8014 is as it should be`);
  await artifactOf(result, `verify-${domain}`);
}, 240_000);

test('release.yml deploys the tag with a secret in the environment, which is seen nowhere', async () => {
  const payload = { action: 'published', release: { tag_name: 'v1.0.0', prerelease: false } };
  const result = await run('release.yml', 'release', payload);
  expectGreen(result);
  expect(result.outputs).toMatchObject({ 'deploy.changed': 'true', 'deploy.url': `https://${domain}:8014` });
  const line = `v1.0.0 is ${result.outputs['deploy.release']} on the server; request domain https://${domain}:8014, socket domain wss://${domain}`;
  expect(result.log).toContain(line);
  expect(await scene.server.sh('docker exec mccm-server env')).toContain(
    `SPRING_DATASOURCE_PASSWORD=${databasePassword}`,
  );
  expect((await traces()).filter((trace) => result.log.includes(trace))).toEqual([]);
  await artifactOf(result, 'deployment-MCCM-server');

  const skipped = await run('release.yml', 'release', {
    ...payload,
    release: { tag_name: 'v1.0.0', prerelease: true },
  });
  expect(skipped).toMatchObject({ code: 0, steps: [] });
}, 300_000);

test('a run that fails is red, with an annotation that says what to do, and its later steps do not run', async () => {
  const wrong = { SERVER_HOST_KEY: `SHA256:${'A'.repeat(43)}` };
  const result = await run('push.yml', 'push', { ref: 'refs/heads/main' }, wrong);
  expect(result.code).toBe(1);
  expect(result.steps).toContainEqual({ name: action, stage: 'Main', result: 'failure' });
  expect(result.steps).toContainEqual({ name: action, stage: 'Post', result: 'success' });
  expect(result.steps.map((step) => step.name)).not.toContain('Ask the new release');
  expect(result.errors).toEqual([expect.stringMatching(/^HOST_KEY_MISMATCH: .*What to do: /s)]);
  expect(result.outputs['deploy.error-code']).toBe('HOST_KEY_MISMATCH');
  expect(result.summary).toContain('## Failed: HOST_KEY_MISMATCH');
}, 240_000);
