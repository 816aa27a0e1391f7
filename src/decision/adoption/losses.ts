import { posix } from 'node:path';
import { shownWord } from '../../redaction/command-word.ts';
import type { DeploySettings } from '../../settings/settings.ts';
import type { HostConfig, ManualContainer } from '../../survey/manual-container.ts';
import { givesOption } from '../../values/docker-options.ts';
import { parseSpringProfile } from '../../values/spring-profile.ts';
import { isOfJvm, variableOf, wordsOf } from './command-words.ts';
import { isDefaultNetwork, variablesToTell } from './inherited-settings.ts';
import { type Kept, keepOption, network, option, variable } from './kept.ts';

/** Something that a container set up by hand has and the new one would not. */
export interface Loss {
  /** In the words of `docker run`, Dockerfile or command line. */
  readonly what: string;
  /** The input that keeps it; undefined: none can. */
  readonly keep: Kept | undefined;
}

/** What decides whether something is lost. */
export interface AdoptingContainer {
  readonly settings: DeploySettings;
  /** Port that the application listens on. */
  readonly appPort: number;
  /** Text of the repository's own Dockerfile; undefined: one is rendered. */
  readonly dockerfile: string | undefined;
  /** Working folder of a rendered Dockerfile. */
  readonly workingDirectory: string;
}

/**
 * What taking over a container would lose. Mounts, variables, the application's port, networks and user are handed on
 * (inherited-settings.ts); an input that is given about a matter is its user's own word on it, and nothing there counts as lost.
 */
export function lossesOf(container: ManualContainer, successor: AdoptingContainer): readonly Loss[] {
  return [
    ...lostPorts(container, successor),
    ...lostVariables(container, successor),
    ...lostMounts(container, successor),
    ...lostNetworking(container, successor),
    ...lostCommand(container, successor),
    ...lostOptions(container, successor),
  ];
}

function lostPorts({ published }: ManualContainer, { settings, appPort }: AdoptingContainer): readonly Loss[] {
  if (settings.container.publishPort !== undefined) return [];
  const [, ...further] = published.filter(
    ({ containerPort, protocol }) => containerPort === appPort && protocol === 'tcp',
  );
  const others = published.filter(({ containerPort, protocol }) => containerPort !== appPort || protocol !== 'tcp');
  return [...further, ...others].map(({ address, port, containerPort, protocol }) => ({
    what: `--publish ${address === '' ? '' : `${address}:`}${port}:${containerPort}/${protocol}`,
    // Said explicitly, the application's port is all that is to be open.
    keep: { input: 'publish-app-port', value: 'true' },
  }));
}

function lostVariables(container: ManualContainer, { settings, dockerfile }: AdoptingContainer): readonly Loss[] {
  const given = settings.container.environment.map(({ name }) => name);
  return variablesToTell(container, dockerfile === undefined)
    .filter((name) => !given.includes(name) && !(name === 'SPRING_PROFILES_ACTIVE' && settings.container.profile))
    .map((name) => ({
      what: `--env ${name}`,
      keep: variable(name, `<docker exec ${container.name} printenv ${name}>`),
    }));
}

function lostMounts({ mounts }: ManualContainer, { settings }: AdoptingContainer): readonly Loss[] {
  if (settings.container.volumes !== undefined) return [];
  return mounts
    .filter(({ kind }) => kind !== 'bind' && kind !== 'volume')
    .filter(({ kind }) => kind !== 'tmpfs' || !givesOption(settings.container.options, 'tmpfs'))
    .map(({ kind, destination }) => ({
      what: `--mount type=${kind},target=${destination}`,
      keep: kind === 'tmpfs' ? option(['--tmpfs', destination]) : undefined,
    }));
}

function lostNetworking({ networkMode, networks }: ManualContainer, { settings }: AdoptingContainer): readonly Loss[] {
  if (settings.container.network !== undefined) return [];
  if (networkMode === 'host' || networkMode === 'none' || networkMode.startsWith('container:')) {
    return [{ what: `--network ${networkMode}`, keep: network('bridge') }];
  }
  if (isDefaultNetwork(networkMode)) return [];
  return networks.flatMap(({ name, aliases, fixedAddress }) => [
    ...aliases.map((alias) => ({ what: `--network-alias ${alias}`, keep: network(name) })),
    ...(fixedAddress === undefined ? [] : [{ what: `--ip ${fixedAddress}`, keep: network(name) }]),
  ]);
}

/** What the command line says beside starting the jar: names only, and how to read their values on the server. */
function lostCommand(
  container: ManualContainer,
  { settings, dockerfile, workingDirectory }: AdoptingContainer,
): readonly Loss[] {
  const { command, imageCommand } = container;
  if (dockerfile !== undefined) {
    // The Dockerfile says how to start; what docker run said instead is not in it.
    if (command.join('\0') === imageCommand.join('\0')) return [];
    const further = command.filter((word) => !imageCommand.includes(word) && !dockerfile.includes(word));
    return [...new Set(wordsOf(further).map(shownWord))].map((what) => ({ what, keep: undefined }));
  }
  const known = [settings.container.javaOptions ?? '', ...settings.container.options].join(' ');
  const lost = wordsOf(command).flatMap((word): readonly Loss[] => {
    const [, key, value = ''] = /^--([\w.[\]-]+)=(.*)$/s.exec(word) ?? [];
    if (key === 'spring.profiles.active' && isProfiles(value)) {
      return settings.container.profile === value ? [] : [{ what: word, keep: { input: 'spring-profile', value } }];
    }
    if (key !== undefined) return lostProperty(key, `--${key}`, container, settings);
    const [, property] = /^-D([\w.[\]-]+)(?:=|$)/.exec(word) ?? [];
    if (property !== undefined && !isOfJvm(property) && !known.includes(word)) {
      return known.includes(`-D${property}=`) ? [] : lostProperty(property, `-D${property}`, container, settings);
    }
    if (!/^-([DX]|ea|server|agentlib|javaagent)/.test(word) || known.includes(word)) return [];
    const shown = shownWord(word);
    return known.includes(shown.replace('…', ''))
      ? []
      : [{ what: shown, keep: { input: 'java-options', value: shown.replace('…', valueIn(container)) } }];
  });
  const elsewhere = container.workingDirectory !== '' && container.workingDirectory !== workingDirectory;
  if (elsewhere && !givesOption(settings.container.options, 'workdir')) {
    lost.push({
      what: `WORKDIR ${container.workingDirectory}`,
      keep: option(['--workdir', container.workingDirectory]),
    });
  }
  return lost;
}

/** A property of Spring's, which a variable keeps. */
function lostProperty(
  property: string,
  option: string,
  container: ManualContainer,
  settings: DeploySettings,
): readonly Loss[] {
  const name = variableOf(property);
  if (settings.container.environment.some((variable) => variable.name === name)) return [];
  return [{ what: `${option}=…`, keep: variable(name, valueIn(container)) }];
}

/** What stands for a value that is to be looked up where it is. */
function valueIn({ name }: ManualContainer): string {
  return `<docker inspect -f '{{.Args}}' ${name}>`;
}

/** Names of profiles, as `spring-profile` takes them; what else stands there may be a secret. */
function isProfiles(value: string): boolean {
  try {
    return parseSpringProfile(value) === value;
  } catch {
    return false;
  }
}

/** `docker run` options by what HostConfig holds, each with its name. */
function lostOptions(
  { name: container, host, hostname, networkMode }: ManualContainer,
  { settings }: AdoptingContainer,
): readonly Loss[] {
  const words: (readonly [name: string, words: readonly string[]])[] = [
    ...optionsOf(host),
    ...(hostname === undefined ? [] : [['hostname', ['--hostname', hostname]] as const]),
  ];
  return words
    .filter(([name]) => !givesOption(settings.container.options, name))
    .filter(([name]) => name !== 'memory' || settings.container.memory === undefined)
    .map(([name, argv]) => ({
      what: argv.join(' '),
      keep: keepOption(name, argv, container, isDefaultNetwork(networkMode)),
    }))
    .filter(({ what }) => settings.container.network === undefined || !what.startsWith('--link '));
}

function optionsOf(host: HostConfig): readonly (readonly [name: string, words: readonly string[]])[] {
  const some = (name: string, value: string | number | null | undefined, unlike: readonly unknown[] = []) =>
    value === null || value === undefined || value === '' || value === 0 || unlike.includes(value)
      ? []
      : [[name, [`--${name}`, String(value)]] as const];
  const on = (name: string, value: boolean | null | undefined) => (value ? [[name, [`--${name}`]] as const] : []);
  const each = (name: string, values: readonly string[] | null | undefined) =>
    (values ?? []).map((value) => [name, [`--${name}`, value]] as const);
  const pairs = (name: string, values: Readonly<Record<string, string>> | null | undefined, joint: string) =>
    each(
      name,
      Object.entries(values ?? {}).map(([key, value]) => (value === '' ? key : `${key}${joint}${value}`)),
    );
  return [
    ...some('memory', host.Memory),
    ...some('memory-reservation', host.MemoryReservation),
    ...some('cpus', host.NanoCpus === undefined ? undefined : host.NanoCpus / 1e9),
    ...some('cpu-shares', host.CpuShares),
    ...some('cpu-quota', host.CpuQuota),
    ...some('cpu-period', host.CpuPeriod),
    ...some('cpuset-cpus', host.CpusetCpus),
    ...some('pids-limit', host.PidsLimit, [-1]),
    // 64 MiB is Docker's default.
    ...some('shm-size', host.ShmSize, [67_108_864]),
    ...on('privileged', host.Privileged),
    ...on('read-only', host.ReadonlyRootfs),
    ...on('init', host.Init),
    ...on('oom-kill-disable', host.OomKillDisable),
    ...each('cap-add', host.CapAdd),
    ...each('cap-drop', host.CapDrop),
    // A profile of seccomp stands there as a whole.
    ...each(
      'security-opt',
      host.SecurityOpt?.map((value) => value.replace(/^(seccomp=).*[{\n].*$/s, '$1…')),
    ),
    ...each('group-add', host.GroupAdd),
    ...each(
      'add-host',
      host.ExtraHosts?.filter((entry) => !entry.startsWith('host.docker.internal:')),
    ),
    ...each('dns', host.Dns),
    ...each('dns-search', host.DnsSearch),
    ...each('dns-option', host.DnsOptions),
    ...each(
      'link',
      host.Links?.map((link) =>
        link
          .split(':')
          .map((part) => posix.basename(part))
          .join(':'),
      ),
    ),
    ...pairs('tmpfs', host.Tmpfs, ':'),
    ...pairs('sysctl', host.Sysctls, '='),
    ...each(
      'ulimit',
      host.Ulimits?.map(({ Name, Soft, Hard }) => `${Name}=${Soft}:${Hard}`),
    ),
    ...each(
      'device',
      host.Devices?.map((device) => `${device.PathOnHost}:${device.PathInContainer}:${device.CgroupPermissions}`),
    ),
    ...some('pid', host.PidMode),
    ...some('ipc', host.IpcMode, ['private', 'shareable']),
    ...some('uts', host.UTSMode),
    ...some('userns', host.UsernsMode),
  ];
}
