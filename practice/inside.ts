import { readFileSync } from 'node:fs';
import { attempt, type CommandOptions, type CommandResult } from './command.ts';
import { type Engine, lessGarbage } from './engine.ts';

/** What `docker exec` gives a program of a server, whose image sets no variables; Docker's own are spared time. */
const variables = [
  'HOME=/root',
  'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  `GOGC=${lessGarbage.GOGC}`,
];

/** A process, known by when it began as well: numbers are used again. */
interface Init {
  readonly pid: string;
  readonly born: string;
}

/** Runs programs as root in a container. */
export interface Inside {
  /** Runs `argv`, whatever it comes to. */
  attempt(argv: readonly string[], options?: CommandOptions): Promise<CommandResult>;
}

/**
 * Programs in the container `name`: beside its first process, in its namespaces, where the engine is practice's own; this
 * takes a tenth of the time of `docker exec`, which tests would spend most of theirs in. Elsewhere by `docker exec`.
 */
export function openInside(engine: Engine, name: string): Inside {
  const byDocker = (argv: readonly string[], options?: CommandOptions) =>
    engine.attempt(['exec', '-i', name, ...argv], options);
  let init: Init | undefined;
  const find = async (): Promise<Init | undefined> => {
    if (init !== undefined && bornAt(init.pid) === init.born) return init;
    const pid = (await engine.attempt(['inspect', '--format', '{{.State.Pid}}', name])).stdout.trim();
    const born = bornAt(pid);
    init = born === undefined ? undefined : { pid, born };
    return init;
  };
  return {
    attempt: async (argv, options) => {
      const first = engine.own ? await find() : undefined;
      if (first === undefined) return byDocker(argv, options);
      return attempt(['nsenter', '--target', first.pid, '--all', 'env', '-i', ...variables, ...argv], options);
    },
  };
}

/** When a process began, in clock ticks after the boot (proc(5), `starttime`); undefined where there is none. */
function bornAt(pid: string): string | undefined {
  if (pid === '0' || pid === '') return undefined;
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19];
  } catch {
    return undefined;
  }
}
