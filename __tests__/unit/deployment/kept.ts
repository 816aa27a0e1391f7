import type { ContainerSpec, Release } from '../../../src/release/release.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { deployed } from './decision-inputs.ts';
import { release } from './release.ts';

/** A server that keeps releases with these ids and this way to run, of which one serves. */
export function kept(ids: readonly string[], serving: string, spec: Partial<ContainerSpec> = {}): DeploymentSurvey {
  const releases = ids.map((id, at): Release => {
    const container = { ...release.container, ...spec, loopbackPort: 20_001 + at };
    return { ...release, id, container, site: { ...release.site, release: id, upstreamPort: container.loopbackPort } };
  });
  const current = releases.find(({ id }) => id === serving) ?? release;
  const on = deployed(current);
  const known = releases.map((one) => [one.id, { release: one, environmentSha256: undefined, fileSha256: new Map() }]);
  return {
    ...on,
    images: releases.map(({ id, app, image }) => ({ ...on.images[0], tag: `${image}:${id}`, app, release: id })),
    releases: {
      ...on.releases,
      recorded: ids,
      known: new Map(
        known as [string, { release: Release; environmentSha256: undefined; fileSha256: Map<string, string> }][],
      ),
      recordedPorts: releases.map(({ container }) => container.loopbackPort),
    },
  } as DeploymentSurvey;
}
