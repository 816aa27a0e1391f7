import { Failure } from '../messages/failure.ts';

/** What a diagnosis by the log alone does not go by. */
export const restOfObservation = {
  status: 'running',
  exitCode: 0,
  oomKilled: false,
  restarts: 0,
  port: 0,
  listening: [],
};

/** A failure with other lines as its evidence. */
export function withEvidence({ code, text }: Failure, evidence: string): Failure {
  return new Failure(code, text, { evidence });
}
