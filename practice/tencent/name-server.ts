import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../command.ts';
import { end } from '../processes.ts';
import { find } from '../programs.ts';
import { until } from '../waiting.ts';

/** A set of records of one name and type, as a zone's file has it. */
export interface RecordSet {
  /** With a dot at its end. */
  readonly owner: string;
  readonly type: string;
  readonly ttl: number;
  readonly data: readonly string[];
}

/** One of an account's authoritative name servers. */
export interface NameServer {
  /** `f1g1ns1.dnspod.net`. */
  readonly name: string;
  readonly address: string;
  /** From now on it answers what is new after so many seconds (0: at once). */
  delay: number;
  /** From now on it answers what it answers now, until `resume`. */
  pause(): void;
  /** It answers what is new, also what came meanwhile. */
  resume(): Promise<void>;
  /** It no longer answers at all, until `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A name server, and what gives it its zones. */
export interface OwnNameServer extends NameServer {
  /** Has it answer these sets of a zone, and no others. */
  publish(zone: string, sets: readonly RecordSet[]): Promise<void>;
}

const keyOf = ({ owner, type }: RecordSet): string => `${owner} ${type}`;

/** What brings a zone from some sets to others, as lines for `knotc`. */
export function zoneChanges(zone: string, from: readonly RecordSet[], to: readonly RecordSet[]): readonly string[] {
  const before = new Map(from.map((set) => [keyOf(set), set]));
  const after = new Map(to.map((set) => [keyOf(set), set]));
  const isNew = ([key, set]: [string, RecordSet]): boolean => JSON.stringify(set) !== JSON.stringify(before.get(key));
  // zone-set adds to what is there.
  const gone = [...before].filter(([key, set]) => JSON.stringify(set) !== JSON.stringify(after.get(key)));
  const lines = [
    ...gone.map(([, { owner, type }]) => `zone-unset ${zone} ${owner} ${type}`),
    ...[...after]
      .filter(isNew)
      .flatMap(([, { owner, type, ttl, data }]) =>
        data.map((one) => `zone-set ${zone} ${owner} ${ttl} ${type} ${one}`),
      ),
  ];
  return lines.length === 0 ? [] : [`zone-begin ${zone}`, ...lines, `zone-commit ${zone}`];
}

/** A zone's file with what every zone has, and these sets. */
function zoneFile(zone: string, names: readonly string[], sets: readonly RecordSet[]): string {
  const lines = [`${zone}. 60 SOA ${names[0]}. hostmaster.${zone}. 1 3600 180 1209600 60`];
  for (const { owner, type, ttl, data } of sets) lines.push(...data.map((one) => `${owner} ${ttl} ${type} ${one}`));
  return `${lines.join('\n')}\n`;
}

/** Starts a name server of some zones, whose files and socket lie in a place of its own. */
export async function startNameServer(
  account: string,
  { name, address, names }: { name: string; address: string; names: readonly string[] },
  zones: ReadonlyMap<string, readonly RecordSet[]>,
): Promise<OwnNameServer> {
  const place = join(account, name);
  mkdirSync(place, { recursive: true });
  const path = (file: string): string => join(place, file);
  const served = new Map(zones);
  const wanted = new Map(zones);
  for (const [zone, sets] of zones) writeFileSync(path(`${zone}.zone`), zoneFile(zone, names, sets));
  writeFileSync(
    path('knot.conf'),
    `server:
  rundir: ${place}
  listen: ${address}@53
  pidfile: ${account}/${name}.pid
  udp-workers: 1
  tcp-workers: 1
  background-workers: 1
control:
  listen: ${path('knot.sock')}
log:
  - target: stderr
    any: warning
database:
  storage: ${path('database')}
template:
  - id: default
    storage: ${place}
    file: "%s.zone"
    zonefile-sync: -1
    zonefile-load: whole
    journal-content: none
zone:
${[...zones.keys()].map((zone) => `  - domain: ${zone}\n`).join('')}`,
  );
  const knotc = async (lines: readonly string[]): Promise<void> => {
    for (const line of lines) await run(['knotc', '-s', path('knot.sock'), ...line.split(' ')]);
  };
  const change = async (zone: string, sets: readonly RecordSet[]): Promise<void> => {
    try {
      await knotc(zoneChanges(zone, served.get(zone) ?? [], sets));
    } catch (error) {
      await knotc([`zone-abort ${zone}`]).catch(() => undefined);
      throw error;
    }
    served.set(zone, sets);
  };

  let pid: number | undefined;
  const start = async (): Promise<void> => {
    const log = openSync(path('log'), 'a');
    const argv = ['-c', path('knot.conf')];
    const child = spawn(find('knotd') ?? 'knotd', argv, { detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    child.unref();
    pid = child.pid;
    await until(`the name server ${name} (log: ${path('log')})`, 20, async () => {
      await knotc(['status', ...[...zones.keys()].map((zone) => `zone-read ${zone} @ SOA`)]);
      return true;
    });
  };
  await start();

  let queue = Promise.resolve();
  let paused = false;
  let published = 0;
  /** Brings every zone to what is wanted now. */
  const catchUp = (): Promise<void> => {
    const next = queue.then(async () => {
      if (paused || pid === undefined) return;
      for (const [zone, sets] of wanted) await change(zone, sets);
    });
    queue = next.catch(() => undefined);
    return next;
  };
  const server: OwnNameServer = {
    name,
    address,
    delay: 0,
    pause: () => {
      paused = true;
    },
    resume: async () => {
      paused = false;
      await catchUp();
    },
    stop: async () => {
      await queue;
      const ended = pid;
      pid = undefined;
      if (ended !== undefined) await end(ended, 5);
      // It begins again with what it has answered last.
      for (const [zone, sets] of served) writeFileSync(path(`${zone}.zone`), zoneFile(zone, names, sets));
    },
    start: async () => {
      if (pid === undefined) await start();
      await catchUp();
    },
    publish: async (zone, sets) => {
      published += 1;
      const number = published;
      if (server.delay === 0) {
        wanted.set(zone, sets);
        return catchUp();
      }
      void pause(server.delay * 1000, undefined, { ref: false }).then(() => {
        // What was published later, and is there already, is not taken back.
        if (number === published) wanted.set(zone, sets);
        return catchUp().catch(() => undefined);
      });
    },
  };
  return server;
}
