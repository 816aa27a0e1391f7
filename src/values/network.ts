import { failure } from '../messages/failure.ts';

/**
 * Name of a Docker network. What Docker takes for a mode of its own is refused: on the server's network two versions
 * cannot stand side by side, without one nginx reaches none. Throws `INPUT_NETWORK`, `INPUT_NETWORK_MODE`.
 */
export function parseNetwork(value: string): string {
  if (/^(host|none|container:.*)$/i.test(value)) throw failure('INPUT_NETWORK_MODE', { value });
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(value)) throw failure('INPUT_NETWORK', { value });
  return value;
}
