import type { ClosedMounts, PathWords } from '../messages/errors/user.ts';
import type { DatabasePlace } from '../values/database-place.ts';
import type { StatusRange } from '../values/health-status.ts';
import type { LocalService } from '../values/service-kinds.ts';

/** An answer of the application itself, asked at its container's own address. */
export interface HealthAnswer {
  readonly status: number;
  /** The health path, and the statuses of it that are well. */
  readonly path: string;
  readonly expected: readonly StatusRange[];
  /** How long it was waited for, in seconds; undefined: it was asked once. */
  readonly seconds: number | undefined;
  /** The answer was the same from the first one on, and will not change. */
  readonly steady: boolean;
}

/** What Docker, /proc and the application itself say of the application's container. */
export interface ContainerObservation {
  readonly name: string;
  /** `State.Status`: `running`, `exited`, `restarting`, ... */
  readonly status: string;
  readonly exitCode: number;
  /** `State.OOMKilled`. */
  readonly oomKilled: boolean;
  /** `RestartCount`. */
  readonly restarts: number;
  /** The port on which the application ought to listen, inside the container. */
  readonly port: number;
  /** The TCP ports on which it does, inside the container. */
  readonly listening: readonly number[];
  /** Those of them that its loopback alone serves; absent: none. */
  readonly listeningLocally?: readonly number[];
  /** Where its configuration looks for a database; absent: that cannot be told. */
  readonly database?: DatabasePlace | undefined;
  /** The services that it looks for within its container; absent: none, or that cannot be told. */
  readonly local?: readonly LocalService[] | undefined;
  /** What makes it listen on every address; absent: its configuration names none. */
  readonly listens?: string | undefined;
  /** Whether the port is one of the actuator's own. */
  readonly managementPort?: boolean | undefined;
  /** What it answered last when it was asked how it is; absent: nothing. */
  readonly answer?: HealthAnswer | undefined;
  /** The body with which it answered its health path; absent: it was not asked for. */
  readonly healthBody?: string | undefined;
  /** The limit of `memory`; absent: it has none, or that is not known. */
  readonly memory?: string | undefined;
  /** A path that it cannot write to, where its log says so. */
  readonly denied?: PathWords | undefined;
  /** What it mounts for writing and may not write to; absent: nothing. */
  readonly mounts?: ClosedMounts | undefined;
  /** Its last log lines, values of `env` redacted already. */
  readonly logLines: readonly string[];
}
