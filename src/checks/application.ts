import { type Failure, failure } from '../messages/failure.ts';
import type { ContainerSight } from './container-sight.ts';
import { diagnoseDatabase } from './database.ts';

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
