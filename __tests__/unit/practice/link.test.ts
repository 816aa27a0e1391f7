import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Link, openLink } from '../../../practice/link.ts';

let link: Link;
let server: Server;
const sockets: Socket[] = [];

/** A link to a server that does this with what a connection sends. */
async function through(answer: (bytes: Buffer, socket: Socket) => void, bytesPerSecond = 5e6): Promise<void> {
  server = createServer((socket) => {
    socket.on('error', () => {}).on('data', (bytes: Buffer) => answer(bytes, socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  link = await openLink({ target: { host: '127.0.0.1', port }, bytesPerSecond, roundTripMs: 20 });
}

interface Client {
  readonly socket: Socket;
  readonly closed: Promise<string>;
  /** Resolves once this many bytes have come in all. */
  heard(bytes: number): Promise<void>;
}

function client(): Client {
  const socket = connect(link.port, link.address);
  sockets.push(socket);
  let [bytes, code] = [0, 'in order'];
  socket.on('data', (piece: Buffer) => {
    bytes += piece.length;
    socket.emit('heard');
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    code = error.code ?? '';
  });
  return {
    socket,
    closed: new Promise((done) => socket.on('close', () => done(code))),
    heard: async (wanted) => {
      while (bytes < wanted) await new Promise((done) => socket.once('heard', done));
    },
  };
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await link.close();
  await new Promise((done) => server.close(done));
});

test('each question is one exchange, on whichever connection', async () => {
  await through((bytes, socket) => socket.write(bytes));
  const [one, two] = [client(), client()];
  for (let asked = 1; asked <= 3; asked += 1) {
    one.socket.write('12345');
    await one.heard(asked * 5);
  }
  two.socket.write('1234567');
  await two.heard(7);
  expect(link.traffic()).toEqual({
    connections: 2,
    exchanges: 4,
    bytesUp: 22,
    bytesDown: 22,
    each: [
      { exchanges: 3, bytesUp: 15, bytesDown: 15 },
      { exchanges: 1, bytesUp: 7, bytesDown: 7 },
    ],
  });
  link.reset();
  one.socket.write('1');
  await one.heard(16);
  expect(link.traffic()).toMatchObject({ connections: 0, exchanges: 1, bytesUp: 1, bytesDown: 1 });
});

test('what comes down amid an upload, and goes up amid a download, is no exchange', async () => {
  const size = 1_000_000;
  let got = 0;
  await through((bytes, socket) => {
    const before = got;
    got += bytes.length;
    // A window is opened every 100 kB; the answer to all of it is a download.
    if (Math.floor(before / 100_000) < Math.floor(got / 100_000)) socket.write('w');
    if (before < size && got >= size) socket.write(Buffer.alloc(size));
  });
  const { socket, heard } = client();
  socket.write(Buffer.alloc(size));
  await heard(400_000);
  socket.write('w');
  await heard(size);
  expect(link.traffic()).toMatchObject({ exchanges: 1, bytesUp: size + 1 });
  await heard(size + 10);
  socket.write('next');
  while (got < size + 5) await new Promise((done) => setTimeout(done, 5));
  expect(link.traffic()).toMatchObject({ exchanges: 2, bytesDown: size + 10 });
});

test('bytes come whole, in order, and an end on one side is one on the other', async () => {
  const parts: Buffer[] = [];
  await through((bytes) => void parts.push(bytes));
  const sent = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
  const { socket, closed } = client();
  socket.end(sent);
  expect(await closed).toBe('in order');
  expect(Buffer.concat(parts).equals(sent)).toBe(true);
});

test('no more is taken in than the window holds and a piece, while nothing is delivered', async () => {
  await through(() => {});
  const { socket } = client();
  socket.write('1');
  while (link.traffic().bytesUp === 0) await new Promise((done) => setTimeout(done, 5));
  link.stall();
  socket.write(Buffer.alloc(1_000_000));
  await new Promise((done) => setTimeout(done, 100));
  // The window is 5 MB/s times 20 ms.
  expect(link.traffic().bytesUp).toBeGreaterThanOrEqual(100_000);
  expect(link.traffic().bytesUp).toBeLessThan(100_000 + 128 * 1024);
  expect(socket.destroyed).toBe(false);
});

test('a cut resets what is open once the bytes are over, and lets in who comes again', async () => {
  let got = 0;
  await through((bytes, socket) => {
    got += bytes.length;
    socket.write('1');
  });
  link.cutAfter(300_000);
  const first = client();
  first.socket.write(Buffer.alloc(2_000_000));
  expect(await first.closed).toBe('ECONNRESET');
  expect(got).toBeLessThan(300_000 + 64 * 1024);
  const again = client();
  again.socket.write('1');
  await again.heard(1);
  link.cut();
  expect(await again.closed).toBe('ECONNRESET');
  expect(link.traffic().connections).toBe(2);
});
