/**
 * What every script of root's finds in its environment. Programs are found in folders of root's alone, whatever the login's
 * PATH holds; /usr/local counts unless another user can change a program there. One Docker Engine is named for all
 * commands: a `DOCKER_HOST` or a context of root's own may lead to another machine's. The home is root's also where sudo
 * keeps the user's. Docker's client lives for a blink, in which it need not collect garbage: a fifth of its time
 * (`GOGC`, of any program in Go).
 */
const environment = [
  'export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=~root',
  'changeable() { find -L "$@" \\( -type f -o -path /usr/local -o -path "/usr/local/*bin" \\) \\( ! -uid 0 ! -uid "${SUDO_UID:-0}" -o -perm /022 \\) -print -quit 2>/dev/null; }',
  'strange_program=$(changeable /usr/local -maxdepth 0; changeable /usr/local/sbin /usr/local/bin -maxdepth 1) </dev/null',
  '[ -n "$strange_program" ] || PATH=/usr/local/sbin:/usr/local/bin:$PATH',
  'export DOCKER_HOST=unix:///var/run/docker.sock BUILDX_BUILDER=default GOGC=400',
].join('\n');

/**
 * `script` as a bash of its own runs it, which reads it from descriptor 9: first the line that says that it begins, then the
 * script as a group, read to its end before any of it runs. Its marks begin with `mark`, which is not exported: programs
 * that it runs cannot know it.
 */
export function scriptText(script: string, mark: string): string {
  return [
    `exec 9<&-; unset deploy_mark; deploy_mark=${mark}`,
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
