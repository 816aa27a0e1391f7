/** Bash function `environment_of container|image ID`: its variables, each ended by NUL, since values may have line breaks. */
export const environmentOf = `environment_of() { docker "$1" inspect --format '{{range .Config.Env}}{{printf "%s\\x00" .}}{{end}}' "$2"; }`;
