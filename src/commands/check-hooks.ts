import { survey } from '../engine/survey.ts';
import { throwAll } from '../messages/failure.ts';
import type { Server } from '../server/server.ts';
import { hookSyntaxProbe } from '../survey/hook-syntax.ts';
import type { Hooks } from '../values/hooks.ts';

/** Throws HOOK_SYNTAX for a script that bash could not read in the end: before anything is touched. Changes nothing. */
export async function checkHooks(server: Server, hooks: Hooks): Promise<void> {
  if (hooks.beforeSwitch === undefined && hooks.afterDeploy === undefined) return;
  const { complaints } = await survey(server, { complaints: hookSyntaxProbe(hooks) });
  throwAll(complaints);
}
