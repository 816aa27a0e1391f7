import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { projectRoot } from '../../../practice/home.ts';
import { node } from '../../../practice/node.ts';
import { openedSince, openNow } from '../../setup/left-open.ts';

// What ends a run that would hang must itself see, name and close whatever a test file can leave open.
test('servers, sockets and processes are named and closed', async () => {
  const before = openNow();
  expect(openedSince(before)).toEqual([]);
  const server: Server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const [accepted] = await Promise.all([once(server, 'connection'), once(socket, 'connect')]);
  const child = spawn('sleep', ['100']);
  const exited = once(child, 'exit');

  const left = openedSince(before);
  const told = left.map(({ description }) => description).join('\n');
  expect(told).toContain(`server at {"address":"127.0.0.1","family":"IPv4","port":${port}}`);
  expect(told).toContain(`socket to 127.0.0.1:${port}`);
  expect(told).toContain(`process ${child.pid}: sleep 100`);
  for (const { close } of left) close();
  await exited;
  expect(server.listening).toBe(false);
  expect([socket.destroyed, accepted[0].destroyed]).toEqual([true, true]);
});

// With CI=true jest keeps off standard output until a test file uses it: the process's own stream is not left open by it.
test('standard output and error that are first used later are not taken for something left open', async () => {
  const script = `import { openedSince, openNow } from './__tests__/setup/left-open.ts';
const before = openNow();
process.stdout.write('used ');
process.stderr.write('used ');
console.log(JSON.stringify(openedSince(before)));`;
  const child = spawn(node, ['--no-warnings', '--input-type=module-typescript', '-e', script], { cwd: projectRoot });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  await once(child, 'close');
  expect(output).toBe('used []\n');
});
