import type { DockerfileFacts } from '../dockerfile/read.ts';

/** The repository's own Dockerfile. */
export interface OwnDockerfile extends DockerfileFacts {
  readonly text: string;
}
