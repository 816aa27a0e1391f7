import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from './engine.ts';
import { admitPorts, shutPort } from './network.ts';
import type { PracticeServer } from './server.ts';
import { until } from './waiting.ts';

/**
 * Fills the file system of a folder of the server, but for some megabytes (0: to the last byte); returns what gives
 * them back.
 */
export async function fillDisk(server: PracticeServer, path: string, leave: number): Promise<() => Promise<void>> {
  const file = `${path}/practice-filling`;
  // What one big file leaves is enough for some small ones, which take a block each.
  const rest = `cat /dev/zero >>${file} 2>/dev/null || true; sync ${file}
for n in $(seq 1000); do head -c 4096 /dev/zero >${file}-$n 2>/dev/null || break; done; sync -f ${path}`;
  await server.sh(
    `free=$(df --output=avail -m ${path} | tail -1); fallocate -l $((free - ${leave || 1}))M ${file}\n${leave > 0 ? '' : rest}`,
  );
  return async () => {
    await server.sh(`rm -f ${file} ${file}-*`);
  };
}

/** Lets another process of the server listen on a port; returns what ends it. */
export async function occupyPort(server: PracticeServer, port: number): Promise<() => Promise<void>> {
  // No `$`: systemd would take it for a variable of its own.
  const listen = `@s = IO::Socket::INET->new(LocalPort => ${port}, Listen => 5, ReuseAddr => 1) or die; sleep`;
  const unit = `practice-port-${port}`;
  // A unit, so that it has a name of its own and no session ends it.
  await server.sh(`systemd-run --quiet --collect --unit ${unit} /usr/bin/perl -MIO::Socket::INET -e '${listen}'`);
  await until(`a listener on ${port}`, 10, async () =>
    (await server.exec(`ss -Hltn 'sport = :${port}' | grep -q .`)).code === 0 ? true : undefined,
  );
  return async () => {
    await server.sh(`systemctl stop ${unit}`);
  };
}

/** A switch script held still at one line of its journal. */
export interface HeldSwitch {
  /** Resolves when the line is written and the script waits. */
  reached(): Promise<void>;
  /** Lets it go on, and later ones pass. */
  release(): Promise<void>;
}

/**
 * Holds the switch script of the server right after it wrote `line` (`done site.swap`) into its journal: the flush to
 * disk that follows every line hangs, as on a disk that does not answer, so that no later step can begin.
 */
export async function holdSwitch(server: PracticeServer, line: string): Promise<HeldSwitch> {
  const [wrapper, hold, reached] = ['/usr/local/bin/sync', '/var/tmp/practice-hold', '/var/tmp/practice-held'];
  const script = `#!/bin/bash
case $1 in */switch/journal)
  if [ -e ${hold} ] && tail -n 1 "$1" | grep -Eq '^[0-9.]+ ${line}( |$)'; then
    touch ${reached}
    while [ -e ${hold} ]; do sleep 0.1; done
  fi ;;
esac
exec /usr/bin/sync "$@"
`;
  await server.sh(
    `rm -f ${reached}; touch ${hold}; cat >${wrapper}.new; chmod 755 ${wrapper}.new; mv ${wrapper}.new ${wrapper}`,
    { input: script },
  );
  return {
    reached: async () => {
      // The server waits, since asking it ten times a second costs more than what it does meanwhile.
      const wait = `for _ in {1..1200}; do [ ! -e ${reached} ] || exit 0; [ -e ${hold} ] || exit 1; sleep 0.1; done; exit 1`;
      if ((await server.exec(wait)).code !== 0) throw new Error(`The switch did not come to "${line}" within 120 s`);
    },
    release: async () => {
      // The wrapper stays and lets pass: bash remembers where it found sync, and would find nothing there.
      await server.sh(`rm -f ${hold} ${reached}`);
    },
  };
}

/**
 * Has the switch script of the server pause after each line of its journal, once that is on disk, while `at` is done with
 * the server paused as a whole. Returns what ends it.
 */
export async function pauseAtLines(
  server: PracticeServer,
  engine: Engine,
  at: (line: string, number: number) => Promise<void>,
): Promise<() => Promise<void>> {
  const [wrapper, hold, reached] = ['/usr/local/bin/sync', '/run/practice-lines', '/run/practice-line'];
  const script = `#!/bin/bash
/usr/bin/sync "$@"; code=$?
case \${1:-} in */switch/journal)
  if [ -e ${hold} ]; then
    line="$(wc -l <"$1") $(tail -n 1 "$1" | cut -d ' ' -f 2-3)"
    printf '%s\\n' "$line" >${reached}.new; mv ${reached}.new ${reached}
    while [ -e ${hold} ] && [ -e ${reached} ]; do sleep 0.05; done
  fi ;;
esac
exit $code
`;
  await server.sh(`touch ${hold}; cat >${wrapper}.new; chmod 755 ${wrapper}.new; mv ${wrapper}.new ${wrapper}`, {
    input: script,
  });
  let ended = false;
  const take = async (number: number, line: string): Promise<void> => {
    // A process that waits for a disk cannot be frozen yet.
    await until(`${server.name} to pause`, 30, async () => {
      const { code, stderr } = await engine.attempt(['pause', server.name]);
      return code === 0 || stderr.includes('already paused') ? true : undefined;
    });
    try {
      await at(line, number);
    } finally {
      await engine.docker(['unpause', server.name]);
    }
    await server.sh(`rm -f ${reached}`);
  };
  const watching = (async () => {
    while (!ended) {
      const wait = `for _ in {1..20}; do [ ! -e ${reached} ] || break; sleep 0.05; done; cat ${reached}`;
      const [, number, line] = /^(\d+) (.*)$/m.exec((await server.exec(wait)).stdout) ?? [];
      if (number === undefined || line === undefined) await pause(50);
      else await take(Number(number), line);
    }
  })();
  const clean = (): Promise<string> => server.sh(`rm -f ${wrapper} ${hold} ${reached}`);
  // Where it fails the switch goes on; who ends it is told.
  watching.catch(clean).catch(() => {});
  return async () => {
    ended = true;
    await watching;
    await clean();
  };
}

/** Ends every SSH session of the server by ending its sshd process, as when sshd is restarted; sshd itself goes on. */
export async function cutSessions(server: PracticeServer): Promise<void> {
  await server.sh(
    `ss -Htnp state established 'sport = :22' | grep -o 'pid=[0-9]*' | cut -d= -f2 | sort -u | xargs -r kill -9`,
  );
}

/**
 * Drops what this machine sends to a port of the server, as a firewall of the cloud does: outside the server, whose own
 * packet filters show nothing of it. Returns what ends it; the server's end does, too.
 */
export async function dropPort(server: PracticeServer, port: number): Promise<() => Promise<void>> {
  await shutPort(server.address, port);
  return () => admitPorts(server.address);
}
