import { type WrittenFiles, writtenFilesProbe } from '../../../src/survey/written-files.ts';
import type { Volume } from '../../../src/values/volumes.ts';
import type { Programs } from '../resources/programs.ts';

/** Id of the container. */
export const theId = 'b'.repeat(64);

/** What a test's container is like. */
export interface ContainerWithFiles {
  /** Whether its layer is the folder `upper`, above `lower`. */
  readonly overlay?: boolean;
  /** 0: it has ended. */
  readonly pid?: number;
  /** Exit code of `docker diff`. */
  readonly diff?: number;
  readonly work?: string;
  /** Path of a volume without a name, whose files are in the folder `volume`. */
  readonly volume?: string;
  /** Bash that prints what `docker diff` says, beside `changes`. */
  readonly more?: string;
  /** Bash that answers `docker cp ID:PATH -`, with PATH in `$path`. */
  readonly copy?: string;
}

/** Puts a docker with one container, named `mccm-server`, whose `docker diff` says `changes`. */
export function putContainer(
  programs: Programs,
  changes: string,
  { overlay = true, pid = 0, diff = 0, work = '', volume = '', copy = 'exit 1', more = ':' }: ContainerWithFiles = {},
): void {
  const layers = overlay ? 'layer "$TEST/upper" "$TEST/init:$TEST/lower"' : '';
  const mount = volume === '' ? '' : `printf '%s\\0' 'volume ${'e'.repeat(64)}' "$TEST/volume" '${volume}'`;
  programs.put(
    'docker',
    `case "$*" in
  'ps -a --no-trunc --format '*) printf '%s\\t%s\\t\\t""\\t""\\n' ${theId} mccm-server ;;
  'container inspect --format {{printf "state'*)
    printf '%s\\0' state '${pid} /mccm-server 2026-01-01T00:00:00.5Z' '${work}' ${layers} 'bind ' /host /app/logs-of-old; ${mount} ;;
  'diff '*) printf '%b' '${changes}'; ${more}; exit ${diff} ;;
  'top '*) echo PID; echo ${pid} ;;
  'cp ${theId}:'*' -') path=\${2#*:}; ${copy} ;;
  *) echo "not foreseen: $*" >&2; exit 1 ;;
esac`,
  );
}

/** Asks what the container holds. */
export async function askWrittenFiles(programs: Programs, volumes: readonly Volume[] = []): Promise<WrittenFiles> {
  const probe = writtenFilesProbe({ app: 'no-such-app', image: 'mccm-server' }, volumes);
  const { stdout } = await programs.server.run(probe.script);
  const [container] = probe.read(stdout).containers;
  if (container === undefined) throw new Error(stdout);
  return container;
}
