/**
 * What a login shell of any kind can run: no quoting, no variables, no redirection. `env` gives messages of sudo and of
 * `env` itself in English, whatever the server's language, and `-H` a home that is root's.
 */
export const rootCommand = 'env LC_ALL=C bash -s';
export const sudoCommand = 'env LC_ALL=C sudo -n -H bash -s';

/**
 * What every script of root's finds in its environment. Programs are found in folders of root's alone, whatever the login's
 * PATH holds; /usr/local counts unless another user can change a program there. One Docker Engine is named for all
 * commands: a `DOCKER_HOST` or a context of root's own may lead to another machine's.
 */
const environment = [
  'export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin',
  'changeable() { find -L "$@" \\( -type f -o -path /usr/local -o -path "/usr/local/*bin" \\) \\( ! -uid 0 ! -uid "${SUDO_UID:-0}" -o -perm /022 \\) -print -quit 2>/dev/null; }',
  'strange_program=$(changeable /usr/local -maxdepth 0; changeable /usr/local/sbin /usr/local/bin -maxdepth 1) </dev/null',
  '[ -n "$strange_program" ] || PATH=/usr/local/sbin:/usr/local/bin:$PATH',
  'unset DOCKER_CONTEXT DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_CERT_PATH DOCKER_API_VERSION DOCKER_DEFAULT_PLATFORM',
  'export DOCKER_HOST=unix:///var/run/docker.sock BUILDX_BUILDER=default',
].join('\n');

/**
 * `script` as it is sent to `bash -s`: first the line that says that it begins, then a group that bash reads to its end
 * before it runs any of it, so that what follows on standard input is read by the script's own commands. Its marks begin
 * with `mark`, which is not exported: programs that it runs cannot know it.
 */
export function scriptText(script: string, mark: string): string {
  return [
    `unset deploy_mark; deploy_mark=${mark}`,
    `printf '%s\\n' "\${deploy_mark}begin"; printf '%s\\n' "\${deploy_mark}begin" >&2`,
    environment,
    'umask 022; cd /',
    '{',
    script,
    'exit $?',
    '}',
    '',
  ].join('\n');
}
