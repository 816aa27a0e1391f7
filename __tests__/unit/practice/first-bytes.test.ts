import { createServer } from 'node:net';
import { connect } from 'node:tls';
import { readFirstBytes } from '../../../practice/first-bytes.ts';

/** The ClientHello that Node sends. */
function helloFor(servername: string): Promise<Buffer> {
  return new Promise((done) => {
    const server = createServer((socket) => {
      socket
        .on('error', () => {})
        .on('data', (bytes: Buffer) => {
          socket.destroy();
          server.close(() => done(bytes));
        });
    }).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      connect({ host: '127.0.0.1', port, servername, ecdhCurve: 'X25519' }).on('error', () => {});
    });
  });
}

test('the name in the ClientHello that Node sends, however it is cut into pieces', async () => {
  const hello = await helloFor('API.example.com');
  expect(readFirstBytes(hello)).toEqual({ kind: 'tls', name: 'api.example.com' });
  for (let length = 0; length < hello.length; length += 1) {
    expect(readFirstBytes(hello.subarray(0, length))).toEqual({ kind: 'incomplete' });
  }
  // The same in two records.
  const record = (part: Buffer): Buffer => {
    const head = Buffer.from([0x16, 3, 1, 0, 0]);
    head.writeUInt16BE(part.length, 3);
    return Buffer.concat([head, part]);
  };
  const [one, two] = [hello.subarray(5, 60), hello.subarray(60)];
  expect(readFirstBytes(Buffer.concat([record(one), record(two)]))).toEqual({ kind: 'tls', name: 'api.example.com' });
  expect(readFirstBytes(record(one))).toEqual({ kind: 'incomplete' });
});

test('a ClientHello without a name, one whose lengths lie, and what is none', async () => {
  expect(readFirstBytes(await helloFor(''))).toEqual({ kind: 'tls', name: undefined });
  const lying = Buffer.concat([Buffer.from([0x16, 3, 1, 0, 40, 1, 0, 0, 36]), Buffer.alloc(36, 0xff)]);
  expect(readFirstBytes(lying)).toEqual({ kind: 'other' });
  expect(readFirstBytes(Buffer.from([0x16, 3, 1, 0, 1, 2]))).toEqual({ kind: 'other' });
  expect(readFirstBytes(Buffer.from('SSH-2.0-x\r\n'))).toEqual({ kind: 'other' });
});

test('the host of a request, without its port, once the head is whole', () => {
  const request = 'GET / HTTP/1.1\r\naccept: */*\r\nhost: Api.Example.com:8014\r\n\r\n';
  expect(readFirstBytes(Buffer.from(request))).toEqual({ kind: 'http', name: 'api.example.com' });
  expect(readFirstBytes(Buffer.from(request.slice(0, -1)))).toEqual({ kind: 'incomplete' });
  expect(readFirstBytes(Buffer.from('GET / HTTP/1.0\r\n\r\n'))).toEqual({ kind: 'http', name: undefined });
});
