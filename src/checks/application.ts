import type { DatabasePlace } from '../jar/database-place.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { diagnoseDatabase } from './database.ts';

/** What Docker and /proc say of the application's container. */
export interface ContainerSight {
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
  /** Where its configuration looks for a database; absent: that cannot be told. */
  readonly database?: DatabasePlace | undefined;
  /** Its last log lines, values of `env` redacted already. */
  readonly logLines: readonly string[];
}

/** Why an application that fails its health check does so, as far as its container tells; its log is the evidence. */
export function diagnoseApplication(container: ContainerSight): Failure {
  const { name, status, exitCode, restarts, port, listening } = container;
  const evidence = container.logLines.length === 0 ? {} : { evidence: container.logLines.join('\n') };
  if (container.oomKilled) return failure('APPLICATION_OUT_OF_MEMORY', { container: name, restarts }, evidence);
  const database = diagnoseDatabase(container);
  if (status !== 'running') {
    return database ?? failure('APPLICATION_EXITED', { container: name, exitCode, restarts }, evidence);
  }
  if (listening.length > 0 && !listening.includes(port)) {
    return failure('APPLICATION_OTHER_PORT', { container: name, port, listening: listening.join(', ') }, evidence);
  }
  return database ?? failure('APPLICATION_DOWN', { container: name, status, port, restarts }, evidence);
}
