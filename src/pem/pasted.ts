/**
 * What was pasted, as a person would have typed it: without byte order mark and invisible characters, with spaces and
 * line ends of one kind. Of a secret that was kept in base64, what it holds.
 */
export function unfold(pasted: string): string {
  return isWhole(pasted) ? tidy(pasted) : decoded(tidy(pasted), 2);
}

/** Characters that take no place where they are pasted: byte order mark, zero width, soft hyphen, direction. */
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\0]/g;

function tidy(pasted: string): string {
  return pasted
    .replace(/[\u2028\u2029\u0085]|\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
}

/** Whether it holds a block of PEM, in whatever dashes. */
function isWhole(text: string): boolean {
  return /[-\u2010-\u2015\u2212\uff0d]{2}\s*BEGIN/.test(text);
}

/** `text`, or what its base64 holds where that is text with a frame of PEM; `times`: encoded more than once. */
function decoded(text: string, times: number): string {
  const packed = text
    .replace(/\\+[rn]|["'\s]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  if (times === 0 || packed === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return text;
  const bytes = Buffer.from(packed, 'base64');
  // Windows encodes text in two bytes a character.
  const inside = tidy(bytes.includes(0) ? bytes.toString('utf16le') : bytes.toString('utf8'));
  if (isWhole(inside)) return inside;
  const further = decoded(inside, times - 1);
  return isWhole(further) ? further : text;
}

/** The bytes of a text that is nothing but base64, in either alphabet. */
export function fromBase64(text: string): Buffer | undefined {
  const packed = text
    .replace(/\\+[rn]|["'\s]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(packed) ? Buffer.from(packed, 'base64') : undefined;
}
