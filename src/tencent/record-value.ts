/**
 * The value of a record as it is compared: a name without the dot that ends it, which the API writes and people do not; a
 * text without the quotes that it may come in, its chunks joined.
 */
export function plainValue(type: string, value: string): string {
  if (type !== 'TXT') return value.replace(/\.$/, '');
  const form = /"((?:[^"\\]|\\.)*)"/g;
  if (!/^(?:"(?:[^"\\]|\\.)*"\s*)+$/.test(value)) return value;
  return [...value.matchAll(form)].map(([, chunk = '']) => chunk.replaceAll(/\\(.)/g, '$1')).join('');
}
