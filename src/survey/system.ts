import { isIP } from 'node:net';
import type { ScriptProbe } from '../engine/probe.ts';
import { policyFile, policyMark } from '../layout/policy-file.ts';
import { quote } from '../shell/quote.ts';

/** The machine and its Linux. */
export interface System {
  /** `ID` of os-release(5): `debian`, `ubuntu`, `tencentos`; empty when there is none. */
  readonly id: string;
  /** `ID_LIKE` of os-release(5), split. */
  readonly like: readonly string[];
  /** `VERSION_ID`: `12`, `24.04`, `3.1`; empty where there is none. */
  readonly version: string;
  /** `PLATFORM_ID`: on RHEL's family whose packages it takes, `platform:el9`; empty elsewhere. */
  readonly platform: string;
  /** `PRETTY_NAME`, for texts. */
  readonly name: string;
  /** `uname -m`. */
  readonly architecture: string;
  /** Bytes that a new process can have without swapping (`MemAvailable`). */
  readonly memoryAvailable: number;
  /** Bytes of swap that are free. */
  readonly swapFree: number;
  /** Whether the machine has an IPv6 address at all. */
  readonly ipv6: boolean;
  /** Whether its packages are Debian's: it has apt, and the file of Debian's base. */
  readonly apt: boolean;
  /** Whether systemd is the init that runs. */
  readonly systemd: boolean;
  /** Whether root can have a mount namespace of its own, in which nginx tests files before they are in their places. */
  readonly namespaces: boolean;
  /** Programs of {@link neededTools} that are missing. */
  readonly missingTools: readonly string[];
  /** Whether a policy-rc.d of ours was left, which keeps services from starting. */
  readonly policyLeft: boolean;
  /** Name of its time zone; undefined where it has none. */
  readonly timezone: string | undefined;
  /** The instance's id at Tencent's metadata service; undefined outside Tencent's network. */
  readonly tencentInstance: string | undefined;
  /** Its public address, as the metadata service says. */
  readonly tencentPublicAddress: string | undefined;
  /** Its region, `ap-guangzhou`, as the metadata service says. */
  readonly tencentRegion: string | undefined;
}

/** Programs that the scripts of this action call on the server, and that a bare one may lack. */
export const neededTools = ['curl', 'openssl', 'ss', 'flock', 'setsid', 'unshare', 'tar', 'sha256sum'] as const;

// The metadata service answers in milliseconds where it exists (Tencent's documentation, "instance metadata"); elsewhere
// its name does not resolve, so that the limit is for a resolver that does not answer.
const script = `
{ cat /etc/os-release || cat /usr/lib/os-release; } 2>/dev/null | grep '^[A-Z][A-Z_]*='
echo "architecture=$(uname -m)"
echo "memory=$(sed -n 's/^MemAvailable: *\\([0-9]*\\) kB/\\1/p' /proc/meminfo)"
echo "swap=$(sed -n 's/^SwapFree: *\\([0-9]*\\) kB/\\1/p' /proc/meminfo)"
[ -s /proc/net/if_inet6 ] && echo ipv6=yes
[ -e /etc/debian_version ] && command -v apt-get >/dev/null && echo apt=yes
[ -d /run/systemd/system ] && echo systemd=yes
grep -qxF ${quote(policyMark)} ${policyFile} && echo policy=left
# What programs go by is the link; RHEL's family has no other, Debian keeps the name in a file as well.
zone=$(readlink -f /etc/localtime)
case $zone in */zoneinfo/*) zone=\${zone#*/zoneinfo/} ;; *) zone=$(cat /etc/timezone) ;; esac
echo "timezone=$(printf %s "$zone" | head -n 1)"
for tool in ${neededTools.join(' ')}; do command -v "$tool" >/dev/null || echo "missing=$tool"; done
! command -v unshare >/dev/null || unshare -m true || echo namespaces=no
if command -v curl >/dev/null && timeout 2 getent hosts metadata.tencentyun.com >/dev/null; then
  # Whatever answers to that name may answer with a page of its own.
  metadata() { curl -q -sf --noproxy '*' -m 2 "http://metadata.tencentyun.com/latest/meta-data/$1" | head -c 64 | tr -d '\\000\\r' | head -n 1; }
  instance=$(metadata instance-id)
  echo "instance=$instance"
  if [ -n "$instance" ]; then
    echo "address=$(metadata public-ipv4)"
    echo "region=$(metadata placement/region)"
  fi
fi`;

/** Asks for the machine and its Linux. */
export const systemProbe: ScriptProbe<System> = { script, read: readSystem };

/** Reads the probe's `key=value` lines; later ones of one key add to `missing`, else the first counts. */
export function readSystem(output: string): System {
  const pairs = output.split('\n').flatMap((line) => {
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [{ key, value: value.replace(/^(["'])(.*)\1$/, '$2') }];
  });
  const first = (key: string): string => pairs.find((pair) => pair.key === key)?.value ?? '';
  const address = first('address');
  // CVM's and Lighthouse's (Tencent's documentation, "instance metadata").
  const isInstance = /^(ins|lhins)-[a-z0-9]{4,20}$/.test(first('instance'));
  return {
    id: first('ID').toLowerCase(),
    like: first('ID_LIKE').toLowerCase().split(/\s+/).filter(Boolean),
    version: first('VERSION_ID'),
    platform: first('PLATFORM_ID'),
    name: first('PRETTY_NAME') || first('NAME') || first('ID'),
    architecture: first('architecture'),
    memoryAvailable: Number(first('memory')) * 1024,
    swapFree: Number(first('swap')) * 1024,
    ipv6: first('ipv6') === 'yes',
    apt: first('apt') === 'yes',
    systemd: first('systemd') === 'yes',
    namespaces: first('namespaces') !== 'no',
    missingTools: pairs.filter((pair) => pair.key === 'missing').map((pair) => pair.value),
    policyLeft: first('policy') === 'left',
    timezone: /^\w[\w+-]*(\/[\w+-]+)*$/.exec(first('timezone'))?.[0],
    tencentInstance: isInstance ? first('instance') : undefined,
    tencentPublicAddress: isInstance && isIP(address) ? address : undefined,
    tencentRegion: isInstance ? /^[a-z]{2,4}(-[a-z0-9]+){1,3}$/.exec(first('region'))?.[0] : undefined,
  };
}
