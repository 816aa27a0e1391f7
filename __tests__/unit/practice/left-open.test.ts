import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
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
