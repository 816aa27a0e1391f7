import { DockerfileParser } from 'dockerfile-ast';
import { label } from '../release/labels.ts';

/**
 * A Dockerfile with a label in every stage, right after its FROM: what an interrupted build leaves of the classic builder
 * (containers, images without a name) bears it. It is the same in every release, so that the builder's cache holds.
 */
export function markStages(dockerfile: string, app: string): string {
  const parsed = DockerfileParser.parse(dockerfile.replaceAll('\r\n', '\n'));
  const ends = new Set(parsed.getFROMs().map((from) => from.getRange().end.line));
  const lines = dockerfile.split('\n');
  return lines.flatMap((line, at) => (ends.has(at) ? [line, `LABEL ${label.build}=${app}`] : [line])).join('\n');
}
