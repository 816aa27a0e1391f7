export const id = 306;
export const ids = [306];
export const modules = {

/***/ 58306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t8: () => (/* binding */ isKept),
  D8: () => (/* binding */ issueCertificate),
  d5: () => (/* binding */ renewedFrom),
  Lm: () => (/* binding */ wantedOf)
});

// EXTERNAL MODULE: ./.build/lib/certificate/due.js
var due = __webpack_require__(49520);
// EXTERNAL MODULE: ./.build/lib/decision/certificate.js
var certificate = __webpack_require__(7062);
// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/plan.js
var plan = __webpack_require__(9678);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/issue.js
var issue = __webpack_require__(84700);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
;// CONCATENATED MODULE: ./.build/lib/server/certificate-lock-script.js



/**
 * The keeper of the lock of a domain's certificate: takes it on descriptor 9, waiting for up to `waitSeconds`; prints
 * `waiting` and who holds it once, if it has to wait, then `held`. Serves `beat` and `release` as the keeper of an
 * application's lock does; still busy: exit 75.
 */
function certificateKeeperScript(domain, holder, { waitSeconds, silenceSeconds }, folder = lock_script/* lockFolder */.MS) {
    const lock = `${folder}/certificate-${domain}.lock`;
    return `${prelude/* prelude */.e}
holder=${(0,quote/* quote */.h)(`${folder}/certificate-${domain}.holder`)}
${(0,lock_script/* openLock */.qB)(lock, folder)}
told=
until flock -n 9; do
  [ -n "$told" ] || printf 'waiting %s\\n' "$(head -n 1 "$holder" 2>/dev/null)"
  told=yes
  [ "$SECONDS" -lt ${waitSeconds} ] || exit 75
  IFS= read -r -t 1 word || [ $? -gt 128 ] || exit 0
done
printf '%s\\n' ${(0,quote/* quote */.h)(JSON.stringify(holder))} >"$holder.new" && mv -f "$holder.new" "$holder" || unwritten
printf 'held\\n'
while IFS= read -r -t ${silenceSeconds} word; do
  [ "$word" != release ] || break
done
exit 0
`;
}

// EXTERNAL MODULE: ./.build/lib/server/keeper.js
var keeper = __webpack_require__(74812);
;// CONCATENATED MODULE: ./.build/lib/server/certificate-lock.js




const beatSeconds = 5;
/**
 * Takes the lock of a domain's certificate, waiting for whoever holds it. Who waited looks again: the certificate may be
 * there by then (rule *One application for a certificate*). Throws CERTIFICATE_LOCKED, LOCK_FAILED, RUN_FULL, CONNECTION_LOST.
 */
async function takeCertificateLock(server, { domain, holder, waitSeconds, onWait }) {
    const script = await server.open(certificateKeeperScript(domain, holder, { waitSeconds, silenceSeconds: 3 * beatSeconds }));
    let other = {};
    let line = await script.readLine();
    if (line?.startsWith('waiting ')) {
        other = (0,lock_script/* parseHolder */.iz)(line.slice('waiting '.length));
        onWait(other);
        line = await script.readLine();
    }
    if (line === 'held') {
        return (0,keeper/* keepAlive */.Z)(script, beatSeconds, () => (0,failure/* failure */.V2)('LOCK_LOST', { host: server.host, app: domain }));
    }
    throw await refused(await script.close(), server.host, domain, waitSeconds, other);
}
async function refused(result, host, domain, seconds, { who = '?', runUrl = '?', since = '?' }) {
    if (result.code === 75)
        return (0,failure/* failure */.V2)('CERTIFICATE_LOCKED', { domain, who, run: runUrl, since, seconds });
    return (0,lock_script/* lockFailed */.hR)(result, host);
}

// EXTERNAL MODULE: ./.build/lib/survey/domain-certificates.js
var domain_certificates = __webpack_require__(91630);
// EXTERNAL MODULE: ./.build/lib/commands/carry-out.js + 2 modules
var carry_out = __webpack_require__(51251);
// EXTERNAL MODULE: ./.build/lib/commands/lock.js + 2 modules
var commands_lock = __webpack_require__(12172);
// EXTERNAL MODULE: ./.build/lib/commands/open-issuer.js + 29 modules
var open_issuer = __webpack_require__(7735);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/issue.js













/**
 * Has the certificate of a domain issued and put on the server, unless it is there and not due by then: under a lock of its
 * own, so that two runs never both apply, and no application waits for an authority. Gives the steps that ran. Throws what
 * kept it from being issued; what was applied for is resumed by the next run.
 */
async function issueCertificate(session, issuance, run, record) {
    const { app, domain, settings, tencent } = issuance;
    const lock = await (0,commands_run/* timed */.ay)(run, record, 'certificate.lock', issue/* issueMessages */.u.lock(domain), () => takeCertificateLock(session, {
        domain,
        holder: (0,commands_lock/* holderOf */.K)(run),
        // As long as another run may wait for its authority, and some minutes for what it does besides.
        waitSeconds: settings.timeoutSeconds + 300,
        onWait: ({ who = '?', runUrl = '?', since = '?' }) => run.log.info(issue/* issueMessages */.u.waiting(domain, who, runUrl, since)),
    }));
    const held = (0,carry_out/* whileHeld */.tE)({ lock, run });
    const { uncertain } = record;
    try {
        const steps = await (0,commands_run/* timed */.ay)(held, record, 'certificate.look', issue/* issueMessages */.u.look(domain), async () => {
            const found = await lookAgain(session, app, domain, settings, held);
            const issuer = (0,open_issuer/* openIssuer */.K)(settings, tencent, held, record);
            if (await isKept(found, issuer, settings, held))
                return [];
            return issuer.plan(session, wantedOf(found, domain, settings));
        });
        await run.log.group(issue/* issueMessages */.u.plan, async () => {
            for (const line of (0,plan/* describePlan */.df)((0,plan/* makePlan */.Cs)(steps)))
                run.log.info(line);
        });
        await (0,carry_out/* apply */.Bb)(steps, session, held, record);
        return steps;
    }
    finally {
        // Nothing that is served hangs on a pair that is half installed.
        record.uncertain = uncertain;
        await (0,cancel/* unlessCancelled */.M)(() => lock.release(), run.graceOver).catch(() => { });
    }
}
/** What an issuer is asked for in the place of what was found. */
function wantedOf(found, domain, { timeoutSeconds }) {
    if (found.kind === 'none')
        return { domain, due: undefined, timeoutSeconds };
    const { chainPem, notAfter } = found.served.certificate;
    return { domain, due: { chainPem, notAfter }, timeoutSeconds };
}
async function lookAgain(server, app, domain, { renewBeforeDays }, { now, roots }) {
    const { certificates, configuration } = await (0,domain_certificates/* surveyCertificates */.V)(server, app, domain);
    return (0,certificate/* findIssued */.P6)(domain, certificates, configuration, { renewBeforeDays, now: new Date(now()), roots });
}
/** Whether what is there is not due by now: by its authority's word where it gives one, else by its date. */
async function isKept(found, issuer, settings, run) {
    if (found.kind === 'none')
        return false;
    const { now, log } = run;
    const from = await renewedFrom(found.served, issuer, settings, run);
    if (from.getTime() <= now())
        return false;
    log.info(found.from.getTime() > now()
        ? issue/* issueMessages */.u.thereByNow((0,messages_text/* dayOf */.kb)(found.served.certificate.notAfter))
        : issue/* issueMessages */.u.notYet(issuer.name, from.toISOString()));
    return true;
}
/** From when on a certificate is renewed. Its authority is asked, but not the account. */
async function renewedFrom({ certificate }, issuer, { renewBeforeDays }, run) {
    return (0,due/* renewalFrom */.Lu)(certificate, renewBeforeDays, await renewalWindow(issuer, certificate.chainPem, run));
}
/** The authority's own opinion; one that cannot be asked leaves it to the date. */
async function renewalWindow(issuer, chainPem, { log, cancelled }) {
    try {
        return await issuer.renewalWindow(chainPem);
    }
    catch (error) {
        if (cancelled.aborted)
            throw error;
        const [failed] = (0,failure/* failuresOf */.dJ)(error);
        if (failed !== undefined)
            log.info(issue/* issueMessages */.u.noWindow(issuer.name, failed.text.what));
        return undefined;
    }
}


/***/ }),

/***/ 7735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ openIssuer)
});

// EXTERNAL MODULE: ./.build/lib/release/run-name.js
var run_name = __webpack_require__(53353);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
;// CONCATENATED MODULE: ./.build/lib/acme/problem.js

/** An authority's refusal. Whoever asked knows what it means: by `type`, else by `refusalOf`. */
class Refused extends Error {
    problem;
    constructor(problem) {
        super(`${problem.type}: ${problem.detail}`);
        this.name = 'Refused';
        this.problem = problem;
    }
}
/** Reads the document of a refusal; what is none has its status for a type. */
function readProblem(status, body, retryAfter, now) {
    const document = jsonObject(body);
    return {
        status,
        type: typeOf(document, `HTTP ${status}`),
        detail: document === undefined ? `HTTP ${status}` : wordsOf(document),
        retryAfter: readRetryAfter(retryAfter, now),
    };
}
/** The type of a problem without the prefix that all of ACME's have; `otherwise` where it has none. */
function typeOf(document, otherwise) {
    return typeof document?.type === 'string' ? document.type.replace(/^urn:ietf:params:acme:error:/, '') : otherwise;
}
/** The words of a problem, with those of its subproblems (one a name). */
function wordsOf(document) {
    const { detail, title, subproblems } = document;
    const own = [detail, title].find((words) => typeof words === 'string' && words !== '');
    const below = (Array.isArray(subproblems) ? subproblems : []).flatMap((one) => typeof one === 'object' && one !== null ? [wordsOf(one)] : []);
    return [own ?? '-', ...below].join('; ').replace(/\s+/g, ' ').slice(0, 1000);
}
/** `Retry-After` as seconds or as a date (RFC 9110, 10.2.3). */
function readRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    const at = /^\d{1,9}$/.test(header.trim()) ? now + Number(header) * 1000 : Date.parse(header);
    return Number.isNaN(at) ? undefined : new Date(at);
}
/** An object in JSON; undefined where it is none. */
function jsonObject(body) {
    try {
        const parsed = JSON.parse(body);
        return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
            ? parsed
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether it is a limit of the authority's that was reached, which says nothing of what was asked for. */
function isLimit({ type, status }) {
    return type === 'rateLimited' || status === 429;
}
/** What a refusal is for a user, whatever was asked; anything else that was thrown stays what it is. */
function refusalOf(error, host) {
    if (error instanceof Refused) {
        const { type, detail, retryAfter } = error.problem;
        if (isLimit(error.problem))
            return (0,failure/* failure */.V2)('ACME_RATE_LIMITED', { host, detail, until: retryAfter?.toISOString() });
        return (0,failure/* failure */.V2)('ACME_REFUSED', { host, type, detail });
    }
    // So acme-client complains of answers that it cannot go on with.
    if (error instanceof Error && error.constructor === Error)
        return (0,failure/* failure */.V2)('ACME_REFUSED', { host, type: 'acme-client', detail: error.message }, { cause: error });
    return error;
}

;// CONCATENATED MODULE: ./.build/lib/acme/directory.js


/**
 * Reads the directory of an authority. Throws ACME_UNREACHABLE, ACME_DIRECTORY for a page that is none, and
 * ACME_EXTERNAL_ACCOUNT for an authority that takes only accounts which were made elsewhere.
 */
async function readDirectory(transport, url) {
    const { status, body } = await transport({ url, method: 'GET' });
    const found = status === 200 ? jsonObject(body) : undefined;
    const missing = ['newNonce', 'newAccount', 'newOrder'].filter((name) => httpsUrl(found?.[name]) === undefined);
    if (found === undefined || missing.length > 0) {
        throw (0,failure/* failure */.V2)('ACME_DIRECTORY', {
            url,
            answer: found === undefined ? `HTTP ${status}` : '',
            missing: missing.join(', '),
        });
    }
    const meta = typeof found.meta === 'object' && found.meta !== null ? found.meta : {};
    const { host } = new URL(url);
    if (meta.externalAccountRequired === true)
        throw (0,failure/* failure */.V2)('ACME_EXTERNAL_ACCOUNT', { host });
    return {
        url,
        host,
        renewalInfo: httpsUrl(found.renewalInfo),
        terms: typeof meta.termsOfService === 'string' ? meta.termsOfService : undefined,
    };
}
function httpsUrl(value) {
    return typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:' ? value : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./.build/lib/acme/certificate-id.js

/**
 * The name that an authority's renewal information has a certificate under (RFC 9773, 4.1): the key identifier of its
 * issuer and its serial number, as they are in the certificate's own bytes. Undefined where it has no such identifier.
 */
function certificateId(pem) {
    try {
        const [certificate] = partsOf(new external_node_crypto_.X509Certificate(pem).raw);
        const fields = partsOf(partsOf(certificate?.value ?? empty)[0].value);
        // Before the serial number, [0] holds the version.
        const serial = fields.find(({ tag }) => tag === 0x02);
        const identifier = authorityKey(fields.find(({ tag }) => tag === 0xa3)?.value ?? empty);
        if (serial === undefined || identifier === undefined)
            return undefined;
        return `${identifier.toString('base64url')}.${serial.value.toString('base64url')}`;
    }
    catch {
        return undefined;
    }
}
const empty = Buffer.alloc(0);
/** 2.5.29.35, authorityKeyIdentifier (RFC 5280, 4.2.1.1). */
const identifierOfAuthority = '551d23';
/** `[0] keyIdentifier` of that extension, among `[3] extensions`. */
function authorityKey(extensions) {
    for (const { value } of partsOf(partsOf(extensions)[0]?.value ?? empty)) {
        const [oid, ...rest] = partsOf(value);
        if (oid?.value.toString('hex') !== identifierOfAuthority)
            continue;
        const [sequence] = partsOf(rest.at(-1)?.value ?? empty);
        return partsOf(sequence?.value ?? empty).find(({ tag }) => tag === 0x80)?.value;
    }
    return undefined;
}
/** The elements that stand one after another. Throws RangeError where the bytes end within one. */
function partsOf(bytes) {
    const parts = [];
    for (let at = 0; at < bytes.length;) {
        const tag = bytes.readUInt8(at);
        const short = bytes.readUInt8(at + 1);
        const more = short < 0x80 ? 0 : short & 0x7f;
        const length = more === 0 ? short : bytes.readUIntBE(at + 2, more);
        const from = at + 2 + more;
        parts.push({ tag, value: bytes.subarray(from, from + length) });
        at = from + length;
    }
    return parts;
}

;// CONCATENATED MODULE: ./.build/lib/acme/renewal-info.js



/**
 * Asks when a certificate is to be renewed (RFC 9773, 4.2). Undefined: the authority says it of none, or the certificate is
 * not its own. Throws ACME_UNREACHABLE, ACME_RATE_LIMITED, and ACME_REFUSED for an answer that cannot be read.
 */
async function readRenewalInfo(transport, { renewalInfo, host }, chainPem, now) {
    const id = certificateId(chainPem);
    if (renewalInfo === undefined || id === undefined)
        return undefined;
    const { status, body, headers } = await transport({ url: `${renewalInfo.replace(/\/$/, '')}/${id}`, method: 'GET' });
    if (status === 429)
        throw refusalOf(new Refused(readProblem(status, body, headers['retry-after'], now)), host);
    if (status >= 400)
        return undefined;
    const window = jsonObject(body)?.suggestedWindow;
    const [start, end] = [Date.parse(String(window?.start)), Date.parse(String(window?.end))];
    if (!(start <= end)) {
        throw (0,failure/* failure */.V2)('ACME_REFUSED', { host, type: 'renewalInfo', detail: body.replace(/\s+/g, ' ').slice(0, 200) });
    }
    return { id, start: new Date(start), end: new Date(end) };
}

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./.build/lib/messages/cancelled.js
var messages_cancelled = __webpack_require__(77684);
;// CONCATENATED MODULE: ./.build/lib/acme/transport.js




/** Seconds before each further try. */
const waits = [2, 5, 10];
/** Longer than any answer of an authority, in characters. */
const longest = 1_000_000;
/**
 * The way to an authority: node's own https with an agent, since axios knows no proxy for https. What the authority
 * refuses is an answer; a limit of its own (429) is never waited for here, since that may take hours.
 */
function openTransport(options) {
    const { cancelled, now, sleep } = options;
    return async (asked) => {
        const { host, hostname } = new URL(asked.url);
        for (let attempt = 0;; attempt += 1) {
            const outcome = await (0,messages_cancelled/* unlessCancelled */.M)(() => tryOnce(asked, options), cancelled);
            if ('status' in outcome && outcome.status < 500)
                return outcome;
            const wait = waits[attempt];
            if (wait === undefined) {
                const reason = options.shown('reason' in outcome ? outcome.reason : `HTTP ${outcome.status}`);
                throw (0,failure/* failure */.V2)('ACME_UNREACHABLE', { host, proxy: options.proxyFor(hostname), reason });
            }
            const asks = 'status' in outcome ? readRetryAfter(outcome.headers['retry-after'], now()) : undefined;
            const milliseconds = Math.max(wait * 1000, Math.min((asks?.getTime() ?? 0) - now(), 30_000));
            await (0,messages_cancelled/* unlessCancelled */.M)(() => sleep(milliseconds), cancelled);
        }
    };
}
function tryOnce({ url, method, type, body }, { agent, cancelled, timeoutSeconds = 30 }) {
    return new Promise((done) => {
        const failed = (error) => done({ reason: error.message || error.code || '?' });
        const headers = {
            'user-agent': 'deploy-miniprogram-backend',
            ...(type === undefined ? {} : { 'content-type': type }),
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        };
        // One timer for all of it: name, connection, tunnel, answer.
        const signal = AbortSignal.any([cancelled, AbortSignal.timeout(timeoutSeconds * 1000)]);
        try {
            const sent = (0,external_node_https_.request)(url, { method, agent, headers, signal }, (response) => {
                let text = '';
                response.setEncoding('utf8');
                response.on('data', (chunk) => {
                    text += chunk;
                    if (text.length > longest)
                        response.destroy(new Error('its answer has no end'));
                });
                response.on('error', failed);
                response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
            });
            sent.on('error', (error) => failed(error.name === 'AbortError' ? new Error(`no answer in ${timeoutSeconds} s`) : error));
            sent.end(body);
        }
        catch (error) {
            // A URL of the authority's that is no https.
            failed(error);
        }
    });
}

;// CONCATENATED MODULE: ./.build/lib/layout/acme-paths.js

/** Where accounts of ACME authorities are kept. */
const acmeFolder = '/etc/deploy-miniprogram/acme';
/** The folder of the account that the server has at the authority with this directory. */
function acmeAccountFolder(directory) {
    return `${acmeFolder}/${(0,external_node_crypto_.createHash)('sha256').update(directory).digest('hex').slice(0, 16)}`;
}
/** The private key of that account, 0600: whoever has it may order and revoke in its name. */
function acmeAccountKey(directory) {
    return `${acmeAccountFolder(directory)}/account.key`;
}
/** Where a certificate that is being issued is kept. */
function pendingCertificate(directory, domain) {
    const folder = `${acmeAccountFolder(directory)}/${domain}`;
    return { folder, key: `${folder}/private.key`, request: `${folder}/request.csr`, order: `${folder}/order` };
}

// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
// EXTERNAL MODULE: ./.build/lib/redaction/redact.js
var redact = __webpack_require__(24559);
// EXTERNAL MODULE: ./.build/lib/tencent/proxy.js
var proxy = __webpack_require__(13904);
// EXTERNAL MODULE: ./.build/lib/tencent/read-zone.js
var read_zone = __webpack_require__(12673);
// EXTERNAL MODULE: ./.build/lib/resources/certificate.js
var resources_certificate = __webpack_require__(45619);
// EXTERNAL MODULE: ./.build/lib/resources/zone-problems.js
var zone_problems = __webpack_require__(31145);
// EXTERNAL MODULE: ./.build/lib/certificate/check.js
var check = __webpack_require__(93034);
// EXTERNAL MODULE: ./.build/lib/certificate/key.js
var certificate_key = __webpack_require__(24481);
;// CONCATENATED MODULE: ./.build/lib/messages/acme.js

/** What is told while an ACME authority issues a certificate. */
const acmeMessages = {
    account: (host, url) => (0,messages_text/* text */.Qq)(`Account at ${host}: ${url}`, `${host} 的账号：${url}`),
    termsAccepted: (url) => (0,messages_text/* text */.Qq)(`Terms of service accepted: ${url}`, `已接受服务条款：${url}`),
    keyKept: (0,messages_text/* text */.Qq)('Using the key that an earlier run made', '使用此前运行生成的私钥'),
    ordered: (url) => (0,messages_text/* text */.Qq)(`Ordered: ${url}`, `已下单：${url}`),
    resumed: (url, status) => (0,messages_text/* text */.Qq)(`Resuming the order of an earlier run: ${url} (${status})`, `继续此前运行的订单：${url}（${status}）`),
    alreadyValid: (domain) => (0,messages_text/* text */.Qq)(`The authority already knows that ${domain} is yours`, `该机构已确认 ${domain} 归你所有`),
    waiting: (host, status, seconds) => (0,messages_text/* text */.Qq)(`Waiting for ${host} (${status}), at most ${seconds} s more`, `正在等待 ${host}（${status}），最多还需 ${seconds} 秒`),
    issued: (fingerprint, notAfter) => (0,messages_text/* text */.Qq)(`Issued: certificate ${fingerprint}, valid until ${notAfter.toISOString()}`, `已签发：证书 ${fingerprint}，有效期至 ${notAfter.toISOString()}`),
};

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme/attempt.js



const tellEverySeconds = 30;
/**
 * Looks again and again until the authority is through with what has one of the statuses `open`. Throws ACME_PENDING when
 * the time for it is over: the order stays, and the next run resumes it.
 */
async function awaitAuthority({ authority, domain, order, deadline, timeoutSeconds }, open, look, { log, now, sleep, cancelled }) {
    const { host } = authority;
    const begun = now();
    for (let told = begun;;) {
        const found = await look();
        if (!open.includes(found.status))
            return found;
        if (now() >= deadline)
            throw (0,failure/* failure */.V2)('ACME_PENDING', { host, domain, seconds: timeoutSeconds, order: order.url });
        if (now() - told >= tellEverySeconds * 1000) {
            told = now();
            log.info(acmeMessages.waiting(host, found.status, Math.round((deadline - now()) / 1000)));
        }
        // An authority that is through in a moment is not kept waiting, nor a slow one asked without end.
        const pause = Math.min(now() - begun < 30_000 ? 2000 : 10_000, Math.max(deadline - now(), 0));
        await (0,cancel/* unlessCancelled */.M)(() => sleep(pause), cancelled);
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/lib/engine/apply.js + 8 modules
var apply = __webpack_require__(22268);
// EXTERNAL MODULE: ./.build/lib/redaction/secret.js
var secret = __webpack_require__(3682);
// EXTERNAL MODULE: ./.build/lib/server/lock-script.js
var lock_script = __webpack_require__(33493);
// EXTERNAL MODULE: ./.build/lib/server/prelude.js
var prelude = __webpack_require__(13553);
// EXTERNAL MODULE: ./.build/lib/server/script-protocol.js
var script_protocol = __webpack_require__(28158);
// EXTERNAL MODULE: ./.build/lib/shell/make-folders.js
var make_folders = __webpack_require__(6541);
// EXTERNAL MODULE: ./.build/lib/shell/quote.js
var quote = __webpack_require__(21395);
;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme/pending.js










/** Looks, and changes nothing. */
async function lookAtPending(server, { directory, domain }) {
    const { folder, key, request, order } = pendingCertificate(directory, domain);
    const script = `roots_alone ${(0,quote/* quote */.h)(folder)}
fact account "$([ -s ${(0,quote/* quote */.h)(acmeAccountKey(directory))} ] && echo yes)"
fact key "$([ -s ${(0,quote/* quote */.h)(key)} ] && [ -s ${(0,quote/* quote */.h)(request)} ] && echo yes)"
fact order "$(head -c 2000 ${(0,quote/* quote */.h)(order)} 2>/dev/null)"`;
    const { account, key: hasKey, order: url } = (0,script_protocol/* factsIn */.PC)((await runScript(server, script)).stdout);
    return { hasAccount: account === 'yes', hasKey: hasKey === 'yes', order: urlOf(url) };
}
/**
 * Makes the account's key, and the certificate's with its request, where they are missing. They stay on the server: the
 * request alone comes here. A request that does not fit its key is made anew. The folder is root's alone, since who can write
 * there could have a key of theirs certified (rule *Roots alone*). Throws `Failure`.
 */
async function makeRequest(server, { directory, domain }) {
    const { folder } = pendingCertificate(directory, domain);
    const unmade = ({ stderr }) => (0,failure/* failure */.V2)('ACME_KEY_UNMADE', { folder }, { evidence: (0,apply/* lastLines */.w$)((0,script_protocol/* withoutProtocol */.rM)(stderr), 20) });
    const result = await runScript(server, requestScript({ directory, domain }), unmade);
    const { request = '', publicKey = '', kept, order: url } = (0,script_protocol/* factsIn */.PC)(result.stdout);
    if (request === '' || publicKey === '')
        throw unmade(result);
    return { request, publicKey, isKept: kept === 'yes', order: urlOf(url) };
}
/** The names of a domain longer than a common name can be (RFC 5280, ub-common-name) are in the extension alone. */
const longestCommonName = 64;
function requestScript({ directory, domain }) {
    const { folder, key, request, order } = pendingCertificate(directory, domain);
    const account = acmeAccountKey(directory);
    const subject = domain.length > longestCommonName ? '/' : `/CN=${domain}`;
    const newKey = (path) => `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out ${(0,quote/* quote */.h)(`${path}.new`)}
put_in_place ${(0,quote/* quote */.h)(`${path}.new`)} ${(0,quote/* quote */.h)(path)}`;
    return `umask 077
roots_alone ${(0,quote/* quote */.h)(folder)}
${(0,make_folders/* makeFolders */.w)('700', folder)}
flush ${[folder, external_node_path_.posix.dirname(folder), acmeFolder, external_node_path_.posix.dirname(acmeFolder)].map(quote/* quote */.h).join(' ')} /etc
${(0,lock_script/* underSharedLock */.VN)(`if [ ! -s ${(0,quote/* quote */.h)(account)} ]; then
${newKey(account)}
fi`, 120)}public() { openssl pkey -in ${(0,quote/* quote */.h)(key)} -passin pass: -pubout 2>/dev/null; }
asked() { openssl req -in ${(0,quote/* quote */.h)(request)} -noout -pubkey 2>/dev/null; }
kept=yes
if [ -z "$(public)" ] || [ "$(public)" != "$(asked)" ]; then
kept=no
rm -f ${(0,quote/* quote */.h)(order)}
${newKey(key)}
openssl req -new -sha256 -key ${(0,quote/* quote */.h)(key)} -subj ${(0,quote/* quote */.h)(subject)} -out ${(0,quote/* quote */.h)(`${request}.new`)} -config <(
  printf '%s\\n' '[req]' 'distinguished_name = name' 'req_extensions = names' '[name]' '[names]' ${(0,quote/* quote */.h)(`subjectAltName = DNS:${domain}`)}
)
put_in_place ${(0,quote/* quote */.h)(`${request}.new`)} ${(0,quote/* quote */.h)(request)}
fi
fact kept "$kept"
fact request "$(cat ${(0,quote/* quote */.h)(request)})"
fact publicKey "$(public)"
fact order "$(head -c 2000 ${(0,quote/* quote */.h)(order)} 2>/dev/null)"`;
}
/** The account's private key, for signing alone; told to `hide` before anything else. Throws `Failure`. */
async function readAccountKey(server, { directory, hide }) {
    const path = acmeAccountKey(directory);
    const { code, stdout } = await server.run(`${prelude/* prelude */.e}\nroots_alone ${(0,quote/* quote */.h)(path)}\ncat ${(0,quote/* quote */.h)(path)}`);
    const key = new secret/* Secret */.z(stdout);
    hide(key);
    // Nothing of its output is evidence.
    if (code !== 0 || !stdout.includes('PRIVATE KEY-----'))
        throw (0,failure/* failure */.V2)('ACME_KEY_UNMADE', { folder: path });
    return key;
}
/** Notes the order, so that the next run resumes it should this one die. */
async function noteOrder(server, { directory, domain }, url) {
    const { order } = pendingCertificate(directory, domain);
    await runScript(server, `umask 077
printf '%s\\n' ${(0,quote/* quote */.h)(url)} >${(0,quote/* quote */.h)(`${order}.new`)}
put_in_place ${(0,quote/* quote */.h)(`${order}.new`)} ${(0,quote/* quote */.h)(order)}`);
}
/** Forgets the order: the next run begins another one. */
async function forgetOrder(server, { directory, domain }) {
    await runScript(server, `rm -f ${(0,quote/* quote */.h)(pendingCertificate(directory, domain).order)}`);
}
/** Forgets all of it, once the certificate is installed: the next one has a key of its own. The account stays. */
async function forgetPending(server, { directory, domain }) {
    const { folder, key, request, order } = pendingCertificate(directory, domain);
    const files = [order, request, key].flatMap((path) => [path, `${path}.new`]).map(quote/* quote */.h);
    await runScript(server, `rm -f ${files.join(' ')}\nrmdir ${(0,quote/* quote */.h)(folder)} 2>/dev/null || true`);
}
async function runScript(server, script, explain) {
    const result = await server.run(`${prelude/* prelude */.e}\nset -e\n${script}`);
    (0,apply/* mustSucceed */.MX)('certificate.order', result, explain);
    return result;
}
function urlOf(noted) {
    const url = noted?.trim() ?? '';
    return URL.canParse(url) ? url : undefined;
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme/fetch.js











/** Has the certificate made, checks it by its content, and puts it with its key, which never left the server, in place. */
async function fetchCertificate(server, attempt, run, log) {
    const { domain, directory, authority } = attempt;
    const chain = await chainOf(attempt, run).catch(async (error) => {
        // Refused for what it is, it would be refused in each run until it expires.
        if (error instanceof Refused && error.problem.status < 500 && !isLimit(error.problem))
            await forgetOrder(server, attempt);
        throw refusalOf(error, authority.host);
    });
    const { certificate, found } = fetch_check(attempt, chain, run);
    if (certificate === undefined || found.length > 0) {
        // Nothing better comes out of the same order.
        await forgetOrder(server, attempt);
        throw (0,failure/* failure */.V2)('ACME_CERTIFICATE', { host: authority.host, domain, found: (0,messages_text/* join */.fj)(found, ' ') });
    }
    log.info(acmeMessages.issued(certificate.fingerprint, certificate.notAfter));
    const pair = (0,resources_certificate/* certificatePaths */.ao)(domain, certificate.fingerprint);
    await (0,resources_certificate/* installPair */.Uf)(server, pair, certificate.chainPem, { keptAt: pendingCertificate(directory, domain).key });
    await forgetPending(server, attempt);
}
async function chainOf(attempt, run) {
    const { session, authority } = attempt;
    let finalized = false;
    const look = async () => {
        const found = await session.look(attempt.order);
        // One that an earlier run finalized goes on by itself.
        if (found.status !== 'ready' || finalized)
            return found;
        finalized = true;
        return await finalize(attempt, found);
    };
    const order = await awaitAuthority(attempt, ['pending', 'ready', 'processing'], look, run);
    if (order.status === 'valid')
        return session.chain(order);
    const error = order.error;
    throw (0,failure/* failure */.V2)('ACME_REFUSED', {
        host: authority.host,
        type: typeOf(error, order.status),
        detail: error === undefined ? order.status : wordsOf(error),
    });
}
async function finalize({ session, kept }, order) {
    try {
        return await session.finalize(order, kept.request);
    }
    catch (error) {
        // The answer to a first try was lost: the order tells.
        if (error instanceof Refused && error.problem.type === 'orderNotReady')
            return order;
        throw error;
    }
}
/** What is wrong with a chain that came: with its names, dates, trust, or key. */
function fetch_check({ domain, kept, authority }, chainPem, { now, roots }) {
    const checked = (0,check/* checkPair */.z)({ chainPem, domain, now: new Date(now()), roots, source: authority.host });
    const found = checked.problems.map((one) => one.text.what);
    const leaf = (0,resources_certificate/* readLeaf */.rf)(chainPem);
    if (leaf !== undefined && !(0,certificate_key/* isSameKey */.y)(leaf.publicKey, (0,external_node_crypto_.createPublicKey)(kept.publicKey)))
        found.push((0,messages_text/* text */.Qq)('it is for another key than the requested one.', '其公钥与申请时不同。'));
    const certificate = checked.certificate;
    return { certificate, found };
}

;// CONCATENATED MODULE: ./.build/lib/acme/session.js

/**
 * Opens the account of a key; one that the authority does not know yet is made, and its terms accepted. Bad nonces are
 * tried again by acme-client.
 */
async function openSession(transport, { url }, key, email, now) {
    const acme = await Promise.all(/* import() */[__webpack_require__.e(61), __webpack_require__.e(265), __webpack_require__.e(860), __webpack_require__.e(907)]).then(__webpack_require__.t.bind(__webpack_require__, 46907, 19));
    // Its own way through http loses the network's errors, waits hours for limits, and finds no proxy.
    acme.axios.defaults.adapter = async (config) => {
        const asked = { url: String(config.url), method: (config.method ?? 'get').toUpperCase() };
        const data = config.data;
        const signed = data === undefined ? {} : { body: data, type: 'application/jose+json' };
        const { status, headers, body } = await transport({ ...asked, ...signed });
        if (status >= 400) {
            const problem = readProblem(status, body, headers['retry-after'], now());
            if (problem.type !== 'badNonce')
                throw new Refused(problem);
        }
        return { status, statusText: '', headers: headers, data: body, config };
    };
    const client = new acme.Client({ directoryUrl: url, accountKey: key.reveal() });
    await enter(client, email === undefined ? undefined : `mailto:${email}`);
    return {
        account: client.getAccountUrl(),
        order: (domain, replaces) => client.createOrder({
            identifiers: [{ type: 'dns', value: domain }],
            // acme-client hands on what it does not know.
            ...(replaces === undefined ? {} : { replaces }),
        }),
        look: (order) => client.getOrder(order),
        authorizations: (order) => client.getAuthorizations(order),
        recordValue: (challenge) => client.getChallengeKeyAuthorization(challenge),
        answer: async (challenge) => void (await client.completeChallenge(challenge)),
        finalize: (order, request) => client.finalizeOrder(order, request),
        chain: (order) => client.getCertificate(order),
    };
}
/** Finds the account of the key, else makes it. */
async function enter(client, contact) {
    const asked = contact === undefined ? {} : { contact: [contact] };
    try {
        // Asked for at once, one that is there would be changed each time, and to nothing without a contact is refused.
        const { contact: known = [] } = await client.createAccount({ onlyReturnExisting: true });
        if (contact !== undefined && !known.includes(contact))
            await client.updateAccount(asked);
    }
    catch (error) {
        if (!(error instanceof Refused && error.problem.type === 'accountDoesNotExist'))
            throw error;
        await client.createAccount({ termsOfServiceAgreed: true, ...asked });
    }
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme/order.js







/** Makes keys and request, opens the account, and orders, unless an order of an earlier run is still good. */
async function beginOrder(server, ordering, run, log) {
    const { directory, domain, authority, timeoutSeconds } = ordering;
    const deadline = run.now() + timeoutSeconds * 1000;
    const kept = await makeRequest(server, ordering);
    if (kept.isKept)
        log.info(acmeMessages.keyKept);
    const session = await openAccount(server, ordering, run);
    log.info(acmeMessages.account(authority.host, session.account));
    if (authority.terms !== undefined)
        log.info(acmeMessages.termsAccepted(authority.terms));
    const resumed = kept.order === undefined ? undefined : await resume(session, kept.order, ordering, run.now());
    const order = resumed ?? (await place(session, ordering));
    log.info(resumed === undefined ? acmeMessages.ordered(order.url) : acmeMessages.resumed(order.url, order.status));
    if (resumed === undefined)
        await noteOrder(server, ordering, order.url);
    return { directory, domain, authority, session, kept, order, deadline, timeoutSeconds };
}
/** ACME_ACCOUNT where the authority does not want this one. */
async function openAccount(server, ordering, run) {
    const { directory, authority, transport, email } = ordering;
    const key = await readAccountKey(server, { directory, hide: (secret) => run.hide(secret) });
    try {
        return await (0,cancel/* unlessCancelled */.M)(() => openSession(transport, authority, key, email, () => run.now()), run.cancelled);
    }
    catch (error) {
        const { host } = authority;
        if (!(error instanceof Refused) || isLimit(error.problem))
            throw refusalOf(error, host);
        const { type, detail } = error.problem;
        throw (0,failure/* failure */.V2)('ACME_ACCOUNT', { host, type, detail, keyFile: acmeAccountKey(directory) });
    }
}
/** The order of an earlier run; undefined where the authority has dropped it or nothing can come of it any more. */
async function resume(session, url, { authority }, now) {
    try {
        const order = await session.look({ url });
        const isOver = order.status === 'invalid' || (order.expires !== undefined && Date.parse(order.expires) <= now);
        return isOver ? undefined : order;
    }
    catch (error) {
        if (error instanceof Refused && !isLimit(error.problem))
            return undefined;
        throw refusalOf(error, authority.host);
    }
}
async function place(session, ordering) {
    const { authority, domain, replaces } = ordering;
    try {
        return await session.order(domain, replaces);
    }
    catch (error) {
        const isOfReplaced = replaces !== undefined && error instanceof Refused && !isLimit(error.problem);
        if (!isOfReplaced)
            throw refusalOf(error, authority.host);
        // Another run has replaced it, or it was another account's; authorities word that in many ways. What is refused for
        // another reason is refused again.
        return place(session, { ...ordering, replaces: undefined });
    }
}

// EXTERNAL MODULE: ./.build/lib/resources/validation-record/validation-record.js + 4 modules
var validation_record = __webpack_require__(80039);
;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme/validate.js






/** The name at which an authority looks for its record (RFC 8555, 8.4). */
function recordName(domain) {
    return `_acme-challenge.${domain}`;
}
/** Has the authority see that the domain is ours, by a record that is there only meanwhile. */
async function validateDomain(attempt, server, tencent, run, log) {
    const { session, order, domain, authority } = attempt;
    const { host } = server;
    // A runner that died could not take its own away.
    await (0,validation_record/* clearValidationRecords */.RW)(tencent, { domain, host }, run);
    try {
        for (const authorization of await session.authorizations(order)) {
            if (authorization.status === 'valid') {
                log.info(acmeMessages.alreadyValid(domain));
                continue;
            }
            const challenge = challengeOf(authorization);
            if (challenge === undefined) {
                // Nothing comes of it any more: the next run orders anew.
                await forgetOrder(server, attempt);
                throw unusable(authorization, authority.host);
            }
            const value = await session.recordValue(challenge);
            const record = { domain, name: recordName(domain), type: 'TXT', value, host };
            await (0,validation_record/* withValidationRecord */.ng)(tencent, record, run, () => answer(attempt, authorization.url, challenge, run));
        }
    }
    catch (error) {
        throw refusalOf(error, authority.host);
    }
}
/** The challenge that a record answers; undefined: there is none, or the authorization is over. */
function challengeOf({ challenges, status }) {
    return status === 'pending' ? challenges.find(({ type }) => type === 'dns-01') : undefined;
}
function unusable({ challenges, status }, host) {
    const detail = `${status}: ${challenges.map(({ type }) => type).join(', ')}`;
    return (0,failure/* failure */.V2)('ACME_REFUSED', { host, type: 'dns-01', detail });
}
async function answer(attempt, url, challenge, run) {
    const { session, order, domain, authority } = attempt;
    // A run that died may have asked already.
    if (challenge.status === 'pending')
        await session.answer(challenge);
    const look = async () => {
        const found = (await session.authorizations(order)).find((one) => one.url === url);
        if (found === undefined)
            throw new Refused({ status: 0, type: 'authorization', detail: url, retryAfter: undefined });
        return found;
    };
    const { status, challenges } = await awaitAuthority(attempt, ['pending'], look, run);
    if (status === 'valid')
        return;
    const error = challenges.flatMap((one) => ('error' in one ? [one.error] : [])).at(0);
    throw (0,failure/* failure */.V2)('ACME_CHALLENGE_FAILED', {
        host: authority.host,
        domain,
        record: recordName(domain),
        type: typeOf(error, status),
        detail: error === undefined ? status : wordsOf(error),
    });
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/acme.js















/**
 * An ACME authority (RFC 8555), which sees by a record in DNSPod that the domain is ours. The certificate's private key is
 * made on the server and stays there; the account's is kept there and comes to the runner for signing.
 */
function acmeIssuer(settings, tencent, run) {
    const { directory, email } = settings;
    const transport = transportOf(run);
    const info = async (authority, chainPem) => readRenewalInfo(transport, authority, chainPem, run.now());
    return {
        name: (0,messages_text/* verbatim */.Bj)(new URL(directory).host),
        renewalWindow: async (chainPem) => {
            const found = await info(await readDirectory(transport, directory), chainPem);
            return found === undefined ? undefined : { start: found.start, end: found.end };
        },
        plan: async (server, wanted) => {
            const { domain, due, timeoutSeconds } = wanted;
            const pending = { directory, domain };
            const [authority, there] = await (0,failure/* gather */.kg)([
                readDirectory(transport, directory),
                lookAtPending(server, pending),
                checkZone(tencent, domain),
            ]);
            const replaces = due === undefined ? undefined : await idOf(due.chainPem, (chain) => info(authority, chain), run);
            const ordering = { ...pending, authority, transport, email, replaces, timeoutSeconds };
            return stepsOf(ordering, there, wanted, tencent, run);
        },
    };
}
/** The id by which an order says what it replaces: good to have, and no more. */
async function idOf(chainPem, ask, { cancelled }) {
    try {
        return (await ask(chainPem))?.id;
    }
    catch (error) {
        if (cancelled.aborted)
            throw error;
        return undefined;
    }
}
/** Whether its record can be written, and would be seen, is known before anything is ordered. */
async function checkZone(tencent, domain) {
    const name = recordName(domain);
    const zone = await (0,read_zone/* readZone */.X)(tencent, name, (zones) => (0,failure/* failure */.V2)('VALIDATION_ZONE_MISSING', { name, zones }));
    (0,failure/* throwAll */.Kx)((0,zone_problems/* zoneProblems */.d)(domain, zone));
}
function transportOf({ proxies, cancelled, now, sleep }) {
    const hidden = (0,proxy/* proxySecrets */.Wm)(proxies);
    return openTransport({
        // A proxy that says nothing is told from an authority that says nothing: its tunnel is given up first.
        agent: (0,proxy/* proxyAgent */.QT)(proxies, { timeout: 27_000 }),
        proxyFor: (host) => (0,proxy/* proxyFor */.iJ)(host, proxies),
        shown: (words) => (0,redact/* redact */.E)(words, hidden),
        cancelled,
        now: () => now(),
        sleep: (milliseconds) => sleep(milliseconds),
    });
}
function stepsOf(ordering, there, { domain, due }, tencent, run) {
    const { host } = ordering.authority;
    const reason = reasonOf(domain, due);
    const { chainPath, keyPath } = (0,resources_certificate/* certificatePaths */.ao)(domain, resources_certificate/* unissued */.lN);
    let begun;
    const attempt = () => {
        if (begun === undefined)
            throw (0,failure/* failure */.V2)('INTERNAL', { detail: 'certificate.order' });
        return begun;
    };
    return [
        {
            kind: 'runner',
            phase: 'issue',
            id: 'certificate.order',
            title: there.order === undefined
                ? (0,messages_text/* text */.Qq)(`Order the certificate of ${domain} from ${host}`, `向 ${host} 申请 ${domain} 的证书`)
                : (0,messages_text/* text */.Qq)(`Resume the order of ${domain} at ${host}`, `继续 ${domain} 在 ${host} 的订单`),
            reason,
            diff: keysDiff(ordering, there),
            run: async (server, log) => {
                begun = await beginOrder(server, ordering, run, log);
            },
        },
        {
            kind: 'runner',
            phase: 'issue',
            id: 'certificate.validate',
            title: (0,messages_text/* text */.Qq)(`Validate ${domain} for ${host}`, `为 ${host} 验证 ${domain} 的归属`),
            reason: (0,messages_text/* text */.Qq)('the authority looks for a TXT record, which is removed afterwards', '该机构会查询一条 TXT 记录，验证后即移除'),
            diff: `+ ${recordName(domain)} TXT (known after the order)\n- ${recordName(domain)} TXT (after the validation)`,
            run: (server, log) => validateDomain(attempt(), server, tencent, run, log),
        },
        {
            kind: 'runner',
            phase: 'issue',
            id: 'certificate.install',
            title: (0,messages_text/* text */.Qq)(`Fetch and install the certificate of ${domain}`, `获取并安装 ${domain} 的证书`),
            reason,
            diff: `+ ${chainPath}\n+ ${keyPath} (0600)`,
            run: (server, log) => fetchCertificate(server, attempt(), run, log),
        },
    ];
}
function reasonOf(domain, due) {
    if (due === undefined)
        return (0,messages_text/* text */.Qq)(`the server has no valid certificate of ${domain}`, `服务器上没有 ${domain} 的有效证书`);
    const end = due.notAfter.toISOString();
    return (0,messages_text/* text */.Qq)(`the certificate is due for renewal, and expires at ${end}`, `证书应当续期，将于 ${end} 过期`);
}
function keysDiff({ directory, domain }, { hasAccount, hasKey }) {
    const line = (there, path) => `${there ? ' ' : '+'} ${path} (0600)`;
    return [line(hasAccount, acmeAccountKey(directory)), line(hasKey, pendingCertificate(directory, domain).key)].join('\n');
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./.build/lib/tencent/certificate.js

/** The status of one that is issued. */
const issued = 1;
/** Under review, DNS record added, being reissued, waiting for details, being migrated. */
const pending = [0, 4, 11, 13, 15];
/** Failed, expired, order being cancelled, cancelled, being revoked, revoked, to be revoked, refunded. */
const over = [2, 3, 6, 7, 9, 10, 12, 14];
/** The statuses of what is of use: issued, or on its way. */
const usefulStatuses = [issued, ...pending];
/** Whether it is issued: its status alone says so. */
function isIssued({ status }) {
    return status === issued;
}
/** Whether it is on its way. */
function isPending({ status }) {
    return pending.includes(status);
}
/** Whether it can no longer come to anything. A status that is not known is waited for. */
function isOver({ status }) {
    return over.includes(status);
}
/** Whether one of its names is the host name `domain`, or a wildcard for its first label. */
function coversName({ names }, domain) {
    return names.includes(domain) || names.includes(domain.replace(/^[^.]+/, '*'));
}
/** A name as everything here compares it: in ASCII, lower case, without the dot at its end. */
function asciiName(name) {
    const plain = name.trim().replace(/\.$/, '').toLowerCase();
    return (0,external_node_url_.domainToASCII)(plain) || plain;
}
/** A time of the API, `2024-08-14 08:00:00` in GMT+8; `08:00:0` was seen as well. Undefined: none, or none to read. */
function chinaTime(written) {
    const [, ...parts] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(written ?? '') ?? [];
    if (parts.length === 0)
        return undefined;
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
    return new Date(Date.UTC(year, month - 1, day, hour - 8, minute, second));
}

// EXTERNAL MODULE: ./.build/lib/tencent/pages.js
var pages = __webpack_require__(10836);
;// CONCATENATED MODULE: ./.build/lib/tencent/read-certificates.js


/** As many as the API gives at once. */
const pageSize = 1000;
/**
 * The server certificates of the account that are issued or on their way. Not searched by name: the search finds no
 * wildcard by a host name. Throws `ApiFailure`.
 */
async function readCertificates(tencent) {
    const request = { CertificateType: 'SVR', CertificateStatus: [...usefulStatuses] };
    const found = await (0,pages/* allPages */.S)(tencent, 'ssl:DescribeCertificates', request, {
        size: pageSize,
        page: ({ Certificates: items, TotalCount: total }) => ({ items: items ?? [], total }),
    });
    return found.flatMap((one) => listedOf(one));
}
function listedOf(found) {
    const { CertificateId: id, From, Domain, SubjectAltName, CertSANs, Status, IsSM, AllowDownload, IsDv } = found;
    if (!id)
        return [];
    const names = [Domain, ...(SubjectAltName ?? []), ...(CertSANs ?? [])].flatMap((name) => name || []);
    const notBefore = chinaTime(found.CertBeginTime);
    const notAfter = chinaTime(found.CertEndTime);
    return [
        {
            id,
            domain: asciiName(Domain ?? ''),
            names: [...new Set(names.map(asciiName))],
            status: Status ?? 0,
            validity: notBefore === undefined || notAfter === undefined ? undefined : { notBefore, notAfter },
            // Who uploads one can forbid its download. Of Tencent's own it says `false` although they are downloaded.
            usable: IsSM !== true && !(From === 'upload' && AllowDownload === false),
            uploaded: From === 'upload',
            domainValidated: IsDv !== false,
        },
    ];
}

// EXTERNAL MODULE: ./.build/lib/messages/certificate-issue.js
var certificate_issue = __webpack_require__(61458);
// EXTERNAL MODULE: ./.build/lib/tencent/api-failure.js
var api_failure = __webpack_require__(47371);
;// CONCATENATED MODULE: ./.build/lib/tencent/certificate-calls.js

/**
 * Applies for a free certificate: TrustAsia's, the only one there is, RSA 2048, three months. Its id. Throws `ApiFailure`,
 * also for an answer without id.
 */
async function applyForCertificate(tencent, domain, method) {
    const action = 'ssl:ApplyCertificate';
    const { CertificateId: id } = await tencent.call(action, {
        DvAuthMethod: method,
        DomainName: domain,
        PackageType: '83',
        ValidityPeriod: '3',
        CsrEncryptAlgo: 'RSA',
        ...(method === 'DNS_AUTO' ? { DeleteDnsAutoRecord: true } : {}),
    });
    if (id)
        return id;
    const none = { apiCode: undefined, mayHaveTakenEffect: true };
    throw (0,api_failure/* apiFailure */.tF)('TENCENT_SERVER_ERROR', { action, host: 'Tencent Cloud', answer: 'garbage' }, none);
}
/** Has the domain validated now. Throws `ApiFailure`. */
async function completeCertificate(tencent, id) {
    await tencent.call('ssl:CompleteCertificate', { CertificateId: id });
}
/** Why the validation does not pass yet. Not to be asked more often than every 30 seconds. Throws `ApiFailure`. */
async function verifyCertificate(tencent, id) {
    const { VerificationResults: found } = await tencent.call('ssl:CheckCertificateDomainVerification', {
        CertificateId: id,
    });
    const results = found ?? [];
    const failing = results.find(({ LocalCheck }) => LocalCheck !== 1);
    return {
        seen: results.length > 0 && failing === undefined,
        reason: failing?.LocalCheckFailReason ?? '',
        tooOften: results.some(({ Frequently }) => Frequently === true),
    };
}

// EXTERNAL MODULE: ./.build/lib/certificate/due.js
var certificate_due = __webpack_require__(49520);
;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/choose.js


/** Dates of the list and of the certificate itself may differ by seconds. */
const toleranceMs = 60_000;
/**
 * The issued one that lasts longest (of Tencent's own before what was uploaded, which may be of any authority) of those which cover `domain` and are not to be renewed themselves; with `due`, one
 * that ends later than that. Undefined: none.
 */
function chooseIssued(all, domain, due, now) {
    return all
        .flatMap((one) => {
        const { validity } = one;
        const fits = isIssued(one) && one.usable && coversName(one, domain);
        return fits && validity !== undefined ? [{ ...one, validity }] : [];
    })
        .filter(({ validity }) => validity.notBefore.getTime() <= now && now < (0,certificate_due/* dueFrom */.ds)(validity, undefined).getTime())
        .filter(({ validity }) => due === undefined || validity.notAfter.getTime() > due.getTime() + toleranceMs)
        .toSorted((a, b) => Number(a.uploaded) - Number(b.uploaded) || b.validity.notAfter.getTime() - a.validity.notAfter.getTime())[0];
}
/** The application for exactly this domain that is on its way, if there is one. */
function choosePending(all, domain) {
    return all.find((one) => isPending(one) && one.domain === domain && one.usable && one.domainValidated);
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/pause.js

/** Waits, unless the run is cancelled: then it throws the reason. */
function pause(run, milliseconds) {
    return (0,cancel/* unlessCancelled */.M)(() => run.sleep(milliseconds), run.cancelled);
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/refusal.js


const quotaCodes = ['FailedOperation.ExceedsFreeLimit', 'FailedOperation.MainDomainCertificateCountLimit'];
const notVerified = 'FailedOperation.NoRealNameAuth';
/** The authority is busy: nothing says whether the application was made. */
const authorityBusy = 'FailedOperation.NetworkError';
/** What Tencent's refusal to issue means for the user, in its own words; any other error as it is. */
function refusal_refusalOf(error, domain) {
    if (!(0,api_failure/* hasApiCode */.ii)(error, ...quotaCodes, notVerified))
        return error;
    const { apiCode: code = '', words: message = '' } = error;
    const options = { cause: error, evidence: error.evidence ?? error.text.why.en };
    return code === notVerified
        ? (0,failure/* failure */.V2)('CERTIFICATE_ACCOUNT_NOT_VERIFIED', { domain, detail: `${message} (${code})` }, options)
        : (0,failure/* failure */.V2)('CERTIFICATE_QUOTA', { domain, code, message: message || code }, options);
}
/**
 * Whether another way of validation may do: Tencent refuses the request itself, whose code no list of Tencent's names for
 * this case (the zone is in another account, or at another provider). A second refusal costs nothing.
 */
function isAboutMethod(error) {
    if (!(error instanceof api_failure/* ApiFailure */.F9) || (0,api_failure/* isRightsRefusal */.ad)(error))
        return false;
    const { apiCode: code = '' } = error;
    const known = [...quotaCodes, notVerified, authorityBusy].includes(code);
    return aboutRequest.test(code) && !aboutRights.test(code) && !known;
}
const aboutRequest = /^(FailedOperation|InvalidParameter|InvalidParameterValue|OperationDenied|UnsupportedOperation|ResourceNotFound|ResourceUnavailable)(\.|$)/;
const aboutRights = /\.(AuthError|CAMAuthorizedFail|NoPermission\w*|NoProjectPermission|RoleNotFoundAuthorization)$/;

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/apply.js








/** How often an application is sent whose answers are lost. */
const attempts = 3;
/** For how long the list may lack an application that was made. */
const listLagMs = 40_000;
/**
 * Applies for a certificate, unless an application for the domain is on its way by now; its id. Tencent is to write the
 * validation record; where it refuses, we do. Throws CERTIFICATE_QUOTA, CERTIFICATE_ACCOUNT_NOT_VERIFIED and `ApiFailure`.
 */
async function apply_apply(issuing, log) {
    const { tencent, domain } = issuing;
    const there = await readCertificates(tencent);
    const other = choosePending(there, domain);
    if (other !== undefined) {
        log.info(certificate_issue/* certificateIssueMessages */.t.alreadyApplied(other.id));
        return other.id;
    }
    const known = new Set(there.map(({ id }) => id));
    const send = (method) => sendOnce(issuing, method, known, log);
    try {
        return await send('DNS_AUTO').catch(async (error) => {
            if (!isAboutMethod(error))
                throw error;
            // Whether it was refused before anything was made is not known of every code.
            const made = newIn(await readCertificates(tencent), domain, known);
            if (made !== undefined)
                return made.id;
            log.info(certificate_issue/* certificateIssueMessages */.t.autoRefused(error.words ?? error.apiCode ?? ''));
            return send('DNS');
        });
    }
    catch (error) {
        throw refusal_refusalOf(error, domain);
    }
}
/** Sends an application; where its answer is lost, again only once the list shows that there is none. */
async function sendOnce(issuing, method, known, log) {
    for (let attempt = 1;; attempt += 1) {
        const id = await applyForCertificate(issuing.tencent, issuing.domain, method).catch(async (error) => {
            if (!isLost(error))
                throw error;
            log.info(certificate_issue/* certificateIssueMessages */.t.noAnswer);
            const found = await findApplied(issuing, known);
            if (found === undefined && attempt === attempts)
                throw error;
            return found;
        });
        if (id === undefined)
            continue;
        log.info(certificate_issue/* certificateIssueMessages */.t.applied(id, method));
        return id;
    }
}
function isLost(error) {
    return error instanceof api_failure/* ApiFailure */.F9 && (error.mayHaveTakenEffect || (0,api_failure/* hasApiCode */.ii)(error, authorityBusy));
}
/** An application that was made although no answer came; it may be issued by now. */
async function findApplied({ tencent, domain, run }, known) {
    const until = run.now() + listLagMs;
    for (;;) {
        const found = newIn(await readCertificates(tencent), domain, known);
        if (found !== undefined || run.now() >= until)
            return found?.id;
        await pause(run, 4000);
    }
}
/** An application or certificate for the domain that was not there before. */
function newIn(all, domain, known) {
    return all.find((one) => !known.has(one.id) && one.domain === domain && (isPending(one) || isIssued(one)));
}

;// CONCATENATED MODULE: ./.build/lib/tencent/read-application.js

/** What an application has come to, by the action that gives no key. Throws `ApiFailure`. */
async function readApplication(tencent, id) {
    const found = await tencent.call('ssl:DescribeCertificate', { CertificateId: id });
    return {
        id,
        // Many fields are null until it is issued.
        status: found.Status ?? 0,
        said: found.StatusMsg ?? '',
        method: found.VerifyType ?? '',
        validations: validationsOf(found.DvAuthDetail, found.VerifyType ?? ''),
    };
}
function validationsOf(detail, method) {
    if (!detail)
        return [];
    const several = (detail.DvAuths ?? []).map((one) => ({
        key: one.DvAuthKey,
        value: one.DvAuthValue,
        domain: one.DvAuthDomain,
        subDomain: one.DvAuthSubDomain,
        path: one.DvAuthPath,
        type: one.DvAuthVerifyType,
    }));
    const single = {
        key: detail.DvAuthKey,
        value: detail.DvAuthValue,
        domain: detail.DvAuthDomain,
        subDomain: detail.DvAuthKeySubDomain,
        path: detail.DvAuthPath,
        type: method.startsWith('FILE') ? 'FILE' : undefined,
    };
    return (several.length > 0 ? several : [single]).flatMap(validationOf);
}
function validationOf({ key, value, domain, subDomain, path, type }) {
    if (!value)
        return [];
    if (type === 'FILE')
        return [{ type, name: path || key || '', value }];
    const name = nameOf(asciiName(key || subDomain || ''), asciiName(domain ?? ''));
    const known = type === 'TXT' || type === 'CNAME' ? type : undefined;
    return name === '' ? [] : [{ type: known ?? read_application_typeOf(value), name, value: value.replace(/\.$/, '') }];
}
/** The key is the whole name in what was seen live; where it is the part below the domain, the domain is added. */
function nameOf(key, domain) {
    return key === '' || domain === '' || key === domain || key.endsWith(`.${domain}`) ? key : `${key}.${domain}`;
}
/** An authority's CNAME leads to a host name; its TXT value has no dot. */
function read_application_typeOf(value) {
    return /^[\w-]+(\.[\w-]+)+\.?$/.test(value) ? 'CNAME' : 'TXT';
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/verifier.js


/** Milliseconds between looks at least, and at most where Tencent says that it is too often. */
const [least, most] = [30_000, 240_000];
/** A verifier of the application `id`. What cannot be asked stops nothing: it is good to know, and no more. */
function verifier(tencent, id, run) {
    let interval = least;
    let next = run.now() + least;
    let verdict = 'unknown';
    let reason = '';
    return {
        verdict: () => verdict,
        reason: () => reason,
        async look() {
            if (run.now() < next)
                return undefined;
            const found = await verifyCertificate(tencent, id).catch((error) => {
                if (!(error instanceof api_failure/* ApiFailure */.F9))
                    throw error;
                return undefined;
            });
            const tooOften = found?.tooOften ?? false;
            interval = tooOften ? Math.min(interval * 2, most) : least;
            next = run.now() + interval;
            if (found === undefined || tooOften)
                return undefined;
            verdict = found.seen ? 'seen' : 'missing';
            reason = found.reason;
            return verdict;
        },
    };
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/await.js








/** Milliseconds between looks at the application: sooner at first, since a stand-by authority takes seconds. */
const firstDelays = [3000, 5000, 10_000];
const usualDelay = 15_000;
/** For how long a new application may not be found by its id. */
const unknownMs = 60_000;
/**
 * Waits until the application `id` is issued, with the record that the authority looks for where we are to write it.
 * Throws CERTIFICATE_PENDING where it takes too long, CERTIFICATE_REFUSED where it comes to nothing, and `ApiFailure`.
 */
async function awaitIssued(id, issuing, log) {
    const { run, tencent } = issuing;
    const begun = run.now();
    const waiting = {
        ...{ id, issuing, log, begun, until: begun + issuing.timeoutSeconds * 1000, looks: 0, told: '' },
        verifier: verifier(tencent, id, run),
    };
    const found = await poll(waiting, (application) => recordsOf(application).length > 0);
    if (!isIssued(found)) {
        await withRecords(recordsOf(found), issuing, log, async () => {
            waiting.ours = true;
            await complete(waiting);
            await poll(waiting, () => false);
        });
    }
    log.info(certificate_issue/* certificateIssueMessages */.t.issued(id, secondsBetween(begun, run.now())));
}
/** Looks at the application until it is issued, or `enough` of it is known. */
async function poll(waiting, enough) {
    const { issuing, id, until } = waiting;
    const { run, domain } = issuing;
    for (;;) {
        const found = await look(waiting);
        if (isOver(found)) {
            throw (0,failure/* failure */.V2)('CERTIFICATE_REFUSED', { domain, id, status: String(found.status), message: found.said });
        }
        if (isIssued(found) || enough(found))
            return found;
        if ((await waiting.verifier.look()) === 'seen' && waiting.ours)
            await complete(waiting);
        tell(waiting, found);
        const left = until - run.now();
        if (left <= 0)
            throw tooSlow(waiting, found);
        const delay = firstDelays[waiting.looks] ?? usualDelay;
        waiting.looks += 1;
        await pause(run, Math.min(delay, left));
    }
}
async function look({ id, issuing, begun }) {
    const { tencent, run } = issuing;
    return readApplication(tencent, id).catch((error) => {
        if (!(0,api_failure/* hasApiCode */.ii)(error, 'FailedOperation.CertificateNotFound') || run.now() - begun > unknownMs)
            throw error;
        return { id, status: 0, said: '', method: '', validations: [] };
    });
}
/** The records that we are to write. With DNS_AUTO Tencent does; a file is nobody's but the user's. */
function recordsOf({ method, validations }) {
    return method === 'DNS' ? validations.filter(({ type }) => type !== 'FILE') : [];
}
/** Does `work` while the records are there; those that this account cannot hold are to be added by hand. */
async function withRecords([first, ...others], issuing, log, work) {
    if (first === undefined)
        return work();
    const rest = () => withRecords(others, issuing, log, work);
    const { type, name, value } = first;
    const { tencent, run, records, domain, host } = issuing;
    let there = false;
    try {
        const wanted = { domain, name, type: type === 'CNAME' ? type : 'TXT', value, host };
        await records.withValidationRecord(tencent, wanted, run, () => {
            there = true;
            return rest();
        });
    }
    catch (error) {
        if (there || !(error instanceof failure/* Failure */.HR) || error.code !== 'VALIDATION_ZONE_MISSING')
            throw error;
        log.warning(certificate_issue/* certificateIssueMessages */.t.addByHand(`${name} ${type} ${value}`));
        await rest();
    }
}
/** Has the domain validated now; a refusal is no failure, since the authority looks by itself as well. */
async function complete({ id, issuing, log }) {
    try {
        await completeCertificate(issuing.tencent, id);
    }
    catch (error) {
        if (!(error instanceof api_failure/* ApiFailure */.F9))
            throw error;
        log.info(certificate_issue/* certificateIssueMessages */.t.notValidatedYet(error.words ?? error.text.what.en));
    }
}
/** Tells what is waited for, where that has changed. */
function tell(waiting, { status, said }) {
    const { log, issuing, begun, until, verifier: seen } = waiting;
    const detail = [said, seen.reason()].filter((words) => words !== '').join('; ');
    const news = `${status} ${detail}`;
    if (news === waiting.told)
        return;
    waiting.told = news;
    const now = issuing.run.now();
    log.info(certificate_issue/* certificateIssueMessages */.t.progress((0,certificate_issue/* certificateState */.j)(String(status)), detail, secondsBetween(begun, now), secondsBetween(now, until)));
}
function tooSlow({ id, issuing, begun, verifier: seen, ours }, { status, validations }) {
    const { domain, run } = issuing;
    const missing = validations.find(({ type }) => type !== 'FILE');
    const blamed = missing !== undefined && (seen.verdict() === 'missing' || (seen.verdict() === 'unknown' && ours));
    return (0,failure/* failure */.V2)('CERTIFICATE_PENDING', {
        ...{ domain, id, state: String(status), seconds: secondsBetween(begun, run.now()) },
        record: blamed ? `${missing.name} ${missing.type}` : '',
        value: blamed ? missing.value : '',
    });
}
function secondsBetween(from, to) {
    return Math.max(0, Math.round((to - from) / 1000));
}

// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(20663);
;// CONCATENATED MODULE: ./.build/lib/tencent/download-certificate.js

/** Chains and keys have a few kilobytes; what is larger is neither. */
const mostBytes = 128 * 1024;
/** Some dozen files are packed: those of each kind of server. */
const mostEntries = 200;
/**
 * What Tencent packs for an issued certificate, its key included; only the files that hold PEM. Undefined: what came is no
 * zip archive. Throws `ApiFailure`.
 */
async function downloadCertificate(tencent, id) {
    const { Content: content } = await tencent.call('ssl:DownloadCertificate', { CertificateId: id });
    try {
        const zip = await (0,yauzl/* fromBufferPromise */.SY)(Buffer.from(content ?? '', 'base64'));
        if (zip.entryCount > mostEntries)
            return undefined;
        const files = [];
        for await (const entry of zip.eachEntry()) {
            if (entry.fileName.endsWith('/') || entry.isEncrypted() || entry.uncompressedSize > mostBytes)
                continue;
            const text = await textOf(zip, entry);
            if (text.includes('-----BEGIN '))
                files.push({ name: entry.fileName, text });
        }
        return files;
    }
    catch {
        // The cause is left out on purpose: no error may carry anything of a key.
        return undefined;
    }
}
async function textOf(zip, entry) {
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry))
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/pair.js



/** Whether a file holds a private key. */
function holdsKey({ text }) {
    return text.includes('PRIVATE KEY-----');
}
/**
 * The chain and the key to install, by their contents: names and folders of the archive differ by time and by console or
 * API. nginx's own is preferred, then the longer chain. Where no key fits any chain, the best of each, so that the check says
 * so. Undefined: there is no chain, or no key.
 */
function pairIn(files) {
    const keys = files.filter(holdsKey).toSorted((a, b) => rank(b) - rank(a));
    const chains = files
        .filter((file) => !holdsKey(file) && blocks(file) > 0)
        .toSorted((a, b) => rank(b) - rank(a) || blocks(b) - blocks(a));
    const pairs = chains.flatMap((chain) => keys.map((key) => ({ chain, key })));
    return pairs.find(fits) ?? pairs[0];
}
function rank({ name }) {
    const bundle = /_bundle\.(crt|pem)$/i.test(name) && !/root_bundle/i.test(name);
    return (/(^|[/_])nginx\//i.test(name) ? 2 : 0) + (bundle ? 1 : 0);
}
function blocks({ text }) {
    return text.split('-----BEGIN CERTIFICATE-----').length - 1;
}
function fits({ chain, key }) {
    try {
        return (0,resources_certificate/* readLeaf */.rf)(chain.text)?.checkPrivateKey((0,certificate_key/* readPrivateKey */.$)(new secret/* Secret */.z(key.text), key.name).key) ?? false;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/install.js







/**
 * Downloads the certificate `id` with its key, checks both by their contents, and installs them. Throws what `checkPair`
 * finds, CERTIFICATE_PACKAGE_UNREADABLE, and `ApiFailure`; then nothing is installed.
 */
async function install(id, { tencent, run, domain }, server, log) {
    const files = (await downloadCertificate(tencent, id)) ?? [];
    for (const file of files.filter(holdsKey))
        run.hide(new secret/* Secret */.z(file.text));
    const pair = pairIn(files);
    if (pair === undefined) {
        const found = files.map(({ name }) => name).join(', ');
        throw (0,failure/* failure */.V2)('CERTIFICATE_PACKAGE_UNREADABLE', { domain, id, found });
    }
    const sourceOf = (name) => `Tencent Cloud ${id}, ${name}`;
    const { certificate, key, problems, warnings, notes } = (0,check/* checkPair */.z)({
        ...{ chainPem: pair.chain.text, source: sourceOf(pair.chain.name) },
        ...{ keyPem: new secret/* Secret */.z(pair.key.text), keySource: sourceOf(pair.key.name) },
        ...{ domain, now: new Date(run.now()), roots: run.roots },
    });
    (0,failure/* throwAll */.Kx)(problems);
    // Without problems, both were read.
    if (certificate === undefined || key === undefined)
        throw (0,failure/* failure */.V2)('INTERNAL', { detail: `certificate ${id}` });
    run.hide(key);
    for (const note of notes)
        log.info(note);
    for (const warning of warnings)
        log.warning(warning);
    log.info(certificate_issue/* certificateIssueMessages */.t.downloaded(id, certificate.notAfter.toISOString(), certificate.issuer));
    await (0,resources_certificate/* installPair */.Uf)(server, (0,resources_certificate/* certificatePaths */.ao)(domain, certificate.fingerprint), certificate.chainPem, key);
}

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent/tools.js

/** In the account's own zone. */
const realRecords = { withValidationRecord: validation_record/* withValidationRecord */.ng, clearValidationRecords: validation_record/* clearValidationRecords */.RW };

;// CONCATENATED MODULE: ./.build/lib/resources/issuance/tencent.js









/**
 * Tencent Cloud as an issuer: a certificate of the account that lasts is installed, an application for the domain that is
 * on its way is waited for, else one is made for the free certificate. The key is downloaded only to be installed.
 */
function tencentIssuer(tencent, run, records = realRecords) {
    return {
        name: (0,messages_text/* text */.Qq)('Tencent Cloud', '腾讯云'),
        renewalWindow: async () => undefined,
        async plan(server, wanted) {
            const { domain, timeoutSeconds } = wanted;
            const all = await readCertificates(tencent);
            const issuing = { tencent, run, records, domain, host: server.host, timeoutSeconds };
            return tencent_stepsOf(issuing, wanted, {
                issued: chooseIssued(all, domain, wanted.due?.notAfter, run.now()),
                pending: choosePending(all, domain),
            });
        },
    };
}
function tencent_stepsOf(issuing, wanted, { issued, pending }) {
    // The step that applies knows the id first; those after it have it from here.
    const known = new KnownId(issuing.run);
    if (issued !== undefined) {
        const { id, validity } = issued;
        const end = (0,messages_text/* dayOf */.kb)(validity.notAfter);
        const reason = (0,messages_text/* text */.Qq)(`the Tencent Cloud account has certificate ${id}, valid until ${end}; its fingerprint is known after the download`, `腾讯云账号中已有证书 ${id}，有效期至 ${end}；其指纹在下载后可知`);
        return afterClearing(issuing, [installStep(issuing, known.set(id), reason)]);
    }
    const installing = installStep(issuing, known, (0,messages_text/* text */.Qq)('its fingerprint is known after issue', '其指纹在签发后可知'));
    return pending === undefined
        ? afterClearing(issuing, [applyStep(issuing, known, wanted), awaitStep(issuing, known, undefined), installing])
        : afterClearing(issuing, [awaitStep(issuing, known.set(pending.id), pending.id), installing]);
}
/** The id of the certificate, told to the run once a step works with it. */
class KnownId {
    #run;
    #id;
    constructor(run) {
        this.#run = run;
    }
    set(id) {
        this.#id = id;
        return this;
    }
    /** Throws INTERNAL where no step set it. */
    get() {
        if (this.#id === undefined)
            throw (0,failure/* failure */.V2)('INTERNAL', { detail: 'certificate id' });
        this.#run.noteCertificate(this.#id);
        return this.#id;
    }
}
function applyStep(issuing, known, { domain, due }) {
    return {
        ...{ kind: 'runner', phase: 'issue', id: 'certificate.apply' },
        title: (0,messages_text/* text */.Qq)(`Apply to Tencent Cloud for a free 90-day certificate for ${domain}`, `向腾讯云申请 ${domain} 的 90 天免费证书`),
        reason: due === undefined
            ? (0,messages_text/* text */.Qq)('neither the server nor the account has one that is valid for long enough', '服务器和账号中都没有有效期足够长的证书')
            : (0,messages_text/* text */.Qq)(`the one on the server expires on ${(0,messages_text/* dayOf */.kb)(due.notAfter)}, and the account has none that lasts longer`, `服务器上的证书将于 ${(0,messages_text/* dayOf */.kb)(due.notAfter)} 到期，且账号中没有有效期更长的证书`),
        diff: `+ ${domain} TrustAsia DV, RSA 2048, DNS_AUTO`,
        run: async (_, log) => {
            known.set(await apply_apply(issuing, log)).get();
        },
    };
}
function awaitStep(issuing, known, pending) {
    const { domain, timeoutSeconds } = issuing;
    return {
        ...{ kind: 'runner', phase: 'issue', id: 'certificate.await' },
        title: (0,messages_text/* text */.Qq)(`Wait up to ${timeoutSeconds} s until the certificate for ${domain} is issued`, `等待 ${domain} 的证书签发（最长 ${timeoutSeconds} 秒）`),
        reason: pending === undefined
            ? (0,messages_text/* text */.Qq)('the authority validates the domain by a DNS record, which is added and removed automatically', '证书颁发机构通过 DNS 记录验证域名，该记录会自动添加和删除')
            : (0,messages_text/* text */.Qq)(`application ${pending} is in progress and is continued`, `继续正在进行的申请 ${pending}`),
        run: (_, log) => awaitIssued(known.get(), issuing, log),
    };
}
function installStep(issuing, known, reason) {
    const { domain } = issuing;
    const { chainPath, keyPath } = (0,resources_certificate/* certificatePaths */.ao)(domain, resources_certificate/* unissued */.lN);
    return {
        ...{ kind: 'runner', phase: 'issue', id: 'certificate.install' },
        title: (0,messages_text/* text */.Qq)(`Download the certificate of ${domain}, check it and install it`, `下载、检查并安装 ${domain} 的证书`),
        reason,
        diff: `+ ${chainPath}\n+ ${keyPath} (0600)`,
        run: (server, log) => install(known.get(), issuing, server, log),
    };
}
/** The first step removes what dead runs left in the zone. */
function afterClearing({ tencent, run, records, domain, host }, steps) {
    return steps.map((step, at) => at > 0
        ? step
        : {
            ...step,
            run: async (...given) => {
                await records.clearValidationRecords(tencent, { domain, host }, run);
                await step.run(...given);
            },
        });
}

;// CONCATENATED MODULE: ./.build/lib/commands/open-issuer.js



/** Who issues the certificate that the settings ask for. Nothing is sent before it is asked. */
function openIssuer(settings, tencent, run, record) {
    const issuing = {
        ...run,
        name: (0,run_name/* runName */.r)(run.origin),
        noteCertificate: (id) => {
            record.certificateId = id;
        },
    };
    const account = tencent.until(run.cancelled);
    return settings.source === 'tencent' ? tencentIssuer(account, issuing) : acmeIssuer(settings, account, issuing);
}


/***/ }),

/***/ 84700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ issueMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** Lines about a certificate that is issued. */
const issueMessages = {
    lock: (domain) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Lock the certificate of ${domain}`, `锁定 ${domain} 的证书`),
    waiting: (domain, who, run, since) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Another run is working on the certificate of ${domain} (${who}, ${run}, since ${since}). Waiting for it.`, `另一次运行正在处理 ${domain} 的证书（${who}，${run}，开始于 ${since}）。等待其结束。`),
    look: (domain) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Look for a certificate of ${domain}`, `查找 ${domain} 的证书`),
    plan: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Plan of the certificate', '证书计划'),
    thereByNow: (until) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The server already has a certificate, valid until ${until}: nothing is applied for.`, `服务器上已有证书，有效期至 ${until}：无需申请。`),
    notYet: (issuer, from) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${issuer.en} suggests renewing it from ${from} on: it is kept until then.`, `${issuer.zh} 建议从 ${from} 起续期：在此之前保持不变。`),
    noWindow: (issuer, why) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${issuer.en} could not be asked when to renew (${why.en}); the expiry date decides.`, `无法得知 ${issuer.zh} 建议的续期时间（${why.zh}）；按到期日决定。`),
    kept: (path, until, from) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificate ${path} is valid until ${until} and is renewed from ${from} on.`, `证书 ${path} 有效期至 ${until}，从 ${from} 起续期。`),
};


/***/ }),

/***/ 80039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RW: () => (/* binding */ clearValidationRecords),
  Du: () => (/* binding */ removeValidationRecord),
  TJ: () => (/* binding */ validationRecordKind),
  ng: () => (/* binding */ withValidationRecord)
});

// EXTERNAL MODULE: ./.build/lib/engine/cancel.js
var cancel = __webpack_require__(60523);
// EXTERNAL MODULE: ./.build/lib/engine/lease.js + 1 modules
var lease = __webpack_require__(36008);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/messages/text.js
var messages_text = __webpack_require__(91520);
;// CONCATENATED MODULE: ./.build/lib/messages/validation-record.js

/** What is said of the record by which the owner of a domain is validated for a certificate. */
const validationRecordMessages = {
    title: (name, type) => (0,messages_text/* text */.Qq)(`the validation record ${name} (${type})`, `域名验证记录 ${name}（${type}）`),
    leftoverTitle: (domain) => (0,messages_text/* text */.Qq)(`a validation record for the certificate of ${domain}`, `${domain} 证书的域名验证记录`),
    there: (name, type) => (0,messages_text/* text */.Qq)(`DNSPod already has the validation record ${name} (${type}).`, `DNSPod 中已有域名验证记录 ${name}（${type}）。`),
    added: (name, type) => (0,messages_text/* text */.Qq)(`Added the validation record ${name} (${type}). The run removes it after the validation.`, `已添加域名验证记录 ${name}（${type}），验证结束后会移除。`),
    servers: (right, behind) => behind === ''
        ? (0,messages_text/* text */.Qq)(`All name servers return the validation record: ${right}`, `所有 DNS 服务器均已返回域名验证记录：${right}`)
        : (0,messages_text/* text */.Qq)(`Name servers with the validation record: ${right || 'none'}; not yet: ${behind}`, `已返回域名验证记录的 DNS 服务器：${right || '无'}；尚未返回：${behind}`),
};

// EXTERNAL MODULE: ./.build/lib/tencent/read-records.js
var read_records = __webpack_require__(14573);
// EXTERNAL MODULE: ./.build/lib/tencent/read-zone.js
var read_zone = __webpack_require__(12673);
// EXTERNAL MODULE: ./.build/lib/resources/dns-writing.js
var dns_writing = __webpack_require__(7326);
// EXTERNAL MODULE: ./.build/lib/resources/name-servers.js
var name_servers = __webpack_require__(37392);
// EXTERNAL MODULE: ./.build/lib/resources/zone-problems.js
var zone_problems = __webpack_require__(31145);
// EXTERNAL MODULE: ./.build/lib/tencent/api-failure.js
var api_failure = __webpack_require__(47371);
// EXTERNAL MODULE: ./.build/lib/resources/dns-lines.js
var dns_lines = __webpack_require__(20125);
// EXTERNAL MODULE: ./.build/lib/resources/dns-refusal.js
var dns_refusal = __webpack_require__(84106);
;// CONCATENATED MODULE: ./.build/lib/resources/validation-record/in-the-way.js


/** The record of the default line that has what is wanted already, whoever added it. */
function recordThere(wanted, records) {
    return records.find((record) => record.enabled && (0,dns_lines/* isDefaultLine */.I)(record) && (0,dns_writing/* isAs */.br)(record, wanted));
}
/** The records that keep the wanted one from being added, or from being seen by all. */
function recordsInTheWay(wanted, { host, records }) {
    const there = recordThere(wanted, records);
    return records.filter((record) => {
        // Those of the zone's own name are the zone's servers.
        if (record === there || (record.type === 'NS' && host === '@'))
            return false;
        // A second one of the same value is refused.
        if (!record.enabled)
            return there === undefined && (0,dns_lines/* isDefaultLine */.I)(record) && (0,dns_writing/* isAs */.br)(record, wanted);
        if (wanted.type === 'CNAME' || record.type === 'NS' || (0,dns_lines/* isAlias */.V)(record))
            return true;
        // Whoever asks from that line gets nothing of the default one.
        return record.type === wanted.type && !(0,dns_lines/* isDefaultLine */.I)(record);
    });
}
/** Records as a message names them. */
function wordsOf(records) {
    return records
        .map((record) => {
        const { type, value, line, enabled } = record;
        return `${type} ${value}${(0,dns_lines/* isDefaultLine */.I)(record) ? '' : ` (${line})`}${enabled ? '' : ' (paused)'}`;
    })
        .join(', ');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/lib/tencent/remark.js
var tencent_remark = __webpack_require__(49690);
;// CONCATENATED MODULE: ./.build/lib/resources/validation-record/own-remark.js


/** How long the part of the remark that names the use may be, so that remark and hash stay within 120 characters. */
const most = 70;
/** What stands in the remark for the application: `validates:api.example.com@203.0.113.5`. */
function useOf({ domain, host }) {
    const plain = `validates:${domain}@${host}`.toLowerCase();
    return plain.length <= most && /^[\x21-\x7e]+$/.test(plain) ? plain : `validates:${hashOf(plain, 32)}`;
}
/** The remark of a record with this value. */
function validationRemark(use, value, run) {
    return (0,tencent_remark/* renderRemark */.PJ)({ app: use, value: hashOfValue(value), run });
}
/** Whether a record was added for this use, and its value not changed since (rule *Ours*). */
function isOwnValidation({ remark, value }, use) {
    const said = (0,tencent_remark/* readRemark */.RC)(remark);
    return said !== undefined && said.app === use && said.value === hashOfValue(value);
}
/** Whether a remark names this run; a long name is cut there. */
function isOfRun({ remark }, run) {
    return run.startsWith((0,tencent_remark/* readRemark */.RC)(remark)?.run ?? '');
}
/** The same for a name with a dot at its end and without, however it is spelt. */
function hashOfValue(value) {
    return hashOf(value.replace(/\.$/, '').toLowerCase(), 12);
}
function hashOf(value, length) {
    return (0,external_node_crypto_.createHash)('sha256').update(value).digest('hex').slice(0, length);
}

;// CONCATENATED MODULE: ./.build/lib/resources/validation-record/add.js








/**
 * Adds the record where the zone as it was read has none of its value, and gives its id; undefined: it is there, and lists
 * do not show it. Throws VALIDATION_RECORD_CONFLICT, what DNSPod's refusal means, and `ApiFailure`.
 */
async function addValidationRecord(wanted, writing, run) {
    const { zone, log } = writing;
    const { name, type, value } = wanted;
    const there = recordThere(wanted, zone.records);
    if (there !== undefined) {
        log.info(validationRecordMessages.there(name, type));
        return there.id;
    }
    const content = { type, value, remark: validationRemark(useOf(wanted), value, run) };
    try {
        const id = await (0,dns_writing/* createRecord */.eC)(content, writing);
        log.info(validationRecordMessages.added(name, type));
        return id;
    }
    catch (error) {
        if (!(0,api_failure/* hasApiCode */.ii)(error, 'InvalidParameter.DomainRecordExist')) {
            throw (0,dns_refusal/* refusalOf */.O)(error, zone, (detail, options) => (0,dns_refusal/* isConflict */.d)(detail) ? conflict(wanted, detail, options) : undefined);
        }
        log.info(validationRecordMessages.there(name, type));
        const shown = await (0,dns_writing/* findListed */.dt)((record) => (0,dns_lines/* isDefaultLine */.I)(record) && (0,dns_writing/* isAs */.br)(record, wanted), writing);
        if (shown?.enabled === false)
            throw conflict(wanted, wordsOf([shown]), { cause: error });
        return shown?.id;
    }
}
function conflict({ name, type, value }, found, options) {
    return (0,failure/* failure */.V2)('VALIDATION_RECORD_CONFLICT', { name, type, value, found }, options);
}

;// CONCATENATED MODULE: ./.build/lib/resources/validation-record/validation-record.js












/** The kind by which a note tells who gives it back. */
const validationRecordKind = 'validation-record';
/**
 * Does `work` while the record is there and all authoritative servers answer it. One that somebody else has added with the
 * same value is used, and stays. Throws VALIDATION_ZONE_MISSING, VALIDATION_RECORD_CONFLICT and VALIDATION_SERVERS_BEHIND,
 * what keeps the zone from resolving, and `ApiFailure`.
 */
async function withValidationRecord(tencent, wanted, run, work, ask = (0,name_servers/* askOverNetwork */.O)()) {
    const { name, type, value } = wanted;
    const zone = await (0,read_zone/* readZone */.X)(tencent, name, (zones) => (0,failure/* failure */.V2)('VALIDATION_ZONE_MISSING', { name, zones }));
    (0,failure/* throwAll */.Kx)((0,zone_problems/* zoneProblems */.d)(wanted.domain, zone));
    const obstacles = recordsInTheWay(wanted, zone);
    if (obstacles.length > 0) {
        throw (0,failure/* failure */.V2)('VALIDATION_RECORD_CONFLICT', { name, type, value, found: wordsOf(obstacles) });
    }
    // The lease outlives a run that is cancelled.
    return (0,lease/* withLease */.p)(validationRecord(tencent.until(run.graceOver), wanted, zone, run), run, async () => {
        await (0,cancel/* unlessCancelled */.M)(() => awaitRecord(wanted, zone, run, ask), run.cancelled);
        return work();
    });
}
function validationRecord(tencent, wanted, zone, run) {
    const { name, type, value } = wanted;
    const place = { id: zone.id, name: zone.name, host: zone.host };
    const intention = { zone: place, type, value, use: useOf(wanted), run: run.name };
    return {
        kind: validationRecordKind,
        title: validationRecordMessages.title(name, type),
        intention,
        take: async () => {
            const id = await addValidationRecord(wanted, { zone, tencent, clock: run, log: run.log }, run.name);
            return id === undefined ? intention : { ...intention, id };
        },
        giveBack: (note) => removeValidationRecord(tencent, note),
    };
}
/** All servers that resolvers may ask: those of DNSPod, and those that the registry names. */
async function awaitRecord({ name, type, value }, { nameServers, delegatedTo }, run, ask) {
    const wanted = {
        name,
        type,
        servers: [...new Set([...nameServers, ...delegatedTo])],
        // Several may stand at the name: of other runs, other authorities.
        isRight: (answer) => answer.some((one) => (0,dns_writing/* isAs */.br)({ type, value: one }, { type, value })),
        told: validationRecordMessages.servers,
        failed: (servers, seconds) => (0,failure/* failure */.V2)('VALIDATION_SERVERS_BEHIND', { name, type, value, servers, seconds }),
    };
    await (0,name_servers/* awaitServers */.V)(wanted, ask, run, run.log);
}
/** Removes a run's record, if it is still as the run added it. Throws `ApiFailure`. */
async function removeValidationRecord(tencent, note) {
    const { zone, id, use, run } = note;
    if (id === undefined) {
        // Not one that the next run has added by now for the same order.
        const left = (await (0,read_records/* readRecords */.T3)(tencent, zone)).filter((one) => (0,dns_writing/* isAs */.br)(one, note) && isOwnValidation(one, use) && isOfRun(one, run));
        for (const record of left)
            await (0,dns_writing/* removeRecord */.GI)(record.id, { tencent, zone });
        return;
    }
    const found = await (0,read_records/* readRecord */.aE)(tencent, zone, id);
    // One that cannot be found may just not be shown yet; no other has its id.
    if (found === undefined || isOwnValidation(found, use))
        await (0,dns_writing/* removeRecord */.GI)(id, { tencent, zone });
}
/**
 * Removes what runs of this server have left that died with their post step. The caller holds the lock of the domain's
 * certificate on that server, so that those are over. Never throws: it warns.
 */
async function clearValidationRecords(tencent, of, run) {
    const use = useOf(of);
    const find = async () => {
        const zones = await (0,read_zone/* findZones */.t)(tencent, of.domain);
        const found = await Promise.all(zones.map(async (zone) => (await (0,read_records/* readRecords */.T3)(tencent, zone)).filter((one) => isOwnValidation(one, use)).map(({ id }) => ({ zone, id }))));
        return found.flat();
    };
    const orphans = {
        title: validationRecordMessages.leftoverTitle(of.domain),
        find,
        giveBack: ({ zone, id }) => (0,dns_writing/* removeRecord */.GI)(id, { tencent, zone }),
    };
    await (0,lease/* giveBackOrphans */.I)(orphans, async () => true, run);
}


/***/ })

};
