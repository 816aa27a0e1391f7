import type { Certificate } from '../../../src/certificate/check.ts';
import type { DecisionInputs } from '../../../src/decision/decision-inputs.ts';
import { renderedEnvironment, sha256Of } from '../../../src/decision/env-content.ts';
import { decideTarget } from '../../../src/decision/target.ts';
import type { ServedCertificate, Target } from '../../../src/deployment/target.ts';
import type { Jar } from '../../../src/jar/jar.ts';
import { readConfiguration } from '../../../src/jar/spring-configuration.ts';
import type { BuiltSite } from '../../../src/project/built-site.ts';
import type { FileToMount } from '../../../src/project/files-to-mount.ts';
import type { Project } from '../../../src/project/project.ts';
import type { Release } from '../../../src/release/release.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import type { DeploySettings } from '../../../src/settings/settings.ts';
import type { Container } from '../../../src/survey/containers.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import type { RunningDocker } from '../../../src/survey/docker.ts';
import type { Image } from '../../../src/survey/images.ts';
import type { Listener, Listeners } from '../../../src/survey/listeners.ts';
import type { InstalledNginx } from '../../../src/survey/nginx.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { site, nginx as version } from '../nginx/site.ts';
import { inputs } from '../settings/inputs.ts';
import { written } from './written.ts';

/** Settings of a deploy, read from inputs as the runner gives them. */
export function settings(changes: Readonly<Record<string, string | undefined>> = {}): DeploySettings {
  return readSettings(inputs(changes)) as DeploySettings;
}

/** What listens, beside the kernel's own range for outgoing connections. */
export function listenersOf(sockets: readonly Listener[]): Listeners {
  return { sockets, ephemeral: { from: 32_768, to: 60_999 }, reserved: [] };
}

/** A jar whose `application.properties` has these lines. */
export function jar(properties = 'server.port=8004', changes: Partial<Jar> = {}): Jar {
  return {
    path: '/build/target/MCCM-server-1.0.0.jar',
    fileName: 'MCCM-server-1.0.0.jar',
    bytes: 20_000_000,
    sha256: 'f'.repeat(64),
    contentSha256: 'c'.repeat(64),
    mainClass: 'org.springframework.boot.loader.JarLauncher',
    startClass: 'com.example.Application',
    javaVersion: 8,
    bootVersion: '2.7.18',
    exploded: 'launcher',
    configuration: readConfiguration({
      files: [{ name: 'application.properties', text: properties }],
      libraries: ['spring-boot-actuator-2.7.18.jar', 'spring-webmvc-5.3.31.jar'],
      bootVersion: '2.7.18',
    }),
    ...changes,
  };
}

/** What the runner has: a jar, and no Dockerfile. */
export function project(changes: Partial<Project> = {}): Project {
  return {
    app: 'MCCM-server',
    image: 'mccm-server',
    jar: jar(),
    found: { path: jar().path, opened: 0 },
    dockerfile: undefined,
    baseImages: ['eclipse-temurin:8-jre'],
    pulledImages: ['eclipse-temurin:8-jre'],
    context: [],
    staticSite: undefined,
    files: [],
    profile: undefined,
    ...changes,
  };
}

/** A built front end of one file. */
export const builtSite: BuiltSite = {
  files: [{ path: 'index.html', source: '/build/dist/index.html', mode: 0o644, bytes: 30, sha256: '1'.repeat(64) }],
  bytes: 30,
  sha256: '2'.repeat(64),
  path: '/admin/',
  fallback: true,
};

/** An engine that runs. */
export const docker: RunningDocker = {
  state: 'running',
  client: '/usr/bin/docker',
  version: '20.10.24+dfsg1',
  podman: false,
  rootless: false,
  rootDirectory: '/var/lib/docker',
  containerdStore: false,
  loggingDriver: 'json-file',
  registryMirrors: [],
  daemonJson: undefined,
};

/** An nginx that runs and has nothing of ours. */
export const nginx: InstalledNginx = {
  state: 'running',
  program: '/usr/sbin/nginx',
  version: version(1, 22, 1),
  selection: [],
  masters: [{ pid: 100, contained: false }],
  dump: '# configuration file /etc/nginx/nginx.conf:\nhttp {\n include /etc/nginx/conf.d/*.conf;\n}\n',
  complaint: '',
  silent: false,
  brokenOthers: [],
  originals: new Map(),
  managedFile: undefined,
  serving: undefined,
  unit: 'nginx.service',
  disabled: false,
  initScript: true,
  strangers: [],
  strangersOfPlaces: new Map(),
  closed: [],
};

/** A blank but provisioned server, with what a test changes. */
export function surveyed(changes: Partial<DeploymentSurvey> = {}): DeploymentSurvey {
  return {
    system: {
      id: 'debian',
      like: [],
      version: '12',
      platform: '',
      name: 'Debian GNU/Linux 12 (bookworm)',
      architecture: 'x86_64',
      memoryAvailable: 2e9,
      swapFree: 0,
      ipv6: false,
      apt: true,
      systemd: true,
      namespaces: true,
      missingTools: [],
      policyLeft: false,
      timezone: undefined,
      tencentInstance: undefined,
      tencentPublicAddress: undefined,
      tencentRegion: undefined,
    },
    docker,
    nginx,
    listeners: listenersOf([]),
    containers: [],
    manualContainers: [],
    images: [],
    baseImages: ['eclipse-temurin:8-jre'],
    imageSources: [],
    supplies: new Map(),
    buildLeftovers: [],
    filters: { device: 'eth0', addresses: [], runner: '', tables: [], read: [], unread: [], absent: [] },
    networks: [{ name: 'bridge', driver: 'bridge', internal: false }],
    releases: {
      current: undefined,
      recorded: [],
      orphans: [],
      variablesLeft: [],
      environmentSha256: undefined,
      fileSha256: new Map(),
      jars: new Map(),
      statics: [],
      adopted: undefined,
      recordedPorts: [],
      halfDone: false,
      halfDoneRelease: undefined,
      underWay: undefined,
      unrecorded: false,
      containers: new Map(),
      bases: [],
      incoming: false,
      emptyIncoming: false,
      taken: [],
      writers: [],
      applications: [],
      known: new Map(),
    },
    storage: { folders: [], fileSystems: [{ target: '/', availableBytes: 50e9 }] },
    strangers: { application: [], mistaken: [], certificates: [], engine: [], volumes: new Map() },
    closed: [],
    certificates: { certificates: [], keys: [] },
    maskedNginx: [],
    firewall: { kind: 'none', rules: [] },
    time: '1795450000.000000000',
    written: { containers: [], copies: [] },
    selinux: { mode: 'off', semanage: false, ports: [], networkConnect: false },
    ...changes,
  };
}

/** A container of the application as `docker inspect` tells. */
export function container(changes: Partial<Container> = {}): Container {
  return {
    id: 'a'.repeat(64),
    name: 'mccm-server',
    image: 'sha256:1',
    labels: {},
    status: 'running',
    restartPolicy: 'unless-stopped',
    restarts: 0,
    exitCode: 0,
    outOfMemory: false,
    memory: 300e6,
    user: undefined,
    networkMode: 'bridge',
    ports: [20_001],
    ...changes,
  };
}

/** All that a decision rests on; the certificate is there. */
export function decisionInputs({
  surveyed: found = surveyed(),
  ...changes
}: Partial<DecisionInputs> & { readonly surveyed?: DeploymentSurvey } = {}): DecisionInputs {
  return {
    project: project(),
    server: provisionedServer(found),
    adoptionSource: { container: undefined, inherited: undefined, rivals: [], servers: true },
    certificate: site.certificate,
    environmentSha256: undefined,
    origin: { commit: '1a2b3c4d5e6f', runUrl: '', actor: 'octocat' },
    now: new Date('2026-11-23T16:05:12Z'),
    ...changes,
  };
}

/** A pair that is on the server, whatever is in it. */
export const served: ServedCertificate = {
  pair: site.certificate,
  certificate: { chainPem: '', fingerprint: 'f'.repeat(64), notAfter: new Date('2099-12-31') } as Certificate,
  sent: 1,
  install: undefined,
  warnings: [],
  notes: [],
};

/** The target that settings ask for on a server, its certificate there already. */
export function targetOn(
  found: DeploymentSurvey = surveyed(),
  wanted = settings(),
  { project: of, origin, now }: DecisionInputs = decisionInputs(),
): Target {
  const server = provisionedServer(found);
  return decideTarget({
    settings: wanted,
    project: of,
    server,
    certificate: served,
    publicAddress: '203.0.113.5',
    origin,
    now,
  });
}

/** The SHA-256 of the env file that settings ask for. */
export function environmentSha256(of: DeploySettings): string | undefined {
  const file = renderedEnvironment(of.container.environment);
  return file === undefined ? undefined : sha256Of(file);
}

/** The server after `release` was deployed with `withSettings`: recorded, its container running, its image there. */
export function deployed(
  release: Release,
  withSettings = settings(),
  files: readonly FileToMount[] = [],
): DeploymentSurvey {
  const labels = {
    'deploy-miniprogram-backend.app': release.app,
    'deploy-miniprogram-backend.release': release.id,
    'deploy-miniprogram-backend.container': release.container.hash,
  };
  const blank = surveyed();
  const image = (tag: string): Image => ({
    tag: `${release.image}:${tag}`,
    id: 'sha256:1',
    app: release.app,
    release: release.id,
    containers: [container().id],
  });
  return {
    ...blank,
    containers: [container({ labels })],
    written: { containers: [written()], copies: [] },
    images: [image(release.id), image('latest')],
    releases: {
      ...blank.releases,
      // What the server has is what was written: undefined is left out there.
      current: JSON.parse(JSON.stringify(release)) as Release,
      recorded: [release.id],
      containers: new Map([[release.id, container().id]]),
      environmentSha256: environmentSha256(withSettings),
      fileSha256: new Map(files.map(({ name, sha256 }) => [name, sha256])),
      jars: new Map([[release.build.jar.sha256, `/docker/app/${release.app}/releases/${release.id}/build/x.jar`]]),
      recordedPorts: [release.container.loopbackPort],
    },
  };
}
