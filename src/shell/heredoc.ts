/** A text in base64, in lines of 76 characters as base64(1) prints it: what a heredoc carries unharmed. */
export function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\n');
}
