import { failure } from '../messages/failure.ts';

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const registry = `(?:${label}(?:\\.${label})*(?::\\d+)?/)`;
const component = '[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*';
const reference = new RegExp(
  `^${registry}?${component}(?:/${component})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
);

/** A reference to an image, by the grammar of distribution/reference. Throws `INPUT_BASE_IMAGE`. */
export function parseImageReference(value: string): string {
  if (value.length > 400 || !reference.test(value)) throw failure('INPUT_BASE_IMAGE', { value });
  return value;
}
