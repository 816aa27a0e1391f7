export const id = 847;
export const ids = [847];
export const modules = {

/***/ 34315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ notBefore),
/* harmony export */   Cw: () => (/* binding */ notAfter),
/* harmony export */   LS: () => (/* binding */ commonName),
/* harmony export */   Ps: () => (/* binding */ issuerUrl),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   UM: () => (/* binding */ readChain),
/* harmony export */   dI: () => (/* binding */ anchorOf),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57396);

/**
 * Reads a chain from PEM text. A complete chain out of order is put in order, what is there twice is dropped.
 * Throws as `readCertificates` does.
 */
function readChain(pem, source) {
    return chainOf((0,_pem_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificates */ .jZ)(pem, source));
}
/** Orders certificates into a chain. Throws RangeError for none. */
function chainOf(given) {
    const all = given.filter((one, index) => given.findIndex((other) => isSame(one, other)) === index);
    const leaf = findLeaf(all);
    if (leaf === undefined)
        throw new RangeError('no certificate');
    const certificates = [leaf];
    for (let last = leaf; !isIssuedBy(last, last);) {
        const issuer = all.find((other) => !certificates.includes(other) && isIssuedBy(last, other));
        if (issuer === undefined)
            break;
        certificates.push(issuer);
        last = issuer;
    }
    const inGivenOrder = all.filter((one) => certificates.includes(one));
    return {
        certificates,
        reordered: inGivenOrder.some((one, index) => one !== certificates[index]),
        duplicates: given.length - all.length,
        unused: all.filter((one) => !certificates.includes(one)),
    };
}
/**
 * Where `chain` ends, for a client that trusts `roots` at the time `now` and fetches nothing by itself.
 * A cross-signed certificate above a trusted root does no harm, expired or not: clients stop at the root.
 */
function anchorOf(chain, roots, now) {
    const valid = roots.filter((root) => notBefore(root) <= now && now <= notAfter(root));
    for (const [index, one] of chain.certificates.entries()) {
        const path = chain.certificates.slice(0, index + 1);
        const self = valid.find((root) => isSame(root, one));
        if (self !== undefined)
            return { kind: 'trusted', root: self, included: true, path };
        const root = valid.find((candidate) => isIssuedBy(one, candidate));
        if (root === undefined)
            continue;
        const included = chain.certificates.some((other) => isSame(other, root));
        return { kind: 'trusted', root, included, path };
    }
    const path = chain.certificates;
    const last = path.at(-1) ?? path[0];
    return isIssuedBy(last, last) ? { kind: 'untrusted', root: last, path } : { kind: 'incomplete', last, path };
}
/** SHA-256 over the certificate's DER, as 64 lower-case hex digits. */
function fingerprint(certificate) {
    return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}
/** The DNS names for which a certificate is valid (subjectAltName), in its order. */
function namesOf(certificate) {
    const entries = certificate.subjectAltName?.split(', ') ?? [];
    return entries.filter((entry) => entry.startsWith('DNS:')).map((entry) => entry.slice('DNS:'.length));
}
/** Whether a certificate is valid for a host name: exactly, or by a wildcard for one label. The subject does not count. */
function covers(certificate, host) {
    return certificate.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
}
/** Start of a certificate's validity. */
function notBefore(certificate) {
    return new Date(certificate.validFrom);
}
/** End of a certificate's validity. */
function notAfter(certificate) {
    return new Date(certificate.validTo);
}
/** What people call the holder of a distinguished name as Node writes it (one attribute a line): its CN, else its O. */
function commonName(distinguishedName) {
    const lines = distinguishedName?.split('\n') ?? [];
    const attribute = (type) => lines.find((line) => line.startsWith(`${type}=`))?.slice(type.length + 1);
    return attribute('CN') ?? attribute('O') ?? lines.join(', ');
}
/** Where a certificate says that its issuer's can be fetched (Authority Information Access), if it does. */
function issuerUrl(certificate) {
    return certificate.infoAccess?.match(/^CA Issuers - URI:(https?:\S+)$/m)?.[1];
}
function findLeaf(all) {
    const issuesNothing = all.filter((one) => !all.some((other) => other !== one && isIssuedBy(other, one)));
    return issuesNothing.find((one) => !one.ca) ?? issuesNothing[0] ?? all[0];
}
function isIssuedBy(one, issuer) {
    // Names first: they settle nearly every pair of a long list of roots without a signature to compute.
    if (one.issuer !== issuer.subject || !one.checkIssued(issuer))
        return false;
    try {
        return one.verify(issuer.publicKey);
    }
    catch {
        return false; // a kind of key that this OpenSSL does not know
    }
}
function isSame(one, other) {
    return one.fingerprint256 === other.fingerprint256;
}


/***/ }),

/***/ 57396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ isKeyLabel),
/* harmony export */   Hg: () => (/* binding */ readPemBlocks),
/* harmony export */   YL: () => (/* binding */ writeCertificates),
/* harmony export */   jZ: () => (/* binding */ readCertificates)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5081);


/**
 * The PEM blocks in `pem`, in their order (RFC 7468). Text around the blocks, CRLF, indentation and RFC 1421 headers
 * (`Proc-Type: ...`) are passed over. A block whose end is missing or has another label is left out.
 */
function readPemBlocks(pem) {
    const blocks = pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----((?:(?!-----)[\s\S])*)-----END \1-----/g);
    return [...blocks].map(([, label = '', body = '']) => {
        const lines = body.split(/\r\n|\r|\n/).map((line) => line.trim());
        return { label, base64: lines.filter((line) => !line.includes(':')).join('') };
    });
}
/** True for the label of a private key in any of its forms. */
function isKeyLabel(label) {
    return label.endsWith('PRIVATE KEY');
}
/**
 * The certificates in the PEM text `pem`, in its order. `source` names the text in errors (an input, a file).
 * Throws `CERTIFICATE_UNREADABLE`, and `CERTIFICATE_KEY_IN_CHAIN` where a private key was pasted along.
 */
function readCertificates(pem, source) {
    if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(pem))
        throw (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_KEY_IN_CHAIN', { source });
    const blocks = readPemBlocks(pem);
    const begun = pem.match(/-----BEGIN /g)?.length ?? 0;
    const unreadable = (detail) => (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('CERTIFICATE_UNREADABLE', { source, detail });
    if (begun === 0)
        throw unreadable('no -----BEGIN CERTIFICATE-----');
    if (begun !== blocks.length)
        throw unreadable(`${begun} x -----BEGIN, ${blocks.length} x -----END`);
    const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE');
    if (certificates.length === 0)
        throw unreadable(blocks.map(({ label }) => label).join(', '));
    return certificates.map(({ base64 }, index) => {
        const certificate = parse(base64);
        if (certificate === undefined)
            throw unreadable(`-----BEGIN CERTIFICATE----- ${index + 1}/${certificates.length}`);
        return certificate;
    });
}
/** Certificates as one PEM text with LF line ends, as nginx reads `ssl_certificate`. */
function writeCertificates(certificates) {
    return certificates.map((certificate) => `${certificate.toString().trim()}\n`).join('');
}
function parse(base64) {
    // Buffer.from skips what is not base64, so that garbage could come out as another, shorter certificate.
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        return undefined;
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(Buffer.from(base64, 'base64'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 67732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ diagnoseApplication)
/* harmony export */ });
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);
/* harmony import */ var _database_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60253);


/** Why an application that fails its health check does so, as far as its container tells; its log is the evidence. */
function diagnoseApplication(container) {
    const { name, status, exitCode, restarts, port, listening } = container;
    const evidence = container.logLines.length === 0 ? {} : { evidence: container.logLines.join('\n') };
    if (container.oomKilled)
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_OUT_OF_MEMORY', { container: name, restarts }, evidence);
    const database = (0,_database_js__WEBPACK_IMPORTED_MODULE_1__/* .diagnoseDatabase */ .s)(container);
    if (status !== 'running') {
        return database ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_EXITED', { container: name, exitCode, restarts }, evidence);
    }
    if (listening.length > 0 && !listening.includes(port)) {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_OTHER_PORT', { container: name, port, listening: listening.join(', ') }, evidence);
    }
    return database ?? (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('APPLICATION_DOWN', { container: name, status, port, restarts }, evidence);
}


/***/ }),

/***/ 60253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ diagnoseDatabase)
/* harmony export */ });
/* harmony import */ var _jar_database_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48157);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5081);


/** How the drivers of MySQL, MariaDB and PostgreSQL begin to tell that they reach no server. */
const unreached = /Communications link failure|Socket fail to connect to host|PSQLException: (?:Connection to \S+ refused|The connection attempt failed)/;
/** How MySQL and MariaDB turn a user away: by name and password, by the rights to a database, by the address. */
const denied = /Access denied for user '|Host '[^']*' is not allowed to connect/;
/** What Java says of a connection, innermost cause. */
const causes = {
    refused: /ConnectException: Connection refused/,
    silent: /(?:SocketTimeoutException: \w+ timed out|NoRouteToHostException|ConnectException: Connection timed out)/i,
    unknown: /UnknownHostException/,
};
/** The host that a driver names; that of MySQL names none. */
const named = /address=\(host=([^)]*)\)|Socket fail to connect to host:([^,(\s]+),|Connection to (\S+):\d+ refused/;
/**
 * Why the application does not get at its database, where its log says so; the last that it says counts. No name of a
 * user or a host is in the words: these may come from `env`.
 */
function diagnoseDatabase({ name, database, logLines }) {
    const evidence = { evidence: logLines.join('\n') };
    const lastUnreached = logLines.findLastIndex((line) => unreached.test(line));
    if (logLines.findLastIndex((line) => denied.test(line)) > lastUnreached) {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DATABASE_ACCESS_DENIED', { container: name }, evidence);
    }
    if (lastUnreached === -1)
        return undefined;
    // Drivers tell the cause in the same line, or as an exception of its own further down.
    const after = logLines.slice(lastUnreached);
    const caused = (cause) => after.some((line) => cause.test(line));
    if (caused(causes.unknown))
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DATABASE_NAME_UNKNOWN', { container: name }, evidence);
    if (!caused(causes.refused) && !caused(causes.silent))
        return undefined;
    if (placeIn(logLines, database) === 'container') {
        return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('DATABASE_AT_LOCALHOST', { container: name }, evidence);
    }
    return (0,_messages_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(caused(causes.refused) ? 'DATABASE_REFUSED' : 'DATABASE_SILENT', { container: name }, evidence);
}
/** Where the driver looked, as it says itself, else as the configuration has it. */
function placeIn(logLines, configured) {
    const match = named.exec(logLines.findLast((line) => named.test(line)) ?? '');
    const host = match?.slice(1).find((group) => group !== undefined);
    return host === undefined ? configured : (0,_jar_database_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOfHost */ .X)(host);
}


/***/ }),

/***/ 34843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _checks_diagnose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93420);
/* harmony import */ var _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5081);
/* harmony import */ var _settings_health_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78701);
/* harmony import */ var _look_outside_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74205);




/** Looks at the site from outside only. Throws `Failures` with what is wrong, as far as it can be told from there. */
async function verify(settings, run, record) {
    record.app = settings.app;
    record.domain = settings.site.domain;
    record.httpsPort = settings.site.httpsPort;
    await (0,_look_outside_js__WEBPACK_IMPORTED_MODULE_3__/* .lookOutside */ .H)({
        domain: settings.site.domain,
        httpsPort: settings.site.httpsPort,
        path: settings.health.path ?? '/',
        // As a deploy takes it: a path that was named must answer 200, a root may answer what it likes.
        status: settings.health.status ?? (settings.health.path === undefined ? _settings_health_status_js__WEBPACK_IMPORTED_MODULE_2__/* .belowServerError */ .R8 : [{ from: 200, to: 200 }]),
        fingerprint: undefined,
        publicAddress: settings.publicIp,
    }, run, record);
    if (record.outside === undefined)
        return;
    const failures = (0,_checks_diagnose_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnose */ .h4)({ outside: record.outside });
    if (failures.length > 0)
        throw new _messages_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failures */ .oo(failures);
    record.verified = true;
}


/***/ }),

/***/ 48157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ placeOfHost),
/* harmony export */   b: () => (/* binding */ databasePlace)
/* harmony export */ });
/** Where a host name or address leads. */
function placeOfHost(host) {
    const name = host.trim().toLowerCase();
    // Without a host the drivers take localhost.
    if (/^(?:|localhost|0\.0\.0\.0|127(?:\.\d+){3}|\[?::1\]?)$/.test(name))
        return 'container';
    return name === 'host.docker.internal' ? 'server' : 'elsewhere';
}
/**
 * Where a JDBC URL of MySQL, MariaDB or PostgreSQL leads; undefined for any other. Of several hosts one that is the
 * container counts before all others: it is never right.
 */
function databasePlace(url) {
    const [, authority] = /^jdbc:(?:p6spy:)?(?:mysql|mariadb|postgresql)(?::[\w+]+)*:\/\/([^/?]*)/i.exec(url.trim()) ?? [];
    if (authority === undefined)
        return undefined;
    const places = authority
        .slice(authority.lastIndexOf('@') + 1)
        .split(',')
        .map((one) => placeOfHost(/\(host=([^)]*)\)/i.exec(one)?.[1] ?? one.replace(/:\d*$/, '')));
    return places.find((place) => place === 'container') ?? places[0];
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
    outsidePages: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Look at the static site from outside', '从外部检查静态站点'),
    staticSite: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Static site: ${url}`, `静态站点：${url}`),
    latestKept: (tag) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${tag} was not built by this action for this application and is left as it is. If you do not need it, remove it: docker image rm ${tag}`, `${tag} 不是本操作为本应用构建的镜像，保持不变。如不再需要，请删除：docker image rm ${tag}`),
    siteNoLonger: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${url} is no longer served: the release before has a static site, and this deploy has no \`static-site\`.`, `${url} 将不再提供：之前的版本有静态站点，而本次部署没有 \`static-site\`。`),
    underWay: (who) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`A deploy is under way (${who}); this plan may be out of date soon.`, `正在部署中（${who}）；本计划可能很快过期。`),
    jar: (fileName, boot, java, size) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${fileName}: Spring Boot ${boot}, Java ${java}, ${size}`, `${fileName}：Spring Boot ${boot}，Java ${java}，${size}`),
    longJavaOptions: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('`java-options` has 1024 bytes or more. Where the image has Java 8, all of it is passed over in silence: shorten it, or take a later Java.', '`java-options` 达到或超过 1024 字节。若镜像中是 Java 8，全部选项会被悄悄忽略：请缩短，或使用更新的 Java。'),
    unreadableConfiguration: (name, detail) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${name} in the jar cannot be read (${detail}); what it sets is not known.`, `无法读取 jar 中的 ${name}（${detail}）；其中的设置未知。`),
    profiles: (profiles) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Active profiles: ${profiles}`, `启用的 profile：${profiles}`),
    health: (path, port, status, reason) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Health: ${path} on port ${port}, ${status}: ${reason.en}`, `健康检查：端口 ${port} 的 ${path}，${status}：${reason.zh}`),
    healthGiven: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('as the inputs say', '依据输入'),
    current: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Serves now: ${release}`, `当前版本：${release}`),
    nothingDeployed: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing is deployed there yet.', '服务器上尚未部署过。'),
    proven: (release) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Nothing to change, and proven: nginx serves ${release}.`, `无需更改，且已验证：nginx 正在提供 ${release}。`),
    planOnly: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Nothing was changed: this was a plan.', '未做任何更改：这只是计划。'),
    verified: (url) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Verified: ${url}`, `已验证：${url}`),
    publicPort: (port) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Port ${port} serves the application in plain http to the world (publish-app-port).`, `端口 ${port} 以明文 http 向公网提供应用（publish-app-port）。`),
    certificateUntil: (source, day) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`Certificate: ${source}, valid until ${day}`, `证书：${source}，有效期至 ${day}`),
    certificateByHand: (file, line, ports, until) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The nginx server of port ${ports} in ${file}, line ${line}, names a certificate of its own for this domain, valid until ${until}: it is not renewed with this one. Name the same pair there, or have it taken over by \`static-site\`.`, `${file} 第 ${line} 行（端口 ${ports}）的 nginx server 为该域名使用另一张证书，有效期至 ${until}：它不会随本证书一起更新。请在该处改用同一对证书文件，或用 \`static-site\` 接管它。`),
    laterCertificate: (app, served, given, own) => own
        ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`The certificate of this deployment ends on ${given}, the one that ${app} serves now on ${served}: is the secret out of date?`, `本次部署的证书 ${given} 到期，而 ${app} 当前使用的证书 ${served} 才到期：密钥（secret）是否已过时？`)
        : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${app} keeps its certificate, which ends on ${served}; the one of this deployment ends earlier, on ${given}: is the secret out of date?`, `${app} 保留其证书（${served} 到期）；本次部署的证书更早到期（${given}）：密钥（secret）是否已过时？`),
};


/***/ })

};
