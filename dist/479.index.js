export const id = 479;
export const ids = [479];
export const modules = {

/***/ 49479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openAccount: () => (/* binding */ openAccount)
});

// EXTERNAL MODULE: ./.build/lib/release/run-name.js
var run_name = __webpack_require__(53353);
// EXTERNAL MODULE: ./.build/lib/messages/cancelled.js
var messages_cancelled = __webpack_require__(77684);
// EXTERNAL MODULE: ./.build/lib/redaction/masks.js
var masks = __webpack_require__(25321);
// EXTERNAL MODULE: ./.build/lib/redaction/redact.js
var redact = __webpack_require__(24559);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/tencent-calls.js

/** What is told while the API of Tencent Cloud is called. */
const tencentCallMessages = {
    throttled: (action, code, seconds) => (0,messages_text/* text */.Qq)(`Tencent Cloud throttles ${action} (${code}). Trying again for up to ${seconds} s`, `腾讯云对 ${action} 限频（${code}），将在 ${seconds} 秒内重试`),
    busy: (action, code, seconds) => (0,messages_text/* text */.Qq)(`${action} waits for another change to finish (${code}). Trying again for up to ${seconds} s`, `${action} 正在等待另一项操作完成（${code}），将在 ${seconds} 秒内重试`),
};

// EXTERNAL MODULE: ./.build/lib/tencent/actions.js
var actions = __webpack_require__(36427);
;// CONCATENATED MODULE: ./.build/lib/tencent/again.js
/** Calls in all, where a cause may pass. */
const mostTries = 4;
/** How long a throttled account is waited for, in all. */
const mostWaitedSeconds = 60;
const [firstDelayMs, longestDelayMs] = [1000, 8000];
/** Whether a call that came to `fault` may be made again. */
function againAfter(fault, kind) {
    if (isThrottled(fault) || isBusy(fault))
        return 'wait';
    if (fault.kind === 'unwritable')
        return 'never';
    if (fault.kind === 'unreachable' && !fault.sent)
        return 'tries';
    return kind === 'read' && isUncertain(fault) ? 'tries' : 'never';
}
/** Whether what was asked for may have been done all the same. */
function mayHaveTakenEffect(fault, kind) {
    return kind === 'write' && isUncertain(fault) && !isThrottled(fault);
}
/** Whether the account, the address or the product is asked too often. The request was not carried out. */
function isThrottled(fault) {
    if (fault.kind === 'status')
        return fault.status === 429;
    return fault.kind === 'refused' && /^RequestLimitExceeded(\.|$)|^LimitExceeded\.RateLimitExceeded$/.test(fault.code);
}
/** Whether somebody else changes the same thing at the moment. The request was not carried out. */
function isBusy(fault) {
    return fault.kind === 'refused' && /FirewallBusy$|^OperationDenied\.InstanceOperationInProgress$/.test(fault.code);
}
/** Whether the failure is the API's own: its code says nothing about the request. */
function isInternal(code) {
    return /^(InternalError|InternalServerError|ServiceUnavailable)(\.|$)/.test(code);
}
/** Whether it is unknown what became of the request. */
function isUncertain(fault) {
    switch (fault.kind) {
        case 'refused':
            return isInternal(fault.code);
        case 'status':
            return fault.status >= 500 || fault.status === 408;
        case 'garbage':
            return true;
        case 'unreachable':
            return fault.sent;
        case 'unwritable':
            return false;
    }
}
/** Whether `effort` was enough. */
function isEnough(again, { tries, waitedMs }) {
    if (again === 'never')
        return true;
    return again === 'wait' ? waitedMs >= mostWaitedSeconds * 1000 : tries >= mostTries;
}
/** Milliseconds until the next try: twice as long each time up to 8 s, and no two callers alike. `random`: 0 to 1. */
function delayAfter(tries, random) {
    const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1));
    return Math.round(longest * (0.5 + random / 2));
}

;// CONCATENATED MODULE: ./.build/lib/tencent/fault.js
/** No answer came in time. */
function timedOut(seconds) {
    return { kind: 'unreachable', reason: `no answer within ${seconds} s`, sent: true };
}
/**
 * What the SDK (4.1.313) threw, in one form. Its exception is known by the field `requestId` alone: its name is `Error`. It
 * has a code where Tencent answered with one, `httpCode` where the status was not 200, else only the words of what the
 * network came to. What it does not wrap: node-fetch's error for a body that is no JSON or breaks off, and the
 * `TypeError` for JSON without `Response`.
 */
function faultOf(error) {
    if (typeof error !== 'object' || error === null)
        return { kind: 'garbage' };
    const { message, requestId, code, httpCode, type } = error;
    const words = typeof message === 'string' ? message : '';
    if (typeof requestId === 'string') {
        if (typeof code === 'string' && code !== '')
            return { kind: 'refused', code, message: words, requestId };
        if (typeof httpCode === 'number')
            return { kind: 'status', status: httpCode };
        if (requestId !== '')
            return { kind: 'garbage' };
        return unwritable.test(words) ? { kind: 'unwritable' } : noAnswer(words);
    }
    return type === 'system' || type === 'body-timeout' ? noAnswer(words) : { kind: 'garbage' };
}
/** Of node-fetch, Node's http and URL. These words repeat the header, hence the credentials: never shown. */
const unwritable = /legal HTTP header|Invalid character in header|Invalid URL/;
function noAnswer(words) {
    if (/^network timeout at: |^Response timeout while/.test(words))
        return { kind: 'unreachable', reason: 'timeout', sent: true };
    const [, reason = ''] = /(?: failed, reason| while trying to fetch [^ ]+): (.*)$/s.exec(words) ?? [];
    return { kind: 'unreachable', reason: reason.trim() || 'the connection failed', sent: !unsent.test(reason) };
}
/** What goes wrong before the request itself is on its way. */
const unsent = /^(connect|getaddrinfo|queryA+) |tunnel|certificate|before secure TLS connection|issuer cert|altnames|CERT_|EPROTO|wrong version number/i;

;// CONCATENATED MODULE: ./.build/lib/tencent/calls.js





/**
 * Calls an action, again where that is safe. Throws the reason of `cancelled` as soon as it is aborted, also while it
 * waits.
 */
async function callAgain(options, action, request, region, key, cancelled) {
    // What stands for this call among those that wait.
    const self = {};
    try {
        return await tryUntil(options, self, [action, request, region, key], cancelled);
    }
    finally {
        options.throttled.delete(self);
    }
}
async function tryUntil({ send, timeoutSeconds, log, sleep, throttled }, self, call, cancelled) {
    const [action] = call;
    let effort = { tries: 0, waitedMs: 0 };
    let told = false;
    for (;;) {
        const result = await callOnce(send, timeoutSeconds, call, cancelled);
        if ('answer' in result)
            return result;
        effort = { ...effort, tries: effort.tries + 1 };
        const again = againAfter(result.fault, actions/* actions */.o[action].kind);
        if (isEnough(again, effort))
            return { fault: result.fault, effort };
        if (again === 'wait' && !told) {
            if (isBusy(result.fault) || throttled.size === 0)
                log.info(waiting(action, result.fault));
            if (!isBusy(result.fault))
                throttled.add(self);
            told = true;
        }
        const delay = delayAfter(effort.tries, Math.random());
        await (0,messages_cancelled/* unlessCancelled */.M)(() => sleep(delay), cancelled);
        effort = { ...effort, waitedMs: effort.waitedMs + delay };
    }
}
async function callOnce(send, seconds, [action, request, region, key], cancelled) {
    // The SDK's own timeout begins with a connection, which a proxy that says nothing never gives.
    const clock = new AbortController();
    const timer = setTimeout(() => clock.abort(), seconds * 1000);
    const signal = AbortSignal.any([cancelled, clock.signal]);
    try {
        const answer = await (0,messages_cancelled/* unlessCancelled */.M)(() => send(action, request, region, key, signal), signal);
        return isAnswer(answer) ? { answer } : { fault: { kind: 'garbage' } };
    }
    catch (error) {
        if (cancelled.aborted)
            throw (0,messages_cancelled/* reasonOf */.A)(cancelled);
        return { fault: clock.signal.aborted ? timedOut(seconds) : faultOf(error) };
    }
    finally {
        clearTimeout(timer);
    }
}
/** Every answer of the API has a request id. */
function isAnswer(answer) {
    return typeof answer === 'object' && answer !== null && 'RequestId' in answer;
}
function waiting(action, fault) {
    const code = fault.kind === 'refused' ? fault.code : 'HTTP 429';
    return (isBusy(fault) ? tencentCallMessages.busy : tencentCallMessages.throttled)(action, code, mostWaitedSeconds);
}

// EXTERNAL MODULE: ./.build/lib/redaction/secret.js
var secret = __webpack_require__(3682);
// EXTERNAL MODULE: ./.build/lib/tencent/api-failure.js
var api_failure = __webpack_require__(47371);
;// CONCATENATED MODULE: ./.build/lib/tencent/refusal.js



/** The failure that a call came to: by its code, else by the code's family. `shown` takes secrets out of foreign words. */
function failureOf(call, shown) {
    const { action, fault, host, proxy } = call;
    const error = {
        apiCode: fault.kind === 'refused' ? fault.code : undefined,
        mayHaveTakenEffect: mayHaveTakenEffect(fault, actions/* actions */.o[action].kind),
        words: fault.kind === 'refused' ? wordsOf(fault, shown).message : undefined,
    };
    switch (fault.kind) {
        case 'refused':
            return refused(call, { action, ...wordsOf(fault, shown) }, error);
        case 'unreachable':
            return (0,api_failure/* apiFailure */.tF)('TENCENT_UNREACHABLE', { action, host, proxy, reason: shown(fault.reason) }, error);
        case 'status': {
            const seconds = secondsOf(call.effort);
            return isThrottled(fault)
                ? (0,api_failure/* apiFailure */.tF)('TENCENT_THROTTLED', { action, code: `HTTP ${fault.status}`, requestId: '-', seconds }, error)
                : (0,api_failure/* apiFailure */.tF)('TENCENT_SERVER_ERROR', { action, host, answer: `HTTP ${fault.status}` }, error);
        }
        case 'garbage':
            return (0,api_failure/* apiFailure */.tF)('TENCENT_SERVER_ERROR', { action, host, answer: 'garbage' }, error);
        case 'unwritable':
            return (0,api_failure/* apiFailure */.tF)('TENCENT_REQUEST_UNWRITABLE', { action, host }, error);
    }
}
/** What Tencent said, on one line and without secrets. */
function wordsOf({ code, message, requestId }, shown) {
    const onOneLine = (words) => shown(words).replace(/\s+/g, ' ').trim().slice(0, 500);
    return { code: onOneLine(code), message: onOneLine(message), requestId: onOneLine(requestId) };
}
function refused(call, refusal, error) {
    const { code, message, requestId, action } = refusal;
    const seconds = secondsOf(call.effort);
    if (isThrottled(call.fault))
        return (0,api_failure/* apiFailure */.tF)('TENCENT_THROTTLED', { action, code, requestId, seconds }, error);
    if (isBusy(call.fault))
        return (0,api_failure/* apiFailure */.tF)('TENCENT_BUSY', { ...refusal, seconds }, error);
    if (isInternal(code)) {
        const answer = `${message} (${code}, RequestId ${requestId})`;
        return (0,api_failure/* apiFailure */.tF)('TENCENT_SERVER_ERROR', { action, host: call.host, answer }, error);
    }
    if (code === 'AuthFailure.SignatureExpire')
        return (0,api_failure/* apiFailure */.tF)('TENCENT_CLOCK_SKEW', { ...refusal, now: new Date(call.now).toISOString() }, error);
    if (notAuthorized.test(code))
        return (0,api_failure/* apiFailure */.tF)('TENCENT_NOT_AUTHORIZED', { ...refusal, permission: permissionOf(refusal) }, error);
    if (addressRefused.test(code))
        return (0,api_failure/* apiFailure */.tF)('TENCENT_ADDRESS_REFUSED', refusal, error);
    if (/^AuthFailure(\.|$)/.test(code))
        return (0,api_failure/* apiFailure */.tF)('TENCENT_CREDENTIALS', refusal, error);
    return (0,api_failure/* apiFailure */.tF)('TENCENT_REFUSED', refusal, error);
}
const notAuthorized = /^AuthFailure\.UnauthorizedOperation$|^UnauthorizedOperation(\.|$)|^OperationDenied\.NoPermission|\.NotDomainOwner$|\.CAMAuthorizedFail$/;
const addressRefused = /^IpNotInWhitelist$|^IpInBlacklist$|^InvalidParameter\.RequestIpLimited$/;
/** What CAM is to allow: as its own words name it (`cvm:…` for security groups), else as the action is named. */
function permissionOf({ action, message }) {
    const [, named] = /\(([a-z]+:[A-Z]\w+)\)/.exec(message) ?? [];
    return named ?? action;
}
function secondsOf({ waitedMs }) {
    return Math.round(waitedMs / 1000);
}

;// CONCATENATED MODULE: ./.build/lib/tencent/exchange.js



/** The action that gives temporary credentials for an identity that somebody else vouches for. */
const action = 'sts:AssumeRoleWithWebIdentity';
/** For whom GitHub's ID token is: the client ID of the provider in CAM. */
const audience = 'sts.tencentcloudapi.com';
/**
 * Temporary credentials of a role (2 hours) for the ID token of the job. Throws `OIDC_REFUSED` where CAM does not give them,
 * besides what any call of the API throws.
 */
async function exchange(role, options) {
    const token = await options.idToken(audience);
    options.hide(token);
    const { roleArn, provider } = role;
    const outcome = await options.call(action, {
        ProviderId: provider,
        WebIdentityToken: token.reveal(),
        RoleArn: roleArn,
        RoleSessionName: sessionName(options.session),
    });
    if ('answer' in outcome)
        return keyOf(outcome.answer, options);
    const { fault } = outcome;
    const failure = failureOf(options.failed(outcome), options.shown);
    // What the other failures say concerns keys and rights, and here there are none yet.
    if (fault.kind !== 'refused' || ['TENCENT_THROTTLED', 'TENCENT_CLOCK_SKEW'].includes(failure.code))
        throw failure;
    const subject = subjectOf(token);
    throw (0,api_failure/* apiFailure */.tF)('OIDC_REFUSED', { action, ...wordsOf(fault, options.shown), roleArn, provider, subject }, failure);
}
/**
 * Whom GitHub vouches for, as the token says: `repo:OWNER/REPOSITORY:ref:refs/heads/main`, with ids (`OWNER@ID`) for newer
 * repositories. Undefined: it says nothing that can be shown.
 */
function subjectOf(token) {
    const [, claims = ''] = token.reveal().split('.');
    try {
        const { sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
        return typeof sub === 'string' && /^[\x21-\x7e]{1,300}$/.test(sub) ? sub : undefined;
    }
    catch {
        return undefined;
    }
}
function keyOf(answer, { hide, failed, shown }) {
    const { Credentials: given } = answer;
    for (const part of [given?.TmpSecretId, given?.TmpSecretKey, given?.Token])
        if (part)
            hide(new secret/* Secret */.z(part));
    if (!given?.TmpSecretId || !given.TmpSecretKey || !given.Token)
        throw failureOf(failed({ fault: { kind: 'garbage' }, effort: { tries: 1, waitedMs: 0 } }), shown);
    return { secretId: given.TmpSecretId, secretKey: given.TmpSecretKey, token: given.Token };
}
/** 2 to 128 letters, digits and `_+=,.@-`. */
function sessionName(words) {
    return words
        .replace(/[^\w+=,.@-]+/g, '-')
        .slice(0, 128)
        .padEnd(2, '-');
}

// EXTERNAL MODULE: ./.build/lib/tencent/proxy.js
var proxy = __webpack_require__(13904);
;// CONCATENATED MODULE: ./.build/lib/tencent/sdk.js

/** Any region does where one must be named. */
const anyRegion = 'ap-guangzhou';
/** The region header of a call: only where the table of actions says so. Throws where one is needed and none is given. */
function regionOf(action, region) {
    const needed = actions/* actions */.o[action].region;
    if (needed === 'none')
        return undefined;
    if (needed === 'fixed')
        return anyRegion;
    if (region === undefined)
        throw new Error(`${action} needs a region.`);
    return region;
}
/** `dnspod` of `dnspod:CreateRecord`. */
function productOf(action) {
    return action.slice(0, action.indexOf(':'));
}
/** `dnspod.tencentcloudapi.com`. */
function hostOf(action, endpoint) {
    return `${productOf(action)}.${endpoint}`;
}
/**
 * The SDK as one function. It is loaded by the first call, since nobody else needs it: its general client alone, by its own
 * path; the package's root loads every product of Tencent's.
 */
function openSdk(options) {
    const clients = new Map();
    const clientFor = (action, region, key) => {
        const id = [productOf(action), region, key?.secretId].join(' ');
        const known = clients.get(id);
        if (known !== undefined)
            return known;
        const made = newClient(options, action, region, key);
        clients.set(id, made);
        return made;
    };
    return async (action, request, region, key, signal) => {
        const client = await clientFor(action, region, key);
        const name = action.slice(action.indexOf(':') + 1);
        // Without a key, `Authorization: SKIP` takes the signature's place.
        return client.request(name, request, key === undefined ? { signal, skipSign: true } : { signal });
    };
}
async function newClient({ endpoint, language, agent, timeoutSeconds }, action, region, key) {
    const { CommonClient } = await Promise.all(/* import() */[__webpack_require__.e(61), __webpack_require__.e(265), __webpack_require__.e(417)]).then(__webpack_require__.t.bind(__webpack_require__, 98417, 19));
    const host = hostOf(action, endpoint);
    const { secretId, secretKey, token } = key ?? { secretId: '', secretKey: '', token: undefined };
    return new CommonClient(host, actions/* versions */.e[productOf(action)], {
        credential: { secretId, secretKey, ...(token === undefined ? {} : { token }) },
        ...(region === undefined ? {} : { region }),
        profile: { language, httpProfile: { endpoint: host, reqTimeout: timeoutSeconds, agent } },
    });
}

;// CONCATENATED MODULE: ./.build/lib/tencent/open.js








/**
 * An account of Tencent Cloud that is called until `cancelled` is aborted. Nothing is loaded or sent before the first call.
 */
function openTencent(options, cancelled) {
    const { endpoint, language, env, log, sleep, now, timeoutSeconds = 30 } = options;
    // A proxy that says nothing is told from an API that says nothing: its tunnel is given up first.
    const agent = options.agent ?? (0,proxy/* proxyAgent */.QT)(env, { timeout: timeoutSeconds * 900 });
    const send = openSdk({ endpoint, language: sdkLanguages[language], agent, timeoutSeconds });
    const hidden = [...(0,proxy/* proxySecrets */.Wm)(env)];
    const hide = (secret) => {
        options.hide(secret);
        hidden.push(...(0,masks/* masksOf */.JF)([secret.reveal()], []));
    };
    const throttled = new Set();
    const shown = (words) => (0,redact/* redact */.E)(words, hidden);
    const call = (action, request, key, signal, region) => callAgain({ send, timeoutSeconds, log, sleep, throttled }, action, request, regionOf(action, region), key, signal);
    const failed = (action, { fault, effort }) => {
        const host = hostOf(action, endpoint);
        return { action, fault, effort, host, proxy: (0,proxy/* proxyFor */.iJ)(host, env), now: now() };
    };
    const newKey = async (signal) => {
        const { credentials } = options;
        if (credentials.kind === 'oidc')
            return exchange(credentials, {
                ...{ session: options.session, hide, shown },
                idToken: (audience) => (0,messages_cancelled/* unlessCancelled */.M)(() => options.idToken(audience), signal),
                call: (action, request) => call(action, request, undefined, signal),
                failed: (outcome) => failed('sts:AssumeRoleWithWebIdentity', outcome),
            });
        const { secretId, secretKey, token } = credentials;
        for (const secret of [secretId, secretKey, token])
            if (secret !== undefined)
                hide(secret);
        return { secretId: secretId.reveal(), secretKey: secretKey.reveal(), token: token?.reveal() };
    };
    let key;
    const theKey = (signal) => {
        if (key !== undefined)
            return key;
        const made = newKey(signal);
        key = made;
        // A call that is made later, of a run that was cancelled, tries once more.
        made.catch(() => {
            if (key === made)
                key = undefined;
        });
        return made;
    };
    const until = (signal) => ({
        until,
        async call(action, request, region) {
            const outcome = await call(action, request, await (0,messages_cancelled/* unlessCancelled */.M)(() => theKey(signal), signal), signal, region);
            if ('answer' in outcome)
                return outcome.answer;
            throw failureOf(failed(action, outcome), shown);
        },
    });
    return until(cancelled);
}
const sdkLanguages = { en: 'en-US', zh: 'zh-CN' };

;// CONCATENATED MODULE: ./.build/lib/commands/open-account.js


/** The account that the settings name, called until `cancelled` is aborted. Nothing is sent before the first call. */
function openAccount({ credentials, endpoint }, language, { log, origin, now, sleep, hide, idToken, proxies }, cancelled) {
    return openTencent({ credentials, endpoint, language, log, session: (0,run_name/* runName */.r)(origin), env: proxies, now, sleep, idToken, hide }, cancelled);
}


/***/ }),

/***/ 53353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ runName)
/* harmony export */ });
/** A run in one word, `octocat/mccm-server#8014`, as remarks and sessions in a cloud's account name it; empty outside GitHub. */
function runName({ runUrl }) {
    const [, repository, id] = /^https?:\/\/[^/]+\/(.+)\/actions\/runs\/(\d+)$/.exec(runUrl) ?? [];
    return repository === undefined ? '' : `${repository}#${id}`;
}


/***/ }),

/***/ 13904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QT: () => (/* binding */ proxyAgent),
/* harmony export */   Wm: () => (/* binding */ proxySecrets),
/* harmony export */   iJ: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44708);

/**
 * Connections that honour `https_proxy` and `no_proxy` (Node 24.5 and later). With an agent the SDK leaves its own reading
 * alone, which takes `http_proxy` for https and knows no exceptions. `options.timeout`, in milliseconds, is for the tunnel.
 */
function proxyAgent(env, options = {}) {
    return new node_https__WEBPACK_IMPORTED_MODULE_0__.Agent({ ...options, proxyEnv: { ...env } });
}
/** The proxy through which `host` is asked, as it may be shown: without user and password. Undefined: none. */
function proxyFor(host, env) {
    const given = env.https_proxy || env.HTTPS_PROXY;
    // Node reads no other kind, and goes directly then.
    if (given === undefined || !/^https?:\/\//.test(given) || !URL.canParse(given))
        return undefined;
    if (isExempt(host, env.no_proxy || env.NO_PROXY || ''))
        return undefined;
    return new URL(given).origin;
}
/** The names and passwords in the addresses of proxies: what must not be shown. */
function proxySecrets(env) {
    return [env.https_proxy, env.HTTPS_PROXY].flatMap((given) => {
        if (given === undefined || !URL.canParse(given))
            return [];
        const { username, password } = new URL(given);
        return password === '' ? [] : [`${username}:${password}@`, password, decoded(password)];
    });
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
/** As Node reads the list: `*`, a name, `.example.com` and `*.example.com`, each perhaps with a port. */
function isExempt(host, list) {
    return list
        .split(',')
        .map((one) => one.trim().toLowerCase())
        .some((one) => ['*', host, `${host}:443`].includes(one) || (/^\*?\./.test(one) && host.endsWith(one.replace('*', ''))));
}


/***/ })

};
