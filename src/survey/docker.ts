import type { ScriptProbe } from '../engine/probe.ts';
import { isMasked } from '../fragments/masked-units.ts';
import { decode } from '../shell/packed.ts';
import { readStrangers, type Stranger } from '../shell/strangers.ts';
import { readLines } from './probe-lines.ts';

/** The Docker Engine of the server. */
export type Docker =
  | {
      readonly state: 'missing';
      /** Text of daemon.json, which may be there before the engine is. */
      readonly daemonJson: string | undefined;
      /** Units of the engine that systemd is told not to start: it would not start the one to be installed either. */
      readonly masked: readonly string[];
    }
  /** A client is there, but no engine answers. */
  | {
      readonly state: 'stopped';
      readonly client: string;
      readonly podman: boolean;
      readonly detail: string;
      readonly daemonJson: string | undefined;
      readonly masked: readonly string[];
      /** What another user can change of the client, which was not run then. */
      readonly strangers: readonly Stranger[];
    }
  | RunningDocker;

/** An engine that answers. */
export interface RunningDocker {
  readonly state: 'running';
  /** Where the client lies, links followed. */
  readonly client: string;
  /** Version of the engine, `20.10.24+dfsg1`. */
  readonly version: string;
  /** Whether it is Podman in Docker's clothes. */
  readonly podman: boolean;
  readonly rootless: boolean;
  /** Where images and containers lie. */
  readonly rootDirectory: string;
  /** Whether images lie in containerd's own store, outside that folder (the default of new engines from 29 on). */
  readonly containerdStore: boolean;
  readonly loggingDriver: string;
  readonly registryMirrors: readonly string[];
  /** Text of daemon.json; undefined when there is none. */
  readonly daemonJson: string | undefined;
}

// A snap's client is on no PATH, nor is one of /usr/local where another user can change a program there (script-text.ts).
// podman-docker's client is a script that calls podman; its answers are not those of docker, and come with words of its
// own on standard error.
const script = `
${isMasked}
masked() {
  ! is_masked docker.service || echo "masked docker.service"
  # Its unit decides whether it needs the socket.
  ! is_masked docker.socket || ! systemctl show -p Requires docker.service | grep -qF docker.socket || echo "masked docker.socket"
}
[ -f /etc/docker/daemon.json ] && echo "daemon $(base64 -w0 </etc/docker/daemon.json)"
for client in "$(type -P docker)" /usr/local/bin/docker /snap/bin/docker missing; do [ ! -x "$client" ] || break; done
[ "$client" != missing ] || { echo missing; masked; exit; }
echo "client $(readlink -f "$client")"
case $client in
  /usr/local/*) found=$(strangers "$client" \${strange_program:+"$strange_program"}) ;;
  *) found=$(strangers "$client") ;;
esac
[ -z "$found" ] || { printf '%s\\n' "$found" | sed 's/^/stranger /'; exit; }
case $client in /snap/*) exit ;; esac
head -c 512 "$client" | grep -aq podman && echo "podman yes"
if version=$(docker version --format '{{json .Server}}' 2>/dev/null); then
  echo "version $version"
  echo "info $(docker info --format '{{json .}}' 2>/dev/null)"
else
  echo "detail $(docker version 2>&1 >/dev/null | tr '\\n' ' ')"
  masked
fi`;

/** Asks for the Docker Engine. */
export const dockerProbe: ScriptProbe<Docker> = { script, read: readDocker };

interface VersionJson {
  readonly Version?: string;
  readonly Components?: readonly { readonly Name?: string }[];
}

interface InfoJson {
  readonly DockerRootDir?: string;
  readonly DriverStatus?: readonly (readonly [string, string])[] | null;
  readonly LoggingDriver?: string;
  readonly SecurityOptions?: readonly string[];
  readonly RegistryConfig?: { readonly Mirrors?: readonly string[] | null };
}

/** Reads the probe's lines: a word, then its value. */
export function readDocker(output: string): Docker {
  const { value, values, has } = readLines(output);
  const daemonJson = has('daemon') ? decode(value('daemon')) : undefined;
  const client = value('client');
  const masked = values('masked');
  if (client === undefined) return { state: 'missing', daemonJson, masked };
  const podman = value('podman') === 'yes';
  const [version, info] = [parse<VersionJson>(value('version')), parse<InfoJson>(value('info'))];
  if (version === undefined || info === undefined) {
    const strangers = readStrangers(values('stranger').join('\n'));
    return { state: 'stopped', client, podman, detail: value('detail') ?? '', daemonJson, masked, strangers };
  }
  return {
    state: 'running',
    client,
    version: version.Version ?? '',
    podman: podman || (version.Components?.some((component) => /podman/i.test(component.Name ?? '')) ?? false),
    rootless: info.SecurityOptions?.some((option) => option.includes('rootless')) ?? false,
    rootDirectory: info.DockerRootDir ?? '/var/lib/docker',
    containerdStore: (info.DriverStatus ?? []).some(([, value]) => value.startsWith('io.containerd.snapshotter')),
    loggingDriver: info.LoggingDriver ?? 'json-file',
    registryMirrors: info.RegistryConfig?.Mirrors ?? [],
    daemonJson,
  };
}

function parse<T>(json: string | undefined): T | undefined {
  try {
    // `null` is what a client says of an engine that it does not know.
    return json === undefined ? undefined : ((JSON.parse(json) as T | null) ?? undefined);
  } catch {
    return undefined;
  }
}
