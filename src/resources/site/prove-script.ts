import type { HealthCheck } from '../../release/release.ts';
import { quote } from '../../server/quote.ts';
import { lookAtNginx } from '../../survey/serving.ts';
import { statusCondition } from '../container/health-script.ts';

/** What nginx must bring, on fresh connections, to count as switched. What is undefined may be whatever it is. */
export interface Proven {
  readonly scheme: 'https' | 'http';
  readonly domain: string;
  readonly port: number;
  /** The random path that proxies the health path. */
  readonly path: string;
  readonly status: HealthCheck['status'];
  /** What the answer's headers must name; `-`: that they are not there, as with a server that is not ours. */
  readonly release: string | undefined;
  /** A hash, or the file whose label has it by then: another application may have changed that file since the survey. */
  readonly configuration: string | { readonly file: string } | undefined;
  /** SHA-256 of the leaf that must be served, lower-case hex. */
  readonly fingerprint: string | undefined;
}

/** Statuses that show that anything answered at all. */
export const anyStatus: Proven['status'] = [{ from: 1, to: 999 }];

/** Fresh connections in a row that must all bring the new state: nginx has several workers, each its own listener. */
const looks = 5;

/**
 * Bash that waits until nginx serves what is `expected`; names what it served instead when it does not within 20 s, with
 * the last lines of `errorLog`.
 */
export function proveScript(expected: Proven, errorLog: string): string {
  const { scheme, domain, port, path, release, configuration, fingerprint } = expected;
  const wanted = Object.entries({ release, configuration, fingerprint }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, word: wordFor(value) }],
  );
  return `${lookAtNginx}
wanted=${wanted.map(({ word }) => word).join("' '")}
proven=0; deadline=$((SECONDS + 20))
while [ "$proven" -lt ${looks} ]; do
  answer=$(look_at_nginx ${scheme} ${quote(domain)} ${port} ${quote(path)})
  read -r code release configuration fingerprint < <(printf '%s\\n' "$answer")
  [ "$code" = - ] && code=0
  if [ "${wanted.map(({ name }) => `$${name}`).join(' ')}" = "$wanted" ] && ${statusCondition('code', expected.status)}; then
    proven=$((proven + 1))
    continue
  fi
  proven=0
  if [ "$SECONDS" -ge "$deadline" ]; then
    # A worker's user may own its folder, and put a link or a named pipe there.
    [ -L ${quote(errorLog)} ] || [ ! -f ${quote(errorLog)} ] || timeout -s KILL 10 tail -n 20 ${quote(errorLog)} >&2 2>/dev/null || true
    failure NGINX_NOT_SWITCHED "port=${port}" "status=$code" "release=$release" "configuration=$configuration" "fingerprint=$fingerprint" \\
      "expected=$wanted"
  fi
  sleep 0.2
done`;
}

function wordFor(value: string | { readonly file: string }): string {
  if (typeof value === 'string') return quote(value);
  return `"$(sed -n '1s/.*, configuration //p' ${quote(value.file)})"`;
}
