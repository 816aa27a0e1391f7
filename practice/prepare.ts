import type { BaseImageName } from './base-images.ts';
import { requireBrowser } from './chromium.ts';
import type { Say } from './home.ts';
import { laterServerImage, serverImage } from './server-image.ts';
import { installAct } from './workflow-runner/act.ts';
import { openWorld, type World } from './world.ts';

/** The base images that scenarios deploy on; others are made by the test that asks for them. */
const usual: readonly BaseImageName[] = ['eclipse-temurin:8-jre', 'openjdk:8-jre-slim', 'eclipse-temurin:17-jre'];

/**
 * Opens the world with all that scenarios share already made: on a bare machine it takes minutes, which are not to count
 * against a time limit of a test. The caller closes it.
 */
export async function prepare(say: Say): Promise<World> {
  const world = await openWorld(say);
  try {
    await requireBrowser(say);
    await serverImage(world.engine, 'ready', say);
    await laterServerImage(world.engine, 'trixie', say);
    for (const name of usual) await world.registry.offer(name);
    for (const make of [world.jars.backend, world.jars.backend3, world.jars.backendDatabase, world.jars.hollow])
      await make();
    await installAct(say);
    return world;
  } catch (error) {
    await world.close();
    throw error;
  }
}
