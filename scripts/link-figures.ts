import {
  type Case,
  cases,
  type Figures,
  type LinkResults,
  type ProfileName,
  type ProfileResults,
  profiles,
  type WayName,
  ways,
} from '../bench/link/results.ts';
import { goalsTable, where } from './figures.ts';
import { table } from './table.ts';

const wayNames: Readonly<Record<WayName, string>> = {
  action: '**this action**',
  appleboy: 'drone-scp, drone-ssh',
  openssh: '`scp`, `ssh`',
  rsync: '`rsync -z`, `ssh`',
  registry: 'registry over SSH',
};

const caseNames: Readonly<Record<Case, string>> = {
  first: 'first',
  rebuilt: 'rebuilt',
  bumped: 'one library bumped',
  unchanged: 'unchanged',
};

const figureHead = ['Seconds', 'Up, kB', 'Down, kB', 'Connections', 'Exchanges'];
const ratioHead = ['Seconds, times', 'Bytes, times', 'Exchanges, times'];

/** The part of docs/performance.md about links. */
export function linkFigures({ jar, programs, missing, profiles: measured, goals }: LinkResults): string {
  const absent = Object.entries(missing).map(
    ([way, why]) => `Not measured: ${wayNames[way as WayName]} (${why.replaceAll('\n', ' ')}).`,
  );
  return [
    `The jar: ${megabytes(jar.bytes)} MB, ${jar.entries} entries; bumped: ${jar.bumped}. ${Object.values(programs).join('; ')}.`,
    ...absent,
    ...(Object.keys(profiles) as ProfileName[]).flatMap((name) => profileFigures(name, measured[name] ?? {})),
    '### Goals over a link of 20 Mbit/s, 200 ms',
    goalsTable(goals),
  ].join('\n\n');
}

function profileFigures(name: ProfileName, results: Partial<ProfileResults>): readonly string[] {
  const { megabitsPerSecond, roundTripMs } = profiles[name];
  const { handshakes, transfers, deploys, cut } = results;
  if (handshakes === undefined) return [];
  const rows = [
    ["this action's", handshakes.node] as const,
    ["OpenSSH's", handshakes.openssh] as const,
    ['`ssh host true`, to its end', handshakes.sshTrue] as const,
  ];
  return [
    `### ${megabitsPerSecond} Mbit/s, ${roundTripMs} ms`,
    where(transfers ?? handshakes),
    table([['Logging in', ...figureHead], ...rows.map(([what, figures]) => [what, ...cells(figures)])]),
    ...(transfers === undefined ? [] : [transferTable(transfers)]),
    ...(deploys === undefined ? [] : [jobTable(results)]),
    ...(cut === undefined
      ? []
      : [
          `A first deploy whose connection is cut at the half of the jar: ${
            cut.resumed
              ? `the same run went on and ended well after ${cut.seconds} s, with ${cut.connections} connections and ${cut.againPercent} % of the jar sent again`
              : `the run failed with ${cut.errorCode} after ${cut.seconds} s`
          }.`,
        ]),
  ];
}

type Transfers = ProfileResults['transfers'];

function transferOf({ rows }: Transfers, way: WayName, of: Case): Figures | undefined {
  return rows.find((row) => row.way === way && (row.of === of || row.of === 'any'));
}

function transferTable(transfers: Transfers): string {
  const rows = cases.flatMap((of) => {
    const ours = transferOf(transfers, 'action', of);
    return ways.flatMap((way) => {
      const figures = transferOf(transfers, way, of);
      // A case that this action was not measured in has no ratios.
      if (figures === undefined || ours === undefined) return [];
      return [[caseNames[of], wayNames[way], ...cells(figures), ...ratios(figures, ours)]];
    });
  });
  return table([['Jar to the server', 'Way', ...figureHead, ...ratioHead], ...rows]);
}

/** The whole job: this action's deploys; of the others the transfer and the script that docker builds and restarts. */
function jobTable({ transfers, deploys }: Partial<ProfileResults>): string {
  const inOrder = cases.flatMap((of) => (deploys?.rows ?? []).filter((row) => row.of === of));
  const rows = inOrder.flatMap((deploy) => {
    const seconds = deploy.seconds - deploy.buildAndStartSeconds - deploy.outsideSeconds;
    const ours: Figures = { ...deploy, seconds: Math.round(seconds * 100) / 100 };
    const others = (transfers?.rests ?? []).flatMap((rest) => {
      const transfer = transfers === undefined ? undefined : transferOf(transfers, rest.way, deploy.of);
      return transfer === undefined ? [] : [{ way: rest.way, figures: sum(transfer, rest) }];
    });
    return [{ way: 'action' as const, figures: ours }, ...others].map(({ way, figures }) => [
      caseNames[deploy.of],
      wayNames[way],
      ...cells(figures),
      ...ratios(figures, ours),
    ]);
  });
  return table([['Whole job', 'Way', ...figureHead, ...ratioHead], ...rows]);
}

function sum(one: Figures, other: Figures): Figures {
  return {
    times: one.times,
    seconds: Math.round((one.seconds + other.seconds) * 100) / 100,
    bytesUp: one.bytesUp + other.bytesUp,
    bytesDown: one.bytesDown + other.bytesDown,
    connections: one.connections + other.connections,
    exchanges: one.exchanges + other.exchanges,
  };
}

function cells({ seconds, bytesUp, bytesDown, connections, exchanges }: Figures): readonly string[] {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);
  return [seconds.toFixed(1), kilobytes(bytesUp), kilobytes(bytesDown), String(connections), String(exchanges)];
}

function ratios(figures: Figures, ours: Figures): readonly string[] {
  const ratio = (one: number, other: number): string => {
    const value = one / other;
    return value >= 10 ? value.toFixed(0) : value >= 0.1 ? value.toFixed(1) : value.toPrecision(1);
  };
  const bytes = (of: Figures): number => of.bytesUp + of.bytesDown;
  return [
    ratio(figures.seconds, ours.seconds),
    ratio(bytes(figures), bytes(ours)),
    ratio(figures.exchanges, ours.exchanges),
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
