import type { ProcessUser } from '../fragments/process-user.ts';

/** A container that no release made, as `docker inspect` tells. */
export interface ManualContainer {
  readonly id: string;
  readonly name: string;
  /** Image as it was named at `docker run`, and its id. */
  readonly image: string;
  readonly imageId: string;
  readonly status: string;
  /** Main process on the server; 0 when it does not run. */
  readonly pid: number;
  /** Resident memory of that process in bytes. */
  readonly memory: number;
  /** As `docker update --restart` takes it: `on-failure:5`. */
  readonly restartPolicy: string;
  /** The Compose project that it belongs to; undefined: none. */
  readonly composeProject: string | undefined;
  /** The Swarm service or the Kubernetes pod that would start it again; undefined: none. */
  readonly keptAliveBy: string | undefined;
  /** Entrypoint and command as it runs, and as its image has them. */
  readonly command: readonly string[];
  readonly imageCommand: readonly string[];
  /** `USER` as it runs and of its image; empty for root. */
  readonly user: string;
  readonly imageUser: string;
  /** By number, as its first process runs; undefined when it does not run. */
  readonly ids: ProcessUser | undefined;
  readonly workingDirectory: string;
  /** Its host name where it was given; undefined: Docker's own choice. */
  readonly hostname: string | undefined;
  readonly mounts: readonly Mount[];
  readonly published: readonly PublishedPort[];
  readonly networkMode: string;
  readonly networks: readonly AttachedNetwork[];
  /** Names of its environment. Values stay on the server: they are secrets. */
  readonly environment: readonly Variable[];
  /** Settings of its host side that have another value than Docker's default, as options of `docker run`. */
  readonly host: HostConfig;
}

/** A folder, volume or memory file system in the container. */
export interface Mount {
  readonly kind: string;
  /** Path on the server, or the volume's name. */
  readonly source: string;
  readonly destination: string;
  readonly readOnly: boolean;
}

/** A port of the container that the server passes on. */
export interface PublishedPort {
  readonly containerPort: number;
  readonly protocol: string;
  /** Empty for every address. */
  readonly address: string;
  readonly port: number;
}

/** A network that the container is on. */
export interface AttachedNetwork {
  readonly name: string;
  /** Names that it answers to there besides its own; those of Compose and its id are left out. */
  readonly aliases: readonly string[];
  /** An address that was asked for. */
  readonly fixedAddress: string | undefined;
}

/** One variable of the container's environment, its value aside. */
export interface Variable {
  readonly name: string;
  /** Whether its image sets it, to the same value. */
  readonly ofImage: boolean;
  /** Whether an env file can hold it: a value with a line break it cannot (docker run, `--env-file`). */
  readonly writable: boolean;
}

/** The fields of Docker's HostConfig (Engine API, ContainerCreate) that change what a container can do. */
export interface HostConfig {
  readonly Memory?: number;
  readonly MemoryReservation?: number;
  readonly NanoCpus?: number;
  readonly CpuShares?: number;
  readonly CpuQuota?: number;
  readonly CpuPeriod?: number;
  readonly CpusetCpus?: string;
  readonly PidsLimit?: number | null;
  readonly ShmSize?: number;
  readonly Privileged?: boolean;
  readonly ReadonlyRootfs?: boolean;
  readonly Init?: boolean | null;
  readonly OomKillDisable?: boolean | null;
  readonly CapAdd?: readonly string[] | null;
  readonly CapDrop?: readonly string[] | null;
  readonly SecurityOpt?: readonly string[] | null;
  readonly GroupAdd?: readonly string[] | null;
  readonly ExtraHosts?: readonly string[] | null;
  readonly Dns?: readonly string[] | null;
  readonly DnsSearch?: readonly string[] | null;
  readonly DnsOptions?: readonly string[] | null;
  readonly Links?: readonly string[] | null;
  readonly Tmpfs?: Readonly<Record<string, string>> | null;
  readonly Sysctls?: Readonly<Record<string, string>> | null;
  readonly Ulimits?: readonly { readonly Name: string; readonly Soft: number; readonly Hard: number }[] | null;
  readonly Devices?:
    | readonly { readonly PathOnHost: string; readonly PathInContainer: string; readonly CgroupPermissions: string }[]
    | null;
  readonly AutoRemove?: boolean;
  readonly PidMode?: string;
  readonly IpcMode?: string;
  readonly UTSMode?: string;
  readonly UsernsMode?: string;
  readonly LogConfig?: { readonly Type?: string; readonly Config?: Readonly<Record<string, string>> | null };
}

/** Whether a container runs, and so holds its ports. */
export function isRunning({ status }: ManualContainer): boolean {
  return status === 'running' || status === 'restarting';
}

/** Whether a container set up by hand holds this port of the server. */
export function holdsPort(container: ManualContainer, port: number): boolean {
  return container.published.some((published) => published.protocol === 'tcp' && published.port === port);
}
