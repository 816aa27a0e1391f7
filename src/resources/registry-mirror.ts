import { failure } from '../messages/failure.ts';

/**
 * daemon.json with one more registry mirror; everything else in it stays as it is.
 * Throws `DAEMON_JSON_INVALID` when the file is not a JSON object: writing it anew would lose what somebody meant.
 */
export function mergeDaemonJson(content: string | undefined, mirror: string): string {
  const settings = parse(content);
  const mirrors = Array.isArray(settings['registry-mirrors']) ? (settings['registry-mirrors'] as unknown[]) : [];
  if (mirrors.includes(mirror)) return content ?? '';
  return `${JSON.stringify({ ...settings, 'registry-mirrors': [...mirrors, mirror] }, null, 2)}\n`;
}

/** The registry mirrors that daemon.json names; none where it cannot be read. */
export function mirrorsIn(content: string | undefined): readonly string[] {
  try {
    const mirrors = parse(content)['registry-mirrors'];
    return Array.isArray(mirrors) ? mirrors.filter((mirror) => typeof mirror === 'string') : [];
  } catch {
    return [];
  }
}

function parse(content: string | undefined): Record<string, unknown> {
  if (content === undefined || content.trim() === '') return {};
  // Bytes that are no UTF-8 were replaced when it was read, and could not be written again.
  if (content.includes('\uFFFD')) throw failure('DAEMON_JSON_INVALID', {});
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Named below, together with JSON that is no object.
  }
  throw failure('DAEMON_JSON_INVALID', {});
}
