import type { Probe } from '../engine/survey.ts';

/** A TCP socket that listens on the server. */
export interface Listener {
  /** `0.0.0.0`, `*`, `[::]`, `127.0.0.1`. */
  readonly address: string;
  readonly port: number;
  /** What the process that owns it calls itself; empty when the kernel does not tell. */
  readonly process: string;
  readonly pid: number | undefined;
  /** Number of the user who opened it; 0 is root. */
  readonly uid: number;
}

/** What listens, and from where on the kernel picks ports of its own. */
export interface Listeners {
  readonly sockets: readonly Listener[];
  /** First port of the ephemeral range (`net.ipv4.ip_local_port_range`). */
  readonly ephemeralFrom: number;
}

const script = `
echo "ephemeral $(cut -f1 /proc/sys/net/ipv4/ip_local_port_range)"
ss -ltnpe`;

/** Asks what listens on TCP. */
export const listenersProbe: Probe<Listeners> = { script, read: readListeners };

/**
 * Reads `ss -ltnpe`: a heading, then lines of state, queues, local address, peer, `users:(("nginx",pid=1,fd=6),...)`, and
 * `uid:33` unless that is root's; CentOS 7's writes `("nginx",1,6)`, and knows no option that leaves the heading out.
 */
export function readListeners(output: string): Listeners {
  const sockets = output.split('\n').flatMap((line): Listener[] => {
    const [, address, port, rest] = /^LISTEN\s+\d+\s+\d+\s+(\S+):(\d+)\s+\S+\s*(.*)$/.exec(line) ?? [];
    if (address === undefined || port === undefined) return [];
    const [, process, pid] = /\(\("([^"]*)",(?:pid=)?(\d+)/.exec(rest ?? '') ?? [];
    return [
      {
        address,
        port: Number(port),
        process: process ?? '',
        pid: pid === undefined ? undefined : Number(pid),
        // The last one: a process may call itself anything.
        uid: Number(/.*\buid:(\d+)/.exec(rest ?? '')?.[1] ?? 0),
      },
    ];
  });
  return { sockets, ephemeralFrom: Number(/^ephemeral (\d+)/m.exec(output)?.[1] ?? 32768) };
}

/** The processes that hold a port, without repeats. */
export function holdersOf(listeners: Listeners, port: number): readonly Listener[] {
  return listeners.sockets.filter((socket) => socket.port === port);
}
