export const id = 224;
export const ids = [224];
export const modules = {

/***/ 67732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ diagnoseApplication)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82528);

/** Why an application that fails its health check does so, as far as its container tells; its log is the evidence. */
function diagnoseApplication(container) {
    const { name, status, exitCode, restarts, port, listening } = container;
    const evidence = container.logLines.length === 0 ? {} : { evidence: container.logLines.join('\n') };
    if (container.oomKilled)
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_OUT_OF_MEMORY', { container: name, restarts }, evidence);
    if (status !== 'running')
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_EXITED', { container: name, exitCode, restarts }, evidence);
    if (listening.length > 0 && !listening.includes(port)) {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_OTHER_PORT', { container: name, port, listening: listening.join(', ') }, evidence);
    }
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_DOWN', { container: name, status, port, restarts }, evidence);
}


/***/ }),

/***/ 93420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h4: () => (/* binding */ diagnose)
/* harmony export */ });
/* unused harmony exports diagnosePath, diagnoseName */
/* harmony import */ var _certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34315);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82528);
/* harmony import */ var _settings_health_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78701);
/* harmony import */ var _application_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67732);
/* harmony import */ var _https_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46091);
/* harmony import */ var _outside_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36636);






/**
 * What is wrong, at most one failure for the way of a request and one for the name: a name that leads elsewhere
 * and a closed firewall are cured in two places, and neither explains the other. Empty: all is well.
 */
function diagnose(sight) {
    return [diagnosePath(sight), diagnoseName(sight.outside)].filter((found) => found !== undefined);
}
/**
 * The first thing that is broken on the way of a request, from the application outwards: application, nginx, the
 * host's firewall, the cloud's or the route, certificate, status. Undefined where nothing is, or nothing was looked at.
 */
function diagnosePath({ outside, inside }) {
    return (inside && diagnoseInside(outside, inside)) ?? diagnoseTls(outside, inside) ?? diagnoseHttps(outside);
}
/** What is wrong with where the name leads. */
function diagnoseName({ domain, name, address }) {
    switch (name.kind) {
        case 'points-here':
        case 'resolves':
            return undefined;
        case 'several':
        case 'elsewhere': {
            const code = name.kind === 'several' ? 'DNS_SEVERAL' : 'DNS_ELSEWHERE';
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)(code, { domain, found: name.addresses.join(', '), expected: name.expected });
        }
        case 'missing':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DNS_NOT_FOUND', { domain, expected: address ?? '<public-ip>' });
        case 'unknown':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('DNS_UNKNOWN', { domain, detail: name.detail });
    }
}
function diagnoseInside({ httpsPort: port }, inside) {
    if (inside.application !== 'healthy')
        return (0,_application_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnoseApplication */ .n)(inside.application);
    if (inside.nginxProven)
        return undefined;
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('NGINX_NOT_SERVING', { port, listener: inside.listener ?? '-' });
}
function diagnoseTls(outside, inside) {
    const { domain, httpsPort: port, tls, address } = outside;
    if (tls === undefined || address === undefined)
        return undefined;
    switch (tls.kind) {
        case 'served':
            return diagnoseServed(outside, tls);
        case 'plain-http':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('OUTSIDE_PLAIN_HTTP', { address, port });
        case 'handshake':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('TLS_HANDSHAKE_FAILED', { domain, port, detail: tls.detail });
        default:
            return diagnoseSilence(outside, address, tls, inside);
    }
}
function diagnoseSilence(outside, address, tls, inside) {
    const { domain, httpsPort: port, control } = outside;
    const { detail } = tls;
    // A server that refuses the nameless handshake in words was reached all the same.
    const reachedWithoutName = control?.kind === 'served' || control?.kind === 'handshake';
    if ((0,_outside_js__WEBPACK_IMPORTED_MODULE_5__/* .isCutInHandshake */ .X)(tls) && reachedWithoutName) {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('REQUEST_RESET_BY_NAME', { domain, address, port, detail });
    }
    if (inside === undefined)
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('OUTSIDE_UNREACHABLE', { address, port, detail });
    const { hostFirewall } = inside;
    // A firewall that lets the handshake begin is open.
    if (tls.stage === 'connect' && hostFirewall.program !== 'none' && !hostFirewall.open) {
        const { program } = hostFirewall;
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('HOST_FIREWALL_CLOSED', { port, program, command: openCommand(program, port) });
    }
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CLOUD_FIREWALL_OR_ROUTE', { address, port, detail });
}
function diagnoseServed({ domain, httpsPort: port, expected }, tls) {
    if (expected.fingerprint !== undefined && expected.fingerprint !== tls.fingerprint256) {
        const served = tls.fingerprint256;
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SERVED_CERTIFICATE_WRONG', { domain, port, served, expected: expected.fingerprint });
    }
    const detail = tls.authorizationError;
    const [leaf] = tls.certificates;
    switch (detail) {
        case undefined:
            return undefined;
        case 'CERT_HAS_EXPIRED':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SERVED_CERTIFICATE_EXPIRED', { domain, port, notAfter: tls.notAfter.toISOString() });
        case 'ERR_TLS_CERT_ALTNAME_INVALID':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SERVED_CERTIFICATE_NAMES', { domain, port, names: (leaf && (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .namesOf */ .eZ)(leaf).join(', ')) || '-' });
        // OpenSSL's words for an issuer that it has not got: of the only certificate sent, and of a later one.
        case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
        case 'UNABLE_TO_GET_ISSUER_CERT':
        case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SERVED_CHAIN_INCOMPLETE', { domain, port, count: tls.chainLength, missing: missingIn(tls) });
        default:
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('SERVED_CERTIFICATE_UNTRUSTED', { domain, port, issuer: (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .commonName */ .LS)(leaf?.issuer), detail });
    }
}
function diagnoseHttps({ domain, httpsPort, path, expected, https }) {
    if (https === undefined)
        return undefined;
    const url = `${(0,_https_js__WEBPACK_IMPORTED_MODULE_4__/* .origin */ .T)(domain, httpsPort)}${path}`;
    if (https.kind !== 'answered')
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('HTTPS_NO_ANSWER', { url, detail: https.detail });
    const { status, body } = https;
    if ((0,_settings_health_status_js__WEBPACK_IMPORTED_MODULE_2__/* .accepts */ .G3)(expected.status, status))
        return undefined;
    const evidence = body === '' ? {} : { evidence: body };
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('APPLICATION_STATUS', { url, status, expected: (0,_settings_health_status_js__WEBPACK_IMPORTED_MODULE_2__/* .renderHealthStatus */ .VM)(expected.status) }, evidence);
}
function missingIn({ certificates }) {
    if (certificates.length === 0)
        return '-';
    const chain = (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .chainOf */ .dR)(certificates);
    // No roots: what OpenSSL could not anchor ends at its last link.
    const { path } = (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .anchorOf */ .dI)(chain, [], new Date(0));
    return (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_0__/* .commonName */ .LS)(path.at(-1)?.issuer);
}
function openCommand(program, port) {
    return program === 'ufw'
        ? `ufw allow ${port}/tcp`
        : `firewall-cmd --permanent --add-port=${port}/tcp && firewall-cmd --reload`;
}


/***/ }),

/***/ 36636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ isCutInHandshake),
  b: () => (/* binding */ lookFromOutside)
});

// EXTERNAL MODULE: ./.build/lib/checks/connection.js
var connection = __webpack_require__(63524);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/lib/checks/dns.js


/** Asks the system as clients do (getaddrinfo), so that /etc/hosts counts. */
const resolveBySystem = async (domain) => (await (0,promises_.lookup)(domain, { all: true })).map(({ address }) => address);
/** Looks where `domain` leads and whether that is `expected`. Never throws. */
async function lookAtName(domain, expected, resolve = resolveBySystem) {
    try {
        return judgeAddresses(await resolve(domain), expected);
    }
    catch (error) {
        const code = error.code;
        const detail = code ?? String(error);
        const missing = code === 'ENOTFOUND' || code === 'ENODATA';
        return { kind: missing ? 'missing' : 'unknown', detail };
    }
}
/** Compares the addresses of a name with the one it should have. Another family's (IPv6 beside IPv4) is not judged. */
function judgeAddresses(found, expected) {
    const addresses = [...new Set(found)].toSorted((a, b) => (0,external_node_net_.isIP)(a) - (0,external_node_net_.isIP)(b));
    if (addresses.length === 0)
        return { kind: 'missing', detail: 'ENODATA' };
    if (expected === undefined)
        return { kind: 'resolves', addresses };
    if (!addresses.includes(expected))
        return { kind: 'elsewhere', addresses, expected };
    const rivals = addresses.filter((address) => address !== expected && (0,external_node_net_.isIP)(address) === (0,external_node_net_.isIP)(expected));
    return rivals.length === 0 ? { kind: 'points-here', addresses } : { kind: 'several', addresses, expected };
}

// EXTERNAL MODULE: ./.build/lib/checks/https.js
var checks_https = __webpack_require__(46091);
// EXTERNAL MODULE: ./.build/lib/checks/tls.js
var checks_tls = __webpack_require__(63779);
;// CONCATENATED MODULE: ./.build/lib/checks/outside.js




const PAUSE_MS = 2000;
/**
 * Looks at `https://domain:port/path` as a client would: name, TLS, request. Changes nothing and never throws.
 * Where the name does not lead to `publicAddress`, the look goes there all the same, with the name as SNI and Host.
 * Tries again only where the network failed; what answers wrongly is taken at its word.
 */
async function lookFromOutside(target) {
    const begun = target.clock.now();
    let look = await lookOnce(target);
    let attempts = 1;
    for (; attempts < target.attempts && networkFailed(look); attempts += 1) {
        await target.clock.sleep(PAUSE_MS);
        look = await lookOnce(target);
    }
    const { domain, httpsPort, path, expected } = target;
    const control = await lookWithoutName(target, look);
    const comparison = control === undefined ? {} : { control };
    const tookMs = target.clock.now() - begun;
    return { domain, httpsPort, path, expected, ...look, ...comparison, attempts, tookMs };
}
async function lookOnce(target) {
    const { domain, httpsPort: port, publicAddress, path, timeoutMs } = target;
    const name = await lookAtName(domain, publicAddress, target.resolve ?? resolveBySystem);
    const address = publicAddress ?? addressesOf(name)[0];
    if (address === undefined)
        return { name };
    const tlsTarget = tlsTargetOf(target, address, domain);
    const tls = await (0,checks_tls/* lookAtTls */.Q9)(tlsTarget);
    if (tls.kind !== 'served')
        return { name, address, tls };
    const tls12 = tls.protocol === 'TLSv1.2' || (await (0,checks_tls/* acceptsTls12 */.mI)(tlsTarget));
    const ca = target.ca === undefined ? {} : { ca: target.ca };
    const https = await (0,checks_https/* lookAtHttps */.Q)({ domain, port, path, address, timeoutMs, ...ca });
    return { name, address, tls, tls12, https };
}
/** A device that cuts connections by name lets the same connection through without one. */
async function lookWithoutName(target, { tls, address }) {
    if (address === undefined || tls === undefined || !isCutInHandshake(tls))
        return undefined;
    return (0,checks_tls/* lookAtTls */.Q9)(tlsTargetOf(target, address, ''));
}
/** Whether a connection stood and was then cut or starved before TLS did. */
function isCutInHandshake(tls) {
    return (tls.kind === 'reset' || tls.kind === 'timeout') && tls.stage === 'handshake';
}
function tlsTargetOf(target, address, servername) {
    const { httpsPort: port, timeoutMs, ca } = target;
    return { address, port, servername, timeoutMs, ...(ca === undefined ? {} : { ca }) };
}
function addressesOf(name) {
    return name.kind === 'missing' || name.kind === 'unknown' ? [] : name.addresses;
}
function networkFailed({ name, tls, https }) {
    if (tls === undefined)
        return name.kind === 'unknown';
    if (tls.kind !== 'served')
        return (0,connection/* isTransient */.d)(tls);
    return https !== undefined && https.kind !== 'answered' && (0,connection/* isTransient */.d)(https);
}


/***/ }),

/***/ 20565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ lookOutside)
});

// EXTERNAL MODULE: ./.build/lib/checks/outside.js + 1 modules
var checks_outside = __webpack_require__(36636);
// EXTERNAL MODULE: ./.build/lib/messages/checks.js
var checks = __webpack_require__(12374);
// EXTERNAL MODULE: ./.build/lib/checks/https.js
var checks_https = __webpack_require__(46091);
;// CONCATENATED MODULE: ./.build/lib/checks/report.js


/** What was seen from outside, as lines for the log, in the order of the looks. Judges nothing; `diagnose` does. */
function linesOf(outside) {
    return [...nameLines(outside), ...tlsLines(outside), ...httpsLines(outside)];
}
/** What deserves a warning though everything answered. */
function warningsOf(outside) {
    return outside.tls12 === false ? [checks/* tls12Refused */.Bh] : [];
}
function nameLines({ domain, name, address }) {
    const lost = name.kind === 'missing' || name.kind === 'unknown';
    const found = lost ? checks/* nameLeadsNowhere */.ZC(domain, name.detail) : checks/* nameLeads */.Ve(domain, name.addresses.join(', '));
    const detour = address !== undefined && (lost || name.kind === 'elsewhere');
    return detour ? [found, checks/* lookGoesTo */.XV(address, domain)] : [found];
}
function tlsLines({ tls, address, httpsPort }) {
    if (tls === undefined || address === undefined)
        return [];
    if (tls.kind !== 'served')
        return [checks/* noConnection */.s0(address, httpsPort, tls.detail)];
    const { protocol, cipher, chainLength, authorizationError } = tls;
    return authorizationError === undefined
        ? [checks/* tlsHolds */.Q5(protocol, cipher, chainLength, tls.notAfter.toISOString())]
        : [checks/* tlsDoesNotHold */.ZA(protocol, chainLength, authorizationError)];
}
function httpsLines({ domain, httpsPort, path, https }) {
    if (https === undefined)
        return [];
    const url = `${(0,checks_https/* origin */.T)(domain, httpsPort)}${path}`;
    return [https.kind === 'answered' ? checks/* answered */.oQ(url, https.status) : checks/* notAnswered */.zT(url, https.detail)];
}

// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/look-outside.js




/** Looks at the site from the runner, tells what it saw and notes it. Changes nothing and never throws. */
async function lookOutside(sight, run, record) {
    await (0,commands_run/* timed */.a)(run, record, 'outside', commands/* commandMessages */.c.outside, async () => {
        const outside = await (0,checks_outside/* lookFromOutside */.b)({
            domain: sight.domain,
            httpsPort: sight.httpsPort,
            path: sight.path,
            expected: {
                status: sight.status,
                ...(sight.fingerprint === undefined ? {} : { fingerprint: sight.fingerprint }),
            },
            ...(sight.publicAddress === undefined ? {} : { publicAddress: sight.publicAddress }),
            timeoutMs: 10_000,
            attempts: 3,
            clock: { now: run.now, sleep: run.sleep },
        });
        record.outside = outside;
        if (outside.https?.kind === 'answered')
            record.healthStatus = outside.https.status;
        if (outside.tls?.kind === 'served')
            record.certificateNotAfter = outside.tls.notAfter;
        for (const line of linesOf(outside))
            run.log.info(line);
        record.warnings.push(...warningsOf(outside));
    });
}


/***/ }),

/***/ 57224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _checks_diagnose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93420);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82528);
/* harmony import */ var _settings_health_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78701);
/* harmony import */ var _look_outside_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20565);




/** Looks at the site from outside only. Throws `Failures` with what is wrong, as far as it can be told from there. */
async function verify(settings, run, record) {
    record.app = settings.app;
    record.domain = settings.site.domain;
    record.httpsPort = settings.site.httpsPort;
    await (0,_look_outside_js__WEBPACK_IMPORTED_MODULE_3__/* .lookOutside */ .H)({
        domain: settings.site.domain,
        httpsPort: settings.site.httpsPort,
        path: settings.health.path ?? '/',
        status: settings.health.status ?? _settings_health_status_js__WEBPACK_IMPORTED_MODULE_2__/* .belowServerError */ .R8,
        fingerprint: undefined,
        publicAddress: settings.publicIp,
    }, run, record);
    if (record.outside === undefined)
        return;
    const failures = (0,_checks_diagnose_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnose */ .h4)({ outside: record.outside });
    if (failures.length > 0)
        throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .oo(failures);
}


/***/ }),

/***/ 40325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ commandMessages)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91520);

/** Titles and lines of the commands. */
const commandMessages = {
    readProject: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Read the jar and what is built around it', '读取 jar 及构建内容'),
    connect: (host) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Connect to ${host}`, `连接 ${host}`),
    survey: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Look at the server', '勘察服务器'),
    resume: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('End a switch that was cut short', '收尾之前中断的切换'),
    resumed: (release, outcome) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The switch to ${release} that was cut short is ended: ${outcome}.`, `之前中断的切换（${release}）已收尾：${outcome}。`),
    plan: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Plan', '计划'),
    switch: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Switch', '切换'),
    outside: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Look from outside', '从外部检查'),
    underWay: (who) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`A deploy is under way (${who}); this plan may be out of date soon.`, `正在部署中（${who}）；本计划可能很快过期。`),
    jar: (fileName, boot, java, size) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${fileName}: Spring Boot ${boot}, Java ${java}, ${size}`, `${fileName}：Spring Boot ${boot}，Java ${java}，${size}`),
    unreadableConfiguration: (name, detail) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${name} in the jar cannot be read (${detail}); what it sets is not known.`, `无法读取 jar 中的 ${name}（${detail}）；其中的设置未知。`),
    profiles: (profiles) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Active profiles: ${profiles}`, `启用的 profile：${profiles}`),
    health: (path, port, status) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Health: ${path} on port ${port}, ${status}`, `健康检查：端口 ${port} 的 ${path}，${status}`),
    current: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Serves now: ${release}`, `当前版本：${release}`),
    nothingDeployed: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing is deployed there yet.', '服务器上尚未部署过。'),
    proven: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Nothing to change, and proven: nginx serves ${release}.`, `无需更改，且已验证：nginx 正在提供 ${release}。`),
    planOnly: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing was changed: this was a plan.', '未做任何更改：这只是计划。'),
    verified: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Verified: ${url}`, `已验证：${url}`),
    publicPort: (port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Port ${port} serves the application in plain http to the world (publish-app-port).`, `端口 ${port} 以明文 http 向公网提供应用（publish-app-port）。`),
    certificateUntil: (source, day) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificate: ${source}, valid until ${day}`, `证书：${source}，有效期至 ${day}`),
    line: _text_js__WEBPACK_IMPORTED_MODULE_0__/* .verbatim */ .Bj,
};


/***/ })

};
