import type { Step } from '../engine/step.ts';

/** What a deployment consists of. A part may have steps of several phases: those of the switch are sorted by the engine. */
export type Part =
  | 'record-missing'
  | 'system'
  | 'orphan-containers'
  | 'certificate'
  | 'base-images'
  | 'release-folder'
  | 'adoption'
  | 'site'
  | 'pages'
  | 'jar'
  | 'orphan-folders'
  | 'image'
  | 'carried-files'
  | 'start'
  | 'await'
  | 'before-switch'
  | 'switch'
  | 'retirement'
  | 'record'
  | 'pruning'
  | 'publish';

/** The steps of a deployment, by what they are part of. */
export type Parts = { readonly [P in Part]?: readonly Step[] };

/** All steps, part by part in `order`, which must name each part that has steps. */
export function stepsInOrder(order: readonly Part[], parts: Parts): readonly Step[] {
  const unnamed = (Object.keys(parts) as Part[]).filter((part) => parts[part]?.length && !order.includes(part));
  if (unnamed.length > 0) throw new RangeError(`no place in the order: ${unnamed.join(', ')}`);
  return order.flatMap((part) => parts[part] ?? []);
}
