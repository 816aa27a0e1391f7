import { decide } from '../../../src/decision/decide.ts';
import { spaceProblems } from '../../../src/deployment/space.ts';
import { provisionNeeds } from '../../../src/resources/packages/room.ts';
import { type FileSystem, spaceFailures } from '../../../src/server/space.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import type { Docker } from '../../../src/survey/docker.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { builtSite, decisionInputs, deployed, project, settings, surveyed, targetOn } from './decision-inputs.ts';

const margin = 50e6;
const bytes = 20e6;
const first = decide(settings(), decisionInputs()).release;

/** What is said of the room on a server for a deploy of a project. */
function problemsOn(server: DeploymentSurvey, of = project()) {
  return spaceProblems(targetOn(server, settings(), decisionInputs({ project: of })), provisionedServer(server));
}

/** Whether a deploy fits on these file systems; the file systems that are full where it does not. */
function full(server: DeploymentSurvey, ...fileSystems: readonly FileSystem[]): readonly string[] {
  const storage = { folders: [], fileSystems };
  return problemsOn({ ...server, storage }).map(({ message }) => message.split(':')[0] ?? '');
}

test('one file system for both needs the jar three times, and a margin', () => {
  expect(full(surveyed(), { target: '/', availableBytes: 3 * bytes + margin })).toEqual([]);
  expect(full(surveyed(), { target: '/', availableBytes: 3 * bytes + margin - 1 })).toEqual(['DISK_FULL']);
});

test('files to mount are sent with every release', () => {
  const files = [1, 2].map((n) => ({ name: `${n}`, container: `/${n}`, source: '/x', bytes: 5e6, sha256: '' }));
  const problems = (availableBytes: number) => {
    const server = surveyed({ storage: { folders: [], fileSystems: [{ target: '/', availableBytes }] } });
    const runner = project({ files });
    return problemsOn(server, runner).length;
  };
  expect([problems(3 * bytes + margin + 10e6), problems(3 * bytes + margin + 10e6 - 1)]).toEqual([0, 1]);
});

test('each file system needs its own part', () => {
  const root = { target: '/', availableBytes: bytes + margin };
  expect(full(surveyed(), root, { target: '/var/lib/docker', availableBytes: 2 * bytes })).toEqual([]);
  expect(full(surveyed(), root, { target: '/var/lib/docker', availableBytes: 2 * bytes - 1 })).toEqual(['DISK_FULL']);
  const small = { target: '/docker', availableBytes: 1 };
  expect(full(surveyed(), { target: '/', availableBytes: 9e9 }, small)).toEqual(['DISK_FULL']);
});

test('a static site needs its own bytes, where they must be sent, also when no container is new', () => {
  const large = project({ staticSite: { ...builtSite, bytes: 1e9 } });
  const on = (server: DeploymentSurvey, availableBytes: number): readonly string[] => {
    const storage = { folders: [], fileSystems: [{ target: '/', availableBytes }] };
    return problemsOn({ ...server, storage }, large).map(({ code }) => code);
  };
  expect(on(surveyed(), 3 * bytes + margin + 1e9)).toEqual([]);
  expect(on(surveyed(), 3 * bytes + margin + 1e9 - 1)).toEqual(['DISK_FULL']);
  const server = deployed(first);
  expect(on(server, margin + 1e9 - 1)).toEqual(['DISK_FULL']);
  const statics = [{ sha256: builtSite.sha256, releases: [] }];
  expect(on({ ...server, releases: { ...server.releases, statics } }, 0)).toEqual([]);
});

test('what is there already needs nothing, and nothing is asked where nothing is to be made', () => {
  const server = deployed(first);
  const noImage = { ...server, containers: [], images: [] };
  expect(full({ ...server, containers: [] }, { target: '/', availableBytes: margin })).toEqual([]);
  expect(full(noImage, { target: '/', availableBytes: 2 * bytes + margin })).toEqual([]);
  expect(full(noImage, { target: '/', availableBytes: 2 * bytes + margin - 1 })).toEqual(['DISK_FULL']);
  expect(full(server, { target: '/', availableBytes: 0 })).toEqual([]);
});

test('a base image that is to be pulled needs its own room, in Docker’s folder or in containerd’s', () => {
  const without = surveyed({ baseImages: [] });
  const root = { target: '/', availableBytes: 9e9 };
  const store = (target: string, availableBytes: number) => ({ target, availableBytes });
  expect(full(without, root, store('/var/lib/docker', 2 * bytes + 300e6))).toEqual([]);
  expect(full(without, root, store('/var/lib/docker', 2 * bytes + 300e6 - 1))).toEqual(['DISK_FULL']);
  const containerd = { ...without, docker: { ...without.docker, containerdStore: true } as Docker };
  expect(full(containerd, root, store('/var/lib/docker', 0), store('/var/lib/containerd', 1e9))).toEqual([]);
  expect(full(containerd, root, store('/var/lib/containerd', 1e8))).toEqual(['DISK_FULL']);
});

test('no room for more files is told, on the disk of the application or on Docker’s', () => {
  for (const target of ['/docker', '/var/lib/docker']) {
    const disk = { target, availableBytes: 9e9, availableInodes: 100 };
    expect(full(surveyed(), { target: '/', availableBytes: 9e9 }, disk)).toEqual(['INODES_FULL']);
  }
});

test('packages that are to be installed need room, of which a plan knows before they are', () => {
  const { system } = surveyed();
  const on = (availableBytes: number, missing: readonly string[]) =>
    spaceFailures('h', provisionNeeds(system, missing), [{ target: '/', availableBytes }]).length;
  expect([on(600e6, ['docker.io', 'iptables']), on(300e6, ['docker.io']), on(300e6, ['curl']), on(0, [])]).toEqual([
    0, 1, 0, 0,
  ]);
});
