import { decide } from '../../../src/decision/decide.ts';
import type { DecisionInputs } from '../../../src/decision/decision-inputs.ts';
import { decideTarget } from '../../../src/decision/target.ts';
import { applicationUser } from '../../../src/decision/volume-owner.ts';
import { imageOf } from '../../../src/deployment/image-source.ts';
import { toStartAgain } from '../../../src/deployment/start-again.ts';
import type { ProjectSource, ServedCertificate } from '../../../src/deployment/target.ts';
import type { FileToMount } from '../../../src/project/files-to-mount.ts';
import { proofStatus } from '../../../src/release/release.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { readReleases } from '../../../src/survey/releases.ts';
import {
  decisionInputs,
  deployed,
  environmentSha256,
  jar,
  listenersOf,
  project,
  settings,
  surveyed,
} from '../deployment/decision-inputs.ts';
import { readOwn } from '../project/own-dockerfile.ts';

/** What is deployed before each second decision. */
const first = decide(settings(), decisionInputs()).release;
const later = new Date('2026-11-24T08:00:00Z');

/** By what the jar of a release of the project is taken apart. */
function targetOf(inputs: DecisionInputs): ProjectSource['recipe'] {
  const { source } = decideTarget({
    ...inputs,
    settings: settings(),
    certificate: { pair: inputs.certificate } as ServedCertificate,
    publicAddress: undefined,
  });
  return source.kind === 'project' ? source.recipe : undefined;
}

/** What a decision rests on, its server as it was surveyed. */
type World = NonNullable<Parameters<typeof decisionInputs>[0]>;

/** The decision of a second run; `changes` of the settings, `other` of the world. */
function second(changes: Readonly<Record<string, string>> = {}, other: World = {}) {
  const wanted = settings(changes);
  const world = { surveyed: deployed(first), now: later, environmentSha256: environmentSha256(wanted), ...other };
  const inputs = decisionInputs(world);
  const decision = decide(wanted, inputs);
  const { newContainer, release } = decision;
  const image = imageOf({ release, source: { kind: 'kept', environment: undefined } }, inputs.server);
  return {
    ...decision,
    image: newContainer === undefined ? undefined : image,
    startAgain: newContainer === undefined ? toStartAgain(release, inputs.server) : undefined,
  };
}

test('the first deploy: a new release, its own port, and a proof location nobody can guess', () => {
  const decision = decide(settings(), decisionInputs());
  expect(decision.newContainer?.en).toBe('nothing is deployed yet');
  expect(decision.release).toMatchObject({ id: '20261123T160512Z-1a2b3c4', app: 'MCCM-server', image: 'mccm-server' });
  expect(decision.release.container.appPort).toBe(8004);
  expect(decision.release.site.upstreamPort).toBe(decision.release.container.loopbackPort);
  expect(decision.release.site.proof.path).toMatch(/^\/deploy-proof\/[0-9a-f]{32}$/);
  expect(decide(settings(), decisionInputs()).release.site.proof.path).not.toBe(decision.release.site.proof.path);
});

test('outside a repository the release says so', () => {
  const origin = { commit: '', runUrl: '', actor: '' };
  expect(decide(settings(), decisionInputs({ origin })).release.id).toBe('20261123T160512Z-local');
});

test('the same again: the current release stays as it is, to the letter', () => {
  const decision = second();
  expect(decision.newContainer).toBeUndefined();
  expect(JSON.parse(JSON.stringify(decision.release))).toEqual(JSON.parse(JSON.stringify(first)));
});

/** A file of the runner to mount. */
function file(sha256 = '5'.repeat(64)): FileToMount {
  return { name: '1', container: '/etc/pay.pem', source: '/work/pay.pem', bytes: 5, sha256 };
}

const rebuilt = project({ jar: jar(undefined, { sha256: '0'.repeat(64), bytes: 20_000_123 }) });
const otherJar = project({ jar: jar(undefined, { sha256: '0'.repeat(64), contentSha256: '1'.repeat(64) }) });

test('a rebuilt jar with the same contents is the same, and the one on the server stays the record', () => {
  const decision = second({}, { project: rebuilt });
  expect(decision.newContainer).toBeUndefined();
  expect(decision.release.build.jar.sha256).toBe(first.build.jar.sha256);
});

describe('a jar that is taken apart', () => {
  const exploded = (layers: readonly string[], recipe: string) => ({
    layers,
    files: 3,
    bytes: 30_000_000,
    recipe: Buffer.from(recipe),
  });
  const layers = ['dependencies', 'application'];
  const apart = project({ jar: jar(undefined, { exploded: exploded(layers, 'of the first') }) });
  const other = { sha256: '0'.repeat(64), exploded: exploded(layers, 'of the other') };
  const repacked = project({ jar: jar(undefined, other) });
  const before = decide(settings(), decisionInputs({ project: apart })).release;
  const recipe = (of: World) => targetOf(decisionInputs({ surveyed: deployed(before), now: later, ...of }));
  const newUser = { baseImages: ['eclipse-temurin:11-jre'] };

  test('its layers are in the record and in the Dockerfile; its recipe is sent', () => {
    expect(before.build.unpacked).toEqual({ layers, files: 3, bytes: 30_000_000 });
    expect(before.build.dockerfile).toMatch(/^COPY .*dependencies\/ \S+\nCOPY .*application\/ /m);
    expect(recipe({ project: apart })).toEqual(Buffer.from('of the first'));
  });

  test('packed otherwise, with the same contents: nothing is new, and the jar that is there goes by its own recipe', () => {
    expect(second({}, { project: repacked, surveyed: deployed(before) }).newContainer).toBeUndefined();
    const changed = { ...repacked, ...newUser };
    const { release } = second({}, { project: changed, surveyed: deployed(before) });
    expect(release.build.jar.sha256).toBe(before.build.jar.sha256);
    expect(recipe({ project: changed })).toEqual({ release: before.id });
  });

  test('where that was not taken apart, or otherwise, the rebuilt jar is sent', () => {
    const whole = decide(settings(), decisionInputs()).release;
    for (const there of [
      whole,
      { ...before, build: { ...before.build, unpacked: { layers: [], files: 0, bytes: 0 } } },
    ]) {
      const surveyed = deployed(there);
      expect(second({}, { project: { ...repacked, ...newUser }, surveyed }).release.build.jar.sha256).toBe(
        other.sha256,
      );
    }
  });

  test('with a Dockerfile of the user’s own it stays whole', () => {
    const own = readOwn('FROM openjdk:8\nCOPY app.jar /app.jar\nENTRYPOINT ["java","-jar","/app.jar"]\n');
    const { release } = second({}, { project: { ...apart, dockerfile: own } });
    expect(release.build.unpacked).toBeUndefined();
  });
});

test('where the server has lost that jar, a new container is built from the rebuilt one', () => {
  const on = deployed(first);
  const lost = { ...on, releases: { ...on.releases, jars: new Map() } };
  const env = { env: 'NEW=1' };
  expect(second(env, { project: rebuilt }).release.build.jar.sha256).toBe(first.build.jar.sha256);
  const { release } = second(env, { project: rebuilt, surveyed: lost });
  expect(release.build.jar).toMatchObject({ sha256: '0'.repeat(64), bytes: 20_000_123 });
  expect(release.build.hash).toBe(first.build.hash);
  expect(second({}, { project: rebuilt, surveyed: lost }).release.build).toEqual(first.build);
});

test.each<[string, Readonly<Record<string, string>>, World, string, boolean]>([
  ['the jar', {}, { project: otherJar }, 'the jar is another one', false],
  [
    'its base image',
    {},
    { project: project({ baseImages: ['eclipse-temurin:11-jre'] }) },
    'Dockerfile, context',
    false,
  ],
  ['a profile of the rendered Dockerfile', {}, { project: project({ profile: 'prod' }) }, 'Dockerfile, context', false],
  [
    'a file of the context',
    {},
    { project: project({ context: [{ path: 'a', source: '/a', mode: 0o644, sha256: '2' }] }) },
    'Dockerfile, context',
    false,
  ],
  ['a volume', { volumes: '/data:/data' }, {}, 'settings of the container changed', true],
  ['an option', { 'docker-options': '--cpus 1' }, {}, 'settings of the container changed', true],
  ['the memory', { memory: '512m' }, {}, 'settings of the container changed', true],
  ['the network', { network: 'backend' }, {}, 'settings of the container changed', true],
  ['the time zone', { timezone: 'Asia/Shanghai' }, {}, 'settings of the container changed', true],
  ['an option of the JVM', { 'java-options': '-Xmx1g' }, {}, 'settings of the container changed', true],
  ['a file that is new', {}, { project: project({ files: [file()] }) }, 'settings of the container changed', true],
  ['the application port', { 'app-port': '9000' }, {}, 'settings of the container changed', true],
  ['a variable that is new', { env: 'A=1' }, {}, 'settings of the container changed', true],
])('%s changed: a new container, the image kept where its content is the same', (_, changes, other, reason, same) => {
  const decision = second(changes, other);
  expect(decision.newContainer?.en).toContain(reason);
  expect(decision.newContainer?.zh).toMatch(/\p{Script=Han}/u);
  expect(decision.release.id).toBe('20261124T080000Z-1a2b3c4');
  expect(decision.release.container.loopbackPort).not.toBe(first.container.loopbackPort);
  expect(decision.image).toEqual(
    same ? { from: 'release', tag: `mccm-server:${first.id}`, kept: true } : { from: 'build', kept: true },
  );
  // The proof location stays: the old file is proven by it when the switch is undone.
  expect(decision.release.site.proof.path).toBe(first.site.proof.path);
});

test('a value of env that changed: its name is the same, its file is not', () => {
  const before = settings({ env: 'A=1\nB=2' });
  const release = decide(before, decisionInputs({ environmentSha256: environmentSha256(before) })).release;
  const world = { surveyed: deployed(release, before), now: later };
  const run = (env: string) => {
    const wanted = settings({ env });
    return decide(wanted, decisionInputs({ ...world, environmentSha256: environmentSha256(wanted) }));
  };
  expect(run('A=1\nB=2').newContainer).toBeUndefined();
  expect(run('A=1\nB=3').newContainer?.en).toBe('values of env changed');
  expect(JSON.stringify(run('A=1\nB=s3cr3t-v4lue').release)).not.toContain('s3cr3t');
});

test('the content of a file that changed: its place is the same, and nothing of it is recorded', () => {
  const before = project({ files: [file()] });
  const { release } = decide(settings(), decisionInputs({ project: before }));
  const world = { surveyed: deployed(release, settings(), before.files), now: later };
  const run = (sha256?: string) =>
    decide(settings(), decisionInputs({ ...world, project: project({ files: [file(sha256)] }) }));
  expect(run().newContainer).toBeUndefined();
  expect(run('6'.repeat(64)).newContainer?.en).toBe('contents of files changed');
  expect(run('6'.repeat(64)).release.container.hash).toBe(release.container.hash);
  expect(release.container.files).toEqual([{ name: '1', container: '/etc/pay.pem' }]);
  expect(JSON.stringify(release)).not.toContain(file().sha256);
  const gone = { ...world.surveyed, releases: { ...world.surveyed.releases, fileSha256: new Map<string, string>() } };
  expect(second({}, { project: before, surveyed: gone }).newContainer?.en).toBe('contents of files changed');
});

test('a record of a version that knew neither files nor networks leads to a new container, and to no error', () => {
  const { files: _, networks: __, memory: ___, ...container } = first.container;
  const json = JSON.stringify({ ...first, container: { ...container, hash: 'of another form' } });
  const { current } = readReleases(`recorded R1\nknown R1 ${Buffer.from(json).toString('base64')}\ncurrent R1\n`);
  expect(current?.container).toMatchObject({ files: [], networks: [] });
  const server = deployed(first);
  const before = { ...server, releases: { ...server.releases, current } };
  expect(second({}, { surveyed: before }).newContainer?.en).toBe('settings of the container changed');
});

/** The server with its container in another state. */
function inState(status: string, more: Partial<DeploymentSurvey> = {}): DeploymentSurvey {
  const server = deployed(first);
  return { ...server, containers: server.containers.map((one) => ({ ...one, status })), ...more };
}

test.each(['created', 'restarting', 'dead'])('a container that is %s is made anew', (status) => {
  const decision = second({}, { surveyed: inState(status) });
  expect(decision.newContainer?.en).toBe('its container does not run');
  expect(decision.startAgain).toBeUndefined();
});

test.each(['exited', 'paused'])('a container that is %s is started again, unless something else changed', (status) => {
  const decision = second({}, { surveyed: inState(status) });
  expect(decision.newContainer).toBeUndefined();
  expect(decision.startAgain?.status).toBe(status);
  expect(decision.release.id).toBe(first.id);
  const changed = second({ env: 'NEW=1' }, { surveyed: inState(status) });
  expect(changed.newContainer).toBeDefined();
  expect(changed.startAgain).toBeUndefined();
});

test('one that Docker could not start again is made anew: its network may be gone', () => {
  const exited = inState('exited');
  const containers = exited.containers.map((one) => ({ ...one, unstartable: true }));
  const decision = second({}, { surveyed: { ...exited, containers } });
  expect(decision.newContainer?.en).toBe('its container does not run');
  expect(decision.startAgain).toBeUndefined();
});

test('one whose port another program holds by now is made anew, with another port', () => {
  const held = { address: '127.0.0.1', port: first.container.loopbackPort, process: 'java', pid: 7, uid: 0 };
  const decision = second({}, { surveyed: inState('exited', { listeners: listenersOf([held]) }) });
  expect(decision.newContainer?.en).toBe('its container does not run');
  expect(decision.release.container.loopbackPort).not.toBe(first.container.loopbackPort);
});

test('a container that is gone is made anew from its image; an image that is gone too is built', () => {
  const server = deployed(first);
  const gone = second({}, { surveyed: { ...server, containers: [] } });
  expect(gone.newContainer?.en).toBe('its container does not run');
  expect(gone.image).toEqual({ from: 'release', tag: `mccm-server:${first.id}`, kept: true });
  expect(second({}, { surveyed: { ...server, containers: [], images: [] } }).image).toEqual({
    from: 'build',
    kept: true,
  });
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['nginx-snippet', { 'nginx-snippet': 'add_header A b;' }],
  ['https-port', { 'https-port': '8015' }],
  ['publish-app-port', { 'publish-app-port': 'true' }],
  ['max-body-size', { 'max-body-size': '1m' }],
  ['drain-timeout', { 'drain-timeout': '7' }],
  ['health-timeout', { 'health-timeout': '9' }],
])('%s changed: the container stays, only the site changes', (_, changes) => {
  const decision = second(changes);
  expect(decision.newContainer).toBeUndefined();
  expect(decision.release.id).toBe(first.id);
  expect(decision.release.container).toEqual(first.container);
  expect(JSON.stringify(decision.release)).not.toBe(JSON.stringify(first));
});

test('publish-app-port serves the application port', () => {
  expect(second().release.site.publishedAppPort).toBeUndefined();
  expect(second({ 'publish-app-port': 'true' }).release.site.publishedAppPort).toBe(8004);
});

describe('health and proof', () => {
  const decided = (properties: string, changes: Readonly<Record<string, string>> = {}) =>
    decide(settings(changes), decisionInputs({ project: project({ jar: jar(properties) }) }));

  test('the actuator of the jar, with what a guarded one answers counting for the proof', () => {
    const { release } = decided('server.port=8004\nserver.servlet.context-path=/api');
    expect(release.health).toMatchObject({ path: '/api/actuator/health', port: 8004, fallback: { path: '/api/' } });
    expect(release.site.proof.target).toBe('/api/actuator/health');
    expect(proofStatus(release)).toEqual([200, 401, 404].map((status) => ({ from: status, to: status })));
  });

  test('where the application looks for its database is kept for the words of a failure, not the address', () => {
    const { release } = decided('spring.datasource.url=jdbc:mysql://app:secret@host.docker.internal:3306/shop');
    expect(release.health.database).toBe('server');
    expect(JSON.stringify(release)).not.toContain('secret');
    expect(decided('').release.health.database).toBeUndefined();
  });

  test('a management port is asked for health, but nginx serves the application: its root is the proof', () => {
    const { release } = decided('server.port=8004\nmanagement.server.port=8081\nserver.servlet.context-path=/api');
    expect(release.health).toMatchObject({ port: 8081, path: '/actuator/health' });
    expect(release.site.proof.target).toBe('/api/');
    expect(proofStatus(release)).toEqual([{ from: 100, to: 499 }].map(() => expect.objectContaining({ to: 499 })));
  });

  test('a path that is given is asked at the application port, and nothing is asked instead', () => {
    const { release } = decided('management.server.port=8081', { 'health-path': '/ok' });
    // Its body is asked all the same: it tells of what the application needs.
    expect(release.health.actuator).toEqual({ path: '/actuator/health', port: 8081 });
    expect(release.health).toMatchObject({
      path: '/ok',
      port: 8080,
      fallback: undefined,
      status: [{ from: 200, to: 200 }],
    });
    expect(proofStatus(release)).toEqual([{ from: 200, to: 200 }]);
  });

  test('statuses that are given are the only ones', () => {
    const { release } = decided('', { 'health-status': '204,300-399' });
    expect(release.health.fallback).toBeUndefined();
    expect(proofStatus(release)).toEqual([
      { from: 204, to: 204 },
      { from: 300, to: 399 },
    ]);
  });

  test('a jar that tells no port listens on Spring’s own', () => {
    expect(decided('').release.container.appPort).toBe(8080);
  });
});

describe('the user of a rendered Dockerfile', () => {
  const folder = {
    path: '/docker/app/MCCM-server/logs',
    real: '/docker/app/MCCM-server/logs',
    exists: true,
    empty: false,
    variants: [],
  };
  const withFolder = (uid: number, gid: number) =>
    decide(
      settings(),
      decisionInputs({ surveyed: surveyed({ storage: { folders: [{ ...folder, uid, gid }], fileSystems: [] } }) }),
    ).release;

  test('is nobody’s account while the folders are still to be made, and stays it once they are', () => {
    const { uid, gid } = applicationUser;
    expect(first.container.volumeOwner).toBe(`${uid}:${gid}`);
    expect(first.build.dockerfile).toContain(`USER ${uid}:${gid}`);
    const folders = [{ ...folder, uid, gid }];
    const again = second({}, { surveyed: { ...deployed(first), storage: { folders, fileSystems: [] } } });
    expect(again.newContainer).toBeUndefined();
  });

  test('is the owner of the folders that exist; root’s folders are written by root', () => {
    expect(withFolder(1000, 1000).build.dockerfile).toContain('USER 1000:1000');
    expect(withFolder(0, 0).build.dockerfile).not.toContain('USER');
    expect(withFolder(0, 0).container.volumeOwner).toBeUndefined();
  });
});

test('an own Dockerfile is taken as it is, and gets its profile by the environment', () => {
  const own = readOwn('FROM openjdk:8\nCOPY app.jar /app.jar\nENTRYPOINT ["java","-jar","/app.jar"]\n');
  const { release } = decide(
    settings({ dockerfile: 'Dockerfile', 'spring-profile': 'prod' }),
    decisionInputs({ project: project({ dockerfile: own }) }),
  );
  expect(release.build.dockerfile).toBe(own.text);
  expect(release.build.jarDestinations).toEqual(['app.jar']);
  expect(release.container).toMatchObject({ variables: { SPRING_PROFILES_ACTIVE: 'prod' }, volumeOwner: undefined });
});

test('rotation is asked only of a logging driver that knows it', () => {
  const rotates = (loggingDriver: string) =>
    decide(
      settings(),
      decisionInputs({ surveyed: surveyed({ docker: { ...surveyed().docker, loggingDriver } as never }) }),
    ).release.container.rotateLogs;
  expect(['json-file', 'local', 'journald', 'none'].map(rotates)).toEqual([true, true, false, false]);
});
