/** `npm run clean`: removes every trace of practice from this machine. `--keep-cache` leaves images and jars. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from './command.ts';
import { type Engine, runningEngine, startEngine } from './engine.ts';
import { home, label } from './home.ts';
import { closeNetwork } from './network.ts';
import { alive, holderOf } from './processes.ts';
import { stopRegistry } from './registry.ts';
import { freeAbandonedPlaces } from './tencent/place.ts';

const keepCache = process.argv.includes('--keep-cache');
const say = (line: string): void => console.log(line);

/** Removes what has the label, kind by kind; volumes after their containers. */
async function removeLabelled(engine: Engine): Promise<void> {
  const kinds: readonly (readonly [name: string, list: readonly string[], remove: readonly string[]])[] = [
    ['containers', ['ps', '-aq'], ['rm', '-f', '-v']],
    ['volumes', ['volume', 'ls', '-q'], ['volume', 'rm', '-f']],
    ['networks', ['network', 'ls', '-q'], ['network', 'rm']],
    ['images', ['images', '-q'], ['rmi', '-f']],
  ];
  for (const [name, list, remove] of kinds) {
    if (name === 'images' && keepCache) continue;
    const listed = await engine.docker([...list, '--filter', `label=${label}`]);
    const ids = [...new Set(listed.split('\n').filter(Boolean))];
    if (ids.length === 0) continue;
    await engine.docker([...remove, ...ids]);
    say(`Removed ${ids.length} ${name}`);
  }
}

/** Ends what a practice disk is mounted on, so that its folder can be deleted. */
async function unmountAll(): Promise<void> {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  const ours = mounts.map((line) => line.split(' ')[1] ?? '').filter((path) => path.startsWith(`${home}/`));
  for (const path of ours.reverse()) await attempt(['umount', '-l', path]);
}

const users = existsSync(join(home, 'users')) ? readdirSync(join(home, 'users')) : [];
const using = users.filter((pid) => Number(pid) !== process.pid && alive(Number(pid)));
const busy = [...using, holderOf('bare') ?? []].flat();
if (busy.length > 0) {
  console.error(`Practice is in use by process ${busy.join(', ')}; wait for it or end it first.`);
  process.exit(1);
}
// An engine of ours that is stopped still has its containers on disk; without the cache they go with its folder.
const stopped = keepCache && existsSync(join(home, 'engine', 'data'));
const engine = (await runningEngine()) ?? (stopped ? await startEngine(say) : undefined);
if (engine !== undefined) await removeLabelled(engine);
if (await stopRegistry()) say('Stopped the registry');
await freeAbandonedPlaces();
await closeNetwork(engine);
if (engine?.own === true) {
  await engine.stop();
  say('Stopped the Docker Engine');
}
if (existsSync(home)) {
  await unmountAll();
  const names = readdirSync(home).filter(
    (name) =>
      !keepCache ||
      ['runs', 'users', 'locks', 'disks', 'kept', 'build', 'base-image', 'packages', 'bare', 'tencent'].includes(name),
  );
  for (const name of names) rmSync(join(home, name), { recursive: true, force: true });
  if (!keepCache) rmSync(home, { recursive: true, force: true });
}
say(keepCache ? `Clean; images and jars stay in ${home}` : 'Clean');
