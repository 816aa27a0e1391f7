import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { Refusal } from './refusal.ts';

/** Who vouches for runs: GitHub's issuer of ID tokens, with a key of its own. */
export interface Issuer {
  /** A token for an audience, as a job's step gets it. */
  token(audience: string, now?: Date): string;
  /** What a good token says. Throws `Refusal`. */
  check(token: string, audience: string, now: Date): Readonly<Record<string, unknown>>;
  /** What the runner gives a job that may ask for tokens, as ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly requestToken: string;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString());

/** The issuer's name, and the subject of its tokens. */
export const issuerUrl = 'https://token.actions.githubusercontent.com';
export const usualSubject = 'repo:octocat/mccm-server:ref:refs/heads/main';

/** An issuer with a new key. */
export function openIssuer(subject = usualSubject): Issuer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('hex');
  return {
    requestToken: randomBytes(16).toString('hex'),
    token: (aud, now = new Date()) => {
      const iat = Math.floor(now.getTime() / 1000);
      const claims = {
        iss: issuerUrl,
        sub: subject,
        aud,
        iat,
        nbf: iat - 300,
        exp: iat + 300,
        repository: 'octocat/mccm-server',
      };
      const text = `${encode({ typ: 'JWT', alg: 'RS256', kid })}.${encode(claims)}`;
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
    },
    check: (token, audience, now) => {
      const wrong = (why: string): never => {
        throw new Refusal('InvalidParameter.WebIdentityTokenError', `WebIdentityToken is invalid: ${why}.`);
      };
      const [head = '', body = '', signature = ''] = token.split('.');
      const signed = Buffer.from(`${head}.${body}`);
      if (!verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))) wrong('signature');
      // What is signed by our key was written by us.
      const claims = decode(body);
      const seconds = now.getTime() / 1000;
      if (claims.iss !== issuerUrl) wrong('iss');
      if (claims.aud !== audience) wrong('aud');
      if (Number(claims.exp) <= seconds || Number(claims.nbf) > seconds) wrong('exp');
      return claims;
    },
  };
}
