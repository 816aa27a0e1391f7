import { run } from '../../practice/command.ts';
import type { Say } from '../../practice/home.ts';
import { find } from '../../practice/programs.ts';
import type { World } from '../../practice/world.ts';
import { machine } from '../machine.ts';
import type { DecisionInputs as Measured } from '../results.ts';
import { actionWay, sendJar } from './action.ts';
import { type Appleboy, appleboyWay } from './appleboy.ts';
import { openDeploys } from './deploys.ts';
import { type Ground, openGround } from './ground.ts';
import { hundredths, measured, medians } from './measure.ts';
import { opensshWay } from './openssh.ts';
import { registryWay } from './registry.ts';
import type { Case, Figures, Handshakes, ProfileName, ProfileResults, Rest, Transfer, WayName } from './results.ts';
import { rsyncWay } from './rsync.ts';
import { logIn } from './tunnel.ts';
import type { Way } from './way.ts';

/** Parts of a profile that can be measured alone. */
export const parts = ['transfers', 'deploys'] as const;

/** The name of a part. */
export type Part = (typeof parts)[number];

/** What is measured how often. */
interface Extent {
  /** Cases of the ways that do not always send all. */
  readonly transfers: readonly Case[];
  readonly deploys: readonly Case[];
  readonly cut: boolean;
}

/** At 4 Mbit/s all of the jar takes two minutes and a half: only those send it there that always do, once. */
const extents: Readonly<Record<ProfileName, Extent>> = {
  '20-200': {
    transfers: ['first', 'rebuilt', 'bumped', 'unchanged'],
    deploys: ['first', 'rebuilt', 'unchanged', 'bumped'],
    cut: true,
  },
  '4-300': { transfers: ['rebuilt', 'bumped', 'unchanged'], deploys: ['rebuilt', 'unchanged'], cut: false },
  '100-30': {
    transfers: ['first', 'rebuilt', 'bumped', 'unchanged'],
    deploys: ['first', 'rebuilt', 'unchanged', 'bumped'],
    cut: false,
  },
};

/** What takes less is done three times, by turns. */
const quickSeconds = 10;
const turns = 3;

/** Measures parts of a profile on a server of its own. */
export async function measureProfile(
  world: World,
  name: ProfileName,
  wanted: readonly Part[],
  programs: { readonly appleboy: Appleboy | undefined; readonly missing: (way: WayName, why: string) => void },
): Promise<Partial<ProfileResults>> {
  const ground = await openGround(world, name);
  const now = (): Measured => ({ date: new Date().toISOString(), machine: machine() });
  try {
    const extent = extents[name];
    const handshakes = { ...now(), ...(await measureHandshakes(ground)) };
    let results: Partial<ProfileResults> = { handshakes };
    if (wanted.includes('transfers')) {
      const begun = now();
      const registry = await registryWay(ground).catch((error: Error) => programs.missing('registry', error.message));
      const ways = [
        await actionWay(ground),
        ...(programs.appleboy === undefined ? [] : [appleboyWay(ground, programs.appleboy)]),
        opensshWay(ground),
        rsyncWay(ground),
        ...(registry === undefined ? [] : [registry]),
      ];
      const rows = await measureTransfers(ground, ways, extent.transfers);
      const rests = await measureRests(ground, ways);
      for (const way of ways) await way.close?.();
      results = { ...results, transfers: { ...begun, rows, rests } };
    }
    if (wanted.includes('deploys')) {
      const begun = now();
      const deploys = await openDeploys(ground);
      if (!extent.deploys.includes('first')) await deploys.begin();
      const rows = [];
      for (const of of extent.deploys) {
        world.say(`${name}: deploy, ${of}`);
        rows.push(await deploys.deploy(of));
      }
      results = { ...results, deploys: { ...begun, rows } };
      const first = rows.find(({ of }) => of === 'first');
      if (extent.cut && first !== undefined) {
        world.say(`${name}: deploy, cut at the half`);
        results = { ...results, cut: { ...now(), ...(await deploys.cutAtHalf(first.bytesUp)) } };
      }
    }
    return results;
  } finally {
    await ground.close();
  }
}

async function measureHandshakes(ground: Ground): Promise<Handshakes> {
  const { link, sshConfig } = ground;
  const node: Figures[] = [];
  const openssh: Figures[] = [];
  const sshTrue: Figures[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    node.push(await measured(link, async () => (await sendJar(ground)).connectSeconds));
    let logOut = async (): Promise<void> => {};
    openssh.push(
      await measured(link, async () => {
        logOut = await logIn(ground, 'far');
      }),
    );
    await logOut();
    sshTrue.push(
      await measured(link, async () => void (await run([find('ssh') ?? 'ssh', '-F', sshConfig, 'far', 'true']))),
    );
  }
  return { node: medians(node), openssh: medians(openssh), sshTrue: medians(sshTrue) };
}

async function measureTransfers(
  ground: Ground,
  ways: readonly Way[],
  all: readonly Case[],
): Promise<readonly Transfer[]> {
  const rows: Transfer[] = [];
  const [once = 'rebuilt'] = all;
  for (const of of all) {
    const found = new Map<Way, Figures[]>();
    for (let turn = 0; turn < turns; turn += 1) {
      for (const way of ways) {
        const before = found.get(way) ?? [];
        if (turn > 0 && (before[0]?.seconds ?? 0) > quickSeconds) continue;
        if (way.sendsAll && of !== once) continue;
        tell(ground.world.say, way, of, turn);
        await way.prepare(of);
        found.set(way, [...before, await measured(ground.link, () => way.transfer(of))]);
      }
    }
    for (const [{ name, sendsAll }, figures] of found) {
      rows.push({ way: name, of: sendsAll ? 'any' : of, ...medians(figures) });
    }
  }
  return rows;
}

function tell(say: Say, { name }: Way, of: Case, turn: number): void {
  say(`${name}: ${of}${turn === 0 ? '' : `, turn ${turn + 1}`}`);
}

async function measureRests(ground: Ground, ways: readonly Way[]): Promise<readonly Rest[]> {
  const rows: Rest[] = [];
  for (const way of ways) {
    if (way.rest === undefined) continue;
    await way.prepare('unchanged');
    let server = 0;
    const figures = await measured(ground.link, async () => {
      server = (await way.rest?.()) ?? 0;
    });
    rows.push({ way: way.name, ...figures, seconds: hundredths(Math.max(0, figures.seconds - server)) });
  }
  return rows;
}
