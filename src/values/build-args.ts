import { type Failure, Failures, failure } from '../messages/failure.ts';
import { linesOf } from './lines.ts';

/** One `--build-arg` of docker build. Not secret: it ends in the image's history. */
export interface BuildArgument {
  readonly name: string;
  readonly value: string;
}

/** Lines `NAME=value`. Throws `Failures` of `INPUT_BUILD_ARG`, one a line. */
export function parseBuildArgs(value: string): readonly BuildArgument[] {
  const failures: Failure[] = [];
  const args: BuildArgument[] = [];
  for (const { number: line, text } of linesOf(value)) {
    const [, name, rest] = /^([A-Za-z_][A-Za-z0-9_]*)=([^\0\r]*)$/.exec(text) ?? [];
    const known = args.some((other) => other.name === name);
    if (name === undefined || rest === undefined || known)
      // A value may hold a token.
      failures.push(failure('INPUT_BUILD_ARG', { line, value: text.replace(/=.*$/s, '=…') }));
    else args.push({ name, value: rest });
  }
  if (failures.length > 0) throw new Failures(failures);
  return args;
}
