import { diskErrors } from './disk.ts';
import { hostKeyErrors } from './host-key.ts';
import { jumpHostErrors } from './jump-host.ts';
import { loginErrors } from './login.ts';
import { reachErrors } from './reach.ts';
import { scriptErrors } from './script.ts';
import { sharedServerErrors } from './shared-server.ts';
import { shellErrors } from './shell.ts';

/** Failures of reaching the server, and of what is done over the connection: one file a stage, joined here. */
export const sessionErrors = {
  ...reachErrors,
  ...jumpHostErrors,
  ...hostKeyErrors,
  ...loginErrors,
  ...shellErrors,
  ...scriptErrors,
  ...diskErrors,
  ...sharedServerErrors,
};
