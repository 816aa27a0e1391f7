import { lockFolder } from '../../server/lock-script.ts';
import { commandLine, quote } from '../../shell/quote.ts';
import type { System } from '../../survey/system.ts';
import { dockerRepositoryFile, writeRepository } from './docker-repository.ts';

/** The major versions of Enterprise Linux that are known here. */
export type Major = 7 | 8 | 9;

/** One that finds another running ends at once with exit code 200 instead of waiting without end (dnf(8), yum.conf(5)). */
export function installCommand(major: Major, packages: readonly string[]): string {
  const own =
    major === 7
      ? ['yum', '-y', '--setopt=exit_on_lock=True', '--setopt=skip_missing_names_on_install=False']
      : ['dnf', '-y', '--setopt=exit_on_lock=True', '--setopt=install_weak_deps=False'];
  return commandLine([...own, 'install', ...packages]);
}

/** How the package managers say that a repository could not be reached. */
const unreachable = [
  'Cannot (download|retrieve) (repomd.xml|repository metadata|metalink)',
  'Failed to download metadata',
  'Could ?n.t resolve host',
  'Could not retrieve mirrorlist',
  'Cannot find a valid baseurl',
  'No more mirrors to try',
  'All mirrors were (already )?tried',
].join('|');

/** How they, and rpm below them, say that another one runs. */
const locked = 'transaction lock|(holding|acquire) the (yum|transaction) lock|Failed to obtain the transaction lock';

/**
 * awk: what a transaction takes away. A package that declares another one obsolete replaces it without being asked to; dnf
 * and yum have no option against that, but tell (`--assumeno`).
 */
const takenAway = `/^[[:space:]]+replacing[[:space:]]/ { print $2; next }
/^Removing/ { on = 1; next } /^[^[:space:]]/ || /^$/ { on = 0 } on { print $1 }`;

/**
 * Bash that installs `packages` and names its failures. What is installed is asked of rpm at the end: yum of CentOS 7 may
 * pass over names that it does not know.
 */
export function rhelScript(system: System, major: Major, packages: readonly string[]): string {
  const manager = major === 7 ? 'yum' : 'dnf';
  const withEpel = major === 7 && packages.includes('nginx');
  return `log=$(mktemp ${lockFolder}/${manager}.XXXXXX)
repository=
give_up() {
  tail -n 30 "$log" >&2
  said=$(grep -aE '^ *(- )?(Error|Curl error|No package|No match|Unable to find|Cannot|Could not)' "$log" | tail -n 2)
  rm -f "$log"
  # What is left behind is a repository that worked.
  [ -z "$repository" ] || rm -f "$repository"
  failure "$@" "said=$said"
}
deadline=$((SECONDS + 600))
install_packages() {
  local code
  while :; do
    code=0; "$@" --assumeno >"$log" 2>&1 || code=$?
    removed=$(awk ${quote(takenAway)} "$log" | sort -u | tr '\\n' ' ')
    if [ -n "$removed" ]; then give_up PACKAGES_REMOVE "command=$*" ${quote(`packages=${packages.join(' ')}`)} "removed=\${removed% }"; fi
    if [ "$code" -ne 200 ] && ! grep -qaE ${quote(`${locked}|${unreachable}`)} "$log"; then
      code=0; "$@" >"$log" 2>&1 || code=$?
    fi
    [ "$code" -ne 0 ] || break
    if [ "$code" -eq 200 ] || grep -qaE ${quote(locked)} "$log"; then
      [ "$SECONDS" -lt "$deadline" ] || give_up PACKAGES_LOCKED manager=${manager}
      echo 'waiting for ${manager}'; sleep 2
      continue
    fi
    if grep -qaE ${quote(unreachable)} "$log"; then give_up PACKAGES_UNREACHABLE lists=/etc/yum.repos.d; fi
    give_up PACKAGES_NOT_INSTALLED manager=${manager} ${quote(`packages=${packages.join(' ')}`)}
  done
  grep -aE '^ *(Installing|Upgrading) +:' "$log" || true
}
${
  packages.includes('docker-ce')
    ? `[ -e ${dockerRepositoryFile} ] || repository=${dockerRepositoryFile}
${writeRepository(system, major)}
`
    : ''
}${withEpel ? `yum -q info nginx >/dev/null 2>&1 || install_packages ${installCommand(major, ['epel-release'])}\n` : ''}install_packages ${installCommand(major, packages)}
lacking=
for package in ${commandLine(packages)}; do
  rpm -q --whatprovides "$package" >/dev/null 2>&1 || lacking="$lacking $package"
done
[ -z "$lacking" ] || give_up PACKAGES_NOT_INSTALLED manager=${manager} "packages=\${lacking# }"
rm -f "$log"`;
}
