import type { Failure } from '../messages/failure.ts';
import type { ContainerObservation } from './container-observation.ts';

/** What an application lacks, where its log says so. */
export interface LogCause {
  readonly failure: Failure;
  /** The line of the log that says so last. */
  readonly at: number;
  /** How the actuator names the component; undefined: by no name that is known. */
  readonly component: RegExp | undefined;
  /** Whether an application does not start without it. */
  readonly stops: boolean;
}

/** What is needed of a container for that. */
export type Logged = Pick<ContainerObservation, 'name' | 'database' | 'local' | 'logLines'>;
