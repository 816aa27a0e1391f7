/**
 * `npm run bench:link`: what a deploy takes over slow, far links, beside other ways to do the same job. Prints the figures
 * and stores them in bench/results/link.json. `-- --profile 20-200` (or `4-300`, `100-30`) measures over that link alone,
 * `-- --only transfers` (or `deploys`) that part alone; what is not measured anew stays as it is stored.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../practice/home.ts';
import { find } from '../practice/programs.ts';
import { require } from '../practice/requirements.ts';
import { openWorld } from '../practice/world.ts';
import { type Appleboy, installAppleboy } from './link/appleboy.ts';
import { goalsOf } from './link/goals.ts';
import { benchJars, bumped, entriesOf } from './link/jars.ts';
import { measureProfile, type Part, parts } from './link/profile.ts';
import { type LinkResults, type ProfileName, type ProfileResults, profiles, type WayName } from './link/results.ts';
import { versionOf } from './link/way.ts';

const file = join(projectRoot, 'bench/results/link.json');
const say = (line: string): void => console.log(line);

function chosen<T extends string>(option: string, given: string | undefined, all: readonly T[]): readonly T[] {
  if (given === undefined) return all;
  const one = all.find((name) => name === given);
  if (one === undefined) throw new Error(`--${option} takes ${all.join(', ')}`);
  return [one];
}

const { profile, only } = parseArgs({ options: { profile: { type: 'string' }, only: { type: 'string' } } }).values;
const allProfiles = Object.keys(profiles) as ProfileName[];
const names = chosen('profile', profile, allProfiles);
const wanted: readonly Part[] = chosen('only', only, parts);
await require(['ssh', 'scp', 'rsync', 'java', 'mvn'], say);
const missing: Partial<Record<WayName, string>> = {};
const miss = (way: WayName, why: string): undefined => {
  say(`Not measured: ${way}: ${why}`);
  missing[way] = why.trim().split('\n').at(-1) ?? '';
};
let appleboy: Appleboy | undefined;
if (wanted.includes('transfers')) {
  appleboy = await installAppleboy(say).catch((error: Error) => miss('appleboy', error.message));
}
const jars = await benchJars(say);
const measured = new Map<ProfileName, Partial<ProfileResults>>();
const world = await openWorld(say);
try {
  for (const name of names) {
    measured.set(name, await measureProfile(world, name, wanted, { appleboy, missing: miss }));
  }
} finally {
  await world.close();
}
// Read when all is measured: another run may have stored the figures of another link meanwhile.
const stored = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LinkResults) : undefined;
const found = {
  jar: { bytes: statSync(jars.first).size, entries: entriesOf(jars.first), bumped },
  programs: {
    ...stored?.programs,
    ...(appleboy && { drone: await versionOf([appleboy.scp, '--version']) }),
    ssh: await versionOf([find('ssh') ?? 'ssh', '-V']),
    rsync: await versionOf([find('rsync') ?? 'rsync', '--version']),
  },
  missing: wanted.includes('transfers') ? missing : (stored?.missing ?? {}),
  profiles: Object.fromEntries(
    allProfiles
      .map((name) => [name, { ...stored?.profiles[name], ...measured.get(name) }] as const)
      .filter(([, parts]) => Object.keys(parts).length > 0),
  ),
};
const results: LinkResults = { ...found, goals: goalsOf(found) };
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
for (const { what, atMost, measured: value, met } of results.goals) {
  say(`${met ? 'met' : 'MISSED'}: ${what}: ${value} (at most ${atMost})`);
}
say(`Stored in ${file}; npm run docs takes the figures into docs/performance.md.`);
