import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { folder, label } from './home.ts';
import { alive } from './processes.ts';
import { freeAbandonedPlaces } from './tencent/place.ts';

/** Notes that a server is kept on purpose after its process ends. */
export function keep(name: string): void {
  writeFileSync(join(folder('kept'), name), '');
}

/** Removes a server's containers and its volume, as far as they are there. */
export async function removeContainers(engine: Engine, name: string): Promise<void> {
  await engine.attempt(['rm', '-f', '-v', name, `${name}-metadata`]);
  await engine.attempt(['volume', 'rm', '-f', `${name}-docker`]);
}

/** Removes servers and accounts whose process died without removing them; servers that were kept stay. */
export async function removeLeftovers(engine: Engine): Promise<void> {
  const format = `{{.Names}} {{.Label "${label}.owner"}}`;
  const listed = await engine.docker(['ps', '-a', '--filter', `label=${label}.owner`, '--format', format]);
  for (const line of listed.split('\n').filter(Boolean)) {
    const [name = '', owner = ''] = line.split(' ');
    if (alive(Number(owner)) || existsSync(join(folder('kept'), name))) continue;
    await removeContainers(engine, name);
  }
  await freeAbandonedPlaces();
}
