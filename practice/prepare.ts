import type { BaseImageName } from './base-images.ts';
import { requireBrowser } from './chromium.ts';
import type { Say } from './home.ts';
import { pulledServerImage } from './pulled-image.ts';
import { laterServerImage } from './server-image.ts';
import { installAct } from './workflow-runner/act.ts';
import { openWorld, type World } from './world.ts';

/** The base images that scenarios deploy on; others are made by the test that asks for them. */
const usual: readonly BaseImageName[] = ['eclipse-temurin:8-jre', 'openjdk:8-jre-slim', 'eclipse-temurin:17-jre'];

/**
 * Opens the world with all that scenarios share already made: on a bare machine it takes minutes, which are not to count
 * against a time limit of a test. What is downloaded and what is built go on beside each other. The caller closes it.
 */
export async function prepare(say: Say): Promise<World> {
  const world = await openWorld(say);
  const made = await Promise.allSettled([
    makeServers(world, say),
    laterServerImage(world.engine, 'trixie', say),
    makeJars(world),
    requireBrowser(say).then(() => installAct(say)),
  ]);
  const failed = made.find((one) => one.status === 'rejected');
  if (failed === undefined) return world;
  await world.close();
  throw failed.reason;
}

async function makeServers(world: World, say: Say): Promise<void> {
  await pulledServerImage(world.engine, say);
  for (const name of usual) await world.registry.offer(name);
}

/** One after another: Maven's repository is for one at a time. */
async function makeJars({ jars }: World): Promise<void> {
  for (const make of [jars.backend, jars.backend3, jars.backendDatabase, jars.hollow]) await make();
}
