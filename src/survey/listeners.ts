import { posix } from 'node:path';
import type { ScriptProbe } from '../engine/probe.ts';

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

/** Ports, both ends included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** What listens, and which ports the kernel hands out to outgoing connections. */
export interface Listeners {
  readonly sockets: readonly Listener[];
  /** `net.ipv4.ip_local_port_range`. */
  readonly ephemeral: PortRange;
  /** `net.ipv4.ip_local_reserved_ports`: never handed out, though they are in that range. */
  readonly reserved: readonly PortRange[];
}

const script = `
echo "ephemeral $(cat /proc/sys/net/ipv4/ip_local_port_range)"
echo "reserved $(cat /proc/sys/net/ipv4/ip_local_reserved_ports)"
ss -ltnpe`;

/** Asks what listens on TCP. */
export const listenersProbe: ScriptProbe<Listeners> = { script, read: readListeners };

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
  const [, from = '32768', to = '60999'] = /^ephemeral (\d+)\s+(\d+)/m.exec(output) ?? [];
  const [, reserved = ''] = /^reserved (\S+)/m.exec(output) ?? [];
  return {
    sockets,
    ephemeral: { from: Number(from), to: Number(to) },
    reserved: [...reserved.matchAll(/(\d+)(?:-(\d+))?/g)].map(([, first, last = first]) => ({
      from: Number(first),
      to: Number(last),
    })),
  };
}

/** Whether the kernel may hand out a port to an outgoing connection. */
export function isEphemeral({ ephemeral, reserved }: Listeners, port: number): boolean {
  const holds = ({ from, to }: PortRange): boolean => from <= port && port <= to;
  return holds(ephemeral) && !reserved.some(holds);
}

/** The processes that hold a port, without repeats. */
export function holdersOf(listeners: Listeners, port: number): readonly Listener[] {
  return listeners.sockets.filter((socket) => socket.port === port);
}

/** Whether a socket is one of nginx's, `program`, whose master is root's. */
export function isOfProgram({ process, uid }: Pick<Listener, 'process' | 'uid'>, program: string): boolean {
  // A name as the kernel keeps it (proc(5), comm).
  return uid === 0 && ['nginx', posix.basename(program).slice(0, 15)].includes(process);
}
