import { imageTag } from '../release/names.ts';
import type { Release } from '../release/release.ts';
import type { ImageSource } from '../resources/image.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';
import type { Target } from './target.ts';

/** Works out where the image of a release comes from. One that was pruned is built again. */
export function imageOf(
  { release, source }: Pick<Target, 'release' | 'source'>,
  { images, releases: { current } }: ProvisionedServer,
): ImageSource {
  const kept = source.kind === 'kept';
  const isThere = (tag: string) => images.some((image) => image.tag === tag && image.app === release.app);
  if (kept && isThere(imageTag(release))) return { from: 'server' };
  const same = current?.build.hash === release.build.hash ? imageTag(current) : undefined;
  return same !== undefined && isThere(same) ? { from: 'release', tag: same, kept } : { from: 'build', kept };
}

/** `<image>:latest`, where it names an image that was not built for this application: it goes on naming that. */
export function latestOfOthers(
  { app, image }: Pick<Release, 'app' | 'image'>,
  { images }: Pick<ProvisionedServer, 'images'>,
): string | undefined {
  return images.find((one) => one.tag === `${image}:latest` && one.app !== app)?.tag;
}
