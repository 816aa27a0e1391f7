import { createServer, type Server } from 'node:net';
import { openSocketPatiently } from '../../../src/server/patient-socket.ts';

const never = new AbortController().signal;
const hasty = { attempt: 200, between: 10 };

/** A port of this machine that nothing listens at, and what begins to listen there. */
async function closedPort() {
  const listen = (port: number) =>
    new Promise<Server>((done) => {
      const server = createServer((socket) => socket.end());
      server.listen(port, '127.0.0.1', () => done(server));
    });
  const close = (server: Server) => new Promise<void>((done) => server.close(() => done()));
  const server = await listen(0);
  const { port } = server.address() as { port: number };
  await close(server);
  return { address: { host: '127.0.0.1', port }, open: () => listen(port), close };
}

test('a port that a firewall is just opening is asked for again', async () => {
  const { address, open, close } = await closedPort();
  const connecting = openSocketPatiently(address, { all: 20_000, opening: 20_000 }, never, hasty);
  await new Promise((done) => setTimeout(done, 60));
  const server = await open();
  (await connecting).destroy();
  await close(server);
});

test('without such a firewall, and after its time, a refusal is an answer', async () => {
  const { address } = await closedPort();
  for (const opening of [0, 40]) {
    const connecting = openSocketPatiently(address, { all: 20_000, opening }, never, hasty);
    await expect(connecting).rejects.toMatchObject({ code: 'CONNECTION_REFUSED' });
  }
});

test('the time for all of it is not exceeded by trying again', async () => {
  const { address } = await closedPort();
  const connecting = openSocketPatiently(address, { all: 60, opening: 3_600_000 }, never, hasty);
  await expect(connecting).rejects.toMatchObject({ code: 'CONNECTION_REFUSED' });
});

test('a name that does not exist is not asked for again', async () => {
  const address = { host: 'none.invalid', port: 22 };
  const connecting = openSocketPatiently(address, { all: 20_000, opening: 3_600_000 }, never, {
    ...hasty,
    attempt: 9000,
  });
  await expect(connecting).rejects.toMatchObject({ code: 'HOST_NOT_FOUND' });
});

test('a run that is cancelled waits no longer', async () => {
  const { address } = await closedPort();
  const person = new AbortController();
  const times = { all: 7_200_000, opening: 3_600_000 };
  const connecting = openSocketPatiently(address, times, person.signal, { ...hasty, between: 3_000_000 });
  setTimeout(() => person.abort(), 50);
  await expect(connecting).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
});
