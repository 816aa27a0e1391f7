import type { ClosedMounts, PathWords } from '../messages/errors/user.ts';
import type { DatabasePlace } from '../values/database-place.ts';
import type { LocalService } from '../values/service-kinds.ts';

/** What Docker and /proc say of the application's container. */
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
