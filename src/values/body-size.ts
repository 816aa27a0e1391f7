import { failure } from '../messages/failure.ts';

/** A size as nginx reads it (ngx_parse_offset): digits and `k`, `m`, `g` or nothing. Throws `INPUT_BODY_SIZE`. */
export function parseBodySize(value: string): string {
  // Nine digits of gigabytes are far below nginx's limit of 2^63 bytes.
  if (!/^\d{1,9}[kmg]?$/i.test(value)) throw failure('INPUT_BODY_SIZE', { value });
  return value;
}
