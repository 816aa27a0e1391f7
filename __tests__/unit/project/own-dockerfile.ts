import { readDockerfile } from '../../../src/dockerfile/read.ts';
import type { OwnDockerfile } from '../../../src/project/own-dockerfile.ts';

/** A Dockerfile of the repository's own, read for the jar `MCCM-server-1.0.0.jar`. */
export function readOwn(text: string): OwnDockerfile {
  const sources = {
    path: 'Dockerfile',
    buildArgs: {},
    jarFileName: 'MCCM-server-1.0.0.jar',
    contextFiles: [],
    variables: {},
  };
  return { text, ...readDockerfile(text, sources) };
}
