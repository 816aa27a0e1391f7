/** A field as the probes of a survey print what may hold anything. */
export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
