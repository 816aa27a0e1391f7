import { lookAtNginx } from '../../fragments/serving.ts';
import { nginxCommand } from '../../nginx/command.ts';
import type { ExpectedResponse } from '../../nginx/expected-response.ts';
import { candidateName } from '../../release/names.ts';
import type { Release } from '../../release/release.ts';
import { quote } from '../../shell/quote.ts';
import { statusCondition } from '../../values/health-status.ts';
import { type HiddenOnServer, logsScript } from '../container-logs.ts';
import type { Traces } from './traces-script.ts';
import { whyNotFunctions } from './why-not-script.ts';

/** Fresh connections in a row that must all bring the new state: nginx has several workers, each its own listener. */
const looks = 5;

/**
 * Bash that waits, for each of what is `expected`, until nginx serves it. When it does not within 20 s, or cannot any more,
 * it names why, with the lines that the error log has since nginx was told to read its files; `applicationLog` prints the
 * application's own where that is what does not answer. Needs `nginxFunctions` and `traceFunctions` in front.
 */
export function proveScript(expected: readonly ExpectedResponse[], traces: Traces, applicationLog?: string): string {
  if (expected.length === 0) return '';
  return `${lookAtNginx}
${whyNotFunctions(traces)}
application_log() { ${applicationLog ?? ':'}; }
${expected.map((one) => proveOne(one, traces)).join('\n')}`;
}

function proveOne(expected: ExpectedResponse, { nginx, file, errorLog }: Traces): string {
  const { scheme, domain, port, path, release, configuration, fingerprint } = expected;
  const wanted = Object.entries({ release, configuration, fingerprint }).map(([name, value]) => ({ name, value }));
  const compared = wanted.filter(({ value }) => value !== undefined).map(({ name }) => name);
  return `${wanted.map(({ name, value }) => `want_${name}=${value === undefined ? '' : wordFor(value)}`).join(' ')}
proven=0 same= since=$SECONDS deadline=$((SECONDS + 20))
while [ "$proven" -lt ${looks} ]; do
  # The first look has all the time that there is; those that follow a good one have as much as it may have taken.
  look_seconds=20; [ "$proven" -gt 0 ] || [ "$deadline" -le "$SECONDS" ] || look_seconds=$((deadline - SECONDS))
  answer=$(look_at_nginx ${scheme} ${quote(domain)} ${port} ${quote(path)})
  read -r code release configuration fingerprint _ < <(printf '%s\\n' "$answer")
  [ "$code" = - ] && code=0
  if [ "${compared.map((name) => `$${name}`).join(' ')}" = "${compared.map((name) => `$want_${name}`).join(' ')}" ] && ${statusCondition('code', expected.status)}; then
    proven=$((proven + 1))
    continue
  fi
  proven=0
  [ "$answer" = "$same" ] || { same=$answer; since=$SECONDS; }
  if [ "$SECONDS" -ge "$deadline" ] || settled $((SECONDS - since)); then
    why_not ${port} ${quote(path)} || true
    [ -z "$fresh" ] || printf '%s\\n' "$fresh" | tail -n 20 >&2
    [ "$cause" != application ] || application_log >&2 || true
    failure NGINX_NOT_SWITCHED "port=${port}" "status=$code" "release=$release" "configuration=$configuration" "fingerprint=$fingerprint" \\
      "expected=$want_release $want_configuration $want_fingerprint" "cause=$cause" "said=$said" "place=$place" "owner=$owner" "holder=$holder" \\
      nginx=${quote(nginxCommand(nginx))} log=${quote(errorLog)} file=${quote(file)}
  fi
  sleep 0.2
done`;
}

/** Bash that prints the end of the log of the container that a release runs in. */
export function applicationLogOf(release: Release, hidden: HiddenOnServer): string {
  const [candidate, serving] = [candidateName(release), release.image].map((name) =>
    logsScript(name, 40, release, hidden),
  );
  return `if docker container inspect ${quote(candidateName(release))} >/dev/null 2>&1; then ${candidate}; else ${serving}; fi`;
}

function wordFor(value: string | { readonly file: string }): string {
  if (typeof value === 'string') return quote(value);
  return `"$(sed -n '1s/.*, configuration //p' ${quote(value.file)})"`;
}
