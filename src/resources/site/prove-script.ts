import type { HealthCheck } from '../../release/release.ts';
import { quote } from '../../server/quote.ts';
import { lookAtNginx } from '../../survey/serving.ts';
import { statusCondition } from '../container/health-script.ts';

/** What nginx must bring, on fresh connections, to count as switched. */
export interface Proven {
  readonly domain: string;
  readonly httpsPort: number;
  /** The random path that proxies the health path. */
  readonly path: string;
  readonly status: HealthCheck['status'];
  readonly release: string;
  /** Hash that the new file carries. */
  readonly configuration: string;
  /** SHA-256 of the leaf that must be served, lower-case hex; undefined: whichever. */
  readonly fingerprint: string | undefined;
}

/** Fresh connections in a row that must all bring the new state: nginx has several workers, each its own listener. */
const looks = 5;

/** Bash that waits until nginx serves what is `expected`; names what it served instead when it does not within 20 s. */
export function proveScript(expected: Proven): string {
  const { release, configuration, fingerprint } = expected;
  const seen = fingerprint === undefined ? '$release $configuration' : '$release $configuration $fingerprint';
  const wanted = [release, configuration, ...(fingerprint === undefined ? [] : [fingerprint])].join(' ');
  return `${lookAtNginx}
proven=0; deadline=$((SECONDS + 20))
while [ "$proven" -lt ${looks} ]; do
  answer=$(look_at_nginx ${quote(expected.domain)} ${expected.httpsPort} ${quote(expected.path)})
  read -r code release configuration fingerprint <<<"$answer"
  [ "$code" = - ] && code=0
  if [ "${seen}" = ${quote(wanted)} ] && ${statusCondition('code', expected.status)}; then
    proven=$((proven + 1))
    continue
  fi
  proven=0
  if [ "$SECONDS" -ge "$deadline" ]; then
    tail -n 20 /var/log/nginx/error.log >&2 2>/dev/null || true
    failure NGINX_NOT_SWITCHED "port=${expected.httpsPort}" "status=$code" "release=$release" "configuration=$configuration" "fingerprint=$fingerprint" \\
      "expected=${wanted}"
  fi
  sleep 0.2
done`;
}
