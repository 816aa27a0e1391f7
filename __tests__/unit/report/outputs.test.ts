import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { newRecord } from '../../../src/commands/run.ts';
import { failure } from '../../../src/messages/failure.ts';
import { redact } from '../../../src/redaction/redact.ts';
import { artifactFiles } from '../../../src/report/artifact.ts';
import { outputsOf } from '../../../src/report/outputs.ts';
import { release } from '../deployment/release.ts';
import { deployedRecord } from './run-record.ts';

test('every output that action.yml declares, and no other', () => {
  const declared = Object.keys((parse(readFileSync('action.yml', 'utf8')) as { outputs: object }).outputs);
  const set = [...Object.keys(outputsOf(newRecord(0), 0)), 'artifact-id', 'artifact-url'];
  expect(set.toSorted()).toEqual(declared.toSorted());
});

test('a deploy', () => {
  expect(outputsOf(deployedRecord(), 13_340)).toEqual({
    url: 'https://api.example.com:8014',
    release: release.id,
    'previous-release': 'R0',
    image: `mccm-server:${release.id}`,
    container: 'mccm-server',
    changed: 'true',
    'rolled-back': 'false',
    'health-status': '200',
    'certificate-not-after': '2027-01-02T03:04:05.000Z',
    'certificate-id': '',
    'wechat-request-domain': 'https://api.example.com:8014',
    'wechat-socket-domain': 'wss://api.example.com',
    'icp-status': '',
    'duration-seconds': '12.3',
    'error-code': '',
  });
});

test('nothing known yet is empty, never "undefined"', () => {
  const outputs = outputsOf(
    { ...newRecord(0), failures: [failure('INTERNAL', { detail: '' }), failure('DOCKER_SNAP', {})] },
    0,
  );
  expect(outputs).toMatchObject({ url: '', release: '', changed: 'false', 'error-code': 'INTERNAL' });
  expect(Object.values(outputs).join()).not.toMatch(/undefined|null|NaN/);
});

test('what was installed stays changed, though the switch after it was undone', () => {
  expect(outputsOf(deployedRecord({ changed: true, rolledBack: true }), 0)).toMatchObject({
    changed: 'true',
    'rolled-back': 'true',
  });
  expect(outputsOf(deployedRecord({ changed: false, rolledBack: true }), 0)).toMatchObject({ changed: 'false' });
});

test('what this run did not see the end of is empty, neither true nor false', () => {
  const known = { changed: false, rolledBack: false };
  for (const fate of ['open', 'cut-short'] as const) {
    expect(outputsOf(deployedRecord({ ...known, fate }), 0)).toMatchObject({ changed: '', 'rolled-back': '' });
    expect(outputsOf(deployedRecord({ ...known, fate, changed: true }), 0)).toMatchObject({ changed: 'true' });
  }
  expect(outputsOf(deployedRecord({ ...known, uncertain: true }), 0)).toMatchObject({
    changed: '',
    'rolled-back': 'false',
  });
});

describe('the artifact', () => {
  const files = (changes: Parameters<typeof deployedRecord>[0] = {}, secrets: readonly string[] = []) =>
    new Map(artifactFiles(deployedRecord(changes), 'en', secrets).map(({ name, text }) => [name, text]));

  test('has what was rendered, and a record for programs', () => {
    const found = files();
    expect([...found.keys()]).toEqual([
      'plan.txt',
      'Dockerfile',
      'docker-run.sh',
      'nginx-mccm-server.conf',
      'deployment.json',
    ]);
    expect(found.get('Dockerfile')).toBe(release.build.dockerfile);
    expect(found.get('docker-run.sh')).toMatch(/^docker run .* mccm-server:\S+\n$/);
    expect(found.get('plan.txt')).toContain('2 steps: 0 provision · 0 issue · 1 prepare · 1 switch · 0 publish');
    expect(JSON.parse(found.get('deployment.json') ?? '')).toMatchObject({
      app: 'MCCM-server',
      release: { id: release.id },
      previousRelease: 'R0',
      steps: [{ id: 'image.build' }, { id: 'site.swap' }],
    });
  });

  test('of a run that failed early is the record alone', () => {
    const found = files({ release: undefined, plan: undefined, failures: [failure('DOCKER_SNAP', {})] });
    expect([...found.keys()]).toEqual(['deployment.json']);
    expect(JSON.parse(found.get('deployment.json') ?? '').failures).toMatchObject([{ code: 'DOCKER_SNAP' }]);
  });

  test('shows of options, build arguments and nginx what holds no secret, also where nobody marked it as one', () => {
    const site = `server {\n  # hunter2\n  proxy_set_header Authorization "Basic hunter2";\n}\n`;
    const hidden = {
      ...release,
      build: { ...release.build, arguments: [{ name: 'TOKEN', value: 'hunter2' }] },
      container: {
        ...release.container,
        options: ['--log-opt', 'splunk-token=hunter2', '--cpus=2', '--health-cmd', 'curl hunter2', '-lkey=hunter2'],
      },
      site: { ...release.site, snippet: 'proxy_set_header X-Key "hunter2";' },
    };
    const found = files({ release: hidden, site });
    for (const text of found.values()) expect(text).not.toContain('hunter2');
    expect(found.get('docker-run.sh')).toContain(
      "--log-opt 'splunk-token=…' --cpus=2 --health-cmd '…' '-lkey=…' mccm-server:",
    );
    expect(found.get('nginx-mccm-server.conf')).toContain('proxy_set_header Authorization …;');
    expect(JSON.parse(found.get('deployment.json') ?? '').release).toMatchObject({
      build: { arguments: [{ name: 'TOKEN', value: '…' }] },
      site: { snippet: 'proxy_set_header X-Key …;' },
    });
  });

  test('holds no secret in any byte, wherever one got in', () => {
    const secret = 'p4ss"w\\ord';
    const build = { ...release.build, dockerfile: `FROM a\nENV P=${secret}\n` };
    const leaking = {
      release: { ...release, build },
      site: `# ${secret}`,
      failures: [failure('INTERNAL', { detail: secret })],
    };
    const found = files(leaking, [secret]);
    for (const text of found.values()) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
    expect(() => JSON.parse(found.get('deployment.json') ?? '')).not.toThrow();
  });
});

describe('redacting', () => {
  test('longer secrets go first, so that no part of one is left; empty ones are none', () => {
    expect(redact('abcdef abc', ['abc', '', 'abcdef'])).toBe('*** ***');
    expect(redact('a$&b', ['$&'])).toBe('a***b');
    expect(redact('text', [])).toBe('text');
  });

  test('no secret is left in any text', () => {
    const secret = fc.string({ minLength: 4 }).filter((one) => !one.includes('*'));
    fc.assert(
      fc.property(fc.array(secret), fc.array(fc.string()), (secrets, words) => {
        const redacted = redact(words.flatMap((word, i) => [word, secrets[i] ?? '']).join(''), secrets);
        for (const one of secrets) expect(redacted).not.toContain(one);
      }),
    );
  });
});
