import { applicationDirectory, dataFolder } from '../layout/application-paths.ts';
import type { Volume } from '../values/volumes.ts';

/** The guide's two folders, at the same path on both sides. */
export function defaultVolumes(app: string): readonly Volume[] {
  const paths = [dataFolder(app), `${applicationDirectory(app)}/logs`];
  return paths.map((path) => ({ host: path, container: path, readOnly: false }));
}
