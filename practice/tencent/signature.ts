import { createHash, createHmac } from 'node:crypto';
import { Refusal } from './refusal.ts';

/** What of a request its signature is about. */
export interface Signed {
  readonly method: string;
  /** Path and query, `/`. */
  readonly url: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** A key that the account has. */
export interface Key {
  readonly secretKey: string;
  /** Of a temporary one. */
  readonly token?: string;
  /** When a temporary one ends. */
  readonly ends?: Date;
}

/** How far the clocks of both sides may be apart, seconds. */
const leeway = 300;

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const form =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/([^/]+)\/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/**
 * Checks a request's TC3-HMAC-SHA256 signature as the API does, whose clock says `now`; returns the SecretId. Throws
 * `Refusal`. (Tencent's documentation of the signature, version 3; codes: its list of common errors.)
 */
export function checkSignature(
  request: Signed,
  product: string,
  keyOf: (secretId: string) => Key | undefined,
  now: Date,
): string {
  const { headers } = request;
  const [, secretId = '', date = '', service = '', signedHeaders = '', signature = ''] =
    form.exec(headers.authorization ?? '') ?? [];
  if (secretId === '') {
    throw new Refusal('AuthFailure.InvalidAuthorization', 'The request Authorization header is invalid.');
  }
  const timestamp = Number(headers['x-tc-timestamp'] ?? Number.NaN);
  if (!Number.isInteger(timestamp) || Math.abs(now.getTime() / 1000 - timestamp) > leeway) {
    throw new Refusal(
      'AuthFailure.SignatureExpire',
      'The provided credentials are expired: the difference between the timestamp and the server time must not exceed 5 minutes.',
    );
  }
  const key = keyOf(secretId);
  if (key === undefined) {
    throw new Refusal(
      'AuthFailure.SecretIdNotFound',
      'The SecretId is not found, please ensure that your SecretId is correct.',
      'SecretId 不存在，请输入正确的密钥。',
    );
  }
  const wrong = new Refusal(
    'AuthFailure.SignatureFailure',
    'The provided credentials could not be validated. Please check your signature is correct.',
  );
  const names = signedHeaders.split(';');
  if (!names.includes('content-type') || !names.includes('host') || names.join() !== [...names].sort().join())
    throw wrong;
  if (service !== product || date !== new Date(timestamp * 1000).toISOString().slice(0, 10)) throw wrong;
  const [path = '/', query = ''] = request.url.split('?');
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim().toLowerCase()}\n`).join('');
  const canonical = [request.method, path, query, lines, signedHeaders, sha256(request.body)].join('\n');
  const text = ['TC3-HMAC-SHA256', timestamp, `${date}/${service}/tc3_request`, sha256(canonical)].join('\n');
  const signing = hmac(hmac(hmac(`TC3${key.secretKey}`, date), service), 'tc3_request');
  if (hmac(signing, text).toString('hex') !== signature) throw wrong;
  const expired = key.ends !== undefined && key.ends <= now;
  if (headers['x-tc-token'] !== key.token || expired) {
    throw new Refusal('AuthFailure.TokenFailure', 'The token is invalid or has expired.');
  }
  return secretId;
}
