import { commandLine } from '../../server/quote.ts';
import type { System } from '../../survey/system.ts';
import { dockerRepository, dockerRepositoryFile } from './docker-repository.ts';
import type { Family } from './family.ts';

/** The major versions of Enterprise Linux that are known here. */
export type Major = 7 | 8 | 9;

/** Which Enterprise Linux each version of a distribution is compatible with. */
const compatible: Readonly<Record<string, Readonly<Record<string, Major>>>> = {
  tencentos: { '2': 7, '3': 8, '4': 9 },
  opencloudos: { '8': 8, '9': 9 },
  centos: { '7': 7, '8': 8, '9': 9 },
  rhel: { '8': 8, '9': 9 },
  rocky: { '8': 8, '9': 9 },
  almalinux: { '8': 8, '9': 9 },
};

/** The Enterprise Linux that a server is, or is compatible with; undefined where it is not said, or not known here. */
export function majorOf(system: System): Major | undefined {
  const [version = ''] = system.version.split('.');
  const known = compatible[system.id];
  if (known !== undefined) return known[version];
  // Others count their versions as they like; PLATFORM_ID says whose packages they take.
  if (!system.like.some((id) => id === 'rhel' || id === 'centos' || id === 'fedora')) return undefined;
  const [, platform] = /^platform:el([89])$/.exec(system.platform) ?? [];
  return platform === undefined ? undefined : (Number(platform) as Major);
}

/** RHEL's family. Its packages start nothing, unless an administrator's preset says so (systemd.preset(5)). */
export function rhel(system: System, major: Major): Family {
  return {
    docker: ['docker-ce', 'docker-ce-cli', 'containerd.io'],
    nginx: 'nginx',
    tools: {
      curl: 'curl',
      openssl: 'openssl',
      ss: 'iproute',
      flock: 'util-linux',
      setsid: 'util-linux',
      unshare: 'util-linux',
      tar: 'tar',
      sha256sum: 'coreutils',
    },
    selinux: major === 7 ? 'policycoreutils-python' : 'policycoreutils-python-utils',
    command: (packages) =>
      [
        ...(packages.includes('docker-ce') ? [writeRepository(system, major)] : []),
        // Of CentOS 7's own repositories none has nginx.
        ...(major === 7 && packages.includes('nginx') ? [installCommand(major, ['epel-release'])] : []),
        installCommand(major, packages),
      ].join(' && '),
    script: (packages) => script(system, major, packages),
  };
}

function writeRepository(system: System, major: Major): string {
  return `${commandLine(['printf', '%s\\n', ...dockerRepository(system, major)])} >${dockerRepositoryFile}`;
}

/** One that finds another running ends at once with exit code 200 instead of waiting without end (dnf(8), yum.conf(5)). */
function installCommand(major: Major, packages: readonly string[]): string {
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
 * yum and dnf say what is wrong on lines that begin with "Error", yum of a missing package on one that begins with "No
 * package". What is installed is asked of rpm at the end: yum of CentOS 7 passes over names that it does not know.
 */
function script(system: System, major: Major, packages: readonly string[]): string {
  const manager = major === 7 ? 'yum' : 'dnf';
  const wanted = packages.join(' ');
  const withEpel = major === 7 && packages.includes('nginx');
  return `log=$(mktemp /tmp/deploy-miniprogram-${manager}.XXXXXX)
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
    code=0; "$@" >"$log" 2>&1 || code=$?
    [ "$code" -ne 0 ] || break
    if [ "$code" -eq 200 ] || grep -qaE ${quoted(locked)} "$log"; then
      [ "$SECONDS" -lt "$deadline" ] || give_up PACKAGES_LOCKED manager=${manager}
      echo 'waiting for ${manager}'; sleep 2
      continue
    fi
    if grep -qaE ${quoted(unreachable)} "$log"; then give_up PACKAGES_UNREACHABLE lists=/etc/yum.repos.d; fi
    give_up PACKAGES_NOT_INSTALLED manager=${manager} ${commandLine([`packages=${wanted}`])}
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

function quoted(pattern: string): string {
  return commandLine([pattern]);
}
