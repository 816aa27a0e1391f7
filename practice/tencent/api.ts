import { randomUUID } from 'node:crypto';
import { type ActionName, actions, versions } from '../../src/tencent/actions.ts';
import { type Cam, checkRights } from './cam.ts';
import type { Handlers } from './handlers.ts';
import { regions } from './instances.ts';
import { checkAnswer, checkRequest } from './models.ts';
import { productOf, type Site } from './names.ts';
import { Refusal } from './refusal.ts';
import { checkSignature, type Key, type Signed } from './signature.ts';

/** What the API stands on. */
export interface ApiGround {
  readonly site: Site;
  readonly cam: Cam;
  readonly handlers: Handlers;
  readonly clock: () => Date;
  /** Items that a list gives on one page, whatever it is asked for. */
  readonly lists: { readonly atMost: number };
  keyOf(secretId: string): Key | undefined;
  /** Throws `Refusal` where an action is throttled. */
  checkThrottle(action: string): void;
  /** Done when a request is found good, before what it asks for is done. */
  before(): Promise<void>;
}

/** What a request asks for, as far as it says. */
export interface Asked extends Signed {
  /** The caller's address. */
  readonly from: string;
}

/** What the API says to a request. */
export interface Said {
  readonly body: { readonly Response: Readonly<Record<string, unknown>> };
  /** `ok`, or the code of a refusal. */
  readonly outcome: string;
  readonly request: unknown;
}

/** The action that a request names, `dnspod:CreateRecord`; its first part is of the host name. */
export function actionOf({ headers }: Signed): string {
  return `${(headers.host ?? '').split('.')[0]}:${headers['x-tc-action'] ?? ''}`;
}

/** Answers a request as the API does. Throws an Error where the stand-in itself is wrong. */
export async function answer(ground: ApiGround, asked: Asked): Promise<Said> {
  const RequestId = randomUUID();
  let request: unknown;
  try {
    const action = knownAction(asked, ground.site);
    checkCaller(ground, action, asked, RequestId);
    ground.checkThrottle(action);
    const region = regionOf(action, asked);
    request = parsed(asked.body);
    checkRequest(action, request);
    await ground.before();
    // The table's types pair each handler with its own request, which is checked; TypeScript cannot follow the pair.
    const handler = ground.handlers[action] as (request: unknown, call: unknown) => object | Promise<object>;
    const given = await handler(request, {
      region,
      from: asked.from,
      now: ground.clock(),
      atMost: ground.lists.atMost,
    });
    const Response = { ...given, RequestId };
    checkAnswer(action, Response);
    return { body: { Response }, outcome: 'ok', request };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code } = error;
    const message = asked.headers['x-tc-language'] === 'zh-CN' ? (error.chinese ?? error.message) : error.message;
    return { body: { Response: { Error: { Code: code, Message: message }, RequestId } }, outcome: code, request };
  }
}

/** Throws `Refusal` for what is no action of the table, and for a product of the other site. */
function knownAction(asked: Asked, site: Site): ActionName {
  const { headers } = asked;
  const place = productOf(headers.host ?? '');
  const name = actionOf(asked);
  const action = (Object.keys(actions) as ActionName[]).find((one) => one === name);
  if (place === undefined || headers['x-tc-action'] === undefined) {
    throw new Refusal('InvalidRequest', 'The host or the header X-TC-Action is missing or not known.');
  }
  if (asked.method !== 'POST') throw new Refusal('UnsupportedProtocol', 'Requests are made by POST.');
  if (headers['x-tc-version'] !== versions[place.product]) {
    throw new Refusal('NoSuchVersion', 'The specified version does not exist.');
  }
  if (action === undefined) {
    throw new Refusal('InvalidAction', `The request action=\`${headers['x-tc-action']}\` is invalid or not found.`);
  }
  if (place.site !== site) throw new Refusal('AuthFailure.SecretIdNotFound', 'The SecretId is not found.');
  return action;
}

/** Throws `Refusal` where the caller is not known, or may not do this. */
function checkCaller(ground: ApiGround, action: ActionName, asked: Asked, requestId: string): void {
  const region = asked.headers['x-tc-region'] ?? '';
  if (action === 'sts:AssumeRoleWithWebIdentity') {
    // Who has no credentials yet cannot sign.
    if (asked.headers.authorization === 'SKIP') return;
    throw new Refusal('AuthFailure.InvalidAuthorization', 'The request Authorization header is invalid.');
  }
  const product = productOf(asked.headers.host ?? '')?.product ?? '';
  checkSignature(asked, product, ground.keyOf, ground.clock());
  checkRights(ground.cam, action, region, requestId);
}

/** The region that a request names. Throws `Refusal` where it must and does not. */
function regionOf(action: ActionName, { headers }: Asked): string {
  const region = headers['x-tc-region'] ?? '';
  if (actions[action].region === 'none') return region;
  if (region === '') throw new Refusal('MissingParameter', 'The request is missing a required parameter `Region`.');
  if (regions.some(({ id }) => id === region)) return region;
  throw new Refusal('UnsupportedRegion', `The region \`${region}\` is not supported.`);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString() || '{}');
  } catch {
    throw new Refusal('InvalidRequest', 'The request body is no JSON.');
  }
}
