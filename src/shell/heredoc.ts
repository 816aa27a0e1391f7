/** A text or bytes in base64, in lines of 76 characters as base64(1) prints it: what a heredoc carries unharmed. */
export function encode(content: string | Buffer): string {
  return (typeof content === 'string' ? Buffer.from(content, 'utf8') : content)
    .toString('base64')
    .replace(/.{76}/g, '$&\n');
}
