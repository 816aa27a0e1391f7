import type { SeenContainer } from '../../../src/resources/container/container-probe.ts';
import { applicationStatus, type SeenApplication } from '../../../src/status/application.ts';
import type { ApplicationStatus, MachineStatus, Status } from '../../../src/status/status.ts';
import type { Container } from '../../../src/survey/containers.ts';
import { readReleases } from '../../../src/survey/releases.ts';
import { openAuthority, usualFamily } from '../certificate/authority.ts';
import { release } from '../deployment/release.ts';

const authority = openAuthority();
const { leaf } = usualFamily(authority);
authority.remove();

/** The release before the one that serves. */
export const before = {
  ...release,
  id: '20261101T000000Z-0000000',
  origin: { ...release.origin, commit: '0'.repeat(40) },
};

const container: Container = {
  id: 'c1',
  name: 'mccm-server',
  image: 'sha256:1',
  labels: {},
  status: 'running',
  restartPolicy: 'unless-stopped',
  restarts: 2,
  exitCode: 0,
  outOfMemory: false,
  startedAt: '2026-11-23T16:06:00.123456789Z',
  finishedAt: '0001-01-01T00:00:00Z',
  memoryLimit: 1_000_000_000,
  memory: 300_000_000,
  user: undefined,
  networkMode: 'default',
  ports: [20_001],
};

const seenContainer: SeenContainer = {
  observation: {
    name: 'mccm-server',
    status: 'running',
    exitCode: 0,
    oomKilled: false,
    restarts: 2,
    port: 8004,
    listening: [8004],
    logLines: [],
  },
  well: true,
  healthStatus: 200,
};

/** What is seen of an application that serves; `of` changes its container, `seen` the rest. */
export function seenApplication(of: Partial<Container> = {}, seen: Partial<SeenApplication> = {}): SeenApplication {
  const known = new Map(
    [before, release].map((one) => [one.id, { release: one, environmentSha256: undefined, fileSha256: new Map() }]),
  );
  return {
    application: {
      app: 'MCCM-server',
      file: '/etc/nginx/conf.d/mccm-server.conf',
      release: release.id,
      domain: 'api.example.com',
      ports: [8014],
    },
    release,
    holders: new Map(),
    survey: {
      releases: { ...readReleases(''), current: release, recorded: [before.id, release.id], known },
      images: [
        { tag: `mccm-server:${release.id}`, id: 'sha256:1', app: 'MCCM-server', release: release.id, containers: [] },
      ],
      containers: [{ ...container, ...of }],
      deployLog: {
        lines: [`2026-11-23T16:06:10Z octocat - ${release.id} committed Add | <b>pages</b>`],
        committed: { release: release.id, since: '2026-11-23T16:06:10Z' },
      },
      use: { images: 500_000_000, releases: 60_000_000 },
      disks: [{ target: '/', folders: ['/', '/docker', '/var/lib/docker'], bytes: 50e9, free: 20e9 }],
    },
    container: seenContainer,
    serving: { status: 200, release: release.id, configuration: 'x', fingerprint: 'y' },
    certificate: { path: '/etc/nginx/ssl/a.crt', text: leaf.pem },
    log: 'Started Application in 3.2 seconds',
    now: new Date('2026-11-24T00:00:00Z'),
    ...seen,
  };
}

/** A server that runs docker and nginx. */
export const machine: MachineStatus = {
  host: '203.0.113.7',
  system: 'Debian GNU/Linux 12 (bookworm), x86_64',
  memoryAvailable: 2e9,
  docker: { state: 'running', version: '20.10.24' },
  nginx: { state: 'running', version: '1.22.1', valid: true },
  underWay: [],
};

/** The status of a server with one application. */
export function statusOf(application: ApplicationStatus = applicationStatus(seenApplication())): Status {
  const { app, url, release: id, file, underWay } = application;
  return { machine, applications: [{ app, url, release: id, file, underWay }], application, manual: undefined };
}
