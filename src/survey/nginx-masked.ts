import type { ScriptProbe } from '../engine/probe.ts';

/**
 * Asks which units by the names of nginx's are masked: systemd starts none of them, and does not tell what they would
 * start.
 */
export const maskedProbe: ScriptProbe<readonly string[]> = {
  script: `for unit in nginx.service openresty.service tengine.service; do
  [ "$(systemctl show -p LoadState "$unit" 2>/dev/null)" != LoadState=masked ] || echo "$unit"
done`,
  read: (output) => output.split('\n').filter(Boolean),
};
