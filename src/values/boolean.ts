import { failure } from '../messages/failure.ts';

/** `true` or `false`; YAML's other words (`yes`, `on`) are refused. Throws `INPUT_BOOLEAN`. */
export function parseBoolean(value: string, name: string): boolean {
  if (/^true$/i.test(value)) return true;
  if (/^false$/i.test(value)) return false;
  throw failure('INPUT_BOOLEAN', { name, value });
}
