/** nginx reads configuration into a buffer of 4096 bytes (NGX_CONF_BUFFER); a longer word is an error. */
const longest = 4000;

/**
 * One argument of a directive, quoted where it must be. nginx has no escape for `$`, so a value with one is refused:
 * it would be read as a variable. Throws RangeError for that, for control characters and for what is too long.
 */
export function quoteNginx(value: string): string {
  if (/[$\x00-\x1f\x7f]/.test(value))
    throw new RangeError(`nginx cannot take this literally: ${JSON.stringify(value)}`);
  if (Buffer.byteLength(value) > longest) throw new RangeError('too long for nginx');
  if (/^[A-Za-z0-9_./:@=,+*~%!?&()|-]+$/.test(value)) return value;
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
