export const id = 698;
export const ids = [698];
export const modules = {

/***/ 15704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ cloudPortAt),
/* harmony export */   x: () => (/* binding */ cloudBlamed)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73926);
/* harmony import */ var _tencent_rule_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46924);



/**
 * Ports that carriers in mainland China often drop whatever a server's firewall says; 25 needs Tencent's leave (Tencent's
 * documentation, Lighthouse, "common questions on firewalls").
 */
const droppedByCarriers = [
    [25, 25],
    [42, 42],
    [135, 135],
    [137, 139],
    [445, 445],
    [593, 593],
    [1025, 1025],
    [1068, 1068],
    [1434, 1434],
    [3127, 3130],
    [4444, 4444],
    [5554, 5554],
    [5800, 5800],
    [5900, 5900],
    [9996, 9996],
];
/** The cloud's firewall as to one port, as its rules were read; undefined: it has none that say anything. */
function cloudPortAt(port, { instance, lists }) {
    const [first] = lists;
    if (first === undefined)
        return undefined;
    const verdict = (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeForWorld */ .tG)({ lists }, port);
    if (verdict.kind === 'open') {
        // A template may ban anybody, this runner among them.
        const unclear = (0,_tencent_firewall_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .judge */ .S4)({ lists }, port).perhapsRefused.length > 0;
        return unclear ? undefined : { kind: 'open', instance: instance.id };
    }
    return {
        kind: 'closed',
        product: instance.kind,
        instance: instance.id,
        list: verdict.by?.list.id ?? first.id,
        rule: verdict.by && (0,_tencent_rule_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleWords */ .m)(verdict.by.rule),
    };
}
/**
 * The failure that is left where the server's own filters let the port in: the cloud's firewall or the way to it, and
 * which of the two where the cloud's rules are known.
 */
function cloudBlamed(address, port, { detail, stage }, { read, absent }, cloud) {
    // A connection that stood had passed the cloud's firewall, whomever that lets in.
    const known = cloud?.kind === 'closed' && stage !== 'connect' ? undefined : cloud;
    switch (known?.kind) {
        case 'open': {
            const oftenDropped = droppedByCarriers.some(([first, last]) => first <= port && port <= last);
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('ROUTE_BLOCKED', { address, port, detail, instance: known.instance, oftenDropped });
        }
        case 'closed': {
            const { product: kind, instance, list, rule = '-' } = known;
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CLOUD_FIREWALL_CLOSED', { address, port, detail, kind, instance, list, rule });
        }
        case undefined:
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('CLOUD_FIREWALL_OR_ROUTE', {
                address,
                port,
                detail,
                read: read.join(', ') || '-',
                absent: absent.join(', ') || '-',
            });
    }
}


/***/ }),

/***/ 63524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ classify),
/* harmony export */   d: () => (/* binding */ isTransient)
/* harmony export */ });
/** Sorts what node:tls and node:https throw. */
function classify(error, stage) {
    const code = codeOf(error);
    return { kind: kindOf(code), stage, detail: code || error.message };
}
/** Whether another try may bring something else: the network failed, not the agreement. */
function isTransient(failure) {
    return failure.kind !== 'plain-http' && failure.kind !== 'handshake';
}
/** Where a request already waited to be written, Node gives EPROTO and leaves OpenSSL's reason to the message. */
function codeOf(error) {
    const code = error.code ?? '';
    if (code !== 'EPROTO')
        return code;
    const reason = error.message.match(/:SSL routines:[^:]*:([^:]+):/)?.[1];
    return `ERR_SSL_${(reason ?? 'EPROTO').toUpperCase().replaceAll(' ', '_')}`;
}
function kindOf(code) {
    switch (code) {
        case 'ECONNREFUSED':
            return 'refused';
        case 'ETIMEDOUT':
            return 'timeout';
        case 'ECONNRESET':
        case 'EPIPE':
        case 'ERR_SSL_UNEXPECTED_EOF_WHILE_READING':
            return 'reset';
        // What OpenSSL makes of the first bytes of an HTTP response, by what their place in a TLS record would mean.
        case 'ERR_SSL_WRONG_VERSION_NUMBER':
        case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
        case 'ERR_SSL_HTTP_REQUEST':
            return 'plain-http';
        default:
            // HPE_*: the answer to the request was no HTTP. Anything else of the E* kind is the system's.
            return code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code.startsWith('HPE_')
                ? 'handshake'
                : 'unreachable';
    }
}


/***/ }),

/***/ 93420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h4: () => (/* binding */ diagnose),
/* harmony export */   vF: () => (/* binding */ diagnoseInside),
/* harmony export */   wU: () => (/* binding */ diagnosePath)
/* harmony export */ });
/* unused harmony export diagnoseName */
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21625);
/* harmony import */ var _values_health_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16426);
/* harmony import */ var _application_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67732);
/* harmony import */ var _cloud_firewall_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15704);
/* harmony import */ var _diagnose_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52170);
/* harmony import */ var _host_firewall_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45970);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17258);
/* harmony import */ var _outside_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23761);








/**
 * What is wrong, at most one failure for the way of a request and one for the name: a name that leads elsewhere
 * and a closed firewall are cured in two places, and neither explains the other. Empty: all is well.
 */
function diagnose(observations) {
    return [diagnosePath(observations), diagnoseName(observations.outside)].filter((found) => found !== undefined);
}
/**
 * The first thing that is broken on the way of a request, from the application outwards: application, nginx, the
 * host's firewall, the cloud's or the route, certificate, status. Undefined where nothing is, or nothing was looked at.
 */
function diagnosePath({ outside, inside }) {
    const found = (inside && diagnoseInside(outside, inside)) ?? diagnoseTls(outside, inside) ?? diagnoseHttps(outside);
    // Whatever answered then is not the nginx that was proven.
    return (found && inside?.nginxProven && inside.application === 'healthy' && redirected(outside, inside)) || found;
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
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(code, { domain, found: name.addresses.join(', '), expected: name.expected });
        }
        case 'missing':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_NOT_FOUND', { domain, expected: address ?? '-' });
        case 'unknown':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DNS_UNKNOWN', { domain, detail: name.detail });
    }
}
/** What is wrong on the server itself, whoever can reach it from outside: application or nginx. */
function diagnoseInside({ httpsPort: port }, inside) {
    if (inside.application !== 'healthy')
        return (0,_application_js__WEBPACK_IMPORTED_MODULE_2__/* .diagnoseApplication */ .n)(inside.application);
    if (inside.nginxProven)
        return undefined;
    const dropped = (0,_host_firewall_js__WEBPACK_IMPORTED_MODULE_5__/* .blamedOnLoopback */ .y8)(port, inside.hostFirewall);
    if (dropped !== undefined)
        return dropped;
    const { command = 'nginx', errorLog = '/var/log/nginx/error.log' } = inside.nginx ?? {};
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('NGINX_NOT_SERVING', { port, listener: inside.listener ?? '-', nginx: command, log: errorLog });
}
function redirected({ httpsPort: port }, { hostFirewall }) {
    return hostFirewall.verdict.connect.kind === 'redirected'
        ? (0,_host_firewall_js__WEBPACK_IMPORTED_MODULE_5__/* .firewallBlamed */ .Wo)(port, hostFirewall, 'connect', '-')
        : undefined;
}
function diagnoseTls(outside, inside) {
    const { domain, httpsPort: port, tls, address } = outside;
    if (tls === undefined || address === undefined)
        return undefined;
    switch (tls.kind) {
        case 'served':
            return diagnoseServed(outside, tls);
        case 'plain-http':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('OUTSIDE_PLAIN_HTTP', { address, port });
        case 'handshake':
            return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('TLS_HANDSHAKE_FAILED', { domain, port, detail: tls.detail });
        default:
            return diagnoseSilence(outside, address, tls, inside);
    }
}
function diagnoseSilence(outside, address, tls, inside) {
    const { domain, httpsPort: port, control } = outside;
    const { detail } = tls;
    const firewall = inside?.hostFirewall;
    // A server that refuses the nameless handshake in words was reached all the same.
    const reachedWithoutName = control?.kind === 'served' || control?.kind === 'handshake';
    if ((0,_outside_js__WEBPACK_IMPORTED_MODULE_6__/* .isCutInHandshake */ .X)(tls) && reachedWithoutName) {
        const byContent = firewall === undefined ? undefined : (0,_host_firewall_js__WEBPACK_IMPORTED_MODULE_5__/* .blamedForContent */ .y)(port, firewall, detail);
        return byContent ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('REQUEST_RESET_BY_NAME', { domain, address, port, detail });
    }
    if (firewall === undefined)
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('OUTSIDE_UNREACHABLE', { address, port, detail });
    // A firewall that lets a connection come to be may still drop what follows.
    return ((0,_host_firewall_js__WEBPACK_IMPORTED_MODULE_5__/* .firewallBlamed */ .Wo)(port, firewall, tls.stage === 'connect' ? 'connect' : 'later', detail) ??
        (0,_cloud_firewall_js__WEBPACK_IMPORTED_MODULE_3__/* .cloudBlamed */ .x)(address, port, tls, firewall, inside?.cloud));
}
function diagnoseServed({ domain, httpsPort: port, expected, address = '-' }, tls) {
    if (expected.fingerprint !== undefined && expected.fingerprint !== tls.fingerprint256) {
        const served = tls.fingerprint256;
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('SERVED_CERTIFICATE_WRONG', { domain, port, address, served, expected: expected.fingerprint });
    }
    return (0,_diagnose_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .diagnoseCertificate */ .E)(domain, port, tls);
}
function diagnoseHttps({ domain, httpsPort, path, expected, https }) {
    if (https === undefined)
        return undefined;
    const url = `${(0,_origin_js__WEBPACK_IMPORTED_MODULE_7__/* .origin */ .T)(domain, httpsPort)}${path}`;
    if (https.kind !== 'answered')
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('HTTPS_NO_ANSWER', { url, detail: https.detail });
    const { status, body } = https;
    if ((0,_values_health_status_js__WEBPACK_IMPORTED_MODULE_1__/* .accepts */ .G3)(expected.status, status))
        return undefined;
    const evidence = body === '' ? {} : { evidence: body };
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_STATUS', { url, status, expected: (0,_values_health_status_js__WEBPACK_IMPORTED_MODULE_1__/* .renderHealthStatus */ .VM)(expected.status) }, evidence);
}


/***/ }),

/***/ 99332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ observeHttp)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63524);


/** One GET in plain http over a connection of its own; redirects are told, not followed. Never throws. */
function observeHttp({ domain, port, path, address, timeoutMs }) {
    return new Promise((resolve) => {
        let stage = 'connect';
        const sent = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)({ host: address, port, path, agent: false, headers: { host: domain, accept: '*/*' } });
        const end = (look) => {
            clearTimeout(timer);
            sent.destroy();
            resolve(look);
        };
        const timer = setTimeout(() => end({ kind: 'timeout', stage, detail: 'ETIMEDOUT' }), timeoutMs);
        sent.once('socket', (socket) => {
            socket.once('connect', () => {
                stage = 'request';
            });
        });
        sent.once('response', ({ statusCode = 0, headers: { location } }) => {
            end({ kind: 'answered', status: statusCode, ...(location === undefined ? {} : { location }) });
        });
        // Stays on: a request that is being destroyed may report once more.
        sent.on('error', (error) => end((0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .classify */ .L)(error, stage)));
        sent.end();
    });
}


/***/ }),

/***/ 23761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ isCutInHandshake),
  g: () => (/* binding */ observeFromOutside)
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
async function observeName(domain, expected, resolve = resolveBySystem) {
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

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./.build/lib/checks/origin.js
var origin = __webpack_require__(17258);
// EXTERNAL MODULE: ./.build/lib/checks/tls.js
var checks_tls = __webpack_require__(63779);
;// CONCATENATED MODULE: ./.build/lib/checks/https.js




const BODY_CHARACTERS = 500;
/**
 * One GET over a connection of its own. Never throws. A certificate that does not hold is described, not refused:
 * the request carries nothing that would have to be protected.
 */
function observeHttps(target) {
    return new Promise((resolve) => {
        let stage = 'connect';
        let tls;
        let answer;
        let body = '';
        const end = (failure) => {
            clearTimeout(timer);
            sent.destroy();
            // A body that breaks off or stalls does not take back the status.
            resolve(answer === undefined || tls === undefined ? failure : { ...answer, body, tls });
        };
        const tlsTarget = { ...target, servername: target.domain };
        const sent = (0,external_node_https_.request)({
            ...(0,checks_tls/* tlsOptions */.YF)(tlsTarget),
            agent: false,
            path: target.path,
            headers: { host: (0,origin/* authority */.k)(target.domain, target.port), accept: '*/*' },
        });
        const timer = setTimeout(() => end({ kind: 'timeout', stage, detail: 'ETIMEDOUT' }), target.timeoutMs);
        sent.once('socket', (socket) => {
            socket.once('connect', () => {
                stage = 'handshake';
            });
            socket.once('secureConnect', () => {
                stage = 'request';
                tls = (0,checks_tls/* describeTls */.fT)(socket);
            });
        });
        sent.once('response', (response) => {
            answer = headOf(response);
            response.setEncoding('utf8');
            response.on('data', (chunk) => {
                body = (body + chunk).slice(0, BODY_CHARACTERS);
                if (body.length === BODY_CHARACTERS)
                    end(noCertificate);
            });
            response.once('end', () => end(noCertificate));
            response.once('error', (error) => end((0,connection/* classify */.L)(error, stage)));
        });
        sent.on('error', (error) => end((0,connection/* classify */.L)(error, stage)));
        sent.end();
    });
}
/** Where the server sent no certificate at all there is nothing to say of TLS, and the status is not believed. */
const noCertificate = { kind: 'handshake', stage: 'request', detail: 'no certificate' };
function headOf(response) {
    const { location } = response.headers;
    return { kind: 'answered', status: response.statusCode ?? 0, ...(location === undefined ? {} : { location }) };
}

;// CONCATENATED MODULE: ./.build/lib/checks/outside.js




const PAUSE_MS = 2000;
/**
 * Looks at `https://domain:port/path` as a client would: name, TLS, request. Changes nothing and never throws.
 * Where the name does not lead to `publicAddress`, the look goes there all the same, with the name as SNI and Host.
 * Tries again only where the network failed; what answers wrongly is taken at its word.
 */
async function observeFromOutside(target) {
    const begun = target.clock.now();
    let look = await attempt(target);
    let attempts = 1;
    for (; attempts < target.attempts && networkFailed(look); attempts += 1) {
        await target.clock.sleep(PAUSE_MS);
        look = await attempt(target);
    }
    const { domain, httpsPort, path, expected } = target;
    const control = await observeWithoutName(target, look);
    const comparison = control === undefined ? {} : { control };
    const tookMs = target.clock.now() - begun;
    return { domain, httpsPort, path, expected, ...look, ...comparison, attempts, tookMs };
}
async function attempt(target) {
    const { domain, httpsPort: port, publicAddress, path, timeoutMs } = target;
    const name = await observeName(domain, publicAddress, target.resolve ?? resolveBySystem);
    const address = publicAddress ?? addressesOf(name)[0];
    if (address === undefined)
        return { name };
    const tlsTarget = tlsTargetOf(target, address, domain);
    const tls = await (0,checks_tls/* observeTls */.Q3)(tlsTarget);
    if (tls.kind !== 'served')
        return { name, address, tls };
    const tls12 = target.tls12 ? await (0,checks_tls/* observeTls12 */.t$)(tlsTarget, tls) : undefined;
    const ca = target.ca === undefined ? {} : { ca: target.ca };
    const https = await observeHttps({ domain, port, path, address, timeoutMs, ...ca });
    return { name, address, tls, tls12, https };
}
/** A device that cuts connections by name lets the same connection through without one. */
async function observeWithoutName(target, { tls, address }) {
    if (address === undefined || tls === undefined || !isCutInHandshake(tls))
        return undefined;
    return (0,checks_tls/* observeTls */.Q3)(tlsTargetOf(target, address, ''));
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

/***/ 63779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q3: () => (/* binding */ observeTls),
/* harmony export */   YF: () => (/* binding */ tlsOptions),
/* harmony export */   fT: () => (/* binding */ describeTls),
/* harmony export */   t$: () => (/* binding */ observeTls12)
/* harmony export */ });
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41692);
/* harmony import */ var _certificate_chain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34315);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63524);



/**
 * One TLS handshake, 1.2 or newer, the chain checked as it was sent: Node fetches no missing intermediate, so what
 * holds here holds in WeChat. Never throws; sends no request.
 */
function observeTls(target) {
    return handshake(target, { maxVersion: 'TLSv1.3' });
}
/** OpenSSL's name for the suites with an ephemeral key on an elliptic curve. */
const ecdheSuites = 'ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES';
/**
 * Looks at TLS 1.2 alone, which older phones need, after a handshake that came to `seen`: one more handshake where all is
 * well, none where it was an ECDHE suite of 1.2 already. Undefined where connections fail: that is no refusal.
 */
async function observeTls12(target, seen) {
    if (seen.protocol === 'TLSv1.2' && isEcdhe(seen))
        return { kind: 'ecdhe', cipher: seen.cipher };
    const ecdhe = await ask12(target, ecdheSuites);
    if (ecdhe?.kind === 'served')
        return { kind: 'ecdhe', cipher: ecdhe.cipher };
    if (ecdhe === undefined)
        return undefined;
    const any = seen.protocol === 'TLSv1.2' ? seen : await ask12(target);
    if (any?.kind === 'served')
        return { kind: isEcdhe(any) ? 'ecdhe' : 'other', cipher: any.cipher };
    return any && { kind: 'refused', detail: any.detail };
}
/** A handshake that offers nothing newer than 1.2; tried again once, then undefined, where the connection fails. */
async function ask12(target, ciphers) {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
        const look = await handshake(target, { maxVersion: 'TLSv1.2', ...(ciphers === undefined ? {} : { ciphers }) });
        if (look.kind === 'served' || look.kind === 'handshake')
            return look;
    }
    return undefined;
}
function isEcdhe({ cipher }) {
    return cipher.startsWith('TLS_ECDHE_');
}
/** What every look at TLS asks for. An unverified handshake is let through, so that it can be described. */
function tlsOptions(target) {
    return {
        host: target.address,
        port: target.port,
        servername: target.servername,
        minVersion: 'TLSv1.2',
        rejectUnauthorized: false,
        ALPNProtocols: ['http/1.1'],
        ...(target.ca === undefined ? {} : { ca: [...target.ca] }),
    };
}
/** Describes a socket whose handshake is done; undefined where the server sent no certificate. */
function describeTls(socket) {
    const certificates = servedCertificates(socket);
    const [leaf] = certificates;
    if (leaf === undefined)
        return undefined;
    return {
        kind: 'served',
        protocol: socket.getProtocol() ?? '',
        cipher: socket.getCipher().standardName,
        fingerprint256: (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(leaf),
        chainLength: certificates.length,
        certificates,
        notAfter: (0,_certificate_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .notAfter */ .Cw)(leaf),
        // The types say Error; Node gives the code as a string, and null where all is well.
        ...(socket.authorized ? {} : { authorizationError: String(socket.authorizationError) }),
    };
}
function handshake(target, offer) {
    return new Promise((resolve) => {
        let stage = 'connect';
        const socket = (0,node_tls__WEBPACK_IMPORTED_MODULE_0__.connect)({ ...tlsOptions(target), ...offer });
        const end = (look) => {
            clearTimeout(timer);
            socket.destroy();
            resolve(look);
        };
        const timer = setTimeout(() => end({ kind: 'timeout', stage, detail: 'ETIMEDOUT' }), target.timeoutMs);
        socket.once('connect', () => {
            stage = 'handshake';
        });
        socket.once('secureConnect', () => end(describeTls(socket) ?? { kind: 'handshake', stage: 'handshake', detail: 'no certificate' }));
        // Stays on: a socket that is being destroyed may report once more.
        socket.on('error', (error) => end((0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .classify */ .L)(error, stage)));
    });
}
function servedCertificates(socket) {
    // Unlike getPeerCertificate(true), this holds what was sent and nothing out of the local trust store.
    const certificates = [];
    let next = socket.getPeerX509Certificate();
    while (next !== undefined) {
        certificates.push(next);
        next = next.issuerCertificate;
    }
    return certificates;
}


/***/ }),

/***/ 8572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ observeIcpBlock)
});

// EXTERNAL MODULE: ./.build/lib/checks/http.js
var checks_http = __webpack_require__(99332);
// EXTERNAL MODULE: ./.build/lib/checks/outside.js + 2 modules
var checks_outside = __webpack_require__(23761);
// EXTERNAL MODULE: ./.build/lib/checks/tls.js
var checks_tls = __webpack_require__(63779);
;// CONCATENATED MODULE: ./.build/lib/checks/icp.js



/** Blocks are intermittent: one clean try proves nothing. */
const TRIES = 5;
/** From the beginning of one try to that of the next, whether or not it has ended. */
const PAUSE_MS = 300;
/**
 * Several tries on every port at once. Changes nothing and never throws; it takes the pauses and one connection's time at
 * most.
 */
async function observeIcp(target) {
    const { domain, address, httpPort, tlsPorts, timeoutMs } = target;
    const handshake = (port, servername) => (0,checks_tls/* observeTls */.Q3)({ address, port, servername, timeoutMs });
    const [http, tls] = await Promise.all([
        tries(target, () => (0,checks_http/* observeHttp */.d)({ domain, port: httpPort, path: '/', address, timeoutMs })),
        Promise.all(tlsPorts.map(async (port) => ({
            port,
            tries: await tries(target, async () => {
                const [named, control] = await Promise.all([handshake(port, domain), handshake(port, '')]);
                return { named, control };
            }),
        }))),
    ]);
    return { domain, address, http: { port: httpPort, tries: http }, tls };
}
/** With what the looks before have seen of the same: the page in place of a redirect, a handshake that was cut. */
function withEarlierLooks(seen, outside, pages) {
    const cut = [outside, ...(pages === undefined ? [] : [pages.document])].flatMap((look) => {
        const { httpsPort: port, tls: named, control } = look;
        return named !== undefined && (0,checks_outside/* isCutInHandshake */.X)(named) && control !== undefined ? [{ port, named, control }] : [];
    });
    const redirect = pages?.redirect;
    const { http, tls } = seen;
    return {
        ...seen,
        http: redirect === undefined ? http : { ...http, tries: [redirect, ...http.tries] },
        tls: tls.map((one) => ({ ...one, tries: [...cut.filter(({ port }) => port === one.port), ...one.tries] })),
    };
}
function tries({ clock }, look) {
    const begun = async (number) => {
        if (number > 0)
            await clock.sleep(number * PAUSE_MS);
        return look();
    };
    return Promise.all(Array.from({ length: TRIES }, (_, number) => begun(number)));
}

// EXTERNAL MODULE: ./.build/lib/checks/icp-report.js
var icp_report = __webpack_require__(85297);
// EXTERNAL MODULE: ./.build/lib/checks/icp-verdict.js
var icp_verdict = __webpack_require__(31014);
// EXTERNAL MODULE: ./.build/lib/messages/icp.js
var icp = __webpack_require__(35955);
// EXTERNAL MODULE: ./.build/lib/nginx/site.js
var site = __webpack_require__(18342);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/observe-icp.js






/**
 * Looks from the runner whether access by the name is blocked for want of an ICP filing (备案), tells what it saw and notes
 * it. It goes where the looks before went; without an address there is nowhere to look. Changes nothing and never throws.
 */
async function observeIcpBlock(check, { pages, mainland }, run, record) {
    const { outside } = record;
    if (check === 'off' || outside?.address === undefined)
        return;
    if (mainland === false) {
        record.icp = { status: 'outside-mainland' };
        run.log.info((0,icp_report/* lineOfIcp */.s)(record.icp));
        return;
    }
    const { domain, httpsPort, address } = outside;
    await (0,commands_run/* timed */.ay)(run, record, 'outside.icp', icp/* icpMessages */.L.look, async () => {
        const target = {
            domain,
            address,
            httpPort: site/* staticPorts */.d6.http,
            tlsPorts: [...new Set([site/* staticPorts */.d6.https, httpsPort])],
            timeoutMs: 5000,
            clock: { sleep: run.sleep },
        };
        const seen = withEarlierLooks(await observeIcp(target), outside, pages);
        record.icp = (0,icp_verdict/* judgeIcp */.m4)(seen, httpsPort);
        for (const line of [...(0,icp_report/* linesOfIcp */.H)(seen), (0,icp_report/* lineOfIcp */.s)(record.icp)])
            run.log.info(line);
    });
}


/***/ }),

/***/ 82578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aV: () => (/* binding */ failsForBlock),
  IQ: () => (/* binding */ observeOutside),
  se: () => (/* binding */ observeStaticSite),
  R_: () => (/* binding */ tellOutside)
});

// EXTERNAL MODULE: ./.build/lib/checks/icp-verdict.js
var icp_verdict = __webpack_require__(31014);
// EXTERNAL MODULE: ./.build/lib/checks/outside.js + 2 modules
var checks_outside = __webpack_require__(23761);
// EXTERNAL MODULE: ./.build/lib/checks/connection.js
var connection = __webpack_require__(63524);
// EXTERNAL MODULE: ./.build/lib/checks/http.js
var http = __webpack_require__(99332);
;// CONCATENATED MODULE: ./.build/lib/checks/pages.js



/** Looks at a static site as a browser would that was given the bare name. Changes nothing and never throws. */
async function observePages(target) {
    const document = await (0,checks_outside/* observeFromOutside */.g)(target);
    return { document, redirect: document.address === undefined ? undefined : await lookTwice(target, document.address) };
}
async function lookTwice(target, address) {
    const { domain, httpPort: port, timeoutMs, clock } = target;
    const look = () => (0,http/* observeHttp */.d)({ domain, port, path: '/', address, timeoutMs });
    const first = await look();
    if (first.kind === 'answered' || !(0,connection/* isTransient */.d)(first) || target.attempts < 2)
        return first;
    await clock.sleep(1000);
    return look();
}

// EXTERNAL MODULE: ./.build/lib/messages/checks.js
var checks = __webpack_require__(12374);
// EXTERNAL MODULE: ./.build/lib/checks/origin.js
var origin = __webpack_require__(17258);
;// CONCATENATED MODULE: ./.build/lib/checks/report.js


/** What was seen from outside, as lines for the log, in the order of the looks. Judges nothing; `diagnose` does. */
function linesOf(outside) {
    return [...nameLines(outside), ...tlsLines(outside), ...httpsLines(outside)];
}
/** What was seen of a static site; where its name leads has been said. */
function linesOfPages({ document, redirect }) {
    const url = `http://${document.domain}/`;
    const [answer] = redirect === undefined
        ? []
        : [
            redirect.kind === 'answered'
                ? checks/* redirected */.cP(url, redirect.status, redirect.location ?? '-')
                : checks/* notAnswered */.zT(url, redirect.detail),
        ];
    return [...tlsLines(document), ...httpsLines(document), ...(answer === undefined ? [] : [answer])];
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
    const url = `${(0,origin/* origin */.T)(domain, httpsPort)}${path}`;
    return [https.kind === 'answered' ? checks/* answered */.oQ(url, https.status) : checks/* notAnswered */.zT(url, https.detail)];
}

// EXTERNAL MODULE: ./.build/lib/messages/commands.js
var commands = __webpack_require__(40325);
// EXTERNAL MODULE: ./.build/lib/messages/failure.js + 63 modules
var failure = __webpack_require__(21625);
// EXTERNAL MODULE: ./.build/lib/nginx/site.js
var site = __webpack_require__(18342);
// EXTERNAL MODULE: ./.build/lib/values/health-status.js
var health_status = __webpack_require__(16426);
// EXTERNAL MODULE: ./.build/lib/commands/observe-wechat.js
var observe_wechat = __webpack_require__(45448);
// EXTERNAL MODULE: ./.build/lib/commands/run.js
var commands_run = __webpack_require__(51936);
;// CONCATENATED MODULE: ./.build/lib/commands/observe-outside.js











/** Looks at the site from the runner, tells what it saw and notes it. Changes nothing and never throws. */
async function observeOutside(site, run, record) {
    await (0,commands_run/* timed */.ay)(run, record, 'outside', commands/* commandMessages */.c.outside, async () => {
        const outside = await (0,checks_outside/* observeFromOutside */.g)({
            domain: site.domain,
            httpsPort: site.httpsPort,
            path: site.path,
            expected: {
                status: site.status,
                ...(site.fingerprint === undefined ? {} : { fingerprint: site.fingerprint }),
            },
            ...(site.publicAddress === undefined ? {} : { publicAddress: site.publicAddress }),
            tls12: site.wechatCheck !== 'off',
            ...patience(run),
        });
        record.outside = outside;
        if (outside.tls?.kind === 'served')
            record.certificateNotAfter = outside.tls.notAfter;
        for (const line of linesOf(outside))
            run.log.info(line);
    });
}
/** Looks at the static site from the runner, where there is one, and tells what it saw. Changes nothing and never throws. */
async function observeStaticSite({ domain, staticSite }, { fingerprint, publicAddress }, run, record) {
    if (staticSite === undefined)
        return undefined;
    return (0,commands_run/* timed */.ay)(run, record, 'outside.static-site', commands/* commandMessages */.c.outsidePages, async () => {
        const pages = await observePages({
            domain,
            httpsPort: site/* staticPorts */.d6.https,
            httpPort: site/* staticPorts */.d6.http,
            path: staticSite.path,
            expected: { status: health_status/* okStatus */.Lj, ...(fingerprint === undefined ? {} : { fingerprint }) },
            ...(publicAddress === undefined ? {} : { publicAddress }),
            // Mini programs ask the API alone.
            tls12: false,
            ...patience(run),
        });
        for (const line of linesOfPages(pages))
            run.log.info(line);
        return pages;
    });
}
/**
 * What is wrong as seen from outside ends the run as failed, or is a warning, and so is a block for want of an ICP filing: each
 * as its own setting says. What the block explains is told as the block; what is in `required` ends the run in any case.
 * Throws `Failures`.
 */
function tellOutside(found, { outsideCheck, icpCheck }, record, required = []) {
    const blocked = (0,icp_verdict/* icpFailure */.Rh)(record.icp);
    const explained = (0,icp_verdict/* explainedByBlock */.BU)(found, blocked);
    const block = blocked === undefined ? [] : [blocked];
    if (outsideCheck === 'warn' && explained.length > 0)
        record.warnings.push(checks/* onlyWarned */.ix);
    const seen = outsideCheck === 'require' ? explained : [];
    const red = [...seen, ...(0,observe_wechat/* except */.i)([...required, ...(icpCheck === 'require' ? block : [])], seen)];
    (0,commands_run/* addNotices */.TL)(record, (0,observe_wechat/* except */.i)([...explained, ...block], red));
    if (red.length > 0)
        throw new failure/* Failures */.oo(red);
}
/** Whether a block for want of an ICP filing ends the run as failed. */
function failsForBlock({ icpCheck }, { icp }) {
    return icpCheck === 'require' && (0,icp_verdict/* icpFailure */.Rh)(icp) !== undefined;
}
function patience(run) {
    return { timeoutMs: 10_000, attempts: 2, clock: { now: run.now, sleep: run.sleep } };
}


/***/ }),

/***/ 45448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ except),
/* harmony export */   j: () => (/* binding */ observeWechat)
/* harmony export */ });
/* harmony import */ var _checks_wechat_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39714);
/* harmony import */ var _messages_wechat_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80445);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51936);



/**
 * Holds what was seen from outside against WeChat's rules, and tells the strings to paste where they are new. Returns what
 * ends the run as failed: broken rules where the check is `require`; where it is `warn` they become notices. `found` is
 * told anyway.
 */
async function observeWechat(outside, check, found, run, record) {
    const rules = check === 'off' ? undefined : (0,_checks_wechat_js__WEBPACK_IMPORTED_MODULE_0__/* .checkWechat */ .hc)(outside);
    record.wechat = rules;
    if (rules !== undefined) {
        await run.log.group(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_1__/* .wechatRules */ .Cn, async () => {
            for (const { state, rule, detail } of rules)
                run.log.info(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleLine */ .lW(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleStates */ .Bw[state], rule, detail));
            run.log.info(_messages_wechat_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyWechatKnows */ .Ho);
        });
    }
    const { request, socket } = (0,_checks_wechat_js__WEBPACK_IMPORTED_MODULE_0__/* .wechatDomains */ .G0)(outside.domain, outside.httpsPort);
    const changed = (0,_checks_wechat_js__WEBPACK_IMPORTED_MODULE_0__/* .domainsChanged */ .Gb)(outside, record.previous?.site);
    run.log.info(changed ? _messages_wechat_js__WEBPACK_IMPORTED_MODULE_1__/* .pasteDomains */ .D7(request, socket) : _messages_wechat_js__WEBPACK_IMPORTED_MODULE_1__/* .domainsAsBefore */ .p8);
    const broken = (rules ?? []).flatMap(({ failure }) => failure ?? []);
    if (check === 'require')
        return broken;
    (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .addNotices */ .TL)(record, except(broken, found));
    return [];
}
/** Those of `failures` that are not among `others`. */
function except(failures, others) {
    return failures.filter(({ message }) => !others.some((other) => other.message === message));
}


/***/ })

};
