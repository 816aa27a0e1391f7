import { surveyAdopted } from '../../../src/commands/survey-adopted.ts';
import type { Server } from '../../../src/server/server.ts';
import type { ManualContainer } from '../../../src/survey/manual-container.ts';
import { manualContainer } from '../deployment/adoption/manual-container.ts';
import { nginx, project, settings, surveyed } from '../deployment/decision-inputs.ts';
import { written } from '../deployment/written.ts';
import { openPrograms, type Programs } from '../resources/programs.ts';
import { putContainer, theId } from '../survey/container-with-files.ts';

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
});
afterEach(() => programs.remove());

const conf =
  'http { server { listen 8014 ssl; server_name api.example.com; location / { proxy_pass http://127.0.0.1:8004; } } }';

/** The containers that something is known of, once `container` was found on the server beside `known`. */
async function looksInto(container: ManualContainer, known = '', dump = conf): Promise<readonly string[]> {
  putContainer(programs, 'A /app\\nA /app/a.json\\n');
  const { server: local } = programs;
  const server: Server = { ...local, run: (script, options) => local.run(`deploy_mark=@@\n${script}`, options) };
  const there = surveyed({
    manualContainers: [container],
    nginx: { ...nginx, dump: `# configuration file /etc/nginx/nginx.conf:\n${dump}\n` },
    written: { containers: known === '' ? [] : [written({ container: known })], copies: [] },
  });
  const after = await surveyAdopted(server, settings(), project(), there, []);
  return after.written.containers.map((one) => one.container);
}

test('the container that nginx leads to is looked into, whatever its name; none else', async () => {
  expect(await looksInto(manualContainer({ name: 'web' }))).toEqual([theId]);
  expect(await looksInto(manualContainer({ name: 'web', published: [] }))).toEqual([]);
  expect(await looksInto(manualContainer({ name: 'web' }), 'c'.repeat(64))).toEqual(['c'.repeat(64), theId]);
});

test('once is enough, and an nginx that cannot be read leads nowhere', async () => {
  expect(await looksInto(manualContainer(), theId)).toEqual([theId]);
  expect(await looksInto(manualContainer({ name: 'web' }), '', 'http {')).toEqual([]);
  expect(programs.calls('docker')).toEqual([]);
});
