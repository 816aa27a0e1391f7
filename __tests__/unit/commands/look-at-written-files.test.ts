import { lookIntoTakenOver } from '../../../src/commands/look-at-written-files.ts';
import type { Server } from '../../../src/server/server.ts';
import type { HandMade } from '../../../src/survey/hand-made.ts';
import { handMade } from '../deployment/adoption/hand-made.ts';
import { nginx, project, settings, surveyed } from '../deployment/circumstances.ts';
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
async function looksInto(container: HandMade, known = '', dump = conf): Promise<readonly string[]> {
  putContainer(programs, 'A /app\\nA /app/a.json\\n');
  const { server: local } = programs;
  const server: Server = { ...local, run: (script, options) => local.run(`deploy_mark=@@\n${script}`, options) };
  const there = surveyed({
    handMade: [container],
    nginx: { ...nginx, dump: `# configuration file /etc/nginx/nginx.conf:\n${dump}\n` },
    written: { containers: known === '' ? [] : [written({ container: known })], copies: [] },
  });
  const after = await lookIntoTakenOver(server, settings(), project(), there, []);
  return after.written.containers.map((one) => one.container);
}

test('the container that nginx leads to is looked into, whatever its name; none else', async () => {
  expect(await looksInto(handMade({ name: 'web' }))).toEqual([theId]);
  expect(await looksInto(handMade({ name: 'web', published: [] }))).toEqual([]);
  expect(await looksInto(handMade({ name: 'web' }), 'c'.repeat(64))).toEqual(['c'.repeat(64), theId]);
});

test('once is enough, and an nginx that cannot be read leads nowhere', async () => {
  expect(await looksInto(handMade(), theId)).toEqual([theId]);
  expect(await looksInto(handMade({ name: 'web' }), '', 'http {')).toEqual([]);
  expect(programs.calls('docker')).toEqual([]);
});
