import fc from 'fast-check';
import { readCertificates } from '../../../src/survey/certificates.ts';
import { readDocker } from '../../../src/survey/docker.ts';
import { readFirewall } from '../../../src/survey/firewall.ts';
import { readListeners } from '../../../src/survey/listeners.ts';
import { readReleases } from '../../../src/survey/releases.ts';
import { readStorage } from '../../../src/survey/storage.ts';
import { readSystem } from '../../../src/survey/system.ts';
import { release } from '../deployment/release.ts';
import { base64 } from './base64.ts';

test('certificates and keys, paths with spaces among them', () => {
  const text = `certificate ${base64('/a b.pem')} ${base64('CERT')}\nkey ${base64('/a b.pem')} ${base64('PUBLIC')}\nkey ${base64('/locked.key')} \n`;
  expect(readCertificates(text)).toEqual({
    certificates: [{ path: '/a b.pem', text: 'CERT' }],
    keys: [
      { path: '/a b.pem', publicKey: 'PUBLIC' },
      { path: '/locked.key', publicKey: '' },
    ],
  });
});

describe('releases', () => {
  test('all of a folder that was deployed to', () => {
    const folder = '/docker/app/MCCM-server/releases/R1';
    const found = readReleases(`under-way octocat https://git.example.com/1
recorded R2
recorded R1
jar ${'f'.repeat(64)} ${folder}/build/target/my app.jar
orphan R0
half-done R0
container R1 ${'c'.repeat(64)}
container R0 
known R2 ${base64(JSON.stringify({ ...release, id: 'R2' }))}
env R2 ${'e'.repeat(64)}
current R2
static aa R1 R2 
static bb 
file R2 1 ${'a'.repeat(64)}
empty-incoming yes
taken ${base64('/docker/app/a b/current')}
application ${base64('/docker/app/x')}
port 20001
port 20002
`);
    expect(found).toMatchObject({
      recorded: ['R1', 'R2'],
      orphans: ['R0'],
      environmentSha256: 'e'.repeat(64),
      statics: [
        { sha256: 'aa', releases: ['R1', 'R2'] },
        { sha256: 'bb', releases: [] },
      ],
      fileSha256: new Map([['1', 'a'.repeat(64)]]),
      recordedPorts: [20_001, 20_002],
      containers: new Map([
        ['R1', 'c'.repeat(64)],
        ['R0', ''],
      ]),
      emptyIncoming: true,
      taken: ['/docker/app/a b/current'],
      applications: ['/docker/app/x'],
      halfDone: true,
      underWay: 'octocat https://git.example.com/1',
    });
    expect(found.current?.id).toBe('R2');
    expect([...found.jars]).toEqual([['f'.repeat(64), `${folder}/build/target/my app.jar`]]);
  });

  test.each(['{"format":2}', '{', 'null', '[]', ''])('a record %j counts as none', (json) => {
    expect(readReleases(`recorded R1\nknown R1 ${base64(json)}\ncurrent R1\n`).current).toBeUndefined();
  });
});

test('no reader is thrown off by noise, the engine’s own JSON aside', () => {
  const readers = [readCertificates, readDocker, readFirewall, readListeners, readReleases, readStorage, readSystem];
  const words = fc.constantFrom(
    'client',
    'version',
    'info',
    'kind',
    'allow',
    'jar',
    'current',
    'port',
    'folder',
    'key',
    'ID=',
    '{',
    'LISTEN 0 1',
  );
  const line = fc.tuple(words, fc.string()).map(([word, rest]) => `${word} ${rest}`);
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      for (const read of readers) expect(() => read(lines.join('\n'))).not.toThrow();
    }),
  );
});
