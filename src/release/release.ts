import type { Site } from '../nginx/site.ts';
import type { BuildArgument } from '../values/build-args.ts';
import type { DatabasePlace } from '../values/database-place.ts';
import { belowServerError, guardedStatus, type StatusRange } from '../values/health-status.ts';
import type { LocalService } from '../values/service-kinds.ts';
import type { Volume } from '../values/volumes.ts';

/**
 * One release and every setting that is in force for it: what `release.json` holds on the server, and all that anything
 * is rendered from. No secret is in it: variables by their names only, keys by their paths.
 */
export interface Release {
  /** Version of this record's form. */
  readonly format: 1;
  /** UTC time and commit, `20261123T160512Z-1a2b3c4`. */
  readonly id: string;
  /** Application name, as given. */
  readonly app: string;
  /** Its lower-case form: name of the image and of the container. */
  readonly image: string;
  readonly origin: Origin;
  readonly build: Build;
  readonly container: ContainerSpec;
  readonly health: HealthCheck;
  /**
   * Its `certificate` is the pair that this deploy came with. Another application of the domain may have repointed the
   * file since: what serves is what nginx names, and no later rendering takes the pair from here.
   */
  readonly site: Site;
  /** Seconds that the old version may take to finish its requests. */
  readonly drainTimeoutSeconds: number;
}

/** Where a release comes from. */
export interface Origin {
  /** Full commit id; empty outside a repository. */
  readonly commit: string;
  /** Page of the workflow run; empty outside GitHub. */
  readonly runUrl: string;
  /** Who started it. */
  readonly actor: string;
}

/** What the image is built from. */
export interface Build {
  /** SHA-256 over everything below and the files of the context: the same, and no new image is built. */
  readonly hash: string;
  readonly dockerfile: string;
  readonly arguments: readonly BuildArgument[];
  readonly jar: BuiltJar;
  /** Paths in the build folder at which the Dockerfile looks for the jar; the first is the file, the others links. */
  readonly jarDestinations: readonly string[];
  /** The jar as the image has it where it is taken apart for the build; absent: it goes in whole. */
  readonly unpacked?: UnpackedJar | undefined;
}

/** A jar that is taken apart into the layers of its image. */
export interface UnpackedJar {
  /** Folders of the layers in their order. */
  readonly layers: readonly string[];
  /** What comes out of it. */
  readonly files: number;
  readonly bytes: number;
}

/** The jar of a release. */
export interface BuiltJar {
  readonly fileName: string;
  readonly bytes: number;
  /** SHA-256 of the file, lower-case hex: proves an upload. */
  readonly sha256: string;
  /** SHA-256 over names and uncompressed contents: tells whether it is another jar. */
  readonly contentSha256: string;
  readonly javaVersion: number;
  readonly bootVersion: string | undefined;
}

/** How the container runs. */
export interface ContainerSpec {
  /** SHA-256 over the build and the settings of the container, port and secret values aside. */
  readonly hash: string;
  /** Port that the application listens on. */
  readonly appPort: number;
  /** Port on 127.0.0.1 that it is published on: explicit, below the ephemeral range. */
  readonly loopbackPort: number;
  /** All mounts, those of {@link carried} among them. */
  readonly volumes: readonly Volume[];
  /** Mounts of folders that a deploy copied out of a container (`container-files: carry`): they stay. */
  readonly carried: readonly Volume[];
  /** Files of the release's folder that are mounted read-only. */
  readonly files: readonly ContainerFile[];
  /** Docker networks that it is on, the first being the one that it starts on; none: Docker's default bridge. */
  readonly networks: readonly string[];
  /** `--memory`, in Docker's notation; undefined: no limit. */
  readonly memory: string | undefined;
  /** Variables that are no secret and stand in argv (`SPRING_PROFILES_ACTIVE`, `TZ`). */
  readonly variables: Readonly<Record<string, string>>;
  /** Names of the variables of the env file. */
  readonly environmentNames: readonly string[];
  /** Names of variables that a container set up by hand had and that `env` does not set: the file `env.adopted`. */
  readonly inheritedEnvironment: readonly string[];
  /** `--user`, where a container set up by hand ran as somebody; undefined: the image's user. */
  readonly user: string | undefined;
  /** Whom it runs as, and what decided that. */
  readonly runsAs: ContainerUser;
  /** URL of a database within the application, its settings left out: two versions cannot have it open at once. */
  readonly embeddedDatabase: string | undefined;
  /** Further words of `docker run`. */
  readonly options: readonly string[];
  /** `uid:gid` that owns the folders made for it; undefined: root, or whom the image says. */
  readonly volumeOwner: string | undefined;
  /** Whether `--log-opt` for rotation is understood by the engine's logging driver. */
  readonly rotateLogs: boolean;
  /** Seconds between SIGTERM and SIGKILL, in which the application may end. */
  readonly stopTimeoutSeconds: number;
}

/** Whom a container runs as, and what decides it. */
export interface ContainerUser {
  /** As Docker takes it: `1000:1000`, `spring`; empty: root; undefined: what the base image says. */
  readonly word: string | undefined;
  /** By number, where that is known before the image is there. */
  readonly ids: Owner | undefined;
  readonly from: 'docker-options' | 'taken-over' | 'dockerfile' | 'base-image' | 'folders';
}

/** A user of the server by number, and its group. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** One file of the release's `files` folder. */
export interface ContainerFile {
  readonly name: string;
  /** Absolute path in the container. */
  readonly container: string;
}

/** How the container shows that it is well; asked at its own address. */
export interface HealthCheck {
  readonly path: string;
  readonly port: number;
  readonly status: readonly StatusRange[];
  /** What is asked instead where the answer is 401 or 404 (a guarded actuator); undefined: nothing. */
  readonly fallback:
    | { readonly path: string; readonly port: number; readonly status: readonly StatusRange[] }
    | undefined;
  readonly timeoutSeconds: number;
  /** Where the application looks for its database, to word a failure; absent: it has none, or that cannot be told. */
  readonly database?: DatabasePlace | undefined;
  /** The services that it looks for within its own container, and what leads it to those of the server; absent: none. */
  readonly local?: readonly LocalService[] | undefined;
  /** What makes it listen on every address, where its configuration names one; absent: it does. */
  readonly listens?: string | undefined;
  /** Whether `port` is one of the actuator's own. */
  readonly managementPort?: boolean | undefined;
  /** Whether the body that {@link tellingPath} answers with names what the application lacks; absent: it does not. */
  readonly telling?: boolean | undefined;
  /** The actuator's health, where another path is asked: its body says what is down; absent: there is none. */
  readonly actuator?: { readonly path: string; readonly port: number } | undefined;
}

/** Where the body is asked for that tells of an application's components. */
export function tellingPath({ actuator, path, port }: HealthCheck): { readonly path: string; readonly port: number } {
  return actuator ?? { path, port };
}

/**
 * Statuses of the health path that show an application at work: a guarded endpoint's 401 and 404 where there is a
 * fallback.
 */
export function answersAtWork({ status, fallback }: HealthCheck): readonly StatusRange[] {
  return fallback === undefined ? status : [...status, ...guardedStatus];
}

/**
 * Statuses that count where a release is asked for through nginx: where the application's own port does not serve its
 * health path, anything below a server's error does.
 */
export function proofStatus({ health, container }: Pick<Release, 'health' | 'container'>): readonly StatusRange[] {
  return health.port === container.appPort ? answersAtWork(health) : belowServerError;
}
