import { policyFile, policyMark } from '../../layout/policy-file.ts';
import { lockFolder } from '../../server/lock-script.ts';
import { commandLine, quote } from '../../shell/quote.ts';
import type { Family } from './family.ts';

const tools = {
  curl: 'curl',
  openssl: 'openssl',
  ss: 'iproute2',
  flock: 'util-linux',
  setsid: 'util-linux',
  unshare: 'util-linux',
  tar: 'tar',
  sha256sum: 'coreutils',
};

/** Debian. Its docker.io only recommends iptables, without which no port is published. */
export const debian: Family = {
  docker: ['docker.io', 'iptables'],
  recommended: ['docker-cli', 'docker-buildx'],
  nginx: 'nginx-light',
  tools,
  selinux: 'policycoreutils-python-utils',
  command,
  script,
};

/** Ubuntu and what is made from it. Its docker.io depends on iptables; what `nginx` stands for is in its main archive. */
export const ubuntu: Family = { ...debian, docker: ['docker.io'], nginx: 'nginx' };

function installCommand(packages: readonly string[]): string {
  return commandLine([
    'apt-get',
    '-y',
    '--no-install-recommends',
    // An engine or a web server of another source would have to go for ours.
    '--no-remove',
    '-o',
    'Dpkg::Options::=--force-confold',
    '-o',
    'DPkg::Lock::Timeout=600',
    'install',
    ...packages,
  ]);
}

/**
 * Bash that prints the packages of Docker's client where docker.io comes without it. From Debian 13 on docker.io only
 * recommends docker-cli, and that docker-buildx; on Debian 12 it has the client, on Ubuntu it may suggest docker-buildx.
 * apt knows this of each distribution, also of those that number their releases in another way, or not at all.
 */
const client =
  "apt-cache depends docker.io docker-cli 2>/dev/null | sed -nE 's/^[ |]*(Depends|Recommends|Suggests): (docker-cli|docker-buildx)$/\\2/p' | sort -u";

function command(packages: readonly string[]): string {
  return `apt-get update && ${installCommand(packages)}${packages.includes('docker.io') ? ` $(${client})` : ''}`;
}

/** Bash that removes our policy-rc.d, which a run that was cut short (a power cut) left: until then no service starts. */
export function removePolicy(): string {
  return `if grep -qxF ${quote(policyMark)} ${policyFile} 2>/dev/null; then rm -f ${policyFile}; fi`;
}

/**
 * Our policy-rc.d: 101 is "action forbidden" (Debian Policy, invoke-rc.d). Other package managers may run at the same time;
 * only what bears our variable is forbidden to start: all that an installation of ours brings and, of packages that an
 * earlier run left half configured, which may be somebody's, the services that we install.
 */
const policyText = [
  '#!/bin/sh',
  policyMark,
  'case $DEPLOY_MINIPROGRAM_PACKAGES in',
  '  install) exit 101 ;;',
  '  mend) for word; do case $word in nginx*|docker*|containerd*) exit 101 ;; esac; done ;;',
  'esac',
  'exit 0',
];

/** Where apt's sources are named; since Debian 13 in files of the folder. */
const sourceLists = "'/etc/apt/sources.list, /etc/apt/sources.list.d'";

/** How long apt waits for a source, in seconds, and how often it asks. */
const patience = '-o Acquire::Retries=3 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20';

/** How dpkg and apt say, in the C locale, that another one of them runs. */
const locked = 'lock was locked by|is locked by another|could not get lock|unable to acquire the dpkg|is held by';

/**
 * Nothing that the packages bring is started. It waits for an apt or dpkg that runs, and mends one that was cut short.
 */
function script(packages: readonly string[]): string {
  const withDocker = packages.includes('docker.io');
  return `export DEBIAN_FRONTEND=noninteractive
policy=${policyFile}
${removePolicy()}
put_policy() {
  [ ! -e "$policy" ] && [ ! -L "$policy" ] || return 0
  ${commandLine(['printf', '%s\\n', ...policyText])} >"$policy"
  chmod 755 "$policy"
}
trap ${quote(removePolicy())} EXIT
deadline=$((SECONDS + 600))
until [ -z "$(dpkg --audit 2>/dev/null)" ] || { put_policy; said=$(DEPLOY_MINIPROGRAM_PACKAGES=mend dpkg --configure -a 2>&1); }; do
  printf '%s\\n' "$said"
  printf '%s\\n' "$said" | grep -qiE ${quote(locked)} || failure PACKAGES_BROKEN "said=$(printf '%s\\n' "$said" | grep -E '^dpkg: |^ [a-z0-9]' | tail -n 3)"
  [ "$SECONDS" -lt "$deadline" ] || failure PACKAGES_LOCKED manager=apt
  echo 'waiting for dpkg'; sleep 2
done
echo 'reading the package lists'
until said=$(apt-get -q ${patience} update 2>&1); do
  printf '%s\\n' "$said"
  printf '%s\\n' "$said" | grep -qiE ${quote(locked)} || failure PACKAGES_UNREACHABLE lists=${sourceLists} "said=$(printf '%s\\n' "$said" | grep -E '^(E|Err|W):' | tail -n 2)"
  [ "$SECONDS" -lt "$deadline" ] || failure PACKAGES_LOCKED manager=apt
  sleep 2
done
printf '%s\\n' "$said" | grep -E '^(E|Err|W):' || true
# With a source that does not answer apt-get update succeeds: older lists may do.
unread=$(printf '%s\\n' "$said" | grep -E '^W: Failed to fetch' | tail -n 2) || true
log=$(mktemp ${lockFolder}/apt.XXXXXX)
put_policy
client=${withDocker ? `$(${client})` : ''}
# $client unquoted: none, or several names.
if ! DEPLOY_MINIPROGRAM_PACKAGES=install ${installCommand(packages)} $client >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  removed=$(awk '/^(The following packages will be REMOVED|REMOVING):/ { on = 1; next } !/^ / { on = 0 } on { gsub(/\\*/, ""); print }' "$log" | tr -s ' \\n' ' ')
  if [ -n "$removed" ]; then
    rm -f "$log"
    failure PACKAGES_REMOVE "command=${installCommand(packages)}\${client:+ $(echo $client)}" "packages=${packages.join(' ')}" "removed=\${removed# }"
  fi
  ! grep -qiE ${quote(locked)} "$log" || { rm -f "$log"; failure PACKAGES_LOCKED manager=apt; }
  # They may stand at the end of a line that tells of progress.
  said=$(sed -n 's/^\\(.*\\.\\.\\. *\\)\\{0,1\\}E: /E: /p' "$log" | tail -n 2)
  fetched=yes
  ! printf '%s\\n' "$said" | grep -qE '^E: (Failed|Unable) to fetch' || fetched=no
  [ -z "$unread" ] || ! printf '%s\\n' "$said" | grep -qE '^E: (Unable to locate|Package .* has no installation candidate)' || { fetched=no said=$unread; }
  rm -f "$log"
  [ $fetched = yes ] || failure PACKAGES_UNREACHABLE lists=${sourceLists} "said=$said"
  failure PACKAGES_NOT_INSTALLED manager=apt-get "packages=${packages.join(' ')}" "said=$said"
fi
grep -E '^(Setting up|Unpacking)' "$log" || true
rm -f "$log"`;
}
