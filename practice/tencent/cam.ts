import { randomBytes } from 'node:crypto';
import { type ActionName, actions, type Product } from '../../src/tencent/actions.ts';
import type { HandlersOf } from './handlers.ts';
import { type Issuer, usualSubject } from './identity.ts';
import { Refusal } from './refusal.ts';
import type { Key } from './signature.ts';

/** Who may do what in an account. */
export interface Cam {
  /** What its credentials may call; all of the table at first. Others are refused as CAM does. */
  readonly allowed: Set<ActionName>;
  /** Takes rights away. */
  deny(...names: readonly ActionName[]): void;
  /** The role for OIDC, as the inputs name it. */
  readonly roleArn: string;
  readonly provider: string;
  /** For whom a token must be, by the provider's settings. */
  clientId: string;
  /** Whom the role trusts; another subject is refused. */
  trusts: string;
  /** Makes temporary credentials, good for some seconds. */
  temporary(seconds?: number): { secretId: string; secretKey: string; token: string };
}

/** The account's number. */
export const uin = '100000000001';
const letters = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Access management of an account with one lasting key. */
export function openCam(issuer: Issuer, clock: () => Date) {
  const lasting = { secretId: `AKID${letters(16)}`, secretKey: letters(16) };
  const keys = new Map<string, Key>([[lasting.secretId, { secretKey: lasting.secretKey }]]);
  const allowed = new Set(Object.keys(actions) as ActionName[]);
  const cam: Cam = {
    allowed,
    deny: (...names) => {
      for (const name of names) allowed.delete(name);
    },
    roleArn: `qcs::cam::uin/${uin}:roleName/deploy`,
    provider: 'github',
    clientId: 'sts.tencentcloudapi.com',
    trusts: usualSubject,
    temporary: (seconds = 7200) => {
      const made = { secretId: `AKID${letters(30)}`, secretKey: letters(22), token: letters(120) };
      const ends = new Date(clock().getTime() + seconds * 1000);
      keys.set(made.secretId, { secretKey: made.secretKey, token: made.token, ends });
      return made;
    },
  };
  const handlers: HandlersOf<'sts'> = {
    'sts:AssumeRoleWithWebIdentity': (request, { now }) => {
      const { ProviderId, WebIdentityToken, RoleArn, RoleSessionName, DurationSeconds = 7200 } = request;
      if (!/^[\w.@,+=-]{2,128}$/.test(RoleSessionName) || DurationSeconds < 0 || DurationSeconds > 43_200) {
        throw new Refusal('InvalidParameter.ParamError', 'RoleSessionName or DurationSeconds is invalid.');
      }
      if (ProviderId !== cam.provider) throw new Refusal('InvalidParameter.ParamError', 'ProviderId does not exist.');
      const { sub } = issuer.check(WebIdentityToken, cam.clientId, now);
      if (RoleArn !== cam.roleArn || sub !== cam.trusts) {
        throw new Refusal('UnauthorizedOperation', refused('sts:AssumeRoleWithWebIdentity', RoleArn, ''));
      }
      const { secretId, secretKey, token } = cam.temporary(DurationSeconds);
      const ends = Math.floor(now.getTime() / 1000) + DurationSeconds;
      return {
        ExpiredTime: ends,
        Expiration: new Date(ends * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
        Credentials: { TmpSecretId: secretId, TmpSecretKey: secretKey, Token: token },
      };
    },
  };
  return { cam, lasting, handlers, keyOf: (secretId: string): Key | undefined => keys.get(secretId) };
}

/** The sentence in which CAM refuses (seen in public reports of several products). */
function refused(action: string, resource: string, requestId: string): string {
  return `[request id:${requestId}]you are not authorized to perform operation (${action})\nresource (${resource}) has no permission\n`;
}

/** Throws `Refusal` where the account's credentials may not call an action. */
export function checkRights(cam: Cam, action: ActionName, region: string, requestId: string): void {
  if (cam.allowed.has(action)) return;
  const product = action.split(':')[0] as Product;
  // Both codes are in use for it, by product.
  const code = product === 'cvm' || product === 'vpc' ? 'UnauthorizedOperation' : 'AuthFailure.UnauthorizedOperation';
  throw new Refusal(code, refused(action, `qcs::${product}:${region}:uin/${uin}:*`, requestId));
}
