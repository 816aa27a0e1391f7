import { applicationDirectory } from '../layout/application-paths.ts';
import type { Failure } from '../messages/failure.ts';
import { lockFolder } from '../server/lock-script.ts';
import { type SpaceNeed, spaceFailures } from '../server/space.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import { imageOf } from './image-source.ts';
import type { Source, Target } from './target.ts';

/** What a deploy leaves free beside its own needs, in bytes: logs and nginx go on writing meanwhile. */
const margin = 50_000_000;

/** Files and folders of a release in the application's folder; and of an image's own layer and its container in Docker's. */
const ownInodes = 200;

/**
 * What a base image takes that is still to be pulled, by its kind: compressed and unpacked, for it is both while it is
 * pulled. Taken low: of an image that is not known nothing is said.
 */
const baseImageNeeds = [
  { pattern: /temurin.*-jdk|openjdk|maven|gradle/, bytes: 600_000_000, inodes: 8000 },
  { pattern: /temurin.*-jre-alpine/, bytes: 200_000_000, inodes: 3000 },
  { pattern: /temurin|corretto|liberica|zulu|dragonwell|kona|-jre/, bytes: 300_000_000, inodes: 5000 },
] as const;

/**
 * Whether the disks take the deploy, told before a byte is sent: the jar in the application's folder; in Docker's root
 * the context that the classic builder copies, the image's layer and the base image that is to be pulled. One file system
 * that holds several needs the sum.
 */
export function spaceProblems(target: Target, server: ProvisionedServer): readonly Failure[] {
  const { release, source, newContainer, atStake, carried, choices } = target;
  const { host } = choices;
  const pages = pagesOf(source, server);
  const application = applicationDirectory(release.app);
  const systems = server.storage.fileSystems;
  if (newContainer === undefined) {
    return pages.bytes === 0
      ? []
      : spaceFailures(host, [{ path: application, bytes: pages.bytes + margin, inodes: pages.inodes }], systems);
  }
  const { jar, unpacked } = release.build;
  const { bytes, sha256 } = jar;
  const upload = source.kind === 'kept' ? 0 : source.fileBytes + (server.releases.jars.has(sha256) ? 0 : bytes);
  // Copied once, and once more when the old container has stopped, to compare.
  const copies = carried.length === 0 ? 0 : 2 * (atStake?.bytes ?? 0);
  const root = server.docker.rootDirectory;
  const images = server.docker.containerdStore ? '/var/lib/containerd' : root;
  const builds = imageOf(target, server).from === 'build';
  // What is taken apart for the build is there as long as that runs, and lies in the image file by file.
  const build = builds ? 2 * (unpacked?.bytes ?? bytes) : 0;
  const taken = builds && unpacked !== undefined ? { bytes: unpacked.bytes, inodes: 2 * unpacked.files } : noRoom;
  const bases = builds ? baseImagesOf(source, server) : [];
  return spaceFailures(
    host,
    [
      {
        path: application,
        bytes: upload + pages.bytes + copies + taken.bytes + margin,
        inodes: ownInodes + pages.inodes + taken.inodes,
      },
      { path: root, bytes: 0, inodes: ownInodes },
      { path: images, bytes: build, inodes: ownInodes + 2 * taken.inodes },
      ...bases.map((base) => ({ path: images, ...base })),
    ],
    systems,
  );
}

const noRoom: Room = { bytes: 0, inodes: 0 };

/** What the base images take that the server does not have. */
function baseImagesOf(source: Source, { baseImages }: ProvisionedServer): readonly Room[] {
  return (source.kind === 'project' ? source.pulledImages : [])
    .filter((image) => !baseImages.includes(image))
    .flatMap((image) => baseImageNeeds.find(({ pattern }) => pattern.test(image)) ?? [])
    .map(({ bytes, inodes }) => ({ bytes, inodes }));
}

/** Room that something takes. */
type Room = Required<Omit<SpaceNeed, 'path'>>;

/** What the static site takes, where it must be sent. */
function pagesOf(source: Source, { releases }: ProvisionedServer): Room {
  const staticSite = source.kind === 'project' ? source.staticSite : undefined;
  if (staticSite === undefined || releases.statics.some(({ sha256 }) => sha256 === staticSite.sha256)) {
    return { bytes: 0, inodes: 0 };
  }
  return { bytes: staticSite.bytes, inodes: staticSite.files.length };
}

/** What every run writes, whatever it is to do: its lock, and the texts that scripts hand to programs. */
export const needsOfRun: readonly SpaceNeed[] = [
  { path: lockFolder, bytes: 1_000_000, inodes: 20 },
  { path: '/tmp', bytes: 1_000_000, inodes: 20 },
];
