import { inheritedSettingsOf } from '../../../../src/decision/adoption/inherited-settings.ts';
import type { ManualContainer } from '../../../../src/survey/manual-container.ts';
import { manualContainer } from '../../deployment/adoption/manual-container.ts';

const inherit = (changes: Partial<ManualContainer> = {}, rendered = true) =>
  inheritedSettingsOf(manualContainer(changes), 8004, rendered);

test('the guide’s container hands on its mounts and its port', () => {
  expect(inherit()).toEqual({
    volumes: ['file-system', 'logs'].map((name) => ({
      host: `/docker/app/MCCM-server/${name}`,
      container: `/docker/app/MCCM-server/${name}`,
      readOnly: false,
    })),
    environment: [],
    networks: [],
    user: { given: '', effective: '' },
    published: { port: 8004, loopbackOnly: false },
  });
});

test('variables are handed on, those of base images and those that the jar is read by aside', () => {
  const environment = ['GREETING', 'DB_PASSWORD', 'SPRING_PROFILES_ACTIVE', 'SERVER_PORT', 'LANG', 'TZ'].map(
    (name) => ({
      name,
      ofImage: name === 'TZ' || name === 'LANG',
      writable: true,
    }),
  );
  expect(inherit({ environment }).environment).toEqual(['GREETING', 'DB_PASSWORD', 'TZ']);
  // The own Dockerfile goes on setting what it set.
  expect(inherit({ environment }, false).environment).toEqual(['GREETING', 'DB_PASSWORD']);
});

test.each([
  [
    'a volume of Docker',
    [{ kind: 'volume', source: 'data', destination: '/data', readOnly: true }],
    [{ host: 'data', container: '/data', readOnly: true }],
  ],
  ['a memory file system', [{ kind: 'tmpfs', source: '', destination: '/tmp', readOnly: false }], []],
])('%s', (_, mounts, volumes) => {
  expect(inherit({ mounts }).volumes).toEqual(volumes);
});

test.each([
  [[{ containerPort: 8004, protocol: 'tcp', address: '127.0.0.1', port: 8004 }], { port: 8004, loopbackOnly: true }],
  [[{ containerPort: 8004, protocol: 'tcp', address: '', port: 9000 }], { port: 9000, loopbackOnly: false }],
  [[{ containerPort: 8004, protocol: 'udp', address: '', port: 8004 }], undefined],
  [[], undefined],
])('published as %j', (published, handed) => {
  expect(inherit({ published }).published).toEqual(handed);
});

test('on the server’s own network the port is open without being published', () => {
  expect(inherit({ networkMode: 'host', published: [] })).toMatchObject({
    networks: [],
    published: { port: 8004, loopbackOnly: false },
  });
});

test.each([
  ['1000:1000', '', { given: '1000:1000', effective: '1000:1000' }],
  ['app', 'app', { given: '', effective: 'app' }],
  ['root', '', { given: 'root', effective: '' }],
  ['0:0', '0:0', { given: '', effective: '' }],
])('the user %s over the image’s %s', (user, imageUser, handed) => {
  expect(inherit({ user, imageUser }).user).toEqual(handed);
});

test('networks of its own', () => {
  const networks = ['shop', 'data'].map((name) => ({ name, aliases: [], fixedAddress: undefined }));
  expect(inherit({ networkMode: 'shop', networks }).networks).toEqual(['shop', 'data']);
});
