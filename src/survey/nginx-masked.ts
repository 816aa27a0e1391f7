import type { ScriptProbe } from '../engine/probe.ts';
import { isMasked } from '../fragments/masked-units.ts';

/**
 * Asks which units by the names of nginx's are masked: systemd starts none of them, and does not tell what they would
 * start.
 */
export const maskedProbe: ScriptProbe<readonly string[]> = {
  script: `${isMasked}
for unit in nginx.service openresty.service tengine.service; do ! is_masked "$unit" || echo "$unit"; done`,
  read: (output) => output.split('\n').filter(Boolean),
};
