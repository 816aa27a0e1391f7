import { failure } from '../messages/failure.ts';

/** An e-mail address in ASCII, as ACME takes it in a `mailto:` (RFC 8555, 7.3). Throws `INPUT_EMAIL`. */
export function parseEmail(value: string): string {
  if (value.length <= 254 && /^[A-Za-z0-9.!#$&'*+/=^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(value))
    return value;
  throw failure('INPUT_EMAIL', { value });
}
