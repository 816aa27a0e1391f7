import { manifestPath, registryOf } from '../../../src/dockerfile/base-image.ts';
import { explainBuild } from '../../../src/dockerfile/build-failure.ts';
import { lastWords, type Puller, pullFailure } from '../../../src/dockerfile/pull-failure.ts';
import { type MirrorObservation, tencentMirror } from '../../../src/messages/registry-mirror.ts';

const alone: Puller = { architecture: 'aarch64', tencent: false, mirrors: [], unloaded: [] };
const hub = 'eclipse-temurin:8-jre';
const private5000 = 'registry.example.com:5000/team/jre:8';

function pulled(image: string, output: string, puller = alone) {
  return pullFailure(image, lastWords(output), output, puller);
}

test.each([
  [hub, 'manifest for eclipse-temurin:8-jr not found: manifest unknown: manifest unknown', 'BASE_IMAGE_UNKNOWN'],
  [hub, `failed to resolve reference "docker.io/library/x:9": docker.io/library/x:9: not found`, 'BASE_IMAGE_UNKNOWN'],
  [
    hub,
    "pull access denied for nope, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    'BASE_IMAGE_UNKNOWN',
  ],
  [private5000, 'unauthorized: authentication required', 'BASE_IMAGE_UNKNOWN'],
  [
    private5000,
    'Head "https://registry.example.com:5000/v2/team/jre/manifests/8": no basic auth credentials',
    'BASE_IMAGE_UNKNOWN',
  ],
  [hub, 'no matching manifest for linux/arm64/v8 in the manifest list entries', 'BASE_IMAGE_PLATFORM'],
  [hub, 'failed to copy: no match for platform in manifest: not found', 'BASE_IMAGE_PLATFORM'],
  [hub, 'toomanyrequests: You have reached your pull rate limit.', 'REGISTRY_LIMIT'],
  [hub, 'unexpected status from HEAD request to https://m/v2/x/manifests/1: 429 Too Many Requests', 'REGISTRY_LIMIT'],
  [hub, 'unexpected status from HEAD request to https://m/v2/x/manifests/1: 403 Forbidden', 'BASE_IMAGE_UNREACHABLE'],
  [
    hub,
    'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.0.2:53: no such host',
    'BASE_IMAGE_UNREACHABLE',
  ],
  [
    hub,
    'Get "https://registry-1.docker.io/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    'BASE_IMAGE_UNREACHABLE',
  ],
  [
    private5000,
    'Get "https://registry.example.com:5000/v2/": dial tcp 10.0.0.9:5000: connect: connection refused',
    'BASE_IMAGE_UNREACHABLE',
  ],
  [hub, 'unexpected EOF', 'BASE_IMAGE_UNREACHABLE'],
  [
    private5000,
    'Get "https://registry.example.com:5000/v2/": x509: certificate signed by unknown authority',
    'BASE_IMAGE_NOT_PULLED',
  ],
  [
    private5000,
    'Get "https://registry.example.com:5000/v2/": http: server gave HTTP response to HTTPS client',
    'BASE_IMAGE_NOT_PULLED',
  ],
  [hub, 'failed to register layer: write /usr/lib/x: no space left on device', 'BUILD_DISK_FULL'],
])('pulling %s: %s', (image, said, code) => {
  const failed = pulled(image, `8-jre: Pulling from library/x\nError response from daemon: ${said}\n`);
  expect(failed.code).toBe(code);
  if (code === 'BASE_IMAGE_NOT_PULLED') expect(failed.text.what.en).toContain(said);
});

describe('a registry mirror', () => {
  const noHub =
    'Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: no such host';
  const mirror = (changes: Partial<MirrorObservation>): MirrorObservation => ({
    url: 'https://m.example.com',
    state: 'answers',
    status: 200,
    seconds: undefined,
    ...changes,
  });
  const cures = (mirrors: readonly MirrorObservation[], tencent = false) =>
    pulled(hub, noHub, { ...alone, tencent, mirrors }).text.cure.en.split(/ (?=\d\. )/);

  test('that is dead is named with how long it hung, and replacing it comes first', () => {
    const dead = mirror({ state: 'silent', status: undefined, seconds: 15 });
    const failed = pulled(hub, noHub, { ...alone, mirrors: [dead] });
    expect(failed.text.why.en).toContain('https://m.example.com did not answer for 15 s');
    expect(cures([dead])[0]).toMatch(/^1\. In \/etc\/docker\/daemon\.json, replace https:\/\/m\.example\.com /);
    expect(cures([dead]).join()).not.toContain(tencentMirror);
    expect(cures([mirror({ state: 'unreachable', status: undefined })])[0]).toContain('replace https://m.example.com');
  });

  test('that the server has already is never what is advised first', () => {
    for (const mirrors of [[mirror({ url: tencentMirror })], [mirror({ url: tencentMirror, status: 403 })]]) {
      expect(cures(mirrors, true)[0]).toMatch(/^1\. Set `base-image`/);
    }
    const dead = mirror({ url: tencentMirror, state: 'silent', status: undefined, seconds: 30 });
    expect(cures([dead], true)[0]).toContain(`replace ${tencentMirror}`);
    expect(cures([dead], true).join()).not.toContain(`Add ${tencentMirror}`);
  });

  test('is advised where there is none', () => {
    expect(cures([])[0]).toContain('"registry-mirrors": ["https://MIRROR"]');
    expect(cures([], true)[0]).toContain(`Add ${tencentMirror}`);
    expect(cures([mirror({ state: 'silent', seconds: 20 })], true)[1]).toContain(`Add ${tencentMirror}`);
  });

  test('that the engine has not loaded yet is loaded first', () => {
    const unloaded = ['https://theirs.example.com', tencentMirror];
    const [first = '', second = ''] = pulled(hub, noHub, { ...alone, tencent: true, unloaded }).text.cure.en.split(
      / (?=\d\. )/,
    );
    expect(first).toMatch(/^1\. Run `systemctl reload docker` .* https:\/\/theirs\.example\.com, https:/);
    expect(second).toMatch(/^2\. Set `base-image`/);
  });

  test('that says that it has no such image outweighs that Docker Hub is out of reach', () => {
    const without = mirror({ status: 404 });
    expect(pulled(hub, noHub, { ...alone, mirrors: [without] }).code).toBe('BASE_IMAGE_UNKNOWN');
    const dead = mirror({ state: 'silent', status: undefined });
    expect(pulled(hub, noHub, { ...alone, mirrors: [dead, without] }).code).toBe('BASE_IMAGE_UNREACHABLE');
    expect(pulled(private5000, noHub, { ...alone, mirrors: [without] }).code).toBe('BASE_IMAGE_UNREACHABLE');
  });

  test('is no matter of an image that another registry has', () => {
    const said = 'Error response from daemon: dial tcp 10.0.0.9:5000: connect: connection refused';
    expect(pulled(private5000, said).text.cure.en).toMatch(
      /^1\. Check .*`curl -v https:\/\/registry\.example\.com:5000\/v2\/`.* 2\. Set `base-image`.* 3\. .*docker save/,
    );
  });
});

describe('what a build ends with', () => {
  const explain = (...lines: readonly string[]) => explainBuild(lines.join('\n'), alone);

  test('a tag that the registry has not got, in BuildKit’s words', () => {
    const failed = explain(
      '#2 ERROR: registry.example.com/jre:9: not found',
      'ERROR: failed to solve: registry.example.com/jre:9: failed to resolve source metadata for registry.example.com/jre:9: registry.example.com/jre:9: not found',
      'View build details: docker-desktop://x',
    );
    expect(failed.code).toBe('BASE_IMAGE_UNKNOWN');
    expect(failed.text.what.en).toContain('base image registry.example.com/jre:9:');
  });

  test('a registry out of reach, in BuildKit’s and in the classic builder’s words', () => {
    expect(
      explain(
        'ERROR: failed to build: failed to solve: 127.0.0.1:5999/x:1: failed to resolve source metadata for 127.0.0.1:5999/x:1: failed to do request: Head "https://127.0.0.1:5999/v2/x/manifests/1": dial tcp 127.0.0.1:5999: connect: connection refused',
      ).code,
    ).toBe('BASE_IMAGE_UNREACHABLE');
    expect(
      explain('Step 1/3 : FROM nope', 'Get "https://registry-1.docker.io/v2/": dial tcp: lookup x: no such host').code,
    ).toBe('BASE_IMAGE_UNREACHABLE');
  });

  test('words of a program that a RUN starts are the Dockerfile’s own, whatever registry it speaks of', () => {
    for (const end of [
      'ERROR: failed to solve: process "/bin/sh -c npm ci --registry https://registry.example.com" did not complete successfully: exit code: 1',
      "The command '/bin/sh -c npm ci --registry https://r' returned a non-zero code: 1",
    ]) {
      const failed = explain(
        '0.140 npm error registry https://registry.example.com: connect ECONNREFUSED, connection refused',
        '0.141 manifest unknown: Get "https://registry.example.com/v2/": i/o timeout',
        end,
      );
      expect(failed.code).toBe('BUILD_FAILED');
      expect(failed.text.what.en).toContain(/exit code: 1|non-zero code: 1/.exec(end)?.[0]);
    }
    expect(explain('COPY failed: file not found in build context').code).toBe('BUILD_FAILED');
    expect(explain('ERROR: failed to solve: failed to compute cache key: "/dist": not found').code).toBe(
      'BUILD_FAILED',
    );
  });
});

test.each([
  ['eclipse-temurin:8-jre', undefined, 'library/eclipse-temurin/manifests/8-jre'],
  ['team/jre', undefined, 'team/jre/manifests/latest'],
  ['docker.io/library/busybox:1', undefined, 'library/busybox/manifests/1'],
  [`jre@sha256:${'a'.repeat(64)}`, undefined, `library/jre/manifests/sha256:${'a'.repeat(64)}`],
])('%s is of Docker Hub', (image, registry, path) => {
  expect(registryOf(image)).toBe(registry);
  expect(manifestPath(image)).toBe(path);
});

test.each([
  ['registry.example.com/x:1', 'registry.example.com'],
  ['127.0.0.1:5999/x:1', '127.0.0.1:5999'],
  ['localhost/x', 'localhost'],
])('%s is of %s', (image, registry) => expect(registryOf(image)).toBe(registry));
