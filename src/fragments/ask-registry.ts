import { quote } from '../shell/quote.ts';

const manifests = [
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
].join(', ');

/**
 * Bash function: `ask_registry URL PATH SECONDS` asks a registry for a manifest, and prints the address, curl's exit code,
 * the status and the seconds that it took. One without TLS is asked as Docker asks it.
 */
export const askRegistry = `ask_registry() {
  local status exit=0 url="\${1%/}/v2/$2" words=(-q -s -k -I -o /dev/null -m "$3" -H ${quote(`Accept: ${manifests}`)} -w '%{http_code} %{time_total}')
  status=$(curl \${words[@]+"\${words[@]}"} "$url") || exit=$?
  case $exit:$url in 35:https://*) exit=0; status=$(curl \${words[@]+"\${words[@]}"} "http://\${url#https://}") || exit=$? ;; esac
  printf '%s %s %s\\n' "$1" "$exit" "$status"
}`;

/** Seconds that a source has to answer a survey: what takes longer would take Docker minutes. */
export const surveySeconds = 5;

/**
 * Bash function `know_sources`: what the engine has loaded of where it pulls from, in `$proxy` (behind one, what a shell
 * meets is not what the engine met), `$hub` (Docker Hub's address) and `$mirrors` (a line each). Fails without an engine.
 * Asked for at once, since the engine runs programs for each answer.
 */
export const knowSources = `proxy= hub= mirrors=
know_sources() {
  local told
  told=$(docker info --format '{{.HTTPProxy}}{{.HTTPSProxy}}{{println}}{{.IndexServerAddress}}{{range .RegistryConfig.Mirrors}}{{println}}{{.}}{{end}}' 2>/dev/null) || return
  proxy=\${told%%$'\\n'*} told=\${told#*$'\\n'}
  hub=\${told%%$'\\n'*} mirrors=\${told#"$hub"}
  hub=\${hub%/v1/}
}`;

/** How a registry was met, by what `ask_registry` printed of it (curl(1)): 28 timed out, 6 and 7 no name, no connection. */
export function metRegistry(
  exit: string,
  status: string,
): { readonly state: 'answers' | 'silent' | 'unreachable' | 'unclear'; readonly status: number | undefined } {
  const states = { '0': 'answers', '28': 'silent', '6': 'unreachable', '7': 'unreachable' } as const;
  return {
    state: states[exit as keyof typeof states] ?? 'unclear',
    status: /^[1-9]\d\d$/.test(status) ? Number(status) : undefined,
  };
}
