import { connectionFailure } from '../../../src/commands/ssh-access.ts';
import { failure } from '../../../src/messages/failure.ts';
import { settings } from '../deployment/decision-inputs.ts';

const { server } = settings({ host: 'shop.example.com', port: '2222' });
const timeout = failure('CONNECTION_TIMEOUT', { host: server.host, port: server.port, seconds: 30 });

test.each([
  ['198.51.100.9', '198.51.100.9'],
  [undefined, 'MY_PUBLIC_IP'],
])('no answer, though SSH was opened for %s, names that address and what it may be instead', (address, named) => {
  const told = connectionFailure(timeout, { address, own: true }, server);
  expect(told).toMatchObject({ code: 'SSH_FROM_RUNNER_TIMEOUT', message: expect.stringContaining(named) });
  expect(told).toMatchObject({ text: { why: { en: expect.stringContaining('https_proxy') } } });
});

test('what else keeps a connection from being made has its own cause', () => {
  const refused = failure('CONNECTION_REFUSED', { host: server.host, port: server.port });
  expect(connectionFailure(refused, { address: undefined, own: true }, server)).toBe(refused);
});
