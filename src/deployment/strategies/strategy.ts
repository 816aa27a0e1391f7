import type { Drain } from '../../resources/nginx-workers.ts';
import type { Container } from '../../survey/containers.ts';
import type { ProvisionedServer } from '../../survey/provisioned-server.ts';
import type { Adoption } from '../adoption/adoption.ts';
import type { Part, Parts } from '../parts.ts';
import type { Target } from '../target.ts';

/** What a strategy leads from and to. */
export interface Change {
  readonly target: Target;
  readonly server: ProvisionedServer;
  readonly adoption: Adoption;
  /** What the old workers of nginx carry to the version that goes; undefined: none goes. */
  readonly drain: Drain | undefined;
  /** The container that serves; undefined: none of ours does. */
  readonly serving: Container | undefined;
  /** Containers of old versions that earlier runs did not retire. */
  readonly leftover: readonly Container[];
}

/** How a release comes to serve in the place of what does. Nothing asks which one it is, only what it says of itself. */
export interface Strategy {
  readonly name: string;
  /** Whether the new version runs beside the old one, which both must allow. */
  readonly sideBySide: boolean;
  /** Every part, in the order in which their steps are prepared. Why each stands where it does is said beside it. */
  readonly order: readonly Part[];
  /** The steps that start the container of the release, await it, let it serve and retire what served. */
  parts(change: Change): Parts;
}
