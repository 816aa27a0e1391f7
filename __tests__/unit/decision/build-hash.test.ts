import { type BuildInputs, buildHash, containerHash } from '../../../src/decision/build-hash.ts';
import { release } from '../deployment/release.ts';

const file = { path: 'a/b', mode: 0o644, sha256: '1' };
const build: BuildInputs = {
  dockerfile: 'FROM a\n',
  arguments: [
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
  ],
  jarContentSha256: 'c',
  context: [file],
};
const container = release.container;

test.each<[string, Partial<BuildInputs>]>([
  ['Dockerfile', { dockerfile: 'FROM a\n\n' }],
  ['jar', { jarContentSha256: 'd' }],
  [
    'value of a build argument',
    {
      arguments: [
        { name: 'A', value: '1' },
        { name: 'B', value: '3' },
      ],
    },
  ],
  [
    'words between name and value',
    {
      arguments: [
        { name: 'A', value: '1' },
        { name: 'B=', value: '2' },
      ],
    },
  ],
  ['file', { context: [{ ...file, sha256: '2' }] }],
  ['mode', { context: [{ ...file, mode: 0o755 }] }],
  ['path', { context: [{ ...file, path: 'a/c' }] }],
  ['number of files', { context: [file, { ...file, path: 'z' }] }],
])('another %s is another build', (_, change) => {
  expect(buildHash({ ...build, ...change })).not.toBe(buildHash(build));
});

test('where files lie on the runner does not count', () => {
  expect(buildHash({ ...build, context: [{ ...file, source: '/elsewhere' } as never] })).toBe(buildHash(build));
});

test.each<[string, Partial<typeof container>]>([
  ['port', { appPort: 1 }],
  ['volume', { volumes: [{ host: '/a', container: '/a', readOnly: false }] }],
  ['mode of a volume', { volumes: [{ host: '/a', container: '/a', readOnly: true }] }],
  ['variable', { variables: { SPRING_PROFILES_ACTIVE: 'x' } }],
  ['name in the env file', { environmentNames: ['A'] }],
  ['file', { files: [{ name: '1', container: '/a' }] }],
  ['network', { networks: ['backend'] }],
  ['order of networks', { networks: ['a', 'b'] }],
  ['memory', { memory: '512m' }],
  ['option', { options: ['--memory', '512m'] }],
  ['owner', { volumeOwner: '1:1' }],
  ['rotation', { rotateLogs: false }],
  ['stop timeout', { stopTimeoutSeconds: 1 }],
])('another %s is another container', (_, change) => {
  const hashes = [{}, change].map((one) => containerHash('b', { ...container, ...one }));
  expect(new Set(hashes).size).toBe(2);
});

test('port on loopback and hash are no part of a container; the build is', () => {
  const other = { ...container, loopbackPort: 29_000, hash: 'x' };
  expect(containerHash('b', other)).toBe(containerHash('b', container));
  expect(containerHash('c', container)).not.toBe(containerHash('b', container));
});

test('a record that went through JSON has the same hash', () => {
  const copy = JSON.parse(JSON.stringify(container)) as typeof container;
  expect(containerHash('b', copy)).toBe(containerHash('b', container));
});
