import { failure } from '../messages/failure.ts';

/** Profile names, separated by commas, blanks around them dropped. Throws `INPUT_PROFILE`. */
export function parseSpringProfile(value: string): string {
  const names = value.split(',').map((name) => name.trim());
  if (!names.every((name) => /^[A-Za-z0-9_.@+-]+$/.test(name))) throw failure('INPUT_PROFILE', { value });
  return names.join(',');
}
