import { failure } from '../messages/failure.ts';
import { Secret } from '../redaction/secret.ts';

/** How the id of a key begins: `AKID` on Tencent Cloud's own site, `IKID` on the international one. */
const idForm = /^[AI]KID[A-Za-z0-9_-]{9,}$/;

/** Whether `value` has the form of a secret id, which is also how to tell it from a secret key. */
export function isSecretId(value: string): boolean {
  return idForm.test(value);
}

/** The id of a key (`AKID…`). It is not shown if it is wrong: it may be the key. Throws `INPUT_SECRET_ID`. */
export function parseSecretId(value: string): Secret {
  if (!isSecretId(value)) throw failure('INPUT_SECRET_ID', {});
  return new Secret(value);
}

/** A secret key or a session token, which are one word of ASCII; never shown. Throws `INPUT_SECRET_WORD`. */
export function parseSecretWord(value: string, name: string): Secret {
  if (!/^[\x21-\x7e]{8,}$/.test(value)) throw failure('INPUT_SECRET_WORD', { name });
  return new Secret(value);
}
