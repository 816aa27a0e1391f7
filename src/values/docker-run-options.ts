/** Long options of `docker run` that take a value, Docker 20.10 to 28 (docker/cli, cli/command/container/opts.go). */
export const valueOptions: ReadonlySet<string> = new Set(
  `add-host annotation attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count
  cpu-percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems detach-keys device
  device-cgroup-rule device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search
  domainname entrypoint env env-file expose gpus group-add health-cmd health-interval health-retries
  health-start-interval health-start-period health-timeout hostname io-maxbandwidth io-maxiops ip ip6 ipc isolation
  kernel-memory label label-file link link-local-ip log-driver log-opt mac-address memory memory-reservation memory-swap
  memory-swappiness mount name net net-alias network network-alias oom-score-adj pid pids-limit platform publish pull
  restart runtime security-opt shm-size stop-signal stop-timeout storage-opt sysctl tmpfs ulimit user userns uts volume
  volume-driver volumes-from workdir`.split(/\s+/),
);

/** Long options of `docker run` that are switches: a value only as `--option=true`. */
export const switchOptions: ReadonlySet<string> = new Set(
  `detach disable-content-trust init interactive no-healthcheck oom-kill-disable privileged publish-all quiet read-only rm
  sig-proxy tty use-api-socket`.split(/\s+/),
);

/** Short options and the long ones they stand for. */
export const shortOptions: Readonly<Record<string, string>> = {
  a: 'attach',
  c: 'cpu-shares',
  d: 'detach',
  e: 'env',
  h: 'hostname',
  i: 'interactive',
  l: 'label',
  m: 'memory',
  p: 'publish',
  P: 'publish-all',
  q: 'quiet',
  t: 'tty',
  u: 'user',
  v: 'volume',
  w: 'workdir',
};

/** Options that an input stands for, with its name. */
export const optionsOfInputs: Readonly<Record<string, string>> = {
  name: 'app',
  publish: 'app-port',
  'publish-all': 'app-port',
  volume: 'volumes',
  mount: 'volumes',
  env: 'env',
  'env-file': 'env',
  memory: 'memory',
  network: 'network',
  net: 'network',
  entrypoint: 'dockerfile',
};

/** Options that the action sets itself, or whose effect would break what it relies on. */
export const fixedOptions: ReadonlySet<string> = new Set(
  `attach cidfile detach detach-keys interactive ip ip6 label label-file link link-local-ip net-alias network-alias pull
  quiet restart rm sig-proxy tty`.split(/\s+/),
);

/**
 * Options whose values log, summary and artifact may show: limits, names, addresses, devices, what the kernel is asked for.
 * All others may hold a secret.
 */
export const shownOptions: ReadonlySet<string> = new Set(
  `add-host attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count cpu-percent
  cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems device device-cgroup-rule
  device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search domainname expose
  gpus group-add health-interval health-retries health-start-interval health-start-period health-timeout hostname
  io-maxbandwidth io-maxiops ip ip6 ipc isolation kernel-memory link log-driver mac-address memory memory-reservation
  memory-swap memory-swappiness name net net-alias network network-alias oom-score-adj pid pids-limit platform publish pull
  restart runtime security-opt shm-size stop-signal stop-timeout sysctl tmpfs ulimit user userns uts volume volume-driver
  volumes-from workdir`.split(/\s+/),
);

/** Options whose values are `key=value`, so that the key can be shown. */
export const keyedOptions: ReadonlySet<string> = new Set(['annotation', 'label', 'log-opt', 'storage-opt']);

/** Keys of those whose values are no secret either (docs.docker.com, logging drivers). */
export const shownKeys: ReadonlySet<string> = new Set(
  'compress max-buffer-size max-file max-size mode size tag'.split(' '),
);
