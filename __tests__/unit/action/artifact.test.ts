import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepArtifact } from '../../../src/action/artifact.ts';
import { least } from '../settings/inputs.ts';
import { runSource } from './action-run.ts';

const files = [{ name: 'plan.txt', text: 'the plan\n' }];
const environment = { ...process.env };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'artifact-'));
  process.env.RUNNER_TEMP = folder;
  delete process.env.ACTIONS_RUNTIME_TOKEN;
});
afterEach(() => {
  process.env = { ...environment };
  rmSync(folder, { recursive: true, force: true });
});

test('what an earlier step of the run kept under the same name stays', async () => {
  await keepArtifact('deployment-app', files);
  const second = await keepArtifact('deployment-app', [{ name: 'plan.txt', text: 'another\n' }]);
  expect(second.folder).toBe(join(folder, 'deployment-app-2'));
  expect(readdirSync(folder).toSorted()).toEqual(['deployment-app', 'deployment-app-2']);
  expect(readFileSync(join(folder, 'deployment-app/plan.txt'), 'utf8')).toBe('the plan\n');
});

test('a name that the artifact service has in this run gets a number', async () => {
  const service = await artifactService(['deployment-app', 'deployment-app-2']);
  try {
    const scope = Buffer.from(JSON.stringify({ scp: 'Actions.Results:run:job' })).toString('base64url');
    // In a process of its own: jest cannot load what the client zips with.
    const environment = { ACTIONS_RUNTIME_TOKEN: `e30.${scope}.x`, ACTIONS_RESULTS_URL: service.url };
    const { outputs, log } = await runSource('index', { ...least, 'artifact-name': 'deployment-app' }, { environment });
    expect(log).not.toContain('could not be uploaded');
    expect(outputs['artifact-id']).toBe('7');
    expect(service.asked).toEqual(['deployment-app', 'deployment-app-2', 'deployment-app-3']);
  } finally {
    await service.close();
  }
}, 60_000);

/** A stand-in for GitHub's artifact service that has artifacts of the names `taken`: it answers them with 409. */
async function artifactService(taken: readonly string[]) {
  const asked: string[] = [];
  const read = async (request: IncomingMessage): Promise<string> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts).toString();
  };
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const answer = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (request.url?.endsWith('/CreateArtifact')) {
      const { name } = JSON.parse(body) as { name: string };
      asked.push(name);
      if (taken.includes(name))
        return answer(409, { msg: 'an artifact with this name already exists on the workflow run' });
      const { port } = server.address() as AddressInfo;
      return answer(200, { ok: true, signedUploadUrl: `http://127.0.0.1:${port}/account/container/blob?sig=x` });
    }
    if (request.url?.endsWith('/FinalizeArtifact')) return answer(200, { ok: true, artifactId: '7' });
    response.writeHead(201).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
