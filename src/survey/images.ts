import type { Probe } from '../engine/survey.ts';
import { label } from '../release/labels.ts';
import { quote } from '../server/quote.ts';

/** Asks for the images of an application, as `<image>:<tag>`. */
export function imagesProbe(app: string): Probe<readonly string[]> {
  return {
    script: `docker images --filter ${quote(`label=${label.app}=${app}`)} --format '{{.Repository}}:{{.Tag}}'`,
    read: (output) => output.split('\n').filter(Boolean),
  };
}
